"""How the parts of a date and of a time of day follow one another, as regular expressions.

In: the tables of a lexicon of dates. Out: compiled expressions. All of them are tried at places
that `anchor` or `clock_gate` found, on windows of bounded length, so reading stays linear.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

Tables = Mapping[str, Mapping[str, tuple[str, ...]]]

# A month's name is looked for by so many letters.
_STEM = 3
BLANK = "[ \u00a0\u2009\u202f]"  # pages put blanks that do not break between a day and its month
# No part of a longer number, a unit or a season stands behind a year.
_YEAR = r"(?P<year>[12][0-9]{3})(?![\w%]|[.,:/]?[0-9]|[-–/][0-9]{1,3}(?![0-9]))"
# Four digits behind a day that are a year none of these dates is of.
_SET_OFF = r"(?=[0-9]{4}(?:[.,;:)!?](?![0-9])|\n|\Z))"
_BEYOND = rf"(?:{BLANK}|,{BLANK}?{_SET_OFF})[03-9][0-9]{{3}}(?!\w|[.,:%][0-9])"
_ALONE = r"(?<![\w/.,:$£€#+])"


@dataclass(frozen=True, slots=True)
class Expressions:
    """What finds dates, years and times of day.

    Attributes:
        anchor: The beginning of a month's name, or four digits that may be a year.
        lead: What ends where a month begins: weekday and day, either or both or nothing.
        leading: Words that `lead` may end with.
        day: Month, day and year, where the month begins; `year` month and year.
        beyond: Behind a date without a year: one that is not read, such as 9999.
        falls: Behind a date: the weekday that is said of it.
        slashed: What ends where a year begins: weekday, two numbers and their separators.
        iso: Year, month and day in digits, where the year begins; `weekday` what ends there.
        listed: What ends where a weekday begins when that is the last of several.
        clock_gate: In every time of day that `clock` finds, once; `clock` is tried around it.
        clock: A time of day with the word before it and the mark behind.
        ordinals: Names of days of the month to their numbers, lower case; likewise `months` and
            `weekdays`.
    """

    anchor: re.Pattern[str]
    lead: re.Pattern[str]
    leading: frozenset[str]
    day: re.Pattern[str]
    year: re.Pattern[str]
    beyond: re.Pattern[str]
    falls: re.Pattern[str]
    slashed: re.Pattern[str]
    iso: re.Pattern[str]
    weekday: re.Pattern[str]
    listed: re.Pattern[str]
    clock_gate: re.Pattern[str]
    clock: re.Pattern[str]
    ordinals: dict[str, int]
    months: dict[str, int]
    weekdays: dict[str, int]

    @classmethod
    def of(cls, tables: Tables, numbered: Mapping[str, Mapping[str, int]]) -> "Expressions":
        """The expressions for the words of `tables`; `numbered` are names to their numbers."""
        months, weekdays = cased(numbered["months"]), _day_names(tables["weekdays"])
        words, clock = tables["particles"], tables["clock"]
        figures = [word for word in numbered["ordinals"] if word[0].isdigit()]
        spelt = [word for word in numbered["ordinals"] if not word[0].isdigit()]
        ordinal = rf"(?:{cased(figures)}|[0-9]{{1,2}})(?![\w%])"
        inner = rf"(?:(?:{cased(words['inner'])}),?{BLANK}\(?){{0,4}}"
        join = rf"(?:,{BLANK}?|{BLANK}\(?|,?{BLANK}[-–—]{BLANK}){inner}"
        # Monday's vote (June 26
        own = rf"['’]s{BLANK}(?:[a-z]+{BLANK}){{1,5}}\("
        named = rf"(?:{_ALONE}{weekdays}(?:(?:['’]s)?{join}|{own}))?"
        of = rf"{BLANK}(?:{cased(words['of'])}){BLANK}"
        day = rf"(?:(?P<day>{ordinal})(?:{of}|{BLANK}|-)|(?P<spelt>{cased(spelt)}){of})"
        month = rf"(?P<month>{months})(?:\.|(?!\w))"
        gap = rf"(?:,?{BLANK}?(?:{any_of(words['in'])}){BLANK}|,?{BLANK}|,)"
        count = rf"(?!{BLANK}?(?:{any_of(words['percent'])})|[.,:/][0-9])"
        return cls(
            anchor=_anchor(numbered["months"]),
            lead=re.compile(rf"{named}(?:{_ALONE}(?<!-){day})?\Z"),
            leading=_last_words(*numbered["weekdays"], *words["inner"], *words["of"]),
            day=re.compile(
                rf"{month}{BLANK}?(?:(?:{any_of(words['article'])}){BLANK})?(?P<day>{ordinal}){count}(?:{gap}{_YEAR})?"
            ),
            year=re.compile(rf"{month}(?:(?:{gap}|[/-]){_YEAR})?"),
            beyond=re.compile(_BEYOND),
            falls=re.compile(
                rf",?{BLANK}(?:\((?:(?:{any_of(tables['ones']['word'])}){BLANK})?|(?:{any_of(words['falls'])}){BLANK})"
                rf"{weekdays}(?![\w'’-])"
            ),
            slashed=re.compile(
                rf"{named}{_ALONE}(?<!-)(?P<one>[0-9]{{1,2}})(?P<sep>[/.-])(?P<two>[0-9]{{1,2}})(?P=sep)\Z"
            ),
            iso=re.compile(
                r"(?P<year>[12][0-9]{3})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})(?![\d-])"
            ),
            weekday=re.compile(rf"{_ALONE}{weekdays}{join}\Z"),
            listed=re.compile(
                rf"(?:{cased(numbered['weekdays'])})\.?(?:{BLANK}[0-9]{{1,2}})?{BLANK}?(?:{any_of(words['list'])}){BLANK}?\Z"
            ),
            clock_gate=_clock_gate(clock),
            clock=_clock(clock),
            **{
                name: {word.lower(): number for word, number in numbered[name].items()}
                for name in ("ordinals", "months", "weekdays")
            },
        )


def _last_words(*phrases: str) -> frozenset[str]:
    return frozenset(phrase.lower().split()[-1] for phrase in phrases)


def _day_names(table: Mapping[str, tuple[str, ...]]) -> str:
    """The weekdays; behind a short name, and only there, a full stop may stand."""
    whole = cased(names[0] for names in table.values())
    short = cased(name for names in table.values() for name in names[1:])
    return rf"(?:(?P<weekday>{whole})|(?P<short>{short})\.?)"


def _anchor(months: Iterable[str]) -> re.Pattern[str]:
    """Alternatives that each begin with a letter, so that `re` skips to these."""
    stems = {word[:_STEM] for word in months}
    arms = sorted(stems | {stem.upper() for stem in stems})
    return re.compile("|".join([*map(re.escape, arms), "1[5-9][0-9]{2}", "2[0-9]{3}"]))


def _clock(words: Mapping[str, tuple[str, ...]]) -> re.Pattern[str]:
    marks = "|".join(f"(?P<{key}>{any_of(words[key])})" for key in ("am", "pm", "zone"))
    return re.compile(
        rf"(?:\b(?P<before>{cased(words['before'])}){BLANK})?"
        r"(?<![\w.:,/$£€-])(?P<hour>[0-9]{1,2})(?:(?P<sep>[:.])(?P<minute>[0-9]{2}))?"
        rf"(?![\d%]|[:.,/-][0-9])(?:{BLANK}?(?:{marks})(?!\w)"
        rf"|(?P<behind>,?{BLANK}(?:{any_of(words['behind'])})(?!\w)))?"
    )


def _clock_gate(words: Mapping[str, tuple[str, ...]]) -> re.Pattern[str]:
    """The last digit of an hour or minute, with its colon or mark; begins with a plain class."""
    return re.compile(rf"[0-9](?::[0-9]{{2}}|{BLANK}?(?:{any_of((*words['am'], *words['pm']))}))")


def cased(words: Iterable[str]) -> str:
    """Any of the words as written, with a capital, or in capitals; the longer ones first."""
    cased = {form for word in words for form in (word, word[:1].upper() + word[1:], word.upper())}
    return any_of(cased)


def any_of(words: Iterable[str]) -> str:
    """Any of the words as written; the longer ones first."""
    return "|".join(re.escape(word) for word in sorted(set(words), key=lambda w: (-len(w), w)))
