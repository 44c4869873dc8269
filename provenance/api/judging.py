"""What the checks answer, what it costs, and which of it is accepted.

In: the `Corpus`, or a part of one for the checks that look at each article by
itself. Out: findings, outcomes and scores. Nothing is looked for here.
"""

from dataclasses import dataclass

import polars as pl

from provenance import checks, frames, gate, reuse, scoring, sources
from provenance.api.accepting import here
from provenance.api.between import of
from provenance.checks.corpus import Check, Corpus
from provenance.gate.acceptance import Accepted, accept
from provenance.model import Finding, Notice, Outcome
from provenance.rulebook import Rulebook


@dataclass(frozen=True, slots=True)
class Examined:
    """The answers of some checks.

    Attributes:
        findings, outcomes: Frames of `Finding`, deductions still 0, and `Outcome`; the latter to
            be collected.
    """

    findings: pl.DataFrame
    outcomes: pl.LazyFrame


@dataclass(frozen=True, slots=True)
class Judged:
    """What came of the articles: frames of the row types of those names, and notices."""

    findings: pl.DataFrame
    outcomes: pl.LazyFrame
    scores: pl.DataFrame
    outlets: pl.DataFrame
    reuse: pl.DataFrame
    notices: tuple[Notice, ...]

    def as_evidence(self, corpus: Corpus, reading: sources.Reading) -> gate.Evidence:
        """What the gate looks at."""
        return gate.Evidence(
            articles=corpus.articles,
            findings=self.findings,
            outcomes=self.outcomes,
            scores=self.scores,
            regions=corpus.regions,
            clusters=corpus.clusters,
            unread=reading.unread,
            lost=reading.lost,
            archive_size=corpus.archive_size,
            rules={rule_id: rule.severity for rule_id, rule in corpus.rules.items()},
        )


def examine(corpus: Corpus, some: tuple[Check, ...] | None = None) -> Examined:
    """What some checks answer; null for all."""
    findings, outcomes = checks.examine(corpus, some)
    return Examined(frames.frame(findings, Finding), outcomes.lazy())


def together(parts: list[Examined]) -> Examined:
    """Answers of other checks, or about other articles, as one."""
    findings = pl.concat([frames.frame((), Finding), *(each.findings for each in parts)])
    outcomes = pl.concat([each.outcomes for each in parts])
    return Examined(frames.conform(findings, Finding), outcomes.sort(Outcome.ORDER))


def judge(
    corpus: Corpus, examined: Examined, words: pl.DataFrame, book: Rulebook, allowed: Accepted
) -> Judged:
    """What the answers cost, and which of the findings are accepted; these cost the same.

    Args:
        corpus: All that is known.
        examined: What all checks answered.
        words: As from `scoring.words_outside_boilerplate`.
        book: The rules.
        allowed: What the baseline and the settings accept.
    """
    blind = checks.unlooked(examined.outcomes, corpus.rules)
    findings = scoring.deduct(examined.findings, book.weights)
    findings = gate.fingerprint(findings, corpus.known, here())
    findings, notices = accept(findings, corpus.known, allowed)
    scores = scoring.score(words, blind, findings, book.weights)
    outlets = scoring.outlets(
        corpus.known, scores, findings, corpus.lineages, corpus.credits, book.weights
    )
    shares = of(rollup(corpus), corpus.articles, corpus.archive)
    return Judged(findings, examined.outcomes, scores, outlets, shares, notices)


def rollup(corpus: Corpus) -> pl.DataFrame:
    """How much of each article stands in others: a frame of `Reuse`."""
    quotes = corpus.quotes.select("article_id", "start", "end").collect()
    return reuse.rollup(corpus.regions, corpus.known, quotes, corpus.matches)
