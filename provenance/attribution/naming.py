"""The people that an article names: their full names, titles, roles and every mention.

In: a story. Out: rows of `Person`. A run of capitalised words is a person's
name when something says so: a title, a first name, an age or role beside it, a
verb of speech; a place, an organisation and an outlet is none. Later mentions
by surname are joined to the one person who bears it.
"""

from dataclasses import dataclass

from provenance.attribution.phrases import Tables
from provenance.attribution.story import Story
from provenance.model import Person


@dataclass(frozen=True, slots=True, repr=False)
class NameWords:
    """What tells a person's name, compiled from the lexicon `names`."""

    @classmethod
    def of(cls, tables: Tables) -> "NameWords":
        """The words in `tables`."""
        return cls()


def people(story: Story, words: NameWords) -> tuple[Person, ...]:
    """The people of a story, in order of their first mention. Linear in its text."""
    return ()
