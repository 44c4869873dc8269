"""How a source's words reached an article, and through whom.

In: a sentence and the cue of an attribution in it. Out: a channel, and the outlet
or agency that it went through. What is not said is `speech`, through nobody.
"""

from collections.abc import Iterator

from provenance.attribution.cues import Cue
from provenance.attribution.sentences import Sentence
from provenance.attribution.sources import Source
from provenance.model import Channel, SourceKind

# How far behind a cue its channel is looked for, in tokens.
_REACH = 14
# The longest name of an outlet, in words.
_LONGEST = 4
# What stands in front of where, or to whom, something is said, and how many words may be between.
_TO = frozenset({"in", "at", "on", "by", "to", "before", "during", "via", "through"})
_NEAR = 6
# Where what is said begins.
_ENDS = frozenset({"that", ":", ";", "“", '"', "‘"})


def channel(sentence: Sentence, cue: Cue, who: Source) -> tuple[Channel, str | None]:
    """The channel of a statement, and the outlet or agency it went through.

    Args:
        sentence: The sentence it stands in.
        cue: What attributes it.
        who: Its source.
    """
    words = sentence.words.channels
    via = _outlet(sentence, cue.last + 1) if cue.canonical in words["tell"] else None
    opening = _opening(sentence, who)
    via = via or _interviewed(sentence, cue.last + 1)
    via = via or (_interviewed(sentence, 0) if opening else None)
    if via or who.kind in {SourceKind.OUTLET, SourceKind.AGENCY}:
        return Channel.OUTLET, via
    reached = set(_reached(sentence, cue, opening))
    if not words["event"].isdisjoint(reached):
        return Channel.EVENT, None
    if who.kind is SourceKind.DOCUMENT or cue.canonical in words["verb"]:
        return Channel.WRITING, None
    return Channel.WRITING if reached else Channel.SPEECH, None


def _outlet(sentence: Sentence, first: int) -> str | None:
    """The outlet or agency whose name begins at a token: "told Reuters"."""
    words, led = sentence.words, sentence.word(first) in sentence.words.leads
    while sentence.word(first) in words.leads:
        first += 1
    for last in range(min(first + _LONGEST, len(sentence.raw)), first, -1):
        name = " ".join(sentence.raw[first:last]).replace("’", "'").removesuffix("'s")
        if name in words.outlets:
            return words.outlets[name][1]
        if sentence.raw[last - 1] in words.presses["name"] and (led or last - first > 1):
            return name
    return None


def _interviewed(sentence: Sentence, first: int) -> str | None:
    """The outlet or agency of "in an interview with CNN"."""
    words, near = sentence.words.channels, sentence.low[first : first + _REACH]
    if words["outlet"].isdisjoint(near):
        return None
    for at, word in enumerate(near, start=first):
        if word in words["outlet"]:
            linked = sentence.word(at + 1) in words["link"]
            return _outlet(sentence, at + 2) if linked else None
    return None


def _opening(sentence: Sentence, who: Source) -> int:
    """How many words stand in front of the comma of "In a statement, the mayor"; 0 for none."""
    end = sentence.index(who.start) - 1
    if not 0 < end <= _REACH or sentence.low[0] not in _TO:
        return 0
    return end if sentence.low[end] == "," and "," not in sentence.low[:end] else 0


def _stretch(sentence: Sentence, first: int) -> range:
    """The places behind a cue, up to what it says."""
    end = min(first + _REACH, len(sentence.low))
    return range(first, next((at for at in range(first, end) if sentence.low[at] in _ENDS), end))


def _reached(sentence: Sentence, cue: Cue, opening: int) -> Iterator[str]:
    """The words for what was spoken or written to: "said in a letter", "told a crowd"."""
    words, behind = sentence.words.channels, cue.last + 1
    near = sentence.low[:opening] + sentence.low[behind : behind + _REACH]
    if words["event"].isdisjoint(near) and words["writing"].isdisjoint(near):
        return
    tells = cue.canonical in words["tell"]
    for at in (*range(opening), *_stretch(sentence, behind)):
        word, first = sentence.low[at], 0 if at < opening else behind
        if word not in words["event"] and word not in words["writing"]:
            continue
        back = _begun(sentence, at, first)
        told = tells and back == cue.last and word in words["event"]
        if told or (back >= first and sentence.low[back] in _TO):
            yield word


def _begun(sentence: Sentence, at: int, first: int) -> int:
    """The token in front of the noun phrase that holds a word, `first - 1` or one behind it."""
    words, back = sentence.words, at - 1
    while back >= max(first, at - _NEAR):
        word = sentence.low[back]
        inner = word == "of" or not (word in words.prepositions or word in _TO)
        if not inner or not sentence.wordlike(back):
            break
        back -= 1
    return back
