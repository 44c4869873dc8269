"""Rows of scores as lines: figures in columns, the name last, and what is to be said below it.

In: cells, names, notes and lists. Out: lines; all but cells, which must be safe to print, goes
through `printable`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from provenance.reporters.cells import cells, fold
from provenance.reporters.labels import hanging
from provenance.reporters.palette import Style
from provenance.reporters.safe import printable

# With less room for the name beside the figures, it stands below them.
_NAME = 20
_NOTE = " " * 6
_GAP = "  "


@dataclass(frozen=True, slots=True)
class Entry:
    """One row.

    Attributes:
        cells: Figures in the order of the columns.
        name: What it is about.
        note: What is to be said of it; null for nothing.
        lists: What it comes from, each list from a new line on, broken between its items.
        kind: The colour of the first cell.
    """

    cells: tuple[str, ...]
    name: str
    note: str | None
    lists: tuple[tuple[str, ...], ...]
    kind: str


def table(header: Sequence[str], entries: Sequence[Entry], style: Style) -> Iterator[str]:
    """The entries as lines under a header, whose last word is the names'."""
    *titles, name = header
    columns = zip(titles, *(entry.cells for entry in entries), strict=True)
    widths = [max(map(cells, column)) for column in columns]
    yield style.paint(_lead(titles, widths) + name, "faint")
    for entry in entries:
        yield from _row(entry, widths, style)


def _row(entry: Entry, widths: Sequence[int], style: Style) -> Iterator[str]:
    lead = _lead(entry.cells, widths)
    painted = lead.replace(entry.cells[0], style.paint(entry.cells[0], entry.kind), 1)
    room = style.width - cells(lead)
    if room >= _NAME:
        first, *more = _name(entry.name, room)
        yield painted + first
        yield from (" " * cells(lead) + line for line in more)
    else:
        yield painted.rstrip()
        yield from (_NOTE + line for line in _name(entry.name, style.width - len(_NOTE)))
    yield from hanging(_NOTE, entry.note, style) if entry.note else ()
    for items in entry.lists:
        yield from _packed(items, style.width - len(_NOTE))


def _name(name: str, room: int) -> list[str]:
    """A name on lines of `room` cells; a file that does not fit beside its folder goes below."""
    safe = printable(name)
    folder, slash, file = safe.rpartition("/")
    parts = [safe] if cells(safe) <= room or not slash else [folder + slash, file]
    return [line for part in parts for line in fold(part, room)]


def _packed(items: Sequence[str], room: int) -> Iterator[str]:
    """The items with commas between them, as many on a line as fit."""
    lines: list[str] = []
    for place, item in enumerate(items, start=1):
        piece = printable(item) + ("," if place < len(items) else "")
        if lines and cells(lines[-1]) + 1 + cells(piece) <= room:
            lines[-1] += f" {piece}"
        else:
            lines += fold(piece, room)
    return (_NOTE + line for line in lines)


def _lead(row: Sequence[str], widths: Sequence[int]) -> str:
    """Cells flushed right, each with a gap behind it."""
    padded = (" " * (width - cells(cell)) + cell for cell, width in zip(row, widths, strict=True))
    return "".join(cell + _GAP for cell in padded)


def remark(text: str, style: Style) -> Iterator[str]:
    """A remark on the table, safe to print, on as many lines as it needs."""
    return (style.paint(line, "faint") for line in fold(text, style.width))
