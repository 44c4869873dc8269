"""Things spoken of as known that the text never brought in: "That attack occurred".

In: a scene. Out: a gap for each paragraph that begins with such a thing, when no word of the same
class of things stood before it. What is brought in by a phrase behind it ("the raid on the
farm"), and the first paragraph of a text, are left alone.
"""

from collections.abc import Iterator

from provenance.attribution.gaps.scene import Scene
from provenance.model import Gap

KIND = "thing-never-introduced"
# How many paragraphs of prose back "that" may point.
_NEAR = 1


def find(scene: Scene) -> Iterator[Gap]:
    """The things that a paragraph points to and that are not there. Linear in the text."""
    words, text = scene.lexicon.gaps, scene.story.text
    for found in scene.beginning(words.pointed):
        start, thing = found.start("pointer"), found["thing"]
        if scene.paragraph(start) < 1:
            continue
        since = scene.since(start, _NEAR) if found["pointer"] in words.near else 0
        if not words.brought[words.classes[thing]].search(text, since, start):
            yield scene.gap(KIND, (start, found.end("thing")), f"{found['pointer']} {thing}")
