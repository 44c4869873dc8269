"""The notes in the margin of an article: one for each finding.

Goes in: a `View` and an article of it. Comes out: notes with everything that is
said of a finding, safe to show, numbered in the order of their places. Why a
rule exists and what to do stand with its first note.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from provenance.model import Finding, Severity, Span
from provenance.reporters.html.marking import Mark, visible
from provenance.reporters.html.naming import Place, placed
from provenance.reporters.html.view import View
from provenance.reporters.html.words import is_quotation

# Notes that a page shows: more than this nobody reads, and other formats have them all.
MOST_NOTES = 500
_PLACES = 3
# A span of more characters is more than a sentence: it is marked lightly, under all others.
_LONG = 400
_RANKS = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


@dataclass(frozen=True, slots=True)
class Note:
    """A finding as the margin tells it.

    Attributes:
        number: From 1; what it is called on the page.
        why, fix: Null where a note before tells them.
        first: The number of that note.
        places: The first of the other places it rests on; `more_places` counts those left out.
        accepted: What accepts it, with the reason given; empty for one that counts.
        quotation: Whether it rests on quoted words, which readers can set aside.
    """

    number: int
    severity: str
    confidence: str
    rule_id: Markup
    rule_name: Markup
    message: Markup
    why: Markup | None
    fix: Markup | None
    first: int
    places: Sequence[Place]
    more_places: int
    deduction: int
    accepted: Markup
    quotation: bool


def shown(findings: Sequence[Finding]) -> list[Finding]:
    """The findings that get a note, in the order given: of too many those that matter most."""
    if len(findings) <= MOST_NOTES:
        return list(findings)
    order = sorted(range(len(findings)), key=lambda at: (*_weight(findings[at]), at))
    return [findings[at] for at in sorted(order[:MOST_NOTES])]


def notes(view: View, findings: Sequence[Finding]) -> list[Note]:
    """A note for each of `findings`, which are of one article."""
    first: dict[str, int] = {}
    made = []
    for number, finding in enumerate(findings, 1):
        first.setdefault(finding.rule_id, number)
        made.append(_note(view, finding, number, first[finding.rule_id]))
    return made


def marks(findings: Sequence[Finding]) -> list[Mark]:
    """Where the text is marked for `findings`, numbered as their notes are."""
    return [
        Mark(_rank(finding), number, finding.start, finding.end, _look(finding))
        for number, finding in enumerate(findings, 1)
    ]


def _weight(finding: Finding) -> tuple[bool, int]:
    return finding.accepted is not None, _RANKS[Severity(finding.severity)]


def _rank(finding: Finding) -> int:
    """Short spans before long ones, those that count before accepted ones, then by severity."""
    accepted, severity = _weight(finding)
    return _is_long(finding) * 8 + accepted * 4 + severity


def _look(finding: Finding) -> str:
    looks = [
        f"m-{Severity(finding.severity)}",
        "m-long" if _is_long(finding) else "",
        "m-accepted" if finding.accepted else "",
        "m-quotation" if is_quotation(finding.rule_id) else "",
    ]
    return " ".join(filter(None, looks))


def _is_long(finding: Finding) -> bool:
    return finding.end - finding.start > _LONG


def _note(view: View, finding: Finding, number: int, first: int) -> Note:
    rule = view.rules[finding.rule_id]
    is_first = first == number
    return Note(
        number=number,
        severity=Severity(finding.severity),
        confidence=finding.confidence,
        rule_id=visible(rule.rule_id),
        rule_name=visible(rule.name),
        message=visible(finding.message),
        why=visible(rule.why) if is_first else None,
        fix=visible(rule.fix) if is_first else None,
        first=first,
        places=[_place(view, span, finding) for span in finding.related[:_PLACES]],
        more_places=max(0, len(finding.related) - _PLACES),
        deduction=finding.deduction,
        accepted=_acceptance(finding),
        quotation=is_quotation(finding.rule_id),
    )


def _place(view: View, span: Span, finding: Finding) -> Place:
    return placed(view, (span.article_id, span.start, span.end), span.note, page=finding.article_id)


def _acceptance(finding: Finding) -> Markup:
    """`accepted by baseline: reason`."""
    if finding.accepted is None:
        return Markup()
    reason = f": {finding.accepted_because}" if finding.accepted_because else ""
    return visible(f"accepted by {finding.accepted}{reason}")
