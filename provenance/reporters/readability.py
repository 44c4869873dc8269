"""How hard an article is to read, as lines of a page: the formulas and the counts behind them.

In: a row of `Readability`. Out: lines without colour. Nothing is graded or called good: the
formulas count words and know nothing of sources.
"""

from collections.abc import Iterator

from provenance.model import Readability
from provenance.reporters.labels import counted
from provenance.reporters.safe import printable

# What the versions of Flesch's formula for other languages are called.
_VERSIONS = {
    "de": "Amstad",
    "es": "Fernández Huerta",
    "fr": "Kandel-Moles",
    "it": "Franchina-Vacca",
    "nl": "Douma",
    "ru": "Oborneva",
}


def lines(row: Readability | None) -> Iterator[str]:
    """What a page tells of `row`: a heading, then a line a formula and the counts, indented.

    A text without formulas has one line, which says why; so has no row at all.
    """
    if row is None or row.reason:
        yield f"  readability: not told ({printable(row.reason or '') if row else 'not counted'})"
        return
    yield "  readability (for information, moves no score)"
    told = [(name, value) for name, value in _formulas(row) if value is not None]
    width = max(len(name) for name, _ in told)
    for name, value in told:
        yield f"    {name:<{width}}  {value:5.1f}"
    if row.language == "en" and row.smog is None:
        yield "    SMOG: not told (fewer than 30 sentences)"
    if row.language != "en":
        # Hyphenation parts no single letter: a tenth of all syllables in German and Spanish.
        yield "    its syllables are places to hyphenate, so too few: it reads harder than told"
    yield f"    counted: {', '.join(_counts(row))}"


def _formulas(row: Readability) -> Iterator[tuple[str, float | None]]:
    version = _VERSIONS.get(row.language or "")
    yield f"Flesch reading ease{f' ({version})' if version else ''}", row.flesch_reading_ease
    yield "Flesch-Kincaid grade", row.flesch_kincaid_grade
    yield "Gunning fog", row.gunning_fog
    yield "Dale-Chall", row.dale_chall
    yield "SMOG", row.smog
    yield "Coleman-Liau", row.coleman_liau
    yield "Automated Readability Index", row.automated


def _counts(row: Readability) -> Iterator[str]:
    """The counts that formulas in this language take."""
    for noun, count in (
        ("word", row.words),
        ("sentence", row.sentences),
        ("syllable", row.syllables),
        ("complex word", row.complex_words),
        ("unfamiliar word", row.unfamiliar),
    ):
        if count is not None:
            yield counted(count, noun)
