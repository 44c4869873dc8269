"""Two texts as rows in which both sides say the same, with the words that differ marked.

Goes in: a comparison. Comes out: bands of rows of markup. Each marked word tells,
for those who hear the page, what stands in its place on the other side. Nothing
of the texts is markup.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from provenance.reporters.cells import head
from provenance.reporters.html.marking import visible
from provenance.reporters.rows import Band, Cell, bands
from provenance.reuse.comparison import LEFT, RIGHT, SIDES, Comparison, Side
from provenance.reuse.difference import Edit
from provenance.text.tokens import WORD

LETTERS: dict[Side, str] = {LEFT: "A", RIGHT: "B"}
# What an edit changed, as it is called; other edits change words.
CHANGES = {"number": "figure", "name": "name", "negation": "negation"}
_INSTEAD = 80  # cells of the words on the other side
_MARKS = 3  # punctuation shown at either end of a cell
_NEAR = 20  # characters within which a word must stand for a line to go on beside a cell
_LINE_END = re.compile(r"[ \t]*[\r\n]\s*")
_DIFFERS = Markup(
    '<mark class="differs differs-{}{}">{}<span class="hidden-text"> ({})</span></mark>'
)

# Side and start of an edit that has words on that side.
_Edits = dict[tuple[Side, int], Edit]


@dataclass(frozen=True, slots=True)
class Cells:
    """One side of a row: the number of its line, and its text."""

    line: int
    html: Markup


@dataclass(frozen=True, slots=True)
class Aligned:
    """Rows that belong together.

    Attributes:
        passage: The number of the shared passage, from 1; null for what is not shared.
        moved: Whether the passage stands in another order on the right.
        rows: Left and right; null where a side has nothing to set against the other.
        words: How many words lie on the left and on the right.
    """

    passage: int | None
    moved: bool
    rows: Sequence[tuple[Cells | None, ...]]
    words: tuple[int, ...]


def aligned(comparison: Comparison, line_of: Callable[[Side, int], int]) -> Iterator[Aligned]:
    """All of both texts, in the order of the left one; `line_of` numbers the lines shown."""
    texts = dict(zip(SIDES, comparison.texts, strict=True))
    for band in bands(comparison):
        edits = _edits(comparison, band)
        rows = [
            tuple(
                _shown(cell, side, texts, edits, line_of)
                for side, cell in zip(SIDES, row, strict=True)
            )
            for row in band.rows
        ]
        words = tuple(
            sum(_words(texts[side], row[at]) for row in band.rows) for at, side in enumerate(SIDES)
        )
        yield Aligned(band.passage, band.moved, rows, words)


def _edits(comparison: Comparison, band: Band) -> _Edits:
    if band.passage is None:
        return {}
    edits: _Edits = {}
    for edit in comparison.passages[band.passage - 1].edits:
        if edit.left_start < edit.left_end:
            edits[LEFT, edit.left_start] = edit
        if edit.right_start < edit.right_end:
            edits[RIGHT, edit.right_start] = edit
    return edits


def _words(text: str, cell: Cell | None) -> int:
    return sum(1 for _ in WORD.finditer(text, cell.start, cell.end)) if cell else 0


def _shown(
    cell: Cell | None,
    side: Side,
    texts: dict[Side, str],
    edits: _Edits,
    line_of: Callable[[Side, int], int],
) -> Cells | None:
    if cell is None:
        return None
    return Cells(line_of(side, cell.start), _cell(cell, side, texts, edits))


def _cell(cell: Cell, side: Side, texts: dict[Side, str], edits: _Edits) -> Markup:
    text = texts[side]
    start, end = _with_punctuation(cell, text)
    parts, at = ["… " if _goes_on(text[max(0, start - _NEAR) : start], -1) else ""], start
    for first, last, _ in cell.marks:
        parts += [_one_line(text[at:first]), _differs(side, texts, edits[side, first])]
        at = last
    parts += [_one_line(text[at:end]), " …" if _goes_on(text[end : end + _NEAR], 0) else ""]
    return Markup("").join(parts)


def _one_line(raw: str) -> Markup:
    """Text with a sign for each line end: what stands in one row may be several lines."""
    return visible(_LINE_END.sub(" ↵ ", raw))


def _with_punctuation(cell: Cell, text: str) -> tuple[int, int]:
    """The span of a cell with the marks at its first and its last word."""
    start, end = cell.start, cell.end
    while start and cell.start - start < _MARKS and _is_mark(text[start - 1]):
        start -= 1
    while end < len(text) and end - cell.end < _MARKS and _is_mark(text[end]):
        end += 1
    return start, end


def _is_mark(char: str) -> bool:
    return not (char.isalnum() or char.isspace())


def _goes_on(beside: str, line: int) -> bool:
    """Whether the text beside a cell has words in the cell's own line, its first or its last."""
    lines = beside.replace("\r", "\n").split("\n")
    return any(map(str.isalnum, lines[line]))


def _differs(side: Side, texts: dict[Side, str], edit: Edit) -> Markup:
    """The words of an edit on one side, with what the other side has instead."""
    spans = _spans(edit)
    other = RIGHT if side == LEFT else LEFT
    there = " ".join(texts[other][slice(*spans[other])].split())
    told = f"in {LETTERS[other]}: {head(there, _INSTEAD)}" if there else f"not in {LETTERS[other]}"
    strong = " differs-strong" if edit.changed else ""
    here = _one_line(texts[side][slice(*spans[side])])
    return _DIFFERS.format(LETTERS[side].lower(), strong, here, visible(told))


def _spans(edit: Edit) -> dict[Side, tuple[int, int]]:
    return {
        LEFT: (edit.left_start, edit.left_end),
        RIGHT: (edit.right_start, edit.right_end),
    }
