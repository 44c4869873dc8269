"""What stands around a date, a year or a time and tells what it is, as regular expressions.

In: the tables of a lexicon of dates. Out: compiled expressions, to be tried on a few characters
before or behind a place.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from provenance.numbers.dates.expressions import BLANK, any_of, cased

# What stands before a year and makes it one is no longer.
_NEAR = 12
Tables = Mapping[str, Mapping[str, tuple[str, ...]]]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Expressions for the neighbourhood of a place.

    Attributes:
        dated: What ends where a date begins that surely is one; `loosely` that may be one,
            `day_of` that is one even where the number is no day of any month.
        after_word: What ends there when a word stands before it that does not count things.
        ends: A sign behind it.
        goes_on: A sign or a word behind a day of the month rather than behind a count.
        before_year: What ends where a bare year begins that is nothing else.
        ahead: What ends where a time begins that had still to come.
        other_year: Words for a year that is not this one: last year, two years earlier.
        old: Names of a calendar that ran behind.
        gallery: Labels of a gallery of pictures.
        sports: Words beside numbers that look like times.
    """

    dated: re.Pattern[str]
    day_of: re.Pattern[str]
    loosely: re.Pattern[str]
    after_word: re.Pattern[str]
    ends: re.Pattern[str]
    goes_on: re.Pattern[str]
    before_year: re.Pattern[str]
    ahead: re.Pattern[str]
    other_year: re.Pattern[str]
    old: re.Pattern[str]
    gallery: re.Pattern[str]
    sports: re.Pattern[str]

    def is_year(self, text: str, start: int, end: int) -> bool:
        """True for digits that a word such as "in" makes a year, and that count nothing."""
        before = self.before_year.search(text, max(start - _NEAR, 0), start)
        return before is not None and self.goes_on.match(text, end) is not None

    @classmethod
    def of(cls, tables: Tables) -> "Surroundings":
        """The expressions for the words of `tables`."""
        days = tables["days"]
        return cls(
            dated=re.compile(rf"(?:^|\b(?:{cased(days['before'])}){BLANK}|[(\n])\Z"),
            day_of=re.compile(rf"\b(?:{cased(days['day-of'])}){BLANK}\Z"),
            loosely=re.compile(
                rf"(?:^|[(\n,;]{BLANK}?|\b(?:{cased(days['loose'])}){BLANK}"
                rf"|[0-9]{BLANK}(?:{any_of(days['linked'])}){BLANK})\Z"
            ),
            after_word=re.compile(
                rf"(?<!\w)(?!(?:{cased(days['counted'])}){BLANK})[a-z]{{3,}}{BLANK}\Z"
            ),
            ends=re.compile(r"[.,;)!?](?![0-9\w])|\Z|\n"),
            goes_on=re.compile(
                rf"[.,;:)?!\"”](?![0-9])|\Z|\n|{BLANK}(?:{any_of(days['behind'])})(?!\w)"
            ),
            before_year=re.compile(rf"\b(?:{cased(tables['years']['before'])}){BLANK}\Z"),
            ahead=re.compile(rf"\b(?:{cased(tables['years']['ahead'])}){BLANK}\Z"),
            other_year=re.compile(rf"\b(?:{cased(tables['years']['other'])})(?!\w)"),
            old=re.compile(rf"\b(?:{any_of(tables['old-calendar']['word'])})(?!\w)"),
            gallery=re.compile(any_of(tables["gallery"]["word"])),
            sports=re.compile(rf"\b(?:{any_of(tables['clock']['apart'])})\b", re.IGNORECASE),
        )
