"""Readability of articles, for information only: it moves no score.

In: articles. Out: a row for each, with the counts and the formulas over them, or the reason why
there are none. Formulas count words, sentences and syllables and know nothing of sources; on news
they do not tell good from bad. They are given in the languages that they were fitted for and where
there is text enough; elsewhere there is no figure rather than a wrong one.
"""

from collections.abc import Iterator
from itertools import starmap

import polars as pl

from provenance import frames
from provenance.model import Article, Readability
from provenance.scoring.formulas import LANGUAGES, MINIMUM_WORDS, formulas
from provenance.scoring.reading_counts import count

_PART = 20_000_000  # bytes of text that are counted at once
_ENGLISH = ("complex_words", "unfamiliar")


def readability(articles: pl.DataFrame) -> pl.DataFrame:
    """How hard each article is to read.

    Its headline is left out, so that it does not matter whether it stands in the text; all else
    that stands there is counted, labels too. An article is judged by itself.

    Args:
        articles: A frame of `Article`; ids, languages and texts behind `body_start` are looked at.

    Returns:
        A frame of `Readability`, one row an article. Half a second to load dictionaries, then
        thousands of articles a second; memory is bounded beside the rows.
    """
    # The first is empty and makes the columns where nothing can be counted.
    counted = [count(articles.clear(), "en"), *starmap(count, _parts(articles))]
    is_english = pl.col("language") == "en"
    rows = (
        articles.select("article_id", "language")
        .join(pl.concat(counted), on="article_id", how="left")
        .with_columns(pl.when(is_english).then(pl.col(name)).alias(name) for name in _ENGLISH)
        .with_columns(**formulas(), reason=_reason())
    )
    return frames.conform(rows, Readability)


def readability_of(article: Article) -> Readability:
    """How hard one article is to read; its row of `readability`."""
    return next(frames.rows(readability(frames.frame([article], Article)), Readability))


def _parts(articles: pl.DataFrame) -> Iterator[tuple[pl.DataFrame, str]]:
    """The articles that can be counted in parts of bounded size, each with its language."""
    known = articles.filter(pl.col("language").is_in(LANGUAGES)).select(
        "article_id", "language", pl.col("text").str.slice(pl.col("body_start"))
    )
    size = pl.col("text").str.len_bytes().cast(pl.Int64)
    begin = size.cum_sum() - size
    parts = known.with_columns(_part=begin // _PART).partition_by("language", "_part")
    return ((part, part["language"][0]) for part in parts)


def _reason() -> pl.Expr:
    """Why there is no formula; null where there is one."""
    language = pl.col("language")
    return (
        pl.when(language.is_null())
        .then(pl.lit("its language is not known"))
        .when(pl.col("words").is_null())
        .then(pl.format("no formula is fitted to its language, {}", language))
        .when(pl.col("words") < MINIMUM_WORDS)
        .then(pl.lit(f"fewer than {MINIMUM_WORDS} words"))
    )
