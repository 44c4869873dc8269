"""Which attribution belongs to a quotation by where it stands.

In: a story and its attributions. Out: for a quotation, the attribution of its
own sentence, or the one that announces it with a colon at the end of the
paragraph before, or, for a quotation that is a paragraph of its own, the last
one of the paragraph before. Directly behind the quotation wins ("…," she said), then
directly before it (She said: "…"), then the nearest before, then the nearest
behind. A source whose own words hold the quotation does not say it: in "Brenk,
the 'queen of the quay', said" nobody is quoted. Each question costs a search
among the places of the story.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

from provenance.attribution.quotes import Quotation
from provenance.attribution.source_words import SourceWords
from provenance.attribution.story import QUOTED, Story
from provenance.model import Attribution

# What may stand between a quotation and words that belong to it directly.
_BEHIND = re.compile(r"[\s\"'”’«»,–—-]{0,8}")
_AHEAD = re.compile(r"[\s,:–—-]{0,8}(?:(?P<word>\w+)\s)?[\s\"'`“‘„«»\[(…:–—-]{0,8}")
_WORD = re.compile(r"\s(?P<word>\w+)")
# How an attribution stands to a quotation, the nearest first.
_BEHIND_DIRECT, _AHEAD_DIRECT, _AHEAD_FAR, _BEHIND_FAR = range(4)
# What parts two clauses: a mark or a quotation, beside the words of the lexicon that join.
_PARTED = re.compile(rf"[,;:—–{QUOTED}]")
# Marks around words, and how much white space and marks are looked over beside a quotation.
_MARKS = "\"'“”‘’„«»()[]`"
_BLANKS = " \t\u00a0"
_REACH = 8
# An attribution further off than this was made about something else. Measured on PolNeAR: those
# of the same sentence are right to any distance met there, but for a list of clauses.
_FAR = 300

_start = attrgetter("start")


@dataclass(frozen=True, slots=True)
class Proximity:
    """The places of one story by which an attribution is told to belong to a quotation.

    Attributes:
        story: Its text and quotations.
        sources: Its attributions, in order.
        breaks: Where its sentences begin, in order, quoted ones that stand for themselves too.
        paragraphs: Where its paragraphs begin, in order.
        joints: Words that join two clauses.
        openers: Words that open the clause of what is said.
    """

    story: Story
    sources: tuple[Attribution, ...]
    breaks: tuple[int, ...]
    paragraphs: tuple[int, ...]
    joints: frozenset[str]
    openers: frozenset[str]

    @classmethod
    def of(cls, story: Story, sources: tuple[Attribution, ...], words: SourceWords) -> "Proximity":
        """The places of `story`. Linear in its text."""
        breaks = {start for start, _ in story.sentences}
        for quote in story.quotes:
            breaks.update(_broken(story.text, quote))
        return cls(
            story,
            tuple(sorted(sources, key=attrgetter("start", "end"))),
            tuple(sorted(breaks)),
            tuple(start for start, _ in story.paragraphs),
            words.stops["join"],
            words.stops["that"],
        )

    def paragraph(self, offset: int) -> int:
        """The number, from 0, of the paragraph that holds `offset`."""
        return bisect_right(self.paragraphs, offset) - 1

    def sentence(self, offset: int) -> int:
        """The number, from 0, of the sentence that holds `offset`."""
        return bisect_right(self.breaks, offset) - 1

    def begins_sentence(self, quote: Quotation) -> bool:
        """Whether nothing but marks stands before a quotation in its sentence."""
        return self._only_marks(self.breaks[max(0, self.sentence(quote.start))], quote.start)

    def beside(self, quote: Quotation) -> Attribution | None:
        """The attribution in the sentence of a quotation that says it."""
        first = self.breaks[max(0, self.sentence(quote.start))]
        place = bisect_left(self.breaks, quote.end)
        last = self.breaks[place] if place < len(self.breaks) else len(self.story.text)
        found = self._between(max(first, quote.start - _FAR), min(last, quote.end + _FAR))
        near = [each for each in found if each.end <= quote.end or not self._opens(each.end)]
        if any(each.start < quote.start and quote.end < each.end for each in near):
            return None
        nearest = min(near, key=lambda each: self._rank(quote, each), default=None)
        if nearest is None or nearest.start >= quote.end:
            return nearest
        return self._governing(quote, nearest, near)

    def _governing(
        self, quote: Quotation, nearest: Attribution, near: Sequence[Attribution]
    ) -> Attribution | None:
        """The attribution whose clause holds that of the nearest one before a quotation.

        "Brenk said crews wanted “a quay”" are Brenk's words: nothing parts the clauses. Behind
        "and" or a comma another clause begins, and unless its verb stands directly before the
        quotation, either may have said it: nobody is told. Measured on PolNeAR: .52 of those.
        """
        text, governing = self.story.masked, nearest
        for each in reversed([each for each in near if each.end <= nearest.start]):
            gap = text[each.end : governing.start]
            if _PARTED.search(gap) or not self.joints.isdisjoint(gap.split()):
                rank, _ = self._rank(quote, governing)
                same = each.source == governing.source
                return governing if rank == _AHEAD_DIRECT or same else None
            governing = each
        return governing

    def announced(self, quote: Quotation) -> Attribution | None:
        """The last attribution of the paragraph before, when that ends with a colon."""
        before = self._before(quote)
        if before is None or self.story.masked[before[1] - 1] != ":":
            return None
        near = list(self._between(*before))
        return near[-1] if near else None

    def followed(self, quote: Quotation) -> Attribution | None:
        """The attribution in the last sentence before a quotation that is a whole paragraph.

        None if the paragraph before has more than one source. Measured on PolNeAR: right for 51
        of 53; the last source of any paragraph before is right for one in five.
        """
        before = self._before(quote)
        end = self.story.paragraphs[self.paragraph(quote.start)][1]
        if before is None or not self._only_marks(quote.end, end):
            return None
        near = [each for each in self._between(*before) if each.source_start is not None]
        if len({each.source for each in near}) != 1:
            return None
        return near[-1] if near[-1].start >= self.breaks[self.sentence(before[1] - 1)] else None

    def _before(self, quote: Quotation) -> tuple[int, int] | None:
        """The paragraph before a quotation that begins one; null in the headline or behind it."""
        number = self.paragraph(quote.start)
        begun = self.paragraphs[number]
        if number < 1 or not self._only_marks(begun, quote.start):
            return None
        before = self.story.paragraphs[number - 1]
        return before if before[0] >= self.story.article.body_start else None

    def _only_marks(self, start: int, end: int) -> bool:
        """Whether nothing but marks and blanks stands between two places, and few of them."""
        return end - start <= _REACH and not self.story.text[start:end].strip(_BLANKS + _MARKS)

    def _opens(self, offset: int) -> bool:
        """Whether the clause of what is said follows at `offset`: “A”, Brenk says that B."""
        following = _WORD.match(self.story.masked, offset)
        return following is not None and following["word"] in self.openers

    def _between(self, start: int, end: int) -> Iterator[Attribution]:
        first = bisect_left(self.sources, start, key=_start)
        last = bisect_left(self.sources, end, key=_start)
        return (each for each in self.sources[first:last] if each.end <= end)

    def _rank(self, quote: Quotation, source: Attribution) -> tuple[int, int]:
        """How an attribution stands to a quotation, and at what distance; the less, the nearer."""
        text = self.story.masked
        if source.start >= quote.end:
            direct = _BEHIND.fullmatch(text, quote.end, source.start) is not None
            return (_BEHIND_DIRECT if direct else _BEHIND_FAR), source.start - quote.end
        ahead = _AHEAD.fullmatch(text, source.end, quote.start)
        direct = ahead is not None and (ahead["word"] is None or ahead["word"] in self.openers)
        return (_AHEAD_DIRECT if direct else _AHEAD_FAR), quote.start - source.end


def _broken(text: str, quote: Quotation) -> Iterator[int]:
    """Where the sentences begin that a quotation's own marks part from what stands around it."""
    lead = text[max(0, quote.start - _REACH) : quote.start].rstrip(_MARKS).rstrip()
    if lead.rstrip(_MARKS)[-1:] in (".", "!", "?", "…"):
        yield quote.start - 1
    behind = text[quote.end : quote.end + _REACH].lstrip(_MARKS)
    following = behind.lstrip()
    if text[quote.end - 1] == "." and behind != following and following[:1].isupper():
        yield quote.end + len(text[quote.end : quote.end + _REACH]) - len(following)
