"""A number and the list it announces: "tours in 2004, 2007 and 2009", "three foes: A, B and C".

In: a story. Out: numbers held against how many items stand behind a colon or dash or in brackets,
or how many years. A list is counted only where it is plain: short items of one shape, one "and"
before the last, and nothing behind it.
"""

import itertools
import re
from collections.abc import Iterator, Sequence

from provenance.model import Bound, Quantity, Relation
from provenance.numbers.grammar import Grammar
from provenance.numbers.relations.parts.names import named
from provenance.numbers.relations.parts.stated import entire, relation
from provenance.numbers.story import Sentence, Story
from provenance.text.sentence_tokens import Words

KIND = "count-of-list"
_YEAR = re.compile(r"1[5-9][0-9]{2}|20[0-9]{2}")
_MOST = 20
_LEAD = 6  # words between the number and its list
_ITEM = 6  # words of an item at most
# What opens a list, and what ends it before the sentence does; nothing ends one behind a colon.
_CLOSERS = {":": "\n", "—": "—", "–": "–", "(": ")", "-": "-"}
_END = frozenset([".", "!", "?", '"', "”"])
# Within an item these tell that it is more than a name or a noun.
_SIGNS = frozenset('()[]:"“”—–<>/')


def find(story: Story, grammar: Grammar) -> Iterator[Relation]:
    """Every list that a number in its sentence announces. Linear in the text."""
    for sentence in story.sentences:
        announced = [
            place
            for place, row in enumerate(sentence.quantities)
            if _announces(row) and not _is_whole(sentence, place, grammar)
        ]
        if not announced:
            continue
        low = sentence.words.low
        marked = not _CLOSERS.keys().isdisjoint(low)
        rowed = "," in low and not grammar.lexicon.roles["particles.and"].isdisjoint(low)
        if not (marked or rowed) and not any(
            len(word) == 4 and _YEAR.fullmatch(word) for word in low
        ):
            continue
        if not entire(story, sentence):
            continue
        for place in announced:
            found = (
                (marked and _behind_mark(sentence, place, grammar))
                or (rowed and named(sentence, place, grammar))
                or _years(sentence, place, grammar)
            )
            if found:
                row = sentence.quantities[place]
                yield from _relation(story, sentence, row, found, grammar)


def _announces(row: Quantity) -> bool:
    small = row.value.is_integer() and 1 < row.value <= _MOST
    return small and row.kind == "count" and row.bound == Bound.EXACT and row.noun is not None


def _is_whole(sentence: Sentence, place: int, grammar: Grammar) -> bool:
    """True for the seven of "five of the top seven states", whose list has five."""
    if place == 0:
        return False
    part, whole = sentence.figures[place - 1], sentence.figures[place]
    between = sentence.words.low[part.last : whole.first]
    return len(between) <= _LEAD and not grammar.lexicon.roles["particles.of"].isdisjoint(between)


def _behind_mark(sentence: Sentence, place: int, grammar: Grammar) -> list[tuple[int, int]]:
    """Token spans of the items behind the colon, dash or bracket that follows the figure.

    None when the list is not plain.
    """
    words, following = sentence.words, place + 1
    first, end = sentence.figures[place].last, words.count
    limit = min(first + _LEAD + 1, end)
    if following < len(sentence.figures):
        limit = min(limit, sentence.figures[following].first)
    start = next((k for k in range(first, limit) if not words.low[k].isalpha()), end)
    if start >= limit or words.low[start] not in _CLOSERS or not _is_mark(words, start):
        return []
    closer = _CLOSERS[words.low[start]]
    start += 1
    closes = (k for k in range(start, end) if words.low[k] == closer and _is_mark(words, k))
    if close := next(closes, 0):
        end = close
    elif closer == ")":
        return []
    while end > start and words.low[end - 1] in _END:
        end -= 1
    inner = words.low[start:end]
    if not grammar.classes["parts.list-open"].isdisjoint(inner) or not _SIGNS.isdisjoint(inner):
        return []
    if any(word[:1].isdigit() or word in grammar.lexicon.values["cardinals"] for word in inner):
        return []
    items = _items(words.low, start, end, grammar)
    return items if _plain(sentence, items, grammar) else []


def _is_mark(words: Words, index: int) -> bool:
    """False for the hyphen of a word."""
    return words.low[index] != "-" or not (words.joined(index) or words.joined(index + 1))


def _items(low: Sequence[str], start: int, end: int, grammar: Grammar) -> list[tuple[int, int]]:
    """The spans between commas, or semicolons where there are any, and the one "and"."""
    mark = ";" if ";" in low[start:end] else ","
    ands = [
        index for index in range(start, end) if low[index] in grammar.lexicon.roles["particles.and"]
    ]
    cuts = [index for index in range(start, end) if low[index] == mark]
    last = cuts[-1] if cuts else start
    if len(ands) != 1 or ands[0] < last:
        return []
    if mark == ";" and ands[0] != last + 1:
        return []
    edges = sorted({start - 1, *cuts, *ands, end})
    spans = [(one + 1, other) for one, other in itertools.pairwise(edges)]
    return [span for span in spans if span[0] < span[1]]


def _plain(sentence: Sentence, items: Sequence[tuple[int, int]], grammar: Grammar) -> bool:
    """True for short items of one shape: all names, all with an article, or all bare.

    "The Greens, Labour and the Liberals" are all names. Between semicolons an item may be anything.
    """
    raw, low = sentence.words.raw, sentence.words.low
    articles = grammar.lexicon.roles["particles.article"] | {"the"}
    shapes = {
        (raw[first][0].isupper(), low[first] in articles)
        for first, last in items
        if not _is_group(sentence.words, first, last)
    } or {(False, True)}
    long = any(last - first > _ITEM for first, last in items)
    if len(items) < 2:
        return False
    return ";" in low[items[0][0] : items[-1][1]] or (len(shapes) == 1 and not long)


def _is_group(words: Words, first: int, last: int) -> bool:
    """True for "the Greens", but not for "the Prime Minister", who may be the one before it."""
    names = words.raw[first + 1 : last]
    named = bool(names) and all(name[:1].isupper() for name in names)
    return words.low[first] == "the" and named and names[-1].endswith("s")


def _years(sentence: Sentence, place: int, grammar: Grammar) -> list[tuple[int, int]]:
    """Token spans of the years in "three tours in 2004, 2007 and 2009"; none when not plain."""
    words, leads = sentence.words, grammar.classes["parts.year-lead"]
    first = sentence.figures[place].last
    for index in range(first + 1, min(first + _LEAD, words.count)):
        lead = words.low[index] in leads or words.low[index] in _CLOSERS
        if lead and _YEAR.fullmatch(words.low[index + 1]):
            return _year_row(sentence, index + 1, grammar)
        if not words.low[index].isalpha() and words.low[index] not in (",", ":"):
            break
    return []


def _year_row(sentence: Sentence, index: int, grammar: Grammar) -> list[tuple[int, int]]:
    low, found, closed = sentence.words.low, [(index, index + 1)], False
    index += 1
    while not closed:
        joint = index + (low[index] == ",")
        closed = low[joint] in grammar.lexicon.roles["particles.and"]
        joint += closed
        if joint == index or not _YEAR.fullmatch(low[joint]):
            break
        found.append((joint, joint + 1))
        index = joint + 1
    behind = low[index]
    return found if closed and not (behind in ("-", "–", "/", "'") or behind[:1].isdigit()) else []


def _relation(
    story: Story,
    sentence: Sentence,
    row: Quantity,
    items: Sequence[tuple[int, int]],
    grammar: Grammar,
) -> Iterator[Relation]:
    words, listed = sentence.words, len(items)
    if row.noun in grammar.classes["parts.persons"] and not _named(sentence, items):
        return
    fits = listed == row.value
    dated = _YEAR.fullmatch(words.low[items[0][0]]) is not None
    if not fits and not _clashes(row, listed, dated, grammar):
        return

    def told() -> tuple[str, str]:
        return f"the list behind it has {listed}", "a number and the list that follows it"

    start, end = words.starts[items[0][0]], words.ends[items[-1][1] - 1]
    yield relation(story, KIND, row, [(start, end, "the list")], None if fits else told)


def _named(sentence: Sentence, items: Sequence[tuple[int, int]]) -> bool:
    """True when every item begins with a capital or is a year: "the presidents" are several."""
    raw = sentence.words.raw
    return all(raw[first][0].isupper() or raw[first][0].isdigit() for first, _ in items)


def _clashes(row: Quantity, listed: int, dated: bool, grammar: Grammar) -> bool:
    """True when the list cannot be meant otherwise: twice in one year, names with places."""
    count = int(row.value)
    if not dated:
        return listed != 2 * count and abs(listed - count) <= max(2, count // 4)
    if count < listed:
        return count > 1
    once = row.noun in grammar.classes["parts.yearly"]
    person = row.noun in grammar.classes["parts.persons"]
    return once or (listed > 2 and count - listed == 1 and not person)
