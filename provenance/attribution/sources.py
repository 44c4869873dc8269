"""What a source is: the kind and the name of a noun phrase that says something.

In: a noun phrase of a sentence, the people of its article, and the words of the language. Out:
a `Source`. A phrase that is not known to be somebody who can say something is marked as not sure.
"""

from typing import NamedTuple

from provenance.attribution.noun_phrases import Phrase
from provenance.attribution.sentences import Sentence
from provenance.model import SourceKind

# What a noun beside the name of an outlet or agency may be: newspaper, agency.
_PRESS = frozenset({SourceKind.OUTLET, SourceKind.ORGANISATION})


class Source(NamedTuple):
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
    head = sentence.low[phrase.head]
    if phrase.first == phrase.last and head in sentence.words.pronouns:
        start, end = sentence.starts[phrase.head], sentence.ends[phrase.head]
        many = {"they": True, "relative": None}.get(sentence.words.pronouns[head], False)
        return Source(SourceKind.UNTOLD, None, start, end, sure=True, plural=many)
    return _person(sentence, phrase) or _outlet(sentence, phrase) or _noun(sentence, phrase)


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
            return _at(sentence, phrase, SourceKind.COLLECTIVE, name, plural=True)
    return _at(sentence, phrase, SourceKind.NAMED, named.person.name, plural=False)


def _is_joined(sentence: Sentence, phrase: Phrase) -> bool:
    inner = sentence.low[phrase.first : phrase.head]
    return not sentence.words.stops["join"].isdisjoint(inner)


def _outlet(sentence: Sentence, phrase: Phrase) -> Source | None:
    """An outlet or agency, by its name or the last word of it."""
    if not sentence.named(phrase.head):
        return _agency(sentence, phrase)
    name = " ".join(sentence.raw[phrase.first : phrase.head + 1])
    bare = name.removeprefix("The ").removeprefix("the ")
    known = sentence.words.outlets.get(bare) or sentence.words.outlets.get(name)
    if known:
        return _at(sentence, phrase, *known, plural=False)
    last = sentence.raw[phrase.head]
    if last in sentence.words.presses["name"] and last != bare:
        return _at(sentence, phrase, SourceKind.OUTLET, bare, plural=False)
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
    names = (sentence.raw[first : last + 1] for first in range(phrase.first, last + 1))
    known = (sentence.words.outlets.get(" ".join(name)) for name in names)
    found = next(filter(None, known), None)
    return _at(sentence, phrase, *found, plural=False) if found else None


def _noun(sentence: Sentence, phrase: Phrase) -> Source:
    """What the head of the phrase makes of it."""
    head, name = sentence.low[phrase.head], _folded(sentence, phrase)
    written = sentence.named(phrase.head)
    kind = sentence.words.heads.get(head)
    counted = head in sentence.words.counts
    if kind is SourceKind.ROLE and phrase.first == phrase.last and written and not counted:
        kind = None  # a name that is also a word: Speaker, Major
    if kind is None and counted:
        kind = SourceKind.COLLECTIVE  # "dozens of divers"
    if kind is not None:
        if kind in {SourceKind.ROLE, SourceKind.COLLECTIVE} and _is_unnamed(sentence, phrase.head):
            kind = SourceKind.ANONYMOUS
        return _at(sentence, phrase, kind, name, _is_plural(sentence, phrase))
    if written:
        people = phrase.first == phrase.last and head.endswith(sentence.words.endings)
        kind = SourceKind.COLLECTIVE if people else SourceKind.ORGANISATION
        return _at(sentence, phrase, kind, name, plural=None)
    several = head.endswith("s")
    kind = SourceKind.COLLECTIVE if several else SourceKind.ROLE
    return _at(sentence, phrase, kind, name, plural=several)._replace(sure=False)


def _is_unnamed(sentence: Sentence, head: int) -> bool:
    """Whether a noun is followed by what stands for a name: "people familiar with"."""
    after = " ".join(sentence.low[head + 1 : head + 5])
    return after.startswith(sentence.words.unnamed)


def _is_plural(sentence: Sentence, phrase: Phrase) -> bool | None:
    head, heads = sentence.low[phrase.head], sentence.words.heads
    if head in sentence.words.part:
        return None
    counted = head in sentence.words.counts
    if counted or _is_joined(sentence, phrase) or heads[head] is SourceKind.COLLECTIVE:
        return True
    return head.endswith("s") and not head.endswith("ss")


def _folded(sentence: Sentence, phrase: Phrase) -> str:
    """The phrase up to its head, without its article, folded."""
    leads = phrase.first < phrase.head and sentence.low[phrase.first] in sentence.words.leads
    return " ".join(sentence.low[phrase.first + leads : phrase.head + 1])
