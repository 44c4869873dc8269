"""Articles of a line or two, and what is found in them as text."""

from pathlib import Path

import pytest

from provenance import frames, rulebook
from provenance.attribution import Lexicon, credits, read  # noqa: A004
from provenance.model import Article, Attribution, Credit, Quote

ROOT = Path(__file__).parents[3]
FOLDER = ROOT / "rules" / "lexicon"
KEYS = ("credits", "gaps", "names", "quotes", "sources")
FILES = [FOLDER / f"{name}.en.yaml" for name in KEYS]
BOOK = rulebook.load([rulebook.RuleFile(each.name, each.read_text("utf-8")) for each in FILES])
LEXICON = Lexicon.of(BOOK.lexicons)


@pytest.fixture(scope="session")
def articles():
    """A frame of articles named a0, a1 ... with the given texts."""

    def _articles(*texts, body_start=0, outlet=None):
        items = [
            Article(f"a{n}", f"a{n}", 1, False, text, None, body_start, outlet, None, None)
            for n, text in enumerate(texts)
        ]
        return frames.frame(items, Article)

    return _articles


@pytest.fixture(scope="session")
def quoted(articles):
    """The quotations of one text, as their words and whether they are closed."""

    def _quoted(text):
        rows = frames.rows(read(articles(text), LEXICON).quotes, Quote)
        return [(text[row.start : row.end], row.closed) for row in rows]

    return _quoted


@pytest.fixture(scope="session")
def tables():
    """The tables of the credits lexicon, read by the program's own loader."""
    return BOOK.lexicons["credits.en"]


@pytest.fixture(scope="session")
def lexicon():
    """The English words about who says what."""
    return LEXICON


@pytest.fixture(scope="session")
def stated(articles, lexicon):
    """The attributions of one text."""

    def _stated(text):
        return list(frames.rows(read(articles(text), lexicon).attributions, Attribution))

    return _stated


@pytest.fixture(scope="session")
def quotes():
    """The quotations of a frame of articles."""
    return lambda frame: read(frame, LEXICON).quotes


@pytest.fixture(scope="session")
def credited(articles):
    """The credits of one text that are the article's, as kind and source, each once."""

    def _credited(text, body_start=0, outlet=None):
        frame = articles(text, body_start=body_start, outlet=outlet)
        rows = frames.rows(credits(frame, LEXICON.credits), Credit)
        return sorted({(row.kind, row.source) for row in rows if row.subject == "article"})

    return _credited
