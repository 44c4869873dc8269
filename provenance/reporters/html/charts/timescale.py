"""Dates on a line: when an article ran as a stretch of time, and where ticks stand.

In: dates as rows hold them, ISO 8601. Out: seconds, counted so that day
numbers are those of Python's calendar; no clock and no zone is asked.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum

MINUTE, HOUR, DAY = 60, 3_600, 86_400
# A day begins somewhere 14 hours before it does in UTC, and ends 12 hours behind.
EARLIEST, LATEST = 14 * HOUR, 12 * HOUR
_DAY_FORM = len("2026-03-01")
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
# Steps of ticks: seconds, and behind them months.
_STEPS = (
    *(each * MINUTE for each in (1, 2, 5, 10, 15, 30)),
    *(each * HOUR for each in (1, 2, 3, 6, 12)),
    *(each * DAY for each in (1, 2, 7, 14)),
)
_MONTH_STEPS = (
    1,
    2,
    3,
    6,
    *(12 * each for each in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000)),
)
_LONGEST_MONTH = 31 * DAY


class Form(StrEnum):
    """What a date says: a day, a time in UTC, or a time of a zone that nobody told."""

    DAY = "day"
    UTC = "utc"
    LOCAL = "local"


@dataclass(frozen=True, slots=True)
class Moment:
    """When an article ran: `start` inclusive, `end` exclusive, equal for a time."""

    start: int
    end: int
    form: Form


@dataclass(frozen=True, slots=True)
class Tick:
    """A tick of the axis; `below` is told when it is another one than that of the tick before."""

    at: int
    label: str
    below: str


def moment(text: str | None) -> Moment | None:
    """The moment of a date; null when there is none or it cannot be read.

    >>> moment("2026-03-01").end - moment("2026-03-01").start
    86400
    """
    try:
        read = datetime.fromisoformat(text or "")
    except ValueError:
        return None
    utc = read.tzinfo is not None
    try:
        read = read.astimezone(UTC) if utc else read
    except OverflowError:
        return None
    seconds = read.toordinal() * DAY + read.hour * HOUR + read.minute * MINUTE + read.second
    if len(text or "") == _DAY_FORM:
        return Moment(seconds, seconds + DAY, Form.DAY)
    return Moment(seconds, seconds, Form.UTC if utc else Form.LOCAL)


def shown(value: Moment, *, year: bool = False) -> str:
    """A moment in words: `3 Mar 13:15`, `3 Mar`.

    >>> shown(moment("2026-03-03T13:15:00Z"), year=True)
    '3 Mar 2026 13:15'
    """
    day = _date(value.start)
    told = _day(day) + (f" {day.year}" if year else "")
    return told if value.form == Form.DAY else f"{told} {_clock(value.start)}"


def between(first: Moment, last: Moment) -> str:
    """From one moment to another in words, with what both have in common told once.

    >>> between(moment("2026-03-03T11:40:00Z"), moment("2026-03-03T18:05:00Z"))
    '3 Mar 2026, 11:40 to 18:05'
    """
    if first.start // DAY != last.start // DAY:
        return f"{shown(first, year=True)} to {shown(last, year=True)}"
    day = shown(Moment(first.start, first.start, Form.DAY), year=True)
    times = [_clock(each.start) for each in (first, last) if each.form != Form.DAY]
    told = dict.fromkeys(times)
    return f"{day}, {' to '.join(told)}" if told else day


def ticks(start: int, end: int, most: int) -> list[Tick]:
    """Ticks in `[start, end]` at round times, as many as `most` allows; `start < end`."""
    span = end - start
    for step in _STEPS:
        if span // step + 1 <= most:
            first = DAY + -(-(start - DAY) // step) * step  # weeks from a Monday on
            return _labelled(range(first, end + 1, step), step)
    for step in _MONTH_STEPS:
        if span // (step * _LONGEST_MONTH) < most:  # else the months alone would be many
            times = [at for at in _months(start, end, step) if start <= at <= end]
            if len(times) <= most:
                break
    return _labelled(times, _LONGEST_MONTH)


def _months(start: int, end: int, step: int) -> Iterator[int]:
    """The first days of every `step` months from before `start` to `end`."""
    first, last = (_date(at) for at in (start, end))
    month = (first.year * 12 + first.month - 1) // step * step
    while month <= last.year * 12 + last.month - 1:
        if month >= 12:
            yield date(month // 12, month % 12 + 1, 1).toordinal() * DAY
        month += step


def _labelled(times: range | list[int], step: int) -> list[Tick]:
    found, before = [], ""
    years = all(at % DAY == 0 and _is_year(at) for at in times) and step > DAY
    for at in times:
        day = _date(at)
        if step < DAY:
            label, below = _clock(at), _day(day)
        elif years:
            label, below = str(day.year), ""
        else:
            label = _MONTHS[day.month - 1] if step > 14 * DAY else _day(day)
            below = str(day.year)
        found.append(Tick(at, label, below if below != before else ""))
        before = below
    return found


def _date(at: int) -> date:
    """The day of a time, the first or last one of the calendar beyond its ends."""
    return date.fromordinal(min(max(date.min.toordinal(), at // DAY), date.max.toordinal()))


def _is_year(at: int) -> bool:
    day = _date(at)
    return (day.month, day.day) == (1, 1)


def _day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]}"


def _clock(at: int) -> str:
    return f"{at % DAY // HOUR:02}:{at % HOUR // MINUTE:02}"
