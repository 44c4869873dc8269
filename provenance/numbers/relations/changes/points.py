"""Holds a stated change between two percentages against their difference.

In: a story and a grammar. Out: a relation `percentage-point` for every "rose 2
percentage points to 6 percent from 4 percent". A difference told in percent
may be one in points, which does not fit, or the share by which it grew, which
does.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from provenance.model import Bound, Relation
from provenance.numbers.grammar import Grammar
from provenance.numbers.intervals import Interval, meet
from provenance.numbers.relations.changes import room
from provenance.numbers.relations.changes.moves import Move, moves
from provenance.numbers.relations.changes.percents import change_of
from provenance.numbers.relations.changes.phrasing import Phrasing, has_pair, plain
from provenance.numbers.relations.changes.said import Said
from provenance.numbers.relations.parts.stated import relation
from provenance.numbers.shown import shown
from provenance.numbers.story import Sentence, Story

KIND = "percentage-point"
_PERCENT = ("percent",)
_SAME = 1e-6
# What a percentage point is called, and how many of the unit make one.
_POINTS = {"percentage point": 1.0, "point": 1.0, "basis point": 100.0}


def find(story: Story, grammar: Grammar) -> Iterator[Relation]:
    """The changes of percentages in `story`. Linear in its text."""
    for sentence in plain(story, paired=True):
        if len(sentence.figures) > 1 and has_pair(sentence, _PERCENT):
            yield from _relations(story, sentence, grammar)
            if not grammar.classes["changes.lead"].isdisjoint(sentence.tokens):
                yield from _leads(story, sentence, grammar)


def _relations(story: Story, sentence: Sentence, grammar: Grammar) -> Iterator[Relation]:
    for _, readings in moves(sentence, grammar):
        told = [move for move in readings if _is_of_percentages(move)]
        fitting = [move for move in told if _fits(move, sentence, grammar)]
        if fitting:
            yield _relation(story, fitting[0], sentence, grammar, fits=True)
        elif told and not _is_elsewhere(told[0], sentence, grammar):
            yield _relation(story, told[0], sentence, grammar, fits=False)


def _leads(story: Story, sentence: Sentence, grammar: Grammar) -> Iterator[Relation]:
    """The leads of one share before another: "48 percent to 43 percent, a five-point lead"."""
    readings: dict[int, list[Move]] = defaultdict(list)
    for _, slots in Phrasing.of(sentence, grammar).find(grammar, "lead"):
        lead, one, other = slots["stated"], slots["new"], slots["old"]
        if lead.row.unit in _POINTS:
            ahead, behind = sorted((one, other), key=lambda said: -said.row.value)
            readings[lead.row.start].append(Move(True, lead, ahead, behind))
    for moves_of_one in readings.values():
        fitting = [move for move in moves_of_one if _fits(move, sentence, grammar)]
        # A lead that may be of either of two pairs is held against the one it fits.
        move = (fitting or moves_of_one)[0]
        yield _relation(story, move, sentence, grammar, fits=bool(fitting))


def _is_of_percentages(move: Move) -> bool:
    kinds = move.new.row.kind, move.old.row.kind
    told = move.stated.row.kind == "percent" or move.stated.row.unit in _POINTS
    return told and kinds == ("percent", "percent")


def _fits(move: Move, sentence: Sentence, grammar: Grammar) -> bool:
    stated = room.percentage(move.stated, sentence)
    if move.stated.row.kind == "percent":
        return not _is_confused(move) and meet(stated, change_of(move, sentence, grammar))
    per_point = _POINTS[move.stated.row.unit or ""]
    low, high = _points(move, sentence, grammar)
    if move.stated.row.bound == Bound.EXACT:  # a difference is rounded, never cut off
        stated = stated[0], 2 * abs(move.stated.row.value) - stated[0]
    return meet(stated, (low * per_point, high * per_point))


def _is_confused(move: Move) -> bool:
    """Whether the difference is told as percent, though another number of percent was meant.

    "From 50% to 52%, a 2% rise" could just follow from rounding; nobody works it out that way.
    """
    new, old, stated = move.new.row.value, move.old.row.value, abs(move.stated.row.value)
    difference = abs(new - old)
    share = 100 * difference / old
    return abs(difference - stated) < _SAME and abs(share - stated) >= min(
        move.stated.figure.step, 1
    )


def _is_elsewhere(move: Move, sentence: Sentence, grammar: Grammar) -> bool:
    """Whether the percentages go another way than the words say, and by another amount."""
    turned = replace(move, rises=not move.rises)
    return _points(move, sentence, grammar)[1] < 0 and not _fits(turned, sentence, grammar)


def _points(move: Move, sentence: Sentence, grammar: Grammar) -> Interval:
    """The difference in points, above 0 when it goes the way the words say.

    Beside 4.5 percent 5 percent is 5.0 percent.
    """
    step = min(move.new.figure.step, move.old.figure.step)
    exact = [Said(said.figure._replace(step=step), said.row) for said in (move.new, move.old)]
    new, old = (room.amount(said, sentence, grammar.lexicon) for said in exact)
    low, high = new[0] - old[1], new[1] - old[0]
    return (low, high) if move.rises else (-high, -low)


def _relation(
    story: Story, move: Move, sentence: Sentence, grammar: Grammar, *, fits: bool
) -> Relation:
    new, old = move.new.row, move.old.row

    def told() -> tuple[str, str, str]:
        points = abs(new.value - old.value)
        change = change_of(move, sentence, grammar)
        share = sorted(abs(end) for end in change)
        return (
            f"a {'rise' if move.rises else 'fall'} of {shown(move.stated.row, story.text)}",
            f"{points:,.2f}".rstrip("0").rstrip(".")
            + f" percentage points, or {room.shown((share[0], share[1]))}",
            f"from {shown(old, story.text)} to {shown(new, story.text)}",
        )

    others = [(old, "the percentage before"), (new, "the percentage after")]
    return relation(story, KIND, move.stated.row, others, None if fits else told)
