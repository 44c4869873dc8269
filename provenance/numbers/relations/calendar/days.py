"""Days that no calendar has."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from provenance.model import Relation
from provenance.numbers.dates import calendar
from provenance.numbers.dates.mentions import Mention
from provenance.numbers.dates.showing import failing
from provenance.numbers.dates.words import DateWords
from provenance.numbers.story import Story

_KIND = "impossible-date"
_FIRST = 1800
_HIGHEST = 31
_LAST_MONTH = 12
_LEAP_DAY = 29
_REACH = 24
# A day that is quoted may be a title.
# The second of two days behind one month: no count, rate or season.
_DAYS = re.compile(r"[-–]([0-9]{2})(?=[.,;)]?(?:\s|$))")
_QUOTES = ('"', "“", "‘", "'")


def find(story: Story, dates: Sequence[Mention], words: DateWords) -> Iterator[Relation]:
    """Every day that cannot be and surely is meant as one."""
    for written in dates:
        if not written.readings or (written.year is not None and written.year < _FIRST):
            continue
        if all(month > _LAST_MONTH for _, month in written.readings):
            continue  # some other number
        mention = _to_last(story.text, written)
        is_day = any(calendar.exists(*reading, mention.year) for reading in mention.readings)
        if not is_day and _is_date(story.text, mention, words):
            place = mention.start, mention.end
            yield failing(story, _KIND, place, (_expected(mention, words), "the calendar"))


def _to_last(text: str, mention: Mention) -> Mention:
    """The last day of `June 15-31`; a single day as it is."""
    match = _DAYS.match(text, mention.end)
    if match is None or mention.year or not text[mention.end - 1].isdigit():
        return mention
    day = int(match[1])
    return replace(mention, end=match.end(), day=day) if day > (mention.day or 0) else mention


def _is_date(text: str, mention: Mention, words: DateWords) -> bool:
    """True when the number is no count: `on 31 April` is a date, `in April 31 ships` is none."""
    day, month = mention.readings[0]
    if mention.weekday or mention.year:
        return not mention.turned or max(day, month) <= _HIGHEST
    is_first = text[mention.start].isdigit()
    if not is_first and not text[mention.end - 1].isdigit():
        return True  # February 30th
    if text.endswith(_QUOTES, 0, mention.start):
        return False
    if is_first and text[mention.start + 1].isdigit() and text[mention.start + 2].isalpha():
        return True  # 31st April
    return _is_told(text, mention, words, may_count=is_first and day > _HIGHEST)


def _is_told(text: str, mention: Mention, words: DateWords, *, may_count: bool) -> bool:
    """True when the words around a day without a year make it one."""
    shape = words.around
    place = max(mention.start - _REACH, 0), mention.start
    goes_on = bool(shape.goes_on.match(text, mention.end))
    if may_count:
        return goes_on and bool(shape.day_of.search(text, *place))
    if shape.dated.search(text, *place):
        return goes_on or text[mention.start].isdigit()
    if goes_on and shape.loosely.search(text, *place):
        return True
    follows = shape.after_word.search(text, *place)
    return bool(follows and shape.ends.match(text, mention.end))


def _expected(mention: Mention, words: DateWords) -> str:
    """Which day is the last one of that month."""
    day, month = mention.readings[0]
    name = f"{words.months[month]} {mention.year}" if mention.year else words.months[month]
    last = max(
        each for each in range(1, _HIGHEST + 1) if calendar.exists(each, month, mention.year)
    )
    if day == _LEAP_DAY and last == _LEAP_DAY - 1:
        return f"{mention.year} is no leap year and its {words.months[month]} has {last} days"
    return f"{name} has {last} days"
