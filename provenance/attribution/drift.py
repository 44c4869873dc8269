"""Quotations of the same words that do not run the same in two articles.

Goes in: articles and their quotations. Comes out: `Drift`, pairs of wordings
with their edits and with every place where each runs. Identical wordings are
one, so that a hundred reprints cost no more than one, and a quotation that is
only cut shorter, at an end or at an ellipsis, is not a drift. Which wording is
right, and which ran first, it does not say.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import chain, combinations

import polars as pl

from provenance.attribution.wording import CUT, changes_substance, said

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
# An edit of more words than this on either side is a cut as well and weighs nothing.
_LONGEST_EDIT = 6
# A trigram in more wordings than this is a common phrase; they are compared with its first only.
_RARE = 8

Place = tuple[str, int, int]
Wording = tuple[str, ...]
Edit = tuple[Wording, Wording]
Step = tuple[str, int, int, int, int]


@dataclass(frozen=True, slots=True)
class Drift:
    """Two wordings of one quotation.

    Attributes:
        left, right: Where each wording runs, as article id, start and end, in order.
        edits: What differs: the words on the left and those that stand for them on the right,
            either possibly empty.
        matched: Words that the two share in order.
        changes_substance: Whether an edit touches a negation, a modal verb or a number.
    """

    left: tuple[Place, ...]
    right: tuple[Place, ...]
    edits: tuple[tuple[str, str], ...]
    matched: int
    changes_substance: bool


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
    wordings = sorted(places, key=places.__getitem__)
    found = []
    for left, right in _candidates(wordings):
        articles_with = {article_id for article_id, _, _ in places[left] + places[right]}
        item = _compared(left, right)
        if item and len(articles_with) > 1:
            found.append(Drift(places[left], places[right], *item))
    return found


def _places(articles: pl.DataFrame, quotes: pl.DataFrame) -> dict[Wording, tuple[Place, ...]]:
    """Every wording of enough words, with the places where it runs, in order."""
    texts = dict(articles.select("article_id", "text").iter_rows())
    places: dict[Wording, list[Place]] = defaultdict(list)
    long_enough = quotes.filter(pl.col("words").is_between(FEWEST_WORDS // 2, MOST_WORDS))
    for article_id, start, end in long_enough.select("article_id", "start", "end").iter_rows():
        wording = said(texts[article_id][start:end])
        if len(_words(wording)) >= FEWEST_WORDS:
            places[wording].append((article_id, start, end))
    return {wording: tuple(sorted(found)) for wording, found in places.items()}


def _candidates(wordings: Sequence[Wording]) -> Iterator[tuple[Wording, Wording]]:
    """Pairs of wordings that have enough trigrams in common but not all."""
    numbers: dict[Wording, int] = {}
    trigrams = [_trigrams(wording, numbers) for wording in wordings]
    holders: dict[int, list[int]] = defaultdict(list)
    for at, found in enumerate(trigrams):
        for trigram in found:
            holders[trigram].append(at)
    pairs: set[tuple[int, int]] = set()
    for found_at in holders.values():
        few = len(found_at) <= _RARE
        pairs.update(
            combinations(found_at, 2) if few else ((found_at[0], at) for at in found_at[1:])
        )
    for left, right in sorted(pairs):
        shorter = min(len(trigrams[left]), len(trigrams[right]))
        common = len(trigrams[left] & trigrams[right])
        if CONTAINMENT * shorter <= common < shorter:
            yield wordings[left], wordings[right]


def _trigrams(wording: Wording, numbers: dict[Wording, int]) -> set[int]:
    """The word trigrams of a wording, by the numbers given to them on first sight."""
    words = _words(wording)
    return {
        numbers.setdefault(trigram, len(numbers))
        for trigram in zip(words, words[1:], words[2:], strict=False)
    }


def _words(wording: Wording) -> Wording:
    return tuple(word for word in wording if word != CUT)


def _compared(
    left: Wording, right: Wording
) -> tuple[tuple[tuple[str, str], ...], int, bool] | None:
    """The edits, matched words and weight of a drift; null when it is none."""
    steps = SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
    equal = [step for step in steps if step[0] == "equal"]
    edits = _edits(left, right, steps)
    if not equal or not edits:
        return None
    matched = sum(len(_words(left[start:end])) for _, start, end, _, _ in equal)
    stretch = max(equal[-1][2] - equal[0][1], equal[-1][4] - equal[0][3])
    shorter = min(len(_words(left)), len(_words(right)))
    if matched < max(FEWEST_WORDS, ALIGNED * shorter, DENSITY * stretch):
        return None
    told = tuple((" ".join(before), " ".join(after)) for before, after in edits)
    return told, matched, _is_weighty(edits)


def _edits(left: Wording, right: Wording, steps: Sequence[Step]) -> list[Edit]:
    """What differs, but for what is cut: at an ellipsis, before all that matches or after it."""
    edits = []
    for at, (step, start, end, other_start, other_end) in enumerate(steps):
        edit = left[start:end], right[other_start:other_end]
        at_an_end = step != "replace" and at in {0, len(steps) - 1}
        if step != "equal" and not at_an_end and (CUT,) not in edit:
            edits.append(edit)
    return edits


def _is_weighty(edits: Sequence[Edit]) -> bool:
    short = [edit for edit in edits if max(map(len, edit)) <= _LONGEST_EDIT]
    before = chain.from_iterable(edit[0] for edit in short)
    after = chain.from_iterable(edit[1] for edit in short)
    return changes_substance(before, after)
