"""Whether two measures can be one amount, told in two units.

In: two measures and their sentence. Out: whether they fit, how far apart they
are, and what one of them comes to in the unit of the other. A unit is taken in
any reading it has, and temperatures also as differences of temperatures.
"""

import math
from itertools import chain

from provenance.numbers.dimensions import Scale
from provenance.numbers.grammar import Grammar
from provenance.numbers.relations.conversions import measures
from provenance.numbers.relations.conversions.measures import Interval, Measure
from provenance.numbers.story import Sentence

# Factors are rounded too: 1.6 for 1.609.
_FACTOR = 0.02
# One of the two was the source, and half of its room is rounding of another source at most.
_SOURCE = 0.5
# Two figures that need not belong together do so when they are this close.
_CLOSE = 5.0
_POWERS = (10.0, 100.0, 1000.0)
_SLIP = 0.06
# Degrees that are more likely a difference than a temperature.
_FEW_DEGREES = 6.0
_TEMPERATURE = "temperature"
_TIME = "time"
# Seconds. Of days it is not told how many hours are meant: those at work, or all.
_DAY = 86_400.0


def same(sentence: Sentence, left: Measure, right: Measure, grammar: Grammar) -> bool | None:
    """Whether the two have an amount in common under one reading of their units.

    Returns:
        Null when they cannot be compared: of two dimensions, hours and days, or temperatures of
        which the words do not tell whether they are differences.
    """
    scales = measures.scales(left, right, grammar)
    if not scales:
        return None
    if scales[0][0].dimension == _TEMPERATURE:
        return _same_temperature(sentence, left, right, grammar)
    if scales[0][0].dimension == _TIME and len({each.factor < _DAY for each in scales[0]}) > 1:
        return None
    return any(_meet(left, right, *each) for each in scales)


def near(left: Measure, right: Measure, grammar: Grammar) -> bool:
    """True when two amounts are close, or as far apart as a slip would make them."""
    return any(_near(left, right, *each) for each in measures.scales(left, right, grammar))


def is_one(right: Measure, left: Measure, grammar: Grammar) -> bool:
    """True when `right` is one unit of `left`: "cwt (100 lbs)"."""
    scales = measures.scales(left, right, grammar)
    return any(_overlap((1.0, 1.0), _hull(right), *each) for each in scales)


def converted(sentence: Sentence, left: Measure, right: Measure, grammar: Grammar) -> float:
    """What the middle of `left` comes to in the unit of `right`, in its first reading."""
    scales = measures.scales(left, right, grammar)[0]
    change = scales[0].dimension == _TEMPERATURE and _is_change(sentence, left, right, grammar)
    one, other = map(_without_offset, scales) if change else scales
    return _converted(left, one, other)


def _same_temperature(
    sentence: Sentence, left: Measure, right: Measure, grammar: Grammar
) -> bool | None:
    """Whether two temperatures, or two differences of temperatures, are the same."""
    scales = measures.scales(left, right, grammar)
    degrees = any(_meet(left, right, *each) for each in scales)
    change = any(_meet(left, right, *map(_without_offset, each)) for each in scales)
    if _is_change(sentence, left, right, grammar):
        return change
    if degrees or not change:
        return degrees
    if not grammar.classes["conversions.differ"].isdisjoint(sentence.tokens):
        return True
    few = min(abs(left.row.value), abs(right.row.value)) <= _FEW_DEGREES
    return None if few else False


def _without_offset(scale: Scale) -> Scale:
    return Scale(scale.dimension, scale.factor)


def _is_change(sentence: Sentence, left: Measure, right: Measure, grammar: Grammar) -> bool:
    """True when the words at the figures say that a temperature changed by so much."""
    low, classes = sentence.words.low, grammar.classes
    before = f" {' '.join(low[max(left.first - 4, 0) : left.first])}"
    if any(before.endswith(f" {words}") for words in classes["conversions.before-change"]):
        return True
    places = (low[left.last : left.last + 3], low[right.last + 1 : right.last + 4])
    behind = [" ".join(words) + " " for words in places]
    cues = [f"{words} " for words in classes["conversions.behind-change"]]
    return any(text.startswith(cue) for text in behind for cue in cues)


def _meet(left: Measure, right: Measure, one: Scale, other: Scale) -> bool:
    """True when both have an amount in common, end by end when both are ranges."""
    if len(left.ends) != len(right.ends):
        return _overlap(_hull(left), _hull(right), one, other)
    ends = zip(left.ends, right.ends, strict=True)
    return all(_overlap(mine, yours, one, other) for mine, yours in ends)


def _hull(measure: Measure) -> Interval:
    return measure.ends[0][0], measure.ends[-1][1]


def _overlap(mine: Interval, yours: Interval, one: Scale, other: Scale) -> bool:
    """True when the intervals meet with either of the two as the source."""
    return _touch(_narrow(mine), yours, one, other) or _touch(mine, _narrow(yours), one, other)


def _touch(mine: Interval, yours: Interval, one: Scale, other: Scale) -> bool:
    low, high = (end * one.factor + one.offset for end in mine)
    least, most = (end * other.factor + other.offset for end in yours)
    room = _FACTOR * max(abs(yours[0]), abs(yours[1])) * other.factor
    return low - room <= most and least <= high + room


def _narrow(interval: Interval) -> Interval:
    middle = sum(interval) / 2
    half = (interval[1] - interval[0]) / 2 * _SOURCE
    return middle - half, middle + half


def _near(left: Measure, right: Measure, one: Scale, other: Scale) -> bool:
    """True when two amounts are close, or far apart by what a slip makes of one of them."""
    stated, true = right.row.value, _converted(left, one, other)
    if stated <= 0 or true <= 0:
        return one.dimension == _TEMPERATURE
    ratio, factor = stated / true, one.factor / other.factor
    slips = chain(_POWERS, (1 / power for power in _POWERS), (factor, factor**-2, factor**-0.5))
    return 1 / _CLOSE < ratio < _CLOSE or any(
        math.isclose(ratio, slip, rel_tol=_SLIP) for slip in slips
    )


def _converted(left: Measure, one: Scale, other: Scale) -> float:
    middle = sum(_hull(left)) / 2
    return (middle * one.factor + one.offset - other.offset) / other.factor
