"""What findings of a rule cost an article's score, and why: for the page of the rule.

In: a rule's id, its severity, and the declared weights. Out: lines of text, or
fields for programs.
"""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from provenance.model import Cap, Severity, Weights
from provenance.reporters.labels import counted, field
from provenance.reporters.palette import Style
from provenance.scoring.keys import Price, longest, price


def lines(rule_id: str, severity: str, weights: Weights, style: Style) -> Iterator[str]:
    """What the first finding costs, what repeats do, which dimension loses it, and the caps."""
    cost = price(rule_id, severity, weights)
    yield from field("costs", _cost(cost, severity, weights), style)
    if why := declared(cost, severity, weights):
        yield from field("", why, style)
    for cap in _caps(rule_id, severity, weights):
        yield from field("caps", f"{_cap(cap)}: {cap.why}", style)


def as_fields(rule_id: str, severity: str, weights: Weights) -> dict[str, Any]:
    """The same for programs."""
    cost = price(rule_id, severity, weights)
    caps = [cap.name for cap in _caps(rule_id, severity, weights)]
    return asdict(cost) | {"why": declared(cost, severity, weights), "caps": caps}


def declared(cost: Price, severity: str, weights: Weights) -> str:
    """The declared reason for a price: not safe to print. Empty where nothing is taken."""
    if severity == Severity.INFO or cost.dimension is None:
        return ""
    found = next((each.why for each in weights.points if each.key == cost.key), None)
    return found or f"any {severity} without points of its own takes these"


def _cost(cost: Price, severity: str, weights: Weights) -> str:
    if severity == Severity.INFO:
        return "nothing: information"
    room = {each.name: each.weight for each in weights.dimensions}
    if cost.dimension is None:
        return "nothing: no dimension counts it"
    of = f"of the {room[cost.dimension]} of {cost.dimension}"
    if cost.words is not None:
        return f"up to {counted(cost.points, 'point')} {of}, all of them from {cost.words} words on"
    told = f"{counted(cost.points, 'point')} {of}"
    repeats = f"each repeat {weights.repeat_share} % of what the one before took"
    return f"{told}; {repeats}" if cost.points else told


def _caps(rule_id: str, severity: str, weights: Weights) -> list[Cap]:
    """The caps that its findings can bring about."""
    if severity == Severity.INFO:
        return []
    return [cap for cap in weights.caps if longest(rule_id, cap.rules)]


def _cap(cap: Cap) -> str:
    """`lifted-text at 59, from 150 words on`."""
    words = f", from {cap.words} words on" if cap.words else ""
    several = f", where {cap.different} of its rules find something" if cap.different > 1 else ""
    return f"{cap.name} at {cap.limit}{words}{several}"
