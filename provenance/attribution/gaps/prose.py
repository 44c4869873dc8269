"""Long quotations of what an outlet wrote: its prose between marks, as if somebody had said it.

In: a scene. Out: one gap for each utterance of forty words or more whose
speaker is an outlet or agency. One that speaks of itself ("we", "our") makes a
statement of its own, and is left alone.
"""

from collections import defaultdict
from collections.abc import Iterator

from provenance.attribution.gaps.scene import Scene
from provenance.model import Gap, Quote, SourceKind

KIND = "prose-as-quotation"
# Set by hand: what an outlet says of itself, or what is quoted for its wording, is shorter.
_WORDS = 40
# Where somebody who is no outlet writes, too.
_PLACES = (["website"], ["site"], ["page"], ["blog"])
_WRITERS = (SourceKind.OUTLET, SourceKind.AGENCY)


def find(scene: Scene) -> Iterator[Gap]:
    """Quotations of an outlet's prose, in order. Linear in the text."""
    utterances = defaultdict[int, list[Quote]](list)
    for quote in scene.quotes:
        if quote.speaker_kind in _WRITERS:
            utterances[quote.utterance].append(quote)
    for quotes in utterances.values():
        words = sum(quote.words for quote in quotes)
        if (quotes[0].speaker or "").split()[-1:] in _PLACES:
            continue
        if words >= _WORDS and not any(_speaks_of_itself(scene, quote) for quote in quotes):
            first, *rest = quotes
            others = tuple(scene.span(quote.start, quote.end) for quote in rest)
            detail = f"{words} words of {first.speaker}"
            yield scene.gap(KIND, (first.start, first.end), detail, others)


def _speaks_of_itself(scene: Scene, quote: Quote) -> bool:
    words = scene.story.text[quote.start : quote.end]
    return scene.lexicon.quotes.speakers.search(words) is not None
