"""The noun phrases before and behind a verb of speech.

In: a sentence and a place in it. Out: a `Phrase`, or nothing. No grammar is parsed: a noun phrase
is what stands between the verb and the nearest word that no noun phrase holds. All work is bounded,
so that a sentence of any length costs no more at each verb.
"""

from typing import NamedTuple

from provenance.attribution.sentences import Sentence

# A noun phrase in the news is rarely longer; more is a sentence that was misread.
_LONGEST = 24
# How far a noun's phrases are followed for the noun, in words.
_REACH = 5
_APPOSITIONS = 4
# Prepositions that tie to a name: the mayor of, the senator from. Others begin something new.
_TIGHT = frozenset({"of", "for", "from"})
# Signs and words behind an inverted subject: “...”, said the mayor, who ...
_BEHIND = frozenset(",.;:—–-?!()").union(
    "like who which in on at during after before as when while of to from with by about".split()
)


class Phrase(NamedTuple):
    """A noun phrase: its tokens from `first` to `last`, and its `head` among them.

    Of "a spokesman for the mayor" the head is "spokesman".
    """

    first: int
    last: int
    head: int


def before(sentence: Sentence, last: int) -> Phrase | None:
    """The noun phrase that ends with the token `last`, brackets behind it left out."""
    words, last = sentence.words, _without_brackets(sentence, last)
    joins = words.stops["join"]
    first, head, at = last + 1, last, last
    while at >= 0 and last - at < _LONGEST:
        word = sentence.low[at]
        leads = word in words.leads
        if leads and first <= last and _is_within_name(sentence, at):
            at -= 1
        elif leads or word in words.prepositions:
            noun = _noun(sentence, at - leads)
            first = at if leads else first
            if noun < 0 or first > at + 1:
                break
            head = at = noun
        elif word in joins and first <= at + 1 and _joins(sentence, at - 1):
            at -= 1
        elif _belongs(sentence, at):
            first, at = at, at - 1
        elif first <= last and _is_possessive(sentence, at):
            at -= 1
        else:
            break
    while first < head and sentence.low[first] in words.between["day"]:
        first += 1
    return Phrase(first, last, head) if _is_whole(sentence, first, head, last) else None


def _is_possessive(sentence: Sentence, at: int) -> bool:
    """Whether an apostrophe stands behind a plural: "the drivers' league"."""
    return (
        at > 0
        and sentence.raw[at] in "'’"
        and sentence.low[at - 1][-1] == "s"
        and sentence.starts[at] == sentence.ends[at - 1]
    )


def _belongs(sentence: Sentence, at: int) -> bool:
    """Whether a word is part of a noun phrase to its right, not a verb in front of one."""
    word, words = sentence.low[at], sentence.words
    if not sentence.wordlike(at) or word in words.stops["join"]:
        return False
    if word not in words.cues or word in words.heads:
        return True
    after = sentence.word(at + 1)
    return after not in words.leads and after not in words.counts


def _is_whole(sentence: Sentence, first: int, head: int, last: int) -> bool:
    return first <= head <= last and sentence.low[head] not in sentence.words.leads


def _without_brackets(sentence: Sentence, last: int) -> int:
    """The token before brackets that end at `last`: "(R-Ky.)"."""
    if last < 0 or sentence.raw[last] != ")":
        return last
    back = range(last - 1, max(-1, last - _LONGEST), -1)
    return next((at - 1 for at in back if sentence.raw[at] == "("), -1)


def _is_within_name(sentence: Sentence, at: int) -> bool:
    """Whether an article stands inside a name, as in "Save the Children"."""
    if at < 1 or not (sentence.named(at + 1) and sentence.named(at - 1)):
        return False
    return sentence.wordlike(at - 1) and (at == 1 or not sentence.raw[at - 2][0].isalnum())


def _noun(sentence: Sentence, at: int) -> int:
    """The noun that a preposition at `at` belongs to: "spokesman for"; -1 where there is none.

    Of "the general in command of", it is "general".
    """
    words = sentence.words
    if at < 1 or sentence.low[at] not in words.prepositions:
        return -1
    if at > 1 and f"{sentence.low[at - 1]} {sentence.low[at]}" in words.anonymous["phrase"]:
        at -= 1  # "people briefed on"
    if sentence.low[at - 1] in words.prepositions:
        return _noun(sentence, at - 1) if sentence.word(at - 2) not in words.prepositions else -1
    known = sentence.low[at - 1] in words.heads or sentence.low[at - 1] in words.counts
    named = sentence.named(at - 1) and sentence.wordlike(at - 1)
    if known or (named and sentence.low[at] in _TIGHT):
        return at - 1
    if sentence.low[at] == "by" and sentence.word(at - 2) in words.heads:
        return at - 2  # "a letter seen by"
    for back in range(at - 2, max(0, at - _REACH), -1):
        if sentence.low[back] in words.prepositions:
            return back - 1 if sentence.low[back - 1] in words.heads else -1
        if not sentence.wordlike(back):
            break
    return -1


def _joins(sentence: Sentence, at: int) -> bool:
    """Whether a noun phrase is carried on to the left of an "and" behind `at`."""
    if at < 0:
        return False
    known = sentence.low[at] in sentence.words.heads
    return known or (sentence.named(at) and sentence.wordlike(at))


def behind(sentence: Sentence, first: int) -> Phrase | None:
    """The noun phrase that begins with the token `first`."""
    words, head, at = sentence.words, -1, first
    end = min(len(sentence.raw), first + _LONGEST)
    while at < end:
        word = sentence.low[at]
        if word in words.prepositions or word in words.stops["join"]:
            if at == first or at + 1 == end or not _begins(sentence, at + 1):
                break
            if word in words.prepositions:
                if sentence.named(at - 1) and word not in _TIGHT:
                    break
                head = at - 1 if head < 0 else head
        elif at > first and _is_possessive(sentence, at):
            pass
        elif not sentence.wordlike(at) or (at > first and _is_verb(sentence, at)):
            break
        at += 1
    last = at - 1
    return Phrase(first, last, last if head < 0 else head) if last >= first else None


def _is_verb(sentence: Sentence, at: int) -> bool:
    """Whether a word behind a noun or name is more likely a verb than a noun."""
    word, words = sentence.low[at], sentence.words
    if word in words.heads or sentence.named(at) or sentence.low[at - 1] in words.leads:
        return False
    if word in words.cues or (word.endswith("ed") and sentence.low[at - 1] in words.heads):
        return True
    named = sentence.cast.at(sentence.starts[at - 1]) if sentence.named(at - 1) else None
    return named is not None and named.end == sentence.ends[at - 1]


def _begins(sentence: Sentence, at: int) -> bool:
    """Whether a noun phrase may begin at `at` behind a preposition or "and"."""
    word, words = sentence.low[at], sentence.words
    if word in words.between["day"]:
        return False  # "said the mayor on Monday"
    return sentence.named(at) or word in words.heads or word in words.leads


def inverted(sentence: Sentence, cue: int) -> Phrase | None:
    """The subject behind the verb that ends with token `cue`, if it can be no object."""
    word, follows = sentence.word(cue + 1), cue + 2 < len(sentence.raw)
    owner = word in sentence.words.leads and follows and sentence.wordlike(cue + 2)
    if word in sentence.words.pronouns and not owner:
        found: Phrase | None = Phrase(cue + 1, cue + 1, cue + 1)
    else:
        found = behind(sentence, cue + 1)
    if found is None:
        return None
    after = found.last + 1
    closed = after == len(sentence.raw) or sentence.quoted(after) or sentence.low[after] in _BEHIND
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
