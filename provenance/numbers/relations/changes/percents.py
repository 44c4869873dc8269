"""Holds a stated percent change against the two figures it is the change of.

In: a story and a grammar. Out: a relation `percent-change` for every "rose 12
percent to 56 from 50". Changes of percentages are left to `points`.
"""

from collections.abc import Iterator
from dataclasses import replace

from provenance.model import Relation
from provenance.numbers.grammar import Grammar
from provenance.numbers.intervals import Interval, meet
from provenance.numbers.relations.changes import room
from provenance.numbers.relations.changes.moves import Move, moves
from provenance.numbers.relations.changes.phrasing import Phrasing, has_fraction, has_pair, plain
from provenance.numbers.relations.parts.stated import relation
from provenance.numbers.shown import shown
from provenance.numbers.story import Sentence, Story

KIND = "percent-change"
_AMOUNTS = ("count", "money", "measure")
_STATED = ("percent", "ratio")
_COMPARED = 3  # words from "compared" to the figure


def find(story: Story, grammar: Grammar) -> Iterator[Relation]:
    """The percent changes of `story`. Linear in its text."""
    for sentence in plain(story, paired=True):
        if _may_tell(sentence, grammar):
            yield from _relations(story, sentence, grammar)


def _may_tell(sentence: Sentence, grammar: Grammar) -> bool:
    if not has_pair(sentence, _AMOUNTS):
        return False
    kinds = {figure.kind for figure in sentence.figures}
    return "percent" in kinds or "ratio" in kinds or has_fraction(sentence, grammar)


def _relations(story: Story, sentence: Sentence, grammar: Grammar) -> Iterator[Relation]:
    for phrasing, readings in moves(sentence, grammar):
        told = [move for move in readings if _is_percent_change(move)]
        fitting = [move for move in told if _fits(move, sentence, grammar)]
        if fitting:
            yield _relation(story, fitting[0], sentence, grammar, fits=True)
        elif told and not _is_unsure(told[0], phrasing, sentence, grammar):
            yield _relation(story, told[0], sentence, grammar, fits=False)


def _is_percent_change(move: Move) -> bool:
    return move.stated.row.kind in _STATED and move.new.row.kind in _AMOUNTS


def _fits(move: Move, sentence: Sentence, grammar: Grammar) -> bool:
    change = change_of(move, sentence, grammar)
    return meet(room.percentage(move.stated, sentence), change)


def is_elsewhere(move: Move, sentence: Sentence, grammar: Grammar) -> bool:
    """Whether the figures go another way than the words say, and by another amount."""
    _, high = change_of(move, sentence, grammar)
    turned = replace(move, rises=not move.rises)
    return high < 0 and not _fits(turned, sentence, grammar)


def change_of(move: Move, sentence: Sentence, grammar: Grammar) -> Interval:
    """What the two figures come to in percent, above 0 when they go the way the words say."""
    new = room.amount(move.new, sentence, grammar.lexicon)
    old = room.amount(move.old, sentence, grammar.lexicon)
    if old[0] <= 0:
        return 0.0, float("inf")
    low, high = room.ratio(new, old)
    return (
        (100 * (low - 1), 100 * (high - 1)) if move.rises else (100 * (1 - high), 100 * (1 - low))
    )


def _is_unsure(move: Move, phrasing: Phrasing, sentence: Sentence, grammar: Grammar) -> bool:
    """Whether the change may be that of other figures.

    It is when it fits two others of the sentence, and when it goes the other way by another
    amount: "rose 3 percent to 56, against 70 a year ago" is a rise since some other time.
    """
    if is_elsewhere(move, sentence, grammar) or not room.alike(move.new.row, move.old.row):
        return True
    if _is_of_a_month(move, sentence, grammar):
        return True
    own = {move.new.figure, move.old.figure}
    rows = [said for said in phrasing.said if said.row.kind in _AMOUNTS]
    pairs = [(new, old) for new in rows for old in rows if new is not old]
    return any(
        _fits(Move(move.rises, move.stated, new, old), sentence, grammar)
        for new, old in pairs
        if {new.figure, old.figure} != own and room.comparable(new.row, old.row)
    )


def _is_of_a_month(move: Move, sentence: Sentence, grammar: Grammar) -> bool:
    """True for "rose 31 percent to 154, compared with 146 in April": it rose since last year."""
    low, old = sentence.words.low, move.old.figure
    before = low[max(old.first - _COMPARED, 0) : old.first]
    if move.stated.figure.first > old.first:
        return False
    compared = not grammar.classes["changes.compared"].isdisjoint(before)
    return compared and low[old.last + 1] in grammar.lexicon.words["months"]


def _relation(
    story: Story, move: Move, sentence: Sentence, grammar: Grammar, *, fits: bool
) -> Relation:
    new, old = move.new.row, move.old.row

    def told() -> tuple[str, str, str]:
        change = change_of(move, sentence, grammar)
        return (
            f"a {'rise' if move.rises else 'fall'} of {shown(move.stated.row, story.text)}",
            _in_words(move, change),
            f"from {shown(old, story.text)} to {shown(new, story.text)}",
        )

    others = [(old, "the figure before"), (new, "the figure after")]
    return relation(story, KIND, move.stated.row, others, None if fits else told)


def _in_words(move: Move, change: Interval) -> str:
    """The change of the two figures: "a rise of 24.4 to 25.6%"."""
    rises, (low, high) = move.rises, change
    if high < 0:
        rises, low, high = not rises, -high, -low
    return f"a {'rise' if rises else 'fall'} of {room.shown((max(low, 0.0), high))}"
