"""Quotations that several articles carry, as one claim each.

In: articles, their quotations and who said so. Out: groups of places. Two
quotations are one when they run the same but for what each desk does to words,
when one is cut shorter, or when their wording drifted as little as it does
between two reports of one speech; two speakers who are told apart never said
one quotation in different words. A few words are one only in the mouth of one
person who is named in both places.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import combinations, groupby, islice
from operator import itemgetter
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


class _Place(NamedTuple):
    """Where an utterance stands, which rows of the quotations it is, and who is named for it."""

    article_id: str
    start: int
    end: int
    rows: range
    names: tuple[str, ...]


def spoken(articles: pl.DataFrame, quotes: pl.DataFrame) -> list[list[Utterance]]:
    """The utterances of every quotation that stands in two articles or more, in order.

    Linear in the words quoted: what runs the same is not compared, and each text with a few
    others.
    """
    told = _told(quotes)
    places = _places(articles, told)
    texts = list(places)
    pairs = sharing([" ".join(text.parts) for text in texts])
    wordings = {at: _wording(texts[at].parts) for pair in pairs for at in pair}
    speakers = {
        at: frozenset(name for place in places[texts[at]] for name in place.names)
        for at in wordings
    }
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
        sorted((place for at in group for place in places[texts[at]]), key=_span)
        for group in groups(joined(range(len(texts)), verified))
    )
    several = [each for each in found if len({place.article_id for place in each}) > 1]
    return list(_utterances(sorted(several, key=lambda group: _span(group[0])), told))


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
        parts[0].start,
        max(part.end for part in parts),
        told.speaker,
        told.speaker_kind if told.speaker else None,
        row.channel if row else Channel.SPEECH,
        row.via if row else None,
    )


def _told(quotes: pl.DataFrame) -> pl.DataFrame:
    """What was said in enough words, the parts of an utterance one after the other."""
    words = pl.col("words").sum().over("article_id", "utterance")
    enough = words.is_between(_FEWEST_SPOKEN, MOST_WORDS)
    said_aloud = quotes.filter(pl.col("use") == QuoteUse.SPEECH, enough)
    return said_aloud.sort("article_id", "utterance", "start")


def _places(articles: pl.DataFrame, told: pl.DataFrame) -> dict[_Text, list[_Place]]:
    """The utterances of enough words, by their text. Most are in no other: no `Quote` is made."""
    texts = dict(articles.select("article_id", "text").iter_rows())
    names = pl.when(pl.col("speaker_kind") == SourceKind.NAMED).then("speaker")
    columns = told.select("article_id", "utterance", "start", "end", "words", names).rows()
    places: dict[_Text, list[_Place]] = defaultdict(list)
    first = 0
    for (article_id, _), group in groupby(columns, key=itemgetter(0, 1)):
        parts = list(group)
        rows = range(first, first + len(parts))
        first = rows.stop
        named = tuple(part[5] for part in parts if part[5])
        place = _Place(article_id, parts[0][2], max(part[3] for part in parts), rows, named)
        text = texts[article_id]
        shown = tuple(text[part[2] : part[3]] for part in parts)
        if sum(part[4] for part in parts) >= FEWEST_WORDS:
            places[_Text(shown, None)].append(place)
        elif named:
            places[_Text(shown, surname(named[0]))].append(place)
    return places


def _utterances(
    groups_: Sequence[Sequence[_Place]], told: pl.DataFrame
) -> Iterator[list[Utterance]]:
    rows = [row for group in groups_ for place in group for row in place.rows]
    quotes = frames.rows(told[pl.Series(rows, dtype=pl.UInt32)], Quote)
    for group in groups_:
        yield [tuple(islice(quotes, len(place.rows))) for place in group]


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


def _compatible(left: Collection[str], right: Collection[str]) -> bool:
    """Whether one of those named here may be one of those named there."""
    there = {key for name in right for key in filed(name)}
    return not left or not right or any(key in there for name in left for key in asked(name))


def _span(place: _Place) -> tuple[str, int, int]:
    return place[:3]
