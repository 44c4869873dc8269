"""Finds figures of one article that count the same thing, and tells whether they fit.

In: a story. Out: pairs of figures with one noun and one event, or one noun and one unit, that
nothing in the text tells apart: those whose strict intervals meet, and those that do not fit. Where
only the source differs, or the text itself calls the figure unclear, that is told as such. It does
not say which of two figures is right.

The search is staged, cheapest first: group by what is counted, merge repeats, drop pairs with a
reason to differ, and weigh what is left by the words the two sentences share.
"""

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from provenance.model import Bound, Quantity, Relation, Span
from provenance.numbers.grammar import Grammar
from provenance.numbers.relations.conflicts.apart import disjoint, family, interval, meet
from provenance.numbers.relations.conflicts.windows import Window, both_differ, masks, window
from provenance.numbers.shown import reach, shown
from provenance.numbers.story import Sentence, Story

CONFLICT = "same-quantity-conflict"
TOTAL = "running-total-below-part"
DISAGREE = "sources-disagree"
# Only what is at least this sure is worth an editor's look.
THRESHOLD = 0.6
# An article with more conflicts than this is a table or a listing, not a story.
_LISTING = 4
# So is a group of more mentions than this, and comparing all of them is no use to anyone.
_MENTIONS = 12
_SHARES = ("percent", "ratio")
# A figure with one of these is a part, an update or of another time: whatever it is compared with
# may well differ.
_APART = frozenset(["part", "revised", "rise", "fall", "then"])
# One of two figures with one of these: a rate and a count, a plan and a fact, then and now.
_ONE_SIDED = frozenset(["rate", "negated", "modal", "now"])
# Two figures are about different things when both have qualifiers of such a family and none
# is common to both.
_FAMILIES = ("day", "month", "place", "actor")
# These tell figures apart that are still about one thing.
_SOURCES = frozenset(["speaker", "disputed"])
_NAMES = ("place", "actor")
# Spans of time are said of too many things to be one.
_TIMES = frozenset(
    ["second", "minute", "hour", "day", "week", "fortnight", "month", "year", "decade", "century"]
)
# Amounts are one thing only where they are what it costs: earnings are of many spans of time.
_PRICED = frozenset(["cost"])
_WORD = re.compile(r"[^\W\d_]{4,}")
_HALF = 0.5
_FEW = 5
_LONGEST = 2000  # characters of a sentence whose words are compared
_PREFIX = 4  # "grows" and "growing" share it

Figures = list[Quantity]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two figures about one thing.

    Attributes:
        kind: The name of the rule that reports them when they do not fit.
        fits: Whether they fit.
        left, right: The two; the earlier one first, or a running total before its part.
        repeats: Other mentions of either figure, in text order.
        confidence: How sure it is that they are about one thing, in [0, 1]; at least `THRESHOLD`.
    """

    kind: str
    fits: bool
    left: Quantity
    right: Quantity
    repeats: tuple[Quantity, ...]
    confidence: float


def find(story: Story, grammar: Grammar) -> Iterator[Relation]:
    """The figures of `story` that are about one thing, as relations."""
    for pair in pairs(story, grammar):
        yield _relation(pair, story)


def pairs(story: Story, grammar: Grammar) -> list[Pair]:
    """The figures of `story` that are about one thing; of those that do not fit few or none.

    Linear in the figures, but for groups that count the same, which are compared pair by pair
    and bounded in size.
    """
    around = _Around(story, grammar)
    agreeing: list[Pair] = []
    clashing: list[Pair] = []
    for group in _groups(story):
        agreeing += _agreeing(group, around)
        figures = _merge(group)
        for one, other in itertools.combinations(figures, 2):
            if not _sums_up(one, other, figures) and (pair := _between(one, other, around)):
                clashing.append(pair)
    return [*agreeing, *(clashing if len(clashing) <= _LISTING else ())]


def _groups(story: Story) -> list[Figures]:
    """Figures that are said of one thing; a group of one, or a listing, is none."""
    groups: dict[tuple[str | None, ...], Figures] = defaultdict(list)
    for sentence in story.sentences:
        for figure, row in zip(sentence.figures, sentence.quantities, strict=True):
            if row.event in _PRICED and row.kind == "money":
                groups[row.unit, row.event, *sorted(family(row, "actor"))].append(row)
            elif row.event and row.noun and row.kind == "count":
                groups["count", row.noun, row.event].append(row)
            elif row.event and row.noun and row.kind in _SHARES:
                groups["share", row.noun, row.event].append(row)
            elif figure.attributive and row.kind == "measure" and row.unit not in _TIMES:
                groups[row.unit, row.noun].append(row)
    return [group for group in groups.values() if 2 <= len(group) <= _MENTIONS]


def _agreeing(group: Figures, around: "_Around") -> Iterator[Pair]:
    """The mentions of a group that fit an earlier one, each with the first that it fits."""
    for place, right in enumerate(group):
        for left in group[:place]:
            if left.sentence == right.sentence or not _fits(left, right):
                continue
            confidence = around.confidence(left, right)
            if confidence >= THRESHOLD and not _reasons(left, right, around):
                kind = TOTAL if _total(left, right) else CONFLICT
                yield Pair(kind, True, left, right, (), confidence)
                break


def _fits(left: Quantity, right: Quantity) -> bool:
    """True when the two may be one, or the running total of the two holds the other one."""
    total = _total(left, right)
    if total is None:
        return meet(left, right)
    return not _below(total, left if total is right else right)


def _merge(group: Figures) -> list[Figures]:
    """The mentions by figure: equal values, and vague words that fit a stated one, together."""
    merged: list[Figures] = []
    for mention in sorted(group, key=lambda row: (row.bound == Bound.VAGUE, row.start)):
        for figure in merged:
            equal = mention.value == figure[0].value
            vague = mention.bound == Bound.VAGUE and meet(mention, figure[0])
            if equal or vague:
                figure.append(mention)
                break
        else:
            merged.append([mention])
    return merged


def _sums_up(one: Figures, other: Figures, figures: list[Figures]) -> bool:
    """True when a third figure is the sum or the difference of the two: two parts and a total."""
    sums = (one[0].value + other[0].value, abs(one[0].value - other[0].value))
    rest = [figure[0].value for figure in figures if figure is not one and figure is not other]
    return any(abs(value - whole) < _HALF for value in rest for whole in sums)


def _between(one: Figures, other: Figures, around: "_Around") -> Pair | None:
    """How two figures clash: shown at the first mentions that do, weighed by all.

    Stated figures are shown rather than vague words. When any two mentions have different sources
    the figures have.
    """
    mentions = (sorted(pair, key=_place) for pair in itertools.product(one, other))
    clashing = [
        (left, right, _reasons(left, right, around))
        for left, right in sorted(mentions, key=_rank)
        if left.sentence != right.sentence and not _fits(left, right)
    ]
    clashing = [clash for clash in clashing if clash[2] <= _SOURCES]
    confidence = max((around.confidence(*clash[:2]) for clash in clashing), default=0.0)
    if confidence < THRESHOLD:
        return None
    sourced = [clash for clash in clashing if clash[2]]
    if sourced and _total(*sourced[0][:2]):
        return None
    left, right, _ = (sourced or clashing)[0]
    rest = sorted((row for row in (*one, *other) if row not in (left, right)), key=_place)
    total = _total(left, right)
    if total is right:
        left, right = right, left
    kind = DISAGREE if sourced else CONFLICT if total is None else TOTAL
    return Pair(kind, False, left, right, tuple(rest), round(confidence, 3))


def _place(row: Quantity) -> tuple[int, int]:
    return row.start, row.end


def _rank(pair: Figures) -> tuple[int, list[tuple[int, int]]]:
    return sum(row.bound == Bound.VAGUE for row in pair), [_place(row) for row in pair]


def _total(left: Quantity, right: Quantity) -> Quantity | None:
    """The running total of the two when exactly one is one."""
    totals = [row for row in (left, right) if "cumulative" in row.qualifiers]
    return totals[0] if len(totals) == 1 else None


def _below(total: Quantity, part: Quantity) -> bool:
    """True when all that the total allows is less than the least that the part allows."""
    return interval(total)[1] < interval(part)[0]


def _reasons(left: Quantity, right: Quantity, around: "_Around") -> set[str]:
    """What in the text gives the two figures a reason to differ."""
    mine, yours = set(left.qualifiers), set(right.qualifiers)
    # A rise explains a larger total, never a smaller one.
    apart = _APART - {"rise"} if _total(left, right) else _APART
    reasons = set(apart & (mine | yours)) | (_ONE_SIDED & (mine ^ yours))
    reasons |= {"disputed"} & (mine | yours)
    reasons |= {name for name in ("year", "subset") if family(left, name) != family(right, name)}
    if min(left.value, right.value) <= 1 and left.kind == right.kind == "count":
        reasons.add("single cases come one after the other")
    named = ("speaker", *_FAMILIES)
    reasons |= {name for name in named if disjoint(family(left, name), family(right, name))}
    if disjoint(set(left.modifiers), set(right.modifiers)):
        reasons.add("modifiers")
    if reasons <= _SOURCES and around.differ(left, right):
        reasons.add("words")
    return reasons


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


class _Around:
    """The words around the figures of a story, read when first asked for."""

    def __init__(self, story: Story, grammar: Grammar) -> None:
        self._story = story
        self._lexicon = grammar.lexicon
        self._windows: dict[int, Window] = {}
        self._words: dict[int, set[str]] = {}
        self._places: dict[int, tuple[Sentence, int]] = {}

    def confidence(self, left: Quantity, right: Quantity) -> float:
        """How sure it is that the two figures are about one thing, at most 1."""
        names = [{n for name in _NAMES for n in family(row, name)} for row in (left, right)]
        weight = _BASE + _OVERLAP * self._overlap(left.sentence, right.sentence)
        if all(names) and not disjoint(*names):
            weight += _SAME_NAMES
        elif not any(names):
            weight += _NO_NAMES
        if left.modifiers and left.modifiers == right.modifiers:
            weight += _SAME_MODIFIERS
        if Bound.VAGUE in (left.bound, right.bound):
            weight += _VAGUE
        if any(bool(family(left, name)) != bool(family(right, name)) for name in ("day", "month")):
            weight += _ONE_DATED
        if _total(left, right):
            weight += _RUNNING_TOTAL
        return min(weight, 1.0)

    def differ(self, left: Quantity, right: Quantity) -> bool:
        """True when there is a name or another figure beside each that is not beside the other."""
        one, other = self._window(left), self._window(right)
        if both_differ(one.all_numbers, other.all_numbers):
            return True
        if left.kind == "money" and not one.names & other.names:
            return True  # nothing tells what the amounts are for
        if left.kind in _SHARES and one.names != other.names:
            return True  # polls ask of many names
        return both_differ(one.names, other.names)

    def _overlap(self, left: int, right: int) -> float:
        """Share of the words of the shorter sentence that the other one has too, in [0, 1].

        A sentence of fewer than `_FEW` words counts as one of so many: noun and event are
        among them and are shared anyway.
        """
        mine, yours = self._words_of(left), self._words_of(right)
        return len(mine & yours) / max(min(len(mine), len(yours)), _FEW)

    def _words_of(self, number: int) -> set[str]:
        if number not in self._words:
            start, end = self._story.spans[number]
            found = _WORD.findall(self._story.text, start, min(end, start + _LONGEST))
            self._words[number] = {word[:_PREFIX].lower() for word in found}
        return self._words[number]

    def _window(self, row: Quantity) -> Window:
        if row.start not in self._windows:
            sentence, index = self._place(row)
            figure = sentence.figures[index]
            self._windows[row.start] = window(
                sentence.words, (figure.first, figure.last), masks(sentence), self._lexicon
            )
        return self._windows[row.start]

    def _place(self, row: Quantity) -> tuple[Sentence, int]:
        if not self._places:
            self._places = {
                each.start: (sentence, index)
                for sentence in self._story.sentences
                for index, each in enumerate(sentence.quantities)
            }
        return self._places[row.start]


def _relation(pair: Pair, story: Story) -> Relation:
    left, right = pair.left, pair.right
    other = "the part" if pair.kind == TOTAL else "the other figure"
    return Relation(
        article_id=story.article_id,
        start=left.start,
        end=left.end,
        kind=pair.kind,
        fits=pair.fits,
        stated="" if pair.fits else shown(left, story.text),
        expected="" if pair.fits else shown(right, story.text),
        held="" if pair.fits else _held(left),
        others=(
            Span(story.article_id, right.start, right.end, f"{other}: {reach(right)}"),
            *(Span(row.article_id, row.start, row.end, "also here") for row in pair.repeats),
        ),
    )


def _held(row: Quantity) -> str:
    """What was held equal."""
    what = "shares of" if row.kind in _SHARES else _WHAT[row.kind]
    parts = (f"{what} {row.noun}" if row.noun else what, f"event {row.event}" if row.event else "")
    return ", ".join(filter(None, parts))


_WHAT = {"count": "counts of", "money": "amounts of", "measure": "measures of"}
