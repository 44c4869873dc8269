"""The checks: one file and one line in `CHECKS` each.

`examine` runs them all. A check that fails with an exception stops the run:
a gate must not pass because a check did not finish.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import polars as pl

from provenance import frames
from provenance.checks import (
    accounts,
    attribution,
    boilerplate,
    damage,
    dates,
    divergence,
    drift,
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
    drift.CHECK,
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
BETWEEN = tuple(check for check in CHECKS if check.between)
WITHIN = tuple(check for check in CHECKS if not check.between)
_OFF = "its rules are switched off"

_Answer = tuple[Status, str | None]


def examine(
    corpus: Corpus, some: Sequence[Check] | None = None
) -> tuple[list[Finding], pl.DataFrame]:
    """The findings and outcomes of some checks over `corpus`.

    Args:
        corpus: All that is known.
        some: The checks; null for all.

    Returns:
        The findings in no particular order, their deductions still 0, and a frame of `Outcome`
        with one row for every article and check.
    """
    some = CHECKS if some is None else some
    ids = corpus.articles["article_id"].to_list()
    findings: list[Finding] = []
    answers: list[_Answer] = []
    for check in some:
        examined = _answer(check, corpus)
        findings += examined.findings
        answers += _answers(examined, ids, _without(check, corpus))
    columns = {
        "article_id": ids * len(some),
        "check": [check.name for check in some for _ in ids],
        "status": [status for status, _ in answers],
        "reason": [reason for _, reason in answers],
    }
    table = pl.DataFrame(columns, schema=frames.schema(Outcome))
    return findings, frames.conform(table, Outcome)


def unlooked(outcomes: pl.DataFrame | pl.LazyFrame, rules: Mapping[str, Rule]) -> pl.DataFrame:
    """What each article could not be judged by: rules, or whole families.

    A check that could not look leaves open the rules that it decides, or its families where it
    reports text rules; one that gives nothing but information leaves nothing open, since it could
    not have taken a point. That a check's rules are switched off leaves open its families, and
    only where no other check of them looked.

    Args:
        outcomes: A frame of `Outcome`, as from `examine`.
        rules: The rules that take part, by id.

    Returns:
        `article_id`, `key` (a rule id or a family) and `reason`, one row for each.
    """
    could_not = pl.col("status").is_in([Status.NOT_AVAILABLE, Status.ERROR])
    off = could_not & (pl.col("reason") == _OFF).fill_null(value=False)
    # Nearly all outcomes are that a check looked; only of articles with others is more asked.
    outcomes = outcomes.lazy()
    some = outcomes.filter(could_not).select("article_id").unique()
    told = (
        outcomes.join(some, on="article_id", how="semi")
        .with_columns(off=off, reason=pl.format("{}: {}", "check", "reason"))
        .collect()
    )
    keys = _table({each.name: _keys(each, rules) for each in CHECKS}, rules)
    families = _table({each.name: each.families for each in CHECKS}, rules)
    blind = told.filter(could_not, ~pl.col("off")).join(keys, on="check")
    looked = told.filter(~pl.col("off")).join(families, on="check").select("article_id", "key")
    unasked = told.filter("off").join(families, on="check")
    return (
        pl.concat([blind, unasked.join(looked, on=["article_id", "key"], how="anti")])
        .sort("article_id", "key", "check")
        .group_by("article_id", "key", maintain_order=True)
        .agg(pl.col("reason").first())
    )


def _table(keys: Mapping[str, Iterable[str]], rules: Mapping[str, Rule]) -> pl.DataFrame:
    """The keys of each check that can take points."""
    silent = {each.name for each in CHECKS if _only_informs(each, rules)}
    rows = [(name, key) for name, some in keys.items() if name not in silent for key in some]
    return pl.DataFrame(rows, schema={"check": pl.String, "key": pl.String}, orient="row")


def _keys(check: Check, rules: Mapping[str, Rule]) -> list[str]:
    """The rules of a check that can take points; its families where these are text rules."""
    if not check.rules:
        return list(check.families)
    own = [rules[key] for key in check.rules if key in rules]
    return [rule.rule_id for rule in own if rule.severity is not Severity.INFO]


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


def _answers(examined: Examined, ids: list[str], without: str | None) -> Iterator[_Answer]:
    """What came of each article: found, else why it could not be looked at, else clear."""
    found = {item.article_id for item in examined.findings}
    clear = Status.CLEAR, without
    for article_id in ids:
        if article_id in found:
            yield Status.FOUND, without
        else:
            yield examined.skipped.get(article_id, clear)
