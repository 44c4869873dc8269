"""Ages against years of birth.

Somebody born in 1960 is 55 or 56 in 2016. Birth and age are held against each
other within a sentence, or when the next one speaks of "he" or "she", and only
where nobody else is named that the age could belong to.
"""

from collections.abc import Iterator, Sequence

from provenance.model import Relation
from provenance.numbers.dates import calendar
from provenance.numbers.dates.items import Clause, Item
from provenance.numbers.dates.showing import failing, fitting
from provenance.numbers.dates.words import DateWords
from provenance.numbers.story import Story

_KIND = "age-and-birth-year"
_OLDEST = 120
_OPENING = 12


def find(story: Story, clauses: Sequence[Clause], words: DateWords) -> Iterator[Relation]:
    """Every age at a time that stands with a birth."""
    last: tuple[Clause, list[Item]] | None = None
    for clause in clauses:
        births = _births(clause, words)
        if len(births) == 1:
            then = list(_ages(story, clause, births[0], words))
            yield from then or _now(story, clause, words)
        if last and clause.number == last[0].number + 1 and _carries_on(clause, words):
            if not births and len(last[1]) == 1:
                yield from _ages(story, clause, last[1][0], words)
            if not last[1] and len(births) == 1:
                yield from _ages(story, last[0], births[0], words)
        last = (clause, births) if _is_single(clause, words) else None


def _births(clause: Clause, words: DateWords) -> list[Item]:
    if not any(_year(item) for item in clause.items):
        return []
    found = {slots["birth"] for _, slots in clause.find(words.templates["birth"])}
    return [item for item in found if _year(item)]


def _year(item: Item) -> int | None:
    return item.mention.year if item.mention else None


def _carries_on(clause: Clause, words: DateWords) -> bool:
    """True when the sentence speaks of the person of the one before, and of nobody else."""
    opening = clause.words.low[:_OPENING]
    return not words.cues["pronouns.word"].isdisjoint(opening) and _is_single(clause, words)


def _is_single(clause: Clause, words: DateWords) -> bool:
    return words.cues["kin.word"].isdisjoint(clause.words.low)


def _ages(story: Story, clause: Clause, birth: Item, words: DateWords) -> Iterator[Relation]:
    """Ages at a time; nothing where a sentence speaks of relatives."""
    if not _is_single(clause, words):
        return
    seen = set()
    for _, slots in clause.find(words.templates["age-at"]):
        age, event = slots["age"], slots["event"]
        year, born = _year(event), _year(birth)
        is_age = age.unit in (None, "year") and age.amount <= _OLDEST
        if event == birth or not (year and born and is_age) or age in seen:
            continue
        if _is_hedged(clause, age, words):
            continue
        seen.add(age)
        yield _relation(story, age, birth, (year, f"in {year}"), [(event.start, event.end)])


def _is_hedged(clause: Clause, age: Item, words: DateWords) -> bool:
    return not words.cues["hedges.rough"].isdisjoint(clause.before(age, 1))


def _now(story: Story, clause: Clause, words: DateWords) -> Iterator[Relation]:
    """Ages at the time of publication, when that is known."""
    published = calendar.published(story.date)
    if published is None or not _is_single(clause, words):
        return
    for _, slots in clause.find(words.templates["age-now"]):
        if _year(slots["birth"]):
            yield _relation(
                story, slots["age"], slots["birth"], (published.year, "at publication"), []
            )
            return


def _relation(
    story: Story,
    age: Item,
    birth: Item,
    then: tuple[int, str],
    others: list[tuple[int, int]],
) -> Relation:
    year, when = then
    oldest = year - (_year(birth) or year)
    place, others = (age.start, age.end), [(birth.start, birth.end), *others]
    if oldest - 1 <= age.amount <= oldest:
        return fitting(story, _KIND, place, others)
    written = story.text[birth.start : birth.end]
    expected = f"who was born in “{written}” is {oldest - 1} or {oldest} {when}"
    return failing(story, _KIND, place, (expected, "one person"), others)
