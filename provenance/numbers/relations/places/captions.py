"""Holds the figures of captions and sub-heads against those of the text around them.

In: a story. Out: figures of such lines that the text has too, and those that
the text gives otherwise for the same noun and the same event. Where the text
has a running total, that is what a caption must fit.
"""

from collections.abc import Iterator

from provenance.model import Relation, Span
from provenance.numbers.grammar import Grammar
from provenance.numbers.relations.places import layout, likeness
from provenance.numbers.relations.places.layout import Line
from provenance.numbers.relations.places.likeness import Mention
from provenance.numbers.shown import reach, shown
from provenance.numbers.story import Story
from provenance.numbers.wording import counted

_KIND = "caption-figure-differs"
_OPENERS = "stories.caption"
_CUMULATIVE = "cumulative"


def find(story: Story, grammar: Grammar) -> Iterator[Relation]:
    """The figures of captions with what the text says.

    Linear in the text: captions are looked for in stories that count something that happened.
    """
    if not any(row.noun and row.event and row.kind == "count" for row in story.quantities):
        return
    starts = [row.start for row in story.quantities if row.start >= story.body_start]
    lines = list(layout.captions(story.text, story.body_start, starts, grammar.classes[_OPENERS]))
    stated = [item for line in lines for item in _counts(story, line)]
    if not stated:
        return
    body = [
        mention
        for mention in likeness.mentions(story, story.body_start)
        if not any(line.start <= mention.row.start < line.end for line in lines)
    ]
    for item in stated:
        same = [other for other in body if _is_same(item, other)]
        fitting = [other for other in same if likeness.fits(item, other)]
        rivals = [other for other in same if likeness.is_rival(item, other)]
        totals = [other for other in rivals if _CUMULATIVE in other.row.qualifiers]
        differing = [other for other in totals or rivals if not likeness.fits(item, other)]
        if differing and (totals or not (fitting or likeness.adds_up(item, same))):
            yield _relation(story, item, differing[0], counted(item.row, grammar))
        elif fitting:
            yield _relation(story, item, fitting[0])


def _counts(story: Story, line: Line) -> Iterator[Mention]:
    for mention in likeness.mentions(story, line.start, line.end):
        row = mention.row
        if row.kind == "count" and row.noun and row.event:
            yield Mention(row, story.text, line.start, line.end)


def _is_same(item: Mention, other: Mention) -> bool:
    alike = item.row.noun == other.row.noun and item.row.event == other.row.event
    return alike and item.family("year") <= other.family("year")


def _relation(story: Story, item: Mention, other: Mention, what: str = "") -> Relation:
    """How a caption and the text differ in `what`; that they fit where nothing is named."""
    return Relation(
        article_id=story.article_id,
        start=item.row.start,
        end=item.row.end,
        kind=_KIND,
        fits=not what,
        stated=shown(item.row, story.text) if what else "",
        expected=shown(other.row, story.text) if what else "",
        held=f"counts of {what}" if what else "",
        others=(
            Span(
                story.article_id,
                other.row.start,
                other.row.end,
                f"in the text: {reach(other.row)}" if what else "in the text",
            ),
        ),
    )
