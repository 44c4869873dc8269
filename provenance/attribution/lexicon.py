"""The words of one language about who says what, compiled from its lexicons."""

from collections.abc import Mapping
from dataclasses import dataclass

from provenance.attribution.gap_words import GapWords
from provenance.attribution.naming import NameWords
from provenance.attribution.phrases import Tables
from provenance.attribution.quote_words import QuoteWords
from provenance.attribution.sourcing import SourceWords

# The lexicons of a language, by the name in their file.
NAMES, SOURCES, CREDITS, QUOTES, GAPS = "names", "sources", "credits", "quotes", "gaps"


@dataclass(frozen=True, slots=True, repr=False)
class Lexicon:
    """Everything one language says about who says what; build it once a run.

    Attributes:
        locale: Primary language subtag.
        names: What tells a person's name.
        sources: What tells a source and its verb.
        credits: The tables of the credits lexicon.
        quotes: What tells quotations.
        gaps: What tells that a text leaves something open.
    """

    locale: str
    names: NameWords
    sources: SourceWords
    credits: Tables
    quotes: QuoteWords
    gaps: GapWords

    @classmethod
    def of(cls, lexicons: Mapping[str, Tables], locale: str = "en") -> "Lexicon":
        """The words of `locale`.

        Args:
            lexicons: Tables by the lexicon's name and locale, such as `names.en`.
            locale: Primary language subtag.

        Raises:
            ValueError: A lexicon or table is missing; the message begins with the lexicon's key.
        """
        names, sources, credit, quotes, gaps = (
            _tables(lexicons, f"{name}.{locale}")
            for name in (NAMES, SOURCES, CREDITS, QUOTES, GAPS)
        )
        return cls(
            locale,
            NameWords.of(names),
            SourceWords.of(sources, credit["agencies"]),
            credit,
            QuoteWords.of(quotes),
            GapWords.of(gaps),
        )


def _tables(lexicons: Mapping[str, Tables], key: str) -> Tables:
    if key not in lexicons:
        raise ValueError(f"{key}: there is no such lexicon")
    return lexicons[key]
