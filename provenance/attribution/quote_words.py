"""The words that help to tell quotations, compiled from the lexicon `quotes`.

In: its tables. Out: patterns and sets. All repetition
in them is bounded, so that a search is linear.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from provenance.attribution.phrases import Tables

# A part of a name: "Brenk", "O'Hara", "al-Merwani", "J.", "van".
_PARTICLE = r"(?:al|el|bin|ibn|van|von|de|der|du|la|le)[ -]"
_PART = rf"(?:[^\W\d_a-z][\w'’.-]{{0,30}}|{_PARTICLE}[^\W\d_a-z]\w{{0,30}})"
_OFFICE = r"(?:[^\W\d_A-Z][\w-]{0,30}\s){1,4}(?:of|at|in|for|from|with)"
_REST = r"[^@\n\[\]]{0,200}"
_NAME = rf"(?:{_PART}[ \u00a0]){{0,6}}{_PART}"


@dataclass(frozen=True, slots=True, repr=False)
class QuoteWords:
    """What tells quotations in one language.

    Attributes:
        elided: Words that may follow an apostrophe which opens nothing, such as the "em" of 'em.
        titling: A text that ends in words behind which a quotation is a title in any case.
        kinds: A text that ends in the name of a kind of work.
        small: Words that a title leaves in lower case.
        said: A verb of speech, as a word of its own.
        line: A whole line that tells a speaker without a verb: a name, with a `dash` in front or
            what tells more of the person or occasion behind (group `more`).
        makers: A word that says that a line tells who made the page.
        speakers: A word by which who speaks means itself.
    """

    elided: frozenset[str]
    titling: re.Pattern[str]
    kinds: re.Pattern[str]
    small: frozenset[str]
    said: re.Pattern[str]
    line: re.Pattern[str]
    makers: re.Pattern[str]
    speakers: re.Pattern[str]

    @classmethod
    def of(cls, tables: Tables) -> "QuoteWords":
        """The words in `tables`.

        Raises:
            KeyError: A table or one of its keys is missing.
        """
        works, lines = tables["works"], tables["lines"]
        occasion = _any(lines["occasions"])
        return cls(
            elided=frozenset(tables["elided"]["words"]),
            titling=re.compile(rf"(?i)\b(?:{_any(works['titling'])})\s*$"),
            kinds=re.compile(rf"(?i)\b(?:{_any(works['kinds'])})s?\s*$"),
            small=frozenset(works["small"]),
            said=re.compile(rf"(?i)\b(?:{_any(tables['said']['verbs'])})\b"),
            line=re.compile(
                rf"(?P<dash>[-–—―]\s?)?(?P<name>{_NAME})(?P<more>"
                rf",\s(?:{_any(lines['determiners'])}|\d{{1,3}}|{_OFFICE})\b{_REST}"
                rf"|\s(?:{_any(lines['joints'])})\s(?:{_any(lines['determiners'])})\s"
                rf"[^.!?\n]{{0,60}}\b(?:{occasion})\b{_REST})?"
                rf"(?(more)|(?(dash)(?:,{_REST})?|(?!)))(?<![.!?:;,…–—-])"
            ),
            makers=re.compile(rf"(?i)\b(?:{_any(lines['makers'])})s?\b"),
            speakers=re.compile(
                rf"(?i)(?<![\w.'’])(?:{_any(tables['speakers']['words'])})(?![\w.])"
            ),
        )


def _any(words: Iterable[str]) -> str:
    """Any of the words, apostrophes of either shape."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace("'", "['’]") for word in ordered)
