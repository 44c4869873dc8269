"""The people of a story, to be asked who is named where.

In: the rows of `Person` of one article. Out: answers about offsets into its
text. A place where nobody is named gives nobody; it is never filled in.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from operator import itemgetter
from typing import NamedTuple

from provenance.model import Person


class Named(NamedTuple):
    """One place that names a person, title included."""

    start: int
    end: int
    person: Person


@dataclass(frozen=True, slots=True)
class Cast:
    """The people of one article; build it once with `of`.

    Attributes:
        persons: In order of `Person.start`.
        places: Every mention of each of them, in order; no two overlap.
        ends: Where each of these ends.
    """

    persons: tuple[Person, ...]
    places: tuple[Named, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, persons: tuple[Person, ...]) -> "Cast":
        """The cast of the rows `persons`. Costs a sort of their mentions."""
        places = [Named(at.start, at.end, person) for person in persons for at in person.mentions]
        places.sort(key=itemgetter(0, 1))
        return cls(persons, tuple(places), tuple(place.end for place in places))

    def at(self, start: int, end: int | None = None) -> Named | None:
        """The first mention that lies on `start` or, with `end`, on any of the span up to it."""
        place = bisect_right(self.ends, start)
        if place == len(self.places):
            return None
        found = self.places[place]
        return found if found.start < (start + 1 if end is None else end) else None

    def within(self, start: int, end: int) -> tuple[Named, ...]:
        """The mentions that lie wholly in a span, in order."""
        first = bisect_left(self.places, start, key=itemgetter(0))
        return self.places[first : self._ending(end)]

    def before(self, offset: int, since: int = 0) -> Iterator[Named]:
        """The mentions that end at `offset` or earlier, the nearest first, none before `since`."""
        for place in range(self._ending(offset) - 1, -1, -1):
            if self.places[place].start < since:
                return
            yield self.places[place]

    def bearing(self, surname: str) -> tuple[Person, ...]:
        """The people who bear a surname, as `Person.surname` holds it."""
        return tuple(person for person in self.persons if person.surname == surname)

    def _ending(self, offset: int) -> int:
        """How many mentions end at `offset` or earlier."""
        return bisect_right(self.ends, offset)
