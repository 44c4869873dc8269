"""The provenance graph of a corpus: lineages, claims, and who stands behind each.

In: what the engines found, as frames. Out: frames of `Lineage`, `Claim` and
`Mention`. Nothing is read from texts here but what spans point at, and the
names around figures. Only claims of two articles or more are told.
"""

from dataclasses import dataclass

import polars as pl

from provenance import attribution, frames, numbers
from provenance.lineage import claims
from provenance.lineage.figures import counted
from provenance.lineage.lineages import lineages, linked
from provenance.lineage.quotations import quoting, spoken, stated
from provenance.lineage.statements import Statements
from provenance.lineage.words import ClaimWords
from provenance.model import Claim, Lineage, Mention, Relation

# Of figures that do not fit, those that are about one thing.
_CONFLICT = "same-quantity-conflict"


@dataclass(frozen=True, slots=True)
class Graph:
    """Where articles came from and what stands behind their claims.

    Attributes:
        lineages, claims, mentions: Frames of `Lineage`, `Claim` and `Mention`.
    """

    lineages: pl.DataFrame
    claims: pl.DataFrame
    mentions: pl.DataFrame


def trace(  # noqa: PLR0913, PLR0917  (all that the engines found)
    articles: pl.DataFrame,
    regions: pl.DataFrame,
    clusters: pl.DataFrame,
    said: attribution.Reading,
    figures: numbers.Reading,
    words: ClaimWords,
) -> Graph:
    """The provenance graph of `articles`, from what the engines read out of them.

    Near-linear in that: no two articles are compared that do not share a passage, a rare phrase
    of a quotation, or a figure and a name.
    """
    articles = articles.with_columns(pl.col("outlet").replace(words.agencies))
    quoted = spoken(articles, said.quotes)
    stories = linked(regions) | quoting(quoted)
    table = lineages(articles, regions, clusters, stories, said.credits, said.attributions)
    by_article = {row.article_id: row for row in frames.rows(table, Lineage)}
    texts = dict(articles.select("article_id", "text").iter_rows())
    dates = dict(articles.select("article_id", "date").iter_rows())
    given = counted(articles, figures.quantities, stories, words)
    claiming = {parts[0].article_id for group in quoted for parts in group}
    claiming |= {figure.article_id for group in given for figure in group}
    telling = said.attributions.filter(pl.col("article_id").is_in(list(claiming)))
    outlets = dict(articles.select("article_id", "outlet").iter_rows())
    statements = Statements.of(telling, outlets)
    told = [
        claims.quotation([stated(parts, statements) for parts in group], texts, by_article)
        for group in quoted
    ]
    disputed = _disputed(figures.relations)
    told += [
        claims.figure(
            [statements.stated(each) for each in group], texts, by_article, dates, disputed
        )
        for group in given
    ]
    return Graph(
        table,
        frames.frame((claim for claim, _ in told), Claim),
        frames.frame((mention for _, mentions in told for mention in mentions), Mention),
    )


def _disputed(relations: pl.DataFrame) -> set[tuple[str, int]]:
    """Where figures stand that do not fit another figure for the same thing in their article."""
    clashing = relations.filter(pl.col("kind") == _CONFLICT, ~pl.col("fits"))
    places = set[tuple[str, int]]()
    for relation in frames.rows(clashing, Relation):
        places.add((relation.article_id, relation.start))
        places.update((other.article_id, other.start) for other in relation.others)
    return places
