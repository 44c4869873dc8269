"""The words of one language that dates and times are written with, ready for look-up.

In: the tables of a lexicon file. Out: a `DateWords`. It holds no words of its own; how the parts
of a date follow one another is the grammar's, and stands in `expressions`.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from provenance.numbers.dates.expressions import Expressions
from provenance.numbers.dates.surroundings import Surroundings
from provenance.numbers.templates import Templates
from provenance.text.sentence_tokens import phrase

Tables = Mapping[str, Mapping[str, tuple[str, ...]]]

_CALENDAR = ("months", "weekdays", "ordinals")
_CUES = ("breaks", "future", "past", "hedges", "kin", "pronouns", "backwards")
_OTHERS = (
    "ones",
    "years",
    "triggers",
    "spans",
    "particles",
    "days",
    "clock",
    "old-calendar",
    "gallery",
    "classes",
)
UNITS = ("day", "week", "month", "year", "decade")
TEMPLATES = (
    "reversed-years", "birth", "age-at", "age-now", "duration-and-years", "date-chain",
)  # fmt: skip
TABLES = frozenset((*_CALENDAR, *_CUES, *_OTHERS, *TEMPLATES))


@dataclass(frozen=True, slots=True, repr=False)
class DateWords:
    """A compiled lexicon of dates; build it once a run with `DateWords.of`.

    Attributes:
        expressions: What finds dates, years and times in a text.
        around: What tells them from other numbers.
        weekdays: Names, in lower case, to 1 (Monday) to 7.
        months: Names of months as shown in messages, by number; likewise `days` of the week.
        whole_days: Likewise, names of a weekday that are not cut short.
        day_name: Finds the ends of those.
        triggers: Find words without which no template of a `chain`, of a time `ago` or of a
            `birth` holds.
        ones: Words for one in front of a unit.
        spans: Words for spans of time to how many of which unit: `fortnight` is 14 days.
        cues: Sets of single tokens by `table.key`, such as `future.word`.
        templates: By table.
    """

    expressions: Expressions
    around: Surroundings
    weekdays: dict[str, int]
    whole_days: dict[str, int]
    day_name: re.Pattern[str]
    triggers: dict[str, re.Pattern[str]]
    ones: frozenset[str]
    months: dict[int, str]
    days: dict[int, str]
    spans: dict[str, tuple[int, str]]
    cues: dict[str, frozenset[str]]
    templates: dict[str, Templates]

    @classmethod
    def of(cls, tables: Tables) -> "DateWords":
        """The words of `tables`. Linear in the phrases.

        Raises:
            ValueError: A table is missing or unknown, a key is no number, or a line no template;
                the message names the table.
        """
        for name in sorted(TABLES ^ set(tables)):
            raise ValueError(f"{name}: {'table is missing' if name in TABLES else 'no such table'}")
        numbered = {name: _numbered(name, tables[name]) for name in _CALENDAR}
        return cls(
            expressions=Expressions.of(tables, numbered),
            around=Surroundings.of(tables),
            weekdays={word.lower(): key for word, key in numbered["weekdays"].items()},
            whole_days={names[0].lower(): int(key) for key, names in tables["weekdays"].items()},
            day_name=_by_ending([names[0] for names in tables["weekdays"].values()]),
            triggers={
                key: re.compile("|".join(map(re.escape, items)))
                for key, items in tables["triggers"].items()
            },
            ones=frozenset(tables["ones"]["word"]),
            months={int(key): names[0] for key, names in tables["months"].items()},
            days={int(key): names[0] for key, names in tables["weekdays"].items()},
            spans=dict(_spans(tables["spans"])),
            cues={
                f"{name}.{key}": frozenset(token for item in items for token in phrase(item))
                for name in _CUES
                for key, items in tables[name].items()
            },
            templates={name: Templates.of(tables[name], tables["classes"]) for name in TEMPLATES},
        )


def _by_ending(names: Sequence[str]) -> re.Pattern[str]:
    """Finds what all the names end in, behind the rest of one of them.

    `re` looks for a plain string three times as fast as for one of several.
    """
    ending = names[0] if names else ""
    while not all(name.endswith(ending) for name in names):
        ending = ending[1:]
    arms = "|".join(f"(?<={re.escape(name)})" for name in names)
    return re.compile(f"{re.escape(ending)}(?:{arms})")


def _numbered(name: str, table: Mapping[str, tuple[str, ...]]) -> dict[str, int]:
    """Every name to its number."""
    numbers: dict[str, int] = {}
    for key, names in table.items():
        if not key.isdigit() or not names:
            raise ValueError(f"{name}: {key!r} is no number, or has no name")
        numbers |= dict.fromkeys(names, int(key))
    return numbers


def _spans(table: Mapping[str, tuple[str, ...]]) -> list[tuple[str, tuple[int, str]]]:
    spans = []
    for key, names in table.items():
        number, _, unit = key.partition(" ")
        if not number.isdigit() or unit not in UNITS:
            raise ValueError(f"spans: {key!r} is no number of {', '.join(UNITS)}")
        spans += [(name, (int(number), unit)) for name in names]
    return spans
