"""Shares of one poll that are said to be all there is: yes, no and undecided.

In: a story. Out: the shares held against 100 percent. Only a row that names the undecided is
taken to be complete, and only within one sentence: other shares of a poll need not add up.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from provenance.model import Quantity, Relation
from provenance.numbers.grammar import Grammar
from provenance.numbers.relations.parts.stated import entire, plain, relation
from provenance.numbers.relations.parts.sums import KIND
from provenance.numbers.shown import number
from provenance.numbers.story import Sentence, Story
from provenance.text.sentence_tokens import phrase

_WHOLE = 100.0
# Three shares in whole percent, each rounded, come to 98.5 to 101.5; published ones to 98 to 102.
_ROUNDING = 2.0
# Below this so much is left out that nobody can have meant the row to be complete.
_LEAST = 75.0
_MOST = 150.0
_TAIL = 8


def find(story: Story, grammar: Grammar) -> Iterator[Relation]:
    """Every row of shares with the undecided among them. Linear in the text."""
    if "percent" not in story.kinds:
        return
    told, rest_share = grammar.classes["parts.undecided"], grammar.classes["parts.rest-share"]
    undecided, cues = _phrases(told), _cues(told, rest_share)
    for sentence in story.several:
        if cues.isdisjoint(sentence.tokens):
            continue
        if not entire(story, sentence):
            continue
        rows = _shares(sentence, grammar)
        rest = bool(rows) and _is_rest(sentence, rows[-1], grammar)
        if rest or (len(rows) > 2 and _names(sentence, rows, undecided)):
            yield from _relations(
                story, sentence, rows, complete=rest or _two_sides(sentence, grammar)
            )


@lru_cache(maxsize=8)
def _cues(told: frozenset[str], rest_share: frozenset[str]) -> frozenset[str]:
    return rest_share.union(item[0] for item in _phrases(told))


@lru_cache(maxsize=8)
def _phrases(told: frozenset[str]) -> tuple[tuple[str, ...], ...]:
    return tuple(phrase(item) for item in told)


def _shares(sentence: Sentence, grammar: Grammar) -> list[int]:
    """The figures of the longest row of shares."""
    best: list[int] = []
    for _, slots in sentence.find(grammar.templates["poll-shares"]):
        rows = sorted(set(slots.values()))
        kinds = {sentence.quantities[rows[0]].kind, sentence.quantities[rows[-1]].kind}
        bare = all(
            sentence.quantities[row].kind == "percent" or sentence.quantities[row].noun is None
            for row in rows
        )
        if bare and "percent" in kinds and len(rows) > max(len(best), 1):
            best = rows
    return best


def _is_rest(sentence: Sentence, last: int, grammar: Grammar) -> bool:
    """True for "the remaining 17 percent" and "the rest, 17 percent,"."""
    first = sentence.figures[last].first
    before = sentence.words.low[max(first - 2, 0) : first]
    return not grammar.classes["parts.rest-share"].isdisjoint(before)


def _names(sentence: Sentence, rows: Sequence[int], undecided: Sequence[tuple[str, ...]]) -> bool:
    """True when the undecided are named in the row or right behind it."""
    low = sentence.words.low
    start = sentence.figures[rows[0]].first
    end = min(sentence.figures[rows[-1]].last + _TAIL, sentence.words.count)
    return any(
        tuple(low[index : index + len(item)]) == item
        for index in range(start, end)
        for item in undecided
    )


def _relations(
    story: Story, sentence: Sentence, places: Sequence[int], *, complete: bool
) -> Iterator[Relation]:
    rows = [sentence.quantities[place] for place in places]
    added = sum(row.value for row in rows)
    if not plain(*rows) or not _LEAST <= added <= _MOST:
        return
    if len(sentence.quantities) > len(rows) and _other_percent(sentence, places):
        return
    fits = abs(added - _WHOLE) <= _ROUNDING
    if not fits and added < _WHOLE and not complete:
        return
    notes = [(row, "a share") for row in rows[:-1]]

    def told() -> tuple[str, str]:
        total = f"the shares come to {number(added, _percent(rows))}, not 100%"
        return total, " + ".join(number(row.value, row) for row in rows)

    yield relation(story, KIND, rows[-1], notes, None if fits else told)


def _percent(rows: Sequence[Quantity]) -> Quantity:
    return next(row for row in rows if row.kind == "percent")


def _other_percent(sentence: Sentence, places: Sequence[int]) -> bool:
    """True when the sentence has a share that is not in the row."""
    return any(
        row.kind == "percent" and index not in places
        for index, row in enumerate(sentence.quantities)
    )


def _two_sides(sentence: Sentence, grammar: Grammar) -> bool:
    """True when those for and those against are named, so that nobody else can be left."""
    low = sentence.words.low
    sides = (grammar.classes["parts.agreeing"], grammar.classes["parts.disagreeing"])
    return not any(side.isdisjoint(low) for side in sides)
