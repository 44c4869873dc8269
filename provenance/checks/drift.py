"""Quotations that run with other words in another article.

Goes in: quotations of all articles that are known. Comes out: one finding for
each quotation that differs from the same one in an article that ran first, or
that may have. Which of the two is right is not asked.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import polars as pl

from provenance.attribution import Drift, drift
from provenance.attribution.drift import Place
from provenance.attribution.edits import SUBSTANCE, Edit, EditKind, brackets
from provenance.attribution.namesakes import asked, filed
from provenance.checks.corpus import Check, Corpus, Examined, alone, finding
from provenance.model import Finding, Rule, Span, Status
from provenance.reuse import precedes

_SUBSTANCE = "QUO001"
_WORDING = "QUO002"
# Edits told in a message, and words of one; those of substance first.
_SHOWN = 4
_SHOWN_WORDS = 8
_KINDS = {
    EditKind.NEGATION: "negation",
    EditKind.NUMBER: "number",
    EditKind.MODAL: "modal verb",
    EditKind.FUNCTION_WORDS: "small words",
    EditKind.INTERPOLATION: "put in or left out",
    EditKind.MERGE: "left out in the midst",
    EditKind.TRUNCATION: "cut short",
    EditKind.OTHER: "other words",
}

Edits = Sequence[Edit]
Dates = Mapping[str, str | None]


class _Difference(NamedTuple):
    """A place that is told, the place it is compared with, and what differs."""

    rule: Rule
    place: Place
    other: Place
    edits: Edits


def _run(corpus: Corpus) -> Examined:
    quoting = corpus.quotes.select("article_id").unique().collect()
    silent = corpus.articles.select("article_id").join(quoting, on="article_id", how="anti")
    without = dict.fromkeys(silent["article_id"], (Status.NOT_APPLICABLE, "no quotations"))
    return Examined(_differences(corpus), alone(corpus) | without)


def _differences(corpus: Corpus) -> list[Finding]:
    """One finding a quotation: the weightiest difference, with the most words in common."""
    found = drift(corpus.known, corpus.quotes, corpus.utterances)
    places = {place.article_id for item in found for place in (*item.left, *item.right)}
    dates = dict(_of(corpus.known, places).select("article_id", "date").iter_rows())
    judged = set(_of(corpus.articles, places)["article_id"])
    best: dict[Place, tuple[tuple[bool, int], _Difference]] = {}
    for item in found:
        rule = corpus.rules.get(_SUBSTANCE if item.changes_substance else _WORDING)
        if rule is None:
            continue
        weight = item.changes_substance, item.matched
        for place, other, edits in _later(item, dates):
            if place.article_id in judged and (place not in best or weight > best[place][0]):
                best[place] = weight, _Difference(rule, place, other, edits)
    told = [item for _, item in best.values()]
    shown = {place.article_id for item in told for place in (item.place, item.other)}
    texts = dict(_of(corpus.known, shown).select("article_id", "text").iter_rows())
    return [_finding(item, dates, texts) for item in told]


def _of(articles: pl.DataFrame, ids: set[str]) -> pl.DataFrame:
    return articles.filter(pl.col("article_id").is_in(list(ids)))


def _later(item: Drift, dates: Dates) -> Iterator[tuple[Place, Place, Edits]]:
    """Each place of the wording that ran later, the first place of the other, what differs.

    Both wordings count as the later one when the dates do not tell.
    """
    turned = tuple(edit.turned() for edit in item.edits)
    left, right = _by_date(item.left, dates), _by_date(item.right, dates)
    for places, others, edits in ((left, right, item.edits), (right, left, turned)):
        if precedes(dates[places[0].article_id], dates[others[0].article_id]):
            continue
        firsts = _firsts(others)
        for place in places:
            numbers = [number for key in asked(place.speaker) for number in firsts.get(key, ())]
            for number in sorted(numbers):
                if others[number].article_id != place.article_id:
                    yield place, others[number], edits
                    break


def _by_date(places: Sequence[Place], dates: Dates) -> list[Place]:
    """The places by the date of their articles, undated last."""

    def when(place: Place) -> tuple[bool, str, tuple[str, int, int]]:
        date = dates[place.article_id]
        return date is None, date or "", place[:3]

    return sorted(places, key=when)


def _firsts(places: Sequence[Place]) -> dict[str, list[int]]:
    """The numbers of the first places in two articles, by the keys of who speaks there."""
    firsts: dict[str, list[int]] = defaultdict(list)
    for number, place in enumerate(places):
        for key in filed(place.speaker):
            articles = {places[each].article_id for each in firsts[key]}
            if len(articles) < 2 and place.article_id not in articles:
                firsts[key].append(number)
    return firsts


def _finding(item: _Difference, dates: Dates, texts: Mapping[str, str]) -> Finding:
    rule, place, other, edits = item
    date = dates[other.article_id]
    first = precedes(date, dates[place.article_id])
    note = f"also in {other.article_id}" + (f", ran first on {date}" if first else "")
    here, there = (texts[each.article_id][each.start : each.end] for each in (place, other))
    speaker = place.speaker or other.speaker
    return finding(
        rule,
        place[:3],
        (Span(*other[:3], note),),
        other=other.article_id,
        edits=_told([*edits, *brackets(here, there)]),
        order=f"it ran there first, on {date}" if first else "which ran first is not known",
        source="shared primary source" + (f": {speaker}" if speaker else ""),
    )


def _told(edits: Edits) -> str:
    """The first edits in words, those of substance before all others."""
    weighed = sorted(edits, key=lambda edit: edit.kind not in SUBSTANCE)
    shown = "; ".join(
        f"{_said(edit.left)} here, {_said(edit.right)} there ({_KINDS[edit.kind]})"
        for edit in weighed[:_SHOWN]
    )
    return shown + (f"; {len(edits) - _SHOWN} more" if len(edits) > _SHOWN else "")


def _said(words: str) -> str:
    shown = words.split()
    if len(shown) > _SHOWN_WORDS:
        words = " ".join([*shown[: _SHOWN_WORDS - 1], "…"])
    return f"“{words}”" if words else "nothing"


CHECK = Check(
    name="drift",
    question="Which quotations run with other words in another article?",
    families=("QUO",),
    rules=(_SUBSTANCE, _WORDING),
    run=_run,
    between=True,
)
