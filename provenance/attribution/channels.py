"""How a source's words reached an article, and through whom.

In: a sentence and the cue of an attribution in it. Out: a channel, and the outlet
or agency that it went through. What is not said is `speech`, through nobody.
"""

from provenance.attribution.cues import Cue
from provenance.attribution.sentences import Sentence
from provenance.model import Channel, SourceKind

# How far behind a cue its channel is looked for, in tokens.
_REACH = 14
# The longest name of an outlet, in words.
_LONGEST = 4
# Where what is said begins.
_ENDS = frozenset({"that", ":", ";", "“", '"', "‘"})


def channel(sentence: Sentence, cue: Cue, kind: SourceKind) -> tuple[Channel, str | None]:
    """The channel of a statement, and the outlet or agency it went through.

    Args:
        sentence: The sentence it stands in.
        cue: What attributes it.
        kind: What its source is.
    """
    words = sentence.words.channels
    via = _outlet(sentence, cue.last + 1) if cue.canonical in words["tell"] else None
    via = via or _interviewed(sentence, cue.last + 1)
    if via or kind in {SourceKind.OUTLET, SourceKind.AGENCY}:
        return Channel.OUTLET, via
    stretch = _stretch(sentence, cue.last + 1)
    if not words["event"].isdisjoint(stretch):
        return Channel.EVENT, None
    if kind is SourceKind.DOCUMENT or cue.canonical in words["verb"]:
        return Channel.WRITING, None
    written = not words["writing"].isdisjoint(stretch)
    return Channel.WRITING if written else Channel.SPEECH, None


def _outlet(sentence: Sentence, first: int) -> str | None:
    """The outlet or agency whose name begins at a token: "told Reuters"."""
    words = sentence.words
    while sentence.word(first) in words.leads:
        first += 1
    for last in range(min(first + _LONGEST, len(sentence.raw)), first, -1):
        name = " ".join(sentence.raw[first:last]).replace("’", "'").removesuffix("'s")
        if name in words.outlets:
            return words.outlets[name][1]
        if sentence.raw[last - 1] in words.presses["name"] and last - first > 1:
            return name
    return None


def _interviewed(sentence: Sentence, first: int) -> str | None:
    """The outlet or agency of "in an interview with CNN"."""
    words = sentence.words.channels
    for at, word in enumerate(sentence.low[first : first + _REACH], start=first):
        if word in words["outlet"]:
            linked = sentence.word(at + 1) in words["link"]
            return _outlet(sentence, at + 2) if linked else None
    return None


def _stretch(sentence: Sentence, first: int) -> list[str]:
    """The words behind a cue, up to what it says."""
    stretch = sentence.low[first : first + _REACH]
    return stretch[: next((at for at, word in enumerate(stretch) if word in _ENDS), None)]
