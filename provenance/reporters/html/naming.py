"""What an article and its places are called on the page, and where links to them lead."""

from dataclasses import dataclass

from markupsafe import Markup

from provenance.model import Article
from provenance.reporters.html.marking import visible
from provenance.reporters.html.pairs import pair_of
from provenance.reporters.html.view import View
from provenance.reporters.text import called

_ROOM = 90  # cells of a place that is shown with the line it stands in


@dataclass(frozen=True, slots=True)
class Named:
    """An article as the page calls it.

    Attributes:
        title: Its headline, else its file or id.
        place: Its file with its line and id; empty where that is the title.
        outlet, date: Empty when not known.
        link: Where its own page is; null when it has none.
    """

    title: Markup
    place: Markup
    outlet: Markup
    date: Markup
    link: str | None


@dataclass(frozen=True, slots=True)
class Place:
    """A span in the line it stands in.

    Attributes:
        number: Line of the file, or of the text where that is inside a record.
        article: Whose; null for a place in the article whose page it is on.
        note: What the place is to what names it; may be empty.
        pair: Where that article stands beside the one whose page it is; null when it does not.
    """

    number: int
    before: Markup
    marked: Markup
    after: Markup
    article: Named | None
    note: Markup
    pair: str | None


def named(view: View, article: Article) -> Named:
    """How `article` is called; only articles that were judged have a page to lead to."""
    place = called(article.article_id, article.path, article.line, article.embedded)
    judged = article.article_id in view.articles
    return Named(
        title=visible(article.title or place),
        place=visible(place if article.title else ""),
        outlet=visible(article.outlet or ""),
        date=visible(article.date or ""),
        link=f"#{view.anchors[article.article_id]}" if judged else None,
    )


def placed(view: View, span: tuple[str, int, int], note: str, page: str) -> Place:
    """A span, given as article id, start and end, on the page of the article `page`."""
    article_id, start, end = span
    piece = view.places.excerpt(article_id, start, end, _ROOM)
    elsewhere = article_id != page
    pair = pair_of(view, page, article_id) if elsewhere else None
    return Place(
        number=piece.number,
        before=visible(piece.before),
        marked=visible(piece.marked),
        after=visible(piece.after),
        article=named(view, view.places.articles[article_id]) if elsewhere else None,
        note=visible(note),
        pair=f"#{pair.anchor}" if pair else None,
    )
