"""What the dates of an article say of one another: read once, then held against each other.

In: a story. Out: relations of weekdays, days, times, years, ages, spans and chains of dates. An
article without a month, a year, a weekday or a time costs three searches.
"""

from collections.abc import Iterator

from provenance.model import Relation
from provenance.numbers.dates import items
from provenance.numbers.dates.mentions import mentions
from provenance.numbers.grammar import Grammar
from provenance.numbers.hints import DAY
from provenance.numbers.relations.calendar import (
    ages,
    chains,
    days,
    durations,
    times,
    weekdays,
    years,
)
from provenance.numbers.relations.conflicts import slot_dates
from provenance.numbers.story import Story

# A text with more dates than so many, and one more in so many characters, is a calendar. What goes
# beyond is not held against anything, so that a megabyte of dates costs no more than one of prose.
_DATES = 500
_SPARSE = 60


def find(story: Story, grammar: Grammar) -> Iterator[Relation]:
    """The relations of the dates of `story`. Linear in its text."""
    words = grammar.dates
    yield from times.find(story, words)
    anchors = story.hints and story.hints.dates
    dates = mentions(story.text, words, anchors)[: _DATES + len(story.text) // _SPARSE]
    if dates:
        yield from weekdays.find(story, dates, words)
        yield from days.find(story, dates, words)
        yield from slot_dates.find(story, dates, grammar)
        yield from years.find_implausible(story, dates, words)
    elif not story.may_hold(DAY) or not words.day_name.search(story.text):
        return
    clauses = items.clauses(story, dates, words, grammar.lexicon.values["cardinals"])
    yield from years.find_reversed(story, clauses, words)
    yield from ages.find(story, clauses, words)
    yield from durations.find(story, clauses, words)
    yield from chains.find(story, clauses, words)
