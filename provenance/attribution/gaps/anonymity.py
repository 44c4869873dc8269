"""Articles that stand on nameless sources alone, and do not say why these are nameless.

In: a scene. Out: one gap, at the first anonymous source, when every source of the article is
anonymous and none is explained. That an article has anonymous sources beside others is no gap.
"""

from collections.abc import Iterator

from provenance.attribution.gaps.scene import Scene
from provenance.model import Gap, SourceKind

KIND = "only-nameless-sources"
_NOBODY = frozenset({SourceKind.AGENTLESS, SourceKind.UNTOLD})


def find(scene: Scene) -> Iterator[Gap]:
    """The nameless source of an article that has no other. Linear in the attributions."""
    nameless = [row for row in scene.sources if row.kind == SourceKind.ANONYMOUS]
    if not nameless or any(row.explained for row in nameless):
        return
    if any(row.kind not in _NOBODY | {SourceKind.ANONYMOUS} or row.via for row in scene.sources):
        return
    if any(quote.speaker and quote.speaker_kind != SourceKind.ANONYMOUS for quote in scene.quotes):
        return
    first, *more = nameless
    detail = scene.words(first.source_start or first.start, first.source_end or first.end)
    others = tuple(scene.span(row.start, row.end) for row in more)
    yield scene.gap(KIND, (first.start, first.end), detail, others)
