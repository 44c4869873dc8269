"""How the articles score: a histogram over the bands of grades."""

from itertools import pairwise
from statistics import median

import polars as pl
from markupsafe import Markup

from provenance.model import Grade
from provenance.reporters.html.charts.figure import Chart, Table, figure
from provenance.reporters.html.charts.svg import (
    SMALL,
    WIDTH,
    short,
    tag,
    width,
    words,
)
from provenance.reporters.html.view import View
from provenance.reporters.labels import counted

STEP = 5
BINS = 100 // STEP
LEFT, RIGHT = 20, WIDTH - 20
# A point of the score is so wide, and the highest bar so high.
POINT = (RIGHT - LEFT) / 100
HIGHEST = 130
# From above: the mark of the median, numbers on the bars, bars, ticks, bands.
BASE = 46 + HIGHEST
BANDS = BASE + 24
_BAND = 20
_HEIGHT = BANDS + _BAND + 2
_GAP = 3
# Higher than nothing, or one article of 100,000 could not be seen.
_LOWEST = 1.5
_TITLE = "Scores of the articles"


def scores(view: View) -> Markup:
    """The histogram of scores in steps of five points; the last one has 100 as well.

    Empty without an article; a sentence when none has a score. Linear in the articles.
    """
    known = view.report.scores["score"].drop_nulls()
    missing = len(view.report.scores) - len(known)
    if not len(view.report.scores):
        return Markup()
    if not len(known):
        told = f"None of {counted(missing, 'article')} has a score."
        return figure(Chart("scores", _TITLE, told))
    middle = float(median(known.to_list()))
    counts, grades = _bins(known), view.report.weights.grades
    parts = (*_bars(counts), *_axis(), *_bands(grades), *_median(middle))
    tables = _table(counts, missing), _grades(view.report.scores["grade"], grades)
    return figure(
        Chart("scores", _TITLE, _about(len(known), missing, middle), _HEIGHT, parts, tables)
    )


def _bins(known: pl.Series) -> list[int]:
    """How many scores lie in each step."""
    steps = (known // STEP).clip(0, BINS - 1)
    counts = dict(steps.value_counts().iter_rows())
    return [counts.get(step, 0) for step in range(BINS)]


def _about(scored: int, missing: int, middle: float) -> str:
    half = "100" if middle == 100 else f"{middle:g} or more"
    told = f"{counted(scored, 'article')} with a score, half of them {half}"
    without = f"{counted(missing, 'article')} without" if missing else "none without"
    return f"{told}; {without}."


def _bars(counts: list[int]) -> list[Markup]:
    most = max(counts)
    return [
        _bar(step, many, max(_LOWEST, HIGHEST * many / most))
        for step, many in enumerate(counts)
        if many
    ]


def _bar(step: int, many: int, high: float) -> Markup:
    x, wide = LEFT + step * STEP * POINT, STEP * POINT
    return tag(
        "g",
        tag("title", f"{_range(step)}: {counted(many, 'article')}"),
        tag(
            "rect",
            x=x + _GAP / 2,
            y=BASE - high,
            width=wide - _GAP,
            height=high,
            class_="bar",
        ),
        words(x + wide / 2, BASE - high - 5, short(many), "value", "middle"),
    )


def _range(step: int) -> str:
    last = 100 if step == BINS - 1 else (step + 1) * STEP - 1
    return f"{step * STEP} to {last}"


def _axis() -> list[Markup]:
    line = tag("line", x1=LEFT, y1=BASE, x2=RIGHT, y2=BASE, class_="axis")
    ticks = range(0, 101, 10)
    return [line, *(words(LEFT + at * POINT, BASE + 16, str(at), "tick", "middle") for at in ticks)]


def _bands(grades: tuple[Grade, ...]) -> list[Markup]:
    """The bands of grades under the axis, each as wide as its points."""
    edges = [100, *(grade.least for grade in grades)]
    return [
        _band(grade.letter, LEFT + low * POINT, LEFT + high * POINT, number)
        for number, (grade, (high, low)) in enumerate(zip(grades, pairwise(edges), strict=True))
    ]


def _band(letter: str, left: float, right: float, number: int) -> Markup:
    box = tag(
        "rect",
        x=left,
        y=BANDS,
        width=max(0, right - left),
        height=_BAND,
        class_="band odd" if number % 2 else "band",
    )
    fits = width(letter, SMALL) <= right - left
    middle = (left + right) / 2
    return tag("g", box, words(middle, BANDS + 14, letter if fits else "", "tick", "middle"))


def _median(middle: float) -> list[Markup]:
    """A mark above the bars, and the number in words beside it."""
    text = f"median {middle:g}"
    x = LEFT + middle * POINT
    half = width(text, SMALL) / 2
    at = min(max(x, half), WIDTH - half)
    points = f"{x - 4:.2f},16 {x + 4:.2f},16 {x:.2f},23"
    return [words(at, 11, text, "tick", "middle"), tag("polygon", points=points, class_="mark")]


def _table(counts: list[int], missing: int) -> Table:
    rows = [(_range(step), many) for step, many in enumerate(counts)]
    return Table(("score", "articles"), [*rows, ("without a score", missing)])


def _grades(given: pl.Series, grades: tuple[Grade, ...]) -> Table:
    counts = dict(given.value_counts().iter_rows())
    rows = [
        (f"{grade.letter}, from {grade.least}", counts.get(grade.letter, 0)) for grade in grades
    ]
    return Table(("grade", "articles"), rows)
