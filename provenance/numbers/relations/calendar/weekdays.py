"""Weekdays against the dates they stand with.

A date with its year has one weekday. Dates without a year are held against
the day nearest to publication; where that is not known, all of an article
must be possible in one year, or in the one winter that lies across two. Dates
that the text itself puts into another year are held against neither.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import date

from provenance.model import Relation
from provenance.numbers.dates import calendar
from provenance.numbers.dates.mentions import Mention
from provenance.numbers.dates.showing import day_name, failing, fitting
from provenance.numbers.dates.words import DateWords
from provenance.numbers.story import Story

_FULL = "weekday-of-date"
_YEARLESS = "weekdays-of-one-year"
# English dates before this may be in the old calendar, or in a chronicle.
_FIRST = 1800
# Only dates that are less than half a year apart are read across the turn of a year.
_APART = 200
_YEAR_DAYS = 365
# A day this near to publication is of no other year.
_NEAR = 120
# An article may be a chronicle of as many years.
_OLDEST = 30
_AROUND = 300
_MONTH_DAYS = 30.5
# A list of more dates than this is a calendar of events of several years or a table.
_LISTING = 12
# A sentence that names another year is looked at as far as this from the date.
_SENTENCE = 600


def find(story: Story, dates: Sequence[Mention], words: DateWords) -> Iterator[Relation]:
    """Every date with a weekday, held against the calendar."""
    named = [each for each in dates if each.weekday and each.readings]
    for mention in named:
        if mention.year and mention.year >= _FIRST:
            yield from _of_date(story, mention, words)
    yearless = [
        each
        for each in named
        if each.year is None
        and _may_be(each)
        and not _is_caption(story.text, each, words)
        and not words.around.other_year.search(story.text, *_context(story, each))
    ]
    published = calendar.published(story.date)
    if published:
        told = {each.year for each in dates if each.year}
        yield from _of_publication(story, yearless, published, told, words)
    elif len(yearless) <= _LISTING:
        years = [each.start for each in dates if each.year]
        pool = [each for each in yearless if not _has_any(years, *_context(story, each))]
        yield from _of_one_year(story, pool, words)


def _may_be(mention: Mention) -> bool:
    return calendar.exists(*mention.readings[0], None)


def _is_caption(text: str, mention: Mention, words: DateWords) -> bool:
    """True in a gallery of pictures: its captions may be of any year."""
    around = max(mention.start - _AROUND, 0), mention.end + _AROUND
    return bool(words.around.gallery.search(text, *around))


def _context(story: Story, mention: Mention) -> tuple[int, int]:
    """The sentence of a date, with the one before when that stands in the same line."""
    number = bisect_right(story.spans, (mention.start, len(story.text))) - 1
    if number < 0:
        return mention.start, mention.end
    low, high = mention.start - _SENTENCE, mention.end + _SENTENCE
    start, end = story.spans[number]
    gap = story.text[max(low, 0) : start]
    if number and "\n" not in gap[len(gap.rstrip()) :]:
        start = story.spans[number - 1][0]
    return max(start, low), min(max(end, mention.end), high)


def _has_any(starts: Sequence[int], start: int, end: int) -> bool:
    at = bisect_left(starts, start)
    return at < len(starts) and starts[at] < end


def _of_date(story: Story, mention: Mention, words: DateWords) -> Iterator[Relation]:
    """A date with its year; the fix can be another weekday or another day."""
    year = mention.year or 0
    days = [day for reading in mention.readings if (day := calendar.at(*reading, year))]
    if not days:
        return
    place = mention.start, mention.end
    if any(day.isoweekday() == mention.weekday for day in days):
        yield fitting(story, _FULL, place)
    elif not _is_old(story, days[0], mention, words):
        yield _other_day(story, mention, days[0], words)


def _is_old(story: Story, day: date, mention: Mention, words: DateWords) -> bool:
    """True when the weekday is that of a calendar of which the article may speak."""
    old = calendar.old_weekday(day.day, day.month, day.year)
    return old == mention.weekday and bool(words.around.old.search(story.text))


def _other_day(story: Story, mention: Mention, day: date, words: DateWords) -> Relation:
    wanted = mention.weekday or 0
    nearest = calendar.nearest_weekday(day, wanted)
    expected = (
        f"{day_name(day, words)} is a {words.days[day.isoweekday()]} and the nearest"
        f" {words.days[wanted]} is {day_name(nearest, words)}"
    )
    return failing(story, _FULL, (mention.start, mention.end), (expected, "the year as written"))


def _of_publication(
    story: Story, dates: Sequence[Mention], published: date, told: set[int], words: DateWords
) -> Iterator[Relation]:
    """Dates without a year in an article whose day is known.

    Nothing is said where the weekday is right in a year that the article names, and where several
    are right in one other year.
    """
    off = []
    for mention in dates:
        years = _years_near(mention, published)
        if mention.weekday in (calendar.weekday(*mention.readings[0], year) for year in years):
            yield fitting(story, _YEARLESS, (mention.start, mention.end))
        elif years and not _is_right_in(mention, told):
            off.append(mention)
    if len(off) > 1 and any(
        len(_possible(off, year, turn)) == len(off)
        for year in range(published.year - _OLDEST, published.year + 2)
        for turn in range(12)
    ):
        return
    for mention in off:
        yield _off_publication(story, mention, published, words)


def _years_near(mention: Mention, published: date) -> set[int]:
    """The years in which the day may be.

    That of the nearest such day; unless that is near also those of the last one before
    publication and of publication.
    """
    day, month = mention.readings[0]
    near = calendar.nearest_date(day, month, published)
    if near is None:
        return set()
    if abs((near - published).days) <= _NEAR:
        return {near.year}
    before = published.year - (1 if (month, day) > (published.month, published.day) else 0)
    return {near.year, before, published.year}


def _is_right_in(mention: Mention, years: set[int]) -> bool:
    day = mention.readings[0]
    return any(calendar.weekday(*day, year) == mention.weekday for year in years)


def _off_publication(story: Story, mention: Mention, published: date, words: DateWords) -> Relation:
    near = calendar.nearest_date(*mention.readings[0], published) or published
    expected = f"{day_name(near, words)} is a {words.days[near.isoweekday()]}"
    held = f"the nearest such day to publication on {day_name(published, words)}"
    return failing(story, _YEARLESS, (mention.start, mention.end), (expected, held))


def _of_one_year(story: Story, dates: Sequence[Mention], words: DateWords) -> Iterator[Relation]:
    """Dates without a year in an article of an unknown day: the most that one year allows fit."""
    if len({each.readings[0] for each in dates}) < 2:
        return
    best: list[Mention] = max(
        (_possible(dates, year, turn) for year in calendar.years_of_kind() for turn in range(12)),
        key=lambda fitting: (len(fitting), [-each.start for each in fitting]),
    )
    if len(best) == len(dates):
        for mention in dates:
            yield fitting(story, _YEARLESS, (mention.start, mention.end))
        return
    if len(best) < 2 and len(dates) > 2:
        return
    others = [(each.start, each.end) for each in best]
    for mention in dates:
        if mention not in best:
            yield _against_others(story, mention, best[0], others, words)


def _possible(dates: Sequence[Mention], year: int, turn: int) -> list[Mention]:
    """The dates that fall on their weekdays when months after `turn` are of the year before.

    A turn of 0 is one year. Others hold only where no two dates are far apart that way.
    """
    if turn and not _is_winter(dates, turn):
        return []
    return [
        each
        for each in dates
        for day, month in each.readings[:1]
        if calendar.weekday(day, month, year - (turn and month > turn)) == each.weekday
    ]


def _is_winter(dates: Sequence[Mention], turn: int) -> bool:
    days = [(month - 1) * _MONTH_DAYS + day for each in dates for day, month in each.readings[:1]]
    edge = turn * _MONTH_DAYS + 1
    late, early = [day for day in days if day >= edge], [day for day in days if day < edge]
    return bool(late and early) and max(early) + _YEAR_DAYS - min(late) < _APART


def _against_others(
    story: Story,
    mention: Mention,
    other: Mention,
    others: Sequence[tuple[int, int]],
    words: DateWords,
) -> Relation:
    """Says on which weekday the date falls in the years in which another date is right."""
    day, month = mention.readings[0]
    there = {
        calendar.weekday(day, month, year)
        for year in calendar.years_of_kind()
        if calendar.weekday(*other.readings[0], year) == other.weekday
    }
    names = " or ".join(words.days[key] for key in sorted(each for each in there if each))
    written = story.text[other.start : other.end]
    expected = f"{day} {words.months[month]} is a {names} in a year with “{written}”"
    held = "one year, none is named"
    return failing(story, _YEARLESS, (mention.start, mention.end), (expected, held), others)
