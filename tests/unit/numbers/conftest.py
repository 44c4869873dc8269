"""The English lexicon, and a reader of figures and conflicts for texts of a line or two."""

from dataclasses import replace
from pathlib import Path

import pytest

from provenance import frames, rulebook
from provenance.model import Article, Quantity
from provenance.numbers import Lexicon, quantities
from provenance.numbers.conflicts import conflicts
from provenance.numbers.context import Scene
from provenance.numbers.tokens import split

ROOT = Path(__file__).parents[3]
FILE = ROOT / "rules" / "lexicon" / "numbers.en.yaml"


def article(text, article_id="a", language=None):
    return Article(article_id, article_id, 1, False, text, None, 0, None, None, language)


@pytest.fixture(scope="session")
def tables():
    """The tables of the English lexicon, read by the program's own loader."""
    book = rulebook.load([rulebook.RuleFile("numbers.en.yaml", FILE.read_text("utf-8"))])
    return book.lexicons["numbers.en"]


@pytest.fixture(scope="session")
def lexicon(tables):
    return Lexicon.of(tables)


@pytest.fixture(scope="session")
def words():
    """The tokens of a whole text."""
    return lambda text: split(text, 0, len(text))


@pytest.fixture(scope="session")
def scene(lexicon, words):
    return lambda text: Scene.of(words(text), lexicon)


@pytest.fixture(scope="session")
def read(lexicon):
    """The figures of one text, as rows."""

    def _read(text):
        table = frames.frame([article(text)], Article)
        return list(frames.rows(quantities(table, lexicon), Quantity))

    return _read


@pytest.fixture(scope="session")
def one(read):
    """The only figure of a text, with its evidence."""

    def _one(text):
        (row,) = read(text)
        return row, text[row.start : row.end]

    return _one


@pytest.fixture(scope="session")
def clashes(lexicon):
    """The conflicts of one text: total or not, and the two figures as written."""

    def _clashes(text):
        table = frames.frame([article(text)], Article)
        found = conflicts(table, quantities(table, lexicon))
        return [
            (c.total, text[c.left.start : c.left.end], text[c.right.start : c.right.end])
            for c in found
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
