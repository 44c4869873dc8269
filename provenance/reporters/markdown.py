"""The report as Markdown, for a comment on a pull request or the summary of a CI step.

The verdict first, then the gate's table, what could not be read, findings by
family, outlets, notices, and the findings themselves: by article, the worst
first, as far as there is room. Nothing that came from outside is markup
(`inert`). What is accepted is left out and counted.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

import polars as pl

from provenance import frames
from provenance.model import Measure, OutletScore, Report, Severity
from provenance.model.measures import shown
from provenance.reporters import markdown_findings
from provenance.reporters.accepted import accepted
from provenance.reporters.inert import cell, code, prose
from provenance.reporters.labels import counted
from provenance.reporters.palette import Style
from provenance.reporters.text import summary

# Bytes. A comment on GitHub takes 65,536 characters, the summary of a step 1 MiB.
LIMIT = 65_000
# Bytes of one part at most, so that half of the page is left for the findings.
_PART = 5_000
_NAME, _SENTENCE = 60, 300  # cells
_VERDICTS = {0: "✅ gate passed", 1: "🛑 gate failed", 2: "🛑 not a valid run"}


def render(report: Report, style: Style) -> bytes:  # noqa: ARG001  (every reporter takes a style)
    """The page in UTF-8, at most `LIMIT` bytes long."""
    counting = report.findings.filter(pl.col("accepted").is_null())
    families = ("Family", "Errors", "Warnings", "Info", "Most")
    above = _joined(
        _head(report),
        _table(("What", "Value", "Limit", "", "Most in"), _measures(report), "measure"),
        _list("Could not be read", _unread(report), "input"),
        _table(families, _families(report, counting), "family"),
    )
    below = _joined(
        _table(("Outlet", "Letter", "Score", "Reports", "Articles"), _outlets(report), "outlet"),
        _list("Please note", _notices(report), "notice"),
    )
    room = LIMIT - len((above + below).encode())
    return (above + markdown_findings.findings(report, counting, room) + below).encode()


def _joined(*parts: Iterable[str]) -> str:
    return "".join(f"{line}\n" for part in parts for line in part)


def _head(report: Report) -> Iterator[str]:
    yield f"## {_VERDICTS[report.verdict.exit_code]}"
    yield ""
    reasons, more = _fitting([f"- {prose(each, _SENTENCE)}" for each in report.verdict.reasons])
    yield from reasons
    if more:
        yield f"- and {counted(more, 'more reason')}"
    yield f"- {summary(report)}"
    if told := accepted(report.findings):
        yield f"- {told}"
    yield ""


def _measures(report: Report) -> Iterator[str]:
    return map(_measure, report.verdict.measures)


def _measure(measure: Measure) -> str:
    unit, sign = measure.unit, "at least" if measure.at_least else "at most"
    limits = (("", measure.error), ("warning: ", measure.warn))
    told = [f"{word}{sign} {shown(at, unit)}" for word, at in limits if at is not None]
    beside = measure.warn if measure.error is None else measure.error
    known = None if measure.value is None else shown(measure.value, unit, beside or 0)
    reason = cell(measure.reason, _SENTENCE) if measure.reason else None
    worst = [f"{cell(each.name, _NAME)} {shown(each.amount, unit)}" for each in measure.worst]
    return _row(
        f"{measure.name}: {measure.about}",
        "; ".join(filter(None, (known, reason))),
        "; ".join(told),
        measure.standing,
        ", ".join(worst),
    )


def _unread(report: Report) -> Iterator[str]:
    for item in report.unread:
        yield f"- {code(item.place, _NAME)}: {prose(item.reason, _SENTENCE)}"


def _notices(report: Report) -> Iterator[str]:
    for item in report.notices:
        place = f"{code(item.place, _NAME)}: " if item.place else ""
        yield f"- {place}{prose(item.message, _SENTENCE)}"


def _families(report: Report, counting: pl.DataFrame) -> Iterator[str]:
    """How many findings of each family there are, and of which rule most."""
    rules = {rule.rule_id: rule for rule in report.rules}
    severities: defaultdict[str, Counter[str]] = defaultdict(Counter)
    of_rules: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for rule_id, severity, number in counting.group_by("rule_id", "severity").len().iter_rows():
        severities[rules[rule_id].family][severity] += number
        of_rules[rules[rule_id].family][rule_id] += number
    for family, numbers in sorted(severities.items()):
        rule_id, most = min(of_rules[family].items(), key=lambda item: (-item[1], item[0]))
        named = f"{cell(f'{rule_id} {rules[rule_id].name}', _NAME)} {most:,}"
        yield _row(cell(family, _NAME), *(f"{numbers[each]:,}" for each in Severity), named)


def _outlets(report: Report) -> Iterator[str]:
    """The outlets, the lowest score first and those without one last."""
    known = list(frames.rows(report.outlets, OutletScore))
    for row in sorted(known, key=lambda row: (row.score is None, row.score, row.outlet)):
        score = "no score" if row.score is None else f"{row.score} ({row.low} to {row.high})"
        name = cell(row.outlet, _NAME)
        yield _row(name, row.letter, score, f"{row.units:,}", f"{row.articles:,}")


def _list(title: str, items: Iterable[str], noun: str) -> Iterator[str]:
    """Items under their title, as many as there is room for; nothing for none."""
    told, more = _fitting(items)
    if told:
        yield from (f"### {title}", "", *told)
        yield from [f"- and {counted(more, f'more {noun}')}"] if more else []
        yield ""


def _table(titles: Sequence[str], rows: Iterable[str], noun: str) -> Iterator[str]:
    """Rows under their titles, as many as there is room for; nothing for none."""
    told, more = _fitting(rows)
    if told:
        yield from (_row(*titles), "|---" * len(titles) + "|", *told, "")
        yield from [f"and {counted(more, f'more {noun}')}", ""] if more else []


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def _fitting(lines: Iterable[str]) -> tuple[list[str], int]:
    """The lines that a part has room for, and the number of the others. Holds no more of them."""
    told, room, hidden = list[str](), _PART, 0
    for line in lines:
        room -= len(line.encode()) + 1
        if room < 0:
            hidden += 1
        else:
            told.append(line)
    return told, hidden
