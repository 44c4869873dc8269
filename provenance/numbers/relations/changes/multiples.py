"""Holds a stated multiple against the two figures it is the ratio of.

In: a story and a grammar. Out: a relation `multiple` for every "more than
doubled to 60 from 25", "60, three times the 20", "a fivefold rise from 4 to 20".
"""

import math
from collections.abc import Iterator

from provenance.model import Bound, Relation
from provenance.numbers.grammar import Grammar
from provenance.numbers.intervals import Interval, meet
from provenance.numbers.relations.changes import room
from provenance.numbers.relations.changes.moves import is_fenced
from provenance.numbers.relations.changes.phrasing import Phrasing, has_multiple, has_pair, plain
from provenance.numbers.relations.changes.said import Said
from provenance.numbers.relations.parts.stated import relation
from provenance.numbers.shown import shown
from provenance.numbers.story import Sentence, Story

KIND = "multiple"
_KINDS = ("count", "money", "measure", "percent")
# "Doubled" is said of anything from 1.7 to 2.3 times as many (research on clean news, 0 alarms).
_LOOSE = 0.15
_NEAR = 0.02
_MORE = "more"


def find(story: Story, grammar: Grammar) -> Iterator[Relation]:
    """The multiples of `story`. Linear in its text."""
    for sentence in plain(story, paired=True):
        if not has_pair(sentence, _KINDS):
            continue
        if has_multiple(sentence, grammar) or _has_times(sentence, grammar):
            yield from _relations(story, sentence, grammar)


def _has_times(sentence: Sentence, grammar: Grammar) -> bool:
    return not grammar.classes["changes.times"].isdisjoint(sentence.tokens)


def _relations(story: Story, sentence: Sentence, grammar: Grammar) -> Iterator[Relation]:
    phrasing = Phrasing.of(sentence, grammar)
    readings: dict[int, list[tuple[bool, dict[str, Said]]]] = {}
    for key, slots in phrasing.find(grammar, KIND):
        same = room.comparable(slots["new"].row, slots["old"].row)
        if same and _is_plain(slots, phrasing, sentence, grammar):
            for new, old in room.sharing(slots["new"], slots["old"], sentence, grammar.lexicon):
                read = {**slots, "new": new, "old": old}
                fits = _fits(read, sentence, grammar, more=key == _MORE)
                readings.setdefault(slots["by"].row.start, []).append((fits, read))
    for found in readings.values():
        fits, slots = max(found, key=lambda reading: reading[0])
        if fits or room.alike(slots["new"].row, slots["old"].row):
            yield _relation(story, slots, sentence, grammar, fits=fits)


def _is_plain(
    slots: dict[str, Said], phrasing: Phrasing, sentence: Sentence, grammar: Grammar
) -> bool:
    """False where the words between the figures may belong to two statements."""
    if any(_is_multiple(slots[name], sentence, grammar) for name in ("new", "old")):
        return False
    if sentence.words.low[slots["by"].figure.first - 1] in grammar.lexicon.roles["particles.and"]:
        return False
    return not is_fenced((slots["by"], slots["new"], slots["old"]), phrasing, grammar)


def _is_multiple(said: Said, sentence: Sentence, grammar: Grammar) -> bool:
    """True for the "35" of "five times that of one, 35 times that of another"."""
    return sentence.words.low[said.figure.last] in grammar.classes["changes.times"]


def _fits(slots: dict[str, Said], sentence: Sentence, grammar: Grammar, *, more: bool) -> bool:
    ratio = _ratio(slots, sentence, grammar)
    by = slots["by"]
    if meet(_allowed(by), ratio):
        return True
    return more and meet(_allowed(by), (ratio[0] - 1, ratio[1] - 1))


def _ratio(slots: dict[str, Said], sentence: Sentence, grammar: Grammar) -> Interval:
    new = room.amount(slots["new"], sentence, grammar.lexicon)
    old = room.amount(slots["old"], sentence, grammar.lexicon)
    return room.ratio(new, old) if old[0] > 0 else (0.0, math.inf)


def _allowed(by: Said) -> Interval:
    """What a multiple is said of. Below 1 a bound turns: "more than halved" is less than half."""
    value, bound = by.row.value, by.row.bound
    if value < 1:
        bound = {Bound.MORE: Bound.UP_TO, Bound.NEARLY: Bound.MORE}.get(Bound(bound), Bound(bound))
    if bound == Bound.MORE:
        most = math.inf if value > 1 else value * (1 + 2 * _LOOSE)
        return value * (1 - _NEAR), most
    if bound in (Bound.LESS, Bound.UP_TO):
        return 0.0, value * (1 + _NEAR)
    if bound == Bound.NEARLY:
        return value * (1 - 1.5 * _LOOSE), value * (1 + _NEAR)
    if bound in (Bound.RANGE, Bound.VAGUE):
        return by.row.low * (1 - _LOOSE), (by.row.high or math.inf) * (1 + _LOOSE)
    return value * (1 - _LOOSE), value * (1 + _LOOSE)


def _relation(
    story: Story, slots: dict[str, Said], sentence: Sentence, grammar: Grammar, *, fits: bool
) -> Relation:
    by, new, old = slots["by"].row, slots["new"].row, slots["old"].row

    def told() -> tuple[str, str, str]:
        low, high = _ratio(slots, sentence, grammar)
        return (
            f"“{story.text[by.start : by.end]}”{' times' if by.kind == 'count' else ''}",
            f"{_times((low, high))} the figure before",
            f"from {shown(old, story.text)} to {shown(new, story.text)}",
        )

    others = [(old, "the figure before"), (new, "the figure after")]
    return relation(story, KIND, by, others, None if fits else told)


def _times(ratio: Interval) -> str:
    low, high = (room.digits(end, 2) for end in ratio)
    if math.isinf(ratio[1]):
        return f"{low} times or more"
    return f"{low} times" if low == high else f"{low} to {high} times"
