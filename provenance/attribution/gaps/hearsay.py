"""Statements that stand on nobody's word: "reportedly", and beliefs without a believer.

In: a scene. Out: a gap for each "reportedly" with no source in its sentence or in the ones beside
it in the paragraph, and one for each belief of nobody ("are thought to") but those that begin
with "it is believed", which a pattern finds in any text.
"""

from collections.abc import Iterator
from itertools import islice

from provenance.attribution.gaps.scene import Scene
from provenance.model import Attribution, Gap, SourceKind

HEARSAY = "hearsay-without-source"
BELIEF = "belief-of-nobody"
_PRESS = frozenset({SourceKind.OUTLET, SourceKind.AGENCY})
# Attributions looked at around one: more do not stand in three sentences of prose.
_MOST = 40
_AGENTLESS = SourceKind.AGENTLESS
_NOBODY = frozenset({_AGENTLESS, SourceKind.UNTOLD})


def find_hearsay(scene: Scene) -> Iterator[Gap]:
    """The places where it is said that something is reported, and not by whom. Linear."""
    for row in scene.sources:
        is_told = row.kind == _AGENTLESS and row.cue in scene.lexicon.gaps.told
        if is_told and not _has_source(row, scene):
            yield scene.gap(HEARSAY, (row.start, row.end), scene.words(row.start, row.end))


def find_beliefs(scene: Scene) -> Iterator[Gap]:
    """The places where something is believed, and not by whom. Linear in the text."""
    sources, believed = scene.lexicon.sources, scene.lexicon.gaps.believed
    for row in scene.sources:
        if row.kind != _AGENTLESS:
            continue
        words = scene.words(row.start, row.end).lower().split()
        if sources.pronouns.get(words[0]) == "it":
            continue
        if not sources.between["modal"].isdisjoint(words):
            continue  # "can be said to"
        if words[-1] in believed and not _has_source(row, scene):
            yield scene.gap(BELIEF, (row.start, row.end), " ".join(words))


def _has_source(row: Attribution, scene: Scene) -> bool:
    """Whether the sentence of `row`, or one beside it in its paragraph, has a source.

    An outlet told of in a sentence beside it has reported it, whatever the paragraph.
    """
    paragraph = scene.paragraph(row.start)
    start, end = scene.around(row.start)
    return any(
        other.kind in _PRESS
        or (other.kind not in _NOBODY and scene.paragraph(other.start) == paragraph)
        for other in islice(scene.near(start, end), _MOST)
    )
