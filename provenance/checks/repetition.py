"""Passages that stand twice in one article, as when a page was scraped with its caption or twice.

Goes in: the articles' texts. Comes out: a finding for each passage, where it
stands again. Quotations are left out: a pull quote is meant to stand twice.
"""

import polars as pl

from provenance.checks.corpus import Check, Corpus, Examined, finding, wordless
from provenance.model import Finding, Span
from provenance.reuse.coverage import share
from provenance.reuse.repeats import Repeat, repeats

_REPEATED = "DUP005"
# Captions and introductions that say again what the text says run to 30 words; of 1,603 broadcast
# items one repeats a longer passage.
FEWEST_WORDS = 30
# The share of a passage that must lie in quotation marks at either place.
_QUOTED = 0.8


def _run(corpus: Corpus) -> Examined:
    told = repeats(corpus.articles["text"], FEWEST_WORDS)
    found = [
        (article_id, repeat)
        for article_id, some in zip(corpus.articles["article_id"], told, strict=True)
        for repeat in some
    ]
    said = _quoted(found, corpus.quotes)
    findings = [
        _finding(article_id, repeat, corpus)
        for (article_id, repeat), quoted in zip(found, said, strict=True)
        if not quoted
    ]
    return Examined(findings, wordless(corpus))


def _quoted(found: list[tuple[str, Repeat]], quotes: pl.LazyFrame) -> list[bool]:
    """Whether each passage is a quotation at either place."""
    sides = (
        [(article_id, item.start, item.end) for article_id, item in found],
        [(article_id, item.again_start, item.again_end) for article_id, item in found],
    )
    names = {"article_id": pl.String, "start": pl.Int64, "end": pl.Int64}
    spans = quotes.select(list(names)).collect()
    first, again = (share(pl.DataFrame(side, schema=names, orient="row"), spans) for side in sides)
    return [max(pair) >= _QUOTED for pair in zip(first.tolist(), again.tolist(), strict=True)]


def _finding(article_id: str, item: Repeat, corpus: Corpus) -> Finding:
    first = Span(article_id, item.start, item.end, "first here")
    place = (article_id, item.again_start, item.again_end)
    return finding(corpus.rules[_REPEATED], place, (first,), words=item.words)


CHECK = Check(
    name="repetition",
    question="Which passage stands in the article twice?",
    families=("DUP",),
    rules=(_REPEATED,),
    run=_run,
)
