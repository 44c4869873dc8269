"""The relations: one file and one line in `RELATIONS` each.

A relation is a function from a story and a grammar to the places where figures
or dates of the story were held against one another, those that fit and those
that do not. It compares nothing that the text gives a reason to keep apart.
"""

from collections.abc import Callable, Iterable, Iterator

from provenance.model import Relation
from provenance.numbers.grammar import Grammar
from provenance.numbers.relations import conflicts
from provenance.numbers.story import Story

RELATIONS: tuple[Callable[[Story, Grammar], Iterable[Relation]], ...] = (conflicts.find,)


def relate(story: Story, grammar: Grammar) -> Iterator[Relation]:
    """Every relation of `story`; of two of one kind at one place, one that does not fit."""
    found: dict[tuple[int, int, str], Relation] = {}
    for find in RELATIONS:
        for relation in find(story, grammar):
            key = relation.start, relation.end, relation.kind
            if key not in found or (found[key].fits and not relation.fits):
                found[key] = relation
    yield from found.values()
