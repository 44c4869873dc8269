"""The first thing on the page: the verdict, the gate's table, and what was left out.

Goes in: a `View`. Comes out: a fragment. It judges nothing: what it shows was
decided before.
"""

from collections import Counter
from dataclasses import dataclass

import polars as pl
from markupsafe import Markup

from provenance.model import Measure, Report, Standing, Status, Unit, unread_inputs
from provenance.model.measures import shown
from provenance.reporters.accepted import accepted
from provenance.reporters.html.templates import render
from provenance.reporters.html.view import View
from provenance.reporters.html.words import SEVERITIES
from provenance.reporters.labels import counted

_VERDICTS = {
    0: ("passed", "Gate passed"),
    1: ("failed", "Gate failed"),
    2: ("failed", "Not a valid run"),
}
_STANDINGS = {
    Standing.PASSED: "passed",
    Standing.WARNED: "warning",
    Standing.FAILED: "failed",
    Standing.UNKNOWN: "not measured",
}
_COULD_NOT_LOOK = (Status.NOT_AVAILABLE, Status.NOT_APPLICABLE, Status.ERROR)
# Rows of the lists of what was not read or looked at; an ingest can lose a whole folder.
_LISTED = 200


@dataclass(frozen=True, slots=True)
class _Worst:
    """One of those that take most part in a measure; `anchor` is null where no page is its own."""

    name: str
    anchor: str | None
    amount: str


@dataclass(frozen=True, slots=True)
class _Line:
    """A row of the gate's table as shown."""

    about: str
    name: str
    value: str
    limits: tuple[str, ...]
    standing: str
    word: str
    worst: tuple[_Worst, ...]
    reason: str


def gate(view: View) -> Markup:
    """The verdict with its reasons, the counts, the table, and what was not read or judged."""
    report = view.report
    standing, answer = _VERDICTS[report.verdict.exit_code]
    unjudged = _not_judged(report)
    return render(
        "gate.html.j2",
        standing=standing,
        answer=answer,
        reasons=report.verdict.reasons,
        counts=_counts(report),
        accepted=accepted(report.findings),
        measures=[_line(measure, view) for measure in report.verdict.measures],
        unread=report.unread[:_LISTED],
        unread_count=unread_inputs(report.unread),
        notices=report.notices[:_LISTED],
        notice_count=len(report.notices),
        unjudged=unjudged[:_LISTED],
        unjudged_count=len(unjudged),
    )


def _counts(report: Report) -> list[tuple[str, str, int]]:
    """What is counted over the page: a class, what it is, and how many."""
    counting = report.findings.filter(pl.col("accepted").is_null())
    by_severity = Counter(counting["severity"].to_list())
    unread = unread_inputs(report.unread)
    return [
        ("", _noun(len(report.articles), "article"), len(report.articles)),
        *(
            (f"level level-{severity}", _noun(by_severity[severity], severity), number)
            for severity in SEVERITIES
            for number in [by_severity[severity]]
        ),
        ("", f"{_noun(unread, 'input')} not read", unread),
    ]


def _noun(number: int, noun: str) -> str:
    return counted(number, noun).partition(" ")[2]


def _line(measure: Measure, view: View) -> _Line:
    unit, value = Unit(measure.unit), measure.value
    side = "at least" if measure.at_least else "at most"
    limits = [("warns", measure.warn), ("fails", measure.error)]
    return _Line(
        about=measure.about,
        name=measure.name,
        value="unknown" if value is None else shown(value, unit, _nearest(measure)),
        limits=tuple(
            f"{side} {shown(limit, unit, value or 0)}, else {what}"
            for what, limit in limits
            if limit is not None
        ),
        standing=measure.standing,
        word=_STANDINGS[Standing(measure.standing)],
        worst=tuple(
            _Worst(each.name, _page_of(each.name, view), shown(each.amount, unit))
            for each in measure.worst
        ),
        reason=measure.reason or "",
    )


def _nearest(measure: Measure) -> float:
    """The limit that a value is nearest to, from which it must be told; 0 when there is none."""
    limits = [limit for limit in (measure.warn, measure.error) if limit is not None]
    return min(limits, key=lambda limit: abs(limit - (measure.value or 0)), default=0)


def _page_of(name: str, view: View) -> str | None:
    """The anchor of the article that a measure names; null when it names something else."""
    return view.anchors[name] if name in view.articles else None


def _not_judged(report: Report) -> list[tuple[str, str, int]]:
    """Checks that could not look: the check, why, and at how many articles."""
    found = report.outcomes.filter(pl.col("status").is_in(_COULD_NOT_LOOK))
    reason = pl.coalesce("reason", "status")
    counts = found.group_by("check", reason.alias("reason")).len().sort("check", "reason")
    return list(counts.collect().iter_rows())
