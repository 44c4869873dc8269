"""Years that run backwards, and years that lie far from all others.

A first and a last year are read where the text says which is which: "from 2011
to 2014", "between", in brackets, born and died. A year is far off when it lies
long after all other years of an article that tells of it in the past.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from provenance.model import Relation
from provenance.numbers.dates import calendar
from provenance.numbers.dates.items import Clause, Item
from provenance.numbers.dates.mentions import Mention
from provenance.numbers.dates.showing import failing, fitting
from provenance.numbers.dates.words import DateWords
from provenance.numbers.story import Story
from provenance.text.tokens import WORD

_REVERSED = "reversed-years"
_IMPLAUSIBLE = "implausible-year"
# Words in front of two years that say that these are compared, or moved.
_REACH = 8
_BEHIND = 2
# No article that this was written for is from a later year.
_HORIZON = 2060
_FAR = 15
_FARTHER = 25
_RECENT = 2030
_NEAR = 12
_SENTENCE = 400


def find_reversed(story: Story, clauses: Sequence[Clause], words: DateWords) -> Iterator[Relation]:
    """Every first and last year that stand together."""
    for clause in clauses:
        if sum(1 for item in clause.items if _when(item)) < 2:
            continue
        seen: set[tuple[Item, Item]] = set()
        for _, slots in clause.find(words.templates[_REVERSED]):
            first, last = slots["first"], slots["last"]
            if (first, last) not in seen and _are_ends(clause, first, last, words):
                seen.add((first, last))
                yield _relation(story, first, last)


def _when(item: Item) -> tuple[int, ...]:
    """Year, and month and day as far as they are said; empty without a year."""
    said = item.mention
    if said is None or said.year is None or said.turned:
        return ()
    return tuple(part for part in (said.year, said.month, said.day) if part)


def _are_ends(clause: Clause, first: Item, last: Item, words: DateWords) -> bool:
    """False when the two years are compared, or are no years at all."""
    if not (_when(first) and _when(last)):
        return False
    backwards = words.cues["backwards.word"]
    behind = clause.words.low[last.last : last.last + _BEHIND]
    return backwards.isdisjoint(clause.before(first, _REACH)) and words.cues[
        "backwards.behind"
    ].isdisjoint(behind)


def _relation(story: Story, first: Item, last: Item) -> Relation:
    one, other = _when(first), _when(last)
    size = min(len(one), len(other))
    place, others = (last.start, last.end), [(first.start, first.end)]
    if one[:size] <= other[:size]:
        return fitting(story, _REVERSED, place, others)
    written = story.text[first.start : first.end]
    held = "the end of what began then"
    return failing(story, _REVERSED, place, (f"“{written}” is later", held), others)


def find_implausible(
    story: Story, dates: Sequence[Mention], words: DateWords
) -> Iterator[Relation]:
    """Years of dates and of months, far after the others and told in the past."""
    told = {each.year for each in dates if each.year}
    day = calendar.published(story.date)
    published = [day.year] if day else []
    latest = sorted(each for each in (*told, *published) if each < _HORIZON)[-2:]
    for mention in dates:
        year = mention.year
        if year is None:
            continue
        others = (each for each in latest if each != year)
        limit = max(published or others, default=None)
        if (
            _is_far(year, limit, is_known=bool(published))
            and (mention.month or words.around.is_year(story.text, mention.start, mention.end))
            and _is_past(story, mention, words)
        ):
            yield _far_off(story, mention, year, limit)


def _is_far(year: int, limit: int | None, *, is_known: bool) -> bool:
    """True long after publication; elsewhere when two digits changed over make a likely year."""
    if year >= _HORIZON or limit is None:
        return year >= _HORIZON
    if is_known:
        return year > limit + _FAR
    return year > max(limit + _FARTHER, _RECENT) and bool(_likely(year, limit))


def _is_past(story: Story, mention: Mention, words: DateWords) -> bool:
    """True when the sentence tells of the past and of no plan, forecast or tale."""
    if words.around.ahead.search(story.text, max(mention.start - _NEAR, 0), mention.start):
        return False
    start = max(story.text.rfind("\n", 0, mention.start) + 1, mention.start - _SENTENCE)
    end = mention.end + _SENTENCE
    number = bisect_right(story.spans, (mention.start, len(story.text))) - 1
    if number >= 0 and mention.start < story.spans[number][1]:
        start, end = max(start, story.spans[number][0]), min(end, story.spans[number][1])
    around = (start, mention.start), (mention.end, end)
    tokens = {token.lower() for each in around for token in WORD.findall(story.text, *each)}
    past = not words.cues["past.word"].isdisjoint(tokens)
    return past and words.cues["future.word"].isdisjoint(tokens)


def _far_off(story: Story, mention: Mention, year: int, limit: int | None) -> Relation:
    expected = f"the latest other year is {limit}" if limit else f"{year} has not come"
    if limit and (likely := _likely(year, limit)):
        expected += f", and two digits changed over make {likely[0]}"
    held = "told as past"
    return failing(story, _IMPLAUSIBLE, (mention.start, mention.end), (expected, held))


def _likely(year: int, limit: int) -> list[int]:
    return [each for each in _swapped(year) if limit - _NEAR <= each <= limit + 1]


def _swapped(year: int) -> list[int]:
    """The years that two neighbouring digits changed over make."""
    digits = str(year)
    return [
        int(digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :])
        for at in range(len(digits) - 1)
    ]
