"""Two ranks of one name: "Tarn, the second-largest city", later "Tarn, the third-largest city".

In: a story. Out: ranks of one name held against one another, where measure, noun and region are
the same. Left out is what was so once, is only said of a few, or has no plain name beside it.
"""

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from provenance.model import Relation, Span
from provenance.numbers import nouns
from provenance.numbers.grammar import Grammar
from provenance.numbers.hints import RANKS
from provenance.numbers.story import Story
from provenance.text.sentence_tokens import Words, split

KIND = "rank-clash"
_MOST = 12
_CHARS = 160  # before and behind a rank in which its name and region stand
_PLACE = 32  # before a measure in which its ordinal stands
_NEAR = 4
_ENDING = 3
_KEY = "parts.rank-"
_ENDS = frozenset([".", ";", "!", "?"])
_BESIDE = frozenset([",", "(", "–", "—"])


class _Place(NamedTuple):
    """Where a rank stands, its ordinal in words or digits, and its measure."""

    start: int
    end: int
    word: str | None
    digits: str | None
    measure: str


@dataclass(frozen=True, slots=True)
class _Rank:
    """One rank: where, which, of what, whose and in what region (empty when not told)."""

    start: int
    end: int
    place: int
    what: tuple[str, str]
    name: str
    region: str


def find(story: Story, grammar: Grammar) -> Iterator[Relation]:
    """The ranks of a story that are those of one name, two by two. Linear in the text."""
    if not story.may_hold(RANKS):
        return
    gates = _gates(grammar.classes["parts.rank-gate"])
    if sum(len(gate.findall(story.text)) for gate in gates) < 2:
        return
    ordinals = _ordinals(grammar)
    patterns = _patterns(frozenset(ordinals), grammar.classes["parts.rank-measure"])
    places = itertools.islice(_places(story.text, *patterns), _MOST)
    found = [_rank(story.text, place, ordinals, grammar) for place in places]
    for one, other in itertools.combinations(filter(None, found), 2):
        if (one.name, one.what, one.region) == (other.name, other.what, other.region):
            yield _relation(story, one, other)


@lru_cache(maxsize=8)
def _gates(words: frozenset[str]) -> list[re.Pattern[str]]:
    """What finds the words, each by its last letters: `re` looks for these faster than for all."""
    endings = {word[-_ENDING:]: word for word in sorted(words)}
    alike = {end: [word for word in sorted(words) if word.endswith(end)] for end in endings}
    return [
        re.compile(f"{re.escape(end)}(?:{'|'.join(f'(?<={re.escape(word)})' for word in arms)})")
        for end, arms in alike.items()
    ]


def _ordinals(grammar: Grammar) -> dict[str, int]:
    """Words such as "second" and what they stand for."""
    return {
        word: int(key.removeprefix(_KEY))
        for key, words in grammar.classes.items()
        if key.startswith(_KEY) and key.removeprefix(_KEY).isdigit()
        for word in words
    }


@lru_cache(maxsize=8)
def _patterns(
    ordinals: frozenset[str], measures: frozenset[str]
) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What finds a measure such as "largest", and what ends there: "second-", "3rd "."""
    arms = defaultdict(list)
    for word in sorted(measures):
        arms[word[0]].append(re.escape(word[1:]))
    # Alternatives that each begin with a letter, so that `re` skips to these.
    rest = [(first, "|".join(words)) for first, words in arms.items()]
    measure = "|".join(
        f"{letter}(?i:{words})" for first, words in rest for letter in (first, first.upper())
    )
    place = rf"\b(?:({'|'.join(sorted(ordinals))})|([0-9]{{1,3}})[a-z]{{2}})[ \-–]\Z"
    return re.compile(rf"(?:{measure})\b"), re.compile(place, re.IGNORECASE)


def _places(text: str, measure: re.Pattern[str], place: re.Pattern[str]) -> Iterator[_Place]:
    for match in measure.finditer(text):
        start, end = match.span()
        if before := place.search(text, max(start - _PLACE, 0), start):
            yield _Place(before.start(), end, before[1], before[2], match[0])
        elif not _is_inner(text, start):
            yield _Place(start, end, None, None, match[0])


def _is_inner(text: str, at: int) -> bool:
    """True for a place within a word."""
    return at > 0 and (text[at - 1].isalnum() or text[at - 1] == "_")


def _rank(text: str, found: _Place, ordinals: dict[str, int], grammar: Grammar) -> _Rank | None:
    """The rank with its name; null when the name, or what is ranked, is not plain."""
    start = max(text.rfind("\n", 0, found.start) + 1, found.start - _CHARS)
    stop = text.find("\n", found.end, found.end + _CHARS)
    end = stop if stop >= 0 else min(found.end + _CHARS, len(text))
    before = split(text, start, found.start)
    behind = split(text, found.end, end)
    last = _head(behind, grammar)
    if not last or _was(before, grammar):
        return None
    owner, region = _owner(before, grammar)
    name = _name_before(before, owner, grammar) or _name_behind(behind, last)
    region, stop = (region, last) if region else _region(behind, last, grammar)
    if not name and behind.low[stop] in grammar.classes["parts.rank-link"]:
        name = _name_behind(behind, stop + 1)  # The largest city in Orla is Tarn
    if not name:
        return None
    _, _, word, digits, measure = found
    told = behind.low[last - 1]
    noun = nouns.singular(told, grammar.lexicon)
    if not (word or digits) and (noun != told or not region):
        return None  # one of the largest cities, the largest crowd
    what = _same(measure.lower(), grammar), noun
    place = int(digits) if digits else ordinals[word.lower()] if word else 1
    return _Rank(found.start, behind.ends[last - 1], place, what, name, region)


def _head(behind: Words, grammar: Grammar) -> int:
    """End of the words in lower case right behind the rank: what is ranked."""
    last = 0
    while last < _NEAR and behind.raw[last].isalpha() and behind.raw[last].islower():
        if nouns.is_stop(behind, last, grammar.lexicon):
            break
        last += 1
    return last


def _was(before: Words, grammar: Grammar) -> bool:
    """True when the rank is of another time, or in doubt, or one of several."""
    near = before.low[max(before.count - _NEAR, 0) : before.count]
    near = near[max((k + 1 for k, word in enumerate(near) if word in _ENDS), default=0) :]
    return not grammar.classes["parts.rank-then"].isdisjoint(near)


def _owner(before: Words, grammar: Grammar) -> tuple[int, str]:
    """Start and name of "Orla's" or "the country's" right before the rank; no name for "the"."""
    articles, last = grammar.lexicon.roles["determiners.whole"], before.count - 1
    first = last
    if before.low[last].endswith("'s"):
        while first > 0 and _capital(before, first) and _capital(before, first - 1):
            if nouns.is_stop(before, first - 1, grammar.lexicon):
                break
            first -= 1
        region = " ".join(before.low[first : last + 1]).removesuffix("'s")
        return first - (before.low[first - 1] in articles), region
    return last + (before.low[last] not in articles), ""


def _name_before(before: Words, end: int, grammar: Grammar) -> str:
    """The name in "Tarn, the" and "Tarn is the"; empty when none stands there."""
    last = end - 1
    linked = before.low[last] in grammar.classes["parts.rank-link"]
    if before.low[last] not in _BESIDE and not linked:
        return ""
    if linked:  # Tarn, which is; the town, Tarn, is
        last -= before.low[last - 1] in grammar.classes["parts.rank-who"]
        last -= before.low[last - 1] == ","
    first = last
    while first > 0 and _capital(before, first - 1):
        first -= 1
    first += first + 1 < last and nouns.is_stop(before, first, grammar.lexicon)  # But Tarn
    return " ".join(before.low[first:last])


def _name_behind(behind: Words, start: int) -> str:
    """The name in "city, Tarn," and "city Tarn"; empty when none stands there."""
    start += behind.low[start] == ","
    end = start
    while _capital(behind, end):
        end += 1
    return " ".join(behind.low[start:end]).removesuffix("'s")


def _region(behind: Words, start: int, grammar: Grammar) -> tuple[str, int]:
    """The place in "city in Orla" and "economy in the world", and where it ends; may be empty."""
    if behind.low[start] not in grammar.lexicon.roles["places.before"]:
        return "", start
    start += 1 + (behind.low[start + 1] in grammar.lexicon.roles["determiners.whole"])
    end = start + 1
    while _capital(behind, start) and _capital(behind, end):
        end += 1
    return " ".join(behind.low[start:end]), end


def _capital(words: Words, index: int) -> bool:
    return words.raw[index][:1].isupper()


def _same(measure: str, grammar: Grammar) -> str:
    """One of the words that say the same, such as "biggest" and "largest"."""
    for group in grammar.classes["parts.rank-same"]:
        if measure in group.split():
            return group
    return measure


def _relation(story: Story, one: _Rank, other: _Rank) -> Relation:
    fits = one.place == other.place
    text = story.text
    stated, expected = (f"“{text[rank.start : rank.end]}”" for rank in (other, one))
    held = f"ranks of {other.name.title()}"
    return Relation(
        article_id=story.article_id,
        start=other.start,
        end=other.end,
        kind=KIND,
        fits=fits,
        stated="" if fits else stated,
        expected="" if fits else expected,
        held="" if fits else held,
        others=(Span(story.article_id, one.start, one.end, "the other rank"),),
    )
