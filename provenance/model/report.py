"""A finished run: what was found, what could not be read, and the verdict."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from provenance.model.declared import Rule
from provenance.model.measures import Measure
from provenance.model.weights import Weights

if TYPE_CHECKING:  # polars takes 0.2 s to import, and `--help` needs none of it
    import polars as pl


@dataclass(frozen=True, slots=True)
class Unread:
    """Input that could not be read; any one of these fails the gate, unless it is to keep going.

    Attributes:
        place: `file` or `file:line`.
        reason: What is wrong with it and what to do, as one sentence.
        count: How many inputs this stands for, from 1 on: more than one where a file has so many
            bad records that they are not told one by one.
        breaks_off: Whether the file ends in the middle there, or cannot be read on, so that nobody
            knows what else it held.
    """

    ORDER: ClassVar[tuple[str, ...]] = ("place", "reason", "count")

    place: str
    reason: str
    count: int = 1
    breaks_off: bool = False

    @property
    def file(self) -> str:
        """Its place without the line."""
        path, _, line = self.place.rpartition(":")
        return path if path and line.isdecimal() else self.place


def unread_inputs(items: Iterable[Unread]) -> int:
    """How many inputs could not be read."""
    return sum(item.count for item in items)


@dataclass(frozen=True, slots=True)
class Notice:
    """Something left out or assumed on purpose that the user should know of; fails nothing."""

    ORDER: ClassVar[tuple[str, ...]] = ("place", "message")

    place: str
    message: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """The gate's answer.

    Attributes:
        exit_code: 0 passed, 1 failed on findings or a limit, 2 not a valid run.
        reasons: One sentence each, most serious first; never empty.
        measures: The gate's table: what was measured, its limits and how it came out.
    """

    exit_code: int
    reasons: tuple[str, ...]
    measures: tuple[Measure, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """Everything one run found; what reporters render and the gate judged.

    Attributes:
        version: Version of the program.
        settings_digest: Digest of the settings, so that two reports can be compared.
        rules: The rules that took part, by id.
        weights: What the scores rest on.
        articles, findings, scores, regions, clusters, reuse, relations, credits: Frames of
            `Article`, `Finding`, `Score`, `Region`, `Cluster`, `Reuse`, `Relation` and `Credit`.
        outcomes, quantities, quotes, people, attributions: Frames of `Outcome`, `Quantity`,
            `Quote`, `Person` and `Attribution`, to be collected: a run in batches leaves these in
            files, as they would take several times the memory of the texts.
        outlets: A frame of `OutletScore`: the outlets of the articles, rolled up.
        lineages, claims, mentions: Frames of `Lineage`, `Claim` and `Mention`; of these, mentions
            and lineages of the archive's articles are kept, since they stand behind claims.
        unread: Input that could not be read.
        notices: What was left out or assumed on purpose.
        archive: A frame of `Article`: those that were only compared with, as far as regions,
            clusters or related spans lie in them; all other frames are of `articles`.
        kept: What holds the files behind frames to be collected: they are there as long as it is.
            Null when there are none, or when they are in the folder that the run was given, and go
            with it.
    """

    version: str
    settings_digest: str
    rules: tuple[Rule, ...]
    weights: Weights
    articles: "pl.DataFrame"
    findings: "pl.DataFrame"
    outcomes: "pl.LazyFrame"
    scores: "pl.DataFrame"
    outlets: "pl.DataFrame"
    regions: "pl.DataFrame"
    clusters: "pl.DataFrame"
    reuse: "pl.DataFrame"
    quantities: "pl.LazyFrame"
    relations: "pl.DataFrame"
    quotes: "pl.LazyFrame"
    credits: "pl.DataFrame"
    people: "pl.LazyFrame"
    attributions: "pl.LazyFrame"
    lineages: "pl.DataFrame"
    claims: "pl.DataFrame"
    mentions: "pl.DataFrame"
    unread: tuple[Unread, ...]
    notices: tuple[Notice, ...]
    verdict: Verdict
    archive: "pl.DataFrame"
    kept: object = None
