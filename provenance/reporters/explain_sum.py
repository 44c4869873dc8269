"""The sum of one article's score, what it waits for, and what would raise it."""

from collections.abc import Iterator, Sequence

from provenance.model import Rule, Score, Weights
from provenance.reporters.explain_dimensions import Judged
from provenance.reporters.explain_points import by_rule, taken
from provenance.reporters.labels import counted, hanging
from provenance.reporters.ledger import graded
from provenance.reporters.palette import Style
from provenance.scoring.gains import Gain

_WHOLE = 100


def total(judged: Judged, style: Style) -> Iterator[str]:
    """Caps, the sum that a reader can add up, the grade, the interval, what was judged."""
    score, weights = judged.score, judged.weights
    yield style.paint(graded(score), "strong")
    if score.score is None:
        yield from hanging("  ", score.reason or "unknown", style)
    yield from _caps(judged, style)
    yield from hanging("  " if score.score is not None else "  at most ", _sum(judged), style)
    if score.score is not None:
        yield from hanging("  ", _grade(score, weights), style)
    yield from _interval(score, style)
    told = f"judged on {counted(score.words, 'word')} outside boilerplate"
    needed = f"{weights.minimum_words} are needed for a score"
    yield from hanging("  ", f"{told} ({needed})", style)
    told = f"{score.coverage} % of the score could be judged"
    yield from hanging("  ", f"{told} ({weights.minimum_coverage} % are needed)", style)


def raising(gains: Sequence[Gain], judged: Judged, style: Style) -> Iterator[str]:
    """What the score would be without each fault, the largest gain first, and how to get there."""
    if not gains:
        return
    yield style.paint("what would raise it", "strong")
    for gain in sorted(gains, key=lambda each: (-each.gain, each.fault)):
        yield from _gain(gain, judged, style)
    told = "each alone, all else as it is; every rule has a page: provenance explain RULE"
    yield from hanging("  ", told, style)


def _caps(judged: Judged, style: Style) -> Iterator[str]:
    whys = {cap.name: cap.why for cap in judged.weights.caps}
    for cap in judged.score.caps:
        points = counted(cap.taken, "point") if cap.taken else "nothing"
        told = f"cap {cap.name} at {cap.limit}, takes {points}: {whys.get(cap.name, '')}"
        yield from hanging("  ", told, style)


def _sum(judged: Judged) -> str:
    """`100 - 8 - 4 = 88`: what findings, lines of more findings and caps take, as they stand."""
    points: list[int] = []
    for first, others in by_rule(judged.items):
        points += [item.finding.deduction for item in first]
        points.append(taken(item.finding for item in others))
    points = list(filter(None, points + [cap.taken for cap in judged.score.caps]))
    left = "".join(f" - {each}" for each in points)
    return f"{_WHOLE}{left} = {_WHOLE - sum(points)}" if points else f"{_WHOLE}, nothing taken"


def _grade(score: Score, weights: Weights) -> str:
    """The grade with its band."""
    above = _WHOLE + 1
    for band in weights.grades:
        if band.letter == score.grade:
            return f"grade {band.letter}: {band.least} to {above - 1}"
        above = band.least
    return f"grade {score.grade}"


def _interval(score: Score, style: Style) -> Iterator[str]:
    """Between what scores it lies, and what each part of that waits for."""
    if score.low == score.high:
        return
    open_parts = [part for part in score.dimensions if not part.judged and part.lost < part.weight]
    yield f"  {score.low} to {score.high}, since not all could be judged"
    for part in open_parts:
        left = counted(part.weight - part.lost, "point")
        yield from hanging("    ", f"{left} of {part.name}: {part.reason or 'unknown'}", style)


def _gain(gain: Gain, judged: Judged, style: Style) -> Iterator[str]:
    reached = judged.score.high + gain.gain
    grade = f" {gain.grade}" if gain.score is not None else " at most"
    many = counted(gain.findings, "finding")
    told = f"{reached}{grade} without {many} of {_names(gain, judged.rules)}"
    if not gain.gain:
        told = f"{told}: others take the same points"
    yield from hanging(f"  +{gain.gain:<3} ", told, style)
    if " " in gain.fault:  # A cap or a dimension: its rules are told one by one as well.
        return
    for rule_id in gain.rules:
        yield from hanging(f"       {rule_id}: ", judged.rules[rule_id].fix, style)


def _names(gain: Gain, rules: dict[str, Rule]) -> str:
    if len(gain.rules) == 1:
        return f"{gain.rules[0]} {rules[gain.rules[0]].name}"
    return f"{gain.fault} ({', '.join(gain.rules)})"
