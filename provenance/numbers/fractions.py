"""Reads fractions in words: a third of, two-thirds, half the, one in five, 8 out of 10.

In: the tokens of a sentence and an index. Out: the share as an amount of kind
`ratio` (0.5 for a half), or a measure for "half an hour". Ordinals ("a third
person", "the second half") are left alone.
"""

from provenance.numbers import values
from provenance.numbers.lexicon import Lexicon
from provenance.numbers.numerals import past_hyphen, past_loose_hyphen, step_of
from provenance.numbers.units import Amount, Unit, sign, unit_at
from provenance.text.sentence_tokens import Words

_STEP = 0.05
_UNIT_STEPS = 5  # but of "two hundredths of a gram" a fifth of it
# "Nine in 10" is a share; "two in three" may be two goals in three games.
_ROUND_BASES = frozenset([10.0, 100.0, 1000.0])


def share(words: Words, index: int, lexicon: Lexicon) -> Amount | None:
    """The fraction that begins at token `index`; null when none does."""
    low = words.low
    count, at = _numerator(words, index, lexicon)
    part, last = _part(words, at, lexicon)
    if not part or last > at + 1 == index + 1:
        return _improper(words, index, lexicon)
    article = at > index and low[index] in lexicon.roles["particles.article"]
    if article and (attributive := _hyphened(words, index, part, last, lexicon)):
        return attributive
    if not low[at].isalpha():
        return _ratio(words, index, last, count * part, lexicon)
    if part == 0.5 and not (at > index and not article):
        return _half(words, index, at, lexicon)
    plural = low[last - 1].endswith("s")
    if at == index or (article and not _is_share(words, index, last, lexicon)):
        return None
    return None if (count > 1) != plural else _ratio(words, index, last, count * part, lexicon)


def one_in(words: Words, index: int, lexicon: Lexicon) -> Amount | None:
    """Such as "one in five", "8 out of 10", "10 out of every 100,000", "1 over 20"."""
    joiner = lexicon.phrases["shares"].at(words.low, index + 1)
    if joiner is None:
        return None
    top = values.read(words, index, lexicon)
    bottom = values.read(words, index + 1 + joiner[1], lexicon)
    if not (top and bottom) or top.last > index + 1 or top.value <= 0 or bottom.value <= 0:
        return None
    unit = unit_at(words, bottom.last, lexicon)
    if joiner[0] == "divided":
        alone = not unit and not words.low[bottom.last][:1].isalpha()
        bare = lexicon.phrases["currencies"].ending(words.low, index) is None
        fits = alone and bare
    elif joiner[0] == "plain":
        fits = top.value == 1 or bottom.value in _ROUND_BASES
        fits = fits and unit is None and 3 <= bottom.value > top.value
    else:
        fits = top.value < bottom.value
    return _ratio(words, index, bottom.last, top.value / bottom.value, lexicon) if fits else None


def _numerator(words: Words, index: int, lexicon: Lexicon) -> tuple[float, int]:
    """The count of parts before a fraction word, and where that word must stand."""
    if words.low[index] in lexicon.roles["particles.article"]:
        return 1.0, index + 1
    count = lexicon.values["cardinals"].get(words.low[index], 0.0)
    if 0 < count < 10:
        return count, past_loose_hyphen(words, index + 1, lexicon)
    return 1.0, index


def _part(words: Words, index: int, lexicon: Lexicon) -> tuple[float, int]:
    """The size of one part, such as 0.2 for "fifths", and its end; 0 when there is none."""
    low = words.low
    if part := lexicon.values["fractions"].get(low[index]):
        return part, index + 1
    tens = lexicon.values["cardinals"].get(low[index], 0.0)
    at = past_hyphen(words, index + 1, lexicon)
    place = lexicon.values["ordinals"].get(low[at], 0.0)
    return (1 / (tens + place), at + 1) if tens >= 20 and 0 < place < 10 else (0.0, index)


def _improper(words: Words, index: int, lexicon: Lexicon) -> Amount | None:
    """Such as "twenty-three fifths", "a hundred thousandths"."""
    if lexicon.values["fractions"].keys().isdisjoint(words.low):
        return None
    number = values.read(words, index, lexicon)
    if number is None or not number.spelled or number.value < 10:
        return None
    part, last = _part(words, past_hyphen(words, number.last, lexicon), lexicon)
    if not part or not words.low[last - 1].endswith("s"):
        return None
    value, tens = number.value, lexicon.values["cardinals"].get(words.low[number.last - 1], 0.0)
    if tens >= 20 and words.low[number.last - 2] in lexicon.values["scales"]:
        value, part = value - tens, 1 / (tens + round(1 / part))  # one hundred thirty-fifths
    return _ratio(words, index, last, value * part, lexicon)


def _is_share(words: Words, index: int, last: int, lexicon: Lexicon) -> bool:
    """True for "a third of" and "by a third."; "a third man" is a person."""
    low = words.low
    if low[last] in lexicon.roles["particles.of"]:
        return True
    if low[last][:1].isalpha():
        return False
    whole = index == 0 and last == words.count
    bounded = lexicon.phrases["before"].ending(low, index) is not None
    return whole or bounded or low[index - 1] in lexicon.roles["agents.by"]


def _hyphened(words: Words, index: int, part: float, last: int, lexicon: Lexicon) -> Amount | None:
    """A half-hour, a quarter-mile; but not a third-year student."""
    at = past_hyphen(words, last, lexicon)
    unit = unit_at(words, at, lexicon) if at > last and part in values.COMMON_PARTS else None
    return unit and Amount(index, unit.last, part, 0.1, 1.0, unit)


def _half(words: Words, index: int, at: int, lexicon: Lexicon) -> Amount | None:
    """Reads "half of", "half the", "half its"; "half an hour" is a measure."""
    behind, article = words.low[at + 1], at > index
    if behind in lexicon.roles["particles.article"]:
        unit = unit_at(words, at + 2, lexicon)
        return Amount(index, unit.last, 0.5, 0.1, 1.0, unit) if unit else None
    owners = lexicon.roles["determiners.whole"] | lexicon.roles["determiners.owner"]
    bounded = lexicon.phrases["before"].ending(words.low, index)
    beyond = past_hyphen(words, at + 1, lexicon)
    if beyond > at + 1 and (article or words.low[beyond] in lexicon.roles["particles.article"]):
        return None  # a half-dozen, half-a-million
    if article and (more := _and_a_half(words, index, lexicon)):
        return more
    alone = article and not behind[:1].isalpha()
    if behind in lexicon.roles["particles.of"] or behind in owners or bounded or alone:
        return _ratio(words, index, at + 1, 0.5, lexicon)
    return None


def _and_a_half(words: Words, index: int, lexicon: Lexicon) -> Amount | None:
    """The whole of "a mile and a half", whose "a half" begins at token `index`."""
    low, article = words.low, lexicon.roles["particles.article"]
    if index < 3 or low[index - 1] not in lexicon.roles["particles.and"]:
        return None
    unit = unit_at(words, index - 2, lexicon)
    if low[index - 3] not in article or unit is None or unit.last != index - 1:
        return None
    return Amount(index - 3, index + 2, 1.5, 0.1, 1.0, unit._replace(last=index + 2))


def _ratio(words: Words, first: int, last: int, value: float, lexicon: Lexicon) -> Amount:
    """The share with its minus; but a count of "a third of a million", a quarter of a mile."""
    first, negative = sign(words, first, last, lexicon)
    low, roles = words.low, lexicon.roles
    value = -value if negative else value
    of_a = low[last] in roles["particles.of"] and low[last + 1] in roles["particles.article"]
    if of_a and (scale := lexicon.values["scales"].get(low[last + 2])):
        unit = unit_at(words, last + 3, lexicon) or Unit("count", None, last + 3)
        step = max(step_of(round(value * scale, 6)), _STEP * scale)
        return Amount(first, unit.last, value * scale, step, scale, unit)
    unit = (unit_at(words, last + 2, lexicon) if of_a else None) or Unit("ratio", None, last)
    step = _STEP if unit.kind == "ratio" else min(_STEP, abs(value) / _UNIT_STEPS)
    return Amount(first, unit.last, value, step, 1.0, unit)
