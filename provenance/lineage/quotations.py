"""Quotations that several articles carry, as one claim each.

In: articles, their quotations and who said so. Out: groups of places. Two
quotations are one when they run the same but for what each desk does to words,
when one is cut shorter, or when their wording drifted as little as it does
between two reports of one speech; two speakers who are told apart never said
one quotation in different words. A few words are one only in the mouth of one
person who is named in both places.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from difflib import SequenceMatcher
from itertools import combinations, groupby
from operator import attrgetter
from typing import NamedTuple

import polars as pl

from provenance import frames
from provenance.attribution.drift import ALIGNED, CONTAINMENT, FEWEST_WORDS, MOST_WORDS
from provenance.attribution.namesakes import asked, filed, surname
from provenance.attribution.wording import CUT, said
from provenance.lineage.joining import groups, joined
from provenance.lineage.runs import sharing
from provenance.lineage.statements import Stated, Statements
from provenance.model import Channel, Quote, QuoteUse, SourceKind

# Fewer words than make a quotation elsewhere are one when one person says them, and all of them.
_FEWEST_SPOKEN = 5
# So many articles are paired with one another; of more, as many pairs as there are articles.
_FEW = 8

Wording = tuple[str, ...]
Utterance = tuple[Quote, ...]  # the parts of one, in order


class _Text(NamedTuple):
    """The parts of an utterance as they stand, and of few words who says them, by surname."""

    parts: tuple[str, ...]
    speaker: str | None


def spoken(articles: pl.DataFrame, quotes: pl.DataFrame) -> list[list[Utterance]]:
    """The utterances of every quotation that stands in two articles or more, in order.

    Linear in the words quoted: what runs the same is not compared, and each text with a few
    others.
    """
    places = _places(articles, quotes)
    texts = list(places)
    pairs = sharing([" ".join(text.parts) for text in texts])
    wordings = {at: _wording(texts[at].parts) for pair in pairs for at in pair}
    speakers = {at: _speakers(places[texts[at]]) for at in wordings}
    verified = (
        (left, right)
        for left, right in pairs
        if _compatible(speakers[left], speakers[right])
        and (
            _alike(wordings[left], wordings[right])
            or _repeated(speakers[left], wordings[left], speakers[right], wordings[right])
        )
    )
    found = (
        sorted((place for at in group for place in places[texts[at]]), key=_place)
        for group in groups(joined(range(len(texts)), verified))
    )
    several = [each for each in found if len({parts[0].article_id for parts in each}) > 1]
    return sorted(several, key=lambda group: _place(group[0]))


def quoting(groups_: Iterable[Sequence[Utterance]]) -> frozenset[tuple[str, str]]:
    """The pairs of articles that have a quotation in common, the smaller id first.

    Of a quotation in many articles, each is paired with the first only.
    """
    pairs: set[tuple[str, str]] = set()
    for group in groups_:
        ids = sorted({parts[0].article_id for parts in group})
        few = len(ids) <= _FEW
        pairs.update(combinations(ids, 2) if few else ((ids[0], other) for other in ids[1:]))
    return frozenset(pairs)


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


def _places(articles: pl.DataFrame, quotes: pl.DataFrame) -> dict[_Text, list[Utterance]]:
    """The utterances of enough words, by their text."""
    texts = dict(articles.select("article_id", "text").iter_rows())
    spoken_only = quotes.filter(
        pl.col("use") == QuoteUse.SPEECH,
        pl.col("words")
        .sum()
        .over("article_id", "utterance")
        .is_between(_FEWEST_SPOKEN, MOST_WORDS),
    ).sort("article_id", "utterance", "start")
    places: dict[_Text, list[Utterance]] = defaultdict(list)
    rows = frames.rows(spoken_only, Quote)
    for (article_id, _), parts in groupby(rows, key=attrgetter("article_id", "utterance")):
        utterance = tuple(parts)
        text = texts[article_id]
        shown = tuple(text[part.start : part.end] for part in utterance)
        if sum(part.words for part in utterance) >= FEWEST_WORDS:
            places[_Text(shown, None)].append(utterance)
        elif names := _named(utterance):
            places[_Text(shown, surname(names[0]))].append(utterance)
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


def _repeated(here: Collection[str], left: Wording, there: Collection[str], right: Wording) -> bool:
    """Whether somebody who is named in both places says there, in a row, all of a few words."""
    few, many = sorted((left, right), key=len)
    last = len(many) - len(few)
    return (
        bool(here and there)
        and _FEWEST_SPOKEN <= len(few) < FEWEST_WORDS
        and any(many[at : at + len(few)] == few for at in range(last + 1))
    )


def _trigrams(words: Wording) -> set[Wording]:
    return set(zip(words, words[1:], words[2:], strict=False))


def _speakers(utterances: Iterable[Utterance]) -> frozenset[str]:
    """Who is named as the speaker."""
    return frozenset(name for parts in utterances for name in _named(parts))


def _named(parts: Utterance) -> list[str]:
    return [
        part.speaker for part in parts if part.speaker and part.speaker_kind == SourceKind.NAMED
    ]


def _compatible(left: Collection[str], right: Collection[str]) -> bool:
    """Whether one of those named here may be one of those named there."""
    there = {key for name in right for key in filed(name)}
    return not left or not right or any(key in there for name in left for key in asked(name))


def _place(parts: Utterance) -> tuple[str, int, int]:
    return parts[0].article_id, parts[0].start, max(part.end for part in parts)
