"""The measures of a sentence as conversions see them.

In: figures of a sentence. Out: amounts of one unit, with what their last digit
allows. Figures that are said together (six feet two inches) become one amount,
and units are read that only stand out beside another measure. Figures that are
only half read, such as the 89 of "19 . 89 inches", become none.
"""

from dataclasses import dataclass, replace

from provenance.model import Bound, Quantity
from provenance.numbers import numerals, units, values
from provenance.numbers.dimensions import Scale
from provenance.numbers.grammar import Grammar
from provenance.numbers.story import Sentence

Interval = tuple[float, float]

# Room of a figure with "about", as a share of it: narrower than what such a word allows a
# count, since both figures of a conversion come from one source.
_ABOUT = 0.05
# Signs that digits were torn apart by, in text that went through a tokenizer: 19 . 89, 1 @,@ 000.
_TORN = frozenset(".,@")
_LINK = 1
# Decimals of a sum of units: six feet are 72 inches, not 72.00000000000001.
_PLACES = 9
# Room of a round number, as a share of it: 45 kilometres may be told as 30 miles, which is 28.
_ROUND = 0.1


@dataclass(frozen=True, slots=True)
class Measure:
    """An amount of one unit.

    Attributes:
        unit: Canonical; null for a bare number, which takes the unit of its neighbour.
        ends: What it allows: one interval, or those of both ends of a range.
        step: Of its last digit.
        first, last: Its tokens, half-open.
        row: The figure; of figures said together, one with the place and the value of all.
    """

    unit: str | None
    ends: tuple[Interval, ...]
    step: float
    first: int
    last: int
    row: Quantity


def read(sentence: Sentence, index: int, grammar: Grammar) -> Measure | None:
    """The measure of figure `index`, with the part of it in front or behind.

    Returns:
        Null when the figure is vague, torn, or goes on something that was not read.
    """
    last = alone(sentence, index, grammar)
    if last is None:
        return None
    if index and (before := alone(sentence, index - 1, grammar)):
        if both := together(before, last, sentence, grammar):
            return both
        if before.last == last.first and before.unit:
            return None
    if _goes_on(sentence, last.first, grammar):
        large = _unread(sentence, last.first - 2, last.row, grammar)
        return large and together(large, last, sentence, grammar)
    return with_part(sentence, last, grammar)


def with_part(sentence: Sentence, measure: Measure, grammar: Grammar) -> Measure | None:
    """The measure with the part behind it that is no figure of its own, such as the 8in of 6ft 8in.

    Returns:
        Null when digits stand behind that are no part of it.
    """
    low, at = sentence.words.low, measure.last
    at += low[at] in grammar.lexicon.roles["particles.hyphen"]
    if not low[at][:1].isdigit():
        return measure
    part = _unread(sentence, at, measure.row, grammar)
    return part and together(measure, part, sentence, grammar)


def alone(sentence: Sentence, index: int, grammar: Grammar) -> Measure | None:
    """The measure of figure `index` by itself."""
    figure, row = sentence.figures[index], sentence.quantities[index]
    if row.bound == Bound.VAGUE or row.kind not in ("count", "measure") or _torn(sentence, index):
        return None
    unit, last = _unit(sentence, index, grammar)
    ends = _ends(row, figure.step)
    if last > figure.last:
        row = replace(row, end=sentence.words.ends[last - 1], unit=unit, kind="measure")
    return Measure(unit, ends, figure.step, figure.first, last, row)


def together(
    large: Measure, small: Measure, sentence: Sentence, grammar: Grammar
) -> Measure | None:
    """The sum of two measures that are said as one: 6ft 2in, 11 stone 4."""
    link = sentence.words.low[large.last : small.first]
    hyphens = grammar.lexicon.roles["particles.hyphen"]
    particles = grammar.lexicon.roles["particles.both"] | hyphens
    if large.unit is None or len(link) > _LINK or not particles.issuperset(link):
        return None
    unit = small.unit
    if unit is None and hyphens.issuperset(link):
        unit = grammar.dimensions.unsaid.get(large.unit)
    if unit is None or unit not in grammar.dimensions.parts.get(large.unit, ()):
        return None
    ratio = _ratio(large.unit, unit, grammar)
    if len(large.ends) + len(small.ends) > 2 or not 0 <= small.row.value < ratio:
        return None
    value = round(large.row.value * ratio + small.row.value, _PLACES)
    half = small.step / 2
    row = replace(
        large.row, end=small.row.end, value=value, low=value - half, high=value + half, unit=unit
    )
    return Measure(unit, ((value - half, value + half),), 1.0, large.first, small.last, row)


def range_of(low: Measure, high: Measure) -> Measure:
    """The range of two measures, the first of which may go without a unit."""
    row = replace(high.row, start=low.row.start, bound=Bound.RANGE, low=low.row.value)
    ends = low.ends[0], high.ends[-1]
    return Measure(high.unit, ends, high.step, low.first, high.last, row)


def behind_slash(sentence: Sentence, left: Measure, grammar: Grammar) -> Measure | None:
    """The measure behind "5 km/", which is no figure since it may be a part of something."""
    low = sentence.words.low
    if low[left.last] != "/" or not low[left.last + 1][:1].isdigit():
        return None
    return _unread(sentence, left.last + 1, left.row, grammar)


def scales(left: Measure, right: Measure, grammar: Grammar) -> list[tuple[Scale, Scale]]:
    """The readings of both units that measure the same."""
    known = grammar.dimensions.scales
    return [
        (one, other)
        for one in known.get(left.unit or "", ())
        for other in known.get(right.unit or "", ())
        if one.dimension == other.dimension
    ]


def _unread(sentence: Sentence, at: int, like: Quantity, grammar: Grammar) -> Measure | None:
    """The measure that begins at token `at`, where no figure was read; its row is one as `like`."""
    words = sentence.words
    number = values.read(words, at, grammar.lexicon)
    if number is None:
        return None
    amount = units.amount(words, number, grammar.lexicon)
    unit, last = amount.unit.name if amount.unit.kind == "measure" else None, amount.last
    if unit is None and (found := grammar.letters.at(words.low, number.last)):
        unit, last = found[0], number.last + found[1]
    row = replace(
        like,
        start=words.starts[at],
        end=words.ends[last - 1],
        value=number.value,
        unit=unit,
        bound=Bound.EXACT,
    )
    return Measure(unit, _ends(row, number.step), number.step, at, last, row)


def _ratio(large: str, small: str, grammar: Grammar) -> float:
    scales = grammar.dimensions.scales
    return scales[large][0].factor / scales[small][0].factor


def _unit(sentence: Sentence, index: int, grammar: Grammar) -> tuple[str | None, int]:
    """Unit of a figure and the end of its tokens; a longer unit wins over the one that was read."""
    low, figure = sentence.words.low, sentence.figures[index]
    hyphen = low[figure.last] in grammar.lexicon.roles["particles.hyphen"]
    for at in (figure.last - 1, figure.last, figure.last + 1 if hyphen else figure.first):
        found = grammar.units.at(low, at)
        last = at + found[1] if found else 0
        apart = low[last - 1].isdigit() and not sentence.words.joined(last - 1)  # 6ft 2, not ft2
        if found and last > figure.last and not apart:
            return found[0], last
    unit = sentence.quantities[index].unit
    if unit is None and (found := grammar.letters.at(low, figure.last)):
        last = figure.last + found[1]
        if not low[last][:1].isalpha() or low[last] in grammar.classes["conversions.trailing"]:
            return found[0], last
    return unit, figure.last


def _ends(row: Quantity, step: float) -> tuple[Interval, ...]:
    if row.bound == Bound.RANGE:
        high = row.low if row.high is None else row.high
        steps = (numerals.step_of(float(f"{end:.6g}")) for end in (row.low, high))
        return tuple(map(_around, (row.low, high), steps, (0.0, 0.0)))
    return (_around(row.value, step, _ABOUT if row.bound == Bound.ABOUT else 0.0),)


def _around(value: float, step: float, share: float) -> Interval:
    size = abs(value)
    half = min(step / 2, _ROUND * size) if step > 1 and size else step / 2
    half = max(half, share * size)
    return value - half, value + half


def _torn(sentence: Sentence, index: int) -> bool:
    """True when the digits in front of a figure, or behind it, belong to its number."""
    low, first, last = (
        sentence.words.low,
        sentence.figures[index].first,
        sentence.figures[index].last,
    )
    marked = first > 0 and low[first - 1] == "@"
    before = first > 1 and low[first - 1] in _TORN and low[first - 2][:1].isdigit()
    behind = low[last] in _TORN and low[last + 1][:1].isdigit()
    return marked or before or (behind and sentence.quantities[index].unit is None)


def _goes_on(sentence: Sentence, first: int, grammar: Grammar) -> bool:
    """True for the 3 lb of "12 st 3 lb" when its stones were not read."""
    low = sentence.words.low
    tables = grammar.lexicon.phrases["units"], grammar.units, grammar.letters
    unit = first > 1 and any(low[first - 1] in table.first for table in tables)
    return unit and low[first - 2][:1].isdigit()
