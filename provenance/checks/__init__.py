"""The checks: one file and one line in `CHECKS` each.

`examine` runs them all. A check that fails with an exception stops the run:
a gate must not pass because a check did not finish.
"""

import polars as pl

from provenance import frames
from provenance.checks import attribution, boilerplate, damage, duplication, figures, quotations
from provenance.checks.corpus import Check, Corpus, Examined
from provenance.model import Finding, Outcome, Status

CHECKS: tuple[Check, ...] = (
    attribution.CHECK,
    boilerplate.CHECK,
    damage.CHECK,
    duplication.CHECK,
    figures.CHECK,
    quotations.CHECK,
)


def examine(corpus: Corpus) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Every check's findings and outcomes over `corpus`.

    Returns:
        A frame of `Finding` (deductions still 0) and a frame of `Outcome` with one row for
        every article and check.
    """
    ids = corpus.articles["article_id"].to_list()
    findings: list[Finding] = []
    outcomes: list[Outcome] = []
    for check in CHECKS:
        examined = _answer(check, corpus)
        findings += examined.findings
        outcomes += _outcomes(check, examined, ids)
    return frames.frame(findings, Finding), frames.frame(outcomes, Outcome)


def families_judged(outcomes: pl.DataFrame) -> dict[str, frozenset[str]]:
    """The rule families that each article was judged by: their check looked, or had no need to."""
    families = {check.name: check.families for check in CHECKS}
    judged: dict[str, set[str]] = {article_id: set() for article_id in outcomes["article_id"]}
    looked = pl.col("status").is_in([Status.FOUND, Status.CLEAR, Status.NOT_APPLICABLE])
    for article_id, check in outcomes.filter(looked).select("article_id", "check").iter_rows():
        judged[article_id].update(families[check])
    return {article_id: frozenset(names) for article_id, names in judged.items()}


def _answer(check: Check, corpus: Corpus) -> Examined:
    if any(rule.family in check.families for rule in corpus.rules.values()):
        return check.run(corpus)
    off = (Status.NOT_AVAILABLE, "its rules are switched off")
    return Examined([], dict.fromkeys(corpus.articles["article_id"], off))


def _outcomes(check: Check, examined: Examined, ids: list[str]) -> list[Outcome]:
    """One outcome an article: found, else why it could not look, else clear."""
    found = {item.article_id for item in examined.findings}
    outcomes = []
    for article_id in ids:
        status, reason = examined.skipped.get(article_id, (Status.CLEAR, None))
        if article_id in found:
            status, reason = Status.FOUND, None
        outcomes.append(Outcome(article_id, check.name, status, reason))
    return outcomes
