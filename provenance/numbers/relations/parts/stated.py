"""How exactly a figure is stated, and the row that two sides held against one another make.

In: figures. Out: what they allow as an interval, and relations of them. The intervals here are
narrower than those of `Quantity`: what is counted one by one is exact, a result that is stated
in whole percent is cut or rounded to whole percent.
"""

import math
from collections.abc import Callable, Iterable

from provenance.model import Bound, Quantity, Relation, Span
from provenance.numbers import values
from provenance.numbers.figures import Figure
from provenance.numbers.intervals import Interval
from provenance.numbers.lexicon import Lexicon
from provenance.numbers.shown import shown
from provenance.numbers.story import Sentence, Story
from provenance.text.sentence_tokens import Words

Told = tuple[str, str] | tuple[str, str, str]

# A whole number below this was counted; a round one from here on may be rounded.
_COUNTED = 1000
_TEN = 10
# "Nine out of 10" and what is smaller are ways of saying it.
_IDIOM = 10


def interval(row: Quantity) -> Interval:
    """What a counted or paid number allows: itself when its last digit says so."""
    whole = row.bound == Bound.EXACT and row.value.is_integer()
    if whole and (abs(row.value) < _COUNTED or row.value % _TEN):
        return row.value, row.value
    return row.low, math.inf if row.high is None else row.high


def result(row: Quantity, text: str) -> Interval:
    """What a computed figure allows: to the last digit shown, rounded or cut off."""
    if row.bound != Bound.EXACT:
        return row.low, math.inf if row.high is None else row.high
    step = last_digit(row, text)
    return row.value - step / 2, row.value + step


def last_digit(row: Quantity, text: str) -> float:
    """The unit of the last digit of a figure as written: 0.1 for 3.4, 1 for 30 and for thirty.

    A fraction behind a whole number ("8 3/4") counts as two decimals.
    """
    written = text[row.start : row.end]
    whole, point, decimals = written.partition(".")
    if not point:
        return 0.01 if "/" in whole or not row.value.is_integer() else 1.0
    shown_digits = len(decimals) - len(decimals.lstrip("0123456789"))
    return float(10.0**-shown_digits)


def counted(figure: Figure, words: Words, lexicon: Lexicon) -> tuple[Interval, Interval] | None:
    """Both numbers of "12 out of 48".

    Null for fractions in words, for "one in five" and for "three out of four": of so few nobody
    has counted four.
    """
    part = values.read(words, figure.first, lexicon)
    joiner = lexicon.phrases["shares"].at(words.low, part.last) if part else None
    if part is None or joiner is None or joiner[0] == "plain":
        return None
    whole = values.read(words, part.last + joiner[1], lexicon)
    if whole is None or not 0 < part.value < whole.value or whole.value <= _IDIOM:
        return None
    return (part.value, part.value), (whole.value, whole.value)


def entire(story: Story, sentence: Sentence) -> bool:
    """True unless a line break cuts the sentence: "four are" and "one is" on the next line."""
    text = story.text
    following = text[sentence.end : sentence.end + 2].lstrip()
    return not (following[:1].islower() and text[sentence.end - 1].isalnum())


def plain(*rows: Quantity) -> bool:
    """True when none of them is a vague word, a range or an open-ended figure."""
    return all(row.bound in (Bound.EXACT, Bound.ABOUT, Bound.NEARLY) for row in rows)


def relation(
    story: Story,
    kind: str,
    stated: Quantity,
    others: Iterable[tuple[Quantity, str] | tuple[int, int, str]],
    told: Callable[[], Told] | None,
) -> Relation:
    """The relation of a stated figure to others.

    Args:
        story: Where they stand.
        kind: Name of the rule.
        stated: The figure that is held against the others.
        others: These, as figures or as start and end, and what each is to the finding.
        told: Gives what is expected and what was held together, and in front of these what is
            stated where the figure as written does not say it; null when they fit.
    """
    said = told() if told else ("", "", "")
    named = said[0] if len(said) == 3 else shown(stated, story.text)
    return Relation(
        article_id=story.article_id,
        start=stated.start,
        end=stated.end,
        kind=kind,
        fits=told is None,
        stated=named,
        expected=said[-2],
        held=said[-1],
        others=tuple(Span(story.article_id, *_place(other), other[-1]) for other in others),
    )


def _place(other: tuple[Quantity, str] | tuple[int, int, str]) -> tuple[int, int]:
    if len(other) == 3:
        return other[0], other[1]
    return other[0].start, other[0].end
