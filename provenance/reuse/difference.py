"""The word-level difference of two spans that share a passage.

Goes in: two texts and a span of each. Comes out: what was inserted, deleted or
replaced, and whether a negation, a number or a name changed with it. Case,
punctuation, line breaks and ways to write one number are no difference. It does
not tell which side is right or came first.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from provenance.reuse.units import Unit, units
from provenance.reuse.unmatched import Block, unmatched

Kind = Literal["insert", "delete", "replace"]
Changed = Literal["negation", "number", "name"]


@dataclass(frozen=True, slots=True)
class Edit:
    """One place where two copies differ.

    Attributes:
        kind: What made the right side of the left one.
        left_start, left_end: The words of the left text, half-open, in code points; empty where
            words were inserted. `right_start` and `right_end` in the right text.
        changed: The weightiest thing that changed: `negation` before `number` before `name`; null
            when only other words did.
    """

    kind: Kind
    left_start: int
    left_end: int
    right_start: int
    right_end: int
    changed: Changed | None


def difference(
    left: str, left_span: tuple[int, int], right: str, right_span: tuple[int, int]
) -> list[Edit]:
    """The edits that make the words of the right span of those of the left one, in order.

    A number counts as changed when its value did ("five" and "5" are one value), one with its
    scale word is one unit ("3.5 million"), and one that was only put elsewhere did not change; nor
    did a name or a negation that was. Names are capitalised words within a sentence.

    Args:
        left: A text.
        left_span: Its span, half-open, in code points.
        right: The other text.
        right_span: Its span.

    Returns:
        Edits in order, at least one equal word between them. Replacing each left side by the right
        one gives the right words. They are few, not always the fewest. O(n log n) in the words.
    """
    if left[slice(*left_span)] == right[slice(*right_span)]:
        return []
    lefts, rights = units(left, *left_span), units(right, *right_span)
    blocks = unmatched([unit.key for unit in lefts], [unit.key for unit in rights])
    moves = _Moves.of(lefts, rights, blocks)
    return [_edit(lefts, rights, block, (left_span[0], right_span[0]), moves) for block in blocks]


def _edit(
    lefts: Sequence[Unit],
    rights: Sequence[Unit],
    block: Block,
    starts: tuple[int, int],
    moves: "_Moves",
) -> Edit:
    i, i_end, j, j_end = block
    kind: Kind = "insert" if i == i_end else "delete" if j == j_end else "replace"
    return Edit(
        kind,
        *_place(lefts, i, i_end, starts[0]),
        *_place(rights, j, j_end, starts[1]),
        moves.changed(lefts[i:i_end], rights[j:j_end]),
    )


def _place(found: Sequence[Unit], first: int, last: int, start: int) -> tuple[int, int]:
    """The span of some units; the empty one behind the unit before when there are none."""
    if first < last:
        return found[first].start, found[last - 1].end
    at = found[first - 1].end if first else start
    return at, at


def _denial(unit: Unit) -> str | None:
    return "" if unit.denies else None


def _value(unit: Unit) -> str | None:
    return unit.value


def _name(unit: Unit) -> str | None:
    return unit.name


_SORTS: dict[Changed, Callable[[Unit], str | None]] = {
    "negation": _denial,
    "number": _value,
    "name": _name,
}


@dataclass(frozen=True, slots=True)
class _Moves:
    """What the edits of two spans take away in all and what they bring.

    Attributes:
        left: What stands more often in the edits' left sides, by sort; `right` likewise.
    """

    left: dict[Changed, Counter[str]]
    right: dict[Changed, Counter[str]]

    @classmethod
    def of(cls, lefts: Sequence[Unit], rights: Sequence[Unit], blocks: Sequence[Block]) -> "_Moves":
        gone = [unit for i, i_end, _, _ in blocks for unit in lefts[i:i_end]]
        come = [unit for _, _, j, j_end in blocks for unit in rights[j:j_end]]
        return cls(
            {sort: _counted(gone, sort) - _standing(come, sort) for sort in _SORTS},
            {sort: _counted(come, sort) - _standing(gone, sort) for sort in _SORTS},
        )

    def changed(self, before: Sequence[Unit], after: Sequence[Unit]) -> Changed | None:
        """The weightiest sort of thing that differs between the two sides of an edit."""
        return next((sort for sort in _SORTS if self._differs(sort, before, after)), None)

    def _differs(self, sort: Changed, before: Sequence[Unit], after: Sequence[Unit]) -> bool:
        gone, come = _counted(before, sort), _counted(after, sort)
        if gone == come:
            return False
        if sort == "number" and not (gone and come) and all(map(_is_loose, (*before, *after))):
            return False
        if gone and come:
            return sort != "negation"
        return bool(gone & self.left[sort] or come & self.right[sort])


def _counted(found: Sequence[Unit], sort: Changed) -> Counter[str]:
    items = map(_SORTS[sort], found)
    return Counter(item for item in items if item is not None)


def _standing(found: Sequence[Unit], sort: Changed) -> Counter[str]:
    """What units hold of a sort. A name may stand where its capital does not tell."""
    if sort == "name":
        return Counter(unit.key.removesuffix("'s") for unit in found)
    return _counted(found, sort)


def _is_loose(unit: Unit) -> bool:
    """Whether a unit is no number for certain."""
    return unit.value is None or unit.loose
