"""Scores from findings, and readability beside them. Pure; no rule text, no outlet names."""

from provenance.scoring.article import score
from provenance.scoring.deductions import deduct
from provenance.scoring.gains import gains
from provenance.scoring.outlets import CANNOT_BE_JUDGED, outlets
from provenance.scoring.words import words_outside_boilerplate

__all__ = ["CANNOT_BE_JUDGED", "deduct", "gains", "outlets", "score", "words_outside_boilerplate"]
