"""Which articles are, as far as is known, one report.

In: verified regions, clusters, credits and attributions. Out: a frame of
`Lineage`. Certain is what words or credits show: an article that has most of
its prose in common with another one, or that credits the outlet whose article
on the same story is there. Uncertain is what they only suggest: some shared
prose, or one agency or outlet behind several articles on one story. Shared
quotations join nothing: two reporters may have heard the same words.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

import polars as pl

from provenance import frames
from provenance.lineage.joining import joined
from provenance.lineage.statements import through
from provenance.model import (
    Credit,
    CreditForm,
    CreditSubject,
    Label,
    Lineage,
    LineageReason,
    SourceKind,
)
from provenance.reuse.order import precedes
from provenance.reuse.surroundings import names

# Of one article at least this share is prose that the other one has too: it is the same report.
_MOST = 0.5
# Of less, a sentence of background that many desks keep at hand, nothing follows.
_SOME = 0.1
# Half of what an article attributes, and two statements at least, come through one outlet.
_VIA = 0.5
_FEWEST_VIA = 2
_NO_PROSE = (Label.QUOTATION, Label.BOILERPLATE, Label.INCIDENTAL)
_NO_STORY = (Label.BOILERPLATE, Label.INCIDENTAL)
# Behind all dates.
_LATE = "~"

Pair = tuple[str, str]
Reason = tuple[str, str | None]
Known = tuple[str | None, str | None]  # outlet and date


def lineages(  # noqa: PLR0913, PLR0917  (all that joins articles)
    articles: pl.DataFrame,
    regions: pl.DataFrame,
    clusters: pl.DataFrame,
    stories: Iterable[Pair],
    credited: pl.DataFrame,
    attributions: pl.DataFrame,
) -> pl.DataFrame:
    """The place of every article in a lineage, as a frame of `Lineage`.

    `stories` holds the pairs of articles that are on one story by a passage or a quotation.
    An article is a copy of its cluster's origin, else of the article that ran first of those with
    its prose; the one that ran before all others stands there on its own. Linear in all frames.
    """
    told = {key: (outlet, date) for key, outlet, date in _known(articles)}
    sources = _sources(told, credited, attributions)
    stories = sorted(stories)
    copies = [*_sharing(regions, _MOST), *_clustered(clusters)]
    certain = [*copies, *_credited(stories, told, sources)]
    uncertain = [*_sharing(regions, _SOME), *_agreeing(stories, told, sources)]
    narrow, wide = joined(told, certain), joined(told, [*certain, *uncertain])
    reasons = _reasons(told, clusters, copies, certain[len(copies) :], sources)
    rows = (
        Lineage(key, narrow[key], wide[key], *reasons.get(key, (LineageReason.OWN, None)))
        for key in told
    )
    return frames.frame(rows, Lineage)


def linked(regions: pl.DataFrame) -> frozenset[Pair]:
    """The pairs of articles that have a passage in common that is neither page nor chance."""
    return frozenset(_pairs(regions, _NO_STORY))


def _known(articles: pl.DataFrame) -> Iterable[tuple[str, str | None, str | None]]:
    return articles.select("article_id", "outlet", "date").sort("article_id").iter_rows()


def _pairs(regions: pl.DataFrame, besides: tuple[Label, ...]) -> Iterator[Pair]:
    counting = regions.filter(~pl.col("label").is_in(besides))
    yield from counting.select("left_id", "right_id").unique().sort("left_id", "right_id").rows()


def _sharing(regions: pl.DataFrame, least: float) -> Iterator[Pair]:
    """Pairs of which one has at least this share of its words in prose that the other has too.

    How many words an article has follows from those of its regions and their share of it.
    """
    prose = ~pl.col("label").is_in(_NO_PROSE)
    sides = (
        pl.col(f"{side}_share").first()
        * pl.col(f"{side}_words").filter(prose).sum()
        / pl.col(f"{side}_words").sum()
        for side in ("left", "right")
    )
    pairs = regions.group_by("left_id", "right_id").agg(share=pl.max_horizontal(*sides))
    most = pairs.filter(pl.col("share") >= least).sort("left_id", "right_id")
    yield from most.select("left_id", "right_id").rows()


def _clustered(clusters: pl.DataFrame) -> Iterator[Pair]:
    yield from clusters.select("cluster_id", "article_id").rows()


def _sources(
    told: Mapping[str, Known],
    credited: pl.DataFrame,
    attributions: pl.DataFrame,
) -> dict[str, list[Reason]]:
    """What each article credits, and through whom most of it came; its own outlet is neither."""
    found: dict[str, list[Reason]] = defaultdict(list)
    own = credited.filter(
        pl.col("subject") == CreditSubject.ARTICLE, pl.col("form") != CreditForm.SHARE
    )
    for credit in frames.rows(own, Credit):
        found[credit.article_id].append((LineageReason.CREDIT, credit.source))
    outlets = {_bare(outlet): outlet for outlet, _ in told.values() if outlet}
    for article_id, source in _through(attributions, outlets):
        found[article_id].append((LineageReason.VIA, source))
    return {
        key: kept
        for key, sources in found.items()
        if (kept := [each for each in sources if not names(each[1] or "", told[key][0])])
    }


def _bare(outlet: str) -> str:
    """An outlet's name as that of an organisation is told."""
    return outlet.casefold().removeprefix("the ")


def _through(attributions: pl.DataFrame, outlets: Mapping[str, str]) -> Iterator[Pair]:
    """The articles whose statements mostly come through one outlet or agency, with its name.

    An organisation that bears the name of an outlet of the corpus is that one.
    """
    organisation = pl.when(pl.col("kind") == SourceKind.ORGANISATION).then("source")
    known = organisation.replace_strict(outlets, default=None, return_dtype=pl.String)
    everybody = pl.coalesce(through(), known)
    table = attributions.filter(pl.col("kind") != SourceKind.AGENTLESS)
    table = table.with_columns(through=everybody, every=pl.len().over("article_id"))
    counts = (
        table.drop_nulls("through")
        .group_by("article_id", "through")
        .agg(many=pl.len(), every=pl.col("every").first())
    )
    enough = pl.max_horizontal(pl.lit(_FEWEST_VIA), _VIA * pl.col("every"))
    most = counts.filter(pl.col("many") >= enough)
    most = most.sort("article_id", -pl.col("many").cast(pl.Int64), "through")
    yield from (
        most.unique("article_id", keep="first", maintain_order=True)
        .select("article_id", "through")
        .rows()
    )


def _credited(
    linked_pairs: Iterable[Pair],
    told: Mapping[str, Known],
    sources: Mapping[str, list[Reason]],
) -> Iterator[Pair]:
    """Articles with the one on the same story whose outlet they credit."""
    for pair in linked_pairs:
        for article_id, other in (pair, pair[::-1]):
            found = sources.get(article_id, ())
            if any(names(source or "", told[other][0]) for _, source in found):
                yield article_id, other


def _agreeing(
    linked_pairs: Iterable[Pair], told: Iterable[str], sources: Mapping[str, list[Reason]]
) -> Iterator[Pair]:
    """Articles of one story that have one agency or outlet behind them, each with the first."""
    stories = joined(told, linked_pairs)
    first: dict[Pair, str] = {}
    for article_id in sorted(sources):
        for _, source in sources[article_id]:
            key = stories[article_id], (source or "").casefold()
            yield first.setdefault(key, article_id), article_id


def _reasons(
    told: Mapping[str, Known],
    clusters: pl.DataFrame,
    copies: Iterable[Pair],
    credits_: Iterable[Pair],
    sources: Mapping[str, list[Reason]],
) -> dict[str, Reason]:
    """Why articles stand where they do: what is said there goes before what words show.

    Through whom most of an article came tells least.
    """
    reasons = {key: found[-1] for key, found in sources.items()}
    reasons |= _copying(told, clusters, copies)
    reasons |= {
        key: found[0] for key, found in sources.items() if found[0][0] == LineageReason.CREDIT
    }
    for article_id, other in sorted(credits_, reverse=True):
        reasons[article_id] = LineageReason.CREDIT, other
    return reasons


def _copying(
    told: Mapping[str, Known], clusters: pl.DataFrame, copies: Iterable[Pair]
) -> Iterator[tuple[str, Reason]]:
    """The articles that share their prose, but for the one that ran first, with that one."""
    origins = dict(clusters.select("article_id", "origin_id").iter_rows())
    others: dict[str, set[str]] = defaultdict(set)
    for left, right in copies:
        if left != right:
            others[left].add(right)
            others[right].add(left)
    for key, found in others.items():
        earlier = [each for each in found if not precedes(told[key][1], told[each][1])]
        origin = origins.get(key) or min(
            earlier, key=lambda each: (told[each][1] or _LATE, each), default=key
        )
        if origin != key:
            yield key, (LineageReason.COPY, origin)
