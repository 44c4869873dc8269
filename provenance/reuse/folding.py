"""How words are folded and hashed, and the tables by which the kernel does the same.

A word's hash is that of its folded form in UTF-8 (`text.tokens.fold_word`):
eight bytes at a time, little-endian, `h = (h ^ chunk) * M`, `h ^= h >> 32`; at
the end `h * L`, of which the upper 32 bits are kept. Of the pairs of different
words that are compared, one in four thousand million is taken for equal.
"""

import functools
import re
import unicodedata

import numpy as np
from numpy.typing import NDArray

from provenance.reuse.scan import (
    APOSTROPHE,
    CONTEXT,
    INVISIBLE,
    LAST_MULTIPLIER,
    LETTER,
    MARK,
    MULTIPLIER,
    UNSPACED,
    WIDE,
)
from provenance.text import tokens

_M, _L = int(MULTIPLIER), int(LAST_MULTIPLIER)
_ALL = (1 << 64) - 1
_POINTS = 0x110000
# Past these no letter is assigned.
_ASSIGNED = 0x40000
_PAGE = 256
# In the names of the parts of Hangul syllables.
_JAMO = ("CHOSEONG", "JUNGSEONG", "JONGSEONG")


@functools.lru_cache(maxsize=1 << 18)
def word_hash(word: str) -> int:
    """The 32-bit hash of a folded word."""
    # A lone surrogate cannot be written as UTF-8, yet must not stop a run.
    data = word.encode("utf-8", "surrogatepass")
    state = 0
    for at in range(0, len(data), 8):
        state = (state ^ int.from_bytes(data[at : at + 8], "little")) * _M & _ALL
        state ^= state >> 32
    return (state * _L & _ALL) >> 32


@functools.lru_cache(maxsize=1 << 18)
def raw_hash(word: bytes) -> int:
    """The 32-bit hash of a word as it stands in the text, in UTF-8."""
    return word_hash(tokens.fold_word(word.decode()))


@functools.cache
def kinds() -> NDArray[np.uint8]:
    """What each byte is: a letter or digit in lower case, or one of the kinds of `scan`."""
    table = np.zeros(256, np.uint8)
    table[ord("'")] = APOSTROPHE
    table[128:] = WIDE
    for character in map(chr, range(128)):
        if character.isalnum():
            table[ord(character)] = ord(character.lower())
    return table


@functools.cache
def classes() -> NDArray[np.uint8]:
    """What each code point is to `text.tokens.WORD`: one of the kinds of `scan`."""
    table = np.zeros(_POINTS, np.uint8)
    points = "".join(map(chr, range(_ASSIGNED)))
    for characters, kind in (
        (r"^\W_", LETTER),
        (tokens.UNSPACED, UNSPACED),
        (tokens.MARKS, MARK),
    ):
        for run in re.finditer(f"[{characters}]+", points):
            table[run.start() : run.end()] = kind
    return table


class Folds:
    """The folded form of every code point that folds to one, whatever stands beside it.

    Attributes:
        table: A folded code point for each, or `INVISIBLE` or `CONTEXT`. Filled a page at a time
            as texts need it: a page that is missing costs time and changes nothing.
    """

    def __init__(self) -> None:
        self.table = np.full(_POINTS, CONTEXT, np.uint32)
        self._filled: set[int] = set()

    def fill(self, text: str) -> None:
        """Fills the pages of all characters of a text."""
        for page in {ord(character) // _PAGE for character in text} - self._filled:
            points = range(page * _PAGE, (page + 1) * _PAGE)
            self.table[points.start : points.stop] = [_folded(point) for point in points]
            self._filled.add(page)


def _folded(point: int) -> int:
    character = chr(point)
    if character in tokens.INVISIBLE:
        return INVISIBLE
    folded = tokens.fold_word(character)
    if len(folded) != 1 or any(map(_joins, (character, folded))):
        return CONTEXT
    return ord(folded)


def _joins(character: str) -> bool:
    """Whether a character may become one with its neighbour: marks, and the parts of Hangul."""
    name = unicodedata.name(character, "")
    return unicodedata.combining(character) > 0 or any(part in name for part in _JAMO)
