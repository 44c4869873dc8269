"""Names in a row behind the number that counts them: "three towns, Tarn, Orla and Varn, were".

In: a sentence and a number in it. Out: where the names stand, none when anything else stands
among them. A comma is a weak mark, so the row has to be nothing but names, one "and" before the
last, and be closed by a comma, or by the end of the sentence.
"""

from provenance.numbers.grammar import Grammar
from provenance.numbers.story import Sentence
from provenance.text.sentence_tokens import Words

_MOST = 20
_BEFORE = 4  # words before a number that may say that the names behind it are no list of it
_LEAD = 4  # words between the number and its names
_WORDS = 4  # of a name at most
_FULL_NAME = 2
_END = frozenset([".", "!", "?", ""])


def named(sentence: Sentence, place: int, grammar: Grammar) -> list[tuple[int, int]]:
    """Token spans of the names that follow a figure.

    Behind "were" they are names of two words and more: "the two were Irish and German". None
    behind "in two games, ...", where the names are those who played.
    """
    words, figure = sentence.words, sentence.figures[place]
    before = words.low[max(figure.first - _BEFORE, 0) : figure.first]
    mark = _mark(words, figure.last, grammar)
    if not mark or not grammar.classes["parts.list-not"].isdisjoint(before):
        return []
    found = _row(words, mark + 1, grammar)
    full = all(last - first >= _FULL_NAME for first, last in found)
    return found if words.low[mark] == "," or full else []


def _mark(words: Words, start: int, grammar: Grammar) -> int:
    """The comma or "were" behind what is counted, told in lower case; 0 when none stands there."""
    links = grammar.classes["parts.list-link"]
    for index in range(start, start + _LEAD + 1):
        word = words.low[index]
        if word in links or word == ",":
            return index if index > start else 0
        if not words.raw[index].islower():
            return 0
    return 0


def _row(words: Words, index: int, grammar: Grammar) -> list[tuple[int, int]]:
    """Token spans of "Tarn, Orla and Varn" from `index` on."""
    ands, found, closed = grammar.lexicon.roles["particles.and"], list[tuple[int, int]](), False
    while not closed and len(found) < _MOST:
        if (span := _name(words, index)) is None:
            return []
        found.append(span)
        joint = span[1] + (words.low[span[1]] == ",")
        closed = words.low[joint] in ands
        index = joint + closed
        if index == span[1]:
            return []
    last = _name(words, index) if closed else None
    return [*found, last] if last and _is_closed(words, last[1]) else []


def _name(words: Words, index: int) -> tuple[int, int] | None:
    """The capitalised words from `index` on, with a "the" in front."""
    first = last = index + (words.low[index] == "the")
    while words.raw[last][:1].isupper() and words.raw[last].isalpha():
        last += 1
    return (index, last) if 0 < last - first <= _WORDS else None


def _is_closed(words: Words, index: int) -> bool:
    """True at the end of a sentence, and at a comma with no name behind it."""
    return words.low[index] in _END or (words.low[index] == "," and words.raw[index + 1].islower())
