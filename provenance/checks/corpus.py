"""What a check is, what it sees, and how it makes a finding.

A check answers one question about every article. It reads frames, never files,
and returns its findings and the articles it could not judge; for all others
"no finding" means that it looked.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import polars as pl

from provenance.model import Finding, Rule, Span, Status


@dataclass(frozen=True, slots=True)
class Corpus:
    """All that the stages before the checks found.

    Attributes:
        articles, lines, matches, quotes, credits, quantities, regions, clusters: Frames of the
            row types of those names (`credits` of `Attribution`).
        rules: The rules that take part, by id. A finding may only name one of these.
    """

    articles: pl.DataFrame
    lines: pl.DataFrame
    matches: pl.DataFrame
    quotes: pl.DataFrame
    credits: pl.DataFrame
    quantities: pl.DataFrame
    regions: pl.DataFrame
    clusters: pl.DataFrame
    rules: Mapping[str, Rule]


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
    """

    name: str
    question: str
    families: tuple[str, ...]
    rules: tuple[str, ...]
    run: Callable[[Corpus], Examined]


def finding(
    rule: Rule, place: tuple[str, int, int], related: tuple[Span, ...] = (), **values: object
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
        deduction=0,
    )
