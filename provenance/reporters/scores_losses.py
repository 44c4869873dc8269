"""What took the points of an article: its rules with their points, the dearest first."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

import polars as pl

from provenance.model import Report, Weights
from provenance.scoring.keys import price

# Rules of one article that are named in a table; `explain` has every one.
_NAMED = 6
# What the findings of one rule took from one article: the rule and its name, how many findings of
# it were found at a price, also where no point was left to take, and what they took together.
FIELDS = ("rule_id", "name", "findings", "points")
Loss = tuple[str, str, int, int]


def losses(report: Report, article_ids: pl.Series) -> pl.DataFrame:
    """The losses of some articles, in their order: `FIELDS` and `article_id`.

    Those of one article stand the dearest first, then by rule.
    """
    names = {rule.rule_id: rule.name for rule in report.rules}
    name = pl.col("rule_id").replace_strict(names, return_dtype=pl.String)
    wanted = article_ids.to_frame("article_id").with_row_index("place")
    found = report.findings.select("article_id", "rule_id", "severity", "deduction")
    return (
        found.join(wanted, on="article_id")
        .join(_at_a_price(found, report.weights), on=["rule_id", "severity"], how="semi")
        .group_by("place", "rule_id")
        .agg(pl.col("article_id").first(), findings=pl.len(), points=pl.col("deduction").sum())
        .filter(pl.col("points") > 0)
        .sort("place", -pl.col("points"), "rule_id")
        .with_columns(name=name)
        .select(*FIELDS, "article_id")
    )


def _at_a_price(found: pl.DataFrame, weights: Weights) -> pl.DataFrame:
    """The rules and severities of which a finding costs points: `rule_id` and `severity`."""
    kinds = found.select("rule_id", "severity").unique()
    priced = [price(rule_id, severity, weights).points > 0 for rule_id, severity in kinds.rows()]
    return kinds.filter(pl.Series(priced, dtype=pl.Boolean))


def by_article(lost: pl.DataFrame) -> dict[str, list[Loss]]:
    """The losses of each article that has any."""
    grouped = groupby(lost.iter_rows(), itemgetter(-1))
    return {article_id: [row[:-1] for row in own] for article_id, own in grouped}


def why(caps: Sequence[Mapping[str, Any]], lost: Sequence[Loss]) -> Iterator[str]:
    """`-25 DUP001 uncredited-copy`, `-8 NUM001 ... ×4`, `-7 cap lifted-text at 59`: not made safe.

    Rules past the first few are told by their sum, so that the points still add up. A cap that
    holds is told also where the findings took as much already: `cap ... at 59 (takes nothing)`.
    """
    shown = lost if len(lost) <= _NAMED + 1 else lost[:_NAMED]
    for rule_id, name, findings, points in shown:
        times = f" ×{findings:,}" if findings > 1 else ""
        yield f"-{points} {rule_id} {name}{times}"
    if others := lost[len(shown) :]:
        yield f"-{sum(points for *_, points in others)} {len(others)} other rules"
    for cap in caps:
        told = f"cap {cap['name']} at {cap['limit']}"
        yield f"-{cap['taken']} {told}" if cap["taken"] else f"{told} (takes nothing)"
