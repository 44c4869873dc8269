"""Runs of words with capitals that may be a person's name, cut out of a story.

In: a story. Out: `Candidate`s: the words and the title in front; and words that stand alone, which
name nobody but somebody named elsewhere. What is known to be a place, an institution or an ordinary
word is cut off; whether the rest is a person is told in `naming`.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from provenance.attribution.name_words import (
    DOUBTFUL,
    FIRST,
    HEAD,
    OPENER,
    ORDINARY,
    OTHER,
    PHRASE,
    SMALL,
    SUFFIX,
    NameWords,
)
from provenance.attribution.story import Story

# Signs behind which a capital says nothing.
_ENDS = ".!?:;…“”\"'‘’)]•*-–—\n\r"
# Initials without a space between them, as one; else a word.
_WORD = re.compile(r"(?:[^\W\d_]\.)+(?=\w|\s|$)|\S+")
_INITIAL = re.compile(r"\w\.$")
_INITIALS = re.compile(r"(?:\w\.)+$")
# In front of a name, where a particle may end.
_JOINING = frozenset("-’'")
# Behind words of a run, where each word is no more than its letters.
_SIGNED = re.compile(r"[.,“\"]")
# What no name holds, but where its neighbours tell otherwise.
FIRM = HEAD | OPENER | OTHER | SMALL
_NONE = FIRM | PHRASE

# No title has more words.
_LONGEST_PHRASE = 4

# Where each word begins that stands alone.
Alone = Mapping[str, list[int]]


# Not frozen, nor are tokens: setting their fields took as long as finding them.
@dataclass(slots=True)
class Candidate:
    """Words that may name a person.

    Attributes:
        start, end: The words without their title.
        whole: Where the title begins; `start` when there is none.
        title: In its canonical form, or empty.
        parts: The words.
        family: The surname among them, folded.
    """

    start: int
    end: int
    whole: int
    title: str
    parts: list[str]
    family: str


@dataclass(slots=True)
class _Token:
    word: str
    start: int
    end: int


def candidates(story: Story, words: NameWords) -> tuple[list[Candidate], Alone]:
    """The candidates of a story's own words, in order, and the words alone. Linear in its text."""
    text, known = story.masked + "\n", words.known
    found, alone = list[Candidate](), defaultdict[str, list[int]](list)
    for match in words.run.finditer(text):
        word, (start, end) = match[0], match.span()
        if text[end] == "-" and text[end + 1].isalnum():
            end = max(start, text.rfind(" ", start, end))  # "Obama-era": no name, an adjective
            word = text[start:end]
        kind = known.get(word, 0)
        if kind & _NONE and not kind & ORDINARY:
            continue
        prefix = None
        if text[start - 1] in _JOINING:
            prefix = words.prefix.search(text, max(0, start - 5), start)
            start = prefix.start() if prefix else start
        if not word.isalpha():
            for each in _named(text[start:end], words):
                first, last, whole = each.start + start, each.end + start, each.whole + start
                found.append(Candidate(first, last, whole, each.title, each.parts, each.family))
        elif prefix:
            parts = [text[start:end]]
            found.append(Candidate(start, end, start, "", parts, words.family(parts)))
        else:
            alone[word].append(start)
    return found, alone


def begins(text: str, at: int) -> bool:
    """Whether a sentence or line begins at an offset, so that a capital there says nothing."""
    before = text[max(0, at - 2) : at].strip(" \t\xa0")
    return not before or before[-1] in _ENDS


@lru_cache(maxsize=1 << 14)
def _named(run: str, words: NameWords) -> tuple[Candidate, ...]:
    """The candidates in a run, which is told from nothing around it: the same ones come often."""
    parts = run.split()
    if len(parts) < 3 and not _SIGNED.search(run):
        kinds = 0
        for part in parts:
            kinds |= words.known.get(part, 0)
        if parts and not kinds & _NONE and parts[-1] not in words.particles:
            return (Candidate(0, len(run), 0, "", parts, words.family(parts)),)  # nearly always
    sentences = _sentences(_tokens(run), words)
    return tuple(each for sentence in sentences for each in _cut(sentence, words))


def _tokens(run: str) -> list[_Token]:
    """The words of a run, without a nickname."""
    return [
        _Token(word, *found.span())
        for found in _WORD.finditer(run)
        if (word := found[0])[0] not in '“"'
    ]


def _sentences(tokens: list[_Token], words: NameWords) -> Iterator[list[_Token]]:
    """The tokens cut where a full stop ends a sentence and no abbreviation."""
    first = 0
    for number, token in enumerate(tokens, start=1):
        word = token.word
        if word[-1] != "." or _INITIALS.match(word):
            continue
        if words.known.get(word[:-1], 0) & (PHRASE | SUFFIX):
            continue
        last = _Token(word[:-1], token.start, token.end - 1)
        yield [*tokens[first : number - 1], last]
        first = number
    if first < len(tokens):
        yield tokens[first:]


def _cut(tokens: list[_Token], words: NameWords) -> Iterator[Candidate]:
    """The candidates in a run of tokens."""
    held: list[_Token] = []
    title, whole, at = "", -1, 0
    while at < len(tokens):
        word = tokens[at].word.rstrip(",.")
        kind = 0 if _INITIAL.match(tokens[at].word) else words.known.get(word, 0)
        length, form = _phrase(tokens, at, words) if kind & PHRASE else (0, "")
        is_name = not length and not kind & FIRM
        if not is_name and (not length or (held and kind & ORDINARY)):
            is_name = _fits(tokens, at, held, title, words)
        if is_name and not (len(held) > 1 and word == held[0].word):
            held.append(tokens[at])
            at += 1
            continue
        form = "" if is_name else form
        if form or is_name or not kind & HEAD:
            yield from _candidate(held, title, whole, words)
        if form:
            whole = whole if title and not held else tokens[at].start
        title = f"{title} {form}" if title and f"{title} {form}" in words.ranks else form
        held = [tokens[at]] if is_name else []
        at += 1 if is_name else length or _taken(tokens, at, kind, words)
    yield from _candidate(held, title, whole, words)


def _fits(tokens: list[_Token], at: int, held: list[_Token], title: str, words: NameWords) -> bool:
    """Whether a word that is known as something else is part of a name where it stands."""
    kind, behind = _kind(tokens, at, words), _kind(tokens, at + 1, words)
    if not held:
        opens = kind & FIRST and behind >= 0 and not behind & (FIRM | PHRASE)
        return bool(opens or (title and (kind & ORDINARY or title in words.courtesies)))
    if held[-1].word in words.particles:
        return True
    first = words.known.get(held[0].word, 0)
    is_surname = kind & (ORDINARY | FIRST) or (kind & OTHER and len(held) == 1)
    ends = behind == -1 or behind & (SUFFIX | OTHER | SMALL)
    return bool(is_surname and first & FIRST and not first & DOUBTFUL and ends)


def _taken(tokens: list[_Token], at: int, kind: int, words: NameWords) -> int:
    """How many words one that is no name takes: "New" the next one too, unless it is a title."""
    behind = _kind(tokens, at + 1, words)
    return 2 if kind & OPENER and not (behind >= 0 and behind & PHRASE) else 1


def _kind(tokens: list[_Token], at: int, words: NameWords) -> int:
    """What the word at a place can be; -1 behind the last one."""
    return words.known.get(tokens[at].word.rstrip(",."), 0) if at < len(tokens) else -1


def _phrase(tokens: list[_Token], at: int, words: NameWords) -> tuple[int, str]:
    """How many tokens a title takes, and its canonical form; both empty when there is none.

    A place or institution of several words is one without a form.
    """
    ahead = [token.word.rstrip(",.") for token in tokens[at : at + _LONGEST_PHRASE]]
    for phrase, canonical in words.phrases[ahead[0]]:
        if tuple(ahead[: len(phrase)]) == phrase and (canonical or len(phrase) > 1):
            return len(phrase), canonical
    return 0, ""


def _candidate(held: list[_Token], title: str, whole: int, words: NameWords) -> Iterator[Candidate]:
    while held and held[-1].word in words.particles:
        held = held[:-1]
    held = _trimmed(held, words) if len(held) > 2 and not title else held
    if held:
        start, end = held[0].start, held[-1].end
        parts = [token.word.rstrip(",") for token in held]
        whole = whole if title else start
        yield Candidate(start, end, whole, title, parts, words.family(parts))


def _trimmed(held: list[_Token], words: NameWords) -> list[_Token]:
    """Without a role or an unknown institution in front: "Physicist Ada Brenk"."""
    if words.known.get(held[0].word, 0) & FIRST or len(held[0].word) == len("A."):
        return held
    is_role = words.is_role(held[0].word.lower().rpartition("-")[2])
    for place, token in enumerate(held[1:-1], start=1):
        kind = words.known.get(token.word, 0)
        if kind & FIRST and not kind & DOUBTFUL and (is_role or place > 1):
            return held[place:]
    return held[1:] if is_role else held
