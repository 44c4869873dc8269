"""Where outlets stand: on two sides of an oval, row by row, so that no label meets another one.

In: how many there are and their ties. Out: points. Who mostly ran first stands on the left, so
that arrows go to the right, and within a side the rows are brought near those they are tied to.
Rows are the same height apart, which a circle's are not. Nothing depends on chance.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from provenance.reporters.html.charts.sharing import Tie

PITCH = 36
# From the middle to the widest place of a side, and how bent the sides are: 2 is an ellipse.
REACH = 150
_BEND = 2.5
_ROUNDS = 4


@dataclass(frozen=True, slots=True)
class Place:
    """Where an outlet stands, with the middle of the oval at 0, 0; on the left `x` is negative."""

    x: float
    y: float


def oval(number: int, ties: Sequence[Tie]) -> list[Place]:
    """The places of `number` outlets, in their order. Quadratic at most in a few outlets."""
    left, right = _sides(number, ties)
    for _ in range(_ROUNDS):
        right = _near(right, left, ties)
        left = _near(left, right, ties)
    tallest = max(len(left), len(right))
    places = {
        at: _place(row, len(side), tallest, sign)
        for side, sign in ((left, -1), (right, 1))
        for row, at in enumerate(side)
    }
    return [places[at] for at in range(number)]


def _sides(number: int, ties: Sequence[Tie]) -> tuple[list[int], list[int]]:
    """Who ran first more often than later, and the others; a third of all at least on each side."""
    lead = [0] * number
    for tie in ties:
        lead[tie.left] += tie.left_first - tie.right_first
        lead[tie.right] += tie.right_first - tie.left_first
    order = sorted(range(number), key=lambda at: (-lead[at], at))
    third = -(-number // 3)
    cut = min(max(sum(each > 0 for each in lead), third), number - third)
    return order[:cut], order[cut:]


def _near(side: list[int], other: list[int], ties: Sequence[Tie]) -> list[int]:
    """A side in the order of the mean height of those it is tied to on the other side."""
    heights = {at: _height(row, len(other)) for row, at in enumerate(other)}
    own = {at: _height(row, len(side)) for row, at in enumerate(side)}
    sums = dict.fromkeys(side, (0.0, 0))
    for tie in ties:
        for here, there in ((tie.left, tie.right), (tie.right, tie.left)):
            if here in sums and there in heights:
                total, weight = sums[here]
                sums[here] = total + tie.pairs * heights[there], weight + tie.pairs
    mean = {
        at: round(total / weight if weight else own[at], 6) for at, (total, weight) in sums.items()
    }
    return sorted(side, key=lambda at: (mean[at], own[at]))


def _height(row: int, rows: int) -> float:
    """The height of a row above or below the middle, in rows."""
    return row - (rows - 1) / 2


def _place(row: int, rows: int, tallest: int, sign: int) -> Place:
    height = _height(row, rows)
    part = min(1.0, abs(height) / (tallest / 2 + 0.6))
    bent = (1 - part**_BEND) ** (1 / _BEND)
    return Place(sign * REACH * bent, height * PITCH)
