"""Figures for one thing that several articles give, as one claim each.

In: articles, their figures, and which of them share passages. Out: groups of
places. Two figures are one claim when they are the same amount of the same
thing, nothing that is told of them differs, a name stands near both, and the
articles are on one story. Amounts that are only close are none: what clashes
or was updated is for others to tell.
"""

from collections import defaultdict
from collections.abc import Collection, Container, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import polars as pl

from provenance import frames
from provenance.lineage.joining import groups, joined
from provenance.lineage.naming import Names
from provenance.lineage.words import ClaimWords
from provenance.model import Quantity

_KINDS = ("count", "money", "percent", "measure")
# How far from a figure a name still speaks of it, in characters: a sentence on either side.
_NEAR = 250
# Two articles that share no passage are on one story when so many names stand in both, so many
# of them near the figures, and they ran within so many days of one another.
_NAMES = 4
_NAMES_NEAR = 2
_DAYS = 14
# Smaller amounts ("two people") and spans of time ("30 seconds") are too common to be told by
# names; shared passages tell them.
_SMALL = 20
_COMMON = "measure"
# Said of one of two figures, they are two: a rate and a count, what is and what is not.
_ONE_SIDED = frozenset(["rate", "negated"])
# Said of both in different ways, they are two.
_FAMILIES = ("year", "month")
_DAY = len("2024-05-03")

Key = tuple[str, str | None, str, float]


@dataclass(frozen=True, slots=True)
class _Given:
    """A figure with what stands around it."""

    figure: Quantity
    names: Names
    near: frozenset[str]
    day: date | None


def counted(
    articles: pl.DataFrame,
    quantities: pl.DataFrame,
    linked: Collection[tuple[str, str]],
    words: ClaimWords,
) -> list[list[Quantity]]:
    """The mentions of every figure that two articles or more give, in order.

    `linked` holds the pairs of articles that share a passage, the smaller id first. Linear in the
    figures and in the texts: each is compared with the first and the last one of each name.
    """
    sharing = sorted({article_id for pair in linked for article_id in pair})
    found = list(_by_thing(quantities, words, sharing))
    given = _around(articles, found, words)
    claims: list[list[Quantity]] = []
    for group in found:
        here = [given[figure.article_id, figure.start] for figure in group]
        pairs = list(_pairs(here, linked))
        for places in groups(joined(range(len(here)), pairs)):
            figures = [here[at].figure for at in places]
            if len({figure.article_id for figure in figures}) > 1:
                claims.append(figures)
    return claims


def _by_thing(
    quantities: pl.DataFrame, words: ClaimWords, sharing: Sequence[str]
) -> Iterator[list[Quantity]]:
    """The figures of one amount and one thing that two articles or more give, in order."""
    thing = pl.col("noun").replace(words.nouns)
    key = ("kind", "unit", "value", "thing")
    telling = (pl.col("value") >= _SMALL) & (pl.col("kind") != _COMMON)
    told = quantities.filter(
        pl.col("kind").is_in(_KINDS),
        pl.col("noun").is_not_null(),
        telling | pl.col("article_id").is_in(sharing),
    )
    told = told.with_columns(thing=thing).filter(pl.col("article_id").n_unique().over(key) > 1)
    found: dict[Key, list[Quantity]] = defaultdict(list)
    rows = frames.rows(told.drop("thing"), Quantity)
    for noun, figure in zip(told["thing"], rows, strict=True):
        found[figure.kind, figure.unit, noun, figure.value].append(figure)
    yield from found.values()


def _around(
    articles: pl.DataFrame, found: Sequence[Sequence[Quantity]], words: ClaimWords
) -> dict[tuple[str, int], _Given]:
    """The figures by article and offset, with the names and the day of their article."""
    wanted: dict[str, list[Quantity]] = defaultdict(list)
    for group in found:
        for figure in group:
            wanted[figure.article_id].append(figure)
    given = {}
    for article_id, text, when in articles.select("article_id", "text", "date").iter_rows():
        if article_id in wanted:
            names = Names.of(text, words.common)
            day = date.fromisoformat(when[:_DAY]) if when else None
            for figure in wanted[article_id]:
                near = names.near(figure.start, figure.end, _NEAR)
                given[article_id, figure.start] = _Given(figure, names, near, day)
    return given


def _pairs(
    given: Sequence[_Given], linked: Container[tuple[str, str]]
) -> Iterator[tuple[int, int]]:
    """Figures of one thing that are one claim, each with the first and last of a name near it."""
    holders: dict[str, tuple[int, int]] = {}
    for at, each in enumerate(given):
        for name in sorted(each.near):
            ends = holders.get(name, (at, at))
            for other in dict.fromkeys(ends):
                if other != at and _is_one(given[other], each, linked):
                    yield other, at
            holders[name] = ends[0], at


def _is_one(left: _Given, right: _Given, linked: Container[tuple[str, str]]) -> bool:
    """Whether two articles are on one story, and nothing tells their figures apart."""
    pair = left.figure.article_id, right.figure.article_id
    told = pair[0] == pair[1] or pair in linked or _on_one_story(left, right)
    return told and _compatible(left.figure, right.figure)


def _on_one_story(left: _Given, right: _Given) -> bool:
    """Whether names and dates tell that two articles without a common passage are on one story."""
    figure = left.figure
    return (
        figure.value >= _SMALL
        and figure.kind != _COMMON
        and len(left.near & right.near) >= _NAMES_NEAR
        and len(left.names.every & right.names.every) >= _NAMES
        and (left.day is None or right.day is None or abs((left.day - right.day).days) <= _DAYS)
    )


def _compatible(one: Quantity, other: Quantity) -> bool:
    """Whether the intervals meet, and what is told of both figures does not differ."""
    if one.event and other.event and one.event != other.event:
        return False
    here, there = set(one.modifiers), set(other.modifiers)
    if not (here <= there or there <= here):
        return False
    if not _meet(one, other) or (set(one.qualifiers) ^ set(other.qualifiers)) & _ONE_SIDED:
        return False
    return all(_agree(one.qualifiers, other.qualifiers, family) for family in _FAMILIES)


def _meet(one: Quantity, other: Quantity) -> bool:
    highs = [each.high for each in (one, other) if each.high is not None]
    return max(one.low, other.low) <= min(highs, default=float("inf"))


def _agree(one: Sequence[str], other: Sequence[str], family: str) -> bool:
    """Whether two figures have a qualifier of a family in common, or one has none."""
    here, there = (
        {word for word in words if word.startswith(f"{family}:")} for words in (one, other)
    )
    return not here or not there or bool(here & there)
