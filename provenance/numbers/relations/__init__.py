"""The relations: one file and one line in `RELATIONS` each.

A relation is a function from a story and a grammar to the places where figures
or dates of the story were held against one another, those that fit and those
that do not. It compares nothing that the text gives a reason to keep apart.
"""

from collections.abc import Callable, Iterable, Iterator

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
    headlines.find,
    summaries.find,
    captions.find,
    announced.find,
)


def relate(story: Story, grammar: Grammar) -> Iterator[Relation]:
    """Every relation of `story`; of two of one kind at one place, one that does not fit."""
    found: dict[tuple[int, int, str], Relation] = {}
    for find in RELATIONS:
        for relation in find(story, grammar):
            key = relation.start, relation.end, relation.kind
            if key not in found or (found[key].fits and not relation.fits):
                found[key] = relation
    yield from found.values()
