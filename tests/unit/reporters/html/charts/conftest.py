"""Charts taken apart: a figure is read as XML, which it must be anyway."""

from xml.etree import ElementTree

import pytest

from provenance.model import Credit, Lineage
from provenance.reporters.html.view import View

SVG = "{http://www.w3.org/2000/svg}"


class Figure:
    """What a test asks of the figures in a piece of a page."""

    def __init__(self, markup):
        self.root = ElementTree.fromstring(f"<div>{markup}</div>")

    def shapes(self, name, kind=None):
        """The elements of a name in the drawing, of those with a class where one is given."""
        found = self.root.iter(SVG + name)
        return [each for each in found if kind is None or kind in each.get("class", "").split()]

    def numbers(self, name, kind, *keys):
        """Their attributes as numbers."""
        return [tuple(float(each.get(key)) for key in keys) for each in self.shapes(name, kind)]

    def words(self, kind=None):
        """The words that are drawn."""
        return ["".join(each.itertext()) for each in self.shapes("text", kind)]

    def tables(self):
        """The cells of every table, row by row, without their heads."""
        return [
            [["".join(cell.itertext()) for cell in row] for row in table.find("tbody")]
            for table in self.root.iter("table")
        ]

    @property
    def caption(self):
        (found, *_) = self.root.iter("figcaption")
        return "".join(found.itertext()).strip()

    @property
    def box(self):
        (svg, *_) = self.root.iter(SVG + "svg")
        return tuple(float(part) for part in svg.get("viewBox").split())


@pytest.fixture(scope="session")
def figure():
    return Figure


@pytest.fixture(scope="session")
def view():
    return View.of


@pytest.fixture(scope="session")
def lineage():
    """One lineage of articles."""

    def _lineage(*articles, through="copy"):
        ids = [article.article_id for article in articles]
        return [Lineage(each, min(ids), min(ids), through, None) for each in ids]

    return _lineage


@pytest.fixture(scope="session")
def credit():
    def _credit(article, source, subject="article", form="tag"):
        return Credit(article.article_id, 0, 1, "agency", source, form, subject)

    return _credit


@pytest.fixture(scope="session")
def shared(region):
    """A passage that two articles share, the left one's id being the smaller."""

    def _shared(left, right, **fields):
        ids = {"left_id": left.article_id, "right_id": right.article_id}
        words = {"left_words": 4, "right_words": 4, "matched_words": 4}
        return region((0, 4), (0, 4), **ids | words | fields)

    return _shared
