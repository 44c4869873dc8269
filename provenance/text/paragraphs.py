"""Cuts a text into paragraphs.

In: a text. Out: the spans of its paragraphs. In scraped news a line is one; agencies wrap theirs
at a fixed width, and there a paragraph is as many lines as run on. Where a line only happens to
be long, or text is not wrapped at all, lines are kept: what is not sure to be one paragraph stays
two.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from provenance.text.segment import line_spans

# As wide as a screen or a telex; wider lines are paragraphs of their own.
_WIDTHS = range(50, 101)
# So many lines that are full and run on without a mark tell that a text is wrapped.
_FULL_LINES = 3
# The next word would have reached over the width, or nearly: desks count tabs and tags otherwise.
_SLACK = 8
_LINE_END = re.compile(r"\r\n|[\r\n]")
_WORD = re.compile(r"\S+")
_GOES_ON = re.compile(r"[^\W_A-Z]|[$£€¥]")
_STOPS = ".!?…:;"


class _Line(NamedTuple):
    """A line without the white space around it.

    Attributes:
        indent: How far it is set in.
        above: Line ends between it and the line above that is not blank.
    """

    start: int
    end: int
    indent: int
    above: int

    @property
    def reach(self) -> int:
        """The column behind its last word."""
        return self.indent + self.end - self.start


def paragraph_spans(text: str) -> tuple[tuple[int, int], ...]:
    r"""Spans of the paragraphs of `text`, in order, white space around them left out. Linear.

    In wrapped text a line runs on in the next one when it is full, no blank line stands between
    them, and the next one is not set in deeper.

    >>> paragraph_spans("One line.\n\nAnother one.")
    ((0, 9), (11, 23))
    """
    spans = tuple(line_spans(text))
    if max([end - start for start, end in spans], default=0) > _WIDTHS[-1]:
        return spans  # as nearly all text is
    lines = list(_lines(text, spans))
    width = max((line.reach for line in lines), default=0)
    if not _is_wrapped(text, lines, width):
        return spans
    runs = [_runs_on(text, line, below, width) for line, below in pairwise(lines)]
    firsts = [0, *(number for number, on in enumerate(runs, start=1) if not on)]
    return tuple(
        (lines[first].start, lines[last - 1].end) for first, last in pairwise((*firsts, len(lines)))
    )


def _lines(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[_Line]:
    """The lines at `spans`, with what stands around them."""
    behind = 0
    for start, end in spans:
        ends = [each.end() for each in _LINE_END.finditer(text, behind, start)]
        yield _Line(start, end, start - (ends[-1] if ends else behind), len(ends))
        behind = end


def _runs_on(text: str, line: _Line, below: _Line, width: int) -> bool:
    """Whether the next line goes on with the paragraph of this one."""
    if below.above > 1 or below.indent > line.indent:
        return False
    return _is_full(text, line, below, width) or _is_within(text, line, below)


def _is_wrapped(text: str, lines: list[_Line], width: int) -> bool:
    """Whether full lines end in the midst of a sentence so often that this is no chance."""
    found = (
        _is_full(text, line, below, width) and _is_within(text, line, below)
        for line, below in pairwise(lines)
    )
    return width in _WIDTHS and sum(found) >= _FULL_LINES


def _is_full(text: str, line: _Line, below: _Line, width: int) -> bool:
    """Whether the first word of the next line would have had no room in this one."""
    word = _WORD.match(text, below.start)
    return word is not None and line.reach + len(word[0]) >= width - _SLACK


def _is_within(text: str, line: _Line, below: _Line) -> bool:
    """Whether a sentence goes on over the line end, whatever the room: a dateline was cut off."""
    return text[line.end - 1] not in _STOPS and _GOES_ON.match(text, below.start) is not None
