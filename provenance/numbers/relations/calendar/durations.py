"""Spans of time against the two dates they lie between.

From 1990 to 1995 is five years, six when both are counted, or a little over
four. Counting both ends and being one short are both allowed, and a span that
is said to be about or almost so long has more room.
"""

from collections.abc import Iterator, Sequence

from provenance.model import Relation
from provenance.numbers.dates import calendar
from provenance.numbers.dates.items import Clause, Item
from provenance.numbers.dates.mentions import Mention
from provenance.numbers.dates.showing import failing, fitting
from provenance.numbers.dates.words import DateWords
from provenance.numbers.story import Story

_KIND = "duration-and-years"
_DAYS = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25, "decade": 3652.5}
# With these and days, dates are a chain; see `chains`.
_LINKS = ("after", "before")
_BETWEEN = "from"
# How far a span may be off, in its unit: counted with both ends or one short, or rounded.
_ROOM = {"decade": 0.45}
_ROUND = 10
_ROUGH = 0.1


def find(story: Story, clauses: Sequence[Clause], words: DateWords) -> Iterator[Relation]:
    """Every span that stands with the two dates it lies between."""
    for clause in clauses:
        if not any(item.kind == "span" for item in clause.items):
            continue
        seen = set()
        for key, slots in clause.find(words.templates[_KIND]):
            span = slots["span"]
            is_link = key in _LINKS and span.unit in ("day", "week")
            is_apart = key == _BETWEEN and _is_apart(clause, span, slots["first"], words)
            if span in seen or is_link or is_apart or _is_hedged(clause, span, words):
                continue
            seen.add(span)
            yield from _relations(story, key, slots)


def _is_hedged(clause: Clause, span: Item, words: DateWords) -> bool:
    """True when a word before the span leaves it open how long it is."""
    return not words.cues["hedges.word"].isdisjoint(clause.before(span, 1))


def _is_apart(clause: Clause, span: Item, first: Item, words: DateWords) -> bool:
    """True when the dates behind a span are said of something else, or it is a rate: a year."""
    if clause.words.low[span.first] in words.ones:
        return True
    between = clause.between(span, first)
    return span.first < first.first and not words.cues["breaks.word"].isdisjoint(between)


def _relations(story: Story, key: str, slots: dict[str, Item]) -> Iterator[Relation]:
    span, first = slots["span"], slots["first"]
    last = slots.get("last")
    end = _reach(last.mention) if last and last.mention else _published(story)
    year = last.mention.year if last and last.mention else None
    begin = _reach(first.mention, year) if first.mention else None
    if begin is None or end is None or span.unit is None:
        return
    if _yearless(first) and (last is None or end[0] < begin[0]):
        return
    others = [(each.start, each.end) for each in (first, last) if each]
    low, high = (end[0] - begin[1]) / _DAYS[span.unit], (end[1] - begin[0]) / _DAYS[span.unit]
    room = _room(span)
    place = span.start, span.end
    if low - room <= span.amount <= high + room:
        yield fitting(story, _KIND, place, others)
        return
    middle = round((low + high) / 2)
    ends = "publication" if key == "ago" else "the second date"
    expected = f"it is about {middle} {span.unit}s from the first date to {ends}"
    yield failing(story, _KIND, place, (expected, "one span of time"), others)


def _room(span: Item) -> float:
    """How far the span may be off, in its unit; tens of years are rounded."""
    is_round = span.amount > _ROUND and span.amount % _ROUND == 0
    return max(_ROOM.get(span.unit or "", 1.0), span.amount * _ROUGH * is_round)


def _yearless(item: Item) -> bool:
    return item.mention is not None and item.mention.year is None


def _published(story: Story) -> tuple[int, int] | None:
    found = calendar.published(story.date)
    return (found.toordinal(), found.toordinal()) if found else None


def _reach(mention: Mention, other: int | None = None) -> tuple[int, int] | None:
    """First and last day that are meant, as ordinals; without a year, in the `other` year."""
    if mention.turned:
        return None
    year = mention.year or other or calendar.years_of_kind()[0]
    low = calendar.at(mention.day or 1, mention.month or 1, year)
    high = calendar.at(mention.day or _last(mention), mention.month or 12, year)
    return (low.toordinal(), high.toordinal()) if low and high else None


def _last(mention: Mention) -> int:
    month = mention.month or 12
    return max(day for day in range(28, 32) if calendar.exists(day, month, mention.year))
