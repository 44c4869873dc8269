"""Holds a fraction in words against a percentage beside it, or a part and its whole.

In: a story and a grammar. Out: a relation `fraction-of-count` for every "a third
(33 percent)" and "a third of the 600 workers, or 200".
"""

from collections.abc import Iterator

from provenance.model import Bound, Relation
from provenance.numbers.grammar import Grammar
from provenance.numbers.intervals import Interval, meet
from provenance.numbers.relations.changes import room
from provenance.numbers.relations.changes.phrasing import Phrasing, has_fraction, plain
from provenance.numbers.relations.changes.said import Said
from provenance.numbers.relations.parts.stated import counted, relation
from provenance.numbers.shown import shown
from provenance.numbers.story import Sentence, Story

KIND = "fraction-of-count"
_TABLE = "fraction"
_PERCENT = "percent"
_LOOSE = 0.075
_WHOLES = ("count", "money", "measure")


def find(story: Story, grammar: Grammar) -> Iterator[Relation]:
    """The fractions of `story` told in figures, too. Linear in its text."""
    for sentence in plain(story):
        if has_fraction(sentence, grammar) or any(
            row.kind == "ratio" for row in sentence.quantities
        ):
            yield from _relations(story, sentence, grammar)


def _relations(story: Story, sentence: Sentence, grammar: Grammar) -> Iterator[Relation]:
    phrasing = Phrasing.of(sentence, grammar)
    readings: dict[int, list[tuple[bool, dict[str, Said]]]] = {}
    for _, slots in phrasing.find(grammar, _TABLE):
        if counted(slots["share"].figure, sentence.words, grammar.lexicon):
            continue  # 12 out of 48, which `shares` takes
        if _PERCENT in slots or _is_part(slots):
            fits = _fits(slots, sentence, grammar)
            readings.setdefault(slots["share"].row.start, []).append((fits, slots))
    for found in readings.values():
        fits, slots = max(found, key=lambda reading: reading[0])
        yield _relation(story, slots, sentence, grammar, fits=fits)


def _is_part(slots: dict[str, Said]) -> bool:
    part, whole = slots["part"].row, slots["whole"].row
    return part.kind in _WHOLES and part.value > 1 and room.comparable(part, whole)


def _fits(slots: dict[str, Said], sentence: Sentence, grammar: Grammar) -> bool:
    return meet(_allowed(slots["share"], sentence), _told(slots, sentence, grammar))


def _allowed(share: Said, sentence: Sentence) -> Interval:
    """What a fraction is said of in percent; a small one is not read as loosely as a half."""
    low, high = room.percentage(share, sentence)
    if share.row.bound != Bound.EXACT:
        return low, high
    exact = 100 * share.row.value
    return max(low, exact * (1 - _LOOSE)), min(high, exact * (1 + _LOOSE))


def _told(slots: dict[str, Said], sentence: Sentence, grammar: Grammar) -> Interval:
    """The share in percent as the other figures tell it."""
    if _PERCENT in slots:
        return room.percentage(slots[_PERCENT], sentence)
    part = room.amount(slots["part"], sentence, grammar.lexicon)
    whole = room.amount(slots["whole"], sentence, grammar.lexicon)
    if whole[0] <= 0:
        return 0.0, float("inf")
    low, high = room.ratio(part, whole)
    return 100 * low, 100 * high


def _relation(
    story: Story, slots: dict[str, Said], sentence: Sentence, grammar: Grammar, *, fits: bool
) -> Relation:
    share = slots["share"].row
    rest = [slots[name].row for name in (_PERCENT, "part", "whole") if name in slots]

    def told() -> tuple[str, str, str]:
        names = " of ".join(shown(row, story.text) for row in rest)
        told = room.shown(_told(slots, sentence, grammar))
        exact = len(rest) == 1 and rest[0].bound == Bound.EXACT
        return (
            shown(share, story.text),
            names if exact else f"{names} is {told}",
            "one share, in words and in figures",
        )

    others = [(row, "the share in figures") for row in rest]
    return relation(story, KIND, share, others, None if fits else told)
