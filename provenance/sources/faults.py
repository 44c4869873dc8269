"""Fields that could not be used, told once for a whole file: where first, and how often."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from provenance.model import Notice


@dataclass(frozen=True, slots=True)
class Faults:
    """What is wrong with the fields of a file's articles.

    Attributes:
        thing: What each article is one of, such as `page`.
    """

    thing: str
    _first: dict[str, Notice] = field(default_factory=dict)
    _counts: Counter[str] = field(default_factory=Counter)

    def add(self, place: str, faults: Mapping[str, str]) -> None:
        """Notes the faults of the article at `place`, by field."""
        for name, fault in faults.items():
            self._counts[name] += 1
            message = f"the {name} of the {self.thing} {fault} and is left out"
            self._first.setdefault(name, Notice(place, message))

    def notices(self) -> Iterator[Notice]:
        """One for each field."""
        for name, notice in self._first.items():
            others = self._counts[name] - 1
            more = f"; so is that of {others:,} more" if others else ""
            yield Notice(notice.place, notice.message + more)
