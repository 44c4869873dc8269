"""What was read out of one article: its figures, what they were held against, and who says what.

In: a report and one of its articles. Out: lines of text, under a heading each.
"""

from collections.abc import Iterator

import polars as pl

from provenance import frames
from provenance.model import Article, Quantity, Relation, Report
from provenance.reporters import sourcing
from provenance.reporters.labels import counted
from provenance.reporters.palette import Style
from provenance.reporters.places import Places
from provenance.reporters.safe import printable

# From here on a number would be told with an exponent.
_LARGE = 100_000


def read_out(report: Report, article: Article, places: Places, style: Style) -> Iterator[str]:
    """Figures, relations and sources of an article, one by one."""
    yield style.paint("read out of the text", "strong")
    mine = pl.col("article_id") == article.article_id
    own = {
        name: getattr(report, name).lazy().filter(mine).collect()
        for name in ("quantities", "quotes", "credits")
    }
    nouns = {"quotes": "direct quotation", "credits": "credit", "quantities": "figure"}
    yield "  " + ", ".join(counted(len(own[name]), noun) for name, noun in nouns.items())
    for quantity in frames.rows(own["quantities"], Quantity):
        line, column = places.shown(article.article_id, quantity.start)
        told = places.evidence(article.article_id, quantity.start, quantity.end)
        yield f"    {f'{line}:{column}':<8} {printable(told)}: {_reading(quantity)}"
    yield from _relations(report, article, places)
    if behind := list(sourcing.behind(report, article, places, style.width)):
        yield from ("", style.paint("who says what", "strong"), *behind)


def _relations(report: Report, article: Article, places: Places) -> Iterator[str]:
    """Which figures and dates were held against which others, and whether they fit."""
    own = report.relations.filter(pl.col("article_id") == article.article_id)
    if own.is_empty():
        return
    yield f"  {counted(len(own), 'relation')} of figures and dates, {own['fits'].sum()} fit"
    for relation in frames.rows(own, Relation):
        line, column = places.shown(article.article_id, relation.start)
        spans = [(relation.article_id, relation.start, relation.end)]
        spans += [(other.article_id, other.start, other.end) for other in relation.others]
        told = " | ".join(f"“{printable(places.evidence(*span))}”" for span in spans)
        answer = "fits" if relation.fits else "does not fit"
        yield f"    {f'{line}:{column}':<8} {relation.kind}, {answer}: {told}"


def _reading(quantity: Quantity) -> str:
    """How a figure was understood, in the words of `Quantity`."""
    low = _amount(quantity.low)
    high = "no limit" if quantity.high is None else _amount(quantity.high)
    reach = low if low == high else f"{low} to {high}"
    words = [quantity.unit, *quantity.modifiers, quantity.noun, quantity.event]
    about = " ".join(printable(word) for word in words if word)
    qualifiers = f" [{printable(', '.join(quantity.qualifiers))}]" if quantity.qualifiers else ""
    return f"{quantity.kind} {reach} {about}".rstrip() + qualifiers


def _amount(value: float) -> str:
    """A number without an exponent, six digits of it where it is small."""
    return f"{value:,.0f}" if abs(value) >= _LARGE else f"{value:,g}"
