"""Rows of two texts on a page: side by side where there is room, else one under the other.

Goes in: bands of rows and the two articles. Comes out: lines that are safe to
print and as wide as asked for. Words that differ stand in brackets, so that the
page reads without colours. Text written from right to left is always set one
under the other: a terminal may turn such a line round, columns and all.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from provenance.reporters.cells import breaks, cells
from provenance.reporters.palette import Style
from provenance.reporters.places import Places
from provenance.reporters.rows import Band, Cell
from provenance.reporters.safe import printable
from provenance.reuse.comparison import LEFT, RIGHT, SIDES, Side
from provenance.text.tokens import WORD

# What stands around words that differ, by side, and around those that change a figure, a name or
# a negation.
PLAIN_MARKS = {LEFT: ("[-", "-]"), RIGHT: ("{+", "+}")}
STRONG_MARKS = {LEFT: ("[!", "!]"), RIGHT: ("{!", "!}")}
NAMES = {LEFT: "A", RIGHT: "B"}
_PLAIN_KINDS = {LEFT: "gone", RIGHT: "come"}
_STRONG_KIND = "changed"

_NARROW = 80  # Fewer cells hold no two columns that can be read.
_NUMBER = 5  # cells of a line number and the space behind it
_BAR = " | "
_LINE_END = re.compile(r"[ \t]*[\r\n]\s*")
# Hebrew, Arabic and their neighbours, their presentation forms, and the right-to-left scripts of
# the supplementary plane.
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_MARKS = 3  # Punctuation shown at either end of a cell.
_NEAR = 20  # Characters within which a word must stand for a line to go on beside a cell.


@dataclass(frozen=True, slots=True)
class Page:
    """What the lines are made of.

    Attributes:
        places: The two articles, under the names of their sides.
        full: Whether text that is not shared is shown as well.
    """

    places: Places
    style: Style
    full: bool

    def text(self, side: Side) -> str:
        """The text of one side as read."""
        return self.places.articles[side].text

    @property
    def is_wide(self) -> bool:
        """Whether both texts can stand side by side."""
        return self.style.width >= _NARROW and not any(
            _RIGHT_TO_LEFT.search(self.text(side)) for side in SIDES
        )


@dataclass(frozen=True, slots=True)
class _Block:
    """One side of a row, ready to be set.

    Attributes:
        label: Line number; empty for what stands in no line.
        text: Safe to print, with its brackets.
        paints: Spans of `text` with their kinds of colour, in order.
    """

    label: str
    text: str
    paints: tuple[tuple[int, int, str], ...] = ()


def band_lines(band: Band, page: Page) -> Iterator[str]:
    """The lines of a band, without its heading."""
    if band.passage is None and not page.full:
        yield from _set({side: _gap(band, side, page) for side in SIDES}, page)
        return
    for row in band.rows:
        blocks = {side: _block(cell, side, page) for side, cell in zip(SIDES, row, strict=True)}
        if band.passage is None:
            blocks = {side: _faint(block) for side, block in blocks.items()}
        yield from _set(blocks, page)


def _gap(band: Band, side: Side, page: Page) -> _Block | None:
    """In short what one side has that is not shared."""
    spans = [row[SIDES.index(side)] for row in band.rows]
    text = page.text(side)
    words = [sum(1 for _ in WORD.finditer(text, cell.start, cell.end)) for cell in spans if cell]
    if not words:
        return None
    lines, total = f"{len(words):,} line{'s' * (len(words) != 1)}", sum(words)
    return _faint(_Block("", f"… {lines} not shared, {total:,} word{'s' * (total != 1)} …"))


def _faint(block: _Block | None) -> _Block | None:
    return block and _Block(block.label, block.text, ((0, len(block.text), "faint"),))


def _block(cell: Cell | None, side: Side, page: Page) -> _Block | None:
    """A cell with brackets around the words that differ, and dots where its line goes on."""
    if cell is None:
        return None
    text, parts, paints = page.text(side), [], []
    cell = _with_punctuation(cell, text)
    before, behind = _goes_on(text, cell)
    parts.append("…" if before else "")
    size, at = len(parts[0]), cell.start
    for start, end, changed in cell.marks:
        opening, closing = (STRONG_MARKS if changed else PLAIN_MARKS)[side]
        plain = _safe(text[at:start])
        marked = f"{opening}{_safe(text[start:end])}{closing}"
        size += len(plain)
        paints.append((size, size + len(marked), _STRONG_KIND if changed else _PLAIN_KINDS[side]))
        size += len(marked)
        parts += [plain, marked]
        at = end
    parts += [_safe(text[at : cell.end]), "…" if behind else ""]
    line, _ = page.places.shown(side, cell.start)
    return _Block(str(line), "".join(parts), tuple(paints))


def _safe(raw: str) -> str:
    return printable(_LINE_END.sub(" ↵ ", raw))


def _with_punctuation(cell: Cell, text: str) -> Cell:
    """A cell with the marks that stand at its first and its last word."""
    start, end = cell.start, cell.end
    while start and cell.start - start < _MARKS and _is_mark(text[start - 1]):
        start -= 1
    while end < len(text) and end - cell.end < _MARKS and _is_mark(text[end]):
        end += 1
    return replace(cell, start=start, end=end)


def _is_mark(char: str) -> bool:
    return not (char.isalnum() or char.isspace())


def _goes_on(text: str, cell: Cell) -> tuple[bool, bool]:
    """Whether the cell's first line begins before it, and whether its last goes on behind it."""
    before = re.split(r"[\r\n]", text[max(0, cell.start - _NEAR) : cell.start])[-1]
    behind = re.split(r"[\r\n]", text[cell.end : cell.end + _NEAR])[0]
    return any(map(str.isalnum, before)), any(map(str.isalnum, behind))


def _set(blocks: dict[Side, _Block | None], page: Page) -> Iterator[str]:
    """Both sides of a row: in columns, or labelled one under the other."""
    if page.is_wide:
        room = (page.style.width - len(_BAR)) // 2
        left, right = (_lines(blocks[side], room, "", page.style) for side in SIDES)
        for one, other in zip_longest(left, right, fillvalue=("", 0)):
            yield f"{one[0]}{' ' * (room - one[1])}{_BAR}{other[0]}".rstrip()
        return
    for side in SIDES:
        named = _lines(blocks[side], page.style.width, f"{NAMES[side]} ", page.style)
        yield from (line for line, _ in named)


def _lines(block: _Block | None, room: int, name: str, style: Style) -> Sequence[tuple[str, int]]:
    """The lines of a block with their width, hanging beside its number."""
    if block is None:
        return []
    lead = f"{name}{block.label:>{_NUMBER - 1}} "
    made = []
    paints = list(block.paints)[::-1]
    for start, end in breaks(block.text, max(1, room - len(lead))):
        shown = _painted(block.text, start, end, paints, style)
        made.append((lead + shown, len(lead) + cells(block.text[start:end])))
        lead = " " * len(lead)
    return made


def _painted(
    text: str, start: int, end: int, paints: list[tuple[int, int, str]], style: Style
) -> str:
    """A line of a block in its colours; `paints` has the next one last, and loses what is done."""
    parts = []
    at = start
    while paints and paints[-1][0] < end:
        first, last, kind = paints[-1]
        first = max(first, at)
        parts += [text[at:first], style.paint(text[first : min(last, end)], kind)]
        at = max(at, min(last, end))
        if last > end:
            break
        paints.pop()
    return "".join([*parts, text[at:end]])
