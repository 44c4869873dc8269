"""Tells whether what leads into a short passage names different subjects in its two articles.

Goes in: regions and articles. Comes out: for each region asked for, whether the sentence that it
stands in begins with names that the other article does not have, on both sides: "Harbour Mills
said it would buy back up to a million shares" and the same of another company. It refuses to judge
passages that begin a sentence.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

import polars as pl

from provenance.reuse.passages import with_texts

# So far before a passage its sentence may begin.
_REACH = 120
_SENTENCE = re.compile(r"(?:[.!?…:][\"”’)\]]*\s|\n\s*\n|\n[^\S\n]+)")
_NAME = re.compile(r"[A-ZÀ-Þ][\w&’'-]{2,}")
_WORD = re.compile(r"[\w&’'-]{3,}")
# The words of so many articles are held at a time.
_HELD = 256
_SPANS = ("left_id", "left_start", "right_id", "right_start")


def named_apart(regions: pl.DataFrame, articles: pl.DataFrame, asked: pl.Expr) -> pl.Series:
    """Whether different subjects stand before the passages of each region.

    Args:
        regions: A frame of `Region`.
        articles: A frame of `Article`.
        asked: Which of the regions are looked at; of others it is false.

    Returns:
        Booleans in the order of the regions. Linear in the articles of those that are asked for.
    """
    short = regions.with_columns(row=pl.int_range(pl.len())).filter(asked)
    apart = [
        number
        for part, texts in with_texts(short.select(*_SPANS, "row"), articles)
        for number in _apart(part, texts)
    ]
    return pl.Series(range(len(regions)), dtype=pl.Int64).is_in(apart)


def _apart(part: pl.DataFrame, texts: Mapping[str, str]) -> Iterator[int]:
    """The rows of those regions of `part` before which different subjects stand."""

    @lru_cache(_HELD)
    def words(article_id: str) -> frozenset[str]:
        return frozenset(_WORD.findall(texts[article_id].casefold()))

    def strange(article_id: str, start: int, other: str) -> bool:
        """Whether most names before `start` are none of the words of the other article."""
        names = _names(texts[article_id], start)
        return bool(names) and 2 * sum(name not in words(other) for name in names) > len(names)

    for left, at, right, right_at, row in part.iter_rows():
        if strange(left, at, right) and strange(right, right_at, left):
            yield row


def _names(text: str, start: int) -> list[str]:
    """The capitalised words between the beginning of a sentence and a place in it."""
    first = max(0, start - _REACH)
    for end in _SENTENCE.finditer(text, first, start):
        first = end.end()
    return [name.casefold() for name in _NAME.findall(text, first, start)]
