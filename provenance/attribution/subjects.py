"""Who a cue belongs to: its subject, wherever it stands in the sentence.

In: a cue in its sentence. Out: a `Source`, or nothing where the cue has no subject that can say
something: then it is a noun, a passive without an agent, or something that was not said.
"""

from provenance.attribution.cues import Cue, is_said, says
from provenance.attribution.noun_phrases import Phrase, apposed, before, behind, inverted
from provenance.attribution.sentences import Sentence
from provenance.attribution.source_words import FINDING, PHRASE, SPEECH, THROUGH
from provenance.attribution.sources import Source, source
from provenance.model import SourceKind

# So many words the beginning of a sentence may be long.
_OPENING = 30
_WHO = frozenset({"who", "whose"})
# So many words may stand between a role and the comma behind it.
_INNER = 6
_PRESS = frozenset({SourceKind.OUTLET, SourceKind.AGENCY})

# Words of a clause between a subject and its verb that is looked over.
_CLAUSE = 16


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
        phrase = Phrase(at, at, at) if pronoun else behind(sentence, at)
        found = _source(sentence, phrase)
        if phrase is None or found is None or found.sure:
            return found
        reason = SPEECH in sentence.words.cues.get(cue.form.lower(), ("", frozenset()))[1]
        measure = phrase.first == phrase.last and not found.plural
        # "citing ill health" tells why, "according to size" in what order
        return None if reason or measure else found._replace(kind=SourceKind.DOCUMENT)
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
    if phrase is None:
        return None
    found = source(sentence, phrase)
    return (_named_behind(sentence, phrase) if found.kind is SourceKind.ROLE else None) or found


def _named_behind(sentence: Sentence, phrase: Phrase) -> Source | None:
    """Who is named in apposition to a role: "the engineer in charge, Ada Brenk"."""
    words, at = sentence.words, phrase.last + 1
    if sentence.word(at) in words.prepositions:
        end = min(at + _INNER, len(sentence.raw))
        at = next((each for each in range(at, end) if not sentence.wordlike(each)), end)
    if sentence.word(at) != "," or at + 1 == len(sentence.raw):
        return None
    named = sentence.cast.at(sentence.starts[at + 1])
    if named is None or named.start != sentence.starts[at + 1]:
        return None
    behind_name = sentence.word(sentence.index(named.end))
    goes_on = behind_name in words.prepositions or behind_name in words.pronouns
    if behind_name[:1].isalnum() and not goes_on:
        return None
    kind, name = SourceKind.NAMED, named.person.name
    return Source(kind, name, named.start, named.end, sure=True, plural=False)


def _sure(found: Source | None) -> Source | None:
    return found if found and found.sure else None


def _active(sentence: Sentence, cue: Cue, earlier: Source | None) -> Source | None:
    word, joins = sentence.word(cue.lead), sentence.words.stops["join"]
    if cue.participle:
        return _participle(sentence, cue, earlier)
    if word in joins or word in {"but", "then"}:
        return earlier or _opener(sentence, cue)
    if not word or word in {",", "—", "–", "-", "so"} or sentence.quoted(cue.lead):
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
    if sentence.word(cue.lead) == "so":
        return _source(sentence, inverted(sentence, cue.last)) if not cue.lead else None
    if cue.canonical in sentence.words.heard["object"] or cue.lead != cue.first - 1:
        return None
    phrase = inverted(sentence, cue.last)
    if cue.lead >= 0 and sentence.quoted(cue.lead):
        return _name_behind(sentence, cue.last + 1) or _source(sentence, phrase)
    if phrase is None or cue.canonical not in sentence.words.heard["any"]:
        return None
    return None if _goes_on(sentence, phrase) else _sure(_source(sentence, phrase))


def _goes_on(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a verb follows an apposition: "the paper said the mayor, Ada Brenk, was there".

    Behind a name the same may be an aside: "it is, said Ada Brenk, the mayor, a pity".
    """
    if source(sentence, phrase).kind is SourceKind.NAMED:
        return False
    rest = sentence.low[phrase.last + 1 : phrase.last + _OPENING]
    behind = rest.index(",", 1) + 1 if rest[:1] == [","] and "," in rest[1:] else len(rest)
    return behind < len(rest) and rest[behind] in sentence.words.stops["verb"]


def _name_behind(sentence: Sentence, at: int) -> Source | None:
    """The person named at a token: behind a quotation and a verb nobody else stands there."""
    named = sentence.cast.at(sentence.starts[at]) if at < len(sentence.raw) else None
    if named is None or named.start != sentence.starts[at]:
        return None
    if sentence.word(sentence.index(named.end)) in {"'s", "and", "&"}:
        return None
    kind, name = SourceKind.NAMED, named.person.name
    return Source(kind, name, named.start, named.end, sure=True, plural=False)


def _apposed(sentence: Sentence, comma: int) -> Source | None:
    """The subject in front of an apposition that ends at `comma`."""
    if comma < 0 or sentence.quoted(comma):
        return None
    phrases = apposed(sentence, comma)
    found = [source(sentence, phrase) for phrase in phrases]
    for phrase, each in zip(reversed(phrases), reversed(found), strict=True):
        if each.kind is SourceKind.NAMED:
            break
        if sentence.word(phrase.last + 2) in _WHO and each.sure:
            return each  # "the governor, who spoke through an aide, Ada Brenk, said"
    named = [each for each in found if each.kind is SourceKind.NAMED]
    if named:
        return named[0]
    inner = before(sentence, comma - 1)
    own = _source(sentence, inner)
    whole = inner is not None and sentence.word(inner.first - 1) == ","
    if found and whole and own and own.kind is SourceKind.NAMED:
        return own  # "the mayor, Ada Brenk, said"
    if found:
        return next(filter(_sure, found), None)
    # A comma that parts subject and verb.
    return _sure(own) if inner and inner.first == 0 else None


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
    phrase = before(sentence, _before_clause(sentence, cue.lead))
    loose = phrase and sentence.word(phrase.first - 1) in sentence.words.prepositions
    if loose and FINDING in cue.groups:
        opener = _opener(sentence, cue)
        if opener and opener.kind is SourceKind.DOCUMENT:
            return opener  # footage that was made somewhere, by somebody
    if phrase and sentence.word(phrase.first - 1) in sentence.words.between["negation"]:
        return None  # "no officials said"
    return _source(sentence, phrase)


def _before_clause(sentence: Sentence, lead: int) -> int:
    """The token in front of a clause that ends at `lead` and has a verb of its own.

    "An official who asked not to be named said": the official. "The man who police said": `lead`.
    """
    words = sentence.words
    for at in range(lead - 1, max(0, lead - _CLAUSE), -1):
        if not sentence.low[at][0].isalnum():
            break
        if words.pronouns.get(sentence.low[at]) == "relative":
            opens = sentence.low[at + 1]
            noun = opens in words.leads or opens in words.heads or opens in words.pronouns
            return lead if noun or sentence.named(at + 1) else at - 1
    return lead
