"""The provenance graph of a corpus: lineages, claims, and who stands behind each.

In: what the engines found, as frames. Out: frames of `Lineage`, `Claim` and
`Mention`. Nothing is read from texts here but what spans point at.
"""

from dataclasses import dataclass

import polars as pl

from provenance import frames
from provenance.model import Claim, Lineage, LineageReason, Mention


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
    credits: pl.DataFrame,  # noqa: A002  (the frame has this name everywhere)
    quotes: pl.DataFrame,
    attributions: pl.DataFrame,
    quantities: pl.DataFrame,
) -> Graph:
    """The provenance graph of `articles`, from frames of the row types of those names."""
    own = (
        Lineage(article_id, article_id, article_id, LineageReason.OWN, None)
        for article_id in articles["article_id"]
    )
    return Graph(frames.frame(own, Lineage), frames.frame((), Claim), frames.frame((), Mention))
