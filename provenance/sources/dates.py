"""Dates as records write them, in one form, so that they can be compared as text."""

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

_LONGEST = 64  # Characters; a date in any form read here is far shorter.
_SLASHES = re.compile(r"(\d{4})/(\d{2})/(\d{2})(?!\d)")
_ZONE_NAME = re.compile(r" ?(?:UTC|GMT)$")
_MAIL = re.compile(r"(?:[A-Za-z]{3}, ?)?\d{1,2} [A-Za-z]{3} \d{4} \d{1,2}:\d{2}")
_MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
_CLOCK = r"(?:[ T](?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:\.\d+)?)?)?"
# `26-FEB-2026 15:07:13.72`, `26 February 2026`, `February 26, 2026`.
_WORDED = re.compile(
    rf"(?:(?P<day>\d{{1,2}})[- ](?P<month>[A-Za-z]{{3,9}})\.?[- ]"
    rf"|(?P<name>[A-Za-z]{{3,9}})\.? (?P<number>\d{{1,2}}),? )(?P<year>\d{{4}}){_CLOCK}",
)
# Day and month, or month and day.
_NUMERIC = re.compile(rf"(\d{{1,2}})([/.-])(\d{{1,2}})\2(\d{{4}}){_CLOCK}")


def normal_date(text: str) -> str | None:
    """`text` as ISO 8601, or null when it is not a date that can be read without guessing.

    A date becomes `2026-03-01`, a time with a zone `2026-03-01T09:00:00Z` in UTC. A time without
    a zone keeps being one, `2026-03-01T10:00:00`: to make it UTC would be an invention, to drop
    it would lose which of two articles ran first. Fractions of a second are cut off.

    Read are ISO 8601 (also with a blank for the `T`, a blank before the zone, `UTC` or `GMT` for
    the zone, and `2026/03/01`), the form of mail headers and RSS (RFC 2822), English months
    (`26-FEB-2026`, `February 26, 2026`), and numbers of which only one can be the month:
    `28/09/2026`, but not `03/04/2026`, which is two dates.

    >>> normal_date("Sun, 01 Mar 2026 10:00:00 +0100")
    '2026-03-01T09:00:00Z'
    """
    text = text.strip()
    if len(text) > _LONGEST:
        return None
    try:
        if _MAIL.match(text):
            return _in_utc(parsedate_to_datetime(text))
        if other := _WORDED.fullmatch(text) or _NUMERIC.fullmatch(text):
            return _other_order(other)
        text = _SLASHES.sub(r"\1-\2-\3", _ZONE_NAME.sub("+00:00", text.upper()), count=1)
        return _day(text) or _in_utc(datetime.fromisoformat(text))
    except (ValueError, OverflowError):
        return None


def _day(text: str) -> str | None:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return None


def _other_order(found: re.Match[str]) -> str | None:
    """A match of `_WORDED` or `_NUMERIC` as a day, or as a time without a zone.

    Raises:
        ValueError: There is no such day or time.
    """
    named = found.groupdict()
    if "year" in named:
        month = _month(named["month"] or named["name"])
        year, day = int(named["year"]), int(named["day"] or named["number"])
    else:
        one, other, year = int(found[1]), int(found[3]), int(found[4])
        if one <= 12 and other <= 12 and one != other:
            return None
        day, month = (one, other) if other <= 12 else (other, one)
    if named["hour"] is None:
        return date(year, month, day).isoformat()
    hour, minute, second = (int(named[part] or 0) for part in ("hour", "minute", "second"))
    return datetime(year, month, day, hour, minute, second).isoformat(timespec="seconds")


def _month(name: str) -> int:
    """The number of an English month, spelled out or cut short; 0 for no month."""
    found = [
        number
        for number, month in enumerate(_MONTHS, 1)
        if name.lower() in (month, month[:3], "sept" if number == 9 else month)
    ]
    return found[0] if found else 0


def _in_utc(moment: datetime) -> str:
    if moment.tzinfo is None:
        return moment.isoformat(timespec="seconds")
    moment = moment.astimezone(UTC).replace(tzinfo=None)
    return moment.isoformat(timespec="seconds") + "Z"
