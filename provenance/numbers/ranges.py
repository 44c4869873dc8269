"""Joins two numbers to a range, or tells that they are a score or a change.

In: the tokens of a sentence and an amount that may be the lower end. Out: the
range as one amount. "From 50 to 20" and "rose from 20 to 50" are two figures,
not a range; "3-1" is none.
"""

from provenance.numbers import nouns, rejects, values
from provenance.numbers.lexicon import Lexicon
from provenance.numbers.units import Amount, Unit, amount
from provenance.text.sentence_tokens import Words

# How far before the lower end a word such as "rose" makes "20 to 50" a change.
_CHANGE_REACH = 8
_LARGE = 1000
# "US$150 million to $170 million" is one currency, "£8 million - $12 million" are two.
_PLAIN_DOLLAR = "dollar"
_DOLLARS = frozenset(["USD", "AUD", "CAD", "NZD", "HKD", "SGD"])
_CHANGES = ("cue.rise", "cue.fall")


def between(words: Words, left: Amount, lexicon: Lexicon) -> Amount | None:
    """The range that begins with `left`; null when there is none."""
    opening = words.low[left.first - 1]
    enclosed = opening in lexicon.roles["particles.between"]
    at, hyphen = _joiner(words, left, lexicon, enclosed=enclosed)
    right = _right(words, at, lexicon) if at else None
    if right is None or (unit := _common_unit(left, right)) is None:
        return None
    if hyphen and left.attributive and at == left.last + 1 and left.unit.kind != "count":
        return None  # 5-foot-10
    low = left.value
    if left.scale == 1 < right.scale and 0 < low < right.value / right.scale:
        low *= right.scale  # "4 to 5 thousand"
    if low >= right.value:
        return None
    opened = enclosed or opening in lexicon.roles["particles.from"]
    if not enclosed and _is_change(words, left.first, lexicon, moved=opened):
        return None
    known = opened or unit.kind != "count" or _has_noun(words, right, lexicon)
    if hyphen and not (known or _is_large(words, low, right)):
        return None
    return Amount(
        first=left.first - opened,
        last=right.last,
        value=(low + right.value) / 2,
        step=right.step,
        scale=right.scale,
        unit=unit,
        ends=(low, right.value),
        attributive=right.attributive,
    )


def is_score(words: Words, left: Amount, lexicon: Lexicon) -> bool:
    """True for the left half of "3-1", and for either half of "won 3 to 1"."""
    low, roles, first, at = words.low, lexicon.roles, left.first, left.last
    if low[at] in roles["particles.hyphen"] and low[at + 1][:1].isdigit():
        return words.joined(at) and words.joined(at + 1)
    if low[at] in roles["particles.to"] and low[at + 1].isdigit():
        return low[first - 1] in roles["scores.play"]
    if low[first - 1] in roles["particles.to"] and low[first - 2].isdigit():
        return low[first - 3] in roles["scores.play"]
    return False


def _joiner(words: Words, left: Amount, lexicon: Lexicon, *, enclosed: bool) -> tuple[int, bool]:
    """Token behind the word that joins two ends (0 when there is none); whether it is a hyphen."""
    low, roles, at = words.low, lexicon.roles, left.last
    if low[at] in roles["particles.hyphen"] and low[at + 1] in roles["particles.to"]:
        return at + 3, True  # 0-to-60
    if low[at] in roles["particles.hyphen"]:
        even = words.joined(at) == words.joined(at + 1)
        return (at + 1 if even else 0), True
    if low[at] in roles["particles.to"] or (enclosed and low[at] in roles["particles.and"]):
        return at + 1, False
    if low[at] in roles["particles.or"] and left.unit.kind == "count" and left.scale == 1:
        return at + 1, False
    return 0, False


def _right(words: Words, at: int, lexicon: Lexicon) -> Amount | None:
    """The upper end, with or without its currency, that begins at token `at`."""
    currency = lexicon.phrases["currencies"].at(words.low, at)
    number = values.read(words, at + currency[1] if currency else at, lexicon)
    if number is None or rejects.joined_behind(words, number.last, lexicon):
        return None
    right = amount(words, number, lexicon)
    return right if right.first == at else None


def _common_unit(left: Amount, right: Amount) -> Unit | None:
    """The unit of both ends; null when they differ, as in "rose 10% to 90 million"."""
    names = {left.unit.name, right.unit.name} - {None}
    if _PLAIN_DOLLAR in names and not names.isdisjoint(_DOLLARS):
        names.remove(_PLAIN_DOLLAR)
    kinds = {left.unit.kind, right.unit.kind} - {"count"}
    mixed = left.unit.kind == "percent" and right.unit.kind == "count"
    if mixed or len(names) > 1 or len(kinds) > 1:
        return None
    unit = right.unit if right.unit.kind != "count" else left.unit
    return Unit(unit.kind, names.pop() if names else unit.name, right.last)


def _is_change(words: Words, first: int, lexicon: Lexicon, *, moved: bool) -> bool:
    """True when a rise or fall stands before, or a move and "from": "went from 20 to 50"."""
    for index in range(first - 1, max(first - 1 - _CHANGE_REACH, -1), -1):
        if words.low[index] in (",", ";", ":"):
            return False
        if moved and words.low[index] in lexicon.roles["moves.verb"]:
            return True
        found = lexicon.cues.at(words.low, index)
        if found and found[0] in _CHANGES:
            return True
    return False


def _is_large(words: Words, low: float, right: Amount) -> bool:
    """True for 1000-5000 and 5k-20k, which are no score; not for the parts of a long number."""
    goes_on = words.joined(right.last) and words.low[right.last] in ("-", "/")
    return low >= _LARGE and not goes_on


def _has_noun(words: Words, right: Amount, lexicon: Lexicon) -> bool:
    if words.low[right.last] in lexicon.roles["scores.score"]:
        return False
    return right.attributive or nouns.has_plural(words, right.last, lexicon)
