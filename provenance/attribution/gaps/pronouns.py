"""Pronouns whose person is nowhere: a paragraph "He estimates" with nobody before it.

In: a scene. Out: a gap for each paragraph that begins with "he" or "she" as a source when nobody
is named or spoken of in the two paragraphs before it, labels and adverts passed over. A text that
begins with the pronoun is one that was cut, or tells who it is further on: it is left alone.
"""

from collections.abc import Iterator

from provenance.attribution.gaps.scene import Scene
from provenance.attribution.source_words import BELIEF, SPEECH
from provenance.model import Gap, SourceKind

KIND = "pronoun-without-person"
_BACK = 2
# Somebody of whom the text has said "he" so far back may be meant again.
_LONG_BACK = 5
_LONGEST_PRONOUN = 3
_SAYS = frozenset({SPEECH, BELIEF})
_STOPS = ".!?:…”"
_MARKS = ".,;:!?()[]“”\"‘’'"
_PERSONS = frozenset({SourceKind.NAMED, SourceKind.ROLE, SourceKind.ANONYMOUS})


def find(scene: Scene) -> Iterator[Gap]:
    """The pronouns that open a paragraph and stand for nobody. Linear in the text."""
    for number, (start, _) in enumerate(scene.prose):
        end = _told(scene, start) if number > _BACK else None
        if end and not _is_peopled(scene, start):
            yield scene.gap(KIND, (start, end), scene.words(start, end))


def _told(scene: Scene, start: int) -> int | None:
    """The end of the cue of a pronoun at `start` whose person is not told; null when none is."""
    masked, sources = scene.story.masked, scene.lexicon.sources
    space = masked.find(" ", start, start + _LONGEST_PRONOUN + 1)
    if space < 0 or sources.pronouns.get(masked[start:space].lower()) not in {"he", "she"}:
        return None
    if any(row.source and row.source_start == start for row in scene.near(start, space)):
        return None
    cue = sources.cue.match(masked, space)
    if cue and not _SAYS.isdisjoint(sources.cues[cue["word"]][1]):
        return cue.end("word")
    return None


def _is_peopled(scene: Scene, start: int) -> bool:
    """Whether somebody is named, quoted or spoken of in the paragraphs before `start`."""
    since = scene.since(start, _BACK)
    if next(scene.cast.before(start, since), None):
        return True
    if any(since <= each.start < start and each.kind in _PERSONS for each in scene.sources):
        return True
    if any(since < each.end <= start for each in scene.quotes):
        return True
    text, words = scene.story.text, scene.lexicon.gaps
    if words.pronoun.search(text, scene.since(start, _LONG_BACK), start):
        return True
    return bool(words.person.search(text, since, start)) or _names(scene, since, start)


def _names(scene: Scene, start: int, end: int) -> bool:
    """Whether a stretch holds a noun for a person, or a name that may be a person's."""
    names, sources = scene.lexicon.names, scene.lexicon.sources
    ahead = "."
    words = scene.story.text[start:end].split()
    for written, behind in zip(words, [*words[1:], ""], strict=True):
        word, opens, ahead = written.strip(_MARKS), ahead[-1] in _STOPS, written
        if not word[:1].isupper():
            if names.is_role(word) or sources.heads.get(word) in _PERSONS:
                return True
            continue
        known = names.known.get(word) or "-" in word or word.lower() in sources.halts
        # The first word of a sentence has its capital from there, unless it does something.
        if not known and (not opens or behind[:1].isupper() or behind in names.finite):
            return True
    return False
