"""Everything one language says about figures, compiled from its lexicons."""

from collections.abc import Mapping
from dataclasses import dataclass

from provenance.numbers.lexicon import Lexicon, Tables
from provenance.numbers.templates import Templates

# Lexicons of templates: the table `classes` names phrases, every other table is a relation.
TEMPLATES = ("changes", "parts", "conversions")
_CLASSES = "classes"


@dataclass(frozen=True, slots=True, repr=False)
class Grammar:
    """The words and templates of one language; build it once a run.

    Attributes:
        locale: Primary language subtag.
        lexicon: The words of figures.
        templates: By relation, such as `percent-change`.
    """

    locale: str
    lexicon: Lexicon
    templates: Mapping[str, Templates]

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
        key = f"numbers.{locale}"
        try:
            lexicon = Lexicon.of(_tables(lexicons, key))
            for name in TEMPLATES:
                key = f"{name}.{locale}"
                templates |= _templates(_tables(lexicons, key))
        except ValueError as fault:
            raise ValueError(f"{key}: {fault}") from fault
        return cls(locale, lexicon, templates)


def _tables(lexicons: Mapping[str, Tables], key: str) -> Tables:
    if key not in lexicons:
        raise ValueError("there is no such lexicon")
    return lexicons[key]


def _templates(tables: Tables) -> dict[str, Templates]:
    classes = tables.get(_CLASSES, {})
    return {
        kind: Templates.of(table, classes) for kind, table in tables.items() if kind != _CLASSES
    }
