"""Quotations that several articles carry, as one claim each.

In: articles, their quotations and who said so. Out: groups of places. Two
quotations are one when they run the same but for what each desk does to words,
when one is cut shorter, or when their wording drifted as little as it does
between two reports of one speech; two speakers who are told apart never said
one quotation in different words.
"""

from collections import defaultdict
from collections.abc import Iterable
from difflib import SequenceMatcher
from itertools import groupby
from operator import attrgetter

import polars as pl

from provenance import frames
from provenance.attribution.drift import ALIGNED, CONTAINMENT, FEWEST_WORDS, MOST_WORDS
from provenance.attribution.wording import CUT, said
from provenance.lineage.joining import groups, joined
from provenance.lineage.primaries import surname
from provenance.lineage.runs import sharing
from provenance.lineage.statements import Stated, Statements
from provenance.model import Channel, Quote, QuoteUse, SourceKind

Wording = tuple[str, ...]
Utterance = tuple[Quote, ...]  # the parts of one, in order


def spoken(articles: pl.DataFrame, quotes: pl.DataFrame) -> list[list[Utterance]]:
    """The utterances of every quotation that stands in two articles or more, in order.

    Linear in the words quoted: what runs the same is not compared, and each text with a few
    others.
    """
    places = _places(articles, quotes)
    texts = list(places)
    pairs = sharing([" ".join(parts) for parts in texts])
    wordings = {at: _wording(texts[at]) for pair in pairs for at in pair}
    speakers = {at: _speakers(places[texts[at]]) for at in wordings}
    verified = (
        (left, right)
        for left, right in pairs
        if _compatible(speakers[left], speakers[right]) and _alike(wordings[left], wordings[right])
    )
    found = (
        sorted((place for at in group for place in places[texts[at]]), key=_place)
        for group in groups(joined(range(len(texts)), verified))
    )
    several = [each for each in found if len({parts[0].article_id for parts in each}) > 1]
    return sorted(several, key=lambda group: _place(group[0]))


def stated(parts: Utterance, statements: Statements) -> Stated:
    """An utterance, with its speaker and how the words reached the article."""
    told = next((part for part in parts if part.speaker), parts[0])
    row = statements.sources.get((told.article_id, told.speaker_start))
    row = row or statements.at(told.article_id, told.start)
    return Stated(
        told.article_id,
        *_place(parts)[1:],
        told.speaker,
        told.speaker_kind if told.speaker else None,
        row.channel if row else Channel.SPEECH,
        row.via if row else None,
    )


def _places(articles: pl.DataFrame, quotes: pl.DataFrame) -> dict[tuple[str, ...], list[Utterance]]:
    """The utterances of enough words, by the text of their parts."""
    texts = dict(articles.select("article_id", "text").iter_rows())
    spoken_only = quotes.filter(
        pl.col("use") == QuoteUse.SPEECH,
        pl.col("words").sum().over("article_id", "utterance").is_between(FEWEST_WORDS, MOST_WORDS),
    ).sort("article_id", "utterance", "start")
    places: dict[tuple[str, ...], list[Utterance]] = defaultdict(list)
    rows = frames.rows(spoken_only, Quote)
    for (article_id, _), parts in groupby(rows, key=attrgetter("article_id", "utterance")):
        utterance = tuple(parts)
        text = texts[article_id]
        places[tuple(text[part.start : part.end] for part in utterance)].append(utterance)
    return places


def _wording(parts: Iterable[str]) -> Wording:
    """The words of an utterance as they were said."""
    return tuple(word for part in parts for word in said(part) if word != CUT)


def _alike(left: Wording, right: Wording) -> bool:
    """Whether enough of the shorter wording stands in the other one, and in order."""
    few, many = sorted((left, right), key=len)
    here, there = _trigrams(few), _trigrams(many)
    if len(few) < FEWEST_WORDS or len(here & there) < CONTAINMENT * len(here):
        return False
    matcher = SequenceMatcher(None, few, many, autojunk=False)
    matched = sum(block.size for block in matcher.get_matching_blocks())
    return matched >= max(FEWEST_WORDS, ALIGNED * len(few))


def _trigrams(words: Wording) -> set[Wording]:
    return set(zip(words, words[1:], words[2:], strict=False))


def _speakers(utterances: Iterable[Utterance]) -> frozenset[str]:
    """Who is named as the speaker, by surname."""
    named = (
        part.speaker
        for parts in utterances
        for part in parts
        if part.speaker and part.speaker_kind == SourceKind.NAMED
    )
    return frozenset(map(surname, named))


def _compatible(left: frozenset[str], right: frozenset[str]) -> bool:
    return not left or not right or bool(left & right)


def _place(parts: Utterance) -> tuple[str, int, int]:
    return parts[0].article_id, parts[0].start, max(part.end for part in parts)
