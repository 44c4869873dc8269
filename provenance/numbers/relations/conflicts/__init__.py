"""Figures of one article that are of one thing and differ."""
