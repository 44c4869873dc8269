"""The dimensions of one article's score, each with its findings and why these take points."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from provenance.model import DimensionScore, Finding, Rule, Score, Weights
from provenance.reporters.explain_points import Priced, by_rule, reason, taken
from provenance.reporters.labels import counted, hanging
from provenance.reporters.palette import Style
from provenance.reporters.places import Places
from provenance.reporters.safe import printable
from provenance.reporters.text import finding_lines


@dataclass(frozen=True, slots=True)
class Judged:
    """All that the page tells of how one article was judged.

    Attributes:
        score: The article's.
        items: Its findings, priced.
        rules: By id.
    """

    score: Score
    items: Sequence[Priced]
    rules: dict[str, Rule]
    weights: Weights
    places: Places


def dimensions(judged: Judged, style: Style) -> Iterator[str]:
    """Every dimension in the order declared, then what no dimension counts."""
    whys = {each.name: each.why for each in judged.weights.dimensions}
    for part in judged.score.dimensions:
        yield from _heading(part, style)
        yield from hanging("  ", whys.get(part.name, ""), style)
        yield from _findings(
            [i for i in judged.items if i.cost.dimension == part.name], judged, style
        )
        yield ""
    known = {part.name for part in judged.score.dimensions}
    if others := [item for item in judged.items if item.cost.dimension not in known]:
        yield style.paint("not counted", "strong")
        yield from _findings(others, judged, style)
        yield ""


def _heading(part: DimensionScore, style: Style) -> Iterator[str]:
    """`sourcing: 12 of 30 points taken`, or why it was not judged."""
    name, told = printable(part.name), f"{part.lost} of {counted(part.weight, 'point')} taken"
    yield f"{style.paint(name, 'strong')}: {told}"
    if not part.judged:
        left = counted(part.weight - part.lost, "point")
        yield from hanging("  ", f"not judged, {left} open: {part.reason or 'unknown'}", style)


def _findings(items: Sequence[Priced], judged: Judged, style: Style) -> Iterator[str]:
    for first, others in by_rule(items):
        for item in first:
            yield ""
            yield from finding_lines(item.finding, judged.places, judged.rules, style)
            told = f"{reason(item, judged.weights)} (confidence {item.finding.confidence})"
            yield from hanging("    ", told, style)
        if others:
            yield from ("", *hanging("  ", _left_out([item.finding for item in others]), style))


def _left_out(findings: Sequence[Finding]) -> str:
    """`and 12 more findings of DUP001, taking 3 points`."""
    points = taken(findings)
    told = f"taking {counted(points, 'point') if points else 'no point'}"
    return f"and {counted(len(findings), 'more finding')} of {findings[0].rule_id}, {told}"
