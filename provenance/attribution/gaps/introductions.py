"""Speakers whom the text never says anything about: "according to Rasool", and nothing else.

In: a scene. Out: a gap for each source that is one bare surname inside a sentence, when the text
nowhere has a fuller name, title or role for it. A word is taken for a surname only if the lexicon
knows it for one or it ends like one, as firms and outlets are sources by one word, too.
"""

import re
import unicodedata
from collections.abc import Iterator

from provenance.attribution.gaps.scene import Scene
from provenance.model import Attribution, Gap, SourceKind

KIND = "speaker-never-introduced"
_KINDS = frozenset({SourceKind.NAMED, SourceKind.ORGANISATION})
_NAME = re.compile(r"[^\W\d_a-z][^\W\d_A-Z]{2,}")
# Behind a source or its cue, the end of its clause; else the next word.
_END = re.compile(r" ?[.,;:)\r\n“\"\ufdd0]|\Z")
_WORD = re.compile(r" (?P<word>\w+)")
# Of a longer name or an explanation: behind the name, and in front of it.
_FULLER = re.compile(r"\w|[-’'@(/]|,? ?\(|, \d|,? [^\W\d_a-z]|\.\w")
_EXPLAINED = re.compile(r", (?P<word>\w+)")
_LED = re.compile(r"(?:[^\W\d_a-z](?:[\w’'-]*,?|\w{0,4}\.)|\w[’']s?) \Z|[@#&/.-]\Z")
_LOOKED_AT = 40
_BEFORE = tuple(',”"\ufdd0')


def find(scene: Scene) -> Iterator[Gap]:
    """The speakers that are never introduced, each once. Linear in the text."""
    told = set[str]()
    for source in scene.sources:
        start, end = source.source_start, source.source_end
        if source.kind not in _KINDS or start is None or end is None:
            continue
        name = scene.story.text[start:end]
        if name in told or not _is_surname(name, scene):
            continue
        told.add(name)
        if _is_inside(source, start, scene) and _is_bare(name, start, scene):
            yield scene.gap(KIND, (start, end), name)


def _is_surname(name: str, scene: Scene) -> bool:
    """Whether a source's words are one that is known for a surname and for nothing else."""
    gaps, sources = scene.lexicon.gaps, scene.lexicon.sources
    if not _NAME.fullmatch(name) or name in gaps.famous:
        return False
    known = name in gaps.surnames or name.endswith(gaps.endings)
    return known and not (scene.lexicon.names.is_other(name) or name in sources.outlets)


def _is_inside(row: Attribution, start: int, scene: Scene) -> bool:
    """Whether source and cue close a clause: "..., Rasool said." or "according to Rasool"."""
    masked, words = scene.story.masked, scene.lexicon.sources
    if row.start == start and masked[:start].rstrip(" ")[-1:] not in _BEFORE:
        return False
    if _END.match(masked, row.end):
        return True
    behind = _WORD.match(masked, row.end)
    return behind is not None and behind["word"] in words.prepositions | words.halts


def _is_bare(name: str, start: int, scene: Scene) -> bool:
    """Whether the name stands nowhere before, and nowhere with more of it or a role."""
    text, words, pronouns = scene.story.text, scene.lexicon.names, scene.lexicon.sources.pronouns
    if _plain(text).count(name) != text.count(name):
        return False  # introduced with an accent
    for place in re.finditer(rf"(?<!\w){re.escape(name)}", text):
        ahead = text[max(0, place.start() - _LOOKED_AT) : place.start()]
        if place.start() < start or _FULLER.match(text, place.end()) or _LED.search(ahead):
            return False
        behind = _EXPLAINED.match(text, place.end())
        if behind and behind["word"] in words.determiners | pronouns.keys():
            return False
    return True


def _plain(text: str) -> str:
    """The text without accents."""
    return re.sub("[\u0300-\u036f]", "", unicodedata.normalize("NFD", text))
