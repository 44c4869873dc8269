"""Rules as SARIF describes them, so that a viewer can say why and what to do.

Every rule that took part is described, found or not: code scanning closes an
alert only under a rule that it knows to have looked.
"""

from typing import Any

from provenance.model import Rule, Severity
from provenance.reporters.inert import prose
from provenance.reporters.labels import counted
from provenance.reporters.safe import printable

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}

# Code scanning refuses a file with a rule of more.
_MOST_TAGS = 20
# As code scanning names them; see its documentation of `problem.severity`.
_PROBLEMS = {Severity.INFO: "recommendation"}
# Cells of a text of the help: more than a rule has, so that only a hostile one is cut.
_ROOM = 10_000


def described(rule: Rule) -> dict[str, Any]:
    """The `reportingDescriptor` of a rule (SARIF 2.1.0, 3.49). Its tags are cut to 20."""
    tags = dict.fromkeys((rule.family, rule.category, *rule.tags))
    link = {"helpUri": rule.links[0]} if rule.links else {}
    return {
        "id": rule.rule_id,
        "name": printable(rule.name),
        "shortDescription": {"text": printable(rule.name).replace("-", " ")},
        "fullDescription": {"text": printable(rule.why)},
        "help": {"text": _help(rule), "markdown": _help_in_markdown(rule)},
        **link,
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {
            "family": rule.family,
            "category": rule.category,
            "confidence": rule.confidence,
            "precision": rule.confidence,
            "problem.severity": _PROBLEMS.get(rule.severity, rule.severity),
            "says": rule.message,
            "locale": rule.locale,
            "since": rule.since,
            "tags": list(tags)[:_MOST_TAGS],
        },
    }


def _help(rule: Rule) -> str:
    links = [f"See: {printable(link)}" for link in rule.links]
    told = [f"Why: {printable(rule.why)}", f"Fix: {printable(rule.fix)}", *links, _tested(rule)]
    return "\n\n".join(told)


def _help_in_markdown(rule: Rule) -> str:
    links = [f"**See:** {prose(link, _ROOM)}" for link in rule.links]
    told = [
        f"**Why:** {prose(rule.why, _ROOM)}",
        f"**Fix:** {prose(rule.fix, _ROOM)}",
        *links,
        _tested(rule),
    ]
    return "\n\n".join(told)


def _tested(rule: Rule) -> str:
    told = f"{counted(len(rule.hits), 'example')} that it finds"
    return f"Tested on {told} and {len(rule.misses):,} that it leaves alone."
