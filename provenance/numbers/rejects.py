"""Tells numbers that are no figures: years, dates, times, scores, names, labels.

In: the tokens of a sentence and a number in it. Out: whether it is a figure.
Two questions, because a unit settles most of it: `inside_token` for anything
("101st", "12:30", "5/6/2010", "A320"), `names_something` only for numbers that
have no unit ("in 2014", "No. 12", "Flight 93").
"""

import re

from provenance.model import Bound
from provenance.numbers import nouns
from provenance.numbers.lexicon import Lexicon
from provenance.numbers.numerals import Number
from provenance.numbers.units import OPENING_SIGNS, currency_before, unit_at
from provenance.text.sentence_tokens import Words

_YEAR = re.compile(r"1[0-9]{3}|2[01][0-9]{2}")
_RECENT = re.compile(r"1[7-9][0-9]{2}|20[0-9]{2}")
_LINKS = frozenset(["-", "–", ",", "and", "to", "or"])
_YEAR_DIGITS = 4
_ROUND_YEARS = 50  # "over 2000" is a bound, "4 percent over 1986" a year
_LINKED = 6  # tokens of the numbers that are strung to one, and of their links
_MONTH_DAYS = 31
_LISTED = 99
_NAME_WORDS = 3


def inside_token(words: Words, number: Number, lexicon: Lexicon) -> bool:
    """True when the number is only a part of a longer token, or a time of day."""
    first, last, starts, ends = number.first, number.last, words.starts, words.ends
    return (
        (starts[first] == ends[first - 1] and _joined_before(words, first, lexicon))
        or (starts[last] == ends[last - 1] and joined_behind(words, last, lexicon))
        or words.low[last] in lexicon.roles["clock.clock"]
    )


def names_something(words: Words, number: Number, lexicon: Lexicon) -> bool:
    """True when a number without a unit dates, labels, ranks or names something."""
    plain = number.last == number.first + 1
    if plain and not number.spelled and is_year(words, number.first, lexicon):
        return True
    label = _label(words, _series_start(words, number.first))
    if label in lexicon.roles["labels.strong"]:
        return True
    year = not plain and is_year(words, number.first, lexicon)
    if not year and _counts(words, number.last, lexicon):
        return _is_date(words, number, lexicon)
    if label in lexicon.roles["labels.weak"]:
        return True
    if number.spelled:
        return _is_pronoun(words, number, lexicon) or _is_spelled_name(words, number)
    return (
        _is_date(words, number, lexicon)
        or _is_list_mark(words, number, lexicon)
        or _is_name(words, number, lexicon)
    )


def is_year(words: Words, index: int, lexicon: Lexicon) -> bool:
    """True for a token of four digits that stands where years stand."""
    low, roles = words.low, lexicon.roles
    if len(low[index]) != _YEAR_DIGITS or not _YEAR.fullmatch(low[index]):
        return False
    if words.joined(index + 1) and low[index + 1].isalnum():
        return False
    other = low[index + 2] if low[index + 1] in _LINKS else ""
    if other.isdigit() and len(other) == _YEAR_DIGITS and not _YEAR.fullmatch(other):
        return False  # 2000 - 2500
    recent = bool(_RECENT.fullmatch(low[index]))
    date = low[_series_start(words, index) - 1]
    if date in roles["years.date"] or date in lexicon.words["months"]:
        return recent or not _counts(words, index + 1, lexicon)
    measured = low[index + 1] in roles["years.behind"]  # below 1990 levels
    return recent and (measured or _stands_as_year(words, index, lexicon))


def _stands_as_year(words: Words, index: int, lexicon: Lexicon) -> bool:
    """True unless a recent year counts what is behind it, or is bounded like a figure."""
    low, roles = words.low, lexicon.roles
    counts = _counts(words, index + 1, lexicon)
    if bound := lexicon.phrases["before"].ending(low, index):
        compared = low[index - 1] in roles["years.over"] and bound[1] == 1
        compared = compared and int(low[index]) % _ROUND_YEARS > 0
        return (bound[0] == Bound.ABOUT or compared) and not counts  # around 2010, over 1986
    before = words.raw[index - 1]
    named = index > 1 and before[:1].isupper()
    near = before.lower() in roles["years.near"] or before.endswith(("'s", "’s"))
    return near or named or not counts


def joined_behind(words: Words, last: int, lexicon: Lexicon) -> bool:
    """A letter, digit or joiner right behind: 101st, 5G, 12:30, 1/2/2010, 1980s."""
    if not words.joined(last):
        return False
    behind = words.low[last]
    if behind in ("'", "_", "\\"):
        return words.joined(last + 1)
    if behind in (":", "/"):
        return words.joined(last + 1) and words.low[last + 1][:1].isdigit()
    if not behind[0].isalnum():
        return False
    unit = unit_at(words, last, lexicon)
    return unit is None or (words.joined(unit.last) and words.low[unit.last].isalnum())


def _joined_before(words: Words, first: int, lexicon: Lexicon) -> bool:
    """A letter, digit or joiner right in front: B2, Covid-19, 12:30, 1/2/2010, '90s."""
    if first == 0 or not words.joined(first):
        return False
    before = words.low[first - 1]
    if before in lexicon.roles["particles.hyphen"]:
        if first < 2 or not words.joined(first - 1) or words.low[first - 2] in OPENING_SIGNS:
            return False
        return lexicon.phrases["before"].ending(words.low, first) is None and (
            words.low[first - 2] not in lexicon.roles["particles.minus"]
        )
    if before == ".":
        return words.joined(first - 1)
    if before in ("'", ":", "/", "_", "\\"):
        return True
    return before[-1].isalnum() and currency_before(words, first, lexicon) is None


def _series_start(words: Words, index: int) -> int:
    """First of the numbers that `index` is strung to: the 18 of "aged 18 to 34"."""
    low, least = words.low, index - _LINKED
    while index > least and low[index - 1] in _LINKS:
        if index < 2 or not low[index - 2].isdigit():
            break
        index -= 2
    return index


def _label(words: Words, first: int) -> str:
    """The word in front of a number, a full stop left out: No. 12, Section 12, aged 25 to 54."""
    return words.low[first - 2] if words.low[first - 1] == "." else words.low[first - 1]


def _counts(words: Words, last: int, lexicon: Lexicon) -> bool:
    """True when a plural follows, so that the number counts something."""
    return nouns.has_plural(words, last, lexicon)


def _is_pronoun(words: Words, number: Number, lexicon: Lexicon) -> bool:
    """The word "one" without a noun right behind it: "the one", "one said"."""
    if number.value != 1 or number.last != number.first + 1:
        return False
    low, behind = words.low, words.raw[number.last]
    before = low[number.first - 1]
    if before.isalpha() and before in lexicon.roles["particles.minus"]:
        return False
    behind_it = low[number.last]
    if behind_it in lexicon.roles["particles.to"] or behind_it in lexicon.roles["particles.or"]:
        if low[number.last + 1] in lexicon.openers or low[number.last + 1][:1].isdigit():
            return False  # one to two
        behind = words.raw[number.last + 1] if behind == "-" else behind
    return not behind.isalpha() or behind.lower() in lexicon.stops or behind[0].isupper()


def _is_spelled_name(words: Words, number: Number) -> bool:
    """Formula One, Channel Nine: a capital on both words, within a sentence."""
    before, own = words.raw[number.first - 1], words.raw[number.first]
    return number.first > 0 and before[:1].isupper() and own[0].isupper()


def _is_date(words: Words, number: Number, lexicon: Lexicon) -> bool:
    """March 29, Oct. 31, 29 March, and the days that follow one: Oct. 18-22, June 2 and 3."""
    if number.value > _MONTH_DAYS or number.last != number.first + 1:
        return False
    if _is_month(words, number.last, lexicon):
        return True
    start = _series_start(words, number.first)
    return _is_month(words, start - 2 if words.low[start - 1] == "." else start - 1, lexicon)


def _is_month(words: Words, index: int, lexicon: Lexicon) -> bool:
    return words.low[index] in lexicon.words["months"] and words.raw[index][0].isupper()


def _is_list_mark(words: Words, number: Number, lexicon: Lexicon) -> bool:
    """The 1 of "1. Wash" and "Reyes (1)"; digits next to digits, as in phone numbers."""
    before, behind = words.low[number.first - 1], words.low[number.last]
    if before == "(" and behind == ")":
        return not _is_aside(words, number, lexicon)
    if number.first == 0 and behind in (".", ")") and number.value <= _LISTED:
        return True
    plain = number.last == number.first + 1
    return plain and (behind[:1].isdigit() or before[:1].isdigit())


def _is_aside(words: Words, number: Number, lexicon: Lexicon) -> bool:
    """True for "women (156)" and "34 percent (156)" in a sentence that numbers nothing."""
    at = number.first - 2
    noun = words.raw[at].islower() and nouns.is_plural(words, at, lexicon)
    if not (noun or lexicon.phrases["percents"].ending(words.low, at + 1)):
        return False
    listed = any(words.low[k - 1] == "(" and words.low[k + 1] == ")" for k in words.places("1"))
    return not (listed or words.low[number.last + 1][:1].isdigit())


def _is_name(words: Words, number: Number, lexicon: Lexicon) -> bool:
    """Flight 93, Pixel 7, the 330 Cruiser: a capital beside the digits, nothing counted."""
    if number.last != number.first + 1:
        return False
    before, behind = words.raw[number.first - 1], words.raw[number.last]
    if lexicon.phrases["before"].ending(words.low, number.first):
        return False
    if _is_told_of_place(words, number, lexicon):
        return False
    if behind.istitle() and behind.isalpha() and words.low[number.first].isdigit():
        known = behind.lower() in lexicon.stops or lexicon.cues.at(words.low, number.last)
        if not known and not _is_month(words, number.last, lexicon):
            return True
    if not before.isalpha() or before.islower() or number.first == 0:
        return False
    return before.lower() not in lexicon.stops and before.lower() not in lexicon.cues.first


def _is_told_of_place(words: Words, number: Number, lexicon: Lexicon) -> bool:
    """The 44 of "in Tarn 44 of the 60 came" and "in Tarn 44 were hurt"."""
    low, at = words.low, number.first - 1
    while number.first - at <= _NAME_WORDS and words.raw[at].istitle() and at:
        at -= 1
    if low[at] not in lexicon.roles["places.before"] or at == number.first - 1:
        return False
    plural = low[number.last] in lexicon.roles["tenses.plural"] and number.value > 1
    return (plural and at == 0) or _is_part(words, number, lexicon)


def _is_part(words: Words, number: Number, lexicon: Lexicon) -> bool:
    """44 of the 60, but not of 2016."""
    low, at = words.low, number.last + 1
    if low[number.last] not in lexicon.roles["particles.of"]:
        return False
    at += low[at] in lexicon.roles["determiners.whole"]
    whole = low[at][:1].isdigit() or low[at] in lexicon.values["cardinals"]
    return whole and not is_year(words, at, lexicon)
