"""When, where and with which credits the articles ran that share a region."""

import functools
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from provenance.model import CreditForm, CreditSubject
from provenance.reuse.order import precedes


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is known of each article, by id.

    Attributes:
        dates: When it ran; null when unknown.
        outlets: Who published it; null when unknown.
        agencies: The agencies that each article credits; articles without one are left out.
        sources: What each article credits for its text; articles without such a credit are left
            out. Who shared in a report wrote only some of it, and is none of these.
    """

    dates: Mapping[str, str | None]
    outlets: Mapping[str, str | None]
    agencies: Mapping[str, frozenset[str]]
    sources: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, articles: pl.DataFrame, credited: pl.DataFrame) -> "Surroundings":
        """From a frame of `Article` and one of `Credit`, of which those of articles count."""
        credited = credited.filter(pl.col("subject") == CreditSubject.ARTICLE)
        return cls(
            dates=dict(articles.select("article_id", "date").iter_rows()),
            outlets=dict(articles.select("article_id", "outlet").iter_rows()),
            agencies=_sources(credited.filter(pl.col("kind") == "agency")),
            sources=_sources(credited.filter(pl.col("form") != CreditForm.SHARE)),
        )

    def ran_before(self, article_id: str, other: str) -> bool:
        """Whether an article demonstrably ran before another one."""
        return precedes(self.dates[article_id], self.dates[other])

    def credits_other(self, article_id: str, other: str) -> bool:
        """Whether an article credits where it has the text from that it shares with another one.

        It credits the other's outlet; or an agency that the other is or credits too; or any
        agency, when the other did not demonstrably run first and may have the text from there.
        An agency's name does not credit the outlet that had its own story first.
        """
        outlet = self.outlets[other]
        if any(names(source, outlet) for source in self.sources.get(article_id, ())):
            return True
        agencies = self.agencies.get(article_id, frozenset())
        if self.ran_before(other, article_id):
            agencies &= self.agencies.get(other, frozenset())
        return bool(agencies)

    def name(self, article_id: str) -> str | None:
        """The letters by which credits name the outlet of an article; null when there are none."""
        return _plain(self.outlets[article_id] or "")

    def credited(self, article_id: str) -> frozenset[str]:
        """What an article credits, in the letters of `name`."""
        return frozenset(filter(None, map(_plain, self.sources.get(article_id, ()))))

    def linked(self, left: str, right: str, *, near: bool) -> bool:
        """Whether a credit says how two articles came to share their words.

        One that may be the copy credits the other; or, when the two are near-duplicates, one that
        may be the earlier credits an agency.
        """
        return any(
            self.credits_other(copy, source) or (near and source in self.agencies)
            for copy, source in ((left, right), (right, left))
            if not self.ran_before(copy, source)
        )


def _sources(credited: pl.DataFrame) -> dict[str, frozenset[str]]:
    """What each article credits."""
    sources: dict[str, set[str]] = defaultdict(set)
    for article_id, source in credited.select("article_id", "source").iter_rows():
        sources[article_id].add(source)
    return {article_id: frozenset(found) for article_id, found in sources.items()}


def folded(outlets: pl.Series) -> pl.Series:
    """Outlets' names as outlets are told apart by them; null where there is none."""
    names = outlets.unique().to_list()
    return outlets.replace_strict(names, list(map(_folded, names)), return_dtype=pl.String)


def _folded(outlet: str | None) -> str | None:
    """An outlet's name as outlets are told apart by it; null when there is none."""
    return " ".join((outlet or "").casefold().split()).removeprefix("the ") or None


def names(source: str, outlet: str | None) -> bool:
    """Whether a credited source is this outlet: the same letters, but for `The` and `.com`.

    >>> names("The Harbour Gazette", "harbourgazette.com")
    True
    """
    name = _plain(source)
    return name is not None and outlet is not None and name == _plain(outlet)


@functools.lru_cache(maxsize=1 << 16)
def _plain(name: str) -> str | None:
    """The letters of a name by which outlets are compared; null when there are none."""
    name = name.casefold().strip()
    if " " not in name:
        name = name.removeprefix("www.").partition(".")[0]
    return "".join(filter(str.isalnum, name)).removeprefix("the") or None
