"""Stock text: passages that an outlet prints in article after article.

Goes in: regions labelled boilerplate. Comes out: one finding for each such
passage of an article. What a boilerplate rule has flagged already is not told
again.
"""

from collections.abc import Sequence

import polars as pl

from provenance.checks.corpus import Check, Corpus, Examined, alone, finding, wordless
from provenance.checks.views import View, by_article, overlapping, views
from provenance.model import Finding, Label
from provenance.reuse.classify import is_stock
from provenance.reuse.coverage import share

_RECURRING = "DUP006"
# The share of a passage that boilerplate rules must have flagged for it to be told already.
_FLAGGED = 0.5


def _run(corpus: Corpus) -> Examined:
    if skipped := alone(corpus):
        return Examined([], skipped)
    stock = corpus.regions.filter(is_stock(), pl.col("label") == Label.BOILERPLATE)
    seen = views(stock, corpus)
    furniture = corpus.matches.filter(pl.col("rule_id").str.starts_with("BPL"))
    flagged = pl.Series(share(seen, furniture))
    findings = [
        _finding(passage, corpus)
        for group in by_article(seen.filter(flagged < _FLAGGED))
        for passage in overlapping(group)
    ]
    return Examined(findings, wordless(corpus))


def _finding(passage: Sequence[View], corpus: Corpus) -> Finding:
    """A finding on the longest span of those that overlap, with the earliest other article."""
    longest = max(passage, key=lambda view: (view.end - view.start, -view.start))
    first = min(passage, key=lambda view: (view.date is None, view.date or "", view.other_id))
    return finding(
        corpus.rules[_RECURRING],
        (longest.article_id, longest.start, longest.end),
        (first.other,),
        words=longest.matched,
        articles=f"{max(view.articles for view in passage) - 1:,} other articles",
        other=first.other_id,
    )


CHECK = Check(
    name="recurrence",
    question="Which passage of the article does its outlet print in article after article?",
    families=("DUP",),
    rules=(_RECURRING,),
    run=_run,
    between=True,
)
