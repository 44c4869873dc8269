"""The number that the Admiralty Code gives an item of information.

In: how many independent sources a claim has, and what they are. Out: 1 to 6
with the reason. The code rates the item by itself; the source's own rating (A
to F) is another question, which is not asked here. Read as in NATO AJP-2.1: 1
confirmed by other sources, 2 probably true, 3 possibly true, 4 doubtful, 5
improbable, 6 truth cannot be judged.
"""

from collections.abc import Sequence

from provenance.lineage.primaries import is_known
from provenance.lineage.statements import Stated

Item = tuple[int, str]
_TWO = 2
_UNNAMED = 4, "only sources without a name stand behind it"
_ONE = 3, "one source is named, in one report"
_SHARED = 3, "several reports rest on the same source: a shared primary source"
SEVERAL = 4, "several people are named for the same words"
_THROUGH = 4, "its source is known only through another outlet"


def rate(
    places: Sequence[Stated], lineages: int, sources: tuple[int, int], *, contradicted: bool
) -> Item:
    """The number of a claim and why, as a clause.

    Args:
        places: Where it is made; at least one.
        lineages: How many reports these are.
        sources: How many independent sources it has at least and at most.
        contradicted: Whether an article that makes it gives another figure for the same thing.
    """
    if contradicted:
        return 5, "an article that makes it also says otherwise"
    if not any(place.primary for place in places):
        return 6, "nobody is named as its source"
    return _sourced([place for place in places if is_known(place)], lineages, *sources)


def _sourced(known: Sequence[Stated], lineages: int, fewest: int, most: int) -> Item:
    if not known:
        return _UNNAMED
    if fewest >= _TWO:
        return 1, "independent sources say it"
    if most >= _TWO:
        return 2, "a source is named, and a second one may be independent of it"
    if all(place.via for place in known):
        return _THROUGH
    return _ONE if lineages == 1 else _SHARED
