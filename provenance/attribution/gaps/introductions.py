"""Speakers whom the text never says anything about: "according to Qureshi", and nothing else.

In: a scene. Out: a gap for each source that is one bare surname inside a sentence, when the text
nowhere has a fuller name, title or role for it. A word is taken for a surname only if the lexicon
knows it for one, it ends like one, or it says a quotation aloud: firms and outlets are sources by
one word, too, but they write and report. Where somebody's name is but a letter away, the gap is
that of a name spelled in two ways.
"""

import re
import unicodedata
from collections.abc import Iterator

from provenance.attribution.gaps import spellings
from provenance.attribution.gaps.scene import Scene
from provenance.model import Attribution, Channel, Gap, SourceKind

KIND = "speaker-never-introduced"
_KINDS = frozenset({SourceKind.NAMED, SourceKind.ORGANISATION})
_NAME = re.compile(r"[^\W\d_a-z][^\W\d_A-Z]{2,}")
# Behind a source or its cue, the end of its clause; else the next word.
_END = re.compile(r" ?[.,;:)\r\n“\"\ufdd0]|\Z")
_WORD = re.compile(r" (?P<word>\w+)")
# What stands in front of who says a quotation.
_QUOTED = re.compile("\ufdd0[”\"’']{1,2} \\Z")
# How a quotation ends whose sentence goes on.
_GOES_ON = ",?!-–—…"
# Of a longer name or an explanation: behind the name, and in front of it.
_FULLER = re.compile(r"\w|[-’'@(/]|,? ?\(|, \d|,?(?: |\r?\n)[^\W\d_a-z]|\.\w|\. \w{1,5}\.")
_EXPLAINED = re.compile(r", (?P<word>\w+)(?P<closed>[^,.;:!?\r\n]{0,80},)?")
_OPENING = "According to "  # "According to Qureshi, the dam broke."
_LED = re.compile(
    r"(?:[^\W\d_a-z](?:[\w’'-]*,?|\w{0,4}\.)|\w[’']s?|\w\])(?: |\r?\n)\Z|[@#&/.-]\Z"
    r"|\b(?:at|from|in|near|of|outside)\s\Z"  # a place
)
_LOOKED_AT = 40
_MARKS = 4
_BEFORE = tuple(',”"\ufdd0')


def find(scene: Scene) -> Iterator[Gap]:
    """The speakers that are never introduced, each once. Linear in the text."""
    told = set[str]()
    for source in scene.sources:
        start, end = source.source_start, source.source_end
        if source.kind not in _KINDS or start is None or end is None:
            continue
        name = scene.story.text[start:end]
        if name in told or not _may_be_surname(name, scene):
            continue
        meant = spellings.namesake(name, scene)
        if not (meant or _is_surname(name, scene) or _is_aloud(source, scene)):
            continue
        told.add(name)
        if (meant or _is_inside(source, start, name, scene)) and _is_bare(name, start, scene):
            misspelled = meant and spellings.told(scene, (start, end), name, meant)
            yield misspelled or scene.gap(KIND, (start, end), name)


def _may_be_surname(name: str, scene: Scene) -> bool:
    """Whether a source's words are one that is known for nothing but a surname, if for that."""
    words = scene.lexicon
    if not _NAME.fullmatch(name) or name in words.gaps.famous or name in words.sources.outlets:
        return False
    return not words.names.is_other(name)


def _is_surname(name: str, scene: Scene) -> bool:
    """Whether the lexicon knows a name for a surname, or it ends like one."""
    gaps = scene.lexicon.gaps
    return name in gaps.surnames or name.endswith(gaps.endings)


def _is_aloud(row: Attribution, scene: Scene) -> bool:
    """Whether the source says the quotation in front of it, as people do and papers do not."""
    if row.cue not in scene.lexicon.gaps.aloud or row.channel != Channel.SPEECH:
        return False
    quoted = _QUOTED.search(scene.story.masked, max(0, row.start - _MARKS), row.start)
    if quoted is None or scene.story.text[quoted.start()] not in _GOES_ON:
        return False
    return row.source_start == row.start or _END.match(scene.story.masked, row.end) is not None


def _is_inside(row: Attribution, start: int, name: str, scene: Scene) -> bool:
    """Whether source and cue close a clause: "..., Qureshi said." or "according to Qureshi".

    At the beginning of a sentence any word has a capital: there a surname is one that the lexicon
    knows, and says something.
    """
    masked, words = scene.story.masked, scene.lexicon.sources
    if row.start == start and masked[max(0, start - 2) : start].rstrip(" ")[-1:] not in _BEFORE:
        return row.cue in scene.lexicon.gaps.aloud and _is_surname(name, scene)
    if _END.match(masked, row.end):
        return True
    behind = _WORD.match(masked, row.end)
    return behind is not None and behind["word"] in words.prepositions | words.halts


def _is_bare(name: str, start: int, scene: Scene) -> bool:
    """Whether the name stands nowhere before, and nowhere with more of it or a role."""
    text, words, pronouns = scene.story.text, scene.lexicon.names, scene.lexicon.sources.pronouns
    for place in _places(name, text):
        ahead, end = text[max(0, place - _LOOKED_AT) : place], place + len(name)
        if place < start or _FULLER.match(text, end) or _LED.search(ahead):
            return False
        behind = _EXPLAINED.match(text, end)
        goes_on = ahead.endswith(_OPENING) and not (behind and behind["closed"])
        if behind and not goes_on and behind["word"] in words.determiners | pronouns.keys():
            return False
    # Else it is introduced with an accent, or without.
    return _plain(text).count(_plain(name)) == text.count(name)


def _places(name: str, text: str) -> Iterator[int]:
    """Where a word of the text begins with a name."""
    at = text.find(name)
    while at >= 0:
        if not (at and (text[at - 1].isalnum() or text[at - 1] == "_")):
            yield at
        at = text.find(name, at + 1)


def _plain(text: str) -> str:
    """The text without accents."""
    return re.sub("[\u0300-\u036f]", "", unicodedata.normalize("NFD", text))
