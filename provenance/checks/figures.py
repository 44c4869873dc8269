"""Figures of one article that count the same thing and do not fit."""

import math

import polars as pl

from provenance.checks.corpus import Check, Corpus, Examined, finding
from provenance.model import Bound, Finding, Quantity, Span, Status
from provenance.numbers.conflicts import Conflict, conflicts

_SAME = "NUM001"
_TOTAL = "NUM002"
_LANGUAGE = "en"


def _run(corpus: Corpus) -> Examined:
    asked = {_SAME, _TOTAL} & corpus.rules.keys()
    found = conflicts(corpus.articles, corpus.quantities) if asked else []
    concerned = corpus.articles.filter(
        pl.col("article_id").is_in([conflict.left.article_id for conflict in found])
    )
    texts = dict(concerned.select("article_id", "text").iter_rows())
    findings = [
        _finding(conflict, texts[conflict.left.article_id], corpus)
        for conflict in found
        if _rule_id(conflict) in corpus.rules
    ]
    return Examined(findings, _skipped(corpus))


def _skipped(corpus: Corpus) -> dict[str, tuple[Status, str]]:
    """Articles in a language without a grammar of figures, and articles without a figure."""
    counted = set(corpus.quantities["article_id"])
    answers = {}
    for article_id, language in corpus.articles.select("article_id", "language").iter_rows():
        if language not in (_LANGUAGE, None):
            reason = f"no grammar of figures for language {language}"
            answers[article_id] = (Status.NOT_AVAILABLE, reason)
        elif article_id not in counted and language is None:
            reason = "language not recognised; no figures in English found"
            answers[article_id] = (Status.NOT_AVAILABLE, reason)
        elif article_id not in counted:
            answers[article_id] = (Status.NOT_APPLICABLE, "no figures")
    return answers


def _rule_id(conflict: Conflict) -> str:
    return _TOTAL if conflict.total else _SAME


def _finding(conflict: Conflict, text: str, corpus: Corpus) -> Finding:
    left, right = conflict.left, conflict.right
    other = "the part" if conflict.total else "the other figure"
    related = (
        Span(right.article_id, right.start, right.end, f"{other}: {_reach(right)}"),
        *(Span(row.article_id, row.start, row.end, "also here") for row in conflict.repeats),
    )
    return finding(
        corpus.rules[_rule_id(conflict)],
        (left.article_id, left.start, left.end),
        related,
        left=_shown(left, text),
        right=_shown(right, text),
        held=f"{_counts(left)} {left.noun}, event {left.event}",
    )


def _shown(row: Quantity, text: str) -> str:
    """The figure as written, and its reach where the words give one."""
    written = f"“{text[row.start : row.end]}”"
    return written if row.bound == Bound.EXACT else f"{written} ({_reach(row)})"


def _reach(row: Quantity) -> str:
    """What the figure strictly allows, in figures; whole ones where whole things are counted."""
    if row.bound == Bound.EXACT:
        return _number(row.value, row)
    whole = row.kind == "count" and row.value.is_integer()
    low = _number(math.ceil(row.low) if whole else row.low, row)
    if row.high is None:
        return f"{low} or more"
    return f"{low} to {_number(math.floor(row.high) if whole else row.high, row)}"


def _number(value: float, row: Quantity) -> str:
    shown = value * 100 if row.kind == "ratio" else value
    digits = f"{shown:,.0f}" if float(shown).is_integer() else f"{shown:,.2f}".rstrip("0")
    return digits if row.kind == "count" else f"{digits}%"


def _counts(row: Quantity) -> str:
    return "counts of" if row.kind == "count" else "shares of"


CHECK = Check(
    name="figures",
    question="Which figures of one article count the same thing and do not fit?",
    families=("NUM",),
    rules=(_SAME, _TOTAL),
    run=_run,
)
