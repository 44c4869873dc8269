"""Two articles held against each other: what they share, and what differs in it.

Goes in: two articles, their labelled regions and their shares. Comes out: a
`Comparison`, in which everything that a page about the two shows is known.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import polars as pl

from provenance import frames
from provenance.model import Article, Region, Reuse
from provenance.reuse.difference import Edit, difference
from provenance.reuse.order import precedes
from provenance.text.tokens import WORD

Side = Literal["left", "right"]
LEFT: Side = "left"
RIGHT: Side = "right"
# The ids under which two articles are compared, whatever their own are: in this order, so that the
# left one stays left.
SIDES = (LEFT, RIGHT)


@dataclass(frozen=True, slots=True)
class Passage:
    """A region of the two articles with its edits, in order."""

    region: Region
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Half:
    """One of the two articles.

    Attributes:
        words: How many words it has.
        shared: Share of it that also stands in the other one, in [0, 1]; null when it has too
            little text to tell.
        shared_prose: The same outside quotations and boilerplate.
    """

    article: Article
    words: int
    shared: float | None
    shared_prose: float | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two articles share.

    Attributes:
        first: Which one demonstrably ran first; null when the dates do not tell.
        min_words: Words of the shortest passage that was looked for.
        passages: In the order of the left article.
        version: Version of the program.
        settings_digest: Digest of the settings under which they were compared.
    """

    left: Half
    right: Half
    first: Side | None
    min_words: int
    passages: tuple[Passage, ...]
    version: str
    settings_digest: str

    @property
    def texts(self) -> tuple[str, str]:
        """Both texts as read."""
        return self.left.article.text, self.right.article.text


def compared(
    articles: tuple[Article, Article],
    regions: pl.DataFrame,
    reuse: pl.DataFrame,
    min_words: int,
    made_by: tuple[str, str],
) -> Comparison:
    """The comparison of two articles.

    Args:
        articles: The left one and the right one; they may have one id.
        regions: A frame of `Region` between the ids `left` and `right`, labelled.
        reuse: A frame of `Reuse` of these.
        min_words: As they were looked for.
        made_by: Version of the program and digest of its settings.
    """
    left, right = articles
    shares = {row.article_id: row for row in frames.rows(reuse, Reuse)}
    first = LEFT if precedes(left.date, right.date) else None
    first = RIGHT if precedes(right.date, left.date) else first
    return Comparison(
        left=_half(left, shares, LEFT),
        right=_half(right, shares, RIGHT),
        first=first,
        min_words=min_words,
        passages=tuple(
            _passage(region, left.text, right.text) for region in frames.rows(regions, Region)
        ),
        version=made_by[0],
        settings_digest=made_by[1],
    )


def _half(article: Article, shares: Mapping[str, Reuse], side: Side) -> Half:
    words = sum(1 for _ in WORD.finditer(article.text))
    return Half(article, words, shares[side].shared, shares[side].shared_prose)


def _passage(region: Region, left: str, right: str) -> Passage:
    edits = difference(
        left,
        (region.left_start, region.left_end),
        right,
        (region.right_start, region.right_end),
    )
    return Passage(region, tuple(edits))
