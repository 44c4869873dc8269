"""The relations: one file and one line in `RELATIONS` each.

A relation is a function from a story and a grammar to the places where figures
or dates of the story were held against one another, those that fit and those
that do not. It compares nothing that the text gives a reason to keep apart.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from provenance.model import Relation
from provenance.numbers.grammar import Grammar
from provenance.numbers.relations.calendar import dates
from provenance.numbers.relations.changes import multiples, percents, points, portions
from provenance.numbers.relations.conflicts import persons, same_quantity, slots
from provenance.numbers.relations.conversions import currencies, reversals, units
from provenance.numbers.relations.parts import (
    averages,
    listicles,
    lists,
    polls,
    ranks,
    rates,
    shares,
    sums,
    wholes,
)
from provenance.numbers.relations.places import announced, captions, headlines, summaries
from provenance.numbers.story import Story

RELATIONS: tuple[Callable[[Story, Grammar], Iterable[Relation]], ...] = (
    headlines.find,
    captions.find,
    same_quantity.find,
    slots.find,
    persons.find,
    percents.find,
    points.find,
    multiples.find,
    portions.find,
    units.find,
    currencies.find,
    reversals.find,
    dates.find,
    sums.find,
    polls.find,
    wholes.find,
    shares.find,
    rates.find,
    averages.find,
    lists.find,
    listicles.find,
    ranks.find,
    summaries.find,
    announced.find,
)

# Relations of figures that are said of one thing: any of them tells that two do not fit.
_OF_ONE_THING = (same_quantity.CONFLICT, same_quantity.TOTAL, same_quantity.DISAGREE, slots.KIND)


def relate(story: Story, grammar: Grammar) -> Iterator[Relation]:
    """Every relation of `story`, each place told once.

    Of two of one kind at one place the one that does not fit is told. When several do not fit, it
    names the further figures beside the first one, and those are not held against one another
    again. Of two kinds about the same two places the first in `RELATIONS` is told.
    """
    found: dict[tuple[int, int, str], Relation] = {}
    pairs = set[frozenset[int]]()
    beside: dict[tuple[str, int], set[tuple[int, int, str]]] = defaultdict(set)
    for find in RELATIONS:
        for relation in find(story, grammar):
            key = relation.start, relation.end, relation.kind
            if relation.fits:
                found.setdefault(key, relation)
            elif not _is_told(relation, beside, pairs):
                found[key] = _joined(found.get(key), relation)
                for start in (relation.start, *(place.start for place in relation.others)):
                    beside[_family(relation), start].add(key)
    yield from found.values()


def _is_told(
    relation: Relation,
    beside: Mapping[tuple[str, int], set[tuple[int, int, str]]],
    pairs: set[frozenset[int]],
) -> bool:
    """True when the two places of `relation` are told as ones that do not fit; notes them.

    Args:
        relation: One that does not fit.
        beside: By family and place, the relations that do not fit and name the place.
        pairs: The two places of those that are told; those of `relation` are added.
    """
    if not relation.others:
        return False
    places = frozenset((relation.start, relation.others[0].start))
    naming = [beside.get((_family(relation), start), set()) for start in places]
    own = relation.start, relation.kind
    if places in pairs or any((at, kind) != own for at, _, kind in set.intersection(*naming)):
        return True
    pairs.add(places)
    return False


def _family(relation: Relation) -> str:
    """The kind, or one for all kinds of figures that are said of one thing."""
    return _OF_ONE_THING[0] if relation.kind in _OF_ONE_THING else relation.kind


def _joined(told: Relation | None, relation: Relation) -> Relation:
    """`relation`, or the one told before at its place with the further places of `relation`."""
    if told is None or told.fits:
        return relation
    further = (place for place in relation.others if place not in told.others)
    return replace(told, others=(*told.others, *further))
