"""The report for a terminal by rule: what went wrong how often, and where.

Rules come by severity, then the most frequent first, each with its reason and
its first places. What is accepted is left out and counted. What could not be
judged or read, the summary and the verdict end the page as in `text`.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from provenance.model import Report, Severity, Span
from provenance.reporters.cells import cells, fold, head
from provenance.reporters.labels import counted
from provenance.reporters.located import Located, counting
from provenance.reporters.palette import Style
from provenance.reporters.places import Excerpt, Places
from provenance.reporters.safe import printable
from provenance.reporters.text import closing, remainder

# Places shown of a rule; all of them where that is hardly more.
_SHOWN, _FEW = 10, 12
_RELATED_SHOWN = 3
_INDENT = " " * 4
_NARROWEST = 8  # cells that a text takes at the least, whatever the width
_SEVERITIES = list(Severity)


@dataclass(slots=True)
class _Group:
    """The findings of a rule at one severity: how many, in which articles, and the first ones."""

    count: int = 0
    articles: set[str] = field(default_factory=set)
    first: list[Located] = field(default_factory=list)


def render(report: Report, style: Style) -> bytes:
    """The page in UTF-8; its last lines, summary and verdict, alone when `style.quiet`."""
    lines = [] if style.quiet else [*_rules(report, style), *remainder(report)]
    return "\n".join([*lines, *closing(report, style), ""]).encode()


def _rules(report: Report, style: Style) -> Iterator[str]:
    places = Places.of(report.articles, report.archive)
    groups: defaultdict[tuple[str, str], _Group] = defaultdict(_Group)
    for each in counting(report, places):
        group = groups[each.finding.severity, each.finding.rule_id]
        group.count += 1
        group.articles.add(each.finding.article_id)
        if group.count <= _FEW:
            group.first.append(each)
    for group in sorted(groups.values(), key=_order):
        yield from _rule(group, places, style)
        yield ""


def _order(group: _Group) -> tuple[int, int, str]:
    finding = group.first[0].finding
    return _SEVERITIES.index(Severity(finding.severity)), -group.count, finding.rule_id


def _rule(group: _Group, places: Places, style: Style) -> Iterator[str]:
    """The head of a rule, and its first places."""
    finding, rule = group.first[0].finding, group.first[0].rule
    name = f"{rule.rule_id} {printable(rule.name)}"
    where = f"{counted(group.count, 'finding')} in {counted(len(group.articles), 'article')}"
    painted = f"{style.paint(finding.severity, finding.severity)} {style.paint(name, 'strong')}"
    if cells(f"{finding.severity} {name}  {where}") <= style.width:
        yield f"{painted}  {where}"
    else:
        yield painted
        yield _INDENT + where
    yield style.paint(head(f"{_INDENT}why: {printable(rule.why)}", style.width), "faint")
    shown = group.first if group.count <= _FEW else group.first[:_SHOWN]
    for each in shown:
        yield from _place(each, places, style)
    if hidden := group.count - len(shown):
        yield f"  and {counted(hidden, 'more finding')}"


def _place(each: Located, places: Places, style: Style) -> Iterator[str]:
    """Where a finding is and what it says, its words in their line, and where else to look."""
    finding, room = each.finding, max(_NARROWEST, style.width - len(_INDENT))
    label, message = places.label(finding.article_id, finding.start), printable(finding.message)
    if cells(f"  {label}  {message}") <= style.width:
        yield f"  {label}  {message}"
    else:
        yield f"  {label}"
        yield from _indented(message, room)
    piece = places.excerpt(finding.article_id, finding.start, finding.end, room - 2)
    if finding.start < finding.end and not (piece.alone and piece.marked in message):
        yield from _evidence(piece, room, style)
    if finding.related:
        yield from _indented(_related(finding.related, places), room)


def _evidence(piece: Excerpt, room: int, style: Style) -> Iterator[str]:
    """The words in their line, in brackets where there are no colours; a long text alone."""
    if piece.alone:
        yield from _indented(piece.marked, room)
        return
    marked = style.paint(piece.marked, "mark") if style.color else f"[{piece.marked}]"
    yield f"{_INDENT}{piece.before}{marked}{piece.after}"


def _indented(text: str, room: int) -> Iterator[str]:
    return (_INDENT + line for line in fold(text, room))


def _related(spans: tuple[Span, ...], places: Places) -> str:
    """`with b.txt:3:1, c.txt:8:4 and 2 more places`."""
    shown = [places.label(span.article_id, span.start) for span in spans[:_RELATED_SHOWN]]
    hidden = len(spans) - len(shown)
    more = f" and {counted(hidden, 'more place')}" if hidden else ""
    return f"with {', '.join(shown)}{more}"
