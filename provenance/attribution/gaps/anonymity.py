"""Articles that stand on nameless sources alone, and do not say why these are nameless.

In: a scene. Out: one gap, at the first anonymous source, when every source of the article is
anonymous and none is explained, and one of them stands where the news of the article is told.
"The official said" is the official of whom it was said before that he would not be named. That an
article has anonymous sources beside others is no gap.
"""

from collections.abc import Iterator

from provenance.attribution.gaps.scene import Scene
from provenance.model import Gap, SourceKind

KIND = "only-nameless-sources"
_ANONYMOUS = SourceKind.ANONYMOUS
_NOBODY = frozenset({SourceKind.AGENTLESS, SourceKind.UNTOLD})
_NAMELESS = frozenset({SourceKind.ROLE, SourceKind.COLLECTIVE})
# The first paragraphs tell the news; further down a nameless source tells of something beside it.
_NEWS = 3


def find(scene: Scene) -> Iterator[Gap]:
    """The nameless source of an article that has no other. Linear in the attributions."""
    nameless = [row for row in scene.sources if row.kind == _ANONYMOUS]
    if not nameless or any(row.explained for row in nameless):
        return
    if scene.paragraph(nameless[0].start) >= _NEWS:
        return
    heads = {_head(row.source) for row in nameless}
    if any(
        row.via or not (row.kind in _NOBODY or _is_nameless(row.kind, row.source, heads))
        for row in scene.sources
    ):
        return
    if any(
        quote.speaker and not _is_nameless(quote.speaker_kind, quote.speaker, heads)
        for quote in scene.quotes
    ):
        return
    first, *more = nameless
    detail = scene.words(first.source_start or first.start, first.source_end or first.end)
    others = tuple(scene.span(row.start, row.end) for row in more)
    yield scene.gap(KIND, (first.start, first.end), detail, others)


def _is_nameless(kind: str | None, source: str | None, heads: set[str]) -> bool:
    """Whether a source is anonymous, or spoken of as one that is: "the official"."""
    if kind == _ANONYMOUS:
        return True
    return kind in _NAMELESS and _head(source) in heads


def _head(source: str | None) -> str:
    """The noun by which a source may be taken up: "official" for "two senior officials"."""
    return (source or "").casefold().rpartition(" ")[2].removesuffix("s")
