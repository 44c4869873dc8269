"""Reads numbers that place instead of count: ages, ranks, and ordinals of what recurs.

In: the tokens of a sentence and an index. Out: an amount of kind `age` ("Reyes,
41,", "aged 12"), `rank` ("second-largest", "ranked fifth") or `ordinal` ("25th
anniversary", "third time"). Ordinals that only name something ("the third
man", "21st Street", "the fourth quarter") are left out. "A 47-year-old" is
read by its unit, see `units`.
"""

from provenance.numbers.lexicon import Lexicon
from provenance.numbers.numerals import past_hyphen
from provenance.numbers.units import OLDEST, Amount, Unit
from provenance.text.sentence_tokens import Words

KINDS = frozenset(["age", "rank", "ordinal"])
_HIGHEST = 1000  # beyond it "1500th" numbers a thing more often than it ranks it
_YEAR = "year"


def place(words: Words, index: int, lexicon: Lexicon) -> Amount | None:
    """The rank or the ordinal that begins at token `index`; null when none does."""
    value, last = _ordinal(words, index, lexicon)
    if not 1 < value <= _HIGHEST:
        return None
    low, roles = words.low, lexicon.roles
    behind = past_hyphen(words, last, lexicon)
    if low[behind] in roles["ranks.superlative"]:
        return _placed(index, behind + 1, value, "rank")
    if low[last] in roles["ranks.noun"] or low[index - 1] in roles["ranks.verb"]:
        return _placed(index, last, value, "rank")
    if low[last] in roles["recurring.noun"]:
        return _placed(index, last, value, "ordinal")
    return None


def age(words: Words, amount: Amount, lexicon: Lexicon) -> Amount | None:
    """The amount as an age when it is one: "aged 12", "Reyes, 41,"; null otherwise."""
    before = words.low[amount.first - 1]
    labelled = before in lexicon.roles["ages.label"]
    if not labelled and before != ",":
        return None
    whole = float(amount.value).is_integer() and 0 <= amount.value < OLDEST
    if not whole or amount.unit.kind != "count" or amount.attributive:
        return None
    if labelled or _is_apposed(words, amount, lexicon):
        return _placed(amount.first, amount.last, amount.value, "age")
    return None


def _is_apposed(words: Words, amount: Amount, lexicon: Lexicon) -> bool:
    """Reyes, 41, said; but not "in Tarn, 11, or 34 percent, said"."""
    low, last = words.low, amount.last
    if not words.raw[amount.first - 2][:1].isupper():
        return False
    again = low[last] == "," and low[last + 1] in lexicon.roles["particles.or"]
    return low[last] in (",", ".", ")", "") and not again


def _ordinal(words: Words, index: int, lexicon: Lexicon) -> tuple[float, int]:
    """Value and end of "third", "21st", "twenty-first"; 0 when there is none."""
    low, ordinals = words.low, lexicon.values["ordinals"]
    if low[index].isdigit():
        ending = words.joined(index + 1) and low[index + 1] in lexicon.roles["particles.th"]
        return (float(low[index]), index + 2) if ending and len(low[index]) < 5 else (0.0, index)
    if value := ordinals.get(low[index]):
        return value, index + 1
    if lexicon.values["cardinals"].get(low[index], 0.0) < 20:
        return 0.0, index
    tens = lexicon.values["cardinals"][low[index]]
    unit = ordinals.get(low[past_hyphen(words, index + 1, lexicon)], 0.0)
    if 0 < unit < 10:
        return tens + unit, past_hyphen(words, index + 1, lexicon) + 1
    return 0.0, index


def _placed(first: int, last: int, value: float, kind: str) -> Amount:
    return Amount(first, last, value, 1.0, 1.0, Unit(kind, _YEAR if kind == "age" else None, last))
