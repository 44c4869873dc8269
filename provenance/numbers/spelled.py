"""Reads numbers in words: "two hundred and fifty-four thousand", "point seventy-one".

In: the tokens of a sentence and an index. Out: the number whose words begin
there, without a half behind it or a scale in front of its parts (`values`).
"""

import math
from dataclasses import dataclass

from provenance.numbers.lexicon import Lexicon
from provenance.numbers.numerals import Number, past_hyphen, past_loose_hyphen, step_of
from provenance.text.sentence_tokens import Words

_DOZEN = 12.0


def read(words: Words, index: int, lexicon: Lexicon) -> Number | None:
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


def part(words: Words, index: int, lexicon: Lexicon) -> tuple[float, int]:
    """Value and end of "three quarters", "fifty-four hundredths"; 0 for none, or one or more."""
    cardinals = lexicon.values["cardinals"]
    count, last = cardinals.get(words.low[index], 0.0), index + 1
    at = past_hyphen(words, last, lexicon)
    if count >= 20 and 0 < (unit := cardinals.get(words.low[at], 0.0)) < 10:
        count, last = count + unit, at + 1
    size = count * lexicon.values["fractions"].get(words.low[last], 0.0)
    return (size, last + 1) if size < 1 else (0.0, index)


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
    if linked and part(words, at, lexicon)[0]:
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
    tail = None if digits or low[at] not in cardinals else read(words, at, lexicon)
    if tail and tail.value < 100:  # point seventy-one
        digits, at = str(int(tail.value)), tail.last
    return (float(f"{int(value)}.{digits}"), at) if digits else (value, last)
