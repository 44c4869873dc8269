"""Figures: what a text states in numbers, and which of its numbers do not fit."""

from provenance.numbers.extract import NUMBERS, SPARSE, Reading, read
from provenance.numbers.grammar import Grammar

__all__ = ["NUMBERS", "SPARSE", "Grammar", "Reading", "read"]
