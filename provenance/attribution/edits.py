"""What differs between two wordings of one quotation, and of what kind each difference is.

Goes in: two wordings (`provenance.attribution.wording.said`). Comes out: their
edits from left to right, each of one kind. A wording that is only cut, at an
end or at an ellipsis, has none. Which side is right is not said.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import Match, SequenceMatcher
from enum import StrEnum
from itertools import chain
from typing import TypeAlias

from provenance.attribution.spelling import folded
from provenance.attribution.wording import CUT, Weight, changed, inserted, is_small

# An edit of more words than this on either side is a cut as well and weighs nothing.
_LONGEST_EDIT = 6
# Words put in where none are taken out weigh up to this many; more are a clause of its own, which
# may be left out ("nobody, not even he") while the sentence stays as it was.
_LONGEST_INSERT = 3
# By how many letters a word differs at the most from itself, spelt otherwise.
_RESPELT = 2
# So few matching words at an end, beyond a gap, match by chance.
_STRAY = 2
# Fewer words stand elsewhere by chance.
_MOVED = 2

Wording: TypeAlias = tuple[str, ...]
Step: TypeAlias = tuple[str, int, int, int, int]
_Difference: TypeAlias = tuple[Wording, Wording]


class EditKind(StrEnum):
    """What an edit does to what was said.

    `NEGATION`, `NUMBER`, `MODAL`: it changes one. `FUNCTION_WORDS`: only small words, as "the" for
    "a". `INTERPOLATION`: up to six words put in or left out in the midst, or an editor's bracket.
    `MERGE`: more words than that left out without an ellipsis, so that two passages run on.
    `TRUNCATION`: words left out at an end. `OTHER`: other words.
    """

    NEGATION = "negation"
    NUMBER = "number"
    MODAL = "modal"
    FUNCTION_WORDS = "function-words"
    INTERPOLATION = "interpolation"
    MERGE = "merge"
    TRUNCATION = "truncation"
    OTHER = "other"


# The gravest first.
_KINDS = {
    Weight.NEGATION: EditKind.NEGATION,
    Weight.NUMBER: EditKind.NUMBER,
    Weight.MODAL: EditKind.MODAL,
}
# Edits by which the speaker says something else.
SUBSTANCE = frozenset(_KINDS.values())


@dataclass(frozen=True, slots=True)
class Edit:
    """The words on the left and those that stand for them on the right, either possibly empty."""

    kind: EditKind
    left: str
    right: str

    def turned(self) -> "Edit":
        """The same edit seen from the other side."""
        return Edit(self.kind, self.right, self.left)


def steps(left: Wording, right: Wording) -> list[Step]:
    """How one wording becomes the other, as `difflib` tells it but for what happens at the ends.

    Words that only one side writes apart, or with a z, are equal. A stray match beyond a gap counts
    as none. Of what differs before all matches or after them, a word or two are changed and the
    rest is cut. Quadratic in the words at worst: bound them before.

    Returns:
        Each `equal`, `gap` (words that stand for others) or `end` (words that are cut), with start
        and end on the left and on the right, in order.
    """
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    while len(blocks) > 1 and _is_stray(blocks[0], left, right, *blocks[:2]):
        blocks = blocks[1:]
    while len(blocks) > 1 and _is_stray(blocks[-1], left, right, *blocks[-2:]):
        blocks = blocks[:-1]
    return list(_along(blocks, left, right))


def edits(left: Wording, right: Wording, way: Sequence[Step]) -> tuple[Edit, ...]:
    """The edits along the `steps` from one wording to the other; none when either is only cut.

    >>> left, right = ("we", "can", "sail", "today"), ("we", "cannot", "sail")
    >>> edits(left, right, steps(left, right))[1].kind
    <EditKind.TRUNCATION: 'truncation'>
    """
    told = [(step[0], _words(left, right, step)) for step in way if step[0] != "equal"]
    told = [(name, difference) for name, difference in told if not _is_cut(difference)]
    told = [step for step in told if not _is_moved(step, told)]
    inner = [difference for name, difference in told if name == "gap"]
    weights = _weights(inner) & _weights([difference for _, difference in told])
    found = (
        (EditKind.TRUNCATION if name == "end" else _kind(difference, weights), difference)
        for name, difference in told
    )
    return tuple(_edit(*item) for item in found) if inner else ()


def brackets(left: str, right: str) -> tuple[Edit, ...]:
    """What editors put in brackets into the text of one quotation and not into the other's."""
    here, there = inserted(left), inserted(right)
    return (
        *(Edit(EditKind.INTERPOLATION, words, "") for words in here if words not in there),
        *(Edit(EditKind.INTERPOLATION, "", words) for words in there if words not in here),
    )


def _is_stray(match: Match, left: Wording, right: Wording, before: Match, after: Match) -> bool:
    """Whether a match at an end is one of chance, by its size and the gap between two matches."""
    one = left[before.a + before.size : after.a]
    other = right[before.b + before.size : after.b]
    is_gap = max(len(one), len(other)) > _LONGEST_EDIT or CUT in (*one, *other)
    return match.size <= _STRAY and is_gap


def _along(blocks: Sequence[Match], left: Wording, right: Wording) -> Iterator[Step]:
    """The matches and what lies before, between and after them."""
    at = other_at = 0
    for number, block in enumerate((*blocks, Match(len(left), len(right), 0))):
        gap = at, block.a, other_at, block.b
        if _is_same(left[at : block.a], right[other_at : block.b]):
            yield from _equal(*gap)
        elif not number:
            yield from _head(*gap)
        else:
            yield from _gap(*gap) if block.size else _tail(*gap)
        at, other_at = block.a + block.size, block.b + block.size
        yield from _equal(block.a, at, block.b, other_at)


def _is_same(words: Wording, others: Wording) -> bool:
    """Whether words are only spelt otherwise: "health care" is "healthcare"."""
    if not words or not others:
        return not words and not others
    one, other = "".join(words), "".join(others)
    alike = one[0] == other[0] and abs(len(one) - len(other)) <= _RESPELT * len(words)
    return one == other or (alike and folded(one) == folded(other))


def _equal(start: int, end: int, other_start: int, other_end: int) -> Iterator[Step]:
    if start < end:
        yield "equal", start, end, other_start, other_end


def _gap(start: int, end: int, other_start: int, other_end: int) -> Iterator[Step]:
    if start < end or other_start < other_end:
        yield "gap", start, end, other_start, other_end


def _end(start: int, end: int, other_start: int, other_end: int) -> Iterator[Step]:
    if start < end or other_start < other_end:
        yield "end", start, end, other_start, other_end


def _head(start: int, end: int, other_start: int, other_end: int) -> Iterator[Step]:
    """What lies before all matches: what is cut, then what is changed."""
    shared = _changed_at_an_end(end - start, other_end - other_start)
    yield from _end(start, end - shared, other_start, other_end - shared)
    yield from _gap(end - shared, end, other_end - shared, other_end)


def _tail(start: int, end: int, other_start: int, other_end: int) -> Iterator[Step]:
    """What lies after all matches: what is changed, then what is cut."""
    shared = _changed_at_an_end(end - start, other_end - other_start)
    yield from _gap(start, start + shared, other_start, other_start + shared)
    yield from _end(start + shared, end, other_start + shared, other_end)


def _changed_at_an_end(words: int, others: int) -> int:
    """How many words are changed where both sides end otherwise; many are other sentences."""
    fewer = min(words, others)
    return fewer if fewer <= _STRAY else 0


def _words(left: Wording, right: Wording, step: Step) -> _Difference:
    _, start, end, other_start, other_end = step
    return left[start:end], right[other_start:other_end]


def _is_moved(step: tuple[str, _Difference], told: Sequence[tuple[str, _Difference]]) -> bool:
    """Whether words that one side has in the midst stand at an end of the other."""
    name, (before, after) = step
    words = before or after
    if name != "gap" or (before and after) or len(words) < _MOVED:
        return False
    ends = (difference[bool(before)] for end, difference in told if end == "end")
    return any(f" {' '.join(words)} " in f" {' '.join(end)} " for end in ends)


def _is_cut(difference: _Difference) -> bool:
    """Whether words stand against an ellipsis, which may stand for all of them."""
    return any(CUT in words for words in difference)


def _weights(differences: Sequence[_Difference]) -> frozenset[Weight]:
    """What all the short ones together change, so that moving a word changes nothing."""
    short = [difference for difference in differences if _is_short(difference)]
    return changed(
        chain.from_iterable(before for before, _ in short),
        chain.from_iterable(after for _, after in short),
    )


def _is_short(difference: _Difference) -> bool:
    fewer, more = sorted(map(len, difference))
    return more <= (_LONGEST_EDIT if fewer else _LONGEST_INSERT)


def _kind(difference: _Difference, weights: frozenset[Weight]) -> EditKind:
    before, after = difference
    if max(len(before), len(after)) > _LONGEST_EDIT:
        return EditKind.OTHER if before and after else EditKind.MERGE
    weighs = _is_short(difference) and not _is_infinitive(difference)
    weighing = changed(before, after) & weights if weighs else frozenset()
    if weighing:
        return next(kind for weight, kind in _KINDS.items() if weight in weighing)
    if all(map(is_small, chain(before, after))):
        return EditKind.FUNCTION_WORDS
    return EditKind.OTHER if before and after else EditKind.INTERPOLATION


def _is_infinitive(difference: _Difference) -> bool:
    """Whether "to" stands for one word: a modal, say, that the writer's sentence has no use for."""
    return ("to",) in difference and max(map(len, difference)) == 1


def _edit(kind: EditKind, difference: _Difference) -> Edit:
    before, after = difference
    return Edit(kind, " ".join(before), " ".join(after))
