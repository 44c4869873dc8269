"""The checks: one file and one line in `CHECKS` each.

`examine` runs them all. A check that fails with an exception stops the run:
a gate must not pass because a check did not finish.
"""

from collections.abc import Iterable, Mapping

import polars as pl

from provenance import frames
from provenance.checks import (
    accounts,
    attribution,
    boilerplate,
    damage,
    dates,
    divergence,
    duplication,
    figures,
    headlines,
    metadata,
    naming,
    quotations,
    recurrence,
    repetition,
    sourcing,
    statistics,
)
from provenance.checks.corpus import Check, Corpus, Examined
from provenance.errors import RuleError
from provenance.model import Finding, Outcome, Rule, Severity, Status

CHECKS: tuple[Check, ...] = (
    accounts.CHECK,
    attribution.CHECK,
    boilerplate.CHECK,
    damage.CHECK,
    dates.CHECK,
    divergence.CHECK,
    duplication.CHECK,
    figures.CHECK,
    headlines.CHECK,
    metadata.CHECK,
    naming.CHECK,
    quotations.CHECK,
    recurrence.CHECK,
    repetition.CHECK,
    sourcing.CHECK,
    statistics.CHECK,
)
_OFF = "its rules are switched off"


def examine(corpus: Corpus) -> tuple[list[Finding], pl.DataFrame]:
    """Every check's findings and outcomes over `corpus`.

    Returns:
        The findings in no particular order, their deductions still 0, and a frame of `Outcome`
        with one row for every article and check.
    """
    ids = corpus.articles["article_id"].to_list()
    findings: list[Finding] = []
    outcomes: list[Outcome] = []
    for check in CHECKS:
        examined = _answer(check, corpus)
        findings += examined.findings
        outcomes += _outcomes(check, examined, ids, _without(check, corpus))
    return findings, frames.frame(outcomes, Outcome)


def blind_families(outcomes: pl.DataFrame, rules: Mapping[str, Rule]) -> pl.DataFrame:
    """The rule families by which each article could not be judged.

    These are the ones of which a check could not look. That a check's rules are switched off
    blinds its family only when no other check of it could look either. A check that gives
    nothing but information blinds none: it could not have taken a point.

    Args:
        outcomes: A frame of `Outcome`, as from `examine`.
        rules: The rules that take part, by id.

    Returns:
        `article_id`, `family` and `reason`, one row for each such family of an article.
    """
    judging = [(each.name, name) for each in CHECKS for name in _judged(each, rules)]
    families = pl.DataFrame(judging, schema={"check": pl.String, "family": pl.String}, orient="row")
    could_not = pl.col("status").is_in([Status.NOT_AVAILABLE, Status.ERROR])
    off = could_not & (pl.col("reason") == _OFF).fill_null(value=False)
    # Nearly all outcomes are that a check looked; only of articles with others is more asked.
    some = outcomes.filter(could_not).select("article_id").unique()
    told = (
        outcomes.join(some, on="article_id", how="semi")
        .join(families, on="check")
        .with_columns(off=off, blind=could_not & ~off)
        .sort("article_id", "family", pl.col("blind").not_(), "check")
        .group_by("article_id", "family", maintain_order=True)
        .agg(
            pl.col("blind", "off").any(),
            looked=(~pl.col("blind") & ~pl.col("off")).any(),
            reason=pl.format("{}: {}", "check", "reason").filter(could_not).first(),
        )
    )
    blind = pl.col("blind") | (pl.col("off") & ~pl.col("looked"))
    return told.filter(blind).select("article_id", "family", "reason")


def _judged(check: Check, rules: Mapping[str, Rule]) -> tuple[str, ...]:
    """The families that a check can take points by."""
    return () if _only_informs(check, rules) else check.families


def _only_informs(check: Check, rules: Mapping[str, Rule]) -> bool:
    own = [rules[key] for key in check.rules if key in rules]
    return bool(own) and all(rule.severity is Severity.INFO for rule in own)


def unanswered(rules: Iterable[Rule]) -> list[RuleError]:
    """A fault for every rule that no check would ever report; such a rule would pass for clear."""
    faults = []
    for rule in rules:
        if any(_decides(check, rule) for check in CHECKS if rule.family in check.families):
            continue
        families = sorted(name for check in CHECKS if not check.rules for name in check.families)
        faults.append(
            RuleError(
                f"no check reports the rule {rule.rule_id}",
                place=rule.place,
                hint=f"text rules belong to one of the families {', '.join(families)}",
            )
        )
    return faults


def _decides(check: Check, rule: Rule) -> bool:
    if check.rules:
        return rule.check == check.name and rule.rule_id in check.rules
    return rule.check is None


def _answer(check: Check, corpus: Corpus) -> Examined:
    off = corpus.off.issuperset(check.families)
    if not off and (not check.rules or any(rule_id in corpus.rules for rule_id in check.rules)):
        return check.run(corpus)
    return Examined([], dict.fromkeys(corpus.articles["article_id"], (Status.NOT_AVAILABLE, _OFF)))


def _without(check: Check, corpus: Corpus) -> str | None:
    """Which of the rules that a check decides are switched off, as a sentence; null when none."""
    off = [rule_id for rule_id in check.rules if rule_id not in corpus.rules]
    return f"{', '.join(off)} switched off" if off else None


def _outcomes(
    check: Check, examined: Examined, ids: list[str], without: str | None
) -> list[Outcome]:
    """One outcome an article: found, else why it could not look, else clear."""
    found = {item.article_id for item in examined.findings}
    outcomes = []
    for article_id in ids:
        status, reason = examined.skipped.get(article_id, (Status.CLEAR, without))
        if article_id in found:
            status, reason = Status.FOUND, without
        outcomes.append(Outcome(article_id, check.name, status, reason))
    return outcomes
