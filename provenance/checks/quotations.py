"""Quotations that do not end, and quotations that run with other words elsewhere.

Goes in: quotations. Comes out: one finding for each quotation without a
closing mark, and one for each that differs from the same quotation in an
article that ran first, or that may have.
"""

from collections.abc import Iterator, Mapping, Sequence

import polars as pl

from provenance.attribution import Drift, drift
from provenance.checks.corpus import Check, Corpus, Examined, finding
from provenance.model import Finding, Rule, Span, Status
from provenance.reuse import precedes

_SUBSTANCE = "QUO001"
_WORDING = "QUO002"
_ENDLESS = "QUO003"
_SHOWN = 3  # Edits told in a message.

Place = tuple[str, int, int]
Edits = Sequence[tuple[str, str]]
Dates = Mapping[str, str | None]


def _run(corpus: Corpus) -> Examined:
    return Examined([*_differences(corpus), *_endless(corpus)], _skipped(corpus))


def _differences(corpus: Corpus) -> list[Finding]:
    """One finding a quotation: the weightiest difference, with the most words in common."""
    dates = dict(corpus.known.select("article_id", "date").iter_rows())
    judged = set(corpus.articles["article_id"])
    best: dict[Place, tuple[tuple[bool, int], Finding]] = {}
    for item in drift(corpus.known, corpus.quotes):
        rule = corpus.rules.get(_SUBSTANCE if item.changes_substance else _WORDING)
        if rule is None:
            continue
        weight = item.changes_substance, item.matched
        for place, other, edits in _later(item, dates):
            if place[0] not in judged:
                continue
            if place not in best or weight > best[place][0]:
                best[place] = weight, _difference(rule, place, other, edits, dates)
    return [found for _, found in best.values()]


def _later(item: Drift, dates: Dates) -> Iterator[tuple[Place, Place, Edits]]:
    """Each place of the wording that ran later, the first place of the other, what differs.

    Both wordings count as the later one when the dates do not tell.
    """
    turned = tuple((there, here) for here, there in item.edits)
    left, right = _by_date(item.left, dates), _by_date(item.right, dates)
    for places, others, edits in ((left, right, item.edits), (right, left, turned)):
        if precedes(dates[places[0][0]], dates[others[0][0]]):
            continue
        for place in places:
            other = next((each for each in others if each[0] != place[0]), None)
            if other:
                yield place, other, edits


def _by_date(places: Sequence[Place], dates: Dates) -> list[Place]:
    """The places by the date of their articles, undated last."""

    def when(place: Place) -> tuple[bool, str, Place]:
        date = dates[place[0]]
        return date is None, date or "", place

    return sorted(places, key=when)


def _difference(rule: Rule, place: Place, other: Place, edits: Edits, dates: Dates) -> Finding:
    date = dates[other[0]]
    first = precedes(date, dates[place[0]])
    order = f"it ran there first, on {date}" if first else "which ran first is not known"
    note = f"also in {other[0]}" + (f", ran first on {date}" if first else "")
    shown = "; ".join(f"{_said(here)} here, {_said(there)} there" for here, there in edits[:_SHOWN])
    more = f" and {len(edits) - _SHOWN} more" if len(edits) > _SHOWN else ""
    return finding(
        rule, place, (Span(*other, note),), other=other[0], edits=shown + more, order=order
    )


def _said(words: str) -> str:
    return f"“{words}”" if words else "nothing"


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
        ).iter_rows()
    ]


def _skipped(corpus: Corpus) -> dict[str, tuple[Status, str]]:
    """Articles without a quotation, or without another article to compare theirs with."""
    quoting = set(corpus.quotes["article_id"])
    answers = {}
    for article_id in corpus.articles["article_id"]:
        if article_id not in quoting:
            answers[article_id] = (Status.NOT_APPLICABLE, "no quotations in double marks")
        elif corpus.is_alone:
            answers[article_id] = (Status.NOT_AVAILABLE, "no other article to compare with")
    return answers


CHECK = Check(
    name="quotations",
    question="Which quotations have no end, or run with other words in another article?",
    families=("QUO",),
    rules=(_SUBSTANCE, _WORDING, _ENDLESS),
    run=_run,
)
