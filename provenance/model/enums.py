"""The closed sets of words that columns hold."""

from enum import StrEnum


class Severity(StrEnum):
    """How much a finding matters; only this decides the gate."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Confidence(StrEnum):
    """How sure the rule is that the finding is what it says."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Status(StrEnum):
    """What became of one check on one article. Only `CLEAR` means looked and found nothing."""

    FOUND = "found"
    CLEAR = "clear"
    NOT_APPLICABLE = "not_applicable"
    NOT_AVAILABLE = "not_available"
    ERROR = "error"


class Label(StrEnum):
    """What a shared region is, told from its words and its surroundings."""

    VERBATIM = "verbatim"
    EDITED = "edited"
    QUOTATION = "quotation"
    BOILERPLATE = "boilerplate"
    SYNDICATED = "syndicated"
    SELF_REUSE = "self-reuse"


class Bound(StrEnum):
    """How a figure is bounded by the words around it."""

    EXACT = "exact"
    ABOUT = "about"
    MORE = "more-than"
    LESS = "less-than"
    UP_TO = "up-to"
    NEARLY = "nearly"
    RANGE = "range"
    VAGUE = "vague"
