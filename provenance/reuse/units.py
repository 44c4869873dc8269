"""What two copies are compared by: a word, or a number whatever it is written as.

Goes in: a span of a text. Comes out: its units in order, each with the key by
which two are equal and with what it says beside its word: that it denies, that
it is a number, that it is a name. It compares nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from provenance.reuse.amounts import Piece, amount, pieces
from provenance.text.segment import sentence_spans

# English, as are the phrases by which quotations are attributed; in other languages a denial
# that changes is told as a change of words.
_NEGATIONS = frozenset(
    "not no never nor neither cannot without none nobody nothing nowhere".split()
)
_CONTRACTED = "n't"
# Capitals that name nobody.
_NO_NAMES = frozenset(["i", "i'm", "i've", "i'd", "i'll", "mr", "mrs", "ms", "dr"])
# Behind one of these a capital begins somebody's sentence.
_OPENING = frozenset("\"'“‘«„([:")
_LOOK_BACK = 10
_NUMBERED = re.compile(r"\.\s?[0-9]")


@dataclass(frozen=True, slots=True)
class Unit:
    """A word or a number.

    Attributes:
        key: Equal for equal units: the folded word, or `#` and the number's value.
        start, end: Its place in the text.
        value: The number's value; null for a word.
        loose: Whether the number is as often none; see `amounts.Amount`.
        name: The folded word where a capital within a sentence says that it names something;
            null else.
        denies: Whether it is a negation.
    """

    key: str
    start: int
    end: int
    value: str | None = None
    loose: bool = False
    name: str | None = None
    denies: bool = False


def units(text: str, start: int, end: int) -> list[Unit]:
    """The units of `text[start:end]`, in order. Linear in its length."""
    found = pieces(text, start, end)
    firsts = _firsts(text, start, end, found)
    made: list[Unit] = []
    at = 0
    while at < len(found):
        number = amount(text, found, at)
        if number:
            place = found[at].start, found[number.last].end
            made.append(Unit(f"#{number.value}", *place, number.value, number.loose))
            at = number.last
        else:
            made.append(_word(text, found[at], is_first=at in firsts))
        at += 1
    return made


def _firsts(text: str, start: int, end: int, found: list[Piece]) -> set[int]:
    """Which pieces begin a sentence."""
    begins = [start + first for first, _ in sentence_spans(text[start:end])]
    before = text[max(0, start - _LOOK_BACK) : start].rstrip(" ")
    if before and (before[-1].isalnum() or before[-1] == ","):
        begins = begins[1:]
    return set(_at_or_after(begins, found))


def _at_or_after(places: list[int], found: list[Piece]) -> Iterator[int]:
    """For each place, in order, the first piece that does not begin before it."""
    at = 0
    for place in places:
        while at < len(found) and found[at].start < place:
            at += 1
        yield at


def _word(text: str, piece: Piece, *, is_first: bool) -> Unit:
    bare = piece.word.removesuffix("'s")
    opened = piece.start > 0 and text[piece.start - 1] in _OPENING
    is_name = text[piece.start].isupper() and not (is_first or opened or bare in _NO_NAMES)
    denies = piece.word in _NEGATIONS or piece.word.endswith(_CONTRACTED)
    if piece.word == "no" and _NUMBERED.match(text, piece.end):
        denies = False  # No. 10
    return Unit(piece.word, piece.start, piece.end, name=bare if is_name else None, denies=denies)
