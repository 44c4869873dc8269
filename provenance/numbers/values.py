"""Reads the number that begins at a token: digits, words, or both.

In: the tokens of a sentence and an index. Out: the value and how finely it was
stated. Whether it is a figure at all (and not a year, a score or a name), its
bound and its unit are decided elsewhere.
"""

import re
from functools import lru_cache

from provenance.numbers import nouns, spelled
from provenance.numbers.lexicon import Lexicon
from provenance.numbers.numerals import Number, past_hyphen, step_of
from provenance.text.sentence_tokens import Words

# 1234 | 1,234,567 | 12,34,567 (lakh and crore), each with a decimal part or not.
_DIGITS = re.compile(
    r"(?:[0-9]{1,15}|[0-9]{1,3}(?:,[0-9]{3}){1,5}|[0-9]{1,2}(?:,[0-9]{2}){1,4},[0-9]{3})"
    r"(?:\.[0-9]{1,9})?"
)
# 1,5 | 5,00 | 1.234.567,89, as in copy from the European mainland.
_CONTINENTAL = re.compile(r"[0-9]{1,3}(?:,[0-9]{1,2}|(?:\.[0-9]{3}){1,5},[0-9]{1,9})")
_GROUP = re.compile(r"[0-9]{3}(?:\.[0-9]{1,9})?")
_GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+")
_DENOMINATORS = frozenset(["2", "3", "4", "5", "6", "8", "10", "16"])
_GROUPS = 5  # most groups of three digits, written apart, behind the first one
_LARGEST_POWER = 30
# "Half a million", "two and a half"; "the third million" is none.
COMMON_PARTS = (0.5, 0.25)


def read(words: Words, index: int, lexicon: Lexicon) -> Number | None:
    """The longest number that begins at token `index`; null when none does.

    Cost: linear in the tokens of the number.
    """
    low = words.low
    word = low[index]
    if "0" <= word < ":":
        number = _digits(words, index, lexicon)
        if number is None:
            return None
        if number.last == index + 1 and low[index + 1] not in lexicon.follow:
            return number  # as nearly always
        number = _and_more(words, number, lexicon)
    elif word in lexicon.values["cardinals"] and low[index + 1] not in lexicon.edges.carry:
        value = lexicon.values["cardinals"][word]
        return Number(index, index + 1, value, step_of(value), 1.0, spelled=True)
    else:
        number = _half_of_scale(words, index, lexicon) or spelled.read(words, index, lexicon)
    return number and _and_a_half(words, number, lexicon)


def _digits(words: Words, index: int, lexicon: Lexicon) -> Number | None:
    low, last = words.low, index + 1
    text, behind = low[index], low[last]
    point = low[index - 1] == "." and _follows_point(words, index)
    alone = "," in text and past_hyphen(words, last, lexicon) == last
    written = _written(text, point, alone)
    if written is None:
        return None
    value, step = written
    first = index - 1 if point else index
    if behind not in lexicon.follow and not "0" <= behind < ":":
        return Number(first, last, value, step, 1.0, spelled=False)
    if fraction := _fraction(words, index, lexicon):
        last, value = fraction
        step = step_of(value)
    elif groups := _groups(words, index):
        last, value = groups
        step = step_of(value)
    elif power := _power(words, last, value):
        last, value, step = power[0], power[1], step * power[2]
    last, scale = _scale(words, last, lexicon)
    return Number(first, last, value * scale, step * scale, scale, spelled=False)


@lru_cache(maxsize=1 << 14)
def _written(text: str, point: bool, continental: bool) -> tuple[float, float] | None:
    """Value and step of digits; null for no number.

    Args:
        text: The token.
        point: Whether a decimal point stands in front.
        continental: Whether a comma may be the decimal point.
    """
    if continental and _CONTINENTAL.fullmatch(text):
        text = text.replace(".", "").replace(",", ".")
    if not _DIGITS.fullmatch(text) or (text[0] == "0" and text[1:2].isdigit() and not point):
        return None
    value = float(f".{text}" if point else text.replace(",", ""))
    decimals = len(text) if point else len(text.partition(".")[2])
    return value, 10.0**-decimals if decimals else step_of(value)


def _groups(words: Words, index: int) -> tuple[int, float] | None:
    """End and value of "1 234 567": one space between groups of three digits."""
    low, at = words.low, index + 1
    if len(low[index]) > 3 or low[index] == "0" or not low[index].isdigit():
        return None
    while at <= index + _GROUPS and words.starts[at] == words.ends[at - 1] + 1:
        if not _GROUP.fullmatch(low[at]):
            break
        at += 1
        if "." in low[at - 1]:
            break
    alone = not (low[index - 1][:1].isdigit() or low[at][:1].isdigit())
    return (at, float("".join(low[index:at]))) if at > index + 1 and alone else None


def _power(words: Words, last: int, value: float) -> tuple[int, float, float] | None:
    """Such as 1.1^23, 1.3e6 and 6.2x10^-4, its digits read up to `last`.

    Returns:
        End, value, and what the step is multiplied by.
    """
    low, at = words.low, last
    ten = low[at] in ("x", "×") and low[at + 1] == "10"
    at += 2 * ten
    if low[at] not in (("^",) if ten else ("^", "e")) or not words.joined(at):
        return None
    signed = low[at + 1] in ("+", "-", "−")
    power = low[at + 1 + signed]
    if not power.isdigit() or len(power) > 2 or int(power) > _LARGEST_POWER:
        return None
    end, exponent = at + 2 + signed, int(power) if low[at + 1] in ("+", power) else -int(power)
    if ten or low[at] == "e":
        return end, value * 10.0**exponent, 10.0**exponent
    return (end, value**exponent, 1.0) if value else None


def _follows_point(words: Words, index: int) -> bool:
    """True for the digits of ".500" behind white space."""
    bare = words.low[index].isdigit() and words.low[index - 1] == "."
    return bare and words.joined(index) and not words.joined(index - 1)


def _fraction(words: Words, index: int, lexicon: Lexicon) -> tuple[int, float] | None:
    """End and value of "1/2", "10 1/2" or "2½" that begins with the digits at `index`."""
    low = words.low
    digits = low[index].replace(",", "") if _GROUPED.fullmatch(low[index]) else low[index]
    if not digits.isdigit():
        return None
    whole = float(digits)
    sign = lexicon.values["fractions"].get(low[index + 1])
    if sign and not low[index + 1].isalpha():
        return index + 2, whole + sign
    for top, base in ((index, 0.0), (index + 1, whole)):
        if not (low[top].isdigit() and low[top + 1] == "/" and low[top + 2] in _DENOMINATORS):
            continue
        close = words.joined(top + 1) and words.joined(top + 2)
        if close and int(low[top]) < int(low[top + 2]) and low[top + 3] != "/":
            return top + 3, base + int(low[top]) / int(low[top + 2])
    return None


def _scale(words: Words, index: int, lexicon: Lexicon) -> tuple[int, float]:
    """End and factor of the suffix or the scale words behind digits that end at `index`."""
    factor = lexicon.values["suffixes"].get(words.low[index])
    if factor and words.joined(index) and not _is_length(words, index, lexicon):
        return index + 1, factor
    case = "loose.upper" if words.raw[index].isupper() else "loose.lower"
    if factor and words.low[index] in lexicon.roles[case] and words.low[index + 1] != ".":
        return index + 1, factor
    scales, scale = lexicon.values["scales"], 1.0
    while True:
        at = past_hyphen(words, index, lexicon)
        word = words.low[at]
        word = word if word in scales else word.removesuffix("s")
        if word not in scales or (scale > 1 and scales[word] < scale):
            return index, scale
        index, scale = at + 1, scale * scales[word]


def _is_length(words: Words, index: int, lexicon: Lexicon) -> bool:
    """True when the m or mm behind digits is a length: no currency before, no noun behind."""
    if words.low[index] not in lexicon.phrases["units"].first or words.raw[index].isupper():
        return False
    if lexicon.phrases["currencies"].ending(words.low, index - 1):
        return False
    if lexicon.phrases["currencies"].at(words.low, index + 1):
        return False
    return len(words.low[index]) > 1 or not (
        lexicon.phrases["units"].at(words.low, index + 1)
        or nouns.has_plural(words, index + 1, lexicon)
    )


def _and_more(words: Words, number: Number, lexicon: Lexicon) -> Number:
    """Such as "3 hundred and 21", "4 thousand 3 hundred": smaller scales behind the first."""
    low, scales = words.low, lexicon.values["scales"]
    at = number.last
    linked = low[at] in lexicon.roles["particles.and"]
    at += linked
    scaled = scales.get(low[at + 1], 0.0)
    if low[number.last - 1] not in scales or not (linked or scaled) or scaled >= number.scale:
        return number
    more = read(words, at, lexicon)
    if more is None or not 0 < more.value < number.scale or (linked and not _closes(number, more)):
        return number
    value = number.value + more.value
    return number._replace(last=more.last, value=value, step=step_of(value), spelled=False)


def _closes(number: Number, more: Number) -> bool:
    """True for "hundred and 21" and "crore and two hundred"; "2 million and 20" are two."""
    whole = more.value == int(more.value)
    return whole and (number.scale == 100 or (more.spelled and more.value >= 100))


def _half_of_scale(words: Words, index: int, lexicon: Lexicon) -> Number | None:
    """Such as "half a million", "a quarter of a million", "a half-dozen"."""
    low, roles = words.low, lexicon.roles
    at = index + (low[index] in roles["particles.article"])
    part = lexicon.values["fractions"].get(low[at])
    if part not in COMMON_PARTS:
        return None
    at = past_hyphen(words, at + 1, lexicon)
    at += low[at] in roles["particles.of"]
    at = past_hyphen(words, at + (low[at] in roles["particles.article"]), lexicon)
    scale = lexicon.values["scales"].get(low[at])
    if part is None or scale is None:
        return None
    return Number(index, at + 1, part * scale, step_of(part * scale), scale, spelled=True)


def _and_a_half(words: Words, number: Number, lexicon: Lexicon) -> Number:
    """Such as "two-and-a-half", "one and a half million", "a million and a half"."""
    low, fractions = words.low, lexicon.values["fractions"]
    at = past_hyphen(words, number.last, lexicon)
    if low[at] not in lexicon.roles["particles.and"]:
        return number
    at = past_hyphen(words, at + 1, lexicon)
    if low[at] in lexicon.roles["particles.article"]:
        at = past_hyphen(words, at + 1, lexicon)
        part, last = fractions.get(low[at], 0.0), at + 1
        ends = last >= words.count or low[last] == "."
        part = part if part in COMMON_PARTS or ends else 0.0
    else:
        part, last = spelled.part(words, at, lexicon)
    if not part:
        return number
    last, scale = _scale(words, last, lexicon)
    if number.scale == 1:
        value = number.value + part
        step = step_of(value) * scale
        return number._replace(last=last, value=value * scale, step=step, scale=scale)
    value = number.value + part * (scale if scale > 1 else number.scale)
    return number._replace(last=last, value=value, step=step_of(value))
