"""A score in words: with its grade, as a sum, and with what it waits for.

In: a row of `Score`. Out: short pieces of text; names of dimensions and caps
come from rule files and go through `printable`.
"""

from collections.abc import Iterator

from provenance.model import Score
from provenance.reporters.cells import fold
from provenance.reporters.palette import Style
from provenance.reporters.safe import printable

_INDENT = "  "


def graded(score: Score) -> str:
    """`score 88 B`, or `no score`."""
    return "no score" if score.score is None else f"score {score.score} {printable(score.grade)}"


def ranged(score: Score) -> str:
    """The same with the interval, where there is one: `score 100 A (65-100)`."""
    open_ended = score.score is not None and score.low < score.high
    return graded(score) + (f" ({score.low}-{score.high})" if open_ended else "")


def ledger(score: Score, style: Style) -> Iterator[str]:
    """`score 73 C = 100 - 12 (consistency) - 15 (integrity)`, or why there is none, in lines.

    What could not be judged stands behind it with the interval that it leaves.
    """
    head = graded(score)
    first, *more = fold(head + _sum(score), max(1, style.width - 2 * len(_INDENT)))
    yield _INDENT + first.replace(head, style.paint(head, "strong"), 1)
    yield from (f"{_INDENT}{_INDENT}{line}" for line in more)


def _sum(score: Score) -> str:
    if score.score is None:
        return f": {printable(score.reason or 'unknown')}"
    lost = "".join(f" - {points} ({name})" for name, points in taken(score))
    return (f" = 100{lost}" if lost else "") + "".join(f"; {each}" for each in waiting(score))


def taken(score: Score) -> Iterator[tuple[str, int]]:
    """What took points, the dearest dimension first and a cap last: its name and the points."""
    for part in sorted(score.dimensions, key=lambda part: -part.lost):
        if part.lost:
            yield printable(part.name), part.lost
    for cap in score.caps:
        if cap.taken:
            yield f"cap {printable(cap.name)} at {cap.limit}", cap.taken


def waiting(score: Score) -> Iterator[str]:
    """The interval and the dimensions that leave it open; nothing when all were judged."""
    unjudged = [printable(part.name) for part in score.dimensions if not part.judged]
    if unjudged and score.low < score.high:
        yield f"{score.low} to {score.high} as {' and '.join(unjudged)} could not be judged"
