"""Which lines are not journalism: ad labels, share bars, teasers, credits, embeds and the like."""

import polars as pl

from provenance.checks import patterns
from provenance.checks.corpus import Check, Corpus, Examined
from provenance.model import Severity

_FAMILIES = ("BPL",)
_RANKS = {level.value: rank for rank, level in enumerate(Severity)}


def _run(corpus: Corpus) -> Examined:
    found = _one_a_line(patterns.matches(corpus, _FAMILIES), corpus)
    return patterns.examined(corpus, found, _FAMILIES, "boilerplate")


def _one_a_line(found: pl.DataFrame, corpus: Corpus) -> pl.DataFrame:
    """The most severe rule of each line, then the lowest id, so that no line counts twice."""
    ranks = {rule.rule_id: _RANKS[rule.severity] for rule in corpus.rules.values()}
    rank = pl.col.rule_id.replace_strict(ranks, return_dtype=pl.Int64)
    ordered = found.with_columns(rank=rank).sort("article_id", "number", "rank", "rule_id", "start")
    return ordered.unique(["article_id", "number"], keep="first", maintain_order=True)


CHECK = Check(
    name="boilerplate",
    question="Which lines are page furniture and not part of the story?",
    families=_FAMILIES,
    rules=(),
    run=_run,
)
