"""A part, its whole and the percentage that goes with them: "12 of 48 (25%)".

In: a story. Out: percentages held against part and whole, rounded or cut off at the last digit
shown; and percentages of few people that no whole number of them gives.
"""

import math
from collections.abc import Iterator, Mapping

from provenance.model import Bound, Quantity, Relation
from provenance.numbers.grammar import Grammar
from provenance.numbers.intervals import Interval, meet
from provenance.numbers.relations.parts.stated import counted, interval, relation, result
from provenance.numbers.shown import number
from provenance.numbers.story import Sentence, Story

KIND = "percent-of-count"
_PERCENT = 100.0
_FULL = 100.0
# Of more than this, most whole percentages are those of some number of them.
_FEW = 30
_ROUND = 5
_NEAR = 5  # words from a percentage to what it is of
# "Seven of 10 (71%)" is a way of saying it: how far off it may be of such wholes. One of 20 is
# 5 percent, so that 45 percent of 20 is no way of saying eight.
_SPOKEN = {5.0: 5.0, 10.0: 5.0, 20.0: 2.5, 100.0: 5.0, 1000.0: 5.0}


def find(story: Story, grammar: Grammar) -> Iterator[Relation]:
    """Every percentage that stands with its part and whole. Linear in the text."""
    if "percent" not in story.kinds:
        return
    templates = grammar.templates[KIND]
    for sentence in story.several:
        rows = sentence.quantities
        if not any(row.kind == "percent" for row in rows):
            continue
        taken = set[int]()
        for key, slots in sentence.find(templates):
            share = slots["share"]
            if share in taken or _of_other(key, sentence, share, grammar):
                continue
            for found in _relations(key, story, sentence, slots, grammar):
                taken.add(share)
                yield found


def _relations(
    key: str, story: Story, sentence: Sentence, slots: Mapping[str, int], grammar: Grammar
) -> Iterator[Relation]:
    rows = sentence.quantities
    share = rows[slots["share"]]
    if key == "alone":
        if relation_ := _reachable(story, share, rows[slots["whole"]], grammar):
            yield relation_
    elif "ratio" in slots:
        figure = sentence.figures[slots["ratio"]]
        if pair := counted(figure, sentence.words, grammar.lexicon):
            yield from _relation(story, share, (rows[slots["ratio"]],), pair)
    else:
        part, whole = rows[slots["part"]], rows[slots["whole"]]
        if key == "same" and part.noun and whole.noun and part.noun != whole.noun:
            return
        if (part.kind, part.unit) != (whole.kind, whole.unit):
            return
        vague = {Bound.VAGUE, Bound.RANGE} & {part.bound, whole.bound, share.bound}
        if not vague and 0 <= part.value <= whole.value and whole.low > 0:
            pair = interval(part), interval(whole)
            yield from _relation(story, share, (part, whole), pair)


def _of_other(key: str, sentence: Sentence, share: int, grammar: Grammar) -> bool:
    """True when the percentage is said to be of something else, or to compare.

    "35 percent of the patients, or 12 of 48" is of what follows.
    """
    words, last = sentence.words, sentence.figures[share].last
    behind = words.low[last]
    if behind not in grammar.classes["parts.other-base"]:
        return False
    of = behind in grammar.lexicon.roles["particles.of"]
    again = grammar.classes["parts.whole-again"]
    following = words.low[last + 1 : last + 4]
    named = any(word in again or word[:1].isdigit() for word in following)
    counted = any(figure.first in range(last, last + _NEAR) for figure in sentence.figures)
    return not (of and (named or counted or key in ("share-part-whole", "share-ratio", "same")))


def _relation(
    story: Story,
    share: Quantity,
    others: tuple[Quantity, ...],
    pair: tuple[Interval, Interval],
) -> Iterator[Relation]:
    part, whole = pair
    low = _PERCENT * part[0] / whole[1]
    high = _PERCENT * part[1] / whole[0] if whole[0] > 0 else math.inf
    fits = meet((low, high), result(share, story.text))
    if not fits and abs(low - share.value) <= _SPOKEN.get(whole[0], -1.0):
        return

    def told() -> tuple[str, str]:
        exact = number(low, share) if low == high else f"{number(low, share)} or more"
        return f"the counts give {exact}", "a part, its whole and their percentage"

    notes = [(row, "a count") for row in others]
    yield relation(story, KIND, share, notes, None if fits else told)


def _reachable(story: Story, share: Quantity, whole: Quantity, grammar: Grammar) -> Relation | None:
    """Such as 37 percent of the 12 jurors: four are 33 and five are 42 percent."""
    count = whole.value
    exact = share.bound == Bound.EXACT and whole.bound == Bound.EXACT
    if not (exact and count.is_integer() and 1 < count <= _FEW and share.value < _FULL):
        return None
    if whole.noun not in grammar.classes["parts.persons"] or share.value % _ROUND == 0:
        return None
    allowed = result(share, story.text)
    fits = any(
        meet((_PERCENT * k / count, _PERCENT * k / count), allowed) for k in range(int(count) + 1)
    )

    def told() -> tuple[str, str]:
        below = math.floor(share.value * count / _PERCENT)
        one, two = (number(_PERCENT * k / count, share) for k in (below, below + 1))
        return f"{below} of them are {one} and {below + 1} are {two}", "whole persons"

    return relation(story, KIND, share, [(whole, "the whole")], None if fits else told)
