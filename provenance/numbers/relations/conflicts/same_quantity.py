"""Finds figures of one article that count the same thing, and tells whether they fit.

In: a story. Out: pairs of figures with one noun and one event, or one noun and one unit, that
nothing in the text tells apart: those whose strict intervals meet, and those that do not fit. Where
only the source differs, or the text itself calls the figure unclear, that is told as such. It does
not say which of two figures is right.

The search is staged, cheapest first: group by what is counted, merge repeats, drop pairs with a
reason to differ, and weigh what is left by the words the two sentences share.
"""

import itertools
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from provenance.model import Bound, Quantity, Relation, Span
from provenance.numbers.grammar import Grammar
from provenance.numbers.relations.conflicts.apart import disjoint, family, interval, meet
from provenance.numbers.relations.conflicts.around import SHARES, Around, running_total
from provenance.numbers.relations.conflicts.references import Reference
from provenance.numbers.shown import reach, shown
from provenance.numbers.story import Sentence, Story
from provenance.numbers.wording import counted

CONFLICT = "same-quantity-conflict"
TOTAL = "running-total-below-part"
DISAGREE = "sources-disagree"
# Only what is at least this sure is worth an editor's look.
THRESHOLD = 0.6
# An article with more conflicts than this is a table or a listing, not a story.
_LISTING = 4
# So is a group of more mentions than this, and comparing all of them is no use to anyone.
_MENTIONS = 12
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
# Spans of time are said of too many things to be one.
_TIMES = frozenset(
    ["second", "minute", "hour", "day", "week", "fortnight", "month", "year", "decade", "century"]
)
# Amounts are one thing only where they are what it costs: earnings are of many spans of time.
_PRICED = frozenset(["cost"])
# What a reference may leave out or say in other words: who did it, other names, "last week's".
_LEFT_OUT = {
    Reference.THING: frozenset(["actor", "names"]),
    Reference.COUNTED: frozenset(["actor", "names", "then", "modal"]),
    Reference.TOLL: frozenset(["actor", "names", "then"]),
}
_FARTHEST = 3.0  # figures further apart are hardly two versions of one
_TWO = 2
# Words beside two figures that they must share when no event is known.
_SHARED = {"count": 1, "money": 2}
_SHARED_OF_MANY = 3
_SMALL = 5.0  # "the three states in which" are easily others
_HALF = 0.5

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
        yield _relation(pair, story, grammar)


def pairs(story: Story, grammar: Grammar) -> list[Pair]:
    """The figures of `story` that are about one thing; of those that do not fit few or none.

    Linear in the figures, but for groups that count the same, which are compared pair by pair
    and bounded in size.
    """
    around = Around(story, grammar)
    agreeing: list[Pair] = []
    clashing: list[Pair] = []
    for group in _groups(story):
        agreeing += _agreeing(group, around)
        figures = _merge(group)
        for one, other in itertools.combinations(figures, 2):
            if (not _sums_up(one, other, figures) and (pair := _between(one, other, around))) or (
                len(figures) == _TWO and (pair := _referred(one, other, around))
            ):
                clashing.append(pair)
    clashing += _loosely(story, around)
    return [*agreeing, *(clashing if len(clashing) <= _LISTING else ())]


def body(story: Story) -> Iterator[Sentence]:
    """The sentences with figures below the headline, whose figures are compared with its own."""
    return (sentence for sentence in story.sentences if sentence.start >= story.body_start)


def _groups(story: Story) -> list[Figures]:
    """Figures that are said of one thing; a group of one, or a listing, is none."""
    groups: dict[tuple[str | None, ...], Figures] = defaultdict(list)
    for sentence in body(story):
        for figure, row in zip(sentence.figures, sentence.quantities, strict=True):
            if row.event:
                if row.event in _PRICED and row.kind == "money":
                    groups[row.unit, row.event, *sorted(family(row, "actor"))].append(row)
                elif row.noun and row.kind == "count":
                    groups["count", row.noun, row.event].append(row)
                elif row.noun and row.kind in SHARES:
                    groups["share", row.noun, row.event].append(row)
            if figure.attributive and row.kind == "measure" and row.unit not in _TIMES:
                groups[row.unit, row.noun].append(row)
    return [group for group in groups.values() if 2 <= len(group) <= _MENTIONS]


def _agreeing(group: Figures, around: Around) -> Iterator[Pair]:
    """The mentions of a group that fit an earlier one, each with the first that it fits."""
    for place, right in enumerate(group):
        for left in group[:place]:
            if left.sentence == right.sentence or not _fits(left, right):
                continue
            confidence = around.confidence(left, right)
            if confidence >= THRESHOLD and not _reasons(left, right, around):
                kind = TOTAL if running_total(left, right) else CONFLICT
                yield Pair(kind, True, left, right, (), confidence)
                break


def _fits(left: Quantity, right: Quantity) -> bool:
    """True when the two may be one, or the running total of the two holds the other one."""
    whole = running_total(left, right)
    if whole is None:
        return meet(left, right)
    return not _below(whole, left if whole is right else right)


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


def _between(one: Figures, other: Figures, around: Around) -> Pair | None:
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
    if sourced and running_total(*sourced[0][:2]):
        return None
    left, right, _ = (sourced or clashing)[0]
    rest = sorted((row for row in (*one, *other) if row not in (left, right)), key=_place)
    return _clash(left, right, tuple(rest), confidence, sourced=bool(sourced))


def _loosely(story: Story, around: Around) -> Iterator[Pair]:
    """Clashes of figures with one noun or unit of which one at least has no event.

    What happened must then be told by the words beside them.
    """
    groups: dict[tuple[str | None, ...], Figures] = defaultdict(list)
    for sentence in body(story):
        for row in sentence.quantities:
            if row.kind == "money" or (row.kind == "count" and row.noun):
                groups[row.kind, row.unit, row.noun].append(row)
    for group in groups.values():
        figures = _merge(group) if 1 < len(group) <= _MENTIONS else []
        for one, other in itertools.combinations(figures, 2):
            left, right = one[0], other[0]
            if not (_one_told(left, right) and _may_refer(left, right)):
                continue
            few = len(figures) == _TWO and left.value > _SMALL < right.value
            need = _SHARED[left.kind] if few else _SHARED_OF_MANY
            if around.beside(left, right) >= need and (pair := _referred(one, other, around)):
                yield pair


def _one_told(left: Quantity, right: Quantity) -> bool:
    """True when the event of one of two counts is known; of amounts, when none is another one."""
    events = {left.event, right.event}
    if left.kind == "count":
        return None in events and len(events) > 1
    return len(events - {None}) < _TWO and not events <= _PRICED


def _referred(one: Figures, other: Figures, around: Around) -> Pair | None:
    """How two figures clash of which the later one refers back to what the earlier one is of.

    Only where the text has no third figure for it, and what refers back may leave out who did it.
    """
    left, right = sorted((one[0], other[0]), key=_place)
    if not _may_refer(left, right):
        return None
    reference = around.reference(left, right)
    if reference == Reference.NONE:
        return None
    reasons = _reasons(left, right, around)
    if reference == Reference.TOLL:
        if not _risen(left, right, around):
            return None
        reasons -= {"speaker"}  # whoever counted: that toll is what has risen
    if (
        around.grows(left, right)
        or not reasons <= _SOURCES | _LEFT_OUT[reference]
        or (reasons & _SOURCES and running_total(left, right))
    ):
        return None
    rest = tuple(sorted((*one[1:], *other[1:]), key=_place))
    return _clash(left, right, rest, THRESHOLD, sourced=bool(reasons & _SOURCES))


def _may_refer(left: Quantity, right: Quantity) -> bool:
    """What can be told without the words around them: two that do not fit, not worlds apart."""
    return left.sentence != right.sentence and _likely(left, right) and not _fits(left, right)


def _risen(left: Quantity, right: Quantity, around: Around) -> bool:
    """True when `right` is a total that rose, and `left` what it rose from, of no past year."""
    total = running_total(left, right) is right and "rise" in right.qualifiers
    return total and not around.years(left)


def _likely(left: Quantity, right: Quantity) -> bool:
    """True for two stated figures that are not worlds apart, of which no single one has a month."""
    small, large = sorted((left.value, right.value))
    return (
        left.kind not in SHARES
        and Bound.VAGUE not in (left.bound, right.bound)
        and large <= _FARTHEST * small
        and bool(family(left, "month")) == bool(family(right, "month"))
    )


def _clash(
    left: Quantity, right: Quantity, repeats: tuple[Quantity, ...], sure: float, *, sourced: bool
) -> Pair:
    """Two figures that do not fit; a running total first."""
    whole = running_total(left, right)
    if whole is right:
        left, right = right, left
    kind = DISAGREE if sourced else CONFLICT if whole is None else TOTAL
    return Pair(kind, False, left, right, repeats, round(sure, 3))


def _place(row: Quantity) -> tuple[int, int]:
    return row.start, row.end


def _rank(pair: Figures) -> tuple[int, list[tuple[int, int]]]:
    return sum(row.bound == Bound.VAGUE for row in pair), [_place(row) for row in pair]


def _below(total: Quantity, part: Quantity) -> bool:
    """True when all that the total allows is less than the least that the part allows."""
    return interval(total)[1] < interval(part)[0]


def _reasons(left: Quantity, right: Quantity, around: Around) -> set[str]:
    """What in the text gives the two figures a reason to differ."""
    mine, yours = set(left.qualifiers), set(right.qualifiers)
    # A rise explains a larger total, never a smaller one.
    apart = _APART - {"rise"} if running_total(left, right) else _APART
    reasons = set(apart & (mine | yours)) | (_ONE_SIDED & (mine ^ yours))
    reasons |= {"disputed"} & (mine | yours)
    if family(left, "subset") != family(right, "subset"):
        reasons.add("subset")
    if around.years(left) != around.years(right):
        reasons.add("year")
    if min(left.value, right.value) <= 1 and left.kind == right.kind == "count":
        reasons.add("single cases come one after the other")
    named = ("speaker", *_FAMILIES)
    reasons |= {name for name in named if disjoint(family(left, name), family(right, name))}
    if disjoint(set(left.modifiers), set(right.modifiers)):
        reasons.add("modifiers")
    if around.needed(left) != around.needed(right):
        reasons.add("modal")
    return reasons | around.differing(left, right)


def _relation(pair: Pair, story: Story, grammar: Grammar) -> Relation:
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
        held="" if pair.fits else _held(left, right, grammar),
        others=(
            Span(story.article_id, right.start, right.end, f"{other}: {reach(right)}"),
            *(Span(row.article_id, row.start, row.end, "also here") for row in pair.repeats),
        ),
    )


def _held(left: Quantity, right: Quantity, grammar: Grammar) -> str:
    """What was held equal, in words; an event that is read of one figure alone is left out."""
    what = counted(left if left.event == right.event else replace(left, event=None), grammar)
    kind = "shares" if left.kind in SHARES else _WHAT[left.kind]
    return f"{kind} of {what}" if what and left.kind != "money" else kind


_WHAT = {"count": "counts", "money": "amounts for one thing", "measure": "measures"}
