"""Finds near-identical sentences of one article with different dates.

In: a story and its dates. Out: pairs of days in two sentences that are word for word the same up
to there, but for small words, whether the days fit or not. A date without a year fits every year.
Captions and lists say of many days much the same, so likeness alone is not enough here.
"""

import itertools
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from provenance.model import Relation
from provenance.numbers.dates.mentions import Mention
from provenance.numbers.dates.showing import failing, fitting, quoted
from provenance.numbers.grammar import Grammar
from provenance.numbers.relations.conflicts.slots import COLUMN, KIND, LISTING, PARTNERS
from provenance.numbers.relations.conflicts.windows import (
    Window,
    alike_before,
    before,
    shared,
    window,
)
from provenance.numbers.story import Story
from provenance.text.sentence_tokens import Words

# A longer sentence is a table or a list.
_LONGEST = 1500
_ONE_SIDED = frozenset(
    ["cue.negated", "cue.modal", "cue.then", "cue.now", "cue.part", "cue.revised", "cue.disputed"]
)

Dated = tuple[Mention, Window]


def find(story: Story, dates: Sequence[Mention], grammar: Grammar) -> Iterator[Relation]:
    """The days behind the same words of two sentences of `story`. Linear in its dates."""
    pairs = list(_pairs(story, dates, grammar))
    clashing = [pair for pair in pairs if not _fits(pair[0][0], pair[1][0])]
    partners = Counter(mention.start for pair in clashing for mention, _ in pair)
    for (left, one), (right, other) in pairs:
        place, against = (left.start, left.end), (right.start, right.end)
        if _fits(left, right):
            yield fitting(story, KIND, place, (against,))
        elif len(clashing) <= LISTING and partners[left.start] <= PARTNERS >= partners[right.start]:
            held = f"behind the same words: {', '.join(shared(one, other))}"
            yield failing(story, KIND, place, (quoted(story, against), held), (against,))


def _pairs(
    story: Story, dates: Sequence[Mention], grammar: Grammar
) -> Iterator[tuple[Dated, Dated]]:
    """Days of different sentences behind the same words."""
    beside: dict[str, list[tuple[int, Mention, tuple[str, ...]]]] = defaultdict(list)
    days = [date for date in dates if date.readings and not date.turned]
    numbered = list(_numbered(story, days)) if len(days) > 1 else []
    if len({number for number, _ in numbered}) < 2:
        return
    for number, date in numbered:
        words = story.words(number)
        if told := before(words, _tokens(words, date)[0], grammar.lexicon):
            beside[told[0]].append((number, date, told))
    articles = grammar.lexicon.roles["particles.article"]
    for group in beside.values():
        for (at, left, one), (to, right, other) in itertools.combinations(group, 2):
            if len(group) > COLUMN or at == to or one != other:
                continue
            pair = (
                (left, _window(story, at, left, grammar)),
                (right, _window(story, to, right, grammar)),
            )
            if _same(*pair, articles):
                yield pair


def _numbered(story: Story, days: Sequence[Mention]) -> Iterator[tuple[int, Mention]]:
    starts = [start for start, _ in story.spans]
    for day in days:
        number = bisect_right(starts, day.start) - 1
        if number >= 0 and story.spans[number][1] - story.spans[number][0] <= _LONGEST:
            yield number, day


def _window(story: Story, number: int, date: Mention, grammar: Grammar) -> Window:
    words = story.words(number)
    return window(words, _tokens(words, date), {}, grammar.lexicon)


def _tokens(words: Words, date: Mention) -> tuple[int, int]:
    """The tokens of a date; the first place when it has none of its own."""
    first, last = (bisect_left(words.starts, at, 0, words.count) for at in (date.start, date.end))
    return (first, last) if first < last else (0, 0)


def _same(left: Dated, right: Dated, articles: frozenset[str]) -> bool:
    """True when the two days are said of one thing, as far as the words before them tell.

    Two weekdays with their dates are two days, and "a photo" is another one each time.
    """
    (mine, one), (yours, other) = left, right
    if mine.weekday and yours.weekday and mine.weekday != yours.weekday:
        return False
    if one.opener in articles or _ONE_SIDED & (one.cues_before ^ other.cues_before):
        return False
    return alike_before(one, other)


def _fits(left: Mention, right: Mention) -> bool:
    if (left.day, left.month) != (right.day, right.month):
        return False
    return None in (left.year, right.year) or left.year == right.year
