"""Reads fractions in words: a third of, two-thirds, half the, one in five, 8 out of 10.

In: the tokens of a sentence and an index. Out: the share as an amount of kind
`ratio` (0.5 for a half), or a measure for "half an hour". Ordinals ("a third
person", "the second half") are left alone.
"""

from provenance.numbers import values
from provenance.numbers.lexicon import Lexicon
from provenance.numbers.tokens import Words
from provenance.numbers.units import Amount, Unit, unit_at

_STEP = 0.05
# "Nine in 10" is a share; "two in three" may be two goals in three games.
_ROUND_BASES = frozenset([10.0, 100.0, 1000.0])


def share(words: Words, index: int, lexicon: Lexicon) -> Amount | None:
    """The fraction that begins at token `index`; null when none does."""
    low, fractions = words.low, lexicon.values["fractions"]
    count, at = _numerator(words, index, lexicon)
    if low[at] not in fractions or not low[at]:
        return None
    value, last = count * fractions[low[at]], at + 1
    article = at > index and low[index] in lexicon.roles["particles.article"]
    if fractions[low[at]] == 0.5 and not (at > index and not article):
        return _half(words, index, at, lexicon)
    partitive = low[last] in lexicon.roles["particles.of"]
    if at == index or (article and not partitive) or (count > 1) != low[at].endswith("s"):
        return None if low[at].isalpha() else _ratio(index, last, value)
    return _ratio(index, last, value)


def one_in(words: Words, index: int, lexicon: Lexicon) -> Amount | None:
    """Such as "one in five", "8 out of 10", "10 out of every 100,000"."""
    joiner = lexicon.phrases["shares"].at(words.low, index + 1)
    if joiner is None:
        return None
    top = values.read(words, index, lexicon)
    bottom = values.read(words, index + 1 + joiner[1], lexicon)
    if not (top and bottom) or top.last > index + 1 or not 0 < top.value < bottom.value:
        return None
    plain = joiner[0] == "plain"
    if plain and not ((top.value == 1 and top.spelled) or bottom.value in _ROUND_BASES):
        return None
    unit = unit_at(words, bottom.last, lexicon)
    if plain and (unit or bottom.value < 3):
        return None
    return _ratio(index, bottom.last, top.value / bottom.value)


def _numerator(words: Words, index: int, lexicon: Lexicon) -> tuple[float, int]:
    """The count of parts before a fraction word, and where that word must stand."""
    if words.low[index] in lexicon.roles["particles.article"]:
        return 1.0, index + 1
    count = lexicon.values["cardinals"].get(words.low[index], 0.0)
    if 0 < count < 10:
        return count, values.past_hyphen(words, index + 1, lexicon)
    return 1.0, index


def _half(words: Words, index: int, at: int, lexicon: Lexicon) -> Amount | None:
    """Reads "half of", "half the", "half its"; "half an hour" is a measure."""
    behind = words.low[at + 1]
    if behind in lexicon.roles["particles.article"]:
        unit = unit_at(words, at + 2, lexicon)
        return Amount(index, unit.last, 0.5, 0.1, 1.0, unit) if unit else None
    owners = lexicon.roles["determiners.whole"] | lexicon.roles["determiners.owner"]
    bounded = lexicon.phrases["before"].ending(words.low, index)
    if behind in lexicon.roles["particles.of"] or behind in owners or bounded:
        return _ratio(index, at + 1, 0.5)
    return None


def _ratio(first: int, last: int, value: float) -> Amount:
    return Amount(first, last, value, _STEP, 1.0, Unit("ratio", None, last))
