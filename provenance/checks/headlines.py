"""A second headline below the first, as where the heads of two stories were fused into one page.

Goes in: lines, matches of boilerplate and titles. Comes out: a finding for a line that stands
where the text begins, reads like a headline and shares a run of words with the title without being
it. A headline that is printed twice is boilerplate; a line that says something else, a standfirst.
"""

import re
from collections.abc import Iterator

import polars as pl

from provenance import frames
from provenance.checks.corpus import Check, Corpus, Examined, finding
from provenance.model import Article, Finding, Line, Span, Status
from provenance.text.tokens import tokenise

_SECOND = "DMG012"
# Lines below the title that are looked at: page labels may stand between the two.
_LINES = 3
# A headline in words, and how many of them in a row both have in common.
_WORDS = range(6, 31)
_SHARED = 4
# So many words of either stand in it alone, or it is the same headline, shortened or prefixed.
_APART = 4
_ENDS = (".", "!", "?", "…", ":", ";", "”", '"', "’", ")")
# The end of a sentence within a line, or a bar of a menu or caption: no headline.
_INNER = re.compile(r"[.!?…][\"”’)]*\s|[|•·]")


def _run(corpus: Corpus) -> Examined:
    rule = corpus.rules[_SECOND]
    lines = corpus.lines.join(_furniture(corpus), on=["article_id", "start"], how="anti")
    first = lines.group_by("article_id", maintain_order=True).head(_LINES + 1)
    by_article: dict[str, list[Line]] = {}
    for line in frames.rows(first.select(corpus.lines.columns), Line):
        by_article.setdefault(line.article_id, []).append(line)
    findings = list[Finding]()
    untitled = dict[str, tuple[Status, str]]()
    for article in frames.rows(corpus.articles.filter(pl.col("title").is_not_null()), Article):
        for line in _seconds(article, by_article.get(article.article_id, [])):
            place = article.article_id, line.start, line.end
            findings.append(finding(rule, place, _title(article), title=article.title))
            break
    for article_id in corpus.articles.filter(pl.col("title").is_null())["article_id"]:
        untitled[article_id] = (Status.NOT_APPLICABLE, "no title known")
    return Examined(findings, untitled)


def _furniture(corpus: Corpus) -> pl.DataFrame:
    """Article and offset of what rules found to be the page's and not the story's."""
    found = corpus.matches.filter(pl.col("rule_id").str.starts_with("BPL"))
    return found.select("article_id", "start")


def _seconds(article: Article, lines: list[Line]) -> Iterator[Line]:
    """The lines at the beginning of the body that may be a second headline."""
    title = tokenise(article.title or "").words
    runs = set(zip(*(title[at:] for at in range(_SHARED)), strict=False))
    for line in [each for each in lines if each.start >= article.body_start][:_LINES]:
        if line.text.endswith(_ENDS):
            return
        words = tokenise(line.text).words
        shared = runs.intersection(zip(*(words[at:] for at in range(_SHARED)), strict=False))
        if len(words) in _WORDS and shared and not _INNER.search(line.text):
            apart = min(len(set(words) - set(title)), len(set(title) - set(words)))
            if apart >= _APART:
                yield line


def _title(article: Article) -> tuple[Span, ...]:
    """The place of a title that stands in the text."""
    if not article.body_start:
        return ()
    end = len(article.text[: article.body_start].rstrip())
    start = end - len(article.text[:end].lstrip())
    return (Span(article.article_id, start, end, "the first headline"),)


CHECK = Check(
    name="headlines",
    question="Does the article have one headline?",
    families=("DMG",),
    rules=(_SECOND,),
    run=_run,
)
