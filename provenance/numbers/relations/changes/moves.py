"""Where a sentence says how far something went up or down, from what and to what.

In: a sentence and a grammar. Out: the readings of each such statement, none
where the sentence gives the figures another meaning (a loss, an annual rate,
constant currencies) or where two statements could be mixed up.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from provenance.model import Bound
from provenance.numbers.grammar import Grammar
from provenance.numbers.relations.changes.phrasing import Phrasing
from provenance.numbers.relations.changes.room import comparable
from provenance.numbers.relations.changes.said import Said
from provenance.numbers.story import Sentence

_RISE, _FALL, _THAN = "rise", "fall", "than"
# Beyond this one of the two figures lacks its "million".
_FACTOR = 100.0
# How many tokens before and behind the figures may say that they are no plain ones.
_BEFORE, _BEHIND = 15, 6
_YEAR_DIGITS, _CENTURIES = 4, ("19", "20")


@dataclass(frozen=True, slots=True)
class Move:
    """One reading of a change.

    Attributes:
        rises: Which way the words say it went.
        stated: By how much, as the text says.
        new, old: The figures after and before.
    """

    rises: bool
    stated: Said
    new: Said
    old: Said


def moves(sentence: Sentence, grammar: Grammar) -> Iterator[tuple[Phrasing, list[Move]]]:
    """The readings of each stated change, the likeliest first, and how the sentence is read."""
    if not _may_move(sentence, grammar):
        return
    phrasing = Phrasing.of(sentence, grammar)
    readings: dict[int, list[Move]] = {}
    for key, slots in phrasing.find(grammar, "change"):
        move = _move(key, slots)
        if move and _stands_alone(move, sentence, grammar) and _is_plain(move, phrasing, grammar):
            if key == _THAN:  # the bound was the "more than" of the change
                move = replace(move, old=_bare(move.old))
            readings.setdefault(move.stated.row.start, []).append(move)
    yield from ((phrasing, found) for found in readings.values())


def _may_move(sentence: Sentence, grammar: Grammar) -> bool:
    """Whether a word for a rise or fall stands in it, or a figure with "more than"; cheap."""
    names = ("rise", "fall", "rise-noun", "fall-noun")
    tokens = sentence.tokens
    return any(not grammar.classes[f"changes.{name}"].isdisjoint(tokens) for name in names) or any(
        figure.bound in (Bound.MORE, Bound.LESS) for figure in sentence.figures
    )


def _move(key: str, slots: dict[str, Said]) -> Move | None:
    stated, new, old = slots["stated"], slots["new"], slots["old"]
    if stated.row.kind not in ("percent", "measure", "ratio") or not comparable(new.row, old.row):
        return None
    if key == _THAN:
        ways = {Bound.MORE: _RISE, Bound.LESS: _FALL}
        if old.row.bound not in ways:
            return None
        key = ways[Bound(old.row.bound)]
    if not 1 / _FACTOR < new.row.value / old.row.value < _FACTOR:
        return None
    return Move(key == _RISE, stated, new, old)


def _stands_alone(move: Move, sentence: Sentence, grammar: Grammar) -> bool:
    """False for a share ("12 percent of"), a level ("to 12 percent") or another change."""
    low, roles = sentence.words.low, grammar.lexicon.roles
    stated, old = move.stated.figure, move.old.figure
    levels = {*roles["particles.to"], *roles["particles.from"]} - roles["particles.hyphen"]
    levels |= roles["particles.and"]
    # "Lost 30 percent of its value" is a change of what fell.
    own = low[stated.last + 1] in grammar.classes["changes.its"]
    if (low[stated.last] in roles["particles.of"] and not own) or low[stated.first - 1] in levels:
        return False
    if any(_is_year(low[each.figure.last - 1]) for each in (move.new, move.old)):
        return False
    moved = grammar.classes["changes.rise"] | grammar.classes["changes.fall"]
    multiplied = grammar.classes["changes.times"]
    return low[old.last] not in moved and multiplied.isdisjoint(
        (low[old.last], low[move.new.figure.last])
    )


def _is_year(token: str) -> bool:
    """True for the "1986" of "12 percent over 1986": no count is written like this in prose."""
    return len(token) == _YEAR_DIGITS and token.isdigit() and token[:2] in _CENTURIES


def _is_plain(move: Move, phrasing: Phrasing, grammar: Grammar) -> bool:
    """False where the words between the figures may belong to two statements."""
    figures = (move.stated, move.new, move.old)
    if is_fenced(figures, phrasing, grammar):
        return False
    between = phrasing.between(figures)
    ways = {key for key, _ in grammar.templates["move"].find(between, 0)}
    return (_FALL if move.rises else _RISE) not in ways


def _bare(said: Said) -> Said:
    return Said(said.figure, replace(said.row, bound=Bound.EXACT))


def is_fenced(figures: Iterable[Said], phrasing: Phrasing, grammar: Grammar) -> bool:
    """Whether words near or between `figures` say that they are no plain ones of one statement."""
    near, between = phrasing.between(figures, _BEFORE, _BEHIND), phrasing.between(figures)
    return _holds(grammar, "apart", near) or _holds(grammar, "fence", between)


def _holds(grammar: Grammar, table: str, skeleton: str) -> bool:
    """Whether a line of `table` that needs no figure holds in `skeleton`."""
    return any(True for _ in grammar.templates[table].find(skeleton, 0))
