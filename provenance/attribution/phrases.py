"""The forms of a credit, compiled from the phrases of a credits lexicon.

Goes in: the lexicon's tables. Comes out: one pattern for each form, in which
the group `name` is an agency or an outlet, and `more` the agencies listed
after it. Every repetition in them is bounded or is followed by what it cannot
match, so that a search is linear.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from provenance.model import CreditForm

Tables: TypeAlias = Mapping[str, Mapping[str, tuple[str, ...]]]
Forms: TypeAlias = tuple[tuple[CreditForm, re.Pattern[str]], ...]
Signs: TypeAlias = tuple[tuple[re.Pattern[str], str], ...]

# A short name is told from an ordinary word by its capitals.
_ABBREVIATION = 5
# Within one sentence; the full stop of an initial does not end it.
_SAME_SENTENCE = r"(?:[^.!?\n]|(?<=\b[A-Z])\.){0,160}?"
_DATE = r"(?:\s*[|•·–—,-]\s*[^\n]{0,40}\d[^\n]{0,20})?"
_AND = r"\s?(?:[,;/&]\s?(?:(?i:and)\s)?|(?<=\s)(?i:and)\s)(?:(?i:the)\s)?"
_CAPITALISED = r"(?:(?:[^\W\d_a-z]\.){2,}|[^\W\d_a-z][\w&'’-]*(?:\.\w+)*)"


@dataclass(frozen=True, slots=True)
class Gate:
    """Phrases of which a text must hold one before a pattern is worth a try.

    Attributes:
        exact: Phrases in capitals as written.
        lower: Phrases in any case, in lower case.
    """

    exact: tuple[str, ...]
    lower: tuple[str, ...]

    @classmethod
    def of_names(cls, agencies: Mapping[str, Iterable[str]]) -> "Gate":
        """The gate of the patterns that name one of `agencies`."""
        names = sorted({name for names in agencies.values() for name in names})
        return cls(
            tuple(name for name in names if len(name) <= _ABBREVIATION),
            tuple(name.lower() for name in names if len(name) > _ABBREVIATION),
        )

    def __bool__(self) -> bool:
        """Whether there is any text that it opens for."""
        return bool(self.exact or self.lower)

    def narrowed(self, text: str) -> "Gate":
        """The gate for parts of a text, with only the phrases that it holds at all."""
        lower = text.lower()
        return Gate(
            tuple(phrase for phrase in self.exact if phrase in text),
            tuple(phrase for phrase in self.lower if phrase in lower),
        )

    def opens(self, text: str) -> bool:
        """Whether a text holds one of the phrases."""
        if any(phrase in text for phrase in self.exact):
            return True
        lower = text.lower() if self.lower else ""
        return any(phrase in lower for phrase in self.lower)


@dataclass(frozen=True, slots=True)
class Phrases:
    """Patterns by where they are looked for.

    Attributes:
        names: What the patterns with an agency's name need.
        cues: What the patterns without one need.
        agency: An agency's name.
        heads: Forms that begin a line or sentence: "TOWN, May 3 (AGENCY) -".
        bylines: Forms that are a whole line: "By Name, AGENCY", with or without a date.
        alone: A line that holds agencies' names and no more, with or without a date.
        tails: Forms that end a paragraph: agencies' names in brackets or after a dash.
        shares: "With files from AGENCY", "AGENCY contributed to this report".
        staff: How a line begins that lists an agency's staff.
        listed: How a line ends that says what the listed ones did.
        origin: "Originally published in OUTLET".
        sourced: A line "Source: OUTLET" or "Reporting by the OUTLET", with or without a date.
        closing: An outlet's name in brackets or after a dash at the end of a paragraph.
        signed: Sign-offs without a name, each with the agency that they stand for.
        standing: Lines that one agency sets over a kind of story, with that agency.
        parted: Lines between the parts of one agency's stories, with that agency.
        pictures: A word that makes the line one about a picture.
        canonical: The name of each agency under which it is reported, by its case-folded forms.
    """

    names: Gate
    cues: Gate
    agency: re.Pattern[str]
    heads: Forms
    bylines: Forms
    alone: Forms
    tails: Forms
    shares: Forms
    staff: re.Pattern[str]
    listed: re.Pattern[str]
    origin: re.Pattern[str]
    sourced: re.Pattern[str]
    closing: re.Pattern[str]
    signed: Signs
    standing: Signs
    parted: Signs
    pictures: re.Pattern[str]
    canonical: Mapping[str, str]

    @classmethod
    def of(cls, tables: Tables) -> "Phrases":
        """The patterns for the agencies and cues in `tables`."""
        agencies = tables["agencies"]
        agency = _named(agencies)
        outlet = _outlet(tables["origins"]["never"])
        subject, origins = (any_of(tables["origins"][key]) for key in ("subject", "phrases"))
        return cls(
            names=Gate.of_names(agencies),
            cues=Gate((), tuple(_cues(tables))),
            agency=re.compile(rf"(?<!\w)(?P<name>{forms_of(agencies)})(?!\w)"),
            heads=_heads(agency),
            bylines=_bylines(agency, tables["bylines"]),
            alone=((CreditForm.TAG, re.compile(rf"^{agency}{_DATE}$")),),
            tails=_tails(agency),
            shares=_shares(agency, tables["shares"]),
            staff=re.compile(
                rf"^{agency}(?:['’]s?)?(?:\s\w+){{0,2}}?\s(?i:{any_of(tables['shares']['staff'])})(?!\w)"
            ),
            listed=re.compile(
                rf"(?<!\w)(?i:{any_of(tables['shares']['listed'])})[^.\n]{{0,60}}\.?$"
            ),
            origin=re.compile(
                rf"(?:^|[(\[]|[.!?]\s|(?i:{subject})\s(?:was\s|has\sbeen\s)?)(?i:{origins})\s{outlet}"
            ),
            sourced=re.compile(
                rf"^[(\[]?(?i:{any_of(tables['origins']['lines'])})\s{outlet}{_DATE}\.?[)\]]?\.?$"
            ),
            closing=re.compile(rf"(?:^|[.!?”\"]\s?)[-–—(\[]\s?{outlet}[)\]]?\.?$"),
            signed=tuple(
                (
                    re.compile(rf"(?:^|\(|[;.!?]\s?)(?:{any_of(phrases)})\s(?!{agency})(?=[A-Z])"),
                    name,
                )
                for name, phrases in tables["sign-offs"].items()
            ),
            standing=tuple(
                (re.compile(rf"^(?:{any_of(phrases)})(?!\w)"), name)
                for name, phrases in tables["standing-lines"].items()
            ),
            parted=tuple(
                (re.compile(rf"^[ \t]*(?:{any_of(phrases)})\.?[ \t]*\r?$", re.MULTILINE), name)
                for name, phrases in tables["part-lines"].items()
            ),
            pictures=re.compile(rf"(?i)(?<!\w)(?:{any_of(tables['pictures']['words'])})(?!\w)"),
            canonical={form.casefold(): name for name, forms in agencies.items() for form in forms},
        )

    def narrowed(self, text: str) -> "Phrases":
        """The patterns for parts of a text, tried only for what it holds at all."""
        return replace(self, names=self.names.narrowed(text), cues=self.cues.narrowed(text))


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
