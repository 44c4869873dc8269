"""Outlets through which an article has what it tells: unnamed ones, and one for nearly everything.

In: a scene. Out: a gap for each paragraph that begins with "the publication says" when no outlet
is named in the one before, and one gap when much of what is attributed came through one other
outlet. An article's own outlet is none.
"""

from collections import defaultdict
from collections.abc import Iterator

from provenance.attribution.gaps.scene import Scene
from provenance.model import Attribution, Gap, SourceKind

UNNAMED = "outlet-not-named"
THROUGH = "through-another-outlet"
# So many statements, and such a part of all that have a source.
_FEWEST = 3
_PART = 0.25
_NOBODY = frozenset({SourceKind.AGENTLESS, SourceKind.UNTOLD})
_OUTLETS = frozenset({SourceKind.OUTLET, SourceKind.AGENCY})


def find_unnamed(scene: Scene) -> Iterator[Gap]:
    """The outlets that are told of without a name. Linear in the text."""
    sources, text = scene.lexicon.sources, scene.story.text
    for found in scene.beginning(scene.lexicon.gaps.outlet):
        since = scene.since(found.start("outlet"), 1)
        before = text[since : found.start()]
        is_named = scene.lexicon.gaps.press.search(before)
        if not is_named and not any(name in before for name in sources.outlets):
            yield scene.gap(UNNAMED, found.span("outlet"), found["outlet"])


def find_through(scene: Scene) -> Iterator[Gap]:
    """The one outlet through which most statements came, at the first of them."""
    own = (scene.story.article.outlet or "").casefold()
    by_outlet, sourced = defaultdict[str, list[Attribution]](list), 0
    for row in scene.sources:
        sourced += row.kind not in _NOBODY
        outlet = _outlet(row)
        if outlet and outlet.casefold() not in own:
            by_outlet[outlet].append(row)
    for outlet, rows in by_outlet.items():
        if len(rows) >= _FEWEST and len(rows) >= _PART * sourced:
            others = tuple(scene.span(row.start, row.end) for row in rows[1:])
            detail = f"{len(rows)} of {sourced}, through {outlet}"
            yield scene.gap(THROUGH, (rows[0].start, rows[0].end), detail, others)


def _outlet(row: Attribution) -> str | None:
    """The outlet or agency that a statement came through, by its name."""
    if row.via:
        return row.via
    named = row.kind in _OUTLETS and row.source and row.source[0].isupper()
    return row.source if named else None
