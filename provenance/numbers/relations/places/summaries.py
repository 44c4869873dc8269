"""Looks for the figures of the points at the top of a story in the text below them.

In: a story. Out: figures of the points that stand in the text, and those that
never do. Only what a reader would look for is looked for: shares of a figure,
single things and vague words are left alone.
"""

from collections.abc import Iterator

from provenance.model import Bound, Relation
from provenance.numbers.grammar import Grammar
from provenance.numbers.relations.places import layout, likeness
from provenance.numbers.relations.places.likeness import Mention
from provenance.numbers.shown import shown
from provenance.numbers.story import Story

_KIND = "summary-figure-not-in-body"
_HEADINGS = "stories.summary"
# A smaller count may be told by names or one by one.
_LEAST = 10.0
_KINDS = ("percent", "money", "count")
_SHARED = 1  # words that a point and the sentence of its figure have in common


def find(story: Story, grammar: Grammar) -> Iterator[Relation]:
    """The figures of the summary with what the text says. Linear in the figures of the text."""
    if story.kinds.isdisjoint(_KINDS):
        return
    points = layout.summary(story.text, story.body_start, grammar.classes[_HEADINGS])
    if not points:
        return
    stated = [
        mention
        for mention in likeness.mentions(story, points[0].start, points[-1].end)
        if _is_sought(mention)
    ]
    if not stated:
        return
    body = list(likeness.mentions(story, points[-1].end))
    for item in stated:
        same = [other for other in body if likeness.of_one_kind(item, other)]
        fitting = [other for other in same if _tells(item, other)]
        if fitting or not likeness.adds_up(item, same):
            yield _relation(story, item, fits=bool(fitting))


def _is_sought(mention: Mention) -> bool:
    row = mention.row
    if row.bound == Bound.VAGUE or row.kind == "ratio":
        return False
    return row.kind in _KINDS and (row.kind != "count" or _counts(mention))


def _counts(mention: Mention) -> bool:
    return mention.row.noun is not None and mention.amount >= _LEAST


def _tells(item: Mention, other: Mention) -> bool:
    """True when `other` may be the figure that is looked for.

    Another noun in other words is another figure, and "at least 40" of anything is none.
    """
    if not likeness.fits(item, other):
        return False
    same_noun = item.row.noun == other.row.noun and item.row.kind == "count"
    if same_noun or item.amount == other.amount:
        return True
    stated = other.row.high is not None and other.row.bound != Bound.VAGUE
    return stated and len(item.words & other.words) >= _SHARED


def _relation(story: Story, item: Mention, *, fits: bool) -> Relation:
    return Relation(
        article_id=story.article_id,
        start=item.row.start,
        end=item.row.end,
        kind=_KIND,
        fits=fits,
        stated="" if fits else shown(item.row, story.text),
        expected="",
        held="",
        others=(),
    )
