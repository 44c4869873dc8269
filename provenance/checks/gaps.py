"""What the checks share whose findings are gaps: where a text leaves open who says it."""

from collections.abc import Sequence

import polars as pl

from provenance import frames
from provenance.checks.corpus import Corpus, finding
from provenance.model import Finding, Gap, Status

_LANGUAGE = "en"


def reported(corpus: Corpus, rule_ids: Sequence[str]) -> list[Finding]:
    """A finding for each gap whose kind is the name of one of the rules that take part."""
    rules = {corpus.rules[key].name: corpus.rules[key] for key in rule_ids if key in corpus.rules}
    found = corpus.gaps.filter(pl.col("kind").is_in(list(rules)))
    return [
        finding(
            rules[gap.kind], (gap.article_id, gap.start, gap.end), gap.others, detail=gap.detail
        )
        for gap in frames.rows(found, Gap)
    ]


def unread(corpus: Corpus) -> dict[str, tuple[Status, str]]:
    """The articles in a language whose names and sources are not read."""
    answers = {}
    for article_id, language in corpus.articles.select("article_id", "language").iter_rows():
        if language not in (_LANGUAGE, None):
            reason = f"names and sources are not read in language {language}"
            answers[article_id] = (Status.NOT_AVAILABLE, reason)
    return answers
