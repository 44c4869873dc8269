"""Finds figures of one article that count the same thing and do not fit.

In: a frame of quantities and the articles they are from. Out: pairs of figures
whose strict intervals do not meet although noun and event are the same and
nothing in the text tells them apart. It needs no lexicon: all that speaks
against a comparison stands in the qualifiers of the two figures. It does not
say which of the two is right.

The search is staged, cheapest first: group by what is counted, merge repeats,
drop pairs with a reason to differ, and weigh what is left by the words the two
sentences share.
"""

import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from provenance.model import Bound, Quantity, Relation, Span
from provenance.numbers.grammar import Grammar
from provenance.numbers.shown import reach, shown
from provenance.numbers.story import Story
from provenance.text.segment import sentence_spans

# Only what is at least this sure is worth an editor's look.
THRESHOLD = 0.6
# An article with more conflicts than this is a table or a listing, not a story.
_LISTING = 4
# So is a group of more mentions than this, and comparing all of them is no use to anyone.
_MENTIONS = 12
_KINDS = ("count", "percent", "ratio")
# A figure with one of these is a part or an update, or is said to be in dispute: whatever it is
# compared with may well differ.
_APART = frozenset(["part", "revised", "disputed", "rise", "fall"])
# One of two figures with one of these: a rate and a count, a plan and a fact, then and now.
_ONE_SIDED = frozenset(["rate", "negated", "modal", "then", "now"])
# Two figures are about different things when both have qualifiers of such a family and none
# is common to both.
_FAMILIES = ("day", "month", "place", "actor", "speaker")
_ROUNDED = (Bound.EXACT, Bound.ABOUT)
_NAMES = ("place", "actor")
_WORD = re.compile(r"[^\W\d_]{4,}")
_HALF = 0.5
_FEW = 5
_PREFIX = 4  # "grows" and "growing" share it


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two figures that do not fit.

    Attributes:
        total: True when `left` is a running total and `right` a part that exceeds it.
        left, right: The two figures; the earlier one first unless `total`.
        repeats: Other mentions of either figure, in text order.
        confidence: How sure, in [0, 1]; at least `THRESHOLD`.
    """

    total: bool
    left: Quantity
    right: Quantity
    repeats: tuple[Quantity, ...]
    confidence: float


def find(story: Story, grammar: Grammar) -> Iterator[Relation]:  # noqa: ARG001
    """The conflicts of `story`, at most `_LISTING`, and the repeated figures that fit.

    Linear in the figures, but for groups that count the same, which are compared pair by pair
    and bounded in size.
    """
    sentences = _Sentences(story.text)
    found: list[Conflict] = []
    for group in _groups(story.quantities):
        figures = _merge(group)
        for one, other in itertools.combinations(figures, 2):
            if _sums_up(one, other, figures):
                continue
            if conflict := _between(one, other, sentences):
                found.append(conflict)
    if len(found) <= _LISTING:
        yield from (_relation(conflict, story) for conflict in found)


def _groups(quantities: Iterable[Quantity]) -> list[list[Quantity]]:
    """Figures that share noun and event; a group of one, or a listing, is none."""
    groups: dict[tuple[str, str, bool], list[Quantity]] = defaultdict(list)
    for row in quantities:
        if row.kind in _KINDS and row.noun and row.event:
            groups[row.noun, row.event, row.kind == "count"].append(row)
    return [group for group in groups.values() if 2 <= len(group) <= _MENTIONS]


def _relation(conflict: Conflict, story: Story) -> Relation:
    left, right = conflict.left, conflict.right
    other = "the part" if conflict.total else "the other figure"
    counts = "counts of" if left.kind == "count" else "shares of"
    return Relation(
        article_id=story.article_id,
        start=left.start,
        end=left.end,
        kind="running-total-below-part" if conflict.total else "same-quantity-conflict",
        fits=False,
        stated=shown(left, story.text),
        expected=shown(right, story.text),
        held=f"{counts} {left.noun}, event {left.event}",
        others=(
            Span(story.article_id, right.start, right.end, f"{other}: {reach(right)}"),
            *(Span(row.article_id, row.start, row.end, "also here") for row in conflict.repeats),
        ),
    )


def _merge(group: list[Quantity]) -> list[list[Quantity]]:
    """The mentions by figure: equal values, and vague words that fit a stated one, together."""
    merged: list[list[Quantity]] = []
    for mention in sorted(group, key=lambda row: (row.bound == Bound.VAGUE, row.start)):
        for figure in merged:
            equal = mention.value == figure[0].value
            vague = mention.bound == Bound.VAGUE and _meet(mention, figure[0])
            if equal or vague:
                figure.append(mention)
                break
        else:
            merged.append([mention])
    return merged


def _sums_up(one: list[Quantity], other: list[Quantity], figures: list[list[Quantity]]) -> bool:
    """True when a third figure is the sum or the difference of the two: two parts and a total."""
    sums = (one[0].value + other[0].value, abs(one[0].value - other[0].value))
    rest = [figure[0].value for figure in figures if figure is not one and figure is not other]
    return any(abs(value - whole) < _HALF for value in rest for whole in sums)


def _between(
    one: list[Quantity], other: list[Quantity], sentences: "_Sentences"
) -> Conflict | None:
    """The conflict between two figures: shown at the first mentions that clash, weighed by all.

    Stated figures are shown rather than vague words.
    """
    pairs = (sorted(pair, key=_place) for pair in itertools.product(one, other))
    clashing = [(left, right) for left, right in sorted(pairs, key=_rank) if _clash(left, right)]
    if not clashing:
        return None
    confidence = max(_confidence(*pair, sentences) for pair in clashing)
    if confidence < THRESHOLD:
        return None
    left, right = clashing[0]
    rest = sorted((row for row in (*one, *other) if row not in (left, right)), key=_place)
    total = _total(left, right)
    if total is right:
        left, right = right, left
    return Conflict(total is not None, left, right, tuple(rest), round(confidence, 3))


def _place(row: Quantity) -> tuple[int, int]:
    return row.start, row.end


def _rank(pair: list[Quantity]) -> tuple[int, list[tuple[int, int]]]:
    return sum(row.bound == Bound.VAGUE for row in pair), [_place(row) for row in pair]


def _clash(left: Quantity, right: Quantity) -> bool:
    """True when the two do not fit and nothing in the text explains it."""
    if _meet(left, right) or left.sentence == right.sentence:
        return False
    total = _total(left, right)
    if total is None:
        return not _told_apart(left, right, _APART)
    part = left if total is right else right
    return _below(total, part) and not _told_apart(left, right, _APART - {"rise"})


def _total(left: Quantity, right: Quantity) -> Quantity | None:
    """The running total of the two when exactly one is one."""
    totals = [row for row in (left, right) if "cumulative" in row.qualifiers]
    return totals[0] if len(totals) == 1 else None


def _meet(left: Quantity, right: Quantity) -> bool:
    """True when the strict intervals have a point in common.

    Between two rounded figures the point where they touch belongs to neither: 3 is not 4.
    """
    left_low, left_high = _interval(left)
    right_low, right_high = _interval(right)
    if left.bound in _ROUNDED and right.bound in _ROUNDED:
        return left_low < right_high and right_low < left_high
    return left_low <= right_high and right_low <= left_high


def _interval(row: Quantity) -> tuple[float, float]:
    factor = 100.0 if row.kind == "ratio" else 1.0
    return row.low * factor, float("inf") if row.high is None else row.high * factor


def _below(total: Quantity, part: Quantity) -> bool:
    """True when all that the total allows is less than the least that the part allows."""
    return _interval(total)[1] < _interval(part)[0]


def _told_apart(left: Quantity, right: Quantity, apart: frozenset[str]) -> bool:
    """True when something in the text gives the two figures a reason to differ."""
    mine, yours = set(left.qualifiers), set(right.qualifiers)
    if apart & (mine | yours) or _ONE_SIDED & (mine ^ yours):
        return True
    if any(_family(left, name) != _family(right, name) for name in ("year", "subset")):
        return True
    if min(left.value, right.value) <= 1 and left.kind == right.kind == "count":
        return True  # single cases come one after the other
    named = [(_family(left, name), _family(right, name)) for name in _FAMILIES]
    named.append((set(left.modifiers), set(right.modifiers)))
    return any(a and b and not _share(a, b) for a, b in named)


def _share(mine: set[str], yours: set[str]) -> bool:
    """True when a name of one is, or is part of, a name of the other."""
    words = [(set(a.split()), set(b.split())) for a in mine for b in yours]
    return any(a <= b or b <= a for a, b in words)


def _family(row: Quantity, name: str) -> set[str]:
    return {q.partition(":")[2] for q in row.qualifiers if q.startswith(f"{name}:")}


# Weights set by hand on news of the years 1989 to 2016; each is how much it speaks for or
# against the two figures being about one thing.
_BASE = 0.35
_SAME_NAMES = 0.15
_NO_NAMES = -0.1
_SAME_MODIFIERS = 0.1
_OVERLAP = 0.4
_RUNNING_TOTAL = 0.15
_VAGUE = -0.2
_ONE_DATED = -0.2


def _confidence(left: Quantity, right: Quantity, sentences: "_Sentences") -> float:
    names = [{n for family in _NAMES for n in _family(row, family)} for row in (left, right)]
    weight = _BASE + _OVERLAP * sentences.overlap(left.sentence, right.sentence)
    if _share(*names):
        weight += _SAME_NAMES
    elif not names[0] and not names[1]:
        weight += _NO_NAMES
    if left.modifiers and left.modifiers == right.modifiers:
        weight += _SAME_MODIFIERS
    if Bound.VAGUE in (left.bound, right.bound):
        weight += _VAGUE
    if any(bool(_family(left, name)) != bool(_family(right, name)) for name in ("day", "month")):
        weight += _ONE_DATED
    if _total(left, right):
        weight += _RUNNING_TOTAL
    return min(weight, 1.0)


class _Sentences:
    """The words of an article's sentences, read when first asked for."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._spans: list[tuple[int, int]] | None = None

    def overlap(self, left: int, right: int) -> float:
        """Share of the words of the shorter sentence that the other one has too, in [0, 1].

        A sentence of fewer than `_FEW` words counts as one of so many: noun and event are
        among them and are shared anyway.
        """
        mine, yours = self._words(left), self._words(right)
        return len(mine & yours) / max(min(len(mine), len(yours)), _FEW)

    def _words(self, number: int) -> set[str]:
        if self._spans is None:
            self._spans = sentence_spans(self._text)
        start, end = self._spans[number]
        return {word[:_PREFIX].lower() for word in _WORD.findall(self._text, start, end)}
