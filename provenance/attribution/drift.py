"""Quotations of the same words that do not run the same in two articles.

Goes in: articles and their quotations. Comes out: `Drift`, pairs of wordings
with their edits and with every place where each runs. What "he said" divides,
or a paragraph, is one quotation. Identical wordings are one, so that a hundred
reprints cost no more than one, and a quotation that is only cut shorter, at an
end or at an ellipsis, is not a drift; nor are the like words of two people.
Which wording is right, and which ran first, it does not say.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import polars as pl

from provenance.attribution.alike import Numbers, Texts
from provenance.attribution.edits import SUBSTANCE, Edit, Wording, edits, steps
from provenance.attribution.keys import FEWEST_WORDS, Form
from provenance.attribution.namesakes import asked, filed
from provenance.attribution.wording import CUT

# Two wordings of one quotation: at least this share of the shorter one's word trigrams stand in
# the other, and this share of its words match in order. Measured on PolNeAR: slogans and stock
# phrases lie below.
CONTAINMENT = 0.6
ALIGNED = 0.85
# Matched words are at least this share of either wording from its first match to its last, else
# the one is a cut of the other, or they have a phrase in common.
DENSITY = 0.5
# So many pairs are compared at a time, to keep within memory what is read for it.
_PART = 1 << 15

Compared = tuple[tuple[Edit, ...], int]


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


def drift(articles: pl.DataFrame, quotes: pl.LazyFrame, utterances: pl.LazyFrame) -> list[Drift]:
    """The pairs of different wordings of one quotation, in different articles.

    Args:
        articles: A frame of `Article`.
        quotes: A frame of `Quote` over them.
        utterances: A frame of `UTTERANCES`, theirs. Texts are read only of those that its keys
            propose.

    Returns:
        In the order of the wordings' first places. Linear in the words quoted: each proposes
        four comparisons at most.
    """
    texts = Texts.of(utterances, Form.SAID, "start", "end")
    compared = dict(_drifted(articles, quotes, texts))
    places = _places(texts, {number for pair in compared for number in pair})
    found = []
    for (left, right), item in compared.items():
        here = _of_one(places[left], places[right])
        there = _of_one(places[right], places[left])
        if len({place.article_id for place in here + there}) > 1:
            found.append(Drift(here, there, *item))
    return found


def _drifted(
    articles: pl.DataFrame, quotes: pl.LazyFrame, texts: Texts
) -> Iterator[tuple[tuple[int, int], Compared]]:
    """The pairs of wordings that differ, in order, with what differs."""
    left, right = _candidates(texts)
    for first in range(0, len(left), _PART):
        part = slice(first, first + _PART)
        pairs = list(zip(left[part].tolist(), right[part].tolist(), strict=True))
        wordings = texts.wordings(articles, quotes, {number for pair in pairs for number in pair})
        for pair in pairs:
            if item := _compared(*(wordings[number] for number in pair)):
                yield pair, item


def _candidates(texts: Texts) -> tuple[Numbers, Numbers]:
    """Pairs of wordings that have enough trigrams in common but not all."""
    left, right, _ = texts.alike(CONTAINMENT)
    common, shorter = texts.common(left, right), texts.shorter(left, right)
    enough = (common >= CONTAINMENT * shorter) & (common < shorter)
    return left[enough], right[enough]


def _places(texts: Texts, numbers: set[int]) -> dict[int, tuple[Place, ...]]:
    """Where wordings run, in order."""
    found: dict[int, list[Place]] = defaultdict(list)
    speaker = pl.col("speakers").list.first()
    table = texts.places(numbers).select("number", "article_id", "start", "end", speaker)
    for number, *place in table.iter_rows():
        found[number].append(Place(*place))
    return {number: tuple(places) for number, places in found.items()}


def _of_one(places: Sequence[Place], others: Sequence[Place]) -> tuple[Place, ...]:
    """The places whose speaker may be that of one of the others."""
    heard = {key for other in others for key in filed(other.speaker)}
    return tuple(place for place in places if any(key in heard for key in asked(place.speaker)))


def _words(wording: Wording) -> Wording:
    return tuple(word for word in wording if word != CUT)


def _compared(left: Wording, right: Wording) -> Compared | None:
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
