"""Two articles cut into rows in which the left and the right say the same.

Goes in: a comparison. Comes out: bands of rows, for shared passages and for
what lies between them, with the words that differ marked. How wide a row is and
how it is painted is for `columns` to tell.
"""

import bisect
import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise, zip_longest

from provenance.reuse.comparison import Comparison, Passage
from provenance.reuse.difference import Changed
from provenance.reuse.units import units

_LINE_END = re.compile(r"\r\n|\n|\r")

Span = tuple[int, int]
# A span of words that differ, and what changed with it.
Mark = tuple[int, int, Changed | None]


@dataclass(frozen=True, slots=True)
class Cell:
    """One side of a row: a span of that side's text.

    Attributes:
        marks: The words that differ within it, in order.
    """

    start: int
    end: int
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Band:
    """Rows that belong together.

    Attributes:
        passage: The number of the shared passage, from 1; null for what is not shared.
        rows: Left and right; null where a side has nothing to set against the other.
        moved: Whether the passage stands in another order on the right.
    """

    passage: int | None
    rows: tuple[tuple[Cell | None, Cell | None], ...]
    moved: bool = False


def bands(comparison: Comparison) -> Iterator[Band]:
    """All of both texts, in the order of the left one.

    A passage that stands in another order on the right comes where it stands on the left. Linear
    in the texts but for a sort of the passages.
    """
    left_text, right_text = comparison.texts
    in_order = _in_order(comparison.passages)
    shared_left = _merged((p.region.left_start, p.region.left_end) for p in comparison.passages)
    shared_right = _merged((p.region.right_start, p.region.right_end) for p in comparison.passages)
    free_left = _between(shared_left, len(left_text))
    free_right = _between(shared_right, len(right_text))
    for number, passage in enumerate(comparison.passages, 1):
        region, kept = passage.region, number - 1 in in_order
        yield from _unshared(
            (left_text, _taken(free_left, region.left_start)),
            (right_text, _taken(free_right, region.right_start) if kept else []),
        )
        rows = _rows(passage, left_text, right_text)
        yield Band(number, tuple(rows), moved=not kept)
    yield from _unshared((left_text, free_left), (right_text, free_right))


def _in_order(passages: Sequence[Passage]) -> set[int]:
    """The places of passages that stand in one order on both sides, the longest first."""
    kept: list[tuple[int, int, int]] = []
    by_size = sorted(range(len(passages)), key=lambda at: -passages[at].region.matched_words)
    for at in by_size:
        region = passages[at].region
        place = (region.left_start, region.right_start, at)
        slot = bisect.bisect(kept, place)
        before = kept[slot - 1][1] if slot else -1
        after = kept[slot][1] if slot < len(kept) else region.right_start + 1
        if before < region.right_start < after:
            kept.insert(slot, place)
    return {at for _, _, at in kept}


def _merged(spans: Iterable[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged


def _between(spans: Sequence[Span], length: int) -> list[Span]:
    """What lies in none of the spans, last first."""
    edges = [0, *chain.from_iterable(spans), length]
    return [(start, end) for start, end in zip(edges[::2], edges[1::2], strict=True)][::-1]


def _taken(free: list[Span], until: int) -> list[Span]:
    """The spans before `until`, taken off the end of `free`."""
    taken = []
    while free and free[-1][0] < until:
        taken.append(free.pop())
    return taken


def _unshared(*sides: tuple[str, list[Span]]) -> Iterator[Band]:
    """The lines of both sides that are not shared, if there are any, side by side."""
    left, right = ([cell for span in spans for cell in _lines(text, span)] for text, spans in sides)
    if left or right:
        yield Band(None, tuple(zip_longest(left, right)))


def _lines(text: str, span: Span) -> Iterator[Cell]:
    """The lines of a span that hold more than white space and marks."""
    start, end = span
    edges = [start, *(match.end() for match in _LINE_END.finditer(text, start, end)), end]
    for first, last in pairwise(edges):
        if any(map(str.isalnum, text[first:last])):
            yield _cell(text, first, last, ())


def _rows(passage: Passage, left: str, right: str) -> Iterator[tuple[Cell, Cell]]:
    """A passage cut where both sides begin a new line at the same word."""
    region, edits = passage.region, deque(passage.edits)
    cuts = [(region.left_start, region.right_start), *_cuts(passage, left, right)]
    cuts.append((region.left_end, region.right_end))
    for (i, j), (i_end, j_end) in pairwise(cuts):
        inside = []
        while edits and edits[0].left_end <= i_end and edits[0].right_end <= j_end:
            inside.append(edits.popleft())
        yield (
            _cell(left, i, i_end, [(e.left_start, e.left_end, e.changed) for e in inside]),
            _cell(right, j, j_end, [(e.right_start, e.right_end, e.changed) for e in inside]),
        )


def _cuts(passage: Passage, left: str, right: str) -> Iterator[Span]:
    """Where both sides begin a new line, between words that are equal."""
    region = passage.region
    begins = [(region.left_start, region.right_start)]
    begins += [(edit.left_end, edit.right_end) for edit in passage.edits]
    ends = [(edit.left_start, edit.right_start) for edit in passage.edits]
    ends.append((region.left_end, region.right_end))
    for (i, j), (i_end, j_end) in zip(begins, ends, strict=True):
        before = i, j
        for one, other in zip(units(left, i, i_end), units(right, j, j_end), strict=False):
            cut = _new_line(left, before[0], one.start), _new_line(right, before[1], other.start)
            before = one.end, other.end
            if cut[0] and cut[1]:
                yield cut


def _new_line(text: str, start: int, end: int) -> int:
    """Where the last line begins that begins in a span; 0 when none does."""
    return max(text.rfind("\n", start, end), text.rfind("\r", start, end)) + 1


def _cell(text: str, start: int, end: int, edits: Sequence[Mark]) -> Cell:
    """A cell without the white space at its ends."""
    raw = text[start:end]
    return Cell(
        start + len(raw) - len(raw.lstrip()),
        start + len(raw.rstrip()),
        tuple(mark for mark in edits if mark[0] < mark[1]),
    )
