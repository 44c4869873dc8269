"""Long quotations of what an outlet wrote: its prose between marks, as if somebody had said it.

In: a scene. Out: one gap for each utterance of forty words or more whose
speaker is an outlet or agency. One that speaks of itself ("we", "our") makes a
statement of its own, and is left alone; so are somebody's words that it obtained or passed on.
"""

from collections import defaultdict
from collections.abc import Iterator

from provenance.attribution.gaps.scene import Scene
from provenance.model import Gap, Quote, Resolution, SourceKind

KIND = "prose-as-quotation"
# Set by hand: what an outlet says of itself, or what is quoted for its wording, is shorter.
_WORDS = 40
# Where somebody who is no outlet writes, too.
_PLACES = (["website"], ["site"], ["page"], ["blog"])
_WRITERS = (SourceKind.OUTLET, SourceKind.AGENCY)
_PEOPLE = (SourceKind.NAMED, SourceKind.ROLE, SourceKind.UNTOLD)
# Where the clause in front of a quotation may begin, in characters.
_CLAUSE = 200
_ARTICLE = "the "
_BETWEEN = " ,:\"“”‘’'"


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
        first, *rest = quotes
        if words < _WORDS or _is_passed_on(scene, first):
            continue
        if not any(_speaks_of_itself(scene, quote) for quote in quotes):
            others = tuple(scene.span(quote.start, quote.end) for quote in rest)
            detail = f"{words} words of {_named(scene, first)}"
            yield scene.gap(KIND, (first.start, first.end), detail, others)


def _is_passed_on(scene: Scene, quote: Quote) -> bool:
    """Whether the outlet only had the words from somebody: "obtained by", "he said, “...”"."""
    start = quote.speaker_start or 0
    handed = any(
        row.source_start == start and row.cue in scene.lexicon.gaps.handed
        for row in scene.near(start - _CLAUSE, min(start, quote.start))
    )
    return handed or any(
        row.kind in _PEOPLE and not scene.story.text[row.end : quote.start].strip(_BETWEEN)
        for row in scene.near(quote.start - _CLAUSE, quote.start)
        if row.end <= quote.start
    )


def _named(scene: Scene, quote: Quote) -> str:
    """The outlet by its name; where only a word such as "it" means it, by that word.

    Which outlet is meant by such a word can be wrong, that one is meant is not.
    """
    told = scene.words(quote.speaker_start or 0, quote.speaker_end or 0)
    bare = told[len(_ARTICLE) :] if told.casefold().startswith(_ARTICLE) else told
    if bare.islower() or quote.resolution == Resolution.PRONOUN:
        return f"an outlet (“{told}”)"
    return quote.speaker if quote.speaker and not quote.speaker.islower() else bare


def _speaks_of_itself(scene: Scene, quote: Quote) -> bool:
    words = scene.story.text[quote.start : quote.end]
    return scene.lexicon.quotes.speakers.search(words) is not None
