"""Tells whether what leads into a short passage names different subjects in its two articles.

Goes in: regions and articles. Comes out: for each region asked for, whether the sentence that it
stands in begins with names that the other article does not have, on both sides: "Harbour Mills
said it would buy back up to a million shares" and the same of another company. It refuses to judge
passages that begin a sentence.
"""

import re

import polars as pl

from provenance.reuse.passages import with_texts

# So far before a passage its sentence may begin.
_REACH = 120
_SENTENCE = re.compile(r"(?:[.!?…:][\"”’)\]]*\s|\n\s*\n|\n[^\S\n]+)")
_NAME = re.compile(r"[A-ZÀ-Þ][\w&’'-]{2,}")
_INNER = re.compile(r"[\w&’'-]")
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
        for left, at, right, right_at, number in part.iter_rows()
        if _is_strange(texts[left], at, texts[right])
        and _is_strange(texts[right], right_at, texts[left])
    ]
    return pl.Series(range(len(regions)), dtype=pl.Int64).is_in(apart)


def _is_strange(text: str, start: int, other: str) -> bool:
    """Whether most names before `start` are none of the words of the other article."""
    names = _names(text, start)
    if not names:
        return False
    folded = other.casefold()
    return 2 * sum(not _holds(folded, name) for name in names) > len(names)


def _holds(text: str, word: str) -> bool:
    """Whether a word, or what stands in its place, is one of the words of a text."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        if not (_INNER.match(text[at - 1 : at]) or _INNER.match(text[end : end + 1])):
            return True
        at = text.find(word, at + 1)
    return False


def _names(text: str, start: int) -> list[str]:
    """The capitalised words between the beginning of a sentence and a place in it."""
    first = max(0, start - _REACH)
    for end in _SENTENCE.finditer(text, first, start):
        first = end.end()
    return [name.casefold() for name in _NAME.findall(text, first, start)]
