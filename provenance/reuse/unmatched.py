"""Where two sequences differ, in time that hostile sequences cannot drive up.

Goes in: two sequences of keys. Comes out: the blocks that do not match. What
stands once on either side anchors the comparison (the patience difference of
B. Cohen), and only what lies between two anchors is compared item by item, in
bounded pieces: `difflib` alone is cubic in a text that repeats itself.
"""

import bisect
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

# First and last item on the left and on the right, half-open.
Block = tuple[int, int, int, int]

# Items that are compared at once without an anchor.
_LARGEST_PIECE = 64


def unmatched(left: Sequence[str], right: Sequence[str]) -> list[Block]:
    """The blocks of two sequences between which all items are equal, in order.

    Few blocks, and short ones, rather than the fewest: where nothing stands once for longer than
    64 items, what moved by more than the rest of its piece is not found again. O(n log n).
    """
    found: list[Block] = []
    for gap in _gaps(left, right):
        for piece in _pieces(*_trimmed(left, right, gap)):
            for block in _compared(left, right, piece):
                _append(found, block)
    return found


def _gaps(left: Sequence[str], right: Sequence[str]) -> Iterator[Block]:
    """What lies between the anchors."""
    i, j = 0, 0
    for k, m in _anchors(left, right):
        yield i, k, j, m
        i, j = k + 1, m + 1
    yield i, len(left), j, len(right)


def _anchors(left: Sequence[str], right: Sequence[str]) -> list[tuple[int, int]]:
    """The longest rising chain of the items that stand once on either side."""
    once_left, once_right = _once(left), _once(right)
    pairs = [(at, once_right[key]) for key, at in once_left.items() if key in once_right]
    ends: list[int] = []  # the lowest right end of a chain of each length, and its pair
    tops: list[int] = []
    before: list[int] = []
    for at, (_, place) in enumerate(pairs):
        length = bisect.bisect_left(ends, place)
        before.append(tops[length - 1] if length else -1)
        ends[length : length + 1] = [place]
        tops[length : length + 1] = [at]
    chain = []
    at = tops[-1] if tops else -1
    while at >= 0:
        chain.append(pairs[at])
        at = before[at]
    return chain[::-1]


def _once(items: Sequence[str]) -> dict[str, int]:
    """The items that stand once, with their place, in order."""
    counts = Counter(items)
    return {item: at for at, item in enumerate(items) if counts[item] == 1}


def _trimmed(left: Sequence[str], right: Sequence[str], gap: Block) -> Block:
    """The gap without what is equal at its ends."""
    i, i_end, j, j_end = gap
    while i < i_end and j < j_end and left[i] == right[j]:
        i, j = i + 1, j + 1
    while i < i_end and j < j_end and left[i_end - 1] == right[j_end - 1]:
        i_end, j_end = i_end - 1, j_end - 1
    return i, i_end, j, j_end


def _pieces(i: int, i_end: int, j: int, j_end: int) -> Iterator[Block]:
    """The gap cut at equal shares of both sides into pieces that can be compared."""
    count = -(-max(i_end - i, j_end - j) // _LARGEST_PIECE)
    lefts = [i + (i_end - i) * part // max(count, 1) for part in range(count + 1)]
    rights = [j + (j_end - j) * part // max(count, 1) for part in range(count + 1)]
    yield from zip(lefts, lefts[1:], rights, rights[1:], strict=False)


def _append(found: list[Block], block: Block) -> None:
    """Adds a block, joined to the one before when nothing lies between them."""
    if found and (found[-1][1], found[-1][3]) == (block[0], block[2]):
        block = (found[-1][0], block[1], found[-1][2], block[3])
        found.pop()
    found.append(block)


def _compared(left: Sequence[str], right: Sequence[str], piece: Block) -> Iterator[Block]:
    i, i_end, j, j_end = piece
    if i == i_end or j == j_end:
        yield piece
        return
    steps = SequenceMatcher(None, left[i:i_end], right[j:j_end], autojunk=False).get_opcodes()
    for step, k, k_end, m, m_end in steps:
        if step != "equal":
            yield i + k, i + k_end, j + m, j + m_end
