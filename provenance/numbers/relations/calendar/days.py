"""Days that no calendar has."""

from collections.abc import Iterator, Sequence

from provenance.model import Relation
from provenance.numbers.dates import calendar
from provenance.numbers.dates.mentions import Mention
from provenance.numbers.dates.showing import failing, fitting
from provenance.numbers.dates.words import DateWords
from provenance.numbers.story import Story

_KIND = "impossible-date"
_FIRST = 1800
_HIGHEST = 31
_LAST_MONTH = 12
_LEAP_DAY = 29
_REACH = 24
# A day that is quoted may be a title.
_QUOTES = ('"', "“", "‘", "'")


def find(story: Story, dates: Sequence[Mention], words: DateWords) -> Iterator[Relation]:
    """Every full date, and every day that cannot be and surely is meant as one."""
    for mention in dates:
        if not mention.readings or (mention.year is not None and mention.year < _FIRST):
            continue
        if all(month > _LAST_MONTH for _, month in mention.readings):
            continue  # some other number
        place = mention.start, mention.end
        if any(calendar.exists(*reading, mention.year) for reading in mention.readings):
            if mention.year:
                yield fitting(story, _KIND, place)
        elif _is_date(story.text, mention, words):
            yield failing(story, _KIND, place, (_expected(mention, words), "the calendar"))


def _is_date(text: str, mention: Mention, words: DateWords) -> bool:
    """True when the number is no count: `on 31 April` is a date, `in April 31 ships` is none."""
    day, month = mention.readings[0]
    if mention.weekday or mention.year:
        return not mention.turned or max(day, month) <= _HIGHEST
    is_first = text[mention.start].isdigit()
    is_ordinal = not text[mention.end - 1].isdigit()
    if is_ordinal and not is_first:
        return True  # February 30th
    before = max(mention.start - _REACH, 0)
    is_listed = is_first and day > _HIGHEST and not text[mention.start + 2].isalpha()
    if is_listed or text[before : mention.start].endswith(_QUOTES):
        return False
    shape = words.around
    goes_on = bool(shape.goes_on.match(text, mention.end))
    if shape.dated.search(text, before, mention.start):
        return goes_on or is_ordinal or is_first
    if goes_on and shape.loosely.search(text, before, mention.start):
        return True
    follows = shape.after_word.search(text, before, mention.start)
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
