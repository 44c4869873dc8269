"""Arithmetic of days: which exist, and on which weekday they fall.

In: numbers of day, month and year in the Gregorian calendar. Out: whether there
is such a day, its weekday (1 Monday to 7 Sunday), days near another one. It
reads no text and knows no clock.
"""

from datetime import date, timedelta

# The longest that each month can be; February is looked at on its own.
_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_LAST_MONTH = 12
_WEEK = 7
_JULIAN_END = 1930
# Years that stand for every kind of year: common and leap, beginning on each weekday.
_CYCLE = 28
# A day of publication before this is a mark for one that is not known.
_PRINTED = 1500


def exists(day: int, month: int, year: int | None) -> bool:
    """Whether there is such a day; without a year, whether any year has it.

    >>> exists(29, 2, None), exists(29, 2, 2015), exists(31, 4, None)
    (True, False, False)
    """
    if not (1 <= month <= _LAST_MONTH and 1 <= day <= _LENGTHS[month - 1]):
        return False
    return year is None or at(day, month, year) is not None


def at(day: int, month: int, year: int) -> date | None:
    """The day; null when the calendar has none.

    >>> at(29, 2, 2016)
    datetime.date(2016, 2, 29)
    """
    try:
        return date(year, month, day)
    except ValueError:
        return None


def published(written: str | None) -> date | None:
    """The day of publication out of ISO 8601; null when it is not known.

    >>> published("2017-06-27T10:00:00Z"), published("0001-01-01"), published(None)
    (datetime.date(2017, 6, 27), None, None)
    """
    try:
        day = date.fromisoformat((written or "")[:10])
    except ValueError:
        return None
    return day if day.year >= _PRINTED else None


def weekday(day: int, month: int, year: int) -> int | None:
    """1 for Monday to 7 for Sunday; null when there is no such day.

    >>> weekday(27, 6, 2017)
    2
    """
    found = at(day, month, year)
    return found.isoweekday() if found else None


def old_weekday(day: int, month: int, year: int) -> int | None:
    """The weekday in the Julian calendar, for years in which some country still kept it."""
    found = at(day, month, year)
    if found is None or year > _JULIAN_END:
        return None
    century = year - 1 if month <= 2 else year
    behind = century // 100 - century // 400 - 2
    return (found.isoweekday() + behind - 1) % _WEEK + 1


def nearest_weekday(day: date, wanted: int) -> date:
    """The day with the weekday `wanted` that is nearest to `day`.

    >>> nearest_weekday(date(2017, 6, 27), 4)
    datetime.date(2017, 6, 29)
    """
    ahead = (wanted - day.isoweekday()) % _WEEK
    return day + timedelta(ahead if ahead <= _WEEK // 2 else ahead - _WEEK)


def nearest_date(day: int, month: int, to: date) -> date | None:
    """The day of that name that is nearest to the day `to`; null when no near year has one.

    >>> nearest_date(30, 12, date(2016, 1, 4))
    datetime.date(2015, 12, 30)
    """
    near = (at(day, month, year) for year in range(max(to.year - 1, 1), min(to.year + 2, 10_000)))
    return min((each for each in near if each), key=lambda each: abs(each - to), default=None)


def years_of_kind() -> range:
    """Years of which some one has the calendar of any year there is."""
    return range(2000, 2000 + _CYCLE)
