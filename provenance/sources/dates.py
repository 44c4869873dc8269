"""Dates as records write them, in one form, so that they can be compared as text."""

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

_LONGEST = 64  # Characters; a date in any form read here is far shorter.
_SLASHES = re.compile(r"(\d{4})/(\d{2})/(\d{2})(?!\d)")
_ZONE_NAME = re.compile(r" ?(?:UTC|GMT)$")
_MAIL = re.compile(r"(?:[A-Za-z]{3}, ?)?\d{1,2} [A-Za-z]{3} \d{4} \d{1,2}:\d{2}")


def normal_date(text: str) -> str | None:
    """`text` as ISO 8601, or null when it is not a date that can be read without guessing.

    A date becomes `2026-03-01`, a time with a zone `2026-03-01T09:00:00Z` in UTC. A time without
    a zone keeps being one, `2026-03-01T10:00:00`: to make it UTC would be an invention, to drop
    it would lose which of two articles ran first. Fractions of a second are cut off.

    Read are ISO 8601 (also with a blank for the `T`, a blank before the zone, `UTC` or `GMT` for
    the zone, and `2026/03/01`) and the form of mail headers and RSS (RFC 2822). Other orders of
    day and month are not: `03/04/2026` is two dates.

    >>> normal_date("Sun, 01 Mar 2026 10:00:00 +0100")
    '2026-03-01T09:00:00Z'
    """
    text = text.strip()
    if len(text) > _LONGEST:
        return None
    try:
        if _MAIL.match(text):
            return _in_utc(parsedate_to_datetime(text))
        text = _SLASHES.sub(r"\1-\2-\3", _ZONE_NAME.sub("+00:00", text.upper()), count=1)
        return _day(text) or _in_utc(datetime.fromisoformat(text))
    except (ValueError, OverflowError):
        return None


def _day(text: str) -> str | None:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return None


def _in_utc(moment: datetime) -> str:
    if moment.tzinfo is None:
        return moment.isoformat(timespec="seconds")
    moment = moment.astimezone(UTC).replace(tzinfo=None)
    return moment.isoformat(timespec="seconds") + "Z"
