"""Finds the dates and years of a text.

In: a text. Out: its dates with what they say of day, month, year and weekday,
and its bare years. What is not said is null: nothing is taken from the
neighbourhood. Whether a date exists is not asked here.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from provenance.numbers.dates.words import DateWords

# What stands before a month or a year and belongs to it is never longer.
_REACH = 60
_FOUR = 4
# Longer than any word of the lexicon that may stand before a month.
_WORD = 24
_CENTURIES = range(1500, 2200)
# From here on four digits are a year only where nothing else can be meant.
_FAR = 2200
_OF = " of "


@dataclass(frozen=True, slots=True)
class Mention:
    """A date, the month of a year, or a year as written.

    Attributes:
        start, end: Where it stands, with its weekday.
        day, month, year, weekday: What it says; null for what it does not say. A day may be one
            that no calendar has. Weekdays are 1 for Monday to 7.
        turned: Day and month in the other order, where digits allow both; null elsewhere.
    """

    start: int
    end: int
    day: int | None
    month: int | None
    year: int | None
    weekday: int | None = None
    turned: tuple[int, int] | None = None

    @property
    def readings(self) -> tuple[tuple[int, int], ...]:
        """Day and month, in each way in which they can be read."""
        if self.day is None or self.month is None:
            return ()
        return ((self.day, self.month), *((self.turned,) if self.turned else ()))


def mentions(text: str, words: DateWords, anchors: Iterable[int] | None = None) -> list[Mention]:
    """The dates and years of `text`, in order, none overlapping. Linear in its length.

    `anchors` are the places of `Expressions.anchor`; where they are not known, they are looked for.
    """
    found: list[Mention] = []
    floor = 0
    if anchors is None:
        anchors = (anchor.start() for anchor in words.expressions.anchor.finditer(text))
    for at in anchors:
        if at < floor:
            continue
        read = _numeric if text[at].isdigit() else _named
        if mention := read(text, max(floor, at - _REACH), at, words):
            found.append(mention)
            floor = mention.end
    return found


def _named(text: str, floor: int, at: int, words: DateWords) -> Mention | None:
    """The date whose month is named at `at`."""
    shape = words.expressions
    lead = shape.lead.search(text, floor, at) if _is_led(text, at, shape.leading) else None
    day = (lead["day"] or lead["spelt"]) if lead else None
    if lead and day and _OF in lead[0] and shape.day.match(text, at):
        lead = day = None  # the first of April 8: not the day of the month
    match = shape.year.match(text, at) if day else shape.day.match(text, at)
    match = match or shape.year.match(text, at)
    if match is None:
        return None
    own = match.groupdict().get("day")
    if not day and not own and not match["year"]:
        return None
    if not match["year"] and shape.beyond.match(text, match.end()):
        return None
    start = lead.start() if lead and (day or own) else at
    return _with_weekday(
        text,
        Mention(
            start=start,
            end=match.end(),
            day=_day(day or own, shape.ordinals),
            month=shape.months[match["month"].lower()],
            year=_year(match["year"]),
            weekday=_weekday(text, lead, words) if day or own else None,
        ),
        words,
    )


def _is_led(text: str, at: int, leading: frozenset[str]) -> bool:
    """False when a plain word stands before a month, as nearly always: no search is needed then."""
    if text[at - 1 : at] != " " or not text[at - 2 : at - 1].isalpha():
        return True
    word = text[max(at - _WORD, 0) : at - 1].rpartition(" ")[2]
    return word.lower() in leading or not word.isalpha()


def _day(written: str | None, ordinals: dict[str, int]) -> int | None:
    if written is None:
        return None
    return int(written) if written.isdigit() else ordinals[written.lower()]


def _year(written: str | None) -> int | None:
    return int(written) if written else None


def _weekday(text: str, lead: re.Match[str] | None, words: DateWords) -> int | None:
    """The weekday in front of a date; null when it is the last of several."""
    name = (lead["weekday"] or lead["short"]) if lead else None
    if lead is None or name is None:
        return None
    floor = max(0, lead.start() - _REACH)
    if words.expressions.listed.search(text, floor, lead.start()):
        return None
    return words.weekdays[name.lower()]


def _with_weekday(text: str, mention: Mention, words: DateWords) -> Mention:
    """With the weekday that is said behind a date: `27 June 2017, a Tuesday`."""
    if mention.weekday or mention.day is None:
        return mention
    falls = words.expressions.falls.match(text, mention.end)
    if falls is None:
        return mention
    weekday = words.weekdays[(falls["weekday"] or falls["short"]).lower()]
    day, month, year = mention.day, mention.month, mention.year
    return Mention(mention.start, falls.end(), day, month, year, weekday)


def _numeric(text: str, floor: int, at: int, words: DateWords) -> Mention | None:
    """The date in digits whose year stands at `at`, or that year."""
    shape = words.expressions
    if text[at + _FOUR : at + 5] == "-" and (match := shape.iso.match(text, at)):
        lead = shape.weekday.search(text, floor, at)
        year, month, day = map(int, match.groups())
        start = lead.start() if lead else at
        if lead or not _attached(text, at):
            mention = Mention(start, match.end(), day, month, year, _weekday(text, lead, words))
            return _with_weekday(text, mention, words)
        return None
    if _goes_on(text, at + _FOUR):
        return None
    if text[at - 1 : at] in ("/", ".", "-") and (lead := shape.slashed.search(text, floor, at)):
        one, two = int(lead["one"]), int(lead["two"])
        weekday = _weekday(text, lead, words)
        year = int(text[at : at + _FOUR])
        mention = Mention(lead.start(), at + _FOUR, one, two, year, weekday, (two, one))
        return _with_weekday(text, mention, words)
    year = int(text[at : at + _FOUR])
    if _attached(text, at) or not (
        year in _CENTURIES or (year >= _FAR and words.around.is_year(text, at, at + _FOUR))
    ):
        return None
    return Mention(at, at + _FOUR, None, None, year)


def _attached(text: str, at: int) -> bool:
    """True when what stands before `at` makes it a part of something longer."""
    before = text[at - 1 : at] if at else ""
    if before in ("-", "–", "—"):
        other = text[max(at - 1 - _FOUR, 0) : at - 1]
        return before == "-" and not (len(other) == _FOUR and other.isdigit())
    return before.isalnum() or before in tuple("_/.,:$£€#+@=&")


def _goes_on(text: str, end: int) -> bool:
    """True when a number, a word or a season goes on behind the four digits."""
    following = text[end : end + 5]
    if not following:
        return False
    if following[0].isalnum() or following[0] in "_%/+=":
        return True
    if following[0] in ".,:":
        return following[1:2].isdigit()
    digits = following[1:5]
    if following[0] not in "-–" or not digits[:2].isdigit():
        return False
    return len(digits) < _FOUR or not digits.isdigit()
