"""What took the points of an article: its rules with their points, the dearest first."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

import polars as pl

from provenance.model import Report

# Rules of one article that are named in a table; `explain` has every one.
_NAMED = 6
# What the findings of one rule took from one article: the rule and its name, how many findings of
# it took points, and what they took together.
FIELDS = ("rule_id", "name", "findings", "points")
Loss = tuple[str, str, int, int]


def losses(report: Report, article_ids: pl.Series) -> pl.DataFrame:
    """The losses of some articles, in their order: `FIELDS` and `article_id`.

    Those of one article stand the dearest first, then by rule.
    """
    names = {rule.rule_id: rule.name for rule in report.rules}
    name = pl.col("rule_id").replace_strict(names, return_dtype=pl.String)
    wanted = article_ids.to_frame("article_id").with_row_index("place")
    return (
        report.findings.select("article_id", "rule_id", "deduction")
        .filter(pl.col("deduction") > 0)
        .join(wanted, on="article_id")
        .group_by("place", "rule_id")
        .agg(pl.col("article_id").first(), findings=pl.len(), points=pl.col("deduction").sum())
        .sort("place", -pl.col("points"), "rule_id")
        .with_columns(name=name)
        .select(*FIELDS, "article_id")
    )


def by_article(lost: pl.DataFrame) -> dict[str, list[Loss]]:
    """The losses of each article that has any."""
    grouped = groupby(lost.iter_rows(), itemgetter(-1))
    return {article_id: [row[:-1] for row in own] for article_id, own in grouped}


def why(caps: Sequence[Mapping[str, Any]], lost: Sequence[Loss]) -> Iterator[str]:
    """`-25 DUP001 uncredited-copy`, `-8 NUM001 ...`, `-7 cap lifted-text at 59`: not safe to print.

    Rules past the first few are told by their sum, so that the points still add up. A cap that
    holds is told also where the findings took as much already.
    """
    shown = lost if len(lost) <= _NAMED + 1 else lost[:_NAMED]
    for rule_id, name, findings, points in shown:
        times = f" ×{findings:,}" if findings > 1 else ""
        yield f"-{points} {rule_id} {name}{times}"
    if others := lost[len(shown) :]:
        yield f"-{sum(points for *_, points in others)} {len(others)} other rules"
    for cap in caps:
        told = f"cap {cap['name']} at {cap['limit']}"
        yield f"-{cap['taken']} {told}" if cap["taken"] else told
