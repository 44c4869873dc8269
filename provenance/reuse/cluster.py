"""Clusters of near-duplicate articles, joined by verified regions only.

Goes in: labelled regions. Comes out: which articles are one story in nearly
the same words, and which of them the others are copies of, if anything tells.
Sketches have no say here: two articles are joined when their aligned words say
so.
"""

from collections import Counter
from collections.abc import Sequence

import numpy as np
import polars as pl

from provenance.frames import conform
from provenance.model import Cluster, Label, OriginReason
from provenance.reuse.classify import NEAR_DUPLICATE
from provenance.reuse.components import components
from provenance.reuse.order import first
from provenance.reuse.surroundings import Surroundings

# Fewer shared words join no articles: a brief of one sentence that stands in two long stories
# does not make them one.
_FEWEST_WORDS = 30
# An article holds another one when so much of it is shared: the rest is a byline or a date.
_WHOLE = 0.95

Origin = tuple[str | None, OriginReason]


def clusters(
    regions: pl.DataFrame,
    articles: pl.DataFrame,
    credits: pl.DataFrame,  # noqa: A002  (the frame has this name everywhere)
) -> pl.DataFrame:
    """Every article that is a near-duplicate of another one, by cluster.

    The origin is the article whose outlet all others credit; else the one that demonstrably ran
    before all others; else the one that holds all but a twentieth of each other one and more; else
    null. `OriginReason` says which.

    Args:
        regions: A frame of `Region`, labelled.
        articles: A frame of `Article`.
        credits: A frame of `Credit`.

    Returns:
        A frame of `Cluster`. O(n log n) in the regions.
    """
    pairs = near_duplicates(regions)
    members = _members(pairs)
    groups = members.group_by("cluster_id", maintain_order=True).agg("article_id")
    known, holders = Surroundings.of(articles, credits), _holders(regions, pairs)
    found = [_origin(group, known, holders) for group in groups["article_id"].to_list()]
    origins = pl.DataFrame(
        {
            "cluster_id": groups["cluster_id"],
            "origin_id": pl.Series([origin for origin, _ in found], dtype=pl.String),
            "reason": pl.Series([reason.value for _, reason in found], dtype=pl.String),
        }
    )
    return conform(members.join(origins, on="cluster_id"), Cluster)


def near_duplicates(regions: pl.DataFrame) -> pl.DataFrame:
    """Pairs of articles of which the shorter one stands in the other by .8 or more.

    Boilerplate does not count. Regions of one pair that overlap are rare, so that the share
    without boilerplate is taken from the sums of their words.

    Returns:
        Columns `left_id`, `right_id`, sorted.
    """
    counts = pl.col("label") != Label.BOILERPLATE
    sides = {
        side: pl.col(f"{side}_share").first()
        * pl.col(f"{side}_words").filter(counts).sum()
        / pl.col(f"{side}_words").sum()
        for side in ("left", "right")
    }
    return (
        regions.group_by("left_id", "right_id")
        .agg(**sides, matched=pl.col("matched_words").filter(counts).sum())
        .filter(
            pl.max_horizontal("left", "right") >= NEAR_DUPLICATE,
            pl.col("matched") >= _FEWEST_WORDS,
        )
        .select("left_id", "right_id")
        .sort("left_id", "right_id")
    )


def _members(pairs: pl.DataFrame) -> pl.DataFrame:
    """The articles of the pairs, each with the smallest id that the pairs connect it with."""
    ids = pl.concat([pairs["left_id"], pairs["right_id"]]).unique().sort()
    left, right = (
        ids.search_sorted(pairs[side]).to_numpy().astype(np.int64)
        for side in ("left_id", "right_id")
    )
    roots = components(len(ids), left, right)
    return pl.DataFrame({"cluster_id": ids.gather(roots), "article_id": ids})


def _holders(regions: pl.DataFrame, pairs: pl.DataFrame) -> dict[str, int]:
    """Of how many near-duplicates each article holds the whole and has more; none are left out."""
    shares = regions.join(pairs, on=["left_id", "right_id"], how="semi").select(
        "left_id", "right_id", "left_share", "right_share"
    )
    holding = pl.concat(
        shares.unique()
        .filter(pl.col(f"{held}_share") >= _WHOLE, pl.col(f"{holder}_share") < _WHOLE)
        .select(article_id=f"{holder}_id")
        for holder, held in (("left", "right"), ("right", "left"))
    )
    return dict(holding.group_by("article_id").len().iter_rows())


def _origin(members: Sequence[str], known: Surroundings, holders: dict[str, int]) -> Origin:
    """The origin of one cluster and the reason."""
    others = len(members) - 1
    if credited := _credited(members, known):
        return credited, OriginReason.CREDIT
    if earliest := first((member, known.dates[member]) for member in members):
        return earliest, OriginReason.DATE
    for member in members:
        if holders.get(member) == others:
            return member, OriginReason.SUPERSET
    dated = all(known.dates[member] is not None for member in members)
    return None, OriginReason.TIE if dated else OriginReason.UNKNOWN


def _credited(members: Sequence[str], known: Surroundings) -> str | None:
    """The earliest article whose outlet all others credit; null when there is none."""
    others = len(members) - 1
    if sum(member in known.sources for member in members) < others:
        return None
    credited = {member: known.credited(member) for member in members}
    counts = Counter(name for names in credited.values() for name in names)
    found = [
        member
        for member in members
        if (name := known.name(member)) and counts[name] - (name in credited[member]) == others
    ]
    return first((member, known.dates[member]) for member in found) if found else None
