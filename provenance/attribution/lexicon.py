"""The words of one language about who says what, compiled from its lexicons."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from provenance.attribution.credits import CreditWords
from provenance.attribution.gap_words import GapWords
from provenance.attribution.naming import NameWords
from provenance.attribution.phrases import Tables
from provenance.attribution.quote_words import QuoteWords
from provenance.attribution.sourcing import SourceWords

Words = TypeVar("Words")

# The lexicons of a language, by the name in their file.
NAMES, SOURCES, CREDITS, QUOTES, GAPS = "names", "sources", "credits", "quotes", "gaps"


@dataclass(frozen=True, slots=True, repr=False)
class Lexicon:
    """Everything one language says about who says what; build it once a run.

    Attributes:
        locale: Primary language subtag.
        names: What tells a person's name.
        sources: What tells a source and its verb.
        credits: What tells a credit.
        quotes: What tells quotations.
        gaps: What tells that a text leaves something open.
    """

    locale: str
    names: NameWords
    sources: SourceWords
    credits: CreditWords
    quotes: QuoteWords
    gaps: GapWords

    @classmethod
    def of(cls, lexicons: Mapping[str, Tables], locale: str = "en") -> "Lexicon":
        """The words of `locale`.

        Args:
            lexicons: Tables by the lexicon's name and locale, such as `names.en`.
            locale: Primary language subtag.

        Raises:
            ValueError: A lexicon, table or key is missing; the message begins with the lexicon's
                key, such as `gaps.en: `.
        """

        def read(name: str, build: Callable[[Tables], Words]) -> Words:
            return _read(lexicons, f"{name}.{locale}", build)

        agencies = read(CREDITS, lambda tables: tables["agencies"])
        return cls(
            locale,
            names=read(NAMES, NameWords.of),
            sources=read(SOURCES, lambda tables: SourceWords.of(tables, agencies)),
            credits=read(CREDITS, CreditWords.of),
            quotes=read(QUOTES, QuoteWords.of),
            gaps=read(GAPS, GapWords.of),
        )


def _read(lexicons: Mapping[str, Tables], key: str, build: Callable[[Tables], Words]) -> Words:
    if key not in lexicons:
        raise ValueError(f"{key}: there is no such lexicon")
    try:
        return build(lexicons[key])
    except KeyError as missing:
        raise ValueError(f"{key}: there is no table or key {missing}") from missing
    except ValueError as fault:
        raise ValueError(f"{key}: {fault}") from fault
