"""What would raise a score: each article scored again without the findings of one fault.

In: findings, what else a score rests on, and the declared weights. Out: for
every key of an article that costs it something the score without its findings,
caps and the limits of dimensions counted. Of several faults that hold a cap
together, or fill a dimension, no single one may raise the score, so caps and
dimensions are told as a whole too.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import polars as pl

from provenance import frames
from provenance.model import Finding, Severity, Weights
from provenance.scoring.article import score
from provenance.scoring.deductions import deduct
from provenance.scoring.keys import longest, price


@dataclass(frozen=True, slots=True)
class Gain:
    """What an article's score would be without the findings of one fault.

    Attributes:
        fault: A key of the weights, else a rule; `cap NAME` or `dimension NAME` for all rules of
            one, where going without them gains more than the sum of their keys' gains.
        rules: Ids of the rules whose findings these are, sorted.
        findings: How many these are.
        gain: Points that the score would be higher, 0 or more; of an article without a score,
            points of `Score.high`.
        score: The score without them; null when there would be none.
        grade: That of `score`.
    """

    ORDER: ClassVar[tuple[str, ...]] = ("article_id", "fault")

    article_id: str
    fault: str
    rules: tuple[str, ...]
    findings: int
    gain: int
    score: int | None
    grade: str


def gains(
    words: pl.DataFrame, blind: pl.DataFrame, findings: pl.DataFrame, weights: Weights
) -> pl.DataFrame:
    """What each article would gain without one of its faults.

    Args:
        words: As for `score`: a row for every article that is asked for.
        blind: As for `score`.
        findings: A frame of `Finding`, as from `deduct`.
        weights: The declared weights.

    Returns:
        A frame of `Gain`, with every key that takes points, also one without which others would
        take the same. It scores each article as often as it has faults.
    """
    asked = findings.join(words, on="article_id", how="semi").with_row_index("_finding")
    parts = _parts(asked, weights)
    cases = _cases(parts)
    named = cases.select("article_id", "fault", "case")
    without = (
        asked.join(named, on="article_id")
        .join(parts.join(named, on=["article_id", "fault"]), on=["case", "_finding"], how="anti")
        .with_columns(article_id=pl.col("case"))
    )
    again = score(
        _of_cases(words, named),
        _of_cases(blind, named),
        deduct(frames.conform(without, Finding), weights),
        weights,
    )
    now = score(words, blind, findings, weights).select("article_id", now="high")
    told = (
        cases.join(again.rename({"article_id": "case"}), on="case")
        .join(now, on="article_id")
        .with_columns(gain=pl.col("high") - pl.col("now"))
    )
    return frames.conform(_telling(told, parts), Gain)


def _parts(findings: pl.DataFrame, weights: Weights) -> pl.DataFrame:
    """Every finding but information with each fault that it is a part of, and its key."""
    counting = findings.filter(pl.col("severity") != Severity.INFO)
    rules = counting["rule_id"].unique().sort().to_list()
    named = [(each, *fault) for each in rules for fault in _faults(each, weights)]
    columns = {"rule_id": pl.String, "key": pl.String, "fault": pl.String}
    faults = pl.DataFrame(named, schema=columns, orient="row")
    return counting.join(faults, on="rule_id").select(
        "article_id", "fault", "key", "rule_id", "deduction", "_finding"
    )


def _faults(rule_id: str, weights: Weights) -> Iterator[tuple[str, str]]:
    """The key of a rule with everything that the rule is a part of: that key first."""
    found = price(rule_id, Severity.WARNING, weights)
    yield found.key, found.key
    if found.dimension:
        yield found.key, f"dimension {found.dimension}"
    for cap in weights.caps:
        if longest(rule_id, cap.rules):
            yield found.key, f"cap {cap.name}"


def _cases(parts: pl.DataFrame) -> pl.DataFrame:
    """Each fault of each article, numbered; of faults of the same findings only the first."""
    return (
        parts.group_by("article_id", "fault")
        .agg(
            rules=pl.col("rule_id").unique().sort(),
            findings=pl.len().cast(pl.Int64),
            cost=pl.col("deduction").sum(),
        )
        .sort("article_id", "fault")
        .unique(["article_id", "rules"], keep="first", maintain_order=True)
        .with_columns(case=pl.int_range(pl.len()).cast(pl.String))
    )


def _of_cases(table: pl.DataFrame, cases: pl.DataFrame) -> pl.DataFrame:
    """The rows about an article once for each of its cases."""
    return table.join(cases, on="article_id").with_columns(article_id=pl.col("case"))


def _telling(told: pl.DataFrame, parts: pl.DataFrame) -> pl.DataFrame:
    """The keys that take points, and what gains more than its keys do one by one."""
    keys = told.select("article_id", key="fault", alone="gain")
    alone = (
        parts.select("article_id", "fault", "key")
        .unique()
        .join(keys, on=["article_id", "key"])
        .group_by("article_id", "fault")
        .agg(pl.col("alone").sum(), is_key=(pl.col("fault") == pl.col("key")).any())
    )
    is_part = pl.col("is_key") & ((pl.col("cost") > 0) | (pl.col("gain") > 0))
    return told.join(alone, on=["article_id", "fault"]).filter(
        is_part | (pl.col("gain") > pl.col("alone"))
    )
