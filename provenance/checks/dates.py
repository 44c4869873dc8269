"""Dates, times and ages of one article that do not fit one another or the calendar."""

import polars as pl

from provenance.checks.corpus import Check, Corpus
from provenance.checks.relations import answer

_RULES = (
    "DAT001", "DAT002", "DAT003", "DAT004", "DAT005", "DAT006", "DAT007", "DAT008", "DAT009",
)  # fmt: skip
_LANGUAGE = "en"


def _read(corpus: Corpus) -> pl.LazyFrame:
    """Articles that were looked at: those in English, and any in which a relation was found."""
    english = corpus.articles.filter(pl.col("language") == _LANGUAGE)
    found = pl.concat([english["article_id"], corpus.relations["article_id"]])
    return found.unique().to_frame().lazy()


CHECK = Check(
    name="dates",
    question="Which dates, times and ages of one article do not fit?",
    families=("DAT",),
    rules=_RULES,
    run=lambda corpus: answer(corpus, _RULES, _read(corpus), "dates"),
)
