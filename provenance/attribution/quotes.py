"""Direct quotations in double marks, as spans without their marks.

Goes in: a text. Comes out: its quotations, in order. Marks are “…”,
"…", „…“, ”…” and «…» in either direction; what stands inside a quotation
(single marks, marks of another kind) is part of it. A mark is read by its
shape and by the white space around it, since scraped text turns marks round.
Nobody is told who speaks, and nothing is guessed where marks do not pair:
such a quotation runs to the end of its paragraph and is marked as not closed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, zip_longest

from provenance.model import QuoteForm, QuoteUse
from provenance.text.tokens import WORD

_LINE = re.compile(r"[^\r\n]+")
_MARK = re.compile(r"[\"“”„«»]")
# The second mark of a height or length such as 5'10" is no quotation mark.
_FEET_AND_INCHES = re.compile(r"\d ?['’′] ?\d{1,2}(?:\.\d+)? ?[\"”]")
_LINE_BREAKS = ("\n", "\r\n", "\r")
_OPENERS = "([{-–—/'‘\"“…:"
_ANGLED = ("«", "»")
_CLOSERS = {'"': '"', "“": "”", "”": "”", "„": "“”", "«": "»", "»": "«"}

Span = tuple[int, int, bool]


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation of a text before anybody is told to speak it; see `provenance.model.Quote`."""

    start: int
    end: int
    closed: bool
    words: int
    form: str
    use: str
    utterance: int


def quotations(text: str) -> Iterator[Quotation]:
    """The direct quotations of a text that hold at least one word, in order. Linear in it.

    A quotation of several paragraphs, each opened and only the last closed, is one for each
    paragraph, all of them closed and of one utterance.
    """
    for start, end, closed in spans(text):
        words = sum(1 for _ in WORD.finditer(text, start, end))
        if words:
            yield Quotation(start, end, closed, words, QuoteForm.MARKED, QuoteUse.SPEECH, start)


def spans(text: str) -> Iterator[Span]:
    """Start, end and whether it is closed, of every quotation of a text, in order.

    >>> list(spans("“Yes,” he said. “But not"))
    [(1, 5, True), (17, 24, False)]
    """
    paragraphs = _paragraphs(text)
    opened: int | None = None
    for paragraph, following in zip_longest(paragraphs, paragraphs[1:]):
        inner = ""
        for at, surplus in zip(paragraph.marks, paragraph.surplus, strict=True):
            if opened is None:
                opened = at if _opens(text, at) else None
            elif inner and text[at] in _CLOSERS[inner]:
                inner = ""
            elif _closes(text, at, text[opened]):
                yield from _trimmed(text, opened + 1, at, closed=True)
                opened = None
            elif _looks_opening(text, at) and (text[at] != text[opened] or surplus > 0):
                inner = text[at]
            elif _looks_opening(text, at):
                yield from _trimmed(text, opened + 1, at, closed=False)
                opened = at
        if opened is not None and not _runs_on(text, opened, paragraph):
            carried = following is not None and _begins_with_mark(text, following)
            yield from _trimmed(text, opened + 1, paragraph.end, closed=carried)
            opened = None


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A line with more than white space.

    Attributes:
        marks: Offsets of its quotation marks.
        surplus: For each mark, how many more ” than “ there are from it to the end: more than
            none means that a quotation around an inner one is closed as well.
        next_mark: Offset of the first mark in the lines that follow without a blank line between;
            -1 when there is none.
    """

    start: int
    end: int
    marks: tuple[int, ...]
    surplus: tuple[int, ...]
    next_mark: int


def _paragraphs(text: str) -> list[_Paragraph]:
    measures = {match.end() - 1 for match in _FEET_AND_INCHES.finditer(text)}
    found: list[_Paragraph] = []
    following: _Paragraph | None = None
    for line in reversed(list(_LINE.finditer(text))):
        start, end = line.span()
        if text[start:end].isspace():
            continue
        marks = [match.start() for match in _MARK.finditer(text, start, end)]
        marks = [at for at in marks if at not in measures]
        surplus = list(accumulate((text[at] == "”") - (text[at] == "“") for at in reversed(marks)))
        next_mark = -1
        if following is not None and text[end : following.start] in _LINE_BREAKS:
            next_mark = following.marks[0] if following.marks else following.next_mark
        following = _Paragraph(start, end, tuple(marks), tuple(reversed(surplus)), next_mark)
        found.append(following)
    return found[::-1]


def _opens(text: str, at: int) -> bool:
    """Whether the mark at `at` opens a quotation where none is open."""
    if text[at] in "“«":
        return _looks_opening(text, at) or not _looks_closing(text, at)
    return text[at] == "„" or _looks_opening(text, at)


def _closes(text: str, at: int, opener: str) -> bool:
    """Whether the mark at `at` closes a quotation opened by `opener`.

    One turned the wrong way or of another shape does if nothing else can be meant by it.
    """
    mark = text[at]
    if mark in _CLOSERS[opener] and mark != '"':
        return True
    if opener in _ANGLED or mark in _ANGLED or mark == "„":
        return False
    return _looks_closing(text, at) or (mark == opener == '"' and not _looks_opening(text, at))


def _looks_opening(text: str, at: int) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return (before in _OPENERS or before.isspace()) and not (after.isspace() or after == "")


def _looks_closing(text: str, at: int) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return not (before == "" or before.isspace()) and not after.isalnum()


def _runs_on(text: str, opened: int, paragraph: _Paragraph) -> bool:
    """Whether a quotation goes on in the next line, as in text wrapped at a fixed width."""
    return (
        paragraph.next_mark >= 0
        and _looks_closing(text, paragraph.next_mark)
        and _closes(text, paragraph.next_mark, text[opened])
    )


def _begins_with_mark(text: str, paragraph: _Paragraph) -> bool:
    return text[paragraph.start : paragraph.end].lstrip()[:1] in set('"“”„«»')


def _trimmed(text: str, start: int, end: int, *, closed: bool) -> Iterator[Span]:
    """The span without the white space around it, unless nothing is left."""
    inner = text[start:end]
    start += len(inner) - len(inner.lstrip())
    end = start + len(inner.strip())
    if start < end:
        yield start, end, closed
