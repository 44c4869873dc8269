"""The pairs of articles that have a page of their own, in the order in which they are listed."""

from provenance.reporters.html.pairing import Pair
from provenance.reporters.html.view import View


def pairs(view: View) -> list[Pair]:
    """All pairs with a page, those that share most words first."""
    return list(view.pairs.values())


def pair_of(view: View, one: str, other: str) -> Pair | None:
    """The pair of two articles, whichever comes first; null when it has no page."""
    left, right = sorted((one, other))
    return view.pairs.get((left, right))
