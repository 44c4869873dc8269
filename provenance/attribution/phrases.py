"""The forms of a credit, compiled from the phrases of a credits lexicon.

Goes in: the lexicon's tables. Comes out: one pattern for each form, in which
the group `name` is an agency or an outlet, and `more` the agencies listed
after it. Every repetition in them is bounded or is followed by what it cannot
match, so that a search is linear.
"""

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import repeat
from typing import TypeAlias

import polars as pl

from provenance.model import CreditForm

Tables: TypeAlias = Mapping[str, Mapping[str, tuple[str, ...]]]
Forms: TypeAlias = tuple[tuple[CreditForm, re.Pattern[str]], ...]
Signs: TypeAlias = tuple[tuple[re.Pattern[str], str], ...]

# A short name is told from an ordinary word by its capitals.
_ABBREVIATION = 5
# Words of so many letters at the most stand in nearly every text.
_COMMON = 4
# Within one sentence; the full stop of an initial does not end it.
_SAME_SENTENCE = r"(?:[^.!?\n]|(?<=\b[A-Z])\.){0,160}?"
_DATE = r"(?:\s*[|•·–—,-]\s*[^\n]{0,40}\d[^\n]{0,20})?"
_AND = r"\s?(?:[,;/&]\s?(?:(?i:and)\s)?|(?<=\s)(?i:and)\s)(?:(?i:the)\s)?"
_CAPITALISED = r"(?:(?:[^\W\d_a-z]\.){2,}|[^\W\d_a-z][\w&'’-]*(?:\.\w+)*)"


@dataclass(frozen=True, slots=True)
class Held:
    """Phrases that a text holds; a part of it must hold one before a pattern is worth a try.

    Attributes:
        exact: Phrases in capitals as written.
        lower: Phrases in any case, in lower case.
    """

    exact: tuple[str, ...]
    lower: tuple[str, ...]

    def __bool__(self) -> bool:
        """Whether there is any."""
        return bool(self.exact or self.lower)

    def among(self, phrases: Container[str]) -> "Held":
        """Those of them that are in `phrases`."""
        return Held(
            tuple(phrase for phrase in self.exact if phrase in phrases),
            tuple(phrase for phrase in self.lower if phrase in phrases),
        )

    def within(self, part: str) -> bool:
        """Whether a part of the text holds one of them."""
        if not self:  # as most texts
            return False
        if any(phrase in part for phrase in self.exact):
            return True
        lower = part.lower() if self.lower else ""
        return any(phrase in lower for phrase in self.lower)


@dataclass(frozen=True, slots=True)
class Gate:
    """Phrases that are looked for in a text before any pattern is.

    Attributes:
        exact: Phrases in capitals as written.
        lower: Phrases in any case, in lower case.
    """

    exact: tuple[str, ...]
    lower: tuple[str, ...]

    @classmethod
    def of(cls, phrases: Iterable[str]) -> "Gate":
        """The gate of phrases in any case."""
        return cls((), tuple(sorted({phrase.lower() for phrase in phrases})))

    @classmethod
    def of_names(cls, agencies: Mapping[str, Iterable[str]]) -> "Gate":
        """The gate of the names of agencies."""
        names = sorted({name for names in agencies.values() for name in names})
        return cls(
            tuple(name for name in names if len(name) <= _ABBREVIATION),
            cls.of(name for name in names if len(name) > _ABBREVIATION).lower,
        )

    def phrases(self) -> frozenset[str]:
        """All of them, in the form in which `Held` has them."""
        return frozenset((*self.exact, *self.lower))

    def held(self, text: str) -> Held:
        """Those that a text holds."""
        return next(self.held_by_each(pl.Series([text])))

    def held_by_each(self, texts: pl.Series) -> Iterator[Held]:
        """Those that each of the texts holds. One pass over a text looks for all of them."""
        exact = _among(self.exact, texts)
        lower = _among(self.lower, texts.str.to_lowercase())
        return map(Held, exact, lower)


def _among(phrases: tuple[str, ...], texts: pl.Series) -> Iterator[tuple[str, ...]]:
    """The phrases that each of the texts holds."""
    if not phrases:
        return repeat((), len(texts))
    found = texts.str.extract_many(list(phrases), overlapping=True).list.unique()
    return map(tuple, found.to_list())


def by_shared_word(phrases: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The phrases by words, as few as do, so that a text is searched for few.

    Nearly every text holds the shortest words: they would keep out none.
    """
    found: dict[str, tuple[str, ...]] = {}
    left = sorted(phrases)
    while left:
        counts = Counter(word for phrase in left for word in set(phrase.split()))
        word = max(counts, key=lambda word: (len(word) > _COMMON, counts[word], len(word), word))
        found[word] = tuple(phrase for phrase in left if word in phrase)
        left = [phrase for phrase in left if word not in phrase]
    return found


# The tables of the lexicon, with the keys that each must have.
_NEEDED = {
    "agencies": "",
    "picture-agencies": "",
    "sign-offs": "",
    "standing-lines": "",
    "part-lines": "",
    "bylines": "words roles",
    "shares": "before after staff listed",
    "origins": "subject phrases never lines",
    "pictures": "words links",
}


@dataclass(frozen=True, repr=False)
class Phrases:
    """Patterns by where they are looked for, each compiled when a text first needs it.

    Build it once a run with `of`.

    Attributes:
        tables: Those of the lexicon.
    """

    tables: Tables

    @classmethod
    def of(cls, tables: Tables) -> "Phrases":
        """The patterns for the agencies and cues in `tables`.

        Raises:
            ValueError: A table or one of its keys is missing; the message names it.
        """
        for name, keys in _NEEDED.items():
            if name not in tables:
                raise ValueError(f"tables: the table {name} is missing")
            missing = [key for key in keys.split() if key not in tables[name]]
            if missing:
                raise ValueError(f"tables.{name}: {', '.join(missing)} is missing")
        return cls(tables)

    @cached_property
    def canonical(self) -> Mapping[str, str]:
        """The name of each agency under which it is reported, by its case-folded forms."""
        agencies = self.tables["agencies"]
        return {form.casefold(): name for name, forms in agencies.items() for form in forms}

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of agencies that the patterns with one need, as `Held` has them."""
        return Gate.of_names(self.tables["agencies"]).phrases()

    @cached_property
    def cues(self) -> Gate:
        """What the patterns without an agency's name need."""
        return Gate.of(_cues(self.tables))

    @cached_property
    def agency(self) -> re.Pattern[str]:
        """An agency's name."""
        return re.compile(rf"(?<!\w)(?P<name>{forms_of(self.tables['agencies'])})(?!\w)")

    @cached_property
    def heads(self) -> Forms:
        """Forms that begin a line or sentence: "TOWN, May 3 (AGENCY) -"."""
        return _heads(self._named)

    @cached_property
    def bylines(self) -> Forms:
        """Forms that are a whole line: "By Name, AGENCY", with or without a date."""
        return _bylines(self._named, self.tables["bylines"])

    @cached_property
    def alone(self) -> Forms:
        """A line that holds agencies' names and no more, with or without a date."""
        return ((CreditForm.TAG, re.compile(rf"^{self._named}{_DATE}$")),)

    @cached_property
    def tails(self) -> Forms:
        """Forms that end a paragraph: agencies' names in brackets or after a dash."""
        return _tails(self._named)

    @cached_property
    def shares(self) -> Forms:
        """What shares the work: "With files from AGENCY", "AGENCY contributed to this report"."""
        return _shares(self._named, self.tables["shares"])

    @cached_property
    def staff(self) -> re.Pattern[str]:
        """How a line begins that lists an agency's staff."""
        staff = any_of(self.tables["shares"]["staff"])
        return re.compile(rf"^{self._named}(?:['’]s?)?(?:\s\w+){{0,2}}?\s(?i:{staff})(?!\w)")

    @cached_property
    def listed(self) -> re.Pattern[str]:
        """How a line ends that says what the listed ones did."""
        done = any_of(self.tables["shares"]["listed"])
        return re.compile(rf"(?<!\w)(?i:{done})[^.\n]{{0,60}}\.?$")

    @cached_property
    def origin(self) -> re.Pattern[str]:
        """Where it ran first: "Originally published in OUTLET"."""
        subject, cues = (any_of(self.tables["origins"][key]) for key in ("subject", "phrases"))
        return re.compile(
            rf"(?:^|[(\[]|[.!?]\s|(?i:{subject})\s(?:was\s|has\sbeen\s)?)(?i:{cues})\s{self._outlet}"
        )

    @cached_property
    def sourced(self) -> re.Pattern[str]:
        """A line "Source: OUTLET" or "Reporting by the OUTLET", with or without a date."""
        lines = any_of(self.tables["origins"]["lines"])
        return re.compile(rf"^[(\[]?(?i:{lines})\s{self._outlet}{_DATE}\.?[)\]]?\.?$")

    @cached_property
    def closing(self) -> re.Pattern[str]:
        """An outlet's name in brackets or after a dash at the end of a paragraph."""
        return re.compile(rf"(?:^|[.!?”\"]\s?)[-–—(\[]\s?{self._outlet}[)\]]?\.?$")

    @cached_property
    def signed(self) -> Signs:
        """Sign-offs without a name, each with the agency that they stand for."""
        begin, end = r"(?:^|\(|[;.!?]\s?)", rf"\s(?!{self._named})(?=[A-Z])"
        return tuple(
            (re.compile(rf"{begin}(?:{any_of(phrases)}){end}"), name)
            for name, phrases in self.tables["sign-offs"].items()
        )

    @cached_property
    def standing(self) -> Signs:
        """Lines that one agency sets over a kind of story, with that agency."""
        return tuple(
            (re.compile(rf"^(?:{any_of(phrases)})(?!\w)"), name)
            for name, phrases in self.tables["standing-lines"].items()
        )

    @cached_property
    def parted(self) -> Signs:
        """Lines between the parts of one agency's stories, with that agency."""
        return tuple(
            (re.compile(rf"^[ \t]*(?:{any_of(phrases)})\.?[ \t]*\r?$", re.MULTILINE), name)
            for name, phrases in self.tables["part-lines"].items()
        )

    @cached_property
    def pictures(self) -> re.Pattern[str]:
        """A word that makes the line one about a picture."""
        return re.compile(rf"(?i)(?<!\w)(?:{any_of(self.tables['pictures']['words'])})(?!\w)")

    @cached_property
    def _named(self) -> str:
        return _named(self.tables["agencies"])

    @cached_property
    def _outlet(self) -> str:
        return _outlet(self.tables["origins"]["never"])


def forms_of(agencies: Mapping[str, Iterable[str]]) -> str:
    """A pattern of any name of agencies."""
    return "|".join(
        re.escape(name) if len(name) <= _ABBREVIATION else f"(?i:{re.escape(name)})"
        for name in _longest_first(name for names in agencies.values() for name in names)
    )


def any_of(phrases: Iterable[str]) -> str:
    """A pattern of any of the phrases as they stand, the longest first."""
    return "|".join(map(re.escape, _longest_first(phrases)))


def _named(agencies: Mapping[str, Iterable[str]]) -> str:
    """Any name of agencies as the group `name`, and up to three more behind it as `more`."""
    forms = forms_of(agencies)
    more = rf"(?P<more>(?:{_AND}(?:{forms})(?!\w)){{0,3}})"
    return rf"(?<![\w@#./])(?:(?i:the)\s)?(?P<name>{forms})(?!\w){more}"


def _cues(tables: Tables) -> Iterator[str]:
    rows = (tables["origins"]["phrases"], tables["origins"]["lines"])
    for phrases in (*rows, *tables["sign-offs"].values(), *tables["standing-lines"].values()):
        yield from map(str.lower, phrases)


def _heads(agency: str) -> Forms:
    dateline = (
        rf"(?:^|[.!?…]\s)(?:[A-Z0-9][^()\n]{{0,60}}\s?)?\({agency}\)\s?(?:[-–—―:]|(?=[A-Z“\"]))"
    )
    return ((CreditForm.DATELINE, re.compile(dateline)),)


def _bylines(agency: str, words: Mapping[str, tuple[str, ...]]) -> Forms:
    role = rf"(?:\s(?:\w+\s)?(?i:{any_of(words['roles'])}))?"
    byline = (
        rf"^(?i:{any_of(words['words'])})\s(?:[^\n]{{0,80}}?[\s,|/(])?{agency}\)?{role}{_DATE}\.?$"
    )
    return ((CreditForm.BYLINE, re.compile(byline)),)


def _tails(agency: str) -> Forms:
    patterns = (rf"^[-–—(\[]\s?{agency}[)\]]?\.?$", rf"[.!?”\"]\s?[-–—(\[]\s?{agency}[)\]]?\.?$")
    return tuple((CreditForm.TAG, re.compile(pattern)) for pattern in patterns)


def _shares(agency: str, words: Mapping[str, tuple[str, ...]]) -> Forms:
    patterns = (
        rf"(?<!\w)(?i:{any_of(words['before'])}){_SAME_SENTENCE}{agency}",
        rf"{agency}{_SAME_SENTENCE}(?<!\w)(?i:{any_of(words['after'])})(?!\w)",
    )
    return tuple((CreditForm.SHARE, re.compile(pattern)) for pattern in patterns)


def _outlet(never: Iterable[str]) -> str:
    """An outlet's name as the group `name`: words in capitals, or an address on the web."""
    return (
        rf"(?:(?i:the)\s)?(?!(?:{any_of(never)})(?!\w))(?P<name>{_CAPITALISED}"
        rf"(?:\s(?:(?:of|the|and|for|&)\s)?{_CAPITALISED}){{0,5}}|\w+(?:\.\w+){{1,3}})"
    )


def _longest_first(phrases: Iterable[str]) -> list[str]:
    return sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
