"""The scores of articles as a table: what each lost in which dimension, and to which rules."""

from collections.abc import Iterator, Sequence

import polars as pl

from provenance.model import Article, DimensionScore, Report, Score
from provenance.reporters.labels import counted
from provenance.reporters.palette import Style
from provenance.reporters.safe import printable
from provenance.reporters.scores_losses import losses, why
from provenance.reporters.scores_order import Listing, articles
from provenance.reporters.scores_reading import pieces, readings
from provenance.reporters.scores_table import Entry, remark, table
from provenance.reporters.text import heading

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
    if not shown:
        return
    ids = [article.article_id for article, _ in shown]
    lost, read = losses(report, ids), readings(reading, ids)
    names = [part.name for part in shown[0][1].dimensions] if style.width >= _NARROW else []
    entries = [
        _entry(*each, (tuple(why(each[1], lost.get(one, ()))), pieces(read.get(one))), names)
        for one, each in zip(ids, shown, strict=True)
    ]
    if names:
        yield from remark(_legend(names), style)
    short = [printable(name[:_SHORT]) for name in names]
    yield from table(["score", "interval", "judged", *short, "words", "article"], entries, style)
    if hidden := len(report.scores) - len(shown):
        yield f"and {counted(hidden, 'more article')}"


def _entry(
    article: Article, score: Score, lists: tuple[tuple[str, ...], ...], names: Sequence[str]
) -> Entry:
    none = score.score is None
    parts = {part.name: part for part in score.dimensions}
    figures = (
        printable(score.grade) if none else f"{score.score} {printable(score.grade)}",
        f"{score.low}-{score.high}" if score.low < score.high else "",
        f"{score.coverage} %",
        *(_lost(parts[name]) for name in names),
        f"{score.words:,}",
    )
    kind = _KINDS.get(score.grade, "faint")
    return Entry(figures, heading(article), score.reason, lists, kind)


def _lost(part: DimensionScore) -> str:
    if not part.judged:
        return f"{part.lost}{_UNJUDGED}" if part.lost else _UNJUDGED
    return str(part.lost) if part.lost else _NOTHING


def _legend(names: Sequence[str]) -> str:
    told = ", ".join(map(printable, names))
    return f"points lost in {told} ({_NOTHING} none, {_UNJUDGED} could not be judged)"
