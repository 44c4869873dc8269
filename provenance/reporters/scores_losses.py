"""What took the points of an article: its rules with their points, the dearest first."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

import polars as pl

from provenance.model import Report, Score

# Rules of one article that are named in a table; `explain` has every one.
_NAMED = 6


@dataclass(frozen=True, slots=True)
class Loss:
    """What the findings of one rule took from one article.

    Attributes:
        rule_id: The rule.
        name: Its name.
        findings: How many findings of it took points.
        points: What they took together; 1 or more.
    """

    rule_id: str
    name: str
    findings: int
    points: int


def losses(report: Report, article_ids: Collection[str]) -> dict[str, list[Loss]]:
    """The losses of the articles that lost points, the dearest first, then by rule."""
    wanted = pl.DataFrame({"article_id": article_ids}, schema={"article_id": pl.String})
    found = (
        report.findings.filter(pl.col("deduction") > 0)
        .join(wanted, on="article_id", how="semi")
        .group_by("article_id", "rule_id")
        .agg(findings=pl.len(), points=pl.col("deduction").sum())
        .sort("article_id", -pl.col("points"), "rule_id")
    )
    names = {rule.rule_id: rule.name for rule in report.rules}
    lost: dict[str, list[Loss]] = defaultdict(list)
    for article_id, rule_id, findings, points in found.iter_rows():
        lost[article_id].append(Loss(rule_id, names[rule_id], findings, points))
    return dict(lost)


def why(score: Score, lost: Sequence[Loss]) -> Iterator[str]:
    """`-25 DUP001 uncredited-copy`, `-8 NUM001 ...`, `-7 cap lifted-text at 59`: not safe to print.

    Rules past the first few are told by their sum, so that the points still add up. A cap that
    holds is told also where the findings took as much already.
    """
    shown = lost if len(lost) <= _NAMED + 1 else lost[:_NAMED]
    for loss in shown:
        times = f" ×{loss.findings:,}" if loss.findings > 1 else ""
        yield f"-{loss.points} {loss.rule_id} {loss.name}{times}"
    if others := lost[len(shown) :]:
        yield f"-{sum(loss.points for loss in others)} {len(others)} other rules"
    for cap in score.caps:
        told = f"cap {cap.name} at {cap.limit}"
        yield f"-{cap.taken} {told}" if cap.taken else told
