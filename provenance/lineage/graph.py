"""The provenance graph of a corpus: lineages, claims, and who stands behind each.

In: what the engines found, as frames. Out: frames of `Lineage`, `Claim` and
`Mention`. Nothing is read from texts here but what spans point at, and the
names around figures. Only claims of two articles or more are told.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

import polars as pl

from provenance import frames
from provenance.lineage import claims
from provenance.lineage.figures import counted
from provenance.lineage.lineages import PAIR, lineages, linked
from provenance.lineage.quotations import Utterance, quoting, spoken, stated
from provenance.lineage.statements import Statements
from provenance.lineage.words import ClaimWords
from provenance.model import Attribution, Claim, Lineage, Mention, Quantity, Relation

# Of figures that do not fit, those that are about one thing.
_CONFLICT = "same-quantity-conflict"
# Of so many claims at a time is held what is known of their articles.
_PART = 1 << 13

Place = TypeVar("Place", Quantity, Utterance)
_Claimed = tuple[Claim, list[Mention]]


@dataclass(frozen=True, slots=True)
class Told:
    """What articles say and on whose word, as the engines read it.

    Attributes:
        quotes, attributions, credits, quantities, relations: Frames of the row types of those
            names, in any order; the large ones are to be collected.
        utterances: A frame of `attribution.UTTERANCES`.
    """

    quotes: pl.LazyFrame
    utterances: pl.LazyFrame
    attributions: pl.LazyFrame
    credits: pl.DataFrame
    quantities: pl.LazyFrame
    relations: pl.DataFrame


@dataclass(frozen=True, slots=True)
class Graph:
    """Where articles came from and what stands behind their claims.

    Attributes:
        lineages, claims, mentions: Frames of `Lineage`, `Claim` and `Mention`.
    """

    lineages: pl.DataFrame
    claims: pl.DataFrame
    mentions: pl.DataFrame


def trace(
    articles: pl.DataFrame,
    regions: pl.DataFrame,
    clusters: pl.DataFrame,
    told: Told,
    words: ClaimWords,
) -> Graph:
    """The provenance graph of `articles`, from what the engines read out of them.

    Near-linear in that: no two articles are compared that do not share a passage, a rare phrase
    of a quotation, or a figure and a name. Texts are read only of articles that make a claim.

    Args:
        articles: A frame of `Article`.
        regions: A frame of `Region` over them.
        clusters: A frame of `Cluster` over them.
        told: What they say.
        words: Those of the lexicon.
    """
    articles = articles.with_columns(pl.col("outlet").replace(words.agencies))
    quoted = spoken(articles, told.quotes, told.utterances)
    pairs = pl.DataFrame(sorted(quoting(quoted)), schema=PAIR, orient="row")
    stories = pl.concat([linked(regions), pairs]).unique()
    table = lineages(articles, regions, clusters, stories, told.credits, told.attributions)
    given = counted(articles, told.quantities, stories, words)
    disputed = _disputed(told.relations)

    def figure(group: Sequence[Quantity], known: _Known) -> _Claimed:
        places = [known.statements.stated(each) for each in group]
        return claims.figure(places, known.texts, known.lineages, known.dates, disputed)

    known = partial(_Known.of, articles, table, told.attributions)
    found = [*_each(quoted, _quotation, known), *_each(given, figure, known)]
    return Graph(
        table,
        frames.frame((claim for claim, _ in found), Claim),
        frames.frame((mention for _, mentions in found for mention in mentions), Mention),
    )


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of some articles, by their ids.

    Attributes:
        texts: Those of the articles in which a claim stands first.
    """

    texts: Mapping[str, str]
    dates: Mapping[str, str | None]
    lineages: Mapping[str, Lineage]
    statements: Statements

    @classmethod
    def of(
        cls,
        articles: pl.DataFrame,
        table: pl.DataFrame,
        attributions: pl.LazyFrame,
        groups: Sequence[Sequence[str]],
    ) -> "_Known":
        """From frames of `Article`, `Lineage` and `Attribution`, and the articles of claims."""
        mine = pl.col("article_id").is_in(list({each for group in groups for each in group}))
        about = articles.filter(mine).select("article_id", "date", "outlet", "text")
        first = about.filter(pl.col("article_id").is_in([group[0] for group in groups]))
        telling = attributions.filter(mine).collect().sort(Attribution.ORDER)
        outlets = dict(about.select("article_id", "outlet").iter_rows())
        return cls(
            dict(first.select("article_id", "text").iter_rows()),
            dict(about.select("article_id", "date").iter_rows()),
            {row.article_id: row for row in frames.rows(table.filter(mine), Lineage)},
            Statements.of(telling, outlets),
        )


def _each(
    groups: Sequence[Sequence[Place]],
    claim: Callable[[Sequence[Place], _Known], _Claimed],
    known: Callable[[Sequence[Sequence[str]]], _Known],
) -> Iterator[_Claimed]:
    """The claims of groups of places; what is known is held for so many of them at a time."""
    for first in range(0, len(groups), _PART):
        part = groups[first : first + _PART]
        about = known([[_article(place) for place in group] for group in part])
        for group in part:
            yield claim(group, about)


def _article(place: Quantity | Utterance) -> str:
    return place[0].article_id if isinstance(place, tuple) else place.article_id


def _quotation(group: Sequence[Utterance], known: _Known) -> _Claimed:
    places = [stated(parts, known.statements) for parts in group]
    return claims.quotation(places, known.texts, known.lineages)


def _disputed(relations: pl.DataFrame) -> set[tuple[str, int]]:
    """Where figures stand that do not fit another figure for the same thing in their article."""
    clashing = relations.filter(pl.col("kind") == _CONFLICT, ~pl.col("fits"))
    places = set[tuple[str, int]]()
    for relation in frames.rows(clashing, Relation):
        places.add((relation.article_id, relation.start))
        places.update((other.article_id, other.start) for other in relation.others)
    return places
