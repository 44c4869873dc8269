"""What a text leaves open about who says it: one file a question and one line in `GAPS`.

A question is a function from a `Scene` to the gaps it finds; each gap's kind is the name of the
rule that reports it (`rules/`).
"""

from collections.abc import Callable, Iterator, Mapping

from provenance.attribution.cast import Cast
from provenance.attribution.gaps import (
    anonymity,
    definites,
    hearsay,
    introductions,
    labels,
    outlets,
    pronouns,
    prose,
    ranks,
    spellings,
    summaries,
    unattributed,
)
from provenance.attribution.gaps.scene import Scene
from provenance.attribution.lexicon import Lexicon
from provenance.attribution.story import Story
from provenance.model import Attribution, Gap, Quote

GAPS: Mapping[str, Callable[[Scene], Iterator[Gap]]] = {
    anonymity.KIND: anonymity.find,
    definites.KIND: definites.find,
    hearsay.BELIEF: hearsay.find_beliefs,
    hearsay.HEARSAY: hearsay.find_hearsay,
    introductions.KIND: introductions.find,
    labels.KIND: labels.find,
    prose.KIND: prose.find,
    outlets.THROUGH: outlets.find_through,
    outlets.UNNAMED: outlets.find_unnamed,
    pronouns.KIND: pronouns.find,
    ranks.KIND: ranks.find,
    spellings.KIND: spellings.find,
    summaries.KIND: summaries.find,
    unattributed.KIND: unattributed.find,
}


def gaps(
    story: Story,
    cast: Cast,
    sources: tuple[Attribution, ...],
    quotes: tuple[Quote, ...],
    lexicon: Lexicon,
) -> Iterator[Gap]:
    """All gaps of one story. Linear in its text."""
    scene = Scene(story, cast, sources, quotes, lexicon)
    for find in GAPS.values():
        yield from find(scene)
