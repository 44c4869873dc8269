"""Reads the number that begins at a token: digits, words, or both.

In: the tokens of a sentence and an index. Out: the value and how finely it was
stated. Whether it is a figure at all (and not a year, a score or a name), its
bound and its unit are decided elsewhere.
"""

import math
import re
from dataclasses import dataclass
from typing import NamedTuple

from provenance.numbers import nouns
from provenance.numbers.lexicon import Lexicon
from provenance.numbers.tokens import Words

# 1234 | 1,234,567 | 12,34,567 (lakh and crore), each with a decimal part or not.
_DIGITS = re.compile(
    r"(?:[0-9]{1,15}|[0-9]{1,3}(?:,[0-9]{3}){1,5}|[0-9]{1,2}(?:,[0-9]{2}){1,4},[0-9]{3})"
    r"(?:\.[0-9]{1,9})?"
)
# 1,5 | 5,00 | 1.234.567,89, as in copy from the European mainland.
_CONTINENTAL = re.compile(r"[0-9]{1,3}(?:,[0-9]{1,2}|(?:\.[0-9]{3}){1,5},[0-9]{1,9})")
_GROUP = re.compile(r"[0-9]{3}(?:\.[0-9]{1,9})?")
_DENOMINATORS = frozenset(["2", "3", "4", "5", "6", "8", "10", "16"])
_DOZEN = 12.0
_GROUPS = 5  # most groups of three digits, written apart, behind the first one
_LARGEST_POWER = 30
# "Half a million", "two and a half"; "the third million" is none.
_COMMON_PARTS = (0.5, 0.25)


class Number(NamedTuple):
    """A number as written.

    Attributes:
        first, last: Its tokens, half-open.
        value: What it says.
        step: The unit of its last stated digit: 0.1 for 1.5, 100,000 for "1.5 million",
            1,000 for 12,000.
        scale: What its last scale word or suffix multiplies by; 1 when there is none.
        spelled: True when it begins with a word, not a digit.
    """

    first: int
    last: int
    value: float
    step: float
    scale: float
    spelled: bool


def read(words: Words, index: int, lexicon: Lexicon) -> Number | None:
    """The longest number that begins at token `index`; null when none does.

    Cost: linear in the tokens of the number.
    """
    if "0" <= words.low[index] < ":":
        number = _digits(words, index, lexicon)
        number = number and _and_more(words, number, lexicon)
    else:
        number = _half_of_scale(words, index, lexicon) or _spelled(words, index, lexicon)
    return number and _and_a_half(words, number, lexicon)


def step_of(value: float) -> float:
    """The largest power of ten that divides a whole number; that of the last decimal else.

    >>> step_of(5000), step_of(55), step_of(2.5)
    (1000.0, 1.0, 0.1)
    """
    if value != int(value):
        return 10.0 ** -len(f"{value:.6f}".rstrip("0").partition(".")[2])
    digits = str(int(abs(value)))
    return 10.0 ** (len(digits) - len(digits.rstrip("0"))) if value else 1.0


def _digits(words: Words, index: int, lexicon: Lexicon) -> Number | None:
    text = words.low[index]
    point = _follows_point(words, index)
    alone = past_hyphen(words, index + 1, lexicon) == index + 1
    if "," in text and alone and _CONTINENTAL.fullmatch(text):
        text = text.replace(".", "").replace(",", ".")
    if not _DIGITS.fullmatch(text) or (text[0] == "0" and text[1:2].isdigit() and not point):
        return None
    value = float(f".{text}" if point else text.replace(",", ""))
    decimals = len(text) if point else len(text.partition(".")[2])
    step = 10.0**-decimals if decimals else step_of(value)
    last = index + 1
    first = index - 1 if point else index
    if words.low[last] not in lexicon.follow and not words.low[last][:1].isdigit():
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
    whole = float(low[index]) if low[index].isdigit() else math.nan
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
        or nouns.plural_behind(words, index + 1, lexicon)
    )


def past_hyphen(words: Words, index: int, lexicon: Lexicon) -> int:
    """`index`, or the next token when `index` is a hyphen with no white space around it."""
    hyphen = words.low[index] in lexicon.roles["particles.hyphen"]
    close = hyphen and words.joined(index) and words.joined(index + 1)
    return index + 1 if close else index


def past_loose_hyphen(words: Words, index: int, lexicon: Lexicon) -> int:
    """Past a hyphen with no white space around it, or with white space on both sides."""
    hyphen = words.low[index] in lexicon.roles["particles.hyphen"]
    return index + 1 if hyphen and words.joined(index) == words.joined(index + 1) else index


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
    part = lexicon.values["fractions"].get(low[at], 0.0)
    at = past_hyphen(words, at + 1, lexicon)
    at += low[at] in roles["particles.of"]
    at += low[at] in roles["particles.article"]
    scale = lexicon.values["scales"].get(low[at])
    if scale is None or part not in _COMMON_PARTS:
        return None
    return Number(index, at + 1, part * scale, step_of(part * scale), scale, spelled=True)


def _spelled(words: Words, index: int, lexicon: Lexicon) -> Number | None:
    """A number in words: hundreds within thousands within millions, largest first."""
    low, scales = words.low, lexicon.values["scales"]
    reading, at = _Reading(lexicon), index
    if low[index] in lexicon.roles["particles.article"] and low[index + 1] in scales:
        reading.group, at = 1.0, index + 1  # a hundred
    elif low[index] in scales and low[index + 1] in scales:
        reading.group = 1.0  # hundred thousand
    last = index
    while reading.take(low[at]):
        last = at + 1
        at = _next_word(words, last, lexicon)
    if last == index:
        return None
    value, last = _decimals(words, last, reading.value, lexicon)
    scale = reading.ceiling if math.isfinite(reading.ceiling) and not reading.group else 1.0
    step = _DOZEN if low[last - 1] in scales and scales[low[last - 1]] == _DOZEN else step_of(value)
    return Number(index, last, value, step, scale, spelled=True)


@dataclass(slots=True)
class _Reading:
    """The part of a spelled number read so far.

    Attributes:
        total: What its finished thousands and millions come to; `group` is the rest.
        ceiling: The last scale of a thousand or more; only smaller ones may follow.
        room: A cardinal must be smaller than this to follow: "twenty" leaves room for 1 to 9.
    """

    lexicon: Lexicon
    total: float = 0.0
    group: float = 0.0
    ceiling: float = math.inf
    room: float = 100.0

    @property
    def value(self) -> float:
        return self.total + self.group

    def take(self, word: str) -> bool:
        """Adds `word` when it can follow; says whether it could."""
        if (cardinal := self.lexicon.values["cardinals"].get(word)) is not None:
            return self._add(cardinal)
        scales = self.lexicon.values["scales"]
        scale = scales.get(word) or (scales.get(word.removesuffix("s")) if self.group else None)
        return scale is not None and self._multiply(scale)

    def _add(self, cardinal: float) -> bool:
        if cardinal >= self.room or (cardinal == 0 and self.value):
            return False
        self.group += cardinal
        self.room = 10.0 if cardinal >= 20 else 0.0
        return True

    def _multiply(self, scale: float) -> bool:
        if scale > self.ceiling and not self.group:
            self.total, self.ceiling = self.total * scale, scale  # a thousand million
            return True
        if not self.group or scale >= self.ceiling or (scale <= 100 <= self.group):
            return False
        if scale <= 100:
            self.group *= scale
            self.room = 100.0 if scale == 100 else 0.0
        else:
            self.total, self.group = self.total + self.group * scale, 0.0
            self.ceiling, self.room = scale, 100.0
        return True


def _next_word(words: Words, last: int, lexicon: Lexicon) -> int:
    """Where a number word must stand to go on with the number whose words end at `last`."""
    low, scales = words.low, lexicon.values["scales"]
    linked = low[last] in lexicon.roles["particles.and"] and low[last - 1] in scales
    at = last + 1 if linked else past_hyphen(words, last, lexicon)
    if linked and _part(words, at, lexicon)[0]:
        return words.count  # two million and three fifths
    if linked and low[at] not in lexicon.values["cardinals"]:
        return last
    if at == last and lexicon.values["cardinals"].get(low[last - 1], 0.0) >= 20:
        unit = past_loose_hyphen(words, last, lexicon)  # fifty - two
        at = unit if 0 < lexicon.values["cardinals"].get(low[unit], 0.0) < 10 else at
    before, behind = scales.get(low[last - 1], 0.0), scales.get(low[at + 1], 0.0)
    another = before == behind or 1000 <= before < behind  # two hundred and three hundred
    return words.count if before and another else at


def _decimals(words: Words, last: int, value: float, lexicon: Lexicon) -> tuple[float, int]:
    """Reads "point five" behind the whole part that ends at `last`."""
    low, cardinals = words.low, lexicon.values["cardinals"]
    if low[last] not in lexicon.roles["particles.point"]:
        return value, last
    at, digits = last + 1, ""
    while cardinals.get(low[at], 10.0) < 10 and len(digits) < 6:
        digits, at = digits + str(int(cardinals[low[at]])), at + 1
    tail = None if digits or low[at] not in cardinals else _spelled(words, at, lexicon)
    if tail and tail.value < 100:  # point seventy-one
        digits, at = str(int(tail.value)), tail.last
    return (float(f"{int(value)}.{digits}"), at) if digits else (value, last)


def _and_a_half(words: Words, number: Number, lexicon: Lexicon) -> Number:
    """Such as "two and a half", "one and a half million", "a million and a half"."""
    low, fractions = words.low, lexicon.values["fractions"]
    at = number.last
    if low[at] not in lexicon.roles["particles.and"]:
        return number
    if low[at + 1] in lexicon.roles["particles.article"]:
        part, last = fractions.get(low[at + 2], 0.0), at + 3
        ends = last >= words.count or low[last] == "."
        part = part if part in _COMMON_PARTS or ends else 0.0
    else:
        part, last = _part(words, at + 1, lexicon)
    if not part:
        return number
    last, scale = _scale(words, last, lexicon)
    if number.scale == 1:
        value = number.value + part
        step = step_of(value) * scale
        return number._replace(last=last, value=value * scale, step=step, scale=scale)
    value = number.value + part * (scale if scale > 1 else number.scale)
    return number._replace(last=last, value=value, step=step_of(value))


def _part(words: Words, index: int, lexicon: Lexicon) -> tuple[float, int]:
    """Value and end of "three quarters", "fifty-four hundredths"; 0 for none, or one or more."""
    cardinals = lexicon.values["cardinals"]
    count, last = cardinals.get(words.low[index], 0.0), index + 1
    at = past_hyphen(words, last, lexicon)
    if count >= 20 and 0 < (unit := cardinals.get(words.low[at], 0.0)) < 10:
        count, last = count + unit, at + 1
    part = count * lexicon.values["fractions"].get(words.low[last], 0.0)
    return (part, last + 1) if part < 1 else (0.0, index)
