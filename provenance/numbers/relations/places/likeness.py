"""Tells whether figures from two places of the record speak of one thing, and whether they fit.

In: two figures, each with the sentence or headline it stands in. Out: whether
they fit, as a headline is read: "200 killed" fits 203. Whether they may be
about one thing at all, which must be likely before a difference is told. A
headline is short: what it leaves unsaid does not keep it apart from the text,
but the text must share its words.
"""

import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from provenance.model import Bound, Quantity
from provenance.numbers.numerals import step_of
from provenance.numbers.relations.conflicts.apart import (
    Interval,
    factor,
    family,
    overlap,
    rounded,
)
from provenance.numbers.story import Story

_WORD = re.compile(r"[^\W\d_]{4,}")
_PREFIX = 4  # "targets" and "targeting" share it
# A rounded figure may be off by less than its last digit, and by at most this share.
_ROUNDING = 0.15
# Figures further apart than this are hardly two versions of one.
_FARTHEST = 5.0
# So many words of a headline, and more than this share of them, make a sentence one about the same.
_CLOSE_WORDS = 3
_CLOSE_SHARE = 0.5
_AROUND = 60  # characters beside a figure in which its neighbours stand
_NEIGHBOURS = 3
_SUM_SHARE = 0.02
_MOST_PARTS = 40
_FEW = 9.0
_ONE_BY_ONE = 2.0
# A figure with one of these is a part, an update or in dispute; one of two with one of those is
# a rate or no fact.
_APART = frozenset(["part", "revised", "disputed"])
_ONE_SIDED = frozenset(["rate", "negated"])
# These keep two figures apart unless the words around them are the same.
_LOOSE = frozenset(["then", "now", "modal", "rise", "fall"])


@dataclass
class Mention:
    """A figure where it stands.

    Attributes:
        row: The figure.
        text: The text that its offsets count in.
        start, end: The sentence, line or headline around it.
    """

    row: Quantity
    text: str
    start: int
    end: int

    @cached_property
    def words(self) -> frozenset[str]:
        """The beginnings of the longer words around it."""
        return _words(self.text, self.start, self.end)

    @cached_property
    def neighbours(self) -> frozenset[str]:
        """The beginnings of the longer words right beside it."""
        row = self.row
        before = _WORD.findall(self.text, max(self.start, row.start - _AROUND), row.start)
        behind = _WORD.findall(self.text, row.end, min(self.end, row.end + _AROUND))
        near = before[-_NEIGHBOURS:] + behind[:_NEIGHBOURS]
        return frozenset(word[:_PREFIX].lower() for word in near)

    @property
    def amount(self) -> float:
        """Its value; a ratio in percent."""
        return self.row.value * factor(self.row)

    def family(self, name: str) -> frozenset[str]:
        """Its qualifiers of one family, such as the names of `place:`."""
        return frozenset(family(self.row, name))


def mentions(story: Story, first: int = 0, last: int | None = None) -> Iterator[Mention]:
    """The figures of `story` from offset `first` to `last`, in order."""
    for sentence in story.sentences:
        if sentence.end > first and (last is None or sentence.start < last):
            for row in sentence.quantities:
                if first <= row.start and (last is None or row.end <= last):
                    yield Mention(row, story.text, *story.spans[sentence.number])


def heading(story: Story) -> Iterator[Mention]:
    """The figures of the headline, wherever it stands."""
    end, title = story.body_start, story.title or ""
    for mention in mentions(story, 0, end):
        yield Mention(mention.row, story.text, 0, end)
    for sentence in story.heading:
        yield from (Mention(row, title, 0, len(title)) for row in sentence.quantities)


def of_one_kind(one: Mention, other: Mention) -> bool:
    """True for figures that can be compared: counts, shares, or amounts of one unit."""
    return _kind(one.row) == _kind(other.row)


def fits(stated: Mention, other: Mention) -> bool:
    """True when a reader takes the two for one figure, `stated` being rounded perhaps."""
    if _meet(stated.row, other.row):
        return True
    apart = abs(stated.amount - other.amount)
    return apart < step_of(stated.amount) and apart <= _ROUNDING * abs(stated.amount)


def may_be_one(stated: Mention, other: Mention) -> bool:
    """True unless noun or event says that two figures of one kind are about different things."""
    one, two = stated.row, other.row
    if one.kind != "count" or not one.noun:
        return True
    if two.noun:
        return one.noun == two.noun or _same_event(stated, other)
    if one.event and two.event:
        return one.event == two.event
    return len(stated.words & other.words) > 1


def is_rival(
    stated: Mention, other: Mention, *, leading: bool = False, planned: bool = False
) -> bool:
    """True when two figures of one kind are so likely about one thing that they must fit.

    Args:
        stated: The figure that was written in short.
        other: The one it is held against.
        leading: Whether that stands where the text begins, and begins with what matters.
        planned: Whether `stated` is of what is to come, as "to cut 500 jobs" is.
    """
    if not _is_near(stated, other) or _is_apart(stated, other, planned=planned):
        return False
    if stated.row.kind != "count":
        return _is_close(stated, other) and bool(stated.neighbours & other.neighbours)
    event = _same_event(stated, other)
    shared = len(stated.words & other.words)
    if stated.row.noun and other.row.noun:
        if stated.row.noun != other.row.noun:
            return False
        return _is_close(stated, other) or (event and shared > 0) or (leading and shared > 1)
    if event and shared > 1:
        return True
    return _is_close(stated, other) and bool(stated.neighbours & other.neighbours)


def adds_up(stated: Mention, others: Iterable[Mention]) -> bool:
    """True when `stated` may be the sum, or the difference, of some of the others.

    Beside a few that are counted, one or two more may be told one by one: "a third man died".
    """
    values = sorted({other.amount for other in others})
    if len(values) > _MOST_PARTS:
        return True
    whole, room = stated.amount, _SUM_SHARE * abs(stated.amount)
    parts = [value for value in values if value < whole]
    if stated.row.kind == "count" and len(parts) > 1 and sum(parts) >= whole - room:
        return True
    if stated.row.kind == "count" and parts and whole <= min(parts[-1], _FEW) + _ONE_BY_ONE:
        return True
    pairs = itertools.combinations(values, 2)
    return any(min(abs(a + b - whole), abs(b - a - whole)) < room for a, b in pairs)


def _words(text: str, start: int, end: int) -> frozenset[str]:
    return frozenset(word[:_PREFIX].lower() for word in _WORD.findall(text, start, end))


def _kind(row: Quantity) -> tuple[str, str | None]:
    return "percent" if row.kind == "ratio" else row.kind, row.unit


def _interval(row: Quantity) -> Interval:
    """All that the words allow, strictly or to a reader."""
    high = float("inf") if row.high is None else max(row.high, row.soft_high or row.high)
    return min(row.low, row.soft_low) * factor(row), high * factor(row)


def _meet(one: Quantity, two: Quantity) -> bool:
    """True when the two intervals have a point in common.

    Where two bare numbers touch, the point belongs to neither: 3 is not 4.
    """
    return overlap(_interval(one), _interval(two), open_ends=rounded(one) and rounded(two))


def _same_event(one: Mention, other: Mention) -> bool:
    return one.row.event is not None and one.row.event == other.row.event


def _is_near(stated: Mention, other: Mention) -> bool:
    """True for stated figures above one that are not worlds apart.

    "Dozens" understates a hundred without fault, so a vague figure must be too high.
    """
    vague = stated.row.bound == Bound.VAGUE
    small, large = sorted((stated.row.low if vague else stated.amount, other.amount))
    if small <= 1 or large > _FARTHEST * small or other.row.bound == Bound.VAGUE:
        return False
    return not vague or _interval(other.row)[1] < stated.row.low


def _is_apart(stated: Mention, other: Mention, *, planned: bool) -> bool:
    """True when something in the text gives the two figures a reason to differ."""
    mine, yours = set(stated.row.qualifiers), set(other.row.qualifiers)
    if planned:
        mine.add("modal")
    if _APART & (mine | yours) or _ONE_SIDED & (mine ^ yours):
        return True
    if other.family("year") - stated.family("year"):
        return True
    if _is_close(stated, other):
        return False
    return bool(_LOOSE & (mine ^ yours)) or stated.family("subset") != other.family("subset")


def _is_close(stated: Mention, other: Mention) -> bool:
    """True when the sentence of `other` says most of what stands around `stated`."""
    own = stated.words - {(stated.row.noun or "")[:_PREFIX]}
    shared = len(own & other.words)
    return shared >= _CLOSE_WORDS and shared > _CLOSE_SHARE * len(own)
