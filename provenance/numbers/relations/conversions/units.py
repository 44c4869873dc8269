"""One amount told in two units: "five kilometers (3.1 miles)".

In: a story. Out: a relation for each amount that is told again in another unit
of the same dimension. Both figures become intervals of half their last digit;
converted, under one of the readings of the units, they must meet. Two measures
that merely stand together are left alone.
"""

from collections.abc import Iterator

from provenance.model import Bound, Relation
from provenance.numbers.grammar import Grammar
from provenance.numbers.relations.conversions import equivalence, measures
from provenance.numbers.relations.conversions.measures import Measure
from provenance.numbers.relations.parts.stated import relation
from provenance.numbers.shown import number, shown
from provenance.numbers.story import Sentence, Story

_KIND = "unit-conversion"
# Behind so many, "cwt (100 lbs)" tells how large one is.
_MANY = 100
# Characters in front of a figure in which the rest of its number may stand.
_REACH = 4

_TIME = "time"
# Ways of telling that hold also for amounts that are far apart.
_FIRM = frozenset(["bracket", "sides", "below", "twice", "equals", "slash"])
# A bracket with words in front of it: a 40-mile road (64 km).
_PARTED = "parted"

Pair = tuple[str, Measure, Measure]


def find(story: Story, grammar: Grammar) -> Iterator[Relation]:
    """The conversions of `story`. Linear in its sentences with two figures."""
    for sentence in story.sentences:
        if _may_hold(sentence, grammar):
            for way, left, right in _pairs(sentence, grammar):
                if row := _compared(story, sentence, (way, left, right), grammar):
                    yield row


def _may_hold(sentence: Sentence, grammar: Grammar) -> bool:
    """True when there is a measure, and a word or sign that tells something twice."""
    low = sentence.words.low
    if grammar.classes["conversions.gate"].isdisjoint(sentence.tokens):
        return False
    if any(figure.kind == "measure" for figure in sentence.figures):
        return True
    return "/" in low or not grammar.units.first.keys().isdisjoint(sentence.tokens)


def _pairs(sentence: Sentence, grammar: Grammar) -> Iterator[Pair]:
    """Each measure and the one that tells it again; every figure tells again once."""
    told: set[int] = set()
    templates = grammar.templates[_KIND]
    for way, slots in sentence.find(templates):
        if slots["right"] in told or slots["left"] in told:
            continue
        pairs = list(_of_slots(sentence, way, slots, grammar))
        if pairs:
            told |= {slot for name, slot in slots.items() if name not in ("left", "first")}
            yield from pairs
    if "/" in sentence.words.low:
        for index in range(len(sentence.figures)):
            left = measures.read(sentence, index, grammar)
            right = left and measures.behind_slash(sentence, left, grammar)
            if left and right:
                yield "slash", left, right


def _of_slots(
    sentence: Sentence, way: str, slots: dict[str, int], grammar: Grammar
) -> Iterator[Pair]:
    """The pairs of one place; none when something between the figures keeps them apart."""
    whole = measures.alone if "rest" in slots else measures.read
    left = measures.read(sentence, slots["left"], grammar)
    right = whole(sentence, slots["right"], grammar)
    if left is None or right is None:
        return
    if way == "sides":
        yield from _sides(sentence, slots, left, right, grammar)
        return
    if "begin" in slots and ("rest" in slots or len(right.ends) > 1):
        left = _with_begin(sentence, left, slots["begin"], grammar)
    elif "begin" in slots or _is_side(sentence, left, grammar):
        return
    if left and "rest" in slots:
        right = _with_rest(sentence, left, right, slots["rest"], grammar)
    if left and way == "below":
        left = _below_zero(sentence, left, slots["zero"], grammar)
    if left and right and (strength := _linked(sentence, way, left, right, grammar)):
        yield strength, left, right
        third = measures.alone(sentence, slots["third"], grammar) if "third" in slots else None
        if third:
            yield "twice", left, third


def _sides(
    sentence: Sentence, slots: dict[str, int], left: Measure, right: Measure, grammar: Grammar
) -> Iterator[Pair]:
    """The sides of two rectangles: 5 by 3 metres (16 by 10 feet)."""
    first = measures.alone(sentence, slots["first"], grammar)
    second = measures.alone(sentence, slots["second"], grammar)
    if first and second:
        yield "sides", _in_unit(first, left), _in_unit(second, right)
        yield "sides", left, right


def _in_unit(bare: Measure, other: Measure) -> Measure:
    if bare.unit:
        return bare
    return Measure(other.unit, bare.ends, bare.step, bare.first, bare.last, bare.row)


def _is_side(sentence: Sentence, left: Measure, grammar: Grammar) -> bool:
    """True for the 3 m of "2 m x 3 m (6 ft)"."""
    low = sentence.words.low
    by = low[left.first - 1] in grammar.classes["conversions.by"]
    return by and any(left.first - 2 <= figure.last < left.first for figure in sentence.figures)


def _with_begin(sentence: Sentence, left: Measure, begin: int, grammar: Grammar) -> Measure | None:
    """The range of two figures that were not read as one: "fell 20C to 25C"."""
    low = measures.alone(sentence, begin, grammar)
    if low is None or low.unit not in (None, left.unit) or low.row.value >= left.row.value:
        return None
    return measures.range_of(low, left)


def _with_rest(
    sentence: Sentence, left: Measure, right: Measure, rest: int, grammar: Grammar
) -> Measure | None:
    """The right side with the figure behind it: "6 ft 2 in", or "68F and 77F" for a range."""
    other = measures.alone(sentence, rest, grammar)
    if other is None:
        return None
    if both := measures.together(right, other, sentence, grammar):
        return both
    between = " ".join(sentence.words.low[right.last : other.first])
    linked = between in grammar.classes["conversions.ends"]
    if len(left.ends) == 2 and linked and right.unit in (None, other.unit):
        return measures.range_of(right, other)
    return None


def _below_zero(sentence: Sentence, left: Measure, zero: int, grammar: Grammar) -> Measure | None:
    """A negative temperature: 21 degrees below zero."""
    row, figure = sentence.quantities[zero], sentence.figures[zero]
    written = " ".join(sentence.words.low[figure.first : figure.last])
    if row.value or written not in grammar.classes["conversions.below-zero"]:
        return None
    ends = tuple((-high, -low) for low, high in left.ends)
    return Measure(left.unit, ends, left.step, left.first, figure.last, left.row)


def _linked(
    sentence: Sentence, way: str, left: Measure, right: Measure, grammar: Grammar
) -> str | None:
    """How firmly the words between and behind two measures tie them; null when they do not."""
    classes, low = grammar.classes, sentence.words.low
    between = low[left.last : right.first]
    if way in ("loose", "equals", "slash"):
        units = _is_unit_word(between, grammar)
        return None if units or not _joins(way, left, right, between) else way
    marks = [at for at, word in enumerate(between) if word in classes["conversions.open"]]
    if len(marks) != 1:
        return None
    gap, lead = between[: marks[0]], " ".join(between[marks[0] + 1 :])
    if lead and lead not in classes["conversions.leading"]:
        return None
    if not classes["conversions.apart"].isdisjoint(gap) or _is_unit_word(gap, grammar):
        return None
    if way != "twice" and not _closed(low[right.last : right.last + 6], gap, grammar):
        return None
    return _PARTED if gap else way


def _joins(way: str, left: Measure, right: Measure, between: list[str]) -> bool:
    """True unless a bare comma, or brackets, part the two: "3 miles, about 5 km,"."""
    if not {"(", ")", "[", "]"}.isdisjoint(between):
        return False
    if way == "loose" and between == [","]:
        return Bound.ABOUT in (left.row.bound, right.row.bound)
    return left.unit is not None and right.unit is not None


def _is_unit_word(words: list[str], grammar: Grammar) -> bool:
    """True when a unit without a figure stands among `words`: ten feet from a mile (1.6 km).

    That of a rate right behind the figure is none: five gallons a day (19 litres).
    """
    rate = words[:1] and words[0] in grammar.classes["conversions.per"]
    known = grammar.lexicon.phrases["units"].first
    return any(len(word) > 1 and word in known for word in words[2 if rate else 0 :])


def _closed(behind: list[str], gap: list[str], grammar: Grammar) -> bool:
    """True when the bracket ends behind a figure, or behind words that add nothing to it."""
    classes = grammar.classes
    ends = [at for at, word in enumerate(behind) if word in classes["conversions.close"]]
    if not ends:
        return False
    tail = [word for word in behind[: ends[0]] if word not in classes["conversions.dash"]]
    if not tail or " ".join(tail) in classes["conversions.trailing"]:
        return True
    rate = tail[0] in classes["conversions.per"] and len(tail) == 2
    return rate and gap[-1:] == tail[-1:]


def _compared(story: Story, sentence: Sentence, pair: Pair, grammar: Grammar) -> Relation | None:
    """The relation of two measures; null when they need not be one amount."""
    _, left, right = pair
    if left.unit == right.unit or _cut_off(story, left):
        return None
    fits = equivalence.same(sentence, left, right, grammar)
    if fits is None or not (fits or _must_fit(sentence, pair, grammar)):
        return None

    def told() -> tuple[str, str]:
        value = equivalence.converted(sentence, left, right, grammar)
        expected = f"{shown(left.row, story.text)} comes to {number(value, right.row)}"
        return expected, f"both taken to tell the same {_dimension(left, right, grammar)}"

    note = "told in another unit"
    return relation(story, _KIND, right.row, [(left.row, note)], None if fits else told)


def _dimension(left: Measure, right: Measure, grammar: Grammar) -> str:
    return measures.scales(left, right, grammar)[0][0].dimension


def _must_fit(sentence: Sentence, pair: Pair, grammar: Grammar) -> bool:
    """True when two measures that do not fit were meant to: not for a choice of two, or a unit.

    Times that are loosely joined are two times more often than not, and "cwt (100 lbs)" says what
    a unit is.
    """
    told, left, right = pair
    if left.row.value >= _MANY and equivalence.is_one(right, left, grammar):
        return False
    if told in _FIRM:
        return True
    if _dimension(left, right, grammar) == _TIME or not equivalence.near(left, right, grammar):
        return False
    if told == _PARTED:
        return True
    places = (left.first, right.first)
    offered = any(each.attributive and each.first in places for each in sentence.figures)
    return not offered and grammar.classes["conversions.either"].isdisjoint(sentence.tokens)


def _cut_off(story: Story, left: Measure) -> bool:
    """True when digits and a point stand in front: the sentence ended within "19 . 89 inches"."""
    before = story.text[max(left.row.start - _REACH, 0) : left.row.start].rstrip()
    return before[-1:] in (".", ",") and before[:-1].rstrip()[-1:].isdigit()
