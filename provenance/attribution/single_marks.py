"""Where single quotation marks pair, though most of their kind are apostrophes.

Goes in: a text and what stands between its double marks. Comes out: what stands
between single ones: ‘…’, '…' and ‚…‘. A pair lies in one paragraph, and both of
its marks lie in the same double quotation or in none. A mark opens behind white
space and before a word, unless the word is one that loses its beginning ('tis,
'90s); it closes behind a word and before none. Where a plural's apostrophe ("the
boys’ boat") may be meant, a later mark that surely closes is taken instead.
A mark that finds no other one is an apostrophe, never a quotation without end.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from provenance.attribution.marks import Marked
from provenance.text.tokens import fold_word

_OPENS = re.compile(r"['‘‚](?<![^\s(\[{\"“„«–—/-].)(?=[\w$£€.…\[(\"“])")
_CLOSES = re.compile(r"['’‘](?<=\S.)(?!\w)")
_BREAKS = re.compile(r"[\r\n]+(?:[^\S\r\n]+[\r\n]+)*")
# A decade or year without its century, as in '90s and '04.
_YEAR = re.compile(r"\d\ds?(?!\w)")
_WORD = re.compile(r"[^\W\d_]+(?:['’]t)?")
# Behind these an apostrophe may be that of a plural or of a dropped g, or a minute or foot.
_DOUBTFUL = re.compile(r"(?i)(?:[sxz\d]|in).\s", re.DOTALL)
_STOPS = ".!?…:;”\"’')]»"


Span = tuple[int, int]


class _Event(NamedTuple):
    """A mark, or a break between lines; `within` is the number of its double quotation or -1."""

    at: int
    end: int
    kind: str
    within: int
    sure: bool


def between_single(text: str, double: Sequence[Marked], elided: frozenset[str]) -> Iterator[Marked]:
    """What stands between single marks, in no order that means anything. Linear in the text.

    Args:
        text: One in which two single marks are one double mark.
        double: What stands between double marks and in no other ones, in order.
        elided: Words that an apostrophe may begin.
    """
    opening = [
        match.span() for match in _OPENS.finditer(text) if not _is_cut(text, match.end(), elided)
    ]
    rooms: dict[int, list[_Event]] = {}
    if opening:
        for event in _events(text, opening, double):
            rooms.setdefault(event.within, []).append(event)
    for room in rooms.values():
        yield from _paired(text, room)


def _is_cut(text: str, at: int, elided: frozenset[str]) -> bool:
    """Whether the word at `at` has lost its beginning."""
    if _YEAR.match(text, at):
        return True
    word = _WORD.match(text, at)
    return word is not None and fold_word(word.group()) in elided


def _events(text: str, opening: Sequence[Span], double: Sequence[Marked]) -> Iterator[_Event]:
    """The marks and the breaks between paragraphs from the first opening mark on, in order."""
    begin, number = opening[0][0], 0
    spans = [(*span, "opens") for span in opening]
    spans += ((*match.span(), "closes") for match in _CLOSES.finditer(text, begin))
    spans += ((*match.span(), "breaks") for match in _BREAKS.finditer(text, begin))
    for at, end, kind in sorted(spans):
        while number < len(double) and double[number].end <= at:
            number += 1
        inside = number < len(double) and double[number].start <= at
        if kind != "breaks" or _ends_paragraph(text, at, end):
            sure = not _DOUBTFUL.search(text, max(0, at - 2), end + 1)
            yield _Event(at, end, kind, number if inside else -1, sure)


def _ends_paragraph(text: str, at: int, end: int) -> bool:
    """Whether line ends stand between paragraphs; else a line is wrapped there."""
    breaks = text[at:end].replace("\r\n", "\n")
    return len(breaks) > 1 or text[at - 1 : at] in _STOPS


def _paired(text: str, room: Sequence[_Event]) -> Iterator[Marked]:
    """The pairs among the marks of one room."""
    opened: _Event | None = None
    for event, surely_later in zip(room, _closed_later(room), strict=True):
        if event.kind == "opens":
            opened = event
        elif opened is None:
            continue
        elif event.kind == "breaks":
            if _carries_on(text, opened, event):
                yield Marked(opened.end, event.at, closed=False, carried=True)
            opened = None
        elif event.sure or not surely_later:
            if opened.end < event.at:
                yield Marked(opened.end, event.at, closed=True, carried=False)
            opened = None


def _closed_later(room: Sequence[_Event]) -> list[bool]:
    """For each event, whether a sure closing mark follows before another opening or a break."""
    later, found = False, []
    for event in reversed(room):
        found.append(later)
        later = event.kind == "closes" and (event.sure or later)
    return found[::-1]


def _carries_on(text: str, opened: _Event, event: _Event) -> bool:
    """Whether a paragraph is one mark and what it opens, and the next is opened again."""
    mark = text[opened.at]
    return (
        text[opened.at - 1 : opened.at] in "\r\n"
        and text[event.end : event.end + 1] == mark
        and text[event.at - 1] in _STOPS
    )
