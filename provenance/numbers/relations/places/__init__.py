"""Headline, summary and captions against the text they stand over."""
