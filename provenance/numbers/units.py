"""Reads what stands around a number and says what sort of number it is.

In: the tokens of a sentence and a number in it. Out: the number with its sign,
currency, unit or percent sign, as one `Amount`. Units are named, never
converted.
"""

from typing import NamedTuple

from provenance.numbers.lexicon import Lexicon
from provenance.numbers.numerals import Number, past_hyphen
from provenance.text.sentence_tokens import Words

# One-letter units that are capitals, also apart from the number ("12 C"); "5G" is no weight.
_CAPITAL_UNITS = frozenset("CFLVW")
OLDEST = 120
# Signs with which a minus may stand together: $-5, <-5, (-5.
OPENING_SIGNS = frozenset("$€£¥<>=≤≥~(['\"“‘")
_KINDS = {"percents": "measure", "currencies": "money", "old": "age", "units": "measure"}


class Unit(NamedTuple):
    """What a number measures.

    Attributes:
        kind: `count`, `percent`, `money`, `measure`, `ratio`, `age`, `rank` or `ordinal`.
        name: Canonical currency or unit; null for kinds that have none.
        last: End of its tokens.
    """

    kind: str
    name: str | None
    last: int


class Amount(NamedTuple):
    """A number, a range or a vague word with its unit; its bound is not known yet.

    Attributes:
        first, last: Its tokens, half-open.
        value: With its sign; the middle of a range or a vague word.
        step: See `Number.step`.
        scale: See `Number.scale`.
        unit: What it measures.
        ends: Both ends of a range or a vague word; null for a plain number.
        vague: True when the ends are those of a word such as "dozens".
        attributive: True when a hyphen joins it to the next word ("10-inch", "four-cylinder").
    """

    first: int
    last: int
    value: float
    step: float
    scale: float
    unit: Unit
    ends: tuple[float, float] | None = None
    vague: bool = False
    attributive: bool = False


def amount(words: Words, number: Number, lexicon: Lexicon) -> Amount:
    """The number at its place in the sentence, with sign and unit."""
    low, edges, first, last = words.low, lexicon.edges, number.first, number.last
    value, step, before, unit = number.value, number.step, None, None
    if low[first - 1] in edges.sign:
        first, negative = sign(words, first, last, lexicon)
        value = -value if negative else value
        before = currency_before(words, first, lexicon)
    attributive = False
    if low[last] in edges.unit:
        behind = past_hyphen(words, last, lexicon)
        attributive = behind > last and low[behind].isalpha()
        unit = None if before else unit_at(words, behind, lexicon)
    if before:
        unit, first = Unit("money", before[0], last), before[1]
    elif unit is None:
        unit = Unit("count", None, last)
    elif unit.kind == "age" and 1 < step < value < OLDEST:
        step = 1.0  # nobody rounds an age
    return Amount(first, unit.last, value, step, number.scale, unit, None, False, attributive)


def unit_at(words: Words, index: int, lexicon: Lexicon) -> Unit | None:
    """The percent sign, currency or unit that begins at token `index`."""
    found = lexicon.measures.at(words.low, index)
    if found is None or (found[1] == 1 and _is_loose(words, index, lexicon)):
        return None
    (table, _, name), last = found[0].partition("."), index + found[1]
    if table == "percents" and name == "percent":  # and not a percentage point
        return Unit("percent", None, last)
    return Unit(_KINDS[table], name, last)


def _is_loose(words: Words, index: int, lexicon: Lexicon) -> bool:
    """True for what is no unit: a letter apart from the number, a capital, the in of "12 in"."""
    letter = words.raw[index]
    if words.low[index] in lexicon.roles["loose.joined"]:
        return not (words.joined(index) and words.low[index - 1][:1].isdigit())
    if len(letter) > 1 or not letter.isalpha() or letter in _CAPITAL_UNITS:
        return False
    return letter.isupper() or not words.joined(index)


def sign(words: Words, first: int, last: int, lexicon: Lexicon) -> tuple[int, bool]:
    """Start of the number with its minus, and whether it has one: -5, minus 5, minus-5, $-5.

    "- 5" is below zero where nothing else stands, as in the cell of a table.
    """
    minus = lexicon.roles["particles.minus"]
    if first == 0 or words.low[first - 1] not in minus:
        return first, False
    if words.low[first - 1].isalpha():
        return first - 1, True
    if not words.joined(first):
        alone = first == 1 and last >= words.count
        return first - alone, alone
    if first == 1 or not words.joined(first - 1) or words.low[first - 2] in OPENING_SIGNS:
        return first - 1, True
    spelled = words.low[first - 2].isalpha() and words.low[first - 2] in minus
    return (first - 2, True) if spelled else (first, False)


def currency_before(words: Words, first: int, lexicon: Lexicon) -> tuple[str, int] | None:
    """Currency and start of "US$" or "AUD" right in front of a number."""
    currencies = lexicon.phrases["currencies"]
    if not (found := currencies.ending(words.low, first)):
        return None
    sign, start = words.raw[first - 1], first - found[1]
    if sign.isalpha() and not (sign.isupper() and (len(sign) > 1 or found[1] > 1)):
        return None  # "two dollars 50 times"
    if found[1] > 1 and not _is_code(words, start, lexicon):
        alone = currencies.at(words.low, first - 1)
        return (alone[0], first - 1) if alone else None  # a $7 million fine, 2014's $3 million
    return found[0], start


def _is_code(words: Words, index: int, lexicon: Lexicon) -> bool:
    """True for the A of "A$7" and the US of "US $7"."""
    article = words.low[index] in lexicon.roles["particles.article"]
    return words.joined(index + 1) or (words.raw[index].isupper() and not article)
