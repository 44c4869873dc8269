"""The direct quotations of a text: where they stand, what they are quoted for, which are one.

Goes in: a text. Comes out: its quotations, in order: those between double or
single marks, those inside others too, and paragraphs without marks that have a
line of attribution. Who speaks is not asked here.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from provenance.attribution.blocks import blocks
from provenance.attribution.marks import Marked, between_double, with_double_marks
from provenance.attribution.quote_words import QuoteWords
from provenance.attribution.single_marks import between_single
from provenance.attribution.uses import use
from provenance.attribution.utterances import utterances
from provenance.model import QuoteForm, QuoteUse
from provenance.text.tokens import WORD

# What `WORD` finds in plain text, several times as fast.
_PLAIN_WORD = re.compile(r"[A-Za-z0-9]+(?:'[A-Za-z0-9]+)*")

_MARKED, _NESTED = QuoteForm.MARKED, QuoteUse.NESTED

Span = tuple[int, int]


class Quotation(NamedTuple):
    """A quotation of a text before anybody is told to speak it; see `provenance.model.Quote`.

    Attributes:
        line: The line of attribution below it ("Ada Brenk, a nurse"); null where there is none,
            as for nearly all between marks.
    """

    start: int
    end: int
    closed: bool
    words: int
    form: str
    use: str
    utterance: int
    line: Span | None = None


def quotations(text: str, words: QuoteWords) -> Iterator[Quotation]:
    """The quotations of a text that hold at least one word, in order of their start.

    One of several paragraphs, each opened and only the last closed, is a quotation for each
    paragraph, all of them closed and of one utterance. One that stands in another comes behind it.
    Linear in the text.
    """
    outer, nested = parted(between_marks(text, words))
    below = list(blocks(text, outer, words))
    lines = {block.start: block.line for block in below}
    begun = utterances(text, outer, words)
    found = chain(
        (_spoken(text, *pair, lines, words) for pair in zip(outer, begun, strict=True)),
        (_nested(text, item) for item in nested),
        (_block(text, block.start, block.end, block.line) for block in below if not block.marked),
    )
    return iter(sorted((item for item in found if item.words), key=lambda item: item.start))


def between_marks(text: str, words: QuoteWords) -> list[Marked]:
    """What stands between marks, each before what it holds; no two overlap in part."""
    text = with_double_marks(text)
    double = list(_uncrossed(between_double(text)))
    single = between_single(text, parted(double)[0], words.elided)
    return sorted([*double, *single], key=lambda item: (item.start, -item.end))


def _uncrossed(marked: Iterable[Marked]) -> Iterator[Marked]:
    """The spans in order, without those that reach out of one in which they begin."""
    around: list[Marked] = []
    for item in sorted(marked, key=lambda item: (item.start, -item.end)):
        while around and around[-1].end <= item.start:
            around.pop()
        if not around or item.end <= around[-1].end:
            around.append(item)
            yield item


def parted(marked: Sequence[Marked]) -> tuple[list[Marked], list[Marked]]:
    """The spans that lie in no other one, in order, and those that do."""
    outer: list[Marked] = []
    nested: list[Marked] = []
    for item in sorted(marked, key=lambda item: (item.start, -item.end)):
        inside = outer and item.end <= outer[-1].end
        (nested if inside else outer).append(item)
    return outer, nested


def _spoken(
    text: str, item: Marked, utterance: int, lines: dict[int, Span], words: QuoteWords
) -> Quotation:
    start, end = item.start, item.end
    count = _words(text, start, end)
    told = use(text, start, end, count, words)
    closed = item.closed or item.carried
    line = lines.get(start)
    return Quotation(start, end, closed, count, _MARKED, told, utterance, line)


def _nested(text: str, item: Marked) -> Quotation:
    start, end = item.start, item.end
    count = _words(text, start, end)
    return Quotation(start, end, True, count, _MARKED, _NESTED, start)


def _block(text: str, start: int, end: int, line: Span) -> Quotation:
    count = _words(text, start, end)
    return Quotation(start, end, True, count, QuoteForm.BLOCK, QuoteUse.SPEECH, start, line)


def _words(text: str, start: int, end: int) -> int:
    plain = text[start:end].replace("’", "'")
    return len(_PLAIN_WORD.findall(plain) if plain.isascii() else WORD.findall(text, start, end))
