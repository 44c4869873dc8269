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
from operator import itemgetter

import numpy as np
import polars as pl

from provenance import frames
from provenance.attribution.alike import Numbers, Texts
from provenance.attribution.drift import ALIGNED, CONTAINMENT
from provenance.attribution.keys import FEWEST_SPOKEN, FEWEST_WORDS, Form
from provenance.attribution.namesakes import asked, filed
from provenance.attribution.wording import CUT
from provenance.lineage.statements import Stated, Statements
from provenance.model import Channel, Quote, QuoteUse
from provenance.reuse.components import components

# Two texts share at least this part of the shorter one's runs of four words. A change of a word
# costs it four.
_SHARED = 0.25
# So many articles are paired with one another; of more, as many pairs as there are articles.
_FEW = 8
# So many pairs of texts are compared at a time, to keep within memory what is read for it.
_PART = 1 << 15

Wording = tuple[str, ...]
Utterance = tuple[Quote, ...]  # the parts of one, in order


def spoken(
    articles: pl.DataFrame, quotes: pl.LazyFrame, utterances: pl.LazyFrame
) -> list[list[Utterance]]:
    """The utterances of every quotation that stands in two articles or more, in order.

    Linear in the words quoted: what runs the same is not compared, and each text with a few
    others.

    Args:
        articles: A frame of `Article`.
        quotes: A frame of `Quote` over them.
        utterances: A frame of `attribution.UTTERANCES`, theirs. Texts are read only of those that
            its keys propose.
    """
    texts = Texts.of(utterances, Form.WRITTEN, "utterance")
    left, right, runs = texts.alike(_SHARED)
    enough = runs >= _SHARED * texts.shorter(left, right)
    pairs = np.stack([left[enough], right[enough]], axis=1)
    parts = range(0, len(pairs), _PART)
    linked = [_one(articles, quotes, texts, pairs[first : first + _PART]) for first in parts]
    places = _places(texts, np.concatenate([pairs[:0], *linked]))
    return _utterances(places, quotes)


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


def _one(articles: pl.DataFrame, quotes: pl.LazyFrame, texts: Texts, pairs: Numbers) -> Numbers:
    """Those of the pairs of texts that are one quotation."""
    speakers = _speakers(texts, pairs)
    nobody = frozenset[str]()
    may = [_compatible(*(speakers.get(at, nobody) for at in pair)) for pair in pairs.tolist()]
    pairs = pairs[np.array(may, np.bool_)]
    found = texts.wordings(articles, quotes, pairs.ravel().tolist())
    wordings = {at: tuple(word for word in words if word != CUT) for at, words in found.items()}
    is_one = [
        _alike(wordings[left], wordings[right])
        or _repeated(
            speakers.get(left, nobody), wordings[left], speakers.get(right, nobody), wordings[right]
        )
        for left, right in pairs.tolist()
    ]
    return pairs[np.array(is_one, np.bool_)]


def _speakers(texts: Texts, pairs: Numbers) -> dict[int, frozenset[str]]:
    """Who is named for a text, wherever it stands; those for which nobody is are left out."""
    named = texts.places(pairs.ravel().tolist()).select("number", "speakers")
    every = named.explode("speakers", empty_as_null=False).unique()
    found: dict[int, set[str]] = defaultdict(set)
    for number, name in every.iter_rows():
        found[number].add(name)
    return {number: frozenset(names) for number, names in found.items()}


def _places(texts: Texts, linked: Numbers) -> pl.DataFrame:
    """Where quotations of several articles stand: `article_id`, `utterance`, `group` and `place`.

    Groups and places have numbers in order.
    """
    roots = components(len(texts.first), linked[:, 0], linked[:, 1])
    several = texts.first.filter(pl.col("times") > 1)["number"].to_numpy()
    numbers = np.flatnonzero(np.isin(roots, roots[np.concatenate([linked.ravel(), several])]))
    group = pl.DataFrame({"number": numbers, "group": roots[numbers]})
    found = texts.places(numbers.tolist()).join(group, on="number", maintain_order="left")
    found = found.filter(pl.col("article_id").n_unique().over("group") > 1).with_row_index("place")
    first = pl.col("place").min().over("group")
    return found.select("article_id", "utterance", first.alias("group"), "place")


def _utterances(places: pl.DataFrame, quotes: pl.LazyFrame) -> list[list[Utterance]]:
    """The quotations at places, by group and place."""
    ids = places["article_id"].unique().implode()
    speech = quotes.filter(pl.col("article_id").is_in(ids), pl.col("use") == QuoteUse.SPEECH)
    joined = speech.join(places.lazy(), on=("article_id", "utterance"))
    told = joined.sort("group", "place", "start").collect()
    rows = zip(told["group"], told["place"], frames.rows(told, Quote), strict=True)
    return [
        [tuple(quote for *_, quote in parts) for _, parts in groupby(group, key=itemgetter(1))]
        for _, group in groupby(rows, key=itemgetter(0))
    ]


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
        and FEWEST_SPOKEN <= len(few) < FEWEST_WORDS
        and any(many[at : at + len(few)] == few for at in range(last + 1))
    )


def _trigrams(words: Wording) -> set[Wording]:
    return set(zip(words, words[1:], words[2:], strict=False))


def _compatible(left: Collection[str], right: Collection[str]) -> bool:
    """Whether one of those named here may be one of those named there."""
    there = {key for name in right for key in filed(name)}
    return not left or not right or any(key in there for name in left for key in asked(name))
