"""Cuts the sentences that speak of time into what templates of dates are about.

In: a story, its dates, and the words. Out: one `Clause` for each sentence in
which two such things stand, or one beside a word that sets it off against
others. Its items are the figures of the templates: dates, months of a year,
years, weekdays, spans of time ("three days", "six-year") and other small numbers.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from provenance.numbers.dates.mentions import Mention
from provenance.numbers.dates.words import DateWords
from provenance.numbers.hints import DAY, TRIGGERS
from provenance.numbers.story import Story
from provenance.numbers.templates import Templates, seen
from provenance.text.sentence_tokens import Words

# A longer sentence is a table or a list.
_LONGEST = 1500
_MOST = 400
_GENITIVE = "'s"


@dataclass(frozen=True, slots=True)
class Item:
    """Something of time in a sentence.

    Attributes:
        start, end: Where it stands in the text.
        first, last: Its tokens.
        kind: `date` (with a day), `month` (of a year), `year`, `weekday`, `span` or `number`.
        mention: The date, month or year.
        amount: The number, or how many units a span has.
        unit: `day`, `week`, `month`, `year` or `decade` for a span, null elsewhere.
        weekday: 1 to 7, as far as it is said.
    """

    start: int
    end: int
    first: int
    last: int
    kind: str
    mention: Mention | None = None
    amount: int = 0
    unit: str | None = None
    weekday: int | None = None


@dataclass(frozen=True)
class Clause:
    """A sentence with its items.

    Attributes:
        number: Of the sentence in the article.
        words: Its tokens.
        items: In order, none overlapping.
    """

    number: int
    words: Words
    items: tuple[Item, ...]

    @property
    def skeleton(self) -> str:
        """The sentence as templates see it."""
        return self._seen[0]

    @cached_property
    def _seen(self) -> tuple[str, frozenset[str]]:
        """The sentence as templates see it, with its marks. Made when first asked for."""
        spans = [(item.first, item.last, item.kind) for item in self.items]
        return seen(self.words.low[: self.words.count], spans)

    def find(self, templates: Templates) -> Iterator[tuple[str, dict[str, Item]]]:
        """Where one of `templates` holds, with the items in its slots."""
        if len(self.items) < templates.slots:
            return
        skeleton, marks = self._seen
        for key, slots in templates.find(skeleton, len(self.items), marks):
            yield key, {name: self.items[index] for name, index in slots.items()}

    def before(self, item: Item, reach: int) -> Sequence[str]:
        """The `reach` tokens in front of an item, folded."""
        return self.words.low[max(item.first - reach, 0) : item.first]

    def between(self, one: Item, other: Item) -> Sequence[str]:
        """The tokens as written between two items, in whatever order these stand."""
        first, second = sorted((one, other), key=lambda item: item.first)
        return self.words.raw[first.last : second.first]


def clauses(
    story: Story, dates: Sequence[Mention], words: DateWords, cardinals: Mapping[str, float]
) -> list[Clause]:
    """The sentences of `story` that are worth holding against templates, in order.

    Linear in the text: each sentence is cut once, and very long ones are left out.
    """
    inside = _by_sentence(story, dates, words)
    found = []
    for number in sorted(_worth(story, inside, words) & inside.keys()):
        start, end = story.spans[number]
        if end - start <= _LONGEST:
            tokens = story.words(number)
            parts = tuple(_items(tokens, inside[number], words, cardinals))
            found.append(Clause(number, tokens, parts))
    return found


def _worth(story: Story, inside: Mapping[int, list[Mention]], words: DateWords) -> set[int]:
    """Sentences that a template may be about.

    With the one before a link of a chain, and those around a birth.
    """
    chain, ago, birth = (words.triggers[key] if story.may_hold(key) else None for key in TRIGGERS)
    worth = {number for number, dates in inside.items() if len(dates) > 1}
    if not (chain or ago or birth):
        return worth
    for number, dates in inside.items():
        place = story.text, *story.spans[number]
        if chain and chain.search(*place):
            worth |= {number - 1, number}
        if dates and birth and birth.search(*place):
            worth |= {number - 1, number, number + 1}
        if dates and ago and number not in worth and ago.search(*place):
            worth.add(number)
    return worth


def _by_sentence(
    story: Story, dates: Sequence[Mention], words: DateWords
) -> dict[int, list[Mention]]:
    """Numbers of sentences that hold a date or a weekday, with their dates."""
    starts = [start for start, _ in story.spans]
    sentences: dict[int, list[Mention]] = defaultdict(list)
    for mention in dates:
        sentences[max(bisect_right(starts, mention.start) - 1, 0)].append(mention)
    days = words.day_name.finditer(story.text) if story.may_hold(DAY) else ()
    for match in days:
        sentences[max(bisect_right(starts, match.start()) - 1, 0)] += ()
    return {number: sentences[number] for number in sorted(sentences)} if starts else {}


def _items(
    tokens: Words, dates: Sequence[Mention], words: DateWords, cardinals: Mapping[str, float]
) -> Iterator[Item]:
    openers = words.whole_days.keys() | words.ones | cardinals.keys()
    ahead = iter(dates)
    date = next(ahead, None)
    at = 0
    while at < tokens.count:
        while date and date.end <= tokens.starts[at]:
            date = next(ahead, None)
        if date and tokens.starts[at] >= date.start:
            item: Item | None = _date(tokens, at, date)
        elif (word := tokens.low[at]) not in openers and not _may_open(word):
            item = None
        else:
            item = _weekday(tokens, at, words) or _number(tokens, at, words, cardinals)
        if item:
            yield item
        at = item.last if item else at + 1


def _may_open(word: str) -> bool:
    """Whether a token that is no word of the lexicon may begin an item: digits, "monday's"."""
    return word[0].isdigit() or word[-2:] == _GENITIVE


def _date(tokens: Words, at: int, date: Mention) -> Item:
    last = at + 1
    while last < tokens.count and tokens.starts[last] < date.end:
        last += 1
    kind = "date" if date.day else "month" if date.month else "year"
    return Item(date.start, date.end, at, last, kind, date, weekday=date.weekday)


def _weekday(tokens: Words, at: int, words: DateWords) -> Item | None:
    """A whole name with a capital; with the sign of the genitive it is the same day."""
    name = tokens.low[at].removesuffix(_GENITIVE)
    weekday = words.whole_days.get(name)
    if weekday is None or not tokens.raw[at][0].isupper():
        return None
    return Item(tokens.starts[at], tokens.ends[at], at, at + 1, "weekday", weekday=weekday)


def _number(
    tokens: Words, at: int, words: DateWords, cardinals: Mapping[str, float]
) -> Item | None:
    """A span when a unit of time follows, else a number of at most three digits."""
    amount, last = _amount(tokens, at, cardinals)
    if amount is None and tokens.low[at] in words.ones:
        last = at + 1
    elif amount is None:
        return None
    unit_at = last + 1 if tokens.low[last] == "-" and amount is not None else last
    span = words.spans.get(tokens.low[unit_at])
    start = tokens.starts[at]
    if span:
        end = tokens.ends[unit_at]
        total = (amount or 1) * span[0]
        return Item(start, end, at, unit_at + 1, "span", amount=total, unit=span[1])
    if amount is None:
        return None
    return Item(start, tokens.ends[last - 1], at, last, "number", amount=amount)


def _amount(tokens: Words, at: int, cardinals: Mapping[str, float]) -> tuple[int | None, int]:
    """A whole number in digits or words, and the token behind it; null when there is none."""
    low = tokens.low
    if low[at].isdecimal() and low[at].isascii():
        is_small = len(low[at]) < 4 and int(low[at]) <= _MOST
        return (int(low[at]), at + 1) if is_small and not _is_part(tokens, at) else (None, at)
    value = cardinals.get(low[at])
    if value is None or value != int(value):
        return None, at
    unit = cardinals.get(low[at + 2], 10) if low[at + 1] == "-" else 10
    if value >= 20 and unit < 10:
        return int(value + unit), at + 3
    return int(value), at + 1


def _is_part(tokens: Words, at: int) -> bool:
    """True when a sign is written against the digits: 5/8, £5, 5%."""
    signs = "/.:$£€%#+"
    before = tokens.raw[at - 1] if at and tokens.joined(at) else ""
    behind = tokens.raw[at + 1] if tokens.starts[at + 1] == tokens.ends[at] else ""
    return bool(before and before in signs) or bool(behind and behind in "/:%$£€+")
