"""Rows of scores as lines: figures in columns, the name last, and what is to be said below it.

In: figures, names, notes and lists. Out: lines; all but figures, which must be safe to print, goes
through `printable`.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import getitem

import polars as pl

from provenance.reporters.cells import cells, fold
from provenance.reporters.labels import hanging
from provenance.reporters.palette import Style
from provenance.reporters.safe import printable

# With less room for the name beside the figures, it stands below them.
_NAME = 20
_NOTE = " " * 6
_GAP = "  "


@dataclass(slots=True)
class Entry:
    """One row but for its figures.

    Attributes:
        name: What it is about.
        note: What is to be said of it; null for nothing.
        lists: What it comes from, each list from a new line on, broken between its items.
        kind: The colour of its first figure.
    """

    name: str
    note: str | None
    lists: tuple[tuple[str, ...], ...]
    kind: str


def table(
    header: Sequence[str], figures: pl.DataFrame, entries: Iterable[Entry], style: Style
) -> Iterator[str]:
    """The entries as lines under a header, whose last word is the names'.

    `figures` are texts, a column for each other word of the header and a row for each entry.
    """
    *titles, name = header
    columns = zip(titles, figures.get_columns(), strict=True)
    flushed = [_flushed({title, *column.unique()}) for title, column in columns]
    lead = "".join(map(getitem, flushed, titles))
    yield style.paint(lead + name, "faint")
    for entry, row in zip(entries, figures.iter_rows(), strict=True):
        first = style.paint(row[0], entry.kind)
        painted = "".join(map(getitem, flushed, row)).replace(row[0], first, 1)
        yield from _row(entry, painted, cells(lead), style)


def _flushed(column: Iterable[str]) -> dict[str, str]:
    """Each cell of a column flushed right, with a gap behind it."""
    widths = {cell: cells(cell) for cell in column}
    width = max(widths.values())
    return {cell: " " * (width - own) + cell + _GAP for cell, own in widths.items()}


def _row(entry: Entry, lead: str, indent: int, style: Style) -> Iterator[str]:
    """The lines of an entry; `lead` are its figures, `indent` cells wide."""
    room = style.width - indent
    if room >= _NAME:
        first, *more = _name(entry.name, room)
        yield lead + first
        yield from (" " * indent + line for line in more)
    else:
        yield lead.rstrip()
        yield from (_NOTE + line for line in _name(entry.name, style.width - len(_NOTE)))
    yield from hanging(_NOTE, entry.note, style) if entry.note else ()
    for items in filter(None, entry.lists):
        yield from (_NOTE + line for line in _packed(items, style.width - len(_NOTE)))


def _name(name: str, room: int) -> list[str]:
    """A name on lines of `room` cells; a file that does not fit beside its folder goes below."""
    safe = printable(name)
    folder, slash, file = safe.rpartition("/")
    parts = [safe] if cells(safe) <= room or not slash else [folder + slash, file]
    return [line for part in parts for line in fold(part, room)]


def _packed(items: Sequence[str], room: int) -> list[str]:
    """The items with commas between them, as many on a line as fit."""
    whole = ", ".join(map(printable, items))
    if cells(whole) <= room:
        return [whole]
    lines: list[str] = []
    for place, item in enumerate(items, start=1):
        piece = printable(item) + ("," if place < len(items) else "")
        if lines and cells(lines[-1]) + 1 + cells(piece) <= room:
            lines[-1] += f" {piece}"
        else:
            lines += fold(piece, room)
    return lines


def remark(text: str, style: Style) -> Iterator[str]:
    """A remark on the table, safe to print, on as many lines as it needs."""
    return (style.paint(line, "faint") for line in fold(text, style.width))
