"""The value of a number in running words, read only to tell whether two copies state the same.

Goes in: the pieces of a span and an index. Comes out: the value of the longest
number there, so that "five", "5" and "5.0", "1,000" and "one thousand", and
"3.5m" and "3.5 million" are the same. What is counted, and whether it is a
figure or a year, a score or a street number, is not asked: `provenance.numbers`
reads figures for that, and is a neighbour of this layer.

The words are English. In other languages figures in digits are still compared.
"""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from provenance.text.tokens import WORD, fold_word

# Digits with their separators, or else a word. A space inside a figure is a no-break or a thin
# one before three digits. Digits that go on behind an apostrophe are a word.
_PIECE = re.compile(
    "(?P<digits>[0-9]+(?:[.,][0-9]+|[\u00a0\u2009\u202f][0-9]{3}(?![0-9]))*)"
    r"(?![0-9]|['’][^\W_])" + f"|{WORD.pattern}"
)
_THIN = str.maketrans("\u00a0\u2009\u202f", ",,,")
_PLAIN = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{2,3})*,[0-9]{3}(?:\.[0-9]+)?")  # also 12,34,567
# Longer digits are serial numbers, and Python makes an integer only of so many.
_MOST_DIGITS = 30
_LINK = re.compile(r"\s{1,3}|[-\u2010\u2011]")

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_CARDINALS = {word: value for value, word in enumerate(_ONES)} | {
    word: 10 * value for value, word in enumerate(_TENS, 2)
}
_SCALES = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
_SCALES["trillion"] = 10**12
_SUFFIXES = {"k": 1000, "m": 10**6, "mn": 10**6, "bn": 10**9, "tn": 10**12}
_ARTICLES = frozenset(["a", "an"])
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
_LOOSE: Mapping[str, str] = {
    **{word: str(value) for value, word in enumerate(_ORDINALS, 1)},
    "half": "1/2",
    **{word: word for word in ("dozens", "hundreds", "thousands", "millions", "billions")},
}
_OPENERS = frozenset([*_CARDINALS, *_SCALES, *_LOOSE, *_ARTICLES])


@dataclass(frozen=True, slots=True)
class Piece:
    """Digits with their separators, or a word.

    Attributes:
        word: Digits as written, or the folded word.
        start, end: Its place in the text.
        digits: Whether it is digits.
    """

    word: str
    start: int
    end: int
    digits: bool


@dataclass(frozen=True, slots=True)
class Amount:
    """A number in the text.

    Attributes:
        last: The index of its last piece.
        value: What it says; the same text for the same value.
        loose: Whether its word is as often no figure at all: "one", "first", "half", "hundreds".
    """

    last: int
    value: str
    loose: bool


def pieces(text: str, start: int, end: int) -> list[Piece]:
    """The words of `text[start:end]` as `tokenise` cuts them, but figures in one piece. Linear."""
    return [
        Piece(item[0] if item["digits"] else fold_word(item[0]), *item.span(), bool(item["digits"]))
        for item in _PIECE.finditer(text, start, end)
    ]


def amount(text: str, found: Sequence[Piece], at: int) -> Amount | None:
    """The longest number that begins at a piece; null when none does.

    Cost: linear in the pieces of the number.
    """
    piece = found[at]
    if not piece.digits and piece.word not in _OPENERS:
        return None
    if piece.digits and _number(piece.word) is None:
        return Amount(at, piece.word, loose=False)
    if piece.word in _LOOSE:
        return Amount(at, _LOOSE[piece.word], loose=True)
    reading, last = _Reading(), at
    if piece.word in _ARTICLES:
        behind = _next(text, found, at)
        if behind is None or found[behind].word not in _SCALES:
            return None
    elif not reading.take(piece):
        return None
    elif _has_suffix(found, at):
        reading.multiply(_SUFFIXES[found[at + 1].word])
        last = at + 1
    while (after := _next(text, found, last)) is not None and reading.take(found[after]):
        last = after
    return Amount(last, str(reading.value), loose=piece.word == "one" and last == at)


@dataclass(slots=True)
class _Reading:
    """The part of a number read so far.

    Attributes:
        total: What its finished thousands and millions come to; `group` is the rest.
        ceiling: The last scale of a thousand or more; only smaller ones may follow.
        room: A cardinal must be smaller than this to follow: "twenty" leaves room for 1 to 9.
    """

    total: Fraction = Fraction(0)
    group: Fraction = Fraction(0)
    ceiling: float = math.inf
    room: int = 100

    @property
    def value(self) -> Fraction:
        return self.total + self.group

    def take(self, piece: Piece) -> bool:
        """Adds a piece when it can follow; says whether it could."""
        if piece.word in _SCALES:
            return self.multiply(_SCALES[piece.word])
        value = _number(piece.word) if piece.digits else _CARDINALS.get(piece.word)
        if value is None or (self.room < 100 if piece.digits else value >= self.room):
            return False
        self.group += value
        self.room = 10 if value >= 20 and not piece.digits else 0
        return True

    def multiply(self, scale: int) -> bool:
        """Multiplies by a scale when it can follow; says whether it could."""
        if scale <= 100:
            if self.group >= 100:
                return False
            self.group = (self.group or 1) * Fraction(scale)
            self.room = 100 if scale == 100 else 0
            return True
        if scale >= self.ceiling or (self.total and not self.group):
            return False
        self.total, self.group = self.total + (self.group or 1) * scale, Fraction(0)
        self.ceiling, self.room = scale, 100
        return True


def _number(digits: str) -> Fraction | None:
    """The value of digits; null when their separators are of no form that has one value."""
    plain = digits.translate(_THIN)
    plain = plain.replace(",", "") if _GROUPED.fullmatch(plain) else plain
    fits = len(plain) <= _MOST_DIGITS and _PLAIN.fullmatch(plain)
    return Fraction(plain) if fits else None


def _has_suffix(found: Sequence[Piece], at: int) -> bool:
    """Whether the digits at `at` carry one of "k", "m" and "bn" without a space."""
    if not found[at].digits or at + 1 == len(found):
        return False
    return found[at].end == found[at + 1].start and found[at + 1].word in _SUFFIXES


def _next(text: str, found: Sequence[Piece], at: int) -> int | None:
    """The piece with which a number could go on behind `at`, past an "and" behind a scale."""
    if at + 1 == len(found) or not _LINK.fullmatch(text, found[at].end, found[at + 1].start):
        return None
    if found[at + 1].word != "and":
        return at + 1
    behind = at + 2
    joined = found[at].word in _SCALES and behind < len(found)
    return behind if joined and found[behind].word in _CARDINALS else None
