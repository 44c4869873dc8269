"""Which key of the weights holds for a rule: the longest one that its id begins with."""

from collections.abc import Collection
from dataclasses import dataclass

from provenance.model import Severity, Weights


@dataclass(frozen=True, slots=True)
class Price:
    """What findings of one rule at one severity cost.

    Attributes:
        key: Findings of one key count as repeats of one fault.
        points: What the first one takes; 0 for information.
        words: The words at which all points are taken; null where each finding counts.
        dimension: The dimension that loses the points; null when none counts the rule.
    """

    key: str
    points: int
    words: int | None
    dimension: str | None


def longest(rule_id: str, keys: Collection[str]) -> str | None:
    """The longest of `keys` that `rule_id` begins with; null when it begins with none.

    >>> longest("BPL085", ["BPL", "BPL085", "DMG"])
    'BPL085'
    """
    lengths = range(len(rule_id), 0, -1)
    return next((rule_id[:end] for end in lengths if rule_id[:end] in keys), None)


def price(rule_id: str, severity: str, weights: Weights) -> Price:
    """What the first finding of a rule costs at a severity."""
    dimension = dimension_of(rule_id, weights)
    points = {each.key: each for each in weights.points}
    key = longest(rule_id, points)
    declared = points[key] if key else None
    if severity == Severity.INFO:
        return Price(key or rule_id, 0, None, dimension)
    if declared is None:
        return Price(rule_id, weights.defaults[severity], None, dimension)
    return Price(key or rule_id, declared.points, declared.words, dimension)


def dimension_of(key: str, weights: Weights) -> str | None:
    """The dimension that counts a rule or a whole family; null when none does."""
    counts = {counted: each.name for each in weights.dimensions for counted in each.counts}
    return counts.get(longest(key, counts) or "")
