"""One sum told in two currencies: "£20 ($31)". All such pairs of a story imply one rate.

In: a story. Out: a relation for each pair of sums after the first one in the
same currencies. No rate is known here, so a single pair is never judged. Pairs
of other days are left out: their rate was another one.
"""

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from provenance.model import Bound, Quantity, Relation
from provenance.numbers.grammar import Grammar
from provenance.numbers.intervals import step_half
from provenance.numbers.numerals import step_of
from provenance.numbers.relations.parts.stated import relation
from provenance.numbers.shown import shown
from provenance.numbers.story import Sentence, Story

_KIND = "currency-rates"
# Beyond the rounding of the sums: rates move within a day and are rounded themselves.
_ROOM = 0.03
_ABOUT = 0.05
# Pairs of which the rate is taken: all of them would cost their square.
_KNOWN = 50
_PLAIN = (Bound.EXACT, Bound.ABOUT, Bound.MORE, Bound.LESS, Bound.UP_TO, Bound.NEARLY)
# A mass and money: "20 pounds ($31)".
_POUND = "pound"
_STERLING = "GBP"
# Hundredths of a currency that is not told.
_HUNDREDTHS = ("penny", "cent")


@dataclass(frozen=True, slots=True)
class Pair:
    """One sum in two currencies.

    Attributes:
        left, right: The two figures, the one in the first currency of the alphabet first.
        low, high: The rate they imply, what a unit of the first one is in the other.
        told: The figure that tells again.
    """

    left: Quantity
    right: Quantity
    low: float
    high: float
    told: Quantity


def find(story: Story, grammar: Grammar) -> Iterator[Relation]:
    """The pairs of `story`, against the other pairs in the same two currencies."""
    if "money" not in story.kinds:
        return
    groups: dict[tuple[str, str], list[Pair]] = defaultdict(list)
    for sentence in story.several:
        if _may_hold(sentence, grammar):
            for names, pair in _pairs(story, sentence, grammar):
                groups[names].append(pair)
    for names in sorted(groups):
        yield from _compared(story, groups[names])


def _may_hold(sentence: Sentence, grammar: Grammar) -> bool:
    if not any(row.kind == "money" for row in sentence.quantities):
        return False
    if grammar.classes["conversions.gate"].isdisjoint(sentence.tokens):
        return False
    text = f" {' '.join(sentence.words.low)} "
    return not any(f" {cue} " in text for cue in grammar.classes["conversions.other-day"])


def _pairs(
    story: Story, sentence: Sentence, grammar: Grammar
) -> Iterator[tuple[tuple[str, str], Pair]]:
    """Currencies and pair of each sum that is told twice; every figure tells again once."""
    told: set[int] = set()
    apart = grammar.classes["conversions.apart"]
    for way, slots in sentence.find(grammar.templates[_KIND]):
        left, right = slots["left"], slots["right"]
        if not told.isdisjoint((left, right)):
            continue
        between = sentence.words.low[sentence.figures[left].last : sentence.figures[right].first]
        marks = [at for at, word in enumerate(between) if word in ("(", "[")]
        if way == "bracket" and (len(marks) != 1 or not apart.isdisjoint(between[: marks[0]])):
            continue
        if between == [","] and sentence.quantities[right].bound != Bound.ABOUT:
            continue
        if found := _pair(story, sentence.quantities[left], sentence.quantities[right]):
            told.add(right)
            yield found


def _pair(story: Story, left: Quantity, right: Quantity) -> tuple[tuple[str, str], Pair] | None:
    """The pair of two figures; null when they are no sums in two currencies of one day."""
    if "money" not in (left.kind, right.kind) or _dated(left) or _dated(right):
        return None
    sides = sorted(((_currency(row, story.text), row) for row in (left, right)), key=_by_name)
    (one, first), (other, second) = sides
    if not one or not other or one == other:
        return None
    low, high = _interval(first)
    least, most = _interval(second)
    if low <= 0 or least <= 0:
        return None
    return (one, other), Pair(first, second, least / high, most / low, right)


def _by_name(side: tuple[str, Quantity]) -> str:
    return side[0]


def _dated(row: Quantity) -> bool:
    """True when the figure is of another year, or of then."""
    return row.bound not in _PLAIN or any(
        mark == "then" or mark.startswith("year:") for mark in row.qualifiers
    )


def _currency(row: Quantity, text: str) -> str:
    """Its currency with the words that tell which of several it is: Danish crowns; "" for none."""
    if row.kind == "measure":
        return _STERLING if row.unit == _POUND else ""
    if row.unit in _HUNDREDTHS or row.unit is None:
        return ""
    words = text[row.start : row.end].split()
    if words[0].islower() and words[1:] and words[1].startswith("$"):
        return "dollar"  # "a $7 million deal" is in no Australian dollars
    of = words[-2].lower() if len(words) > 1 and words[-2].istitle() else ""
    return f"{row.unit} {of}".strip() if of.isalpha() else row.unit


def _interval(row: Quantity) -> tuple[float, float]:
    """What the sum allows whatever its bound: both sides of a pair are bounded alike."""
    step = step_of(float(f"{row.value:.6g}"))  # 1.11bn is 1,110,000,000.0000002
    half = step_half(row.value, step)
    half = max(half, _ABOUT * row.value if row.bound == Bound.ABOUT else 0.0)
    return row.value - half, row.value + half


def _compared(story: Story, pairs: Sequence[Pair]) -> Iterator[Relation]:
    """Each pair against the one that most of the others agree with, the first of equals.

    A single one that differs is told; several may well be the rates of several days.
    """
    if len(pairs) < 2:
        return
    known = pairs[:_KNOWN]
    agreeing = [sum(_meet(pair, other) for other in known) for pair in known]
    base = known[agreeing.index(max(agreeing))]
    odd = [pair for pair in pairs if not _meet(pair, base)]
    for pair in pairs:
        fits = _meet(pair, base)
        if pair is not base and (fits or len(odd) == 1):
            yield _row(story, pair, base, fits=fits)


def _meet(one: Pair, other: Pair) -> bool:
    return one.low <= other.high * (1 + _ROOM) and other.low <= one.high * (1 + _ROOM)


def _row(story: Story, pair: Pair, base: Pair, *, fits: bool) -> Relation:
    others = [
        (pair.left if pair.told is pair.right else pair.right, "the same sum"),
        (base.left, "the other pair"),
        (base.right, "the other pair"),
    ]

    def told() -> tuple[str, str]:
        expected = f"{shown(base.left, story.text)} is {shown(base.right, story.text)}"
        rates = f"{_rate(pair)} here, {_rate(base)} there"
        return expected, f"one rate of exchange taken for both: {rates}"

    return relation(story, _KIND, pair.told, others, None if fits else told)


def _rate(pair: Pair) -> str:
    return f"{math.sqrt(pair.low * pair.high):.3g}"
