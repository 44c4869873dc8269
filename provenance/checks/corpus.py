"""What a check is, what it sees, and how it makes a finding.

A check answers one question about every article. It reads frames, never files,
and returns its findings and the articles it could not judge; for all others
"no finding" means that it looked.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import polars as pl

from provenance import frames
from provenance.attribution import UTTERANCES
from provenance.model import Article, Finding, Notice, Rule, Span, Status
from provenance.text.tokens import WORD


@dataclass(frozen=True, slots=True)
class Corpus:
    """All that the stages before the checks found.

    Attributes:
        articles: A frame of `Article`: those that are judged. A finding is about one of these.
        lines, matches, relations, gaps: Frames of the row types of those names over `articles`.
        quantities, quotes, people, attributions, credits, regions, clusters: Likewise over
            `known`, the first four to be collected. At least one side of a region is one of
            `articles`.
        utterances: A frame of `attribution.UTTERANCES` over `known`, to be collected, in any order.
        lineages, claims, mentions: Likewise over `known`; a claim is made by at least two
            articles or is a quotation of one of `articles`.
        rules: The rules that take part, by id. A finding may only name one of these.
        off: Rule families that are switched off.
        archive: A frame of `Article`: those that are only compared with, as far as they share a
            passage with one that is judged. Related spans may lie in them.
        archive_size: How many articles the whole archive held.
        notices: What the stages left out on purpose.
    """

    articles: pl.DataFrame
    lines: pl.DataFrame
    matches: pl.DataFrame
    quotes: pl.LazyFrame
    people: pl.LazyFrame
    attributions: pl.LazyFrame
    gaps: pl.DataFrame
    credits: pl.DataFrame
    quantities: pl.LazyFrame
    relations: pl.DataFrame
    regions: pl.DataFrame
    clusters: pl.DataFrame
    lineages: pl.DataFrame
    claims: pl.DataFrame
    mentions: pl.DataFrame
    rules: Mapping[str, Rule]
    utterances: pl.LazyFrame = field(default_factory=lambda: pl.LazyFrame(schema=UTTERANCES))
    archive: pl.DataFrame = field(default_factory=lambda: frames.frame((), Article))
    archive_size: int = 0
    off: frozenset[str] = frozenset()
    notices: tuple[Notice, ...] = ()

    @property
    def known(self) -> pl.DataFrame:
        """The articles that are judged and those of the archive, as one frame of `Article`."""
        if self.archive.is_empty():
            return self.articles
        return frames.conform(pl.concat([self.articles, self.archive]), Article)

    @property
    def is_alone(self) -> bool:
        """Whether there was nothing to compare an article with."""
        return len(self.articles) + max(self.archive_size, len(self.archive)) < 2


@dataclass(frozen=True, slots=True)
class Examined:
    """A check's answer.

    Attributes:
        findings: What it found, in any order, deductions still 0.
        skipped: Articles it could not judge, by id: the status and the reason.
    """

    findings: list[Finding]
    skipped: dict[str, tuple[Status, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Check:
    """One question asked of every article.

    Attributes:
        name: A noun for the fault it looks for, in lower case.
        question: What it asks, as a sentence.
        families: The rule families whose findings it makes.
        rules: The rules it decides, by id; empty when it reports the text rules of its families.
        run: Corpus to answer; pure.
        between: Whether it looks at what stands between articles. Others look at each article by
            itself, so that they may be asked of a part of a corpus.
    """

    name: str
    question: str
    families: tuple[str, ...]
    rules: tuple[str, ...]
    run: Callable[[Corpus], Examined]
    between: bool = False


def alone(corpus: Corpus) -> dict[str, tuple[Status, str]]:
    """Every article, when there is but one: there is nothing to compare it with."""
    if not corpus.is_alone:
        return {}
    reason = (Status.NOT_AVAILABLE, "nothing to compare with")
    return dict.fromkeys(corpus.articles["article_id"], reason)


def wordless(corpus: Corpus) -> dict[str, tuple[Status, str]]:
    """The articles without a word."""
    # Nearly all have a plain letter, which is seen without making an object of the text.
    rare = corpus.articles.filter(~pl.col("text").str.contains("[A-Za-z0-9]"))
    return {
        article_id: (Status.NOT_APPLICABLE, "no words to compare")
        for article_id, text in rare.select("article_id", "text").iter_rows()
        if not WORD.search(text)
    }


def finding(
    rule: Rule,
    place: tuple[str, int, int],
    related: tuple[Span, ...] = (),
    extent: int | None = None,
    **values: object,
) -> Finding:
    """A finding of `rule` at `place` (article id, start, end), its message filled from `values`."""
    article_id, start, end = place
    return Finding(
        rule_id=rule.rule_id,
        article_id=article_id,
        start=start,
        end=end,
        severity=rule.severity,
        confidence=rule.confidence,
        message=rule.message.format(**values),
        related=related,
        extent=extent,
        deduction=0,
    )
