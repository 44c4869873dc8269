"""Who a cue belongs to: its subject, wherever it stands in the sentence.

In: a cue in its sentence. Out: a `Source`, or nothing where the cue has no subject that can say
something: then it is a noun, a passive without an agent, or something that was not said.
"""

from provenance.attribution.cues import Cue, is_said, says
from provenance.attribution.facts import (
    ALNUM,
    CLOSES,
    HEAD,
    JOIN,
    LEAD,
    NAMED,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    WORDLIKE,
)
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
_NAMED, _ROLE, _DOCUMENT = SourceKind.NAMED, SourceKind.ROLE, SourceKind.DOCUMENT
_UNTOLD, _ORGANISATION = SourceKind.UNTOLD, SourceKind.ORGANISATION
# In front of a verb whose subject was told before; in front of one whose subject stands behind it.
_GOING_ON = frozenset({"but", "then"})
_PARTING = frozenset({"", ",", "—", "–", "-", "so"})

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
        found.kind = _DOCUMENT
        return None if reason or measure else found
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
    return (_named_behind(sentence, phrase) if found.kind is _ROLE else None) or found


def _named_behind(sentence: Sentence, phrase: Phrase) -> Source | None:
    """Who is named in apposition to a role: "the engineer in charge, Ada Brenk"."""
    facts, at = sentence.facts, phrase.last + 1
    if facts[at] & PREPOSITION:
        end = min(at + _INNER, len(sentence.raw))
        at = next((each for each in range(at, end) if not facts[each] & WORDLIKE), end)
    if sentence.word(at) != "," or at + 1 == len(sentence.raw):
        return None
    named = sentence.cast.at(sentence.starts[at + 1])
    if named is None or named.start != sentence.starts[at + 1]:
        return None
    behind_name = facts[sentence.index(named.end)]
    if behind_name & ALNUM and not behind_name & (PREPOSITION | PRONOUN):
        return None
    return Source(_NAMED, named.person.name, named.start, named.end, sure=True, plural=False)


def _sure(found: Source | None) -> Source | None:
    return found if found and found.sure else None


def _active(sentence: Sentence, cue: Cue, earlier: Source | None) -> Source | None:
    if cue.participle:
        return _participle(sentence, cue, earlier)
    lead = cue.lead
    word, known = sentence.word(lead), sentence.facts[lead]
    if known & JOIN or word in _GOING_ON:
        return earlier or _opener(sentence, cue)
    if known & CLOSES or word in _PARTING:
        return _behind(sentence, cue) or _apposed(sentence, lead)
    if known & PRONOUN and not known & LEAD:
        return _pronoun(sentence, lead)
    if word.endswith("'s"):
        return _contracted(sentence, lead)
    return _ahead(sentence, cue)


def _participle(sentence: Sentence, cue: Cue, earlier: Source | None) -> Source | None:
    """The subject of "saying": the noun in front of it, else that of the whole sentence."""
    phrase = before(sentence, cue.lead) if cue.lead >= 0 else None
    found = _source(sentence, phrase)
    if found is None or found.kind is _DOCUMENT:
        return earlier or _opener(sentence, cue)
    return _sure(found)


def _opener(sentence: Sentence, cue: Cue) -> Source | None:
    """The phrase that the sentence begins with, if it is sure to be somebody."""
    for first in _openings(sentence, cue.first):
        if sentence.facts[first] & PRONOUN:
            return source(sentence, Phrase(first, first, first))
        phrase = behind(sentence, first)
        if phrase is None or phrase.last >= cue.first:
            continue
        found = source(sentence, phrase)
        # The first word of a sentence has a capital whatever it is.
        if found.kind is not _ORGANISATION or phrase.last > phrase.first:
            return _sure(found)
    return None


def _openings(sentence: Sentence, end: int) -> list[int]:
    """Where the subject of a sentence may begin: at its beginning, or behind its first comma."""
    near = range(min(end - 1, _OPENING))
    first = next((at for at in near if sentence.facts[at] & ALNUM), end)
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
    if source(sentence, phrase).kind is _NAMED:
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
    return Source(_NAMED, named.person.name, named.start, named.end, sure=True, plural=False)


def _apposed(sentence: Sentence, comma: int) -> Source | None:
    """The subject in front of an apposition that ends at `comma`."""
    if comma < 0 or sentence.quoted(comma):
        return None
    phrases = apposed(sentence, comma)
    found = [source(sentence, phrase) for phrase in phrases]
    for phrase, each in zip(reversed(phrases), reversed(found), strict=True):
        if each.kind is _NAMED:
            break
        if sentence.word(phrase.last + 2) in _WHO and each.sure:
            return each  # "the governor, who spoke through an aide, Ada Brenk, said"
    named = [each for each in found if each.kind is _NAMED]
    if named:
        return named[0]
    inner = before(sentence, comma - 1)
    own = _source(sentence, inner)
    whole = inner is not None and sentence.word(inner.first - 1) == ","
    if found and whole and own and own.kind is _NAMED:
        return own  # "the mayor, Ada Brenk, said"
    if found:
        return next(filter(_sure, found), None)
    # A comma that parts subject and verb.
    return _sure(own) if inner and inner.first == 0 else None


def _pronoun(sentence: Sentence, at: int) -> Source | None:
    """A pronoun as a source; "who" is whoever stands in front of it."""
    if not sentence.facts[at] & RELATIVE:
        return source(sentence, Phrase(at, at, at))
    last = at - 2 if sentence.word(at - 1) == "," else at - 1
    return _sure(_source(sentence, before(sentence, last)))


def _contracted(sentence: Sentence, at: int) -> Source | None:
    """A pronoun with "has" or "is" in one word: "he's said". All else is possessive."""
    word, start = sentence.low[at].removesuffix("'s"), sentence.starts[at]
    if word not in sentence.words.pronouns:
        return None
    return Source(_UNTOLD, None, start, start + len(word), sure=True, plural=False)


def _ahead(sentence: Sentence, cue: Cue) -> Source | None:
    phrase = before(sentence, _before_clause(sentence, cue.lead))
    if phrase is None:
        return None
    if FINDING in cue.groups and sentence.facts[phrase.first - 1] & PREPOSITION:
        opener = _opener(sentence, cue)
        if opener and opener.kind is _DOCUMENT:
            return opener  # footage that was made somewhere, by somebody
    if sentence.word(phrase.first - 1) in sentence.words.between["negation"]:
        return None  # "no officials said"
    return _source(sentence, phrase)


def _before_clause(sentence: Sentence, lead: int) -> int:
    """The token in front of a clause that ends at `lead` and has a verb of its own.

    "An official who asked not to be named said": the official. "The man who police said": `lead`.
    """
    facts = sentence.facts
    for at in range(lead - 1, max(0, lead - _CLAUSE), -1):
        known = facts[at]
        if not known & ALNUM:
            break
        if known & RELATIVE:
            is_noun = facts[at + 1] & (LEAD | HEAD | PRONOUN | NAMED)
            return lead if is_noun else at - 1
    return lead
