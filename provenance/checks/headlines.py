"""A second headline below the first, as where the heads of two stories were fused into one page.

Goes in: lines, matches of boilerplate and titles. Comes out: a finding for a line that stands
where the text begins, reads like a headline and shares a run of words with the title without being
it. A headline that is printed twice is boilerplate; a line that says something else, a standfirst;
and a line of a paragraph that is wrapped at a fixed width is no headline at all.
"""

import re
from collections.abc import Sequence

import polars as pl

from provenance.checks.corpus import Check, Corpus, Examined, finding
from provenance.model import Finding, Span, Status
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
# The end of a sentence within a line, a bar of a menu, or the label of a summary or a caption: no
# headline.
_INNER = re.compile(
    r"[.!?…][\"”’)]*\s|[|•·]|^(?:story |key )?highlights\b|\bcaption\b", re.IGNORECASE
)
# So many lines right below one another, none of them longer, are a wrapped paragraph; a headline
# has its byline there at most.
_PARAGRAPH = 3
_WIDTH = 100
_BLANK = re.compile(r"(?:\r\n|\r|\n)[^\S\r\n]*(?:\r\n|\r|\n)")


def _run(corpus: Corpus) -> Examined:
    rule, told = corpus.rules[_SECOND], set[str]()
    seconds = [row for row in _below_titles(corpus).iter_rows() if _is_second(row[1], row[4])]
    texts = _texts(corpus, [row[0] for row in seconds])
    findings = list[Finding]()
    for article_id, title, start, end, _ in seconds:
        text, body_start = texts[article_id]
        if article_id not in told and not _is_wrapped(text, body_start, start, end):
            told.add(article_id)
            above = _title(article_id, text, body_start)
            findings.append(finding(rule, (article_id, start, end), above, title=title))
    untitled = corpus.articles.filter(pl.col("title").is_null())["article_id"]
    return Examined(findings, dict.fromkeys(untitled, (Status.NOT_APPLICABLE, "no title known")))


def _below_titles(corpus: Corpus) -> pl.DataFrame:
    """Article, title, span and text of the lines below each title up to the first sentence."""
    titled = corpus.articles.filter(pl.col("title").is_not_null())
    lines = corpus.lines.join(_furniture(corpus), on=["article_id", "start"], how="anti")
    first = lines.group_by("article_id", maintain_order=True).head(_LINES + 1)
    body = first.join(
        titled.select("article_id", "title", "body_start"),
        on="article_id",
        maintain_order="left",
    ).filter(pl.col("start") >= pl.col("body_start"))
    ended = pl.col("text").str.slice(-1).is_in(_ENDS).cum_max().over("article_id")
    return (
        body.group_by("article_id", maintain_order=True)
        .head(_LINES)
        .filter(~ended)
        .select("article_id", "title", "start", "end", "text")
    )


def _texts(corpus: Corpus, ids: Sequence[str]) -> dict[str, tuple[str, int]]:
    """Text and offset of the body of some articles."""
    some = corpus.articles.filter(pl.col("article_id").is_in(ids))
    return {
        key: (text, at)
        for key, text, at in some.select("article_id", "text", "body_start").iter_rows()
    }


def _furniture(corpus: Corpus) -> pl.DataFrame:
    """Article and offset of what rules found to be the page's and not the story's."""
    found = corpus.matches.filter(pl.col("rule_id").str.starts_with("BPL"))
    return found.select("article_id", "start")


def _is_second(title: str, text: str) -> bool:
    """Whether a line reads like a headline that shares a run of words with the title."""
    if _INNER.search(text):
        return False
    here, there = tokenise(text).words, tokenise(title).words
    if len(here) not in _WORDS or _runs(here).isdisjoint(_runs(there)):
        return False
    return min(len(set(here) - set(there)), len(set(there) - set(here))) >= _APART


def _runs(words: Sequence[str]) -> set[tuple[str, ...]]:
    return set(zip(*(words[at:] for at in range(_SHARED)), strict=False))


def _is_wrapped(text: str, first: int, start: int, end: int) -> bool:
    """Whether the line at `start` is of a paragraph that is wrapped at a fixed width."""
    for blank in _BLANK.finditer(text, first, start):
        first = blank.end()
    behind = _BLANK.search(text, end)
    block = text[first : behind.start() if behind else len(text)].splitlines()
    return len(block) >= _PARAGRAPH and max(map(len, block)) <= _WIDTH


def _title(article_id: str, text: str, body_start: int) -> tuple[Span, ...]:
    """The place of a title that stands in the text."""
    if not body_start:
        return ()
    above = text[:body_start].rstrip()
    start = len(above) - len(above.lstrip())
    return (Span(article_id, start, len(above), "the first headline"),)


CHECK = Check(
    name="headlines",
    question="Does the article have one headline?",
    families=("DMG",),
    rules=(_SECOND,),
    run=_run,
)
