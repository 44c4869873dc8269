"""Rules as data: loads, validates and selects rule files, and runs the text rules."""

from provenance.rulebook.book import Rulebook, load, load_bundled, speaking
from provenance.rulebook.engine import MAY_RECUR, match, may_recur, recur, recurring
from provenance.rulebook.files import RuleFile
from provenance.rulebook.lexicons import Tables
from provenance.rulebook.patterns import Pattern
from provenance.rulebook.selection import select

__all__ = [
    "MAY_RECUR",
    "Pattern",
    "RuleFile",
    "Rulebook",
    "Tables",
    "load",
    "load_bundled",
    "match",
    "may_recur",
    "recur",
    "recurring",
    "select",
    "speaking",
]
