"""The lists that lead to the pages: the table of articles, and that of pairs.

Goes in: rows, and which pages there are. Comes out: fragments that hold the
first rows for readers without scripts; the page's script draws the others.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from provenance.model import Article, Label
from provenance.reporters.html.pairs import pairs
from provenance.reporters.html.table import Row, worst_first
from provenance.reporters.html.templates import render
from provenance.reporters.html.view import View
from provenance.reporters.text import called

# Rows of articles that are drawn at a time, here and by the script.
DRAWN = 100


@dataclass(frozen=True, slots=True)
class _Side:
    title: str
    place: str


@dataclass(frozen=True, slots=True)
class _PairRow:
    """A pair as listed; `quotation` when quotations are all that it shares."""

    anchor: str
    left: _Side
    right: _Side
    words: int
    labels: tuple[str, ...]
    quotation: bool


def articles_section(table: Sequence[Row], group_of: Mapping[str, int]) -> Markup:
    """The table of articles, the worst of them filled in; `group_of` tells which have pages."""
    return render(
        "articles.html.j2",
        rows=worst_first(table)[:DRAWN],
        drawn=DRAWN,
        count=len(table),
        paged=group_of,
        unpaged_count=sum(row.anchor not in group_of for row in table),
    )


def pairs_section(view: View, group_of: Mapping[str, int]) -> Markup:
    """The list of articles that are shown side by side."""
    shown = [
        _PairRow(
            pair.anchor,
            _side(view.places.articles[pair.left_id]),
            _side(view.places.articles[pair.right_id]),
            pair.matched_words,
            pair.labels,
            pair.labels == (Label.QUOTATION,),
        )
        for pair in pairs(view)
        if pair.anchor in group_of
    ]
    return render("pairs.html.j2", pairs=shown)


def _side(article: Article) -> _Side:
    place = called(article.article_id, article.path, article.line, article.embedded)
    return _Side(article.title or place, place if article.title else "")
