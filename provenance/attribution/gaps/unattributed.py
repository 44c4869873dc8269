"""Quotations for which a text gives nobody: no speaker, and no words that could mean one.

In: a scene. Out: one gap for each quotation of five words or more that is a
paragraph of its own, and one for a few words inside the writer's sentence that
weigh something ("too slow"), when the paragraph names no person and says
nowhere on whose word anything stands. Where it does, who speaks is unclear, not
untold, and nothing is said; nor of quotations one below the other, of one that
a colon announces or a short line signs, of headings, headlines and names for things.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from operator import attrgetter, itemgetter

from provenance.attribution.gaps.scene import Scene
from provenance.attribution.uses import MARKS
from provenance.model import Gap, Quote, QuoteUse

KIND = "quotation-of-nobody"
# Fewer words that stand alone are a cry or a heading.
_SPEECH_WORDS = 5
# A line of so many words that follows a quotation may say whose it is.
_SIGNING_WORDS = 12
_ENDS = ".!?…"
_DASHES = "-–—"
# Around the words of a quotation stand so many marks at the most, and no words between them.
_MOST_MARKS = 6
# How far below a heading made of quoted words these are looked for, in characters.
_HEADED = 4000

_SPEECH, _PHRASE = QuoteUse.SPEECH, QuoteUse.PHRASE
_start = attrgetter("start")


def find(scene: Scene) -> Iterator[Gap]:
    """The quotations of nobody, in order. Linear in the text."""
    told = {quote.utterance for quote in scene.quotes if quote.speaker_start is not None}
    ends = {quote.utterance: quote.end for quote in scene.quotes}
    for quote in scene.quotes:
        if quote.utterance in told or quote.start != quote.utterance:
            continue
        number = scene.paragraph(quote.start)
        if quote.start < scene.story.article.body_start or number < 0:
            continue
        start, end = scene.prose[number]
        if scene.story.text[end - 1] not in (*_ENDS, *MARKS):
            continue  # a heading
        if _tells_of_somebody(scene, start, end):
            continue
        alone = _stands_alone(scene, quote, number) and not _is_signed(scene, ends[quote.start])
        if alone or _weighs(scene, quote):
            yield scene.gap(KIND, (quote.start, quote.end), f"{quote.words} words")


def _tells_of_somebody(scene: Scene, start: int, end: int) -> bool:
    """Whether a paragraph names a person or holds an attribution."""
    place = bisect_left(scene.sources, start, key=_start)
    attributed = place < len(scene.sources) and scene.sources[place].start < end
    return attributed or scene.cast.at(start, end) is not None


def _stands_alone(scene: Scene, quote: Quote, number: int) -> bool:
    """Whether a quotation is a paragraph without a word in or before it that tells of it."""
    text = scene.story.text
    if quote.use != _SPEECH or quote.words < _SPEECH_WORDS or number == 0:
        return False
    start, end = scene.prose[number]
    words = text[quote.start : quote.end]
    if words[-1] not in _ENDS or end - start > len(words) + _MOST_MARKS:
        return False
    if text.find(words.rstrip(_ENDS), quote.end, quote.end + _HEADED) >= 0:
        return False  # a heading made of what is quoted below
    return not _is_announced(scene, number - 1)


def _is_announced(scene: Scene, number: int) -> bool:
    """Whether a paragraph tells of somebody, who may speak on, or ends with a colon or mark."""
    start, end = scene.prose[number]
    last = bisect_right(scene.story.sentences, end - 1, key=itemgetter(0)) - 1
    begun = max(start, scene.story.sentences[last][0])
    ends = scene.story.masked[end - 1] in (":", *MARKS)
    return ends or _means_somebody(scene, begun, end) or _tells_of_somebody(scene, start, end)


def _means_somebody(scene: Scene, start: int, end: int) -> bool:
    """Whether a sentence names a person, means one or holds an attribution."""
    words = scene.story.masked[start:end].casefold().split()
    meant = not scene.lexicon.sources.pronouns.keys().isdisjoint(words)
    return meant or _tells_of_somebody(scene, start, end)


def _is_signed(scene: Scene, end: int) -> bool:
    """Whether a short line stands below what ends at `end`, or the next one of a list."""
    lines = scene.story.paragraphs
    place = bisect_right(lines, end, key=itemgetter(0))
    if place == len(lines):
        return False
    below = scene.story.text[slice(*lines[place])]
    if below[0] in (*MARKS, *_DASHES):
        return True
    is_sentence = below[-1] in _ENDS and not _means_somebody(scene, *lines[place])
    return len(below.split()) <= _SIGNING_WORDS and not is_sentence


def _weighs(scene: Scene, quote: Quote) -> bool:
    """Whether a phrase tells an opinion: no name for something holds a word that says how much."""
    if quote.use != _PHRASE:
        return False
    words = scene.words(quote.start, quote.end)
    return words == words.lower() and not scene.lexicon.gaps.strong.isdisjoint(words.split())
