"""Who counts as one source, when everything uncertain is dependence and when it is independence.

In: the places of one claim. Out: edges between lineages and sources, once for
each reading. The first reading is always a coarser one of the second: what the
second takes for one, the first does too.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from provenance.attribution.namesakes import surname
from provenance.lineage.joining import joined
from provenance.lineage.matching import Edge, largest
from provenance.lineage.statements import Stated
from provenance.model import Lineage, SourceKind
from provenance.text.tokens import tokenise

# Told so that another text about the same one can be recognised.
_BY_NAME = (SourceKind.NAMED, SourceKind.ORGANISATION, SourceKind.OUTLET, SourceKind.AGENCY)
# Independent of one another when they bear other names; an outlet's own source is unknown.
_APART = (SourceKind.NAMED, SourceKind.ORGANISATION)


def fewest(places: Iterable[Stated], lineages: Mapping[str, Lineage]) -> int:
    """Independent sources when everything uncertain counts as dependence.

    Lineages are the wide ones, and one when their words came through the same outlet. People are
    told apart by surname and organisations by name; a person may speak for an organisation, so
    that the two are not counted together. Everybody else may be anybody.
    """
    placed = [(place, lineages[place.article_id].wide_id) for place in places]
    through = [(wide, f"\0{place.via.casefold()}") for place, wide in placed if place.via]
    nodes = joined([wide for _, wide in placed] + [via for _, via in through], through)
    edges: dict[str | None, list[Edge]] = defaultdict(list)
    for place, wide in placed:
        name = identity(place) if place.primary_kind in _APART else ""
        edges[place.primary_kind].append((nodes[wide], name))
    return max(map(largest, edges.values()), default=0)


def most(places: Iterable[Stated], lineages: Mapping[str, Lineage]) -> int:
    """Independent sources when everything uncertain counts as independence.

    Lineages are those of what is certain, and a source without a name is another one in each.
    People of one surname are one all the same.
    """
    return largest(
        (lineage, f"{place.primary_kind}\0{identity(place)}{'' if _is_named(place) else lineage}")
        for place in places
        for lineage in [lineages[place.article_id].lineage_id]
    )


def people(places: Iterable[Stated]) -> int:
    """How many people are named, told apart by surname."""
    return count(place for place in places if place.primary_kind == SourceKind.NAMED)


def heard(places: Sequence[Stated]) -> int:
    """`count` for a quotation, whose speaker may be named in one place and not in another."""
    return count([place for place in places if place.primary_kind == SourceKind.NAMED] or places)


def count(places: Iterable[Stated]) -> int:
    """How many sources are told apart; nobody is none."""
    return len({(place.primary_kind, identity(place)) for place in places if place.primary})


def is_known(place: Stated) -> bool:
    """Whether a source stands there that a reader can ask: a person, an institution, a paper."""
    return place.primary_kind in (*_APART, SourceKind.DOCUMENT)


def identity(place: Stated) -> str:
    """A source's name, as it is compared with others of its kind; empty for nobody."""
    name = place.primary or ""
    if place.primary_kind == SourceKind.NAMED:
        return surname(name) or ""
    return " ".join(tokenise(name).words).removeprefix("the ")


def _is_named(place: Stated) -> bool:
    return place.primary_kind in _BY_NAME
