"""The words of the page for what columns hold as codes."""

from provenance.model import Severity

SEVERITIES = (Severity.ERROR, Severity.WARNING, Severity.INFO)

FAMILIES = {
    "ATT": "who says so",
    "BPL": "not journalism",
    "DAT": "dates",
    "DMG": "damage",
    "DUP": "text found elsewhere",
    "MET": "metadata",
    "NUM": "figures",
    "QUO": "quotations",
    "STA": "statistics",
}

# Rules, by the beginning of their ids, of findings that rest on quoted words: drifted, misplaced
# or shared quotations. These are left out when a reader sets quotations aside.
QUOTATION_RULES = ("QUO", "DUP004")


def family_name(family: str) -> str:
    """What a family of rules is about; one of somebody's own rules is called by its code."""
    return FAMILIES.get(family, family)


def is_quotation(rule_id: str) -> bool:
    """Whether findings of the rule rest on quoted words."""
    return rule_id.startswith(QUOTATION_RULES)
