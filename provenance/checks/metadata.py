"""Metadata that a record has a field for and does not give.

Goes in: which fields the records of the articles fill and which they leave
blank. Comes out: a finding for each blank one, at the very beginning of the
text, where nothing stands that shows it. An article without a record cannot be
judged, and a field that its record does not have is not missed: what is asked
is whether a record keeps its own promises, never who wrote or published.
"""

import polars as pl

from provenance.checks.corpus import Check, Corpus, Examined, finding
from provenance.model import Status

_RULES = {"title": "MET001", "date": "MET002", "byline": "MET003", "outlet": "MET004"}


def _run(corpus: Corpus) -> Examined:
    said, unsaid = pl.col("given").list.len(), pl.col("blank").list.len()
    blank = corpus.articles.filter(unsaid > 0).select("article_id", "blank")
    findings = [
        finding(corpus.rules[_RULES[name]], (article_id, 0, 0))
        for article_id, names in blank.iter_rows()
        for name in names
        if _RULES[name] in corpus.rules
    ]
    bare = corpus.articles.filter(said + unsaid == 0)["article_id"]
    reason = (Status.NOT_AVAILABLE, "no record with metadata")
    return Examined(findings, dict.fromkeys(bare, reason))


CHECK = Check(
    name="metadata",
    question="Which metadata does the record leave empty?",
    families=("MET",),
    rules=tuple(sorted(_RULES.values())),
    run=_run,
)
