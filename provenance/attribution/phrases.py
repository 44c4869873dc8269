"""The forms of a credit, compiled from the phrases of a credits lexicon.

Goes in: the lexicon's tables. Comes out: one pattern for each form, in which
the group `name` is an agency or an outlet. Every repetition in them is bounded
or is followed by what it cannot match, so that a search is linear.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

Tables: TypeAlias = Mapping[str, Mapping[str, tuple[str, ...]]]

# A short name is told from an ordinary word by its capitals.
_ABBREVIATION = 5
# Within one sentence; the full stop of an initial does not end it.
_SAME_SENTENCE = r"(?:[^.!?\n]|(?<=\b[A-Z])\.){0,160}?"
_DATE = r"(?:\s*[|•·–—,-]\s*[^\n]{0,40}\d[^\n]{0,20})?"
_ROLE = r"(?:\s(?:\w+\s)?(?i:writers?|reporters?|correspondents?|staff))?"
_OUTLET = (
    r"(?:(?i:the)\s)?(?P<name>[^\W\d_a-z][\w&'’-]*(?:\.\w+)*"
    r"(?:\s(?:(?:of|the|and|for|&)\s)?[^\W\d_a-z][\w&'’-]*(?:\.\w+)*){0,5}|\w+(?:\.\w+){1,3})"
)


@dataclass(frozen=True, slots=True)
class Phrases:
    """One pattern a form.

    Attributes:
        dateline: "TOWN, May 3 (AGENCY) -" at the beginning of a line or sentence.
        byline: A line "By Name, AGENCY", with or without a date.
        alone: A line that holds an agency's name and no more.
        marked: A line that holds an agency's name in brackets or after a dash.
        final: An agency's name in brackets or after a dash at the end of a paragraph.
        shares: "With files from AGENCY", "AGENCY contributed to this report".
        origin: "Originally published in OUTLET".
        sourced: A line "Source: OUTLET" or "Reporting by the OUTLET", with or without a date.
        closing: An outlet's name in brackets or after a dash at the end of a paragraph.
        signed: Sign-offs without a name, each with the agency that they stand for.
        pictures: A word that makes the line one about a picture.
        canonical: The name of each agency under which it is reported, by its case-folded forms.
    """

    dateline: re.Pattern[str]
    byline: re.Pattern[str]
    alone: re.Pattern[str]
    marked: re.Pattern[str]
    final: re.Pattern[str]
    shares: tuple[re.Pattern[str], ...]
    origin: re.Pattern[str]
    sourced: re.Pattern[str]
    closing: re.Pattern[str]
    signed: tuple[tuple[re.Pattern[str], str], ...]
    pictures: re.Pattern[str]
    canonical: Mapping[str, str]

    @classmethod
    def of(cls, tables: Tables) -> "Phrases":
        """The patterns for the agencies and cues in `tables`."""
        agencies = tables["agencies"]
        agency = _agency(name for names in agencies.values() for name in names)
        before, after = (_any(tables["shares"][key]) for key in ("before", "after"))
        subject, origins = (_any(tables["origins"][key]) for key in ("subject", "phrases"))
        return cls(
            dateline=re.compile(
                rf"(?:^|[.!?…]\s)(?:[A-Z0-9][^()\n]{{0,60}}\s)?\({agency}\)\s?(?:[-–—―:]|(?=[A-Z“\"]))"
            ),
            byline=re.compile(
                rf"^(?i:by|from|source:?)\s(?:[^\n]{{0,80}}?[\s,|/(])?{agency}\)?{_ROLE}{_DATE}\.?$"
            ),
            alone=re.compile(rf"^{agency}{_DATE}$"),
            marked=re.compile(rf"^[-–—(\[]\s?{agency}[)\]]?\.?$"),
            final=re.compile(rf"[.!?”\"]\s?[-–—(\[]\s?{agency}[)\]]?\.?$"),
            shares=(
                re.compile(rf"(?<!\w)(?i:{before}){_SAME_SENTENCE}{agency}"),
                re.compile(rf"{agency}{_SAME_SENTENCE}(?<!\w)(?i:{after})(?!\w)"),
            ),
            origin=re.compile(
                rf"(?:^|[(\[]|[.!?]\s|(?i:{subject})\s(?:was\s|has\sbeen\s)?)(?i:{origins})\s{_OUTLET}"
            ),
            sourced=re.compile(
                rf"^[(\[]?(?i:{_any(tables['origins']['lines'])})\s{_OUTLET}{_DATE}\.?[)\]]?\.?$"
            ),
            closing=re.compile(rf"(?:^|[.!?”\"]\s?)[-–—(\[]\s?{_OUTLET}[)\]]?\.?$"),
            signed=tuple(
                (re.compile(rf"(?:^|\(|[;.!?]\s?)(?:{_any(phrases)})\s(?!{agency})(?=[A-Z])"), name)
                for name, phrases in tables["sign-offs"].items()
            ),
            pictures=re.compile(rf"(?i)(?<!\w)(?:{_any(tables['pictures']['words'])})(?!\w)"),
            canonical={form.casefold(): name for name, forms in agencies.items() for form in forms},
        )


def _agency(names: Iterable[str]) -> str:
    """Any of the names, as the group `name`; the longest first."""
    forms = [
        re.escape(name) if len(name) <= _ABBREVIATION else f"(?i:{re.escape(name)})"
        for name in sorted(names, key=lambda name: (-len(name), name))
    ]
    return rf"(?<![\w@#./])(?:(?i:the)\s)?(?P<name>{'|'.join(forms)})(?!\w)"


def _any(phrases: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(phrases, key=lambda phrase: (-len(phrase), phrase))))
