"""What the gate judges by."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import polars as pl

from provenance.model import Acceptance, Unread


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a run found and could not read.

    Attributes:
        articles, findings, outcomes, scores, regions, clusters: Frames of `Article`, `Finding`,
            `Outcome`, `Score`, `Region` and `Cluster`, of the articles judged; one side of a region
            and some of a cluster may be of an archive. Those of `Outcome` are to be collected.
        unread: Input that could not be read.
        lost: The paths that the user named and of which nothing was read, or not to the end.
        archive_size: How many articles were read only to be compared with.
        rules: The severities of the rules that took part, by id. A limit on what a rule finds can
            only be kept when it is among them.
    """

    articles: pl.DataFrame
    findings: pl.DataFrame
    outcomes: pl.LazyFrame
    scores: pl.DataFrame
    regions: pl.DataFrame
    clusters: pl.DataFrame
    unread: Sequence[Unread]
    lost: Sequence[str] = ()
    archive_size: int = 0
    rules: Mapping[str, str] = field(default_factory=dict)

    @property
    def counting(self) -> pl.DataFrame:
        """The findings that nothing accepts: those that fail the gate by themselves."""
        return self.findings.filter(pl.col("accepted").is_null())

    @property
    def present(self) -> pl.DataFrame:
        """The findings that limits count: all but those that the settings accept.

        The baseline says that a fault is known, which does not take it out of the text.
        """
        kept = pl.col("accepted").is_null() | (pl.col("accepted") != Acceptance.SETTINGS)
        return self.findings.filter(kept)
