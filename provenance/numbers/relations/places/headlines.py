"""Holds the figures of the headline against those of the text.

In: a story. Out: figures of the headline that stand in the text, and those
that the text gives otherwise. A figure of the headline that the text does not
speak of at all is not told: many headlines count the paragraphs below them.
"""

from collections.abc import Iterator

from provenance.model import Relation, Span
from provenance.numbers.grammar import Grammar
from provenance.numbers.relations.places import likeness
from provenance.numbers.relations.places.likeness import Mention
from provenance.numbers.shown import reach, shown
from provenance.numbers.story import Story

_KIND = "headline-figure-differs"
_PLAN = "stories.plan"
_ONE = 1.0
_PLACES = ("ordinal", "rank")  # the third of a row is no amount
# The first paragraph or two, in characters: they repeat the headline in other words.
_LEAD = 600


def find(story: Story, grammar: Grammar) -> Iterator[Relation]:
    """The figures of the headline with what the text says. Linear in the figures of the text."""
    heading = list(likeness.heading(story))
    stated = [item for item in heading if item.amount > _ONE and item.row.kind not in _PLACES]
    if not stated:
        return
    body = list(likeness.mentions(story, story.body_start))
    lead = story.body_start + _LEAD
    for item in stated:
        same = [other for other in body if likeness.of_one_kind(item, other)]
        related = [other for other in same if likeness.may_be_one(item, other)]
        fitting = [other for other in related if likeness.fits(item, other)]
        if fitting and item.row.noun == fitting[0].row.noun:
            yield _relation(story, item, fitting[0], fits=True)
        if fitting or _is_explained(item, related, same if item.row.kind == "age" else body):
            continue
        planned = _is_planned(item, grammar)
        for other in same:
            leading = other.row.start < lead
            rival = likeness.is_rival(item, other, leading=leading, planned=planned)
            if rival and not _is_made(item, other, body) and _is_size(item) == _is_size(other):
                if not _is_whole(other, heading):
                    yield _relation(story, item, other, fits=False)
                break


def _is_explained(item: Mention, related: list[Mention], body: list[Mention]) -> bool:
    """True when figures of the text make up that of the headline.

    A headline may leave out what it counts: "12 billion" of bonds are 12 billion dollars.
    """
    if item.row.kind == "count" and item.row.noun:
        return likeness.adds_up(item, related)
    return any(item.amount == other.amount for other in body) or likeness.adds_up(item, body)


def _is_planned(item: Mention, grammar: Grammar) -> bool:
    """True for "to cut 500 jobs", not for "falls to 500" or "moves to Tarn, 500 flee"."""
    *_, opener, verb = ("", "", *item.text[item.start : item.row.start].split())
    return opener.lower() in grammar.classes[_PLAN] and verb.isalpha() and verb.islower()


def _is_made(item: Mention, other: Mention, body: list[Mention]) -> bool:
    """True for the 20,000 tonnes that are two cargoes of 10,000."""
    beside = [each.amount for each in body if each.row.sentence == other.row.sentence]
    return any(amount * other.amount == item.amount for amount in beside)


def _is_size(item: Mention) -> bool:
    """True for "10,000-tonne cargoes": the figure says how large each of them is."""
    shown = item.text[item.row.start : item.row.end]
    return item.row.kind == "measure" and "-" in shown.lstrip("-")


def _is_whole(other: Mention, heading: list[Mention]) -> bool:
    """True for the five of "4 things to do, plus 1 to leave"."""
    parts = [item.amount for item in heading if likeness.of_one_kind(item, other)]
    return len(parts) > 1 and sum(parts) == other.amount


def _relation(story: Story, item: Mention, other: Mention, *, fits: bool) -> Relation:
    """At the headline where it stands in the text, else at the figure of the text."""
    inside = item.text is story.text
    place, there = (item, other) if inside else (other, None)
    note = "in the text" if fits else f"in the text: {reach(other.row)}"
    span = there and Span(story.article_id, there.row.start, there.row.end, note)
    return Relation(
        article_id=story.article_id,
        start=place.row.start,
        end=place.row.end,
        kind=_KIND,
        fits=fits,
        stated="" if fits else shown(item.row, item.text),
        expected="" if fits else shown(other.row, other.text),
        held="" if fits else f"headline: “{' '.join(story.title.split()) if story.title else ''}”",
        others=(span,) if span else (),
    )
