"""Figures: what a text states in numbers, and which of its numbers do not fit."""

from provenance.numbers.extract import quantities
from provenance.numbers.lexicon import Lexicon

__all__ = ["Lexicon", "quantities"]
