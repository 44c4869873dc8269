"""Quotations of the same words that do not run the same in two articles.

Goes in: articles and their quotations. Comes out: `Drift`, pairs of wordings
with their edits and with every place where each runs. What "he said" divides,
or a paragraph, is one quotation. Identical wordings are one, so that a hundred
reprints cost no more than one, and a quotation that is only cut shorter, at an
end or at an ellipsis, is not a drift; nor are the like words of two people.
Which wording is right, and which ran first, it does not say.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

import numpy as np
import polars as pl

from provenance.attribution.edits import SUBSTANCE, Edit, Wording, edits, steps
from provenance.attribution.namesakes import asked, filed
from provenance.attribution.wording import CUT, said
from provenance.model import QuoteUse, SourceKind

# Shorter quotations are phrases; longer ones are documents, whose comparison would not be linear.
FEWEST_WORDS = 8
MOST_WORDS = 400
# Two wordings of one quotation: at least this share of the shorter one's word trigrams stand in
# the other, and this share of its words match in order. Measured on PolNeAR: slogans and stock
# phrases lie below.
CONTAINMENT = 0.6
ALIGNED = 0.85
# Matched words are at least this share of either wording from its first match to its last, else
# the one is a cut of the other, or they have a phrase in common.
DENSITY = 0.5
# A trigram in more wordings than this is a common phrase; they are compared with its first only.
_RARE = 8

# What is asked about may be a title's words or a quotation within one that is asked about itself.
_PASSED_OVER = (QuoteUse.TITLE, QuoteUse.NESTED)


class Place(NamedTuple):
    """Where a wording runs, from its first word to its last.

    Attributes:
        speaker: Name of the person who says it; null when the article does not tell.
    """

    article_id: str
    start: int
    end: int
    speaker: str | None


@dataclass(frozen=True, slots=True)
class Drift:
    """Two wordings of one quotation.

    Attributes:
        left, right: Where each wording runs, in order; only where the other may be the same
            person's.
        edits: What differs.
        matched: Words that the two share in order.
    """

    left: tuple[Place, ...]
    right: tuple[Place, ...]
    edits: tuple[Edit, ...]
    matched: int

    @property
    def changes_substance(self) -> bool:
        """Whether an edit changes a negation, a modal verb or a number."""
        return any(edit.kind in SUBSTANCE for edit in self.edits)


def drift(articles: pl.DataFrame, quotes: pl.DataFrame) -> list[Drift]:
    """The pairs of different wordings of one quotation, in different articles.

    Args:
        articles: A frame of `Article`.
        quotes: A frame of `Quote` over them.

    Returns:
        In the order of the wordings' first places. Linear in the words quoted: each proposes
        four comparisons at most.
    """
    places = _places(articles, quotes)
    wordings = sorted(places, key=lambda wording: places[wording][0][:3])
    found = []
    for left, right in _candidates(wordings):
        here = _of_one(places[left], places[right])
        there = _of_one(places[right], places[left])
        item = _compared(left, right)
        if item and len({place.article_id for place in here + there}) > 1:
            found.append(Drift(here, there, *item))
    return found


def _places(articles: pl.DataFrame, quotes: pl.DataFrame) -> dict[Wording, tuple[Place, ...]]:
    """Every wording of enough words, with the places where it runs, in order."""
    known = articles.filter(pl.col("article_id").is_in(quotes["article_id"].unique().implode()))
    texts = dict(known.select("article_id", "text").iter_rows())
    places: dict[Wording, list[Place]] = defaultdict(list)
    for article_id, starts, ends, speakers in _utterances(quotes).iter_rows():
        text = texts[article_id]
        # The reporter may leave words out where "he said" stands, as at an ellipsis.
        parts = ((CUT, *said(text[start:end])) for start, end in zip(starts, ends, strict=True))
        wording = tuple(word for part in parts for word in part)[1:]
        if len(_words(wording)) >= FEWEST_WORDS:
            speaker = speakers[0] if speakers else None
            places[wording].append(Place(article_id, starts[0], ends[-1], speaker))
    return {wording: tuple(sorted(found, key=_order)) for wording, found in places.items()}


def _utterances(quotes: pl.DataFrame) -> pl.DataFrame:
    """Article, starts and ends of the parts, and named speakers of every utterance."""
    named = pl.col("speaker_kind") == SourceKind.NAMED
    return (
        quotes.filter(~pl.col("use").is_in(_PASSED_OVER))
        .sort("article_id", "start")
        .group_by("article_id", "utterance", maintain_order=True)
        .agg("start", "end", pl.col("speaker").filter(named).drop_nulls(), pl.sum("words"))
        .filter(pl.col("words").is_between(FEWEST_WORDS // 2, MOST_WORDS))
        .select("article_id", "start", "end", "speaker")
    )


def _order(place: Place) -> tuple[str, int, int]:
    return place[:3]


def _of_one(places: Sequence[Place], others: Sequence[Place]) -> tuple[Place, ...]:
    """The places whose speaker may be that of one of the others."""
    heard = {key for other in others for key in filed(other.speaker)}
    return tuple(place for place in places if any(key in heard for key in asked(place.speaker)))


def _candidates(wordings: Sequence[Wording]) -> Iterator[tuple[Wording, Wording]]:
    """Pairs of wordings that have enough trigrams in common but not all."""
    numbers: dict[Wording, int] = {}
    trigrams = [_trigrams(wording, numbers) for wording in wordings]
    for left, right in _likely(trigrams):
        shorter = min(len(trigrams[left]), len(trigrams[right]))
        common = len(trigrams[left] & trigrams[right])
        if CONTAINMENT * shorter <= common < shorter:
            yield wordings[left], wordings[right]


def _likely(trigrams: Sequence[Collection[int]]) -> Iterator[tuple[int, int]]:
    """The pairs that may have enough in common, in order.

    Of rare trigrams all are counted for each pair; of others it may have no more than the one of
    the two that has fewer of them. Most pairs fall by that, without a look at the two.
    """
    sizes = np.fromiter(map(len, trigrams), np.int64, len(trigrams))
    owners = np.repeat(np.arange(len(sizes)), sizes)
    flat = np.fromiter(chain.from_iterable(trigrams), np.int64, len(owners))
    order = np.lexsort((owners, flat))
    flat, owners = flat[order], owners[order]
    _, first, inverse, held = np.unique(
        flat, return_index=True, return_inverse=True, return_counts=True
    )
    is_rare = (held <= _RARE)[inverse]
    frequent = np.bincount(owners[~is_rare], minlength=len(sizes))
    # Holders of one trigram stand side by side, in order.
    apart = [
        owners[:-gap][same] * len(sizes) + owners[gap:][same]
        for gap in range(1, min(_RARE, len(flat)))
        for same in [(flat[:-gap] == flat[gap:]) & is_rare[gap:]]
    ]
    stars = owners[first[inverse]] * len(sizes) + owners
    stars = stars[~is_rare & (owners != owners[first[inverse]])]
    rare, counts = np.unique(np.concatenate([*apart, stars[:0]]), return_counts=True)
    pairs = np.union1d(rare, stars)
    common = np.zeros(len(pairs), np.int64)
    common[np.searchsorted(pairs, rare)] = counts
    left, right = np.divmod(pairs, max(len(sizes), 1))
    most = common + np.minimum(frequent[left], frequent[right])
    enough = most >= CONTAINMENT * np.minimum(sizes[left], sizes[right])
    yield from zip(left[enough].tolist(), right[enough].tolist(), strict=True)


def _trigrams(wording: Wording, numbers: dict[Wording, int]) -> set[int]:
    """The word trigrams of a wording, by the numbers given to them on first sight."""
    words = _words(wording)
    return {
        numbers.setdefault(trigram, len(numbers))
        for trigram in zip(words, words[1:], words[2:], strict=False)
    }


def _words(wording: Wording) -> Wording:
    return tuple(word for word in wording if word != CUT)


def _compared(left: Wording, right: Wording) -> tuple[tuple[Edit, ...], int] | None:
    """The edits and matched words of a drift; null when it is none."""
    way = steps(left, right)
    equal = [step for step in way if step[0] == "equal"]
    found = edits(left, right, way)
    if not equal or not found:
        return None
    matched = sum(len(_words(left[start:end])) for _, start, end, _, _ in equal)
    stretch = max(equal[-1][2] - equal[0][1], equal[-1][4] - equal[0][3])
    shorter = min(len(_words(left)), len(_words(right)))
    if matched < max(FEWEST_WORDS, ALIGNED * shorter, DENSITY * stretch):
        return None
    return found, matched
