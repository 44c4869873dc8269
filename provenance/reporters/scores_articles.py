"""The scores of articles as a table: what each lost in which dimension, and to which rules."""

from collections.abc import Iterator, Sequence

import polars as pl

from provenance.model import Report
from provenance.reporters.labels import counted
from provenance.reporters.palette import Style
from provenance.reporters.safe import printable
from provenance.reporters.scores_losses import by_article, losses, why
from provenance.reporters.scores_order import Listing, articles
from provenance.reporters.scores_reading import pieces, readings
from provenance.reporters.scores_table import Entry, remark, table
from provenance.reporters.text import called

_NOTHING, _UNJUDGED = "·", "?"
# Columns of dimensions are headed by the beginnings of their names.
_SHORT = 4
# In fewer cells the dimensions are left out; what took the points is told all the same.
_NARROW = 72
_KINDS = {"A": "passed", "B": "passed", "C": "warning", "D": "error", "F": "error"}


def lines(
    report: Report, listing: Listing, style: Style, reading: pl.DataFrame | None
) -> Iterator[str]:
    """The table, and how many articles it leaves out.

    `reading` is a frame of `Readability`, told below each article; null to leave that out.
    """
    shown = articles(report, listing)
    if shown.is_empty():
        return
    names = [part["name"] for part in shown["dimensions"][0]] if style.width >= _NARROW else []
    if names:
        yield from remark(_legend(names), style)
    short = [printable(name[:_SHORT]) for name in names]
    header = ["score", "interval", "judged", *short, "words", "article"]
    entries = _entries(report, shown, reading)
    yield from table(header, _figures(shown, len(names)), entries, style)
    if hidden := len(report.scores) - len(shown):
        yield f"and {counted(hidden, 'more article')}"


def _entries(report: Report, shown: pl.DataFrame, reading: pl.DataFrame | None) -> Iterator[Entry]:
    """Where each article stands, and what took its points."""
    ids = shown["article_id"]
    lost, read = by_article(losses(report, ids)), readings(reading, ids)
    told = shown.select("article_id", "path", "line", "embedded", "grade", "reason", "caps")
    for article_id, path, line, embedded, grade, reason, caps in told.iter_rows():
        lists = tuple(why(caps, lost.get(article_id, ()))), pieces(read.get(article_id))
        name = called(article_id, path, line, embedded)
        yield Entry(name, reason, lists, _KINDS.get(grade, "faint"))


def _figures(shown: pl.DataFrame, dimensions: int) -> pl.DataFrame:
    """The figures of each article, as many dimensions among them as asked for."""
    grade = pl.col("grade").replace({each: printable(each) for each in shown["grade"].unique()})
    words = {count: f"{count:,}" for count in shown["words"].unique()}
    open_ = pl.col("low") < pl.col("high")
    return shown.select(
        score=pl.concat_str("score", grade, separator=" ", ignore_nulls=True),
        interval=pl.when(open_).then(pl.format("{}-{}", "low", "high")).otherwise(pl.lit("")),
        judged=pl.format("{} %", "coverage"),
        **{f"dimension {place}": _lost(place) for place in range(dimensions)},
        words=pl.col("words").replace_strict(words, return_dtype=pl.String),
    )


def _lost(place: int) -> pl.Expr:
    """What an article lost in the dimension in this place."""
    part = pl.col("dimensions").list.get(place).struct
    lost = part.field("lost")
    points = pl.when(lost > 0).then(lost.cast(pl.String))
    return (
        pl.when(part.field("judged"))
        .then(points.fill_null(_NOTHING))
        .otherwise(pl.concat_str(points, pl.lit(_UNJUDGED), ignore_nulls=True))
    )


def _legend(names: Sequence[str]) -> str:
    told = ", ".join(map(printable, names))
    return f"points lost in {told} ({_NOTHING} none, {_UNJUDGED} could not be judged)"
