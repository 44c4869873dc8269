"""Quotations that do not end, or of which the text does not tell the speaker.

Goes in: quotations and gaps. Comes out: one finding for each quotation without
a closing mark, and one for each gap about a speaker.
"""

import polars as pl

from provenance.checks.corpus import Check, Corpus, Examined, finding
from provenance.checks.gaps import reported, unread
from provenance.model import Finding, Status

_ENDLESS = "QUO003"
_GAPS = ("QUO004", "QUO005")


def _run(corpus: Corpus) -> Examined:
    return Examined([*_endless(corpus), *reported(corpus, _GAPS)], _skipped(corpus))


def _endless(corpus: Corpus) -> list[Finding]:
    rule = corpus.rules.get(_ENDLESS)
    if rule is None:
        return []
    ids = corpus.articles["article_id"].implode()
    without_end = corpus.quotes.filter(~pl.col("closed"), pl.col("article_id").is_in(ids))
    return [
        finding(rule, (article_id, start, end), words=words)
        for article_id, start, end, words in without_end.select(
            "article_id", "start", "end", "words"
        )
        .collect()
        .iter_rows()
    ]


def _skipped(corpus: Corpus) -> dict[str, tuple[Status, str]]:
    """Articles without a quotation, and those whose names and sources are not read."""
    quoting = set(corpus.quotes.select("article_id").collect().to_series())
    ids = corpus.articles["article_id"]
    silent = dict.fromkeys(
        (key for key in ids if key not in quoting), (Status.NOT_APPLICABLE, "no quotations")
    )
    return unread(corpus) | silent


CHECK = Check(
    name="quotations",
    question="Which quotations have no end or no speaker?",
    families=("QUO",),
    rules=(_ENDLESS, *_GAPS),
    run=_run,
)
