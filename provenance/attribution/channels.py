"""How a source's words reached an article, and through whom.

In: a sentence and the cue of an attribution in it. Out: a channel, and the outlet
or agency that it went through. What is not said is `speech`, through nobody.
"""

from provenance.attribution.cues import Cue
from provenance.attribution.facts import (
    EVENT,
    LEAD,
    OPENS,
    OUTLET,
    PREPOSITION,
    PRESS,
    TOWARDS,
    WORDLIKE,
    WRITING,
)
from provenance.attribution.sentences import Sentence
from provenance.attribution.sources import Source
from provenance.model import Channel, SourceKind

# How far behind a cue its channel is looked for, in tokens.
_REACH = 14
# The longest name of an outlet, in words.
_LONGEST = 4
# How many words may be between what is spoken to and "in" or "at" in front of it.
_NEAR = 6
_REACHED = EVENT | WRITING
_SPEECH, _WRITING, _EVENT = Channel.SPEECH, Channel.WRITING, Channel.EVENT
_OUTLET, _DOCUMENT = Channel.OUTLET, SourceKind.DOCUMENT
_PRESS = frozenset({SourceKind.OUTLET, SourceKind.AGENCY})


def channel(sentence: Sentence, cue: Cue, who: Source) -> tuple[Channel, str | None]:
    """The channel of a statement, and the outlet or agency it went through.

    Args:
        sentence: The sentence it stands in.
        cue: What attributes it.
        who: Its source.
    """
    words, behind = sentence.words.channels, cue.last + 1
    opening = _opening(sentence, who)
    held = 0
    for known in sentence.facts[behind : behind + _REACH]:
        held |= known
    via = _outlet(sentence, behind) if cue.canonical in words["tell"] else None
    if not via and held & OUTLET:
        via = _interviewed(sentence, behind)
    if not via and opening:
        via = _interviewed(sentence, 0)
    if via or who.kind in _PRESS:
        return _OUTLET, via
    reached = _reached(sentence, cue, opening) if opening or held & _REACHED else 0
    if reached & EVENT:
        return _EVENT, None
    if reached or who.kind is _DOCUMENT or cue.canonical in words["verb"]:
        return _WRITING, None
    return _SPEECH, None


def _outlet(sentence: Sentence, first: int) -> str | None:
    """The outlet or agency whose name begins at a token: "told Reuters"."""
    words, facts, begun = sentence.words, sentence.facts, first
    while first < len(sentence.raw) and facts[first] & LEAD:
        first += 1
    for last in range(min(first + _LONGEST, len(sentence.raw)), first, -1):
        if not facts[last - 1] & PRESS:
            continue
        name = " ".join(sentence.raw[first:last]).replace("’", "'").removesuffix("'s")
        if name in words.outlets:
            return words.outlets[name][1]
        in_name = sentence.raw[last - 1] in words.presses["name"]
        if in_name and (first > begun or last - first > 1):
            return name
    return None


def _interviewed(sentence: Sentence, first: int) -> str | None:
    """The outlet or agency of "in an interview with CNN"."""
    for at, known in enumerate(sentence.facts[first : first + _REACH], start=first):
        if known & OUTLET:
            linked = sentence.word(at + 1) in sentence.words.channels["link"]
            return _outlet(sentence, at + 2) if linked else None
    return None


def _opening(sentence: Sentence, who: Source) -> int:
    """How many words stand in front of the comma of "In a statement, the mayor"; 0 for none."""
    if not sentence.facts[0] & TOWARDS:
        return 0
    end = sentence.index(who.start) - 1
    if not 0 < end <= _REACH:
        return 0
    return end if sentence.raw[end] == "," and "," not in sentence.raw[:end] else 0


def _reached(sentence: Sentence, cue: Cue, opening: int) -> int:
    """What was spoken or written to, as bits: "said in a letter", "told a crowd"."""
    facts, behind, reached = sentence.facts, cue.last + 1, 0
    tells = cue.canonical in sentence.words.channels["tell"]
    for at in (*range(opening), *_stretch(sentence, behind)):
        known, first = facts[at], 0 if at < opening else behind
        if not known & _REACHED:
            continue
        back = _begun(sentence, at, first)
        told = tells and back == cue.last and known & EVENT
        if told or (back >= first and facts[back] & TOWARDS):
            reached |= known & _REACHED
    return reached


def _stretch(sentence: Sentence, first: int) -> range:
    """The places behind a cue, up to what it says."""
    near = sentence.facts[first : first + _REACH]
    opens = next((at for at, known in enumerate(near) if known & OPENS), len(near))
    return range(first, first + opens)


def _begun(sentence: Sentence, at: int, first: int) -> int:
    """The token in front of the noun phrase that holds a word, `first - 1` or one behind it."""
    facts, back = sentence.facts, at - 1
    while back >= max(first, at - _NEAR):
        outer = facts[back] & (PREPOSITION | TOWARDS) and sentence.low[back] != "of"
        if outer or not facts[back] & WORDLIKE:
            break
        back -= 1
    return back
