"""Tells whether what leads into a short passage names different subjects in its two articles.

Goes in: regions and articles. Comes out: for each region asked for, whether the sentence that it
stands in begins with names that the other article does not have, on both sides: "Harbour Mills
said it would buy back up to a million shares" and the same of another company. It refuses to judge
passages that begin a sentence.
"""

import re

import polars as pl

# So far before a passage its sentence may begin.
_REACH = 120
_SENTENCE = re.compile(r"(?:[.!?…:][\"”’)\]]*\s|\n\s*\n|\n[^\S\n]+)")
_NAME = re.compile(r"[A-ZÀ-Þ][\w&’'-]{2,}")
_WORD = re.compile(r"[\w&’'-]{3,}")
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
    ids = pl.concat([short["left_id"], short["right_id"]]).unique()
    concerned = articles.filter(pl.col("article_id").is_in(ids.implode()))
    texts = dict(concerned.select("article_id", "text").iter_rows())
    words: dict[str, frozenset[str]] = {}

    def strange(article_id: str, start: int, other: str) -> bool:
        """Whether most names before `start` are none of the words of the other article."""
        if other not in words:
            words[other] = frozenset(_WORD.findall(texts[other].casefold()))
        names = _names(texts[article_id], start)
        return 2 * sum(name not in words[other] for name in names) > len(names)

    apart = [
        number
        for left, at, right, right_at, number in short.select(*_SPANS, "row").iter_rows()
        if strange(left, at, right) and strange(right, right_at, left)
    ]
    return pl.Series(range(len(regions)), dtype=pl.Int64).is_in(apart)


def _names(text: str, start: int) -> list[str]:
    """The capitalised words between the beginning of a sentence and a place in it."""
    first = max(0, start - _REACH)
    for end in _SENTENCE.finditer(text, first, start):
        first = end.end()
    return [name.casefold() for name in _NAME.findall(text, first, start)]
