"""Paragraphs whose speaker is told by a line below them that has no verb of speech.

In: a text and its quotations between marks. Out: those paragraphs, each with
its line: "Ada Brenk, a nurse in the harbour", "Brenk in a radio interview",
"— Ada Brenk". A paragraph that is one quotation between marks may have such a
line; one without marks is a quotation only if it speaks of itself ("we", "my")
and no other such paragraph is near, since then the line may be the label of
that one. Lines that tell who wrote or drew for the page are none, nor are
those with a handle.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from provenance.attribution.marks import Marked
from provenance.attribution.quote_words import QuoteWords
from provenance.attribution.uses import MARKS
from provenance.text.segment import line_spans

_LONGEST = 240
_FEWEST_CHARACTERS = 40
# A line of so few words without an end, such as "Share", may stand between.
_LABEL_WORDS = 3
_ENDS = ".!?…”\"’'"

Span = tuple[int, int]


class Block(NamedTuple):
    """A paragraph that somebody says, and the line that tells who.

    Attributes:
        marked: Whether it is a quotation between marks.
    """

    start: int
    end: int
    line: Span
    marked: bool


def blocks(text: str, marked: Sequence[Marked], words: QuoteWords) -> Iterator[Block]:
    """The paragraphs of a text that have a line of attribution, in order. Linear in the text."""
    lines = line_spans(text)
    short = [
        number
        for number, (start, end) in enumerate(lines)
        if end - start <= _LONGEST and text[end - 1] not in _ENDS and number
    ]
    page = _Page(text, lines, _quoted(lines, marked) if short else {}, words)
    for number in short:
        told = page.told(number)
        if told:
            yield from page.above(number, more=bool(told["more"]))


def _quoted(lines: Sequence[Span], marked: Sequence[Marked]) -> dict[int, Marked]:
    """The numbers of the lines that a quotation has a part in, with the last such one."""
    found: dict[int, Marked] = {}
    number = 0
    for item in marked:
        while number < len(lines) and lines[number][1] <= item.start:
            number += 1
        for each in range(number, len(lines)):
            if lines[each][0] >= item.end:
                break
            found[each] = item
    return found


@dataclass(frozen=True, slots=True)
class _Page:
    """The lines of a text that are not blank, those that hold a quotation by number."""

    text: str
    lines: Sequence[Span]
    quoted: dict[int, Marked]
    words: QuoteWords

    def line(self, number: int) -> str:
        start, end = self.lines[number]
        return self.text[start:end]

    def told(self, number: int) -> re.Match[str] | None:
        """What of a line tells a speaker, if it does."""
        start, end = self.lines[number]
        if number in self.quoted or end - start > _LONGEST or self.text[end - 1] in _ENDS:
            return None
        line = self.text[start:end]
        found = self.words.line.fullmatch(line)
        if not found or self.words.makers.search(line) or self.words.said.search(line):
            return None
        # "Relief, the second this week" begins with one word; a person has two names there.
        one_word = " " not in found["name"].replace("\u00a0", " ")
        return None if one_word and (found["more"] or "").startswith(",") else found

    def above(self, number: int, *, more: bool) -> Iterator[Block]:
        """The paragraph that a line tells the speaker of; `more` than a name if it has no marks."""
        above = number - 1
        if above > 0 and above not in self.quoted and self.is_label(above):
            above -= 1
        start, end = self.lines[above]
        if above in self.quoted:
            item = self.quoted[above]
            around = self.text[start : item.start] + self.text[item.end : end]
            if start <= item.start and item.end <= end and not around.strip(MARKS):
                yield Block(item.start, item.end, self.lines[number], marked=True)
        elif more and self.is_own_voice(above) and not self.is_among_voices(above, number):
            yield Block(start, end, self.lines[number], marked=False)

    def is_label(self, number: int) -> bool:
        line = self.line(number)
        is_short = len(line.split(maxsplit=_LABEL_WORDS)) <= _LABEL_WORDS
        return is_short and line[-1] not in _ENDS and not self.told(number)

    def is_among_voices(self, above: int, number: int) -> bool:
        """Whether the paragraphs around speak of themselves too, or a line stands above as well.

        In a page of voices the names stand above them as often as below, and a writer who says
        "I" is no quotation because a caption stands in between.
        """
        below = number + 1
        if below < len(self.lines) and self.line(below)[-1] not in _ENDS:
            below += 1  # such as the credit of a picture
        is_row = above > 0 and self.told(above - 1) is not None
        return is_row or self.is_own_voice(above - 1) or self.is_own_voice(below)

    def is_own_voice(self, number: int) -> bool:
        """Whether a line is a paragraph that speaks of itself."""
        if number in self.quoted or not 0 <= number < len(self.lines):
            return False
        line = self.line(number)
        return (
            len(line) >= _FEWEST_CHARACTERS
            and line[-1] in _ENDS
            and self.words.speakers.search(line) is not None
        )
