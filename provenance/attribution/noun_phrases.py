"""The noun phrases before and behind a verb of speech.

In: a sentence and a place in it. Out: a `Phrase`, or nothing. No grammar is parsed: a noun phrase
is what stands between the verb and the nearest word that no noun phrase holds. All work is bounded,
so that a sentence of any length costs no more at each verb.
"""

from dataclasses import dataclass

from provenance.attribution.facts import (
    ALNUM,
    COUNT,
    CUE,
    DAY,
    HEAD,
    JOIN,
    LEAD,
    NAMED,
    PREPOSITION,
    PRONOUN,
    WORDLIKE,
)
from provenance.attribution.sentences import Sentence

# A noun phrase in the news is rarely longer; more is a sentence that was misread.
_LONGEST = 24
# How far a noun's phrases are followed for the noun, in words.
_REACH = 5
_APPOSITIONS = 4
# Where a noun phrase may go on, and where it may begin behind a preposition or "and".
_INNER = LEAD | PREPOSITION | JOIN
_BEGINNING = NAMED | HEAD | LEAD
_NOUN = HEAD | COUNT
_NAME = NAMED | WORDLIKE
# Prepositions that tie to a name: the mayor of, the senator from. Others begin something new.
_TIGHT = frozenset({"of", "for", "from"})
# Signs and words behind an inverted subject: “...”, said the mayor, who ...
_BEHIND = frozenset(",.;:—–-?!()").union(
    "like who which in on at during after before as when while of to from with by about".split()
)


@dataclass(slots=True)
class Phrase:
    """A noun phrase: its tokens from `first` to `last`, and its `head` among them.

    Of "a spokesman for the mayor" the head is "spokesman".
    """

    first: int
    last: int
    head: int


def before(sentence: Sentence, last: int) -> Phrase | None:
    """The noun phrase that ends with the token `last`, brackets behind it left out."""
    facts = sentence.facts
    if last >= 0 and sentence.raw[last] == ")":
        last = _without_brackets(sentence, last)
    first, head, at = last + 1, last, last
    end = max(-1, last - _LONGEST)
    while at > end:
        known = facts[at]
        if known & WORDLIKE and not known & _INNER and (not known & CUE or _belongs(sentence, at)):
            first, at = at, at - 1
        elif _is_inside(sentence, at, first, last):
            at -= 1
        elif known & (LEAD | PREPOSITION):
            leads = known & LEAD != 0
            noun = _noun(sentence, at - leads)
            first = at if leads else first
            if noun < 0 or first > at + 1:
                break
            head = at = noun
        else:
            break
    while first < head and facts[first] & DAY:
        first += 1
    if not first <= head <= last or facts[head] & LEAD:
        return None
    return Phrase(first, last, head)


def _is_inside(sentence: Sentence, at: int, first: int, last: int) -> bool:
    """Whether the phrase from `first` to `last` goes on before a sign or small word at `at`."""
    known = sentence.facts[at]
    if known & LEAD:
        return first <= last and _is_within_name(sentence, at)
    if known & PREPOSITION:
        return False
    if known & JOIN and first <= at + 1 and _joins(sentence, at - 1):
        return True
    return first <= last and _is_possessive(sentence, at)


def _is_possessive(sentence: Sentence, at: int) -> bool:
    """Whether an apostrophe stands behind a plural: "the drivers' league"."""
    return (
        at > 0
        and sentence.raw[at] in "'’"
        and sentence.low[at - 1][-1] == "s"
        and sentence.starts[at] == sentence.ends[at - 1]
    )


def _belongs(sentence: Sentence, at: int) -> bool:
    """Whether a word that may attribute is part of a noun phrase to its right, not its verb."""
    return bool(sentence.facts[at] & HEAD) or not sentence.facts[at + 1] & (LEAD | COUNT)


def _without_brackets(sentence: Sentence, last: int) -> int:
    """The token before brackets that end at `last`: "(R-Ky.)"."""
    back = range(last - 1, max(-1, last - _LONGEST), -1)
    return next((at - 1 for at in back if sentence.raw[at] == "("), -1)


def _is_within_name(sentence: Sentence, at: int) -> bool:
    """Whether an article stands inside a name, as in "Save the Children"."""
    facts = sentence.facts
    if at < 1 or not facts[at + 1] & NAMED or facts[at - 1] & _NAME != _NAME:
        return False
    return at == 1 or not facts[at - 2] & ALNUM


def _noun(sentence: Sentence, at: int) -> int:
    """The noun that a preposition at `at` belongs to: "spokesman for"; -1 where there is none.

    Of "the general in command of", it is "general".
    """
    low, facts = sentence.low, sentence.facts
    if at < 1 or not facts[at] & PREPOSITION:
        return -1
    if at > 1 and f"{low[at - 1]} {low[at]}" in sentence.words.anonymous["phrase"]:
        at -= 1  # "people briefed on"
    known = facts[at - 1]
    if known & PREPOSITION:
        return _noun(sentence, at - 1) if at < 2 or not facts[at - 2] & PREPOSITION else -1
    if known & _NOUN or (known & _NAME == _NAME and low[at] in _TIGHT):
        return at - 1
    if low[at] == "by" and at > 1 and facts[at - 2] & HEAD:
        return at - 2  # "a letter seen by"
    for back in range(at - 2, max(0, at - _REACH), -1):
        if facts[back] & PREPOSITION:
            return back - 1 if facts[back - 1] & HEAD else -1
        if not facts[back] & WORDLIKE:
            break
    return -1


def _joins(sentence: Sentence, at: int) -> bool:
    """Whether a noun phrase is carried on to the left of an "and" behind `at`."""
    if at < 0:
        return False
    known = sentence.facts[at]
    return bool(known & HEAD) or known & _NAME == _NAME


def behind(sentence: Sentence, first: int) -> Phrase | None:
    """The noun phrase that begins with the token `first`."""
    facts, head, at = sentence.facts, -1, first
    end = min(len(sentence.raw), first + _LONGEST)
    while at < end:
        known = facts[at]
        if known & (PREPOSITION | JOIN):
            if at == first or at + 1 == end or not _begins(sentence, at + 1):
                break
            if known & PREPOSITION:
                if facts[at - 1] & NAMED and sentence.low[at] not in _TIGHT:
                    break
                head = at - 1 if head < 0 else head
        elif at > first and _is_possessive(sentence, at):
            pass
        elif not known & WORDLIKE or (at > first and _is_verb(sentence, at)):
            break
        at += 1
    last = at - 1
    return Phrase(first, last, last if head < 0 else head) if last >= first else None


def _is_verb(sentence: Sentence, at: int) -> bool:
    """Whether a word behind a noun or name is more likely a verb than a noun."""
    known, ahead = sentence.facts[at], sentence.facts[at - 1]
    if known & (HEAD | NAMED) or ahead & LEAD:
        return False
    if known & CUE or (ahead & HEAD and sentence.low[at].endswith("ed")):
        return True
    named = sentence.cast.at(sentence.starts[at - 1]) if ahead & NAMED else None
    return named is not None and named.end == sentence.ends[at - 1]


def _begins(sentence: Sentence, at: int) -> bool:
    """Whether a noun phrase may begin at `at` behind a preposition or "and"."""
    known = sentence.facts[at]
    return bool(known & _BEGINNING) and not known & DAY  # "said the mayor on Monday"


def inverted(sentence: Sentence, cue: int) -> Phrase | None:
    """The subject behind the verb that ends with token `cue`, if it can be no object."""
    at, size = cue + 1, len(sentence.raw)
    known = sentence.facts[at]
    owner = known & LEAD and at + 1 < size and sentence.facts[at + 1] & WORDLIKE
    pronoun = known & PRONOUN and not owner
    found = Phrase(at, at, at) if pronoun else behind(sentence, at)
    if found is None:
        return None
    after = found.last + 1
    closed = after == size or sentence.quoted(after) or sentence.low[after] in _BEHIND
    return found if closed else None


def apposed(sentence: Sentence, comma: int) -> list[Phrase]:
    """The noun phrases that an apposition ending at `comma` may be about, the nearest first."""
    found: list[Phrase] = []
    for at in range(comma - 1, max(0, comma - 2 * _LONGEST), -1):
        if sentence.quoted(at) or sentence.raw[at] in ";:" or len(found) == _APPOSITIONS:
            break
        if sentence.raw[at] in ",—–" and (phrase := before(sentence, at - 1)):
            found.append(phrase)
    return found
