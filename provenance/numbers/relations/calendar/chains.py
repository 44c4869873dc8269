"""Chains of dates: "on 10 June ... three days later, on 14 June".

A chain ties a date to another one by a span: the first date, shifted by the
span, is an interval of days that the second must lie in. Days are counted
exactly, weeks and months with the room that such words have. The first date
stands in the same sentence or is the only one in the sentence before.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from provenance.model import Relation
from provenance.numbers.dates import calendar
from provenance.numbers.dates.items import Clause, Item
from provenance.numbers.dates.showing import day_name, failing, fitting
from provenance.numbers.dates.words import DateWords
from provenance.numbers.story import Story

_KIND = "date-chain"
_SIGNS = {"forward": 1, "backward": -1, "next": 1, "previous": -1}
_WEEK = 7
# Days to one unit, and how many a span of that unit may be off.
_UNITS = {"day": (1, 0), "week": (7, 3), "month": (30.44, 20)}
# More days than this are counted with both ends, and rounded when they end in these.
_COUNTED = 21
_ROUND = 5
_ROUGH = 0.1
_YEAR_DAYS = 365


def find(story: Story, clauses: Sequence[Clause], words: DateWords) -> Iterator[Relation]:
    """Every date that a span ties to another one."""
    before: Clause | None = None
    for clause in clauses:
        if not words.triggers["chain"].search(story.text, *story.spans[clause.number]):
            before = clause
            continue
        seen: set[Item] = set()
        for key, slots in clause.find(words.templates[_KIND]):
            first, last = slots.get("first"), slots["last"]
            if last in seen:
                continue
            if first is None:
                first = _anchor(clause, last, before)
            if first is None or _is_loose(clause, slots.get("span"), words):
                continue
            seen |= {last, first}
            yield from _relation(story, first, last, (key, slots.get("span")), words)
        before = clause


def _anchor(clause: Clause, last: Item, before: Clause | None) -> Item | None:
    """The only date of the sentence before, when this one has no other."""
    if before is None or before.number + 1 != clause.number:
        return None
    if any(
        item.kind in ("date", "weekday", "month", "year") for item in clause.items if item != last
    ):
        return None
    told = [item for item in before.items if item.kind in ("date", "weekday", "month", "year")]
    return told[0] if len(told) == 1 and told[0].kind == last.kind else None


def _is_loose(clause: Clause, span: Item | None, words: DateWords) -> bool:
    return span is not None and not words.cues["hedges.word"].isdisjoint(clause.before(span, 1))


def _relation(
    story: Story, first: Item, last: Item, link: tuple[str, Item | None], words: DateWords
) -> Iterator[Relation]:
    """Whether the second date lies where the first one and the span put it."""
    key, span = link
    amount, unit = (span.amount, span.unit) if span else (1, "day")
    if unit not in _UNITS:
        return
    place, others = (last.start, last.end), [(first.start, first.end)]
    if first.kind == "weekday" or last.kind == "weekday":
        expected = _weekdays(first, last, _SIGNS[key] * amount, unit, words)
    else:
        expected = _dates(first, last, _SIGNS[key] * amount, unit, words)
    if expected == "":
        yield fitting(story, _KIND, place, others)
    elif expected:
        yield failing(story, _KIND, place, (expected, "counted from the other date"), others)


def _weekdays(first: Item, last: Item, amount: int, unit: str, words: DateWords) -> str | None:
    """The weekday that fits; empty when it is the one said, null when it cannot be told."""
    if not (first.weekday and last.weekday) or unit != "day" or abs(amount) > _WEEK:
        return None
    there = (first.weekday + amount - 1) % _WEEK + 1
    return "" if there == last.weekday else f"it comes to {words.days[there]}"


def _dates(first: Item, last: Item, amount: int, unit: str, words: DateWords) -> str | None:
    """The day that fits; empty when the second date is near enough, null without two days."""
    size, room = _UNITS[unit]
    if unit == "day" and abs(amount) > _COUNTED:
        room = 1 if amount % _ROUND else round(abs(amount) * _ROUGH)
    best: tuple[int, date] | None = None
    for begin, end in _pairs(first, last):
        there = begin + timedelta(round(size * amount))
        off = abs((end - there).days)
        if best is None or off < best[0]:
            best = off, there
    if best is None or best[0] > _YEAR_DAYS // 2:
        return None
    said = bool(last.mention and last.mention.year)
    near = "" if unit == "day" else "about "
    return "" if best[0] <= room else f"it comes to {near}{day_name(best[1], words, year=said)}"


def _pairs(first: Item, last: Item) -> Iterator[tuple[date, date]]:
    """Both days in every year that may be meant."""
    one, other = first.mention, last.mention
    if one is None or other is None or one.turned or other.turned:
        return
    known = one.year or other.year
    for year in (known,) if known else (2003, 2004):
        begin = calendar.at(one.day or 0, one.month or 0, one.year or year)
        years = (other.year,) if other.year else (year - 1, year, year + 1)
        for then in years:
            end = calendar.at(other.day or 0, other.month or 0, then)
            if begin and end:
                yield begin, end
