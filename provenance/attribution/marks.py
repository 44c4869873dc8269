"""Where quotation marks pair.

Goes in: a text. Comes out: the spans between paired double marks: “…”, "…",
„…“, ”…”, «…» in either direction, ``…'' and ''…''. A mark is read by its shape
and by the white space around it, since scraped text turns marks round. Nothing
is guessed where marks do not pair: such a span runs to the end of its paragraph
and is marked as not closed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, zip_longest
from typing import NamedTuple

_LINE = re.compile(r"[^\r\n]+")
_MARK = re.compile(r"[\"“”„«»]")
# Two single marks typed for a double one: where they may open, and where they may close. What
# stands between two pairs of backticks is code.
_TWO_OPENING = re.compile(
    r"(?:``(?![^`]*[^\s`]``(?!\w))|‘‘|''|’’|,,)(?<![^\s(\[{\"“–—-]..)(?=[^\s'’`])"
)
_TWO_CLOSING = re.compile(r"(?:''|’’)(?!['’\w])")
_DOUBLE = {"''": '"', "``": "“", "‘‘": "“", "’’": "”", ",,": "„"}
# The second mark of a height or length such as 5'10" is no quotation mark.
_FEET_AND_INCHES = re.compile(r"\d ?['’′] ?\d{1,2}(?:\.\d+)? ?(?:[\"”]|''|’’)")
_LINE_BREAKS = ("\n", "\r\n", "\r")
# Behind these and white space a mark opens; behind those that are no end of words too, for sure.
_BEFORE_WORDS = "([{'‘\"“"
_OPENERS = _BEFORE_WORDS + "-–—/…:"
_ANGLED = ("«", "»")
_CLOSERS = {'"': '"', "“": "”", "”": "”", "„": "“”", "«": "»", "»": "«"}


class Marked(NamedTuple):
    """What stands between two marks, white space at its ends left out.

    Attributes:
        closed: Whether its closing mark is there.
        carried: Whether it has none because the next paragraph, which is opened again, carries on.
    """

    start: int
    end: int
    closed: bool
    carried: bool


def with_double_marks(text: str) -> str:
    """The text with a double mark and a blank for two single marks; offsets stay.

    A double prime, into which some software turns a mark behind a digit, is a straight mark.
    """
    text = text.replace("″", '"')
    if not any(pair in text for pair in _DOUBLE):
        return text
    text = _TWO_OPENING.sub(lambda pair: " " + _DOUBLE[pair[0]], text)
    return _TWO_CLOSING.sub(lambda pair: _DOUBLE[pair[0]] + " ", text)


def between_double(text: str) -> Iterator[Marked]:
    """What stands between double marks, those inside others too, in order of their ends.

    Linear in the text, in which two single marks are one double mark (`with_double_marks`).

    >>> [(span.start, span.end, span.closed) for span in between_double("“Yes,” he said. “But not")]
    [(1, 5, True), (17, 24, False)]
    """
    paragraphs = _paragraphs(text)
    opened: int | None = None
    for paragraph, following in zip_longest(paragraphs, paragraphs[1:]):
        inner: int | None = None
        for at, surplus in zip(paragraph.marks, paragraph.surplus, strict=True):
            if opened is None:
                opened = at if _opens(text, at) else None
            elif inner is not None and text[at] in _CLOSERS[text[inner]]:
                yield from _trimmed(text, inner + 1, at, closed=True)
                inner = None
            elif _closes(text, at, text[opened]):
                yield from _trimmed(text, opened + 1, at, closed=True)
                opened = None
            elif _looks_opening(text, at) and (text[at] != text[opened] or surplus > 0):
                inner = at
            elif _looks_opening(text, at):
                yield from _trimmed(text, opened + 1, at, closed=False)
                opened = at
        if opened is not None and not _runs_on(text, opened, paragraph):
            carried = following is not None and _begins_with_mark(text, following)
            yield from _trimmed(text, opened + 1, paragraph.end, closed=False, carried=carried)
            opened = None


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A line with more than white space.

    Attributes:
        marks: Offsets of its quotation marks.
        surplus: For each mark, how many more marks close than open from it to the end: more than
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
        surplus = list(accumulate(_shape(text, at) for at in reversed(marks)))
        next_mark = -1
        if following is not None and text[end : following.start] in _LINE_BREAKS:
            next_mark = following.marks[0] if following.marks else following.next_mark
        following = _Paragraph(start, end, tuple(marks), tuple(reversed(surplus)), next_mark)
        found.append(following)
    return found[::-1]


def _shape(text: str, at: int) -> int:
    """1 for a mark that closes, -1 for one that opens, by its form or what stands beside it."""
    if text[at] in "“”":
        return 1 if text[at] == "”" else -1
    return _looks_closing(text, at) - _looks_opening(text, at) if text[at] == '"' else 0


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
    begins = _looks_opening(text, at, _BEFORE_WORDS)
    return _looks_closing(text, at) or (mark == opener == '"' and not begins)


def _looks_opening(text: str, at: int, openers: str = _OPENERS) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return (before in openers or before.isspace()) and not (after.isspace() or after == "")


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


def _trimmed(
    text: str, start: int, end: int, *, closed: bool, carried: bool = False
) -> Iterator[Marked]:
    """The span without the white space around it, unless nothing is left."""
    inner = text[start:end]
    start += len(inner) - len(inner.lstrip())
    end = start + len(inner.strip())
    if start < end:
        yield Marked(start, end, closed, carried)
