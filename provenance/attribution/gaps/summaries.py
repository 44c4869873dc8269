"""Summaries that put one speaker's words into the mouth of many.

In: a scene. Out: a gap for each quotation in a headline or a point of a summary that is given to
a group or institution there, and to one named person in the article. Words of somebody whom the
article says to speak for that group ("a spokesman of the coalition") are the group's own.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from operator import itemgetter

from provenance.attribution.gaps.scene import Scene
from provenance.attribution.source_words import SPEECH
from provenance.model import Gap, Quote, SourceKind
from provenance.text.tokens import WORD

KIND = "inflated-attribution"
_MANY = frozenset({SourceKind.COLLECTIVE, SourceKind.ORGANISATION})
# Shorter quotations are terms that anybody may use.
_FEWEST_WORDS = 3
_LONGEST_LINE = 200
# More of them are a list and no summary; each costs a look at what people say.
_MOST_POINTS = 20
_CLOSING, _STOPS = "”\"’')", (".", "?", "!")


def find(scene: Scene) -> Iterator[Gap]:
    """The quotations of a summary that belong to one person. Linear in the text."""
    points = [quote for quote in scene.quotes if _is_point(quote, scene)]
    if not points:
        return
    said = _said(scene, {quote.start for quote in points})
    for point in points[:_MOST_POINTS]:
        words = _words(point, scene)
        group = _group(point, scene) if len(words) >= _FEWEST_WORDS else None
        same = said.get(" ".join(words[:_FEWEST_WORDS]), ())
        same = [quote for quote in same if _holds(_words(quote, scene), words)]
        kinds = {(quote.speaker, quote.speaker_kind) for quote in same}
        if not group or [kind for _, kind in kinds] != [SourceKind.NAMED]:
            continue
        if not any(_speaks_for(quote, group, scene) for quote in same):
            one = same[0]
            place = scene.span(one.start, one.end)
            detail = f"the article has the words from {one.speaker} alone"
            yield scene.gap(KIND, (point.start, point.end), detail, (place,))


def _is_point(quote: Quote, scene: Scene) -> bool:
    """Whether a quotation stands in the headline or in a line that begins with a bullet."""
    start, end = _line(quote, scene)
    if end - start > _LONGEST_LINE:
        return False
    text = scene.story.text
    if start == scene.story.paragraphs[0][0]:
        return not text[start:end].rstrip(_CLOSING).endswith(_STOPS)
    return bool(scene.lexicon.gaps.bullet.match(text, start))


def _line(quote: Quote, scene: Scene) -> tuple[int, int]:
    spans = scene.story.paragraphs
    return spans[bisect_right(spans, quote.start, key=itemgetter(0)) - 1]


def _said(scene: Scene, without: set[int]) -> dict[str, list[Quote]]:
    """What is said outside the summary, by every few words in a row."""
    said = defaultdict[str, list[Quote]](list)
    for quote in scene.quotes:
        if quote.start in without:
            continue
        words = _words(quote, scene)
        for at in range(len(words) - _FEWEST_WORDS + 1):
            said[" ".join(words[at : at + _FEWEST_WORDS])].append(quote)
    return said


def _words(quote: Quote, scene: Scene) -> list[str]:
    said = scene.story.text[quote.start : quote.end].replace("’", "'")
    return [word.casefold() for word in WORD.findall(said)]


def _holds(words: list[str], some: list[str]) -> bool:
    return f" {' '.join(some)} " in f" {' '.join(words)} "


def _group(point: Quote, scene: Scene) -> str | None:
    """The group or institution to which the line gives the quotation; null when it is no group."""
    if point.speaker and point.speaker_kind in _MANY:
        return point.speaker.split()[-1].casefold()
    sources = scene.lexicon.sources
    if point.speaker:
        return None
    start, end = _line(point, scene)
    for cue in sources.cue.finditer(scene.story.masked, start, end):
        if SPEECH not in sources.cues[cue["word"]][1]:
            continue  # "Democrats hope to"
        ahead = WORD.findall(scene.story.masked, start, cue.start("word"))
        if ahead and sources.heads.get(ahead[-1].lower()) in _MANY:
            return str(ahead[-1].lower())
    return None


def _speaks_for(quote: Quote, group: str, scene: Scene) -> bool:
    """Whether the speaker is told of beside his name or words as one of the group, or its head."""
    heads = scene.lexicon.gaps.office.search
    is_one = not group.endswith("s")  # "the company", and not "doctors"
    places = [quote.start]
    for person in scene.people:
        if person.name == quote.speaker:
            places += [each.start for each in person.mentions]
    spans = (scene.prose[number] for number in set(map(scene.paragraph, places)) if number >= 0)
    told = [scene.story.text[slice(*span)] for span in spans]
    return any(group in words.lower() or (is_one and heads(words)) for words in told)
