"""What every run has to meet, limits or not: input read, articles, checks that looked, findings.

In: the evidence and the policy. Out: rows of the gate's table, and findings
that fail the gate as sentences.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import polars as pl

from provenance.config.policy import Policy
from provenance.gate.evidence import Evidence
from provenance.gate.limits import Reading, held
from provenance.gate.offenders import by_rule, worst
from provenance.gate.scores import lowest_score
from provenance.model import (
    METRICS,
    Measure,
    Metric,
    Severity,
    Standing,
    Status,
    Unit,
    Unread,
    unread_inputs,
)

_UNREAD = Metric("unread", Unit.COUNT, False, "inputs that could not be read")
_CHECKED = Metric("checked", Unit.COUNT, True, "articles that a check could look at")
_FINDINGS = Metric("findings", Unit.COUNT, False, "findings that fail the gate")
_SCORE = Metric("fail-under", Unit.SCORE, True, "lowest score of an article")


def unread(items: Sequence[Unread], lost: Sequence[str], *, keep_going: bool) -> Measure:
    """Input that could not be read: what it holds is not known.

    To keep going is to warn of it, as long as something of all that was named could be read.
    """
    number = unread_inputs(items)
    per_file: Counter[str] = Counter()
    for item in items:
        per_file[item.file] += item.count
    amounts = pl.DataFrame(
        list(per_file.items()), schema={"name": pl.String, "amount": pl.Int64}, orient="row"
    )
    forgiven = keep_going and not lost
    reason = None
    if items:
        where = f"in {counted(len(per_file), 'file')}" if number > 1 else f"({items[0].place})"
        reason = f"{counted(number, 'input')} could not be read {where}"
        if forgiven:
            reason += ", and the rest was judged"
        elif keep_going:
            reason += f"; not to be passed over is a path that was named: {_some(lost)}"
    reading = Reading(float(number), reason, worst(amounts, 1))
    return held(_UNREAD, reading, warn=0.0) if forgiven else held(_UNREAD, reading, error=0.0)


def _some(paths: Sequence[str]) -> str:
    first, *others = paths
    return f"{first} and {len(others):,} more" if others else first


def articles(evidence: Evidence, warn: float | None, error: float | None) -> Measure:
    """How many articles were read, under the limits of the settings: one at least."""
    number = len(evidence.articles)
    reading = Reading(float(number), None if number else "there was no article to check")
    return held(METRICS["articles"], reading, warn, max(1.0, error or 1.0))


def checked(evidence: Evidence) -> Measure:
    """How many articles some check could look at; unknown also when a check failed on one."""
    looked = pl.col("status").is_in([Status.FOUND, Status.CLEAR])
    counts = evidence.outcomes.filter(looked).select(pl.col("article_id").n_unique())
    number = counts.collect().item()
    broken = evidence.outcomes.filter(pl.col("status") == Status.ERROR).collect()
    reason = None
    if not number and len(evidence.articles):
        reason = f"no check could look at any of {counted(len(evidence.articles), 'article')}"
    if len(broken):
        first = broken.sort("check", "article_id").row(0, named=True)
        where = counted(broken["article_id"].n_unique(), "article")
        reason = f"checks failed on {where}: {first['check']} on {first['article_id']}"
    row = held(_CHECKED, Reading(float(number), reason), error=1.0)
    return replace(row, standing=Standing.UNKNOWN) if len(broken) else row


def findings(counting: pl.DataFrame, policy: Policy) -> Measure:
    """How many findings fail the gate."""
    found = counting.filter(_fails(policy))
    reading = Reading(float(len(found)), None, by_rule(found, 1))
    return held(_FINDINGS, reading, error=0.0)


def fail_under(scores: pl.DataFrame, least: int) -> Measure:
    """The lowest score against the one that every article must have."""
    return held(_SCORE, lowest_score(scores, least), error=float(least))


def failing(counting: pl.DataFrame, policy: Policy) -> list[str]:
    """One sentence for the level and one for each rule or family that was found."""
    counts = _counts(counting, "severity")
    levels = [counted(counts[level], level) for level in policy.severities if counts[level]]
    told = [f"{' and '.join(levels)} found, and the gate fails on {policy.level}"] if levels else []
    ids = _counts(counting, "rule_id")
    for name in policy.rules:
        number = sum(count for rule_id, count in ids.items() if rule_id.startswith(name))
        if number:
            told.append(f"{counted(number, 'finding')} of {name}, on which the gate fails")
    return told


def passing(counting: pl.DataFrame, articles_count: int, policy: Policy) -> str:
    """How much was looked at by a gate that found nothing to fail on."""
    where = f"in {counted(articles_count, 'article')}"
    if counting.is_empty():
        return f"no finding {where}"
    told = f"{counted(len(counting), 'finding')} {where}"
    looked_for = [*policy.severities, *policy.rules]
    if not looked_for:
        return f"{told}, and the gate fails on none"
    return f"no {' or '.join(looked_for)} among {told}"


def counted(number: int, thing: str) -> str:
    """A number with its noun: `1 file`, `1,200 files`."""
    if thing == Severity.INFO:
        thing = "info finding"
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"


def _fails(policy: Policy) -> pl.Expr:
    level = pl.col("severity").is_in(policy.severities)
    named = [pl.col("rule_id").str.starts_with(name) for name in policy.rules]
    return pl.any_horizontal(level, *named)


def _counts(table: pl.DataFrame, column: str) -> Counter[str]:
    return Counter(dict(table.group_by(column).len().iter_rows()))
