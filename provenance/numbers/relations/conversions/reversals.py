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
_SHARP = (Bound.EXACT, Bound.ABOUT)
# Two of these that go down are the two sides of a vote or a lead as often as a range.
_SHARED = ("money", "percent")
_KINDS = frozenset(["count", "percent", "money", "measure"])
# Beyond this one of the two goes without its scale word: between 1.5 million and 2.
_ELLIPSIS = 100.0
# Times of day even where people are named behind them: nine to five.
_OFFICE = (9.0, 5.0)
# The way of telling that is a change more often than a range: from 80 to 20.
_OPEN = "from"
# The way without a word in front.
_PLAIN = "plain"
# The way that is of ages, which need nothing that is counted.
_AGES = "ages"
# Characters in front of a range in which a fall may be told, also in another line.
_REACH = 120


def find(story: Story, grammar: Grammar) -> Iterator[Relation]:
    """The ranges of `story`: those read as one figure fit, those the wrong way round do not.

    Linear in its sentences with figures.
    """
    gate = grammar.classes["conversions.range-gate"]
    for sentence in story.paired:
        if gate.isdisjoint(sentence.tokens):
            if _adjoin(sentence):
                yield from _reversed(story, sentence, grammar)
            continue
        for figure, row in zip(sentence.figures, sentence.quantities, strict=True):
            if row.bound == Bound.RANGE and sentence.words.low[figure.first] in gate:
                yield relation(story, _KIND, row, [], None)
        yield from _reversed(story, sentence, grammar)


def _adjoin(sentence: Sentence) -> bool:
    """Whether two figures of falling value have one word or sign between them."""
    figures, rows = sentence.figures, sentence.quantities
    return any(
        figures[at + 1].first == figures[at].last + 1 and rows[at].value > rows[at + 1].value
        for at in range(len(figures) - 1)
    )


def _reversed(story: Story, sentence: Sentence, grammar: Grammar) -> Iterator[Relation]:
    """The two figures of each range in `sentence` that begins with its upper end."""
    for way, slots in sentence.find(grammar.templates[_KIND]):
        high, low = (sentence.quantities[slots[name]] for name in ("high", "low"))
        if not _is_range(high, low, bare=way == _AGES):
            continue
        at = sentence.figures[slots["high"]].first - (2 if way == _OPEN else 1)
        leading = sentence.words.low[at] if at >= 0 else ""
        if not _opens(way, high, low, leading, grammar) or _apart(sentence, slots["low"]):
            continue
        before = story.text[max(high.start - _REACH, 0) : high.start].lower().split()
        if _stays(sentence, way, leading, before, grammar):
            yield _row(story, high, low)


def _opens(way: str, high: Quantity, low: Quantity, leading: str, grammar: Grammar) -> bool:
    """Whether the word in front, and how the upper end is told, let a range follow."""
    classes = grammar.classes
    if way == _OPEN:
        return not leading or leading in classes["conversions.opening"]
    if way != _PLAIN:
        return True
    if leading in classes["conversions.range-gate"]:
        return False
    if high.kind in _SHARED or low.kind == "money":
        return leading in classes["conversions.leading-range"]
    return high.unit is None and high.noun is None


def _apart(sentence: Sentence, low: int) -> bool:
    """Whether a dash with blanks around it stands before the lower end: it begins a remark."""
    words, at = sentence.words, sentence.figures[low].first - 1
    return not (words.low[at].isalpha() or (words.joined(at) and words.joined(at + 1)))


def _stays(sentence: Sentence, way: str, leading: str, before: list[str], grammar: Grammar) -> bool:
    """True when no words in front or around tell of a change, a time, a score or a comparison."""
    classes = grammar.classes
    apart = classes["conversions.two-things"]
    if way in (_OPEN, _PLAIN):
        apart |= classes["conversions.fallen"] | classes["conversions.falling"] - {leading}
    return classes["conversions.fallen"].isdisjoint(before) and apart.isdisjoint(
        [*sentence.tokens, *before]
    )


def _row(story: Story, high: Quantity, low: Quantity) -> Relation:
    others = [(high, "the other end")]
    return relation(
        story, _KIND, low, others, lambda: (shown(high, story.text), "ends of one range")
    )


def _is_range(high: Quantity, low: Quantity, *, bare: bool) -> bool:
    """True for two plain numbers of one unit, the first one larger; not for times of day."""
    if high.bound not in _SHARP or low.bound not in _SHARP:
        return False
    if high.kind not in ("count", low.kind) or high.unit not in (None, low.unit):
        return False
    if (high.value, low.value) == _OFFICE and low.kind == "count":
        return False
    if low.kind not in _KINDS or (low.kind == "count" and low.noun is None and not bare):
        return False
    return 1 < low.value < high.value < _ELLIPSIS * low.value
