"""Finds the figures of a sentence: number, bound, unit, range, fraction.

In: the tokens of a sentence. Out: its figures as token spans with their reach.
What they count and what happened to it is not asked here (`context`), nor are
figures compared (`conflicts`).
"""

from collections.abc import Iterable
from typing import NamedTuple

from provenance.model import Bound
from provenance.numbers import fractions, intervals, placed, ranges, rejects, units, values
from provenance.numbers.intervals import Reach
from provenance.numbers.lexicon import Lexicon, bounds
from provenance.numbers.units import Amount, Unit
from provenance.text.sentence_tokens import Words

# Most tokens between the bounds of "more than 20, but fewer than 30".
_LINKS = 2
_PLACES = ("rank", "ordinal")  # "more than third" is not the bound of a rank


class Figure(NamedTuple):
    """A figure in its sentence.

    Attributes:
        first, last: Its tokens with bound and unit, half-open.
        value: The number; the middle of a range or a vague word.
        step: The unit of its last stated digit; see `Number.step`.
        reach: What it allows.
        bound: How it is bounded.
        kind: See `Unit`.
        unit: Canonical; null for kinds that have none.
        attributive: True for "10-inch" and "four-cylinder".
    """

    first: int
    last: int
    value: float
    step: float
    reach: Reach
    bound: Bound
    kind: str
    unit: str | None
    attributive: bool


def figures(words: Words, lexicon: Lexicon) -> list[Figure]:
    """The figures among `words`, in order, none overlapping. Linear in the tokens."""
    return figures_at(words, openings(words, lexicon), lexicon)


def figures_at(words: Words, places: Iterable[int], lexicon: Lexicon) -> list[Figure]:
    """The figures that begin at one of `places`, which are in order; see `figures`."""
    found: list[Figure] = []
    resume, low, idioms = 0, words.low, lexicon.idioms
    parts = not lexicon.edges.parts.isdisjoint(low)
    for index in places:
        if index < resume or (low[index] in idioms and _is_idiom(words, index, lexicon)):
            continue
        amount = _amount(words, index, lexicon, parts=parts)
        if amount and amount.first >= resume:  # a sign between two numbers is the first one's
            found.append(_bounded(words, amount, lexicon))
            resume = found[-1].last
            if len(found) > 1 and (both := _both(words, found[-2], found[-1], lexicon)):
                found[-2:] = [both]
    return found


def openings(words: Words, lexicon: Lexicon) -> list[int]:
    """Tokens with which a figure may begin: digits, number words, an article before one."""
    low, openers, articles = words.low, lexicon.openers, lexicon.roles["particles.article"]
    starts = [k for k, word in enumerate(low) if word in openers or "0" <= word < ":"]
    return [k for k in starts if low[k] not in articles or low[k + 1] in lexicon.seconds]


def _opens(words: Words, index: int, lexicon: Lexicon) -> bool:
    word = words.low[index]
    if word in lexicon.roles["particles.article"]:
        return words.low[index + 1] in lexicon.seconds
    return word in lexicon.openers or "0" <= word < ":"  # a colon comes right after 9


def _amount(words: Words, index: int, lexicon: Lexicon, *, parts: bool) -> Amount | None:
    """What begins at token `index`; the more special readings are tried first.

    `parts` tells whether a word for a fraction stands in the sentence.
    """
    low, edges = words.low, lexicon.edges
    turned, digits = low[index + 1] in edges.turn, "0" <= low[index] < ":"
    if (turned or not digits) and (found := placed.place(words, index, lexicon)):
        return found
    if turned and (found := fractions.one_in(words, index, lexicon)):
        return found
    if digits:
        return _stated(words, index, lexicon)
    if parts and (found := fractions.share(words, index, lexicon)):
        return found
    return _vague(words, index, lexicon) or _stated(words, index, lexicon)


def _is_idiom(words: Words, index: int, lexicon: Lexicon) -> bool:
    """True for a token of an idiom such as "one of", which counts nothing."""
    low = words.low
    for place, tokens in lexicon.idioms[low[index]]:
        if place <= index and tuple(low[index - place : index - place + len(tokens)]) == tokens:
            return True
    return False


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
    if aged := placed.age(words, amount, lexicon):
        return ranges.between(words, aged, lexicon) or aged
    bare = amount.unit.kind == "count" and not amount.attributive
    if bare and rejects.names_something(words, number, lexicon):
        return None
    joined = words.low[amount.last] in lexicon.edges.joint
    if joined and (both := ranges.between(words, amount, lexicon)):
        return both
    return None if ranges.is_score(words, amount, lexicon) else amount


def _bounded(words: Words, amount: Amount, lexicon: Lexicon) -> Figure:
    """The amount with the bound before or behind it."""
    first, last, bound, unit = amount.first, amount.last, Bound.EXACT, amount.unit
    if unit.kind not in _PLACES:
        before = lexicon.phrases["before"].ending(words.low, first)
        behind = lexicon.phrases["after"].at(words.low, last)
        if before and not _is_arrow(words, first - before[1]):
            first, bound = first - before[1], Bound(before[0])
        if behind and not _opens_bound(words, last, last + behind[1], lexicon):
            last, bound = last + behind[1], Bound(behind[0])
    reach, bound = _reach(amount, bound)
    return Figure(
        first, last, amount.value, amount.step, reach, bound, unit.kind, unit.name,
        amount.attributive,
    )  # fmt: skip


def _is_arrow(words: Words, index: int) -> bool:
    """True for the second half of "=>" and "<>"."""
    signs = "<>="
    return words.low[index] in signs and words.low[index - 1] in signs and words.joined(index)


def _opens_bound(words: Words, first: int, last: int, lexicon: Lexicon) -> bool:
    """True when the "or more" behind a figure belongs to the next one: "20 or more than 30"."""
    following = lexicon.phrases["before"].at(words.low, first + 1)
    return _opens(words, max(first + 1 + following[1], last) if following else last, lexicon)


def _both(words: Words, left: Figure, right: Figure, lexicon: Lexicon) -> Figure | None:
    """The range of "more than 20 and fewer than 30"; null when the two are no range."""
    low, high = (right, left) if right.bound == Bound.MORE else (left, right)
    if low.bound != Bound.MORE or high.bound not in (Bound.LESS, Bound.UP_TO):
        return None
    between = words.low[left.last : right.first]
    linked = 0 < len(between) <= _LINKS and lexicon.roles["particles.both"].issuperset(between)
    same = low.kind in (high.kind, "count") and low.unit in (high.unit, None)
    if not (linked and same and low.value < high.value):
        return None
    return high._replace(
        first=left.first,
        last=right.last,
        value=(low.value + high.value) / 2,
        reach=intervals.span(low.value, high.value),
        bound=Bound.RANGE,
    )


def _reach(amount: Amount, bound: Bound) -> tuple[Reach, Bound]:
    if not amount.ends and amount.unit.kind != "ratio":
        return intervals.reach(amount.value, amount.step, bound), bound
    if amount.ends and amount.vague:
        open_ended = bound in (Bound.MORE, Bound.LESS, Bound.UP_TO)
        return intervals.bounded(*amount.ends, bound), bound if open_ended else Bound.VAGUE
    if amount.ends:
        return intervals.span(*amount.ends), Bound.RANGE
    if amount.unit.kind == "ratio" and bound == Bound.EXACT:
        return intervals.ratio(amount.value), bound
    return intervals.reach(amount.value, amount.step, bound), bound
