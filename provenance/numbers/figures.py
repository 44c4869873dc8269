"""Finds the figures of a sentence: number, bound, unit, range, fraction.

In: the tokens of a sentence. Out: its figures as token spans with their reach.
What they count and what happened to it is not asked here (`context`), nor are
figures compared (`conflicts`).
"""

from dataclasses import dataclass

from provenance.model import Bound
from provenance.numbers import fractions, intervals, ranges, rejects, units, values
from provenance.numbers.intervals import Reach
from provenance.numbers.lexicon import Lexicon, bounds
from provenance.numbers.tokens import Words
from provenance.numbers.units import Amount, Unit


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in its sentence.

    Attributes:
        first, last: Its tokens with bound and unit, half-open.
        value: The number; the middle of a range or a vague word.
        reach: What it allows.
        bound: How it is bounded.
        kind: `count`, `percent`, `money`, `measure` or `ratio`.
        unit: Canonical; null for counts, percentages and ratios.
        attributive: True for "10-inch" and "four-cylinder".
    """

    first: int
    last: int
    value: float
    reach: Reach
    bound: Bound
    kind: str
    unit: str | None
    attributive: bool


def figures(words: Words, lexicon: Lexicon) -> list[Figure]:
    """The figures among `words`, in order, none overlapping. Linear in the tokens."""
    found: list[Figure] = []
    resume, idioms = 0, _idioms(words, lexicon)
    for index in _openings(words, lexicon):
        if index < resume or index in idioms:
            continue
        amount = (
            fractions.share(words, index, lexicon)
            or fractions.one_in(words, index, lexicon)
            or _vague(words, index, lexicon)
            or _stated(words, index, lexicon)
        )
        if amount and amount.first >= resume:  # a sign between two numbers is the first one's
            found.append(_bounded(words, amount, lexicon))
            resume = found[-1].last
    return found


def _openings(words: Words, lexicon: Lexicon) -> list[int]:
    """Tokens with which a figure may begin: digits, number words, an article before one."""
    low, openers = words.low, lexicon.openers
    starts = [k for k, word in enumerate(low) if word in openers or "0" <= word[:1] <= "9"]
    return [index for index in starts if _opens(words, index, lexicon)]


def _opens(words: Words, index: int, lexicon: Lexicon) -> bool:
    word = words.low[index]
    if word in lexicon.roles["particles.article"]:
        return words.low[index + 1] in lexicon.seconds
    return word in lexicon.openers or "0" <= word[:1] <= "9"


def _idioms(words: Words, lexicon: Lexicon) -> set[int]:
    """Tokens that belong to an idiom such as "one of" and count nothing."""
    idioms, covered = lexicon.phrases["idioms"], set[int]()
    for index in words.places(idioms.first):
        if found := idioms.at(words.low, index):
            covered.update(range(index, index + found[1]))
    return covered


def _vague(words: Words, index: int, lexicon: Lexicon) -> Amount | None:
    """Such as "dozens", "tens of thousands of dollars", "several years"."""
    found = lexicon.phrases["vague"].at(words.low, index)
    if not found:
        return None
    key, size = found
    low, high = bounds(key)
    last = index + size
    partitive = words.low[last] in lexicon.roles["particles.of"]
    unit = units.unit_at(words, last + partitive, lexicon) or Unit("count", None, last)
    return Amount(index, unit.last, (low + high) / 2, low, 1.0, unit, ends=(low, high), vague=True)


def _stated(words: Words, index: int, lexicon: Lexicon) -> Amount | None:
    """A number or a range of two."""
    number = values.read(words, index, lexicon)
    if number is None or rejects.inside_token(words, number, lexicon):
        return None
    amount = units.amount(words, number, lexicon)
    bare = amount.unit.kind == "count" and not amount.attributive
    if bare and rejects.names_something(words, number, lexicon):
        return None
    if both := ranges.between(words, amount, lexicon):
        return both
    return None if ranges.is_score(words, amount, lexicon) else amount


def _bounded(words: Words, amount: Amount, lexicon: Lexicon) -> Figure:
    """The amount with the bound before or behind it."""
    first, last, bound = amount.first, amount.last, Bound.EXACT
    before = lexicon.phrases["before"].ending(words.low, first)
    behind = lexicon.phrases["after"].at(words.low, last)
    if before:
        first, bound = first - before[1], Bound(before[0])
    if behind and not _opens(words, last + behind[1], lexicon):
        last, bound = last + behind[1], Bound(behind[0])
    reach, bound = _reach(amount, bound)
    unit = amount.unit
    return Figure(first, last, amount.value, reach, bound, unit.kind, unit.name, amount.attributive)


def _reach(amount: Amount, bound: Bound) -> tuple[Reach, Bound]:
    if amount.ends and amount.vague:
        open_ended = bound in (Bound.MORE, Bound.LESS, Bound.UP_TO)
        return intervals.bounded(*amount.ends, bound), bound if open_ended else Bound.VAGUE
    if amount.ends:
        return intervals.span(*amount.ends), Bound.RANGE
    if amount.unit.kind == "ratio" and bound == Bound.EXACT:
        return intervals.ratio(amount.value), bound
    return intervals.reach(amount.value, amount.step, bound), bound
