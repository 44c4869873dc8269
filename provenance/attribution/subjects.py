"""Who a cue belongs to: its subject, wherever it stands in the sentence.

In: a cue in its sentence. Out: a `Source`, or nothing where the cue has no subject that can say
something: then it is a noun, a passive without an agent, or something that was not said.
"""

from dataclasses import replace

from provenance.attribution.cues import Cue, is_said, says
from provenance.attribution.noun_phrases import Phrase, apposed, before, behind, inverted
from provenance.attribution.sentences import Sentence
from provenance.attribution.source_words import FINDING, PHRASE, THROUGH
from provenance.attribution.sources import Source, source
from provenance.model import SourceKind

# So many words the beginning of a sentence may be long.
_OPENING = 30
_PRESS = frozenset({SourceKind.OUTLET, SourceKind.AGENCY})


def subject(sentence: Sentence, cue: Cue, earlier: Source | None) -> Source | None:
    """Who says what the cue attributes.

    Args:
        sentence: The sentence it stands in.
        cue: A verb or phrase that may attribute.
        earlier: The source of the attribution before it in the sentence, if there is one.
    """
    if PHRASE in cue.groups:
        at = cue.last + 1
        pronoun = sentence.word(at) in sentence.words.pronouns and _ends(sentence, at + 1)
        found = _source(sentence, Phrase(at, at, at) if pronoun else behind(sentence, at))
        return found if found is None or found.sure else replace(found, kind=SourceKind.DOCUMENT)
    if THROUGH in cue.groups:
        found = _source(sentence, behind(sentence, cue.last + 1))
        return found if found and found.kind in _PRESS else None
    if not is_said(sentence, cue):
        return None
    if cue.passive:
        by = sentence.word(cue.last + 1) == "by"
        return _sure(_source(sentence, behind(sentence, cue.last + 2))) if by else None
    found = _active(sentence, cue, earlier)
    return found if found and says(sentence, cue, found) else None


def _ends(sentence: Sentence, at: int) -> bool:
    """Whether no further word of a noun phrase stands at `at`."""
    return at >= len(sentence.raw) or not sentence.wordlike(at)


def _source(sentence: Sentence, phrase: Phrase | None) -> Source | None:
    return source(sentence, phrase) if phrase else None


def _sure(found: Source | None) -> Source | None:
    return found if found and found.sure else None


def _active(sentence: Sentence, cue: Cue, earlier: Source | None) -> Source | None:
    word, joins = sentence.word(cue.lead), sentence.words.stops["join"]
    if cue.participle:
        return _participle(sentence, cue, earlier)
    if word in joins or word in {"but", "then"}:
        return earlier or _opener(sentence, cue)
    if not word or word in {",", "—", "–", "-"} or sentence.quoted(cue.lead):
        return _behind(sentence, cue) or _apposed(sentence, cue.lead)
    if word in sentence.words.pronouns and word not in sentence.words.leads:
        return _pronoun(sentence, cue.lead)
    if word.endswith("'s"):
        return _contracted(sentence, cue.lead)
    return _ahead(sentence, cue)


def _participle(sentence: Sentence, cue: Cue, earlier: Source | None) -> Source | None:
    """The subject of "saying": the noun in front of it, else that of the whole sentence."""
    phrase = before(sentence, cue.lead) if cue.lead >= 0 else None
    found = _source(sentence, phrase)
    if found is None or found.kind is SourceKind.DOCUMENT:
        return earlier or _opener(sentence, cue)
    return _sure(found)


def _opener(sentence: Sentence, cue: Cue) -> Source | None:
    """The phrase that the sentence begins with, if it is sure to be somebody."""
    for first in _openings(sentence, cue.first):
        if sentence.low[first] in sentence.words.pronouns:
            return source(sentence, Phrase(first, first, first))
        phrase = behind(sentence, first)
        if phrase is None or phrase.last >= cue.first:
            continue
        found = source(sentence, phrase)
        # The first word of a sentence has a capital whatever it is.
        if found.kind is not SourceKind.ORGANISATION or phrase.last > phrase.first:
            return _sure(found)
    return None


def _openings(sentence: Sentence, end: int) -> list[int]:
    """Where the subject of a sentence may begin: at its beginning, or behind its first comma."""
    near = range(min(end - 1, _OPENING))
    first = next((at for at in near if sentence.raw[at][0].isalnum()), end)
    comma = next((at + 1 for at in near if at > first and sentence.raw[at] == ","), end)
    return [at for at in (first, comma) if at < end]


def _behind(sentence: Sentence, cue: Cue) -> Source | None:
    """The subject behind its verb. Who is told something is never that."""
    if cue.canonical in sentence.words.heard["object"] or cue.lead != cue.first - 1:
        return None
    quoted = cue.lead >= 0 and sentence.quoted(cue.lead)
    if not quoted and cue.canonical not in sentence.words.heard["any"]:
        return None
    found = _source(sentence, inverted(sentence, cue.last))
    return found if quoted else _sure(found)


def _apposed(sentence: Sentence, comma: int) -> Source | None:
    """The subject in front of an apposition that ends at `comma`."""
    if comma < 0 or sentence.quoted(comma):
        return None
    found = [source(sentence, phrase) for phrase in apposed(sentence, comma)]
    named = [each for each in found if each.kind is SourceKind.NAMED]
    if named or found:
        return next(iter(named or filter(_sure, found)), None)
    stray = before(sentence, comma - 1)  # a comma that parts subject and verb
    return _sure(_source(sentence, stray)) if stray and stray.first == 0 else None


def _pronoun(sentence: Sentence, at: int) -> Source | None:
    """A pronoun as a source; "who" is whoever stands in front of it."""
    if sentence.words.pronouns[sentence.low[at]] != "relative":
        return source(sentence, Phrase(at, at, at))
    last = at - 2 if sentence.word(at - 1) == "," else at - 1
    return _sure(_source(sentence, before(sentence, last)))


def _contracted(sentence: Sentence, at: int) -> Source | None:
    """A pronoun with "has" or "is" in one word: "he's said". All else is possessive."""
    word, start = sentence.low[at].removesuffix("'s"), sentence.starts[at]
    if word not in sentence.words.pronouns:
        return None
    return Source(SourceKind.UNTOLD, None, start, start + len(word), sure=True, plural=False)


def _ahead(sentence: Sentence, cue: Cue) -> Source | None:
    phrase = before(sentence, cue.lead)
    loose = phrase and sentence.word(phrase.first - 1) in sentence.words.prepositions
    if loose and FINDING in cue.groups:
        opener = _opener(sentence, cue)
        if opener and opener.kind is SourceKind.DOCUMENT:
            return opener  # footage that was made somewhere, by somebody
    return _source(sentence, phrase)
