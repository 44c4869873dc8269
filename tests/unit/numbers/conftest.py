"""The English lexicon, and a reader of figures and conflicts for texts of a line or two."""

from dataclasses import replace
from pathlib import Path

import pytest

from provenance import frames, numbers, rulebook
from provenance.model import Article, Quantity, Relation
from provenance.numbers import Grammar
from provenance.numbers.context import Scene
from provenance.text.sentence_tokens import split

ROOT = Path(__file__).parents[3]
FILES = sorted((ROOT / "rules" / "lexicon").glob("*.yaml"))


def article(text, article_id="a", **values):
    """An article of nothing but a text and what is given."""
    return replace(
        Article(article_id, article_id, 1, False, text, None, 0, None, None, None), **values
    )


@pytest.fixture(scope="session")
def lexicons():
    """The lexicons of figures, read by the program's own loader."""
    files = [rulebook.RuleFile(path.name, path.read_text("utf-8")) for path in FILES]
    return rulebook.load(files).lexicons


@pytest.fixture(scope="session")
def tables(lexicons):
    """The tables of the English lexicon of numbers."""
    return lexicons["numbers.en"]


@pytest.fixture(scope="session")
def grammar(lexicons):
    return Grammar.of(lexicons)


@pytest.fixture(scope="session")
def lexicon(grammar):
    return grammar.lexicon


@pytest.fixture(scope="session")
def words():
    """The tokens of a whole text."""
    return lambda text: split(text, 0, len(text))


@pytest.fixture(scope="session")
def scene(lexicon, words):
    return lambda text: Scene.of(words(text), lexicon)


@pytest.fixture(scope="session")
def reading(grammar):
    """All that is read out of one text; further values are those of `Article`."""

    def _reading(text, **values):
        return numbers.read(frames.frame([article(text, **values)], Article), grammar)

    return _reading


@pytest.fixture(scope="session")
def read(reading):
    """The figures of one text, as rows."""
    return lambda text: list(frames.rows(reading(text).quantities, Quantity))


@pytest.fixture(scope="session")
def relate(reading):
    """The relations of one text of one kind, or of all."""

    def _relate(text, kind=None, **values):
        rows = frames.rows(reading(text, **values).relations, Relation)
        return [row for row in rows if kind in (None, row.kind)]

    return _relate


@pytest.fixture(scope="session")
def one(read):
    """The only figure of a text, with its evidence."""

    def _one(text):
        (row,) = read(text)
        return row, text[row.start : row.end]

    return _one


@pytest.fixture(scope="session")
def clashes(relate):
    """The conflicts of one text: total or not, and the two figures as written."""
    kinds = {"same-quantity-conflict": False, "running-total-below-part": True}

    def _clashes(text):
        return [
            (kinds[row.kind], text[row.start : row.end], text[other.start : other.end])
            for row in relate(text)
            if row.kind in kinds and not row.fits
            for other in row.others[:1]
        ]

    return _clashes


@pytest.fixture(scope="session")
def quantity():
    """A count of 55 lorries destroyed, changed as asked."""
    base = Quantity(
        article_id="a",
        start=0,
        end=2,
        value=55.0,
        low=54.5,
        high=55.5,
        soft_low=54.5,
        soft_high=55.5,
        kind="count",
        unit=None,
        bound="exact",
        noun="lorry",
        event="destroy",
        sentence=0,
        modifiers=(),
        qualifiers=(),
    )
    return lambda **changes: replace(base, **changes)
