"""What the checks share whose findings are relations of figures or dates that do not fit."""

from collections.abc import Sequence

import polars as pl

from provenance import frames
from provenance.checks.corpus import Corpus, Examined, finding
from provenance.model import Finding, Relation, Rule, Status

_LANGUAGE = "en"


def answer(corpus: Corpus, rule_ids: Sequence[str], found: pl.LazyFrame, what: str) -> Examined:
    """A check's whole answer: a finding for each relation that does not fit.

    Args:
        corpus: All that is known.
        rule_ids: The rules that report; each reports the relations whose kind is its name.
        found: What there is to relate, a frame with a column `article_id`.
        what: What that is, in the plural: an article without any is not judged.
    """
    rules = {corpus.rules[key].name: corpus.rules[key] for key in rule_ids if key in corpus.rules}
    failing = corpus.relations.filter(~pl.col("fits"), pl.col("kind").is_in(list(rules)))
    findings = [
        _finding(relation, rules[relation.kind]) for relation in frames.rows(failing, Relation)
    ]
    return Examined(findings, _skipped(corpus, found, what))


def _finding(relation: Relation, rule: Rule) -> Finding:
    return finding(
        rule,
        (relation.article_id, relation.start, relation.end),
        relation.others,
        stated=relation.stated,
        expected=relation.expected,
        held=relation.held,
    )


def _skipped(corpus: Corpus, found: pl.LazyFrame, what: str) -> dict[str, tuple[Status, str]]:
    """Articles in a language without a grammar of figures, and articles without `what`."""
    counted = set(found.select("article_id").collect().to_series())
    answers = {}
    for article_id, language in corpus.articles.select("article_id", "language").iter_rows():
        if language not in (_LANGUAGE, None):
            reason = f"no grammar of {what} for language {language}"
            answers[article_id] = (Status.NOT_AVAILABLE, reason)
        elif article_id not in counted and language is None:
            reason = f"language not recognised; no {what} in English found"
            answers[article_id] = (Status.NOT_AVAILABLE, reason)
        elif article_id not in counted:
            answers[article_id] = (Status.NOT_APPLICABLE, f"no {what}")
    return answers
