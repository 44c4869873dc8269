"""How much room the figures of a relation leave, as they are shown.

In: a figure with its row. Out: the least and the most it may stand for. A
number is rounded to its last shown digit; what was reckoned from others may
also have been cut off there. Whole things that are counted are exact.
"""

import math
from dataclasses import replace

from provenance.model import Bound, Quantity
from provenance.numbers.intervals import Interval
from provenance.numbers.lexicon import Lexicon
from provenance.numbers.relations.changes.said import Said
from provenance.numbers.story import Sentence

_CAP = 0.05  # most that a number with one digit, such as "3 million", may be off
# Room of round numbers, as a share: 3,000 for 2,970 to 3,030. A small count is hardly rounded.
_ROUND = 0.01
_ROUND_FEW = 0.005
_FEW = 1000
_NEARLY = 0.85
_ABOUT = 0.1
_EIGHTHS = 0.125
_SCALE = 100.0
# "From two to four million": a small figure so far below the other shares its scale word.
_SHARED = 100.0
_DIGITS = 3


def amount(said: Said, sentence: Sentence, lexicon: Lexicon) -> Interval:
    """What an old or a new figure may stand for; no end is below 0 unless its value is."""
    row, figure = said.row, said.figure
    if row.bound != Bound.EXACT or row.kind == "ratio":
        return row.low, math.inf if row.high is None else row.high
    size, step = abs(row.value), figure.step
    scale = _scale(said, sentence, lexicon)
    if scale > _SCALE:
        shown = step / 2 if step < scale else min(scale / 2, _CAP * size)
        half = min(step / 2, max(shown, _ROUND * size))
    elif row.kind == "count":
        half = _half_of_count(size, step)
    elif row.kind == "percent":
        half = min(step, 1.0) / 2
    else:
        half = min(step / 2, max(0.5, _ROUND * size))
    return row.value - half, row.value + half


def percentage(said: Said, sentence: Sentence) -> Interval:
    """What a stated percentage, or a number of points, may have been before rounding or cutting.

    A fraction such as "a third" comes as a percentage, too. No sign: which way is told by words.
    """
    row = said.row
    if row.kind == "ratio":
        return 100 * row.low, math.inf if row.high is None else 100 * row.high
    size, step = abs(row.value), _step(said, sentence)
    most = math.inf if row.high is None else row.high + step
    about = max(_ABOUT * size, step)
    allowed = {
        Bound.EXACT: (size - step / 2, size + step),
        Bound.MORE: (size - step / 2, math.inf),
        Bound.LESS: (0.0, size + step / 2),
        Bound.UP_TO: (0.0, size + step / 2),
        Bound.NEARLY: (_NEARLY * size, size + step / 2),
        Bound.ABOUT: (size - about, size + about),
    }
    return allowed.get(Bound(row.bound), (row.low - step / 2, most))


def ratio(new: Interval, old: Interval) -> Interval:
    """The least and the most that `new` may be as a multiple of `old`, which is above 0."""
    return new[0] / old[1], new[1] / old[0]


def sharing(
    new: Said, old: Said, sentence: Sentence, lexicon: Lexicon
) -> tuple[tuple[Said, Said], ...]:
    """The readings of two figures, the likeliest first: one may have the scale word of both."""
    small, large = sorted((new, old), key=lambda said: said.row.value)
    scale = _scale(large, sentence, lexicon)
    bare = _scale(small, sentence, lexicon) == 1 and 0 < small.row.value < _FEW
    if scale < _FEW or not bare or large.row.value < _SHARED * small.row.value:
        return ((new, old),)
    scaled = _times(small, scale)
    return ((scaled, old) if small is new else (new, scaled)), (new, old)


def comparable(new: Quantity, old: Quantity) -> bool:
    """Whether two figures may be told as a change of one amount."""
    return new.kind == old.kind and new.unit == old.unit and min(new.value, old.value) > 0


def alike(new: Quantity, old: Quantity) -> bool:
    """False when two things are counted: enough to doubt that figures belong together."""
    return None in (new.noun, old.noun) or new.noun == old.noun


def shown(interval: Interval, sign: str = "%") -> str:
    """An interval as an editor reads it, such as `24.4 to 25.6%`."""
    low, high = (digits(end, 1) for end in interval)
    if math.isinf(interval[1]):
        return f"{low}{sign} or more"
    return f"{low}{sign}" if low == high else f"{low} to {high}{sign}"


def digits(value: float, places: int) -> str:
    """A worked-out number, to three digits where it is large and `places` decimals at most."""
    if value == 0 or math.isinf(value):
        return f"{value:,.0f}"
    kept = min(places, _DIGITS - 1 - math.floor(math.log10(abs(value))))
    text = f"{round(value, kept):,.{max(kept, 0)}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _times(said: Said, scale: float) -> Said:
    """The figure with a scale word that another figure has."""
    row, figure = said.row, said.figure
    high = None if row.high is None else row.high * scale
    row = replace(row, value=row.value * scale, low=row.low * scale, high=high)
    return Said(figure._replace(value=figure.value * scale, step=figure.step * scale), row)


def _half_of_count(size: float, step: float) -> float:
    if step < 1:
        return step / 2
    if step == 1:
        return 0.0
    return min(step / 2, (_ROUND_FEW if size < _FEW else _ROUND) * size)


def _scale(said: Said, sentence: Sentence, lexicon: Lexicon) -> float:
    """The largest scale word or suffix within the figure; 1 when there is none."""
    low, tables = sentence.words.low, (lexicon.values["scales"], lexicon.values["suffixes"])
    found = [1.0]
    for index in range(said.figure.first, said.figure.last):
        found += [
            table.get(low[index], table.get(low[index].removesuffix("s"), 1.0)) for table in tables
        ]
    return max(factor for factor in found if factor <= max(1.0, _SCALE * abs(said.row.value)))


def _step(said: Said, sentence: Sentence) -> float:
    """The unit of the last shown digit of a percentage; an eighth for "8 3/4 percent"."""
    figure = said.figure
    if "/" in sentence.words.low[figure.first : figure.last]:
        return _EIGHTHS
    return max(min(figure.step, 1.0), _ROUND * abs(figure.value) if figure.step > 1 else 0.0)
