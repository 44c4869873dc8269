"""What stands between articles: shared passages, their clusters, and what follows from both.

In: the articles, and what was found within each of them. Out: the `Corpus` that
checks look at. All of it is about two articles or more, so it is done in one piece.
"""

from dataclasses import dataclass
from typing import TypeVar

import polars as pl

from provenance import frames, lineage, reuse, rulebook
from provenance.api.noticing import cut, starred
from provenance.api.progress import Progress, silent
from provenance.api.within import Within, lexicon_error
from provenance.checks.corpus import Corpus
from provenance.model import (
    Article,
    Claim,
    Cluster,
    Line,
    Lineage,
    Match,
    Mention,
    OriginReason,
    Region,
    Scope,
)
from provenance.reuse.search import Search, search
from provenance.rulebook import Rulebook
from provenance.scale import allowed, give_back
from provenance.text import segment

Table = TypeVar("Table", pl.DataFrame, pl.LazyFrame)


@dataclass(frozen=True, slots=True)
class Compared:
    """Articles, and which passages they share.

    Attributes:
        articles: A frame of `Article`: those that are judged.
        archive: A frame of `Article`: all that these were compared with besides.
        evidence: Those of the archive that have a part in a shared passage.
        found: The passages.
    """

    articles: pl.DataFrame
    archive: pl.DataFrame
    evidence: pl.DataFrame
    found: Search

    @property
    def known(self) -> pl.DataFrame:
        """The articles and the evidence, a frame of `Article`."""
        if self.evidence.is_empty():
            return self.articles
        return frames.conform(pl.concat([self.articles, self.evidence]), Article)


def compare(
    articles: pl.DataFrame,
    archive: pl.DataFrame | None,
    min_words: int,
    memory: int | None,
    threads: int,
) -> Compared:
    """The passages that articles share with one another and with an archive.

    Of the archive, a frame of `Article`, only what shares a passage is looked at any further, so
    that a large archive costs little more than the comparison.

    Args:
        articles: A frame of `Article`.
        archive: Likewise, with other ids; null for none.
        min_words: Fewest words of a passage.
        memory: Bytes that the search may take; null for half of the machine's.
        threads: How many threads may work; changes no result.
    """
    archive = frames.frame((), Article) if archive is None else archive
    room = allowed(memory)
    found = search(articles, min_words, archive=archive, memory=room, threads=threads)
    evidence = archive.filter(pl.col("article_id").is_in(_sides(found.regions)))
    return Compared(articles, archive, evidence, found)


def _sides(regions: pl.DataFrame) -> pl.Series:
    """The ids of the articles on either side of regions, as one list."""
    return pl.concat([regions["left_id"], regions["right_id"]]).unique().implode()


def between(
    compared: Compared, inside: Within, book: Rulebook, threads: int, progress: Progress = silent
) -> Corpus:
    """All that checks look at, but for the lines, of which those between articles see none.

    Args:
        compared: The articles and their shared passages.
        inside: What stands within them and within the evidence.
        book: The rules.
        threads: How many threads may work; changes no result.
        progress: Told the stage.
    """
    articles, evidence, found = compared.articles, compared.evidence, compared.found
    known = compared.known
    progress("sources", 0, len(articles))
    quotes = inside.quotes.filter(pl.col("article_id").is_in(_sides(found.regions))).collect()
    regions = reuse.classify(found.regions, known, quotes, inside.credits, inside.matches)
    clusters = reuse.clusters(regions, known, inside.credits)
    give_back()
    recurring = _recurring(
        book, inside.may_recur.collect(), known, clusters, compared.archive, threads
    )
    matches = frames.conform(pl.concat([inside.matches, recurring]), Match)
    give_back()
    graph = lineage.trace(known, regions, clusters, _told(inside), _words(book))
    return Corpus(
        articles=articles,
        lines=frames.frame((), Line),
        matches=of(matches, articles, evidence),
        quotes=inside.quotes,
        people=inside.people,
        attributions=inside.attributions,
        utterances=inside.utterances,
        gaps=of(inside.gaps, articles, evidence),
        credits=inside.credits,
        quantities=inside.quantities,
        relations=of(inside.relations, articles, evidence),
        regions=regions,
        clusters=clusters,
        lineages=graph.lineages,
        claims=graph.claims,
        mentions=graph.mentions,
        rules={rule.rule_id: rule for rule in book.rules},
        off=book.off,
        archive=evidence,
        archive_size=len(compared.archive),
        notices=(*starred(found), *cut(inside.cut, articles)),
    )


def alone(
    articles: pl.DataFrame, inside: Within, recurring: pl.DataFrame, book: Rulebook
) -> Corpus:
    """What checks look at that ask about each article by itself, of a part of a corpus.

    Args:
        articles: A frame of `Article`: the part.
        inside: What stands within them.
        recurring: A frame of `Match`: what comes back in the stories of their outlets.
        book: The rules of the whole run.
    """
    return Corpus(
        articles=articles,
        lines=segment.lines(articles),
        matches=frames.conform(pl.concat([inside.matches, recurring]), Match),
        quotes=inside.quotes,
        people=inside.people,
        attributions=inside.attributions,
        utterances=inside.utterances,
        gaps=inside.gaps,
        credits=inside.credits,
        quantities=inside.quantities,
        relations=inside.relations,
        regions=frames.frame((), Region),
        clusters=frames.frame((), Cluster),
        lineages=frames.frame((), Lineage),
        claims=frames.frame((), Claim),
        mentions=frames.frame((), Mention),
        rules={rule.rule_id: rule for rule in book.rules},
        off=book.off,
    )


def of(table: Table, articles: pl.DataFrame, archive: pl.DataFrame) -> Table:
    """The rows about `articles`, of rows about these and `archive`."""
    if archive.is_empty():
        return table
    return table.filter(pl.col("article_id").is_in(articles["article_id"].implode()))


def _recurring(  # noqa: PLR0913, PLR0917  (all that a line may come back in)
    book: Rulebook,
    lines: pl.DataFrame,
    known: pl.DataFrame,
    clusters: pl.DataFrame,
    archive: pl.DataFrame,
    threads: int,
) -> pl.DataFrame:
    """What comes back in an outlet's stories, as matches, the rest of the archive counted.

    Archive articles are not compared with one another; which of them are one story is told from
    their whole texts.
    """
    others = archive.join(known.select("article_id"), on="article_id", how="anti")
    if others.is_empty() or not any(each.scope is Scope.CORPUS for each in book.patterns):
        return rulebook.recurring(book.patterns, lines, known, clusters)
    every = frames.conform(pl.concat([known, others]), Article)
    alike = reuse.duplicates(every, threads=threads).join(
        clusters.select("article_id"), on="article_id", how="anti"
    )
    unknown = pl.lit(None, dtype=pl.String)
    more = alike.with_columns(origin_id=unknown, reason=pl.lit(OriginReason.UNKNOWN.value))
    stories = pl.concat([clusters, more.select(clusters.columns)])
    theirs = rulebook.may_recur(book.patterns, segment.lines(others), others)
    found = rulebook.recurring(book.patterns, pl.concat([lines, theirs]), every, stories)
    return found.join(known.select("article_id"), on="article_id", how="semi")


def _told(inside: Within) -> lineage.Told:
    """What the graph of claims is made of."""
    return lineage.Told(
        quotes=inside.quotes,
        utterances=inside.utterances,
        attributions=inside.attributions,
        credits=inside.credits,
        quantities=inside.quantities,
        relations=inside.relations,
    )


def _words(book: Rulebook) -> lineage.ClaimWords:
    try:
        return lineage.ClaimWords.of(book.lexicons)
    except ValueError as fault:
        raise lexicon_error(fault) from fault
