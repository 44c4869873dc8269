"""What a source is: the kind and the name of a noun phrase that says something.

In: a noun phrase of a sentence, the people of its article, and the words of the language. Out:
a `Source`. A phrase that is not known to be somebody who can say something is marked as not sure.
"""

from dataclasses import dataclass

from provenance.attribution.facts import COUNT, JOIN, LEAD, NAMED, PRESS, PRONOUN
from provenance.attribution.noun_phrases import Phrase
from provenance.attribution.sentences import Sentence
from provenance.model import SourceKind

# Kinds by themselves: reading a member off its enumeration takes as long as a call.
_NAMED, _UNTOLD, _ROLE = SourceKind.NAMED, SourceKind.UNTOLD, SourceKind.ROLE
_COLLECTIVE, _ORGANISATION = SourceKind.COLLECTIVE, SourceKind.ORGANISATION
_ANONYMOUS, _OUTLET = SourceKind.ANONYMOUS, SourceKind.OUTLET
# What a noun beside the name of an outlet or agency may be: newspaper, agency.
_PRESS = frozenset({_OUTLET, _ORGANISATION})
_MANY = {"they": True, "relative": None}


@dataclass(slots=True, eq=False)
class Source:
    """Who is behind a statement, as far as the phrase itself tells.

    Attributes:
        kind: See `SourceKind`; `UNTOLD` for a pronoun.
        name: As `Attribution.source`.
        start, end: The words of the phrase, in the article's text.
        sure: Whether the phrase is known to be somebody or something that can say things.
        plural: Whether several say it; null when the phrase does not tell.
    """

    kind: SourceKind
    name: str | None
    start: int
    end: int
    sure: bool
    plural: bool | None


def source(sentence: Sentence, phrase: Phrase) -> Source:
    """What a noun phrase is as a source."""
    head = phrase.head
    known = sentence.facts[head]
    if known & PRONOUN and phrase.first == phrase.last:
        start, end = sentence.starts[head], sentence.ends[head]
        many = _MANY.get(sentence.words.pronouns[sentence.low[head]], False)
        return Source(_UNTOLD, None, start, end, sure=True, plural=many)
    found = _person(sentence, phrase)
    if found is None:
        if not known & NAMED:
            found = _agency(sentence, phrase)
        elif known & PRESS:
            found = _outlet(sentence, phrase)
    return found or _noun(sentence, phrase)


def _at(
    sentence: Sentence, phrase: Phrase, kind: SourceKind, name: str, plural: bool | None
) -> Source:
    start, end = sentence.starts[phrase.first], sentence.ends[phrase.last]
    return Source(kind, name, start, end, sure=True, plural=plural)


def _person(sentence: Sentence, phrase: Phrase) -> Source | None:
    """A person whom the cast knows, named by the head of the phrase; two are a group."""
    named = sentence.cast.at(sentence.starts[phrase.head])
    if named is None or named.end > sentence.ends[phrase.last]:
        return None
    if _is_joined(sentence, phrase):
        since = sentence.starts[phrase.first]
        others = sentence.cast.within(since, named.start)
        if any(each.person != named.person for each in others):
            name = _folded(sentence, phrase)
            return _at(sentence, phrase, _COLLECTIVE, name, plural=True)
    return _at(sentence, phrase, _NAMED, named.person.name, plural=False)


def _is_joined(sentence: Sentence, phrase: Phrase) -> bool:
    inner = 0
    for known in sentence.facts[phrase.first : phrase.head]:
        inner |= known
    return bool(inner & JOIN)


def _outlet(sentence: Sentence, phrase: Phrase) -> Source | None:
    """An outlet or agency, by its name or the last word of it."""
    name = " ".join(sentence.raw[phrase.first : phrase.head + 1])
    bare = name.removeprefix("The ").removeprefix("the ")
    known = sentence.words.outlets.get(bare) or sentence.words.outlets.get(name)
    if known:
        return _at(sentence, phrase, *known, plural=False)
    last = sentence.raw[phrase.head]
    if last in sentence.words.presses["name"] and last != bare:
        return _at(sentence, phrase, _OUTLET, bare, plural=False)
    return _behind_noun(sentence, phrase)


def _behind_noun(sentence: Sentence, phrase: Phrase) -> Source | None:
    """One whose name stands behind a noun for what it is: "news agency Xinhua"."""
    first = phrase.head
    while first > phrase.first and sentence.named(first - 1):
        first -= 1
    known = sentence.words.outlets.get(" ".join(sentence.raw[first : phrase.head + 1]))
    noun = sentence.words.heads.get(sentence.word(first - 1)) if first > phrase.first else None
    return _at(sentence, phrase, *known, plural=False) if known and noun in _PRESS else None


def _agency(sentence: Sentence, phrase: Phrase) -> Source | None:
    """One whose name stands in front of a noun for what it is: "the Interfax news agency"."""
    if sentence.words.heads.get(sentence.low[phrase.head]) not in _PRESS:
        return None
    last = phrase.head
    while last > phrase.first and not sentence.named(last):
        last -= 1
    if not sentence.facts[last] & PRESS:
        return None
    names = (sentence.raw[first : last + 1] for first in range(phrase.first, last + 1))
    known = (sentence.words.outlets.get(" ".join(name)) for name in names)
    found = next(filter(None, known), None)
    return _at(sentence, phrase, *found, plural=False) if found else None


def _noun(sentence: Sentence, phrase: Phrase) -> Source:
    """What the head of the phrase makes of it."""
    head, name = sentence.low[phrase.head], _folded(sentence, phrase)
    known = sentence.facts[phrase.head]
    kind = sentence.words.heads.get(head)
    if kind is _ROLE and phrase.first == phrase.last and known & (NAMED | COUNT) == NAMED:
        kind = None  # a name that is also a word: Speaker, Major
    if kind is None and known & COUNT:
        kind = _COLLECTIVE  # "dozens of divers"
    if kind is not None:
        if (kind is _ROLE or kind is _COLLECTIVE) and _is_unnamed(sentence, phrase.head):
            kind = _ANONYMOUS
        return _at(sentence, phrase, kind, name, _is_plural(sentence, phrase))
    if known & NAMED:
        people = phrase.first == phrase.last and head.endswith(sentence.words.endings)
        return _at(sentence, phrase, _COLLECTIVE if people else _ORGANISATION, name, plural=None)
    several = head.endswith("s")
    found = _at(sentence, phrase, _COLLECTIVE if several else _ROLE, name, plural=several)
    found.sure = False
    return found


def _is_unnamed(sentence: Sentence, head: int) -> bool:
    """Whether a noun is followed by what stands for a name: "people familiar with"."""
    after = " ".join(sentence.low[head + 1 : head + 5])
    return after.startswith(sentence.words.unnamed)


def _is_plural(sentence: Sentence, phrase: Phrase) -> bool | None:
    head = sentence.low[phrase.head]
    if head in sentence.words.part:
        return None
    if sentence.facts[phrase.head] & COUNT or _is_joined(sentence, phrase):
        return True
    if sentence.words.heads[head] is _COLLECTIVE:
        return True
    return head.endswith("s") and not head.endswith("ss")


def _folded(sentence: Sentence, phrase: Phrase) -> str:
    """The phrase up to its head, without its article, folded."""
    first, head = phrase.first, phrase.head
    if first < head and sentence.facts[first] & LEAD:
        first += 1
    return sentence.low[head] if first == head else " ".join(sentence.low[first : head + 1])
