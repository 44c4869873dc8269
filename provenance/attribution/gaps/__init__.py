"""What a text leaves open about who says it: one file a question and one line in `GAPS`.

A question is a function from a `Scene` to the gaps it finds; each gap's kind is the name of the
rule that reports it (`rules/`).
"""

from collections.abc import Callable, Iterator, Mapping

from provenance.attribution.gaps.scene import Scene
from provenance.attribution.lexicon import Lexicon
from provenance.attribution.story import Story
from provenance.model import Attribution, Gap, Person, Quote

GAPS: Mapping[str, Callable[[Scene], Iterator[Gap]]] = {}


def gaps(
    story: Story,
    persons: tuple[Person, ...],
    sources: tuple[Attribution, ...],
    quotes: tuple[Quote, ...],
    lexicon: Lexicon,
) -> Iterator[Gap]:
    """All gaps of one story. Linear in its text."""
    scene = Scene(story, persons, sources, quotes, lexicon)
    for find in GAPS.values():
        yield from find(scene)
