"""Articles of a line or two, and what is found in them as text."""

from pathlib import Path

import pytest

from provenance import frames, rulebook
from provenance.attribution import credits, quotes  # noqa: A004
from provenance.model import Article, Attribution, Quote

ROOT = Path(__file__).parents[3]
FILE = ROOT / "rules" / "lexicon" / "credits.en.yaml"


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
        rows = frames.rows(quotes(articles(text)), Quote)
        return [(text[row.start : row.end], row.closed) for row in rows]

    return _quoted


@pytest.fixture(scope="session")
def tables():
    """The tables of the credits lexicon, read by the program's own loader."""
    book = rulebook.load([rulebook.RuleFile("credits.en.yaml", FILE.read_text("utf-8"))])
    return book.lexicons["credits.en"]


@pytest.fixture(scope="session")
def credited(articles, tables):
    """The credits of one text, as kind and source, each once."""

    def _credited(text, body_start=0, outlet=None):
        frame = articles(text, body_start=body_start, outlet=outlet)
        rows = frames.rows(credits(frame, tables), Attribution)
        return sorted({(row.kind, row.source) for row in rows})

    return _credited
