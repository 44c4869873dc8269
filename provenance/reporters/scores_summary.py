"""How the scores of a run lie: how many, the middle one, and how many of each grade.

In: a report. Out: the numbers, and a few lines with a small picture of them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import polars as pl

from provenance.model import Report
from provenance.reporters.cells import fold
from provenance.reporters.labels import counted
from provenance.reporters.palette import Style
from provenance.reporters.safe import printable
from provenance.scoring import CANNOT_BE_JUDGED

# The letters of the Admiralty Code for a source.
_LETTERS = "ABCDEF"
_NO_GRADE = "N/A"
_BAR = 40  # cells of the longest bar
_EIGHTHS = " ▏▎▍▌▋▊▉"


@dataclass(frozen=True, slots=True)
class GradeCount:
    """How many rows have a grade.

    Attributes:
        grade: The letter, or `N/A`.
        count: How many; may be 0.
    """

    grade: str
    count: int


@dataclass(frozen=True, slots=True)
class Summary:
    """How scores lie.

    Attributes:
        rows: How many articles or outlets there are.
        judged: How many of them have a score that stands for something: articles with a score,
            outlets with another letter than `F`.
        median: Of the scores of those, rounded half up; null when there are none, as the next two.
        lowest, highest: The ends.
        grades: All grades, the best first.
    """

    rows: int
    judged: int
    median: int | None
    lowest: int | None
    highest: int | None
    grades: tuple[GradeCount, ...]


def of_articles(report: Report) -> Summary:
    """The summary of the articles' scores."""
    letters = (*(grade.letter for grade in report.weights.grades), _NO_GRADE)
    judged = report.scores.filter(pl.col("score").is_not_null())
    return _summary(report.scores["grade"], judged["score"], letters)


def of_outlets(report: Report) -> Summary:
    """The summary of the outlets' scores."""
    judged = report.outlets.filter(pl.col("letter") != CANNOT_BE_JUDGED)
    return _summary(report.outlets["letter"], judged["score"], _LETTERS)


def _summary(grades: pl.Series, scores: pl.Series, letters: Sequence[str]) -> Summary:
    ordered = scores.sort().to_list()
    middle = (len(ordered) - 1) // 2, len(ordered) // 2
    counts = dict(grades.value_counts().iter_rows())
    return Summary(
        rows=len(grades),
        judged=len(ordered),
        median=(sum(ordered[place] for place in middle) + 1) // 2 if ordered else None,
        lowest=ordered[0] if ordered else None,
        highest=ordered[-1] if ordered else None,
        grades=tuple(GradeCount(letter, counts.get(letter, 0)) for letter in letters),
    )


def lines(summary: Summary, noun: str, words: tuple[str, str], style: Style) -> Iterator[str]:
    """The summary in words, then a bar for each grade.

    `noun` is what is counted, such as `article`, and `words` what is said of those that are judged
    and of those that are not, such as `scored` and `without a score`.
    """
    told = f"{counted(summary.rows, noun)}: {summary.judged:,} {words[0]}"
    if summary.median is not None:
        told += f" from {summary.lowest} to {summary.highest}, the middle one {summary.median}"
    if unjudged := summary.rows - summary.judged:
        told += f"; {unjudged:,} {words[1]}"
    yield from fold(told, style.width)
    yield from _bars(summary.grades, style)


def _bars(grades: Sequence[GradeCount], style: Style) -> Iterator[str]:
    most = max((each.count for each in grades), default=0)
    if not most:
        return
    figures = len(f"{most:,}")
    letters = max(len(each.grade) for each in grades)
    room = min(_BAR, style.width - letters - figures - 6)
    for each in grades:
        bar = _bar(each.count, most, room)
        yield f"  {printable(each.grade):<{letters}}  {each.count:>{figures},}  {bar}".rstrip()


def _bar(count: int, most: int, room: int) -> str:
    """A bar in eighths of cells, in proportion; whoever is there at all can be seen."""
    eighths = max(1, count * room * 8 // most) if count else 0
    whole, rest = divmod(eighths, 8)
    return "█" * whole + _EIGHTHS[rest].strip()
