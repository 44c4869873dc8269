"""Scores from findings, and readability beside them. Pure; no rule text, no outlet names."""

from provenance.scoring.article import deduct, score
from provenance.scoring.words import words_outside_boilerplate

__all__ = ["deduct", "score", "words_outside_boilerplate"]
