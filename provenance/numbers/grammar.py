"""Everything one language says about figures, compiled from its lexicons."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from provenance.errors import RuleError
from provenance.numbers.dates import DateWords
from provenance.numbers.dimensions import Dimensions
from provenance.numbers.lexicon import Lexicon, Phrases, Tables
from provenance.numbers.templates import Templates

# Lexicons of templates: every table is a relation, but for those of words.
TEMPLATES = ("changes", "parts", "conversions", "stories")
_CLASSES = "classes"
# The table of `changes` that names words for multiples; its keys are numbers.
_MULTIPLES = "multiples"
# The tables of `conversions` that name further units; their keys are units.
_UNITS = "units"
_LETTERS = "letters"
_OF_WORDS = frozenset([_CLASSES, _MULTIPLES, _UNITS, _LETTERS])


Value = TypeVar("Value")


class _Named(dict[str, Value]):
    """Tables or classes of the lexicons; one that is missing is a fault of a file, not of a run."""

    def __missing__(self, name: str) -> Value:
        raise RuleError(
            f"no lexicon has the table or class `{name}`",
            place="rules/lexicon",
            hint="put it back; a class is named as `lexicon.class`",
        )


@dataclass(frozen=True, slots=True, repr=False)
class Grammar:
    """The words and templates of one language; build it once a run.

    Attributes:
        locale: Primary language subtag.
        lexicon: The words of figures.
        templates: By relation, such as `percent-change`.
        classes: The word classes of the templates, by lexicon and name, such as `parts.end`;
            phrases as in the file.
        multiples: Words such as "doubled", by the multiple as a decimal number.
        dates: The words of dates and times of day, and their templates.
        dimensions: What units measure and how large they are, in any language.
        units: Words for units that only stand out beside another measure, by the unit.
        letters: Words for units that are so only in front of a sign: 5 ft 2 in (1.57 m).
    """

    locale: str
    lexicon: Lexicon
    templates: Mapping[str, Templates]
    classes: Mapping[str, frozenset[str]]
    multiples: Phrases
    dates: DateWords
    dimensions: Dimensions
    units: Phrases
    letters: Phrases

    @classmethod
    def of(cls, lexicons: Mapping[str, Tables], locale: str = "en") -> "Grammar":
        """The grammar of `locale`.

        Args:
            lexicons: Tables by the lexicon's name and locale, such as `numbers.en`.
            locale: Primary language subtag.

        Raises:
            ValueError: A lexicon is missing or cannot be read; the message begins with its name.
        """
        templates: dict[str, Templates] = {}
        classes: dict[str, frozenset[str]] = {}
        key = f"numbers.{locale}"
        try:
            lexicon = Lexicon.of(_tables(lexicons, key))
            for name in TEMPLATES:
                key = f"{name}.{locale}"
                tables = _tables(lexicons, key)
                templates |= _templates(tables)
                classes |= _word_classes(name, tables)
            key = f"dates.{locale}"
            dates = DateWords.of(_tables(lexicons, key))
            key = "units.und"
            dimensions = Dimensions.of(_tables(lexicons, key))
        except ValueError as fault:
            raise ValueError(f"{key}: {fault}") from fault
        changes, conversions = (lexicons[f"{name}.{locale}"] for name in ("changes", "conversions"))
        return cls(
            locale=locale,
            lexicon=lexicon,
            templates=_Named(templates),
            classes=_Named(classes),
            multiples=Phrases.of(changes.get(_MULTIPLES, {})),
            dates=dates,
            dimensions=dimensions,
            units=Phrases.of(conversions.get(_UNITS, {})),
            letters=Phrases.of(conversions.get(_LETTERS, {})),
        )


def _tables(lexicons: Mapping[str, Tables], key: str) -> Tables:
    if key not in lexicons:
        raise ValueError("there is no such lexicon")
    return lexicons[key]


def _templates(tables: Tables) -> dict[str, Templates]:
    classes = tables.get(_CLASSES, {})
    found: dict[str, Templates] = {}
    for kind, table in tables.items():
        if kind in _OF_WORDS:
            continue
        try:
            found[kind] = Templates.of(table, classes)
        except ValueError as fault:
            raise ValueError(f"{kind}: {fault}") from fault
    return found


def _word_classes(name: str, tables: Tables) -> dict[str, frozenset[str]]:
    classes = tables.get(_CLASSES, {})
    return {f"{name}.{key}": frozenset(phrases) for key, phrases in classes.items()}
