"""Ranges that begin with their upper end: "between 50 and 20 people".

In: a story. Out: a relation for each range of two plain numbers of one unit, and
those in which the first one is the larger do not fit. A fall, a countdown, a
time, a score or a comparison is no range and left alone.
"""

from collections.abc import Iterator

from provenance.model import Bound, Quantity, Relation
from provenance.numbers.grammar import Grammar
from provenance.numbers.relations.parts.stated import relation
from provenance.numbers.shown import shown
from provenance.numbers.story import Sentence, Story

_KIND = "reversed-range"
_KINDS = frozenset(["count", "percent", "money", "measure"])
# Beyond this one of the two goes without its scale word: between 1.5 million and 2.
_ELLIPSIS = 100.0
# The way of telling that is a change more often than a range: from 80 to 20.
_OPEN = "from"
# Characters in front of a range in which a fall may be told, also in another line.
_REACH = 120


def find(story: Story, grammar: Grammar) -> Iterator[Relation]:
    """The ranges of `story`: those read as one figure fit, those the wrong way round do not.

    Linear in its sentences with figures.
    """
    gate = grammar.classes["conversions.range-gate"]
    for sentence in story.sentences:
        if gate.isdisjoint(sentence.words.low):
            continue
        for figure, row in zip(sentence.figures, sentence.quantities, strict=True):
            if row.bound == Bound.RANGE and sentence.words.low[figure.first] in gate:
                yield relation(story, _KIND, row, [], None)
        yield from _reversed(story, sentence, grammar)


def _reversed(story: Story, sentence: Sentence, grammar: Grammar) -> Iterator[Relation]:
    """The two figures of each range in `sentence` that begins with its upper end."""
    classes, low_words = grammar.classes, sentence.words.low
    for way, slots in sentence.find(grammar.templates[_KIND]):
        high, low = (sentence.quantities[slots[name]] for name in ("high", "low"))
        apart = classes["conversions.two-things"]
        if way == _OPEN:
            opening = sentence.figures[slots["high"]].first - 1
            if opening and low_words[opening - 1] not in classes["conversions.opening"]:
                continue
            apart |= classes["conversions.falling"]
        before = story.text[max(high.start - _REACH, 0) : high.start].lower().split()
        if _is_range(high, low) and apart.isdisjoint([*low_words, *before]):
            yield _row(story, high, low)


def _row(story: Story, high: Quantity, low: Quantity) -> Relation:
    others = [(high, "the other end")]
    return relation(
        story, _KIND, low, others, lambda: (shown(high, story.text), "ends of one range")
    )


def _is_range(high: Quantity, low: Quantity) -> bool:
    """True for two plain numbers of one unit, the first one larger; not for times of day."""
    if high.bound != Bound.EXACT or low.bound not in (Bound.EXACT, Bound.ABOUT):
        return False
    if high.kind not in ("count", low.kind) or high.unit not in (None, low.unit):
        return False
    if low.kind not in _KINDS or (low.kind == "count" and low.noun is None):
        return False
    return 1 < low.value < high.value < _ELLIPSIS * low.value
