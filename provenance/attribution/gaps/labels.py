"""Which name stands in several forms in one text.

An organisation under many names ("ISIS", "Daesh" ...) is told from
`FEWEST_LABELS` on; a name that desks only write differently ("US", "U.S.") as
soon as there are two.
"""

from collections.abc import Iterator, Mapping

from provenance.attribution.gaps.scene import Scene
from provenance.model import Gap, Span

KIND = "many-labels"
# Two or three are a name, its abbreviation and one to vary; more read as several organisations.
FEWEST_LABELS = 4


def find(scene: Scene) -> Iterator[Gap]:
    """A gap for each name in too many forms, at the first of them."""
    words, text = scene.lexicon.names, scene.story.masked
    for group, forms in words.labels.found(text).items():
        if len(forms) >= FEWEST_LABELS:
            yield _gap(scene, f"{group} as {', '.join(forms)}", forms)
    for forms in words.spellings.found(text).values():
        if len(forms) > 1:
            yield _gap(scene, f"written as {', '.join(forms)}", forms)


def _gap(scene: Scene, detail: str, forms: Mapping[str, tuple[int, int]]) -> Gap:
    article_id = scene.story.article.article_id
    first, *others = [Span(article_id, *place, form) for form, place in forms.items()]
    return scene.gap(KIND, (first.start, first.end), detail, tuple(others))
