"""How hard articles are to read, in the few words that a table has room for."""

from collections.abc import Collection

import polars as pl

from provenance import frames
from provenance.model import Readability
from provenance.reporters.labels import counted

# The formulas by their columns, under the names that editors know.
FORMULAS = {
    "flesch_reading_ease": "Flesch ease",
    "flesch_kincaid_grade": "Flesch-Kincaid",
    "gunning_fog": "Gunning fog",
    "dale_chall": "Dale-Chall",
    "smog": "SMOG",
    "coleman_liau": "Coleman-Liau",
    "automated": "ARI",
}


def readings(reading: pl.DataFrame | None, article_ids: Collection[str]) -> dict[str, Readability]:
    """The rows of a frame of `Readability` about some articles, by id; none without a frame."""
    if reading is None:
        return {}
    wanted = pl.DataFrame({"article_id": article_ids}, schema={"article_id": pl.String})
    own = reading.join(wanted, on="article_id", how="semi")
    return {row.article_id: row for row in frames.rows(own, Readability)}


def pieces(row: Readability | None) -> tuple[str, ...]:
    """`Flesch ease 52.1`, `Gunning fog 12.0`, ..., `31 sentences`; empty without a row.

    Formulas that were not made for the text are left out; where that are all, the reason is told.
    """
    if row is None:
        return ()
    if row.reason is not None:
        return (f"readability: {row.reason}",)
    told = {title: getattr(row, name) for name, title in FORMULAS.items()}
    figures = [f"{title} {value:.1f}" for title, value in told.items() if value is not None]
    counts = {"word": row.words, "sentence": row.sentences, "syllable": row.syllables}
    behind = [counted(many, noun) for noun, many in counts.items() if many is not None]
    return (*figures, *behind)
