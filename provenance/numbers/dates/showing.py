"""Dates as an editor reads them in a message."""

from collections.abc import Iterable
from datetime import date

from provenance.model import Relation, Span
from provenance.numbers.dates.words import DateWords
from provenance.numbers.story import Story

Place = tuple[int, int]


def day_name(day: date, words: DateWords, *, year: bool = True) -> str:
    """A day such as `27 June 2017`, or without its year."""
    name = f"{day.day} {words.months[day.month]}"
    return f"{name} {day.year}" if year else name


def quoted(story: Story, place: Place) -> str:
    """What stands there, in quotation marks."""
    return f"“{story.text[place[0] : place[1]]}”"


def fitting(story: Story, kind: str, place: Place, others: Iterable[Place] = ()) -> Relation:
    """A relation that holds."""
    return Relation(
        story.article_id, *place, kind, True, "", "", "", _spans(story, others, "held against")
    )


def failing(
    story: Story,
    kind: str,
    place: Place,
    told: tuple[str, str],
    others: Iterable[Place] = (),
) -> Relation:
    """A relation that does not hold; `told` is what was expected, and what was held equal."""
    return Relation(
        story.article_id,
        *place,
        kind,
        False,
        quoted(story, place),
        *told,
        _spans(story, others, "does not fit this"),
    )


def _spans(story: Story, places: Iterable[Place], note: str) -> tuple[Span, ...]:
    return tuple(Span(story.article_id, *place, note) for place in places)
