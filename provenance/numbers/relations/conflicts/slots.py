"""Finds near-identical sentences of one article with different figures.

In: a story. Out: pairs of figures at the same place of two sentences that are otherwise nearly
the same, whether the two fit or not. Such pairs are what an edit leaves behind that changed a
figure in one place only. Where another word or figure of the two sentences differs that may be
what sets them apart, as in lists, tables, polls and parallel clauses, nothing is told.

Pairs are only looked at when the word next to the figure is the same, and such a word at few
places: linear in the figures.
"""

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from provenance.model import Quantity, Relation, Span
from provenance.numbers.grammar import Grammar
from provenance.numbers.lexicon import Lexicon
from provenance.numbers.relations.conflicts import same_quantity
from provenance.numbers.relations.conflicts.apart import disjoint, family, far, meet
from provenance.numbers.relations.conflicts.windows import (
    Window,
    alike,
    both_differ,
    complete,
    of_figure,
    of_one_name,
    repeated,
    shared,
)
from provenance.numbers.shown import reach, shown
from provenance.numbers.story import Sentence, Story

KIND = "number-slot-conflict"
DISAGREE = "sources-disagree"
# A sentence with more figures is a row of a table.
_ROW = 5
_SHARES = ("percent", "ratio")
_STEPS = 8  # tokens in which the next content word is looked for
# A word that stands next to more figures than this is a column of one.
COLUMN = 8
# A figure that clashes with more than so many others is in a list, and an article with more
# clashes than so many is one.
PARTNERS, LISTING = 2, 4
_ONE_SIDED = frozenset(["rate", "negated", "modal", "rise", "fall"])
_ONE_SIDED_CUES = frozenset(["cue.then", "cue.now"])
_UNSURE = frozenset(["cue.revised", "cue.disputed"])
# A figure with a label, or that is one: "56% - women", "cost: $5", "(d) Within 60 days".
_LABEL = re.compile(r"\s*(?:[-–—]+\s|:)")
_ITEM = re.compile(r"\s*(?:\(?(?:[0-9]{1,2}|[A-Za-z]|[ivx]{1,4})[.)]|[-–—*•])\s")
# Headings of a timeline: what stands behind is of that year.
_HEADING = re.compile(r"(?:^|[\n.!?])[\"”]?\s*[12][0-9]{3}\b(?![,.])")
_OTHER = "the other figure"
_GAP = 3000  # so many characters are searched for a heading, or for where a line begins


class Slot(NamedTuple):
    """A figure in its sentence."""

    sentence: Sentence
    place: int

    @property
    def row(self) -> Quantity:
        """The figure."""
        return self.sentence.quantities[self.place]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two figures at the same place of near-identical sentences, the earlier one first."""

    left: Slot
    right: Slot
    one: Window
    other: Window
    kind: str
    fits: bool


def find(story: Story, grammar: Grammar) -> Iterator[Relation]:
    """The figures at the same places of near-identical sentences of `story`."""
    pairs = []
    for left, right in _candidates(story, grammar.lexicon):
        if not (_comparable(left.row, right.row) and _complete(left, right)):
            continue
        one, other = (
            of_figure(slot.sentence, slot.place, grammar.lexicon) for slot in (left, right)
        )
        if not _alike(left, right, one, other) or _listed(left.row, right.row, story.text):
            continue
        if not _apart(left.row, right.row, one, other, grammar.lexicon):
            fits = meet(left.row, right.row) and not far(left.row, right.row)
            kind = _kind(left.row, right.row, one, other)
            pairs.append(Pair(left, right, one, other, kind, fits))
    yield from _relations(pairs, story, grammar)


def _candidates(story: Story, lexicon: Lexicon) -> Iterator[tuple[Slot, Slot]]:
    """Figures of one unit beside the same word, in different sentences."""
    if len(story.sentences) < 2:
        return
    alike: dict[tuple[str, str | None], list[Slot]] = defaultdict(list)
    for sentence in same_quantity.body(story):
        figures = sentence.figures if len(sentence.figures) <= _ROW else ()
        for place, figure in enumerate(figures):
            kind = "percent" if figure.kind == "ratio" else figure.kind
            alike[kind, figure.unit].append(Slot(sentence, place))
    for slots in alike.values():
        if slots[0].sentence is not slots[-1].sentence:
            yield from _beside_one_word(slots, lexicon)


def _beside_one_word(group: list[Slot], lexicon: Lexicon) -> Iterator[tuple[Slot, Slot]]:
    """Those of `group`, of one unit, that stand beside the same word in different sentences."""
    beside: dict[tuple[int, str], list[Slot]] = defaultdict(list)
    for slot in group:
        words, figure = slot.sentence.words, slot.sentence.figures[slot.place]
        first, last = figure.first, figure.last
        before = range(first - 1, max(first - 1 - _STEPS, -1), -1)
        for step, places in ((-1, before), (1, range(last, min(last + _STEPS, words.count)))):
            if word := _neighbour(words.low, places, lexicon.stops):
                beside[step, word].append(slot)
    seen = set[tuple[int, int]]()
    for slots in beside.values():
        if not 1 < len(slots) <= COLUMN or slots[0].sentence is slots[-1].sentence:
            continue
        for left, right in itertools.combinations(slots, 2):
            key = left.row.start, right.row.start
            if left.sentence.number != right.sentence.number and key not in seen:
                seen.add(key)
                yield left, right


def _neighbour(low: list[str], places: range, stops: frozenset[str]) -> str:
    """The first content word at `places`, next to a figure; empty when there is none near."""
    for at in places:
        if low[at] not in stops and low[at][0].isalnum():
            return low[at]
    return ""


def _comparable(left: Quantity, right: Quantity) -> bool:
    """True when the two count the same, as far as they tell without the words around them.

    A figure without a noun or unit counts nothing known, single cases come one after the other,
    and a rank is one among many.
    """
    single = left.kind == "count" and min(left.value, right.value) <= 1
    unknown = left.kind == "count" and left.noun is None
    if left.kind == "rank" or single or unknown:
        return False
    if left.event and right.event and left.event != right.event:
        return False
    if left.noun != right.noun or left.modifiers != right.modifiers:
        return False
    mine, yours = set(left.qualifiers), set(right.qualifiers)
    return "part" not in mine | yours and _ONE_SIDED.isdisjoint(mine ^ yours)


def _complete(left: Slot, right: Slot) -> bool:
    """What `alike` asks for too, before there are windows."""
    return complete(left.sentence.words) and complete(right.sentence.words)


def _alike(left: Slot, right: Slot, one: Window, other: Window) -> bool:
    """True for near-identical sentences; polls ask one person of many things.

    Without a name the one must follow on the other: two proposals are told of at length.
    """
    if alike(one, other) or (left.row.kind not in _SHARES and of_one_name(one, other)):
        return True
    return right.sentence.number == left.sentence.number + 1 and repeated(one, other)


def _apart(left: Quantity, right: Quantity, one: Window, other: Window, lexicon: Lexicon) -> bool:
    """True when something in the two sentences gives the figures a reason to differ."""
    more = "cue.part" in one.cues_before & other.cues_before  # each is one more of several
    if more or not _ONE_SIDED_CUES.isdisjoint(one.cues ^ other.cues):
        return True
    if one.years != other.years or one.months != other.months:
        return True
    days = [{cue for cue in w.cues if cue.startswith("day.")} for w in (one, other)]
    if disjoint(*days) or both_differ(one.names, other.names):
        return True
    if left.kind != "money" and one.right[:1] != other.right[:1]:
        return True
    # What an amount is of may be told by a figure further off: at 104 percent, or 1,040 dollars.
    numbers = (w.all_numbers if left.kind == "money" else w.numbers for w in (one, other))
    return both_differ(*numbers) or _sums(left, right, one, other, lexicon)


def _sums(left: Quantity, right: Quantity, one: Window, other: Window, lexicon: Lexicon) -> bool:
    """True when one is a running total and the other may be a part of it.

    "Has been married 5 times" tells all there were up to now, as "in all" does.
    """
    totals = [row for row in (left, right) if "cumulative" in row.qualifiers]
    if len(totals) != 1:
        return False
    part = left if totals[0] is right else right
    perfect = all(_perfect(w, lexicon) for w in (one, other))
    return part.low <= totals[0].low and not perfect


def _perfect(window: Window, lexicon: Lexicon) -> bool:
    before = window.words.low[max(window.first - 4, 0) : window.first]
    return not lexicon.roles["tenses.perfect"].isdisjoint(before)


def _listed(left: Quantity, right: Quantity, text: str) -> bool:
    """True for labels, conversions in brackets, items of a list, and other years of a timeline."""
    for row in (left, right):
        before = text[max(row.start - 2, 0) : row.start].strip()
        # "(4 million marks)" tells in other words what stands before the bracket.
        if _LABEL.match(text, row.end) or before == ":" or before.endswith("("):
            return True
    if all(_ITEM.match(text, _line(text, row.start)) for row in (left, right)):
        return True
    between = text[left.end : min(right.start, left.end + _GAP)]
    return _HEADING.search(between) is not None


def _line(text: str, at: int) -> int:
    """Where the line begins, or far enough before `at`."""
    return text.rfind("\n", max(at - _GAP, 0), at) + 1 or max(at - _GAP, 0)


def _kind(left: Quantity, right: Quantity, one: Window, other: Window) -> str:
    """Whether the text itself says that the figure is unclear, or has it from two speakers."""
    told = disjoint(family(left, "speaker"), family(right, "speaker"))
    return DISAGREE if told or _UNSURE & (one.cues | other.cues) else KIND


def _relations(pairs: list[Pair], story: Story, grammar: Grammar) -> Iterator[Relation]:
    """The pairs as relations, without lists and without what `conflicts` tells already."""
    failing = [pair for pair in pairs if not pair.fits]
    partners = Counter(slot.row.start for pair in failing for slot in (pair.left, pair.right))
    listed = {start for start, count in partners.items() if count > PARTNERS}
    failing = [p for p in failing if listed.isdisjoint((p.left.row.start, p.right.row.start))]
    if failing:
        told = set(_told(story, grammar))
        failing = [p for p in failing if (p.left.row.start, p.right.row.start) not in told]
    if len(failing) <= LISTING:
        yield from (_relation(pair, story) for pair in failing)
    yield from (_relation(pair, story) for pair in pairs if pair.fits and pair.kind == KIND)


def _told(story: Story, grammar: Grammar) -> Iterator[tuple[int, int]]:
    """Where figures begin that `same_quantity` holds against one another, the earlier one first."""
    for relation in same_quantity.find(story, grammar):
        for other in relation.others:
            first, second = sorted((relation.start, other.start))
            yield first, second


def _relation(pair: Pair, story: Story) -> Relation:
    left, right = pair.left.row, pair.right.row
    around = shared(pair.one, pair.other)
    return Relation(
        article_id=story.article_id,
        start=left.start,
        end=left.end,
        kind=pair.kind,
        fits=pair.fits,
        stated="" if pair.fits else shown(left, story.text),
        expected="" if pair.fits else shown(right, story.text),
        held="" if pair.fits else f"beside the same words: {', '.join(around)}",
        others=(Span(story.article_id, right.start, right.end, f"{_OTHER}: {reach(right)}"),),
    )
