"""Where quotation marks pair.

Goes in: a text. Comes out: the spans between paired double marks: “…”, "…",
„…“, ”…”, «…» in either direction, ``…'' and ''…''. A mark is read by its shape
and by the white space around it, since scraped text turns marks round. Nothing
is guessed where marks do not pair: such a span runs to the end of its paragraph
and is marked as not closed.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, zip_longest
from typing import NamedTuple

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
# The marks around the attributes of a tag are none either.
_TAG = re.compile(r"</?[A-Za-z][^<>\r\n]{0,400}>")
_BLANK_LINE = re.compile(r"(?:\n|\r(?!\n)|\r\n)[^\S\r\n]*[\r\n]")
_SIGN = re.compile(r"\S")
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
    single = "''" in text or "``" in text or ",," in text
    if not single and (text.isascii() or not ("’’" in text or "‘‘" in text)):
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
        for number, at in enumerate(paragraph.marks):
            if opened is None:
                opened = at if _opens(text, at) else None
            elif inner is not None and text[at] in _CLOSERS[text[inner]]:
                yield from _trimmed(text, inner + 1, at, closed=True)
                inner = None
            elif _closes(text, at, text[opened]):
                yield from _trimmed(text, opened + 1, at, closed=True)
                opened = inner = None
            elif _looks_opening(text, at) and (
                text[at] != text[opened] or paragraph.surplus[number] > 0
            ):
                inner = at
            elif _looks_opening(text, at):
                yield from _trimmed(text, opened + 1, at, closed=False)
                opened, inner = at, None
        if opened is not None and not _runs_on(text, opened, paragraph, following):
            carried = _begins_with_mark(text, paragraph.end)
            yield from _trimmed(text, opened + 1, paragraph.end, closed=False, carried=carried)
            opened = None


@dataclass(frozen=True)
class _Paragraph:
    """A line of a text with quotation marks.

    Attributes:
        marks: Offsets of its quotation marks.
    """

    text: str
    start: int
    end: int
    marks: tuple[int, ...]

    @cached_property
    def surplus(self) -> tuple[int, ...]:
        """For each mark, how many more marks close than open from it to the end.

        More than none means that a quotation around an inner one is closed as well.
        """
        shapes = (_shape(self.text, at) for at in reversed(self.marks))
        return tuple(accumulate(shapes))[::-1]


def _paragraphs(text: str) -> list[_Paragraph]:
    """The lines with quotation marks, in order."""
    marks = [match.start() for match in _MARK.finditer(text)]
    if not marks:
        return []
    none = set[int]()
    if any(text[at - 1].isdigit() or text[at - 2].isdigit() for at in marks if at > 1):
        none = {match.end() - 1 for match in _FEET_AND_INCHES.finditer(text)}
    if "<" in text:
        none.update(at for tag in _TAG.finditer(text) for at in range(*tag.span()))
    marks = [at for at in marks if at not in none] if none else marks
    signs = "\r\n" if "\r" in text else "\n"
    found: list[_Paragraph] = []
    first = end = 0
    while first < len(marks):
        at = marks[first]
        start = max([text.rfind(sign, end, at) for sign in signs]) + 1 or end
        end = min([each for sign in signs if (each := text.find(sign, at)) >= 0], default=len(text))
        last = bisect_left(marks, end)
        found.append(_Paragraph(text, start, end, tuple(marks[first:last])))
        first = last
    return found


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


def _runs_on(text: str, opened: int, paragraph: _Paragraph, following: _Paragraph | None) -> bool:
    """Whether a quotation goes on in the lines below, as in text wrapped at a fixed width."""
    if following is None or _BLANK_LINE.search(text, paragraph.end, following.start):
        return False
    mark = following.marks[0]
    return _looks_closing(text, mark) and _closes(text, mark, text[opened])


def _begins_with_mark(text: str, end: int) -> bool:
    """Whether the next line that is not blank, behind the one that ends there, does."""
    found = _SIGN.search(text, end)
    return found is not None and found[0] in '"“”„«»'


def _trimmed(
    text: str, start: int, end: int, *, closed: bool, carried: bool = False
) -> Iterator[Marked]:
    """The span without the white space around it, unless nothing is left."""
    inner = text[start:end]
    start += len(inner) - len(inner.lstrip())
    end = start + len(inner.strip())
    if start < end:
        yield Marked(start, end, closed, carried)
