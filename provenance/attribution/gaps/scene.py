"""What the questions about gaps see of one article."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from provenance.attribution.cast import Cast
from provenance.attribution.lexicon import Lexicon
from provenance.attribution.story import Story
from provenance.model import Attribution, Gap, Person, Quote, Span

# A line of fewer words that ends without a mark is no paragraph of prose but a label or an advert.
_PROSE_WORDS = 6
_ENDS = ".!?”\"’'…)"


@dataclass(frozen=True)
class Scene:
    """One article with all that was read out of it about who says what.

    Attributes:
        story: Its text and quotations.
        cast: Its people, to be asked who is named where.
        sources, quotes: What was read, in order.
        lexicon: The words of its language.
    """

    story: Story
    cast: Cast
    sources: tuple[Attribution, ...]
    quotes: tuple[Quote, ...]
    lexicon: Lexicon

    @property
    def people(self) -> tuple[Person, ...]:
        """Its people, in order."""
        return self.cast.persons

    @cached_property
    def initials(self) -> dict[str, list[Person]]:
        """Its people by the first letter of the surname."""
        initials = defaultdict[str, list[Person]](list)
        for person in self.people:
            initials[person.surname[:1]].append(person)
        return initials

    @cached_property
    def prose(self) -> tuple[tuple[int, int], ...]:
        """The spans of its paragraphs but labels, headings and adverts of a few words."""
        text = self.story.text
        return tuple(
            (start, end)
            for start, end in self.story.paragraphs
            if text[end - 1] in _ENDS
            or len(text[start : min(end, start + 100)].split()) >= _PROSE_WORDS
        )

    def paragraph(self, offset: int) -> int:
        """The number in `prose` of the paragraph of `offset` or the last before it; -1 if none."""
        return bisect_right(self.prose, offset, key=lambda span: span[0]) - 1

    def beginning(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """The lines of the writer's own words that begin with a pattern."""
        masked = self.story.masked
        matches = (pattern.match(masked, start) for start, _ in self.story.paragraphs)
        return (match for match in matches if match)

    def since(self, offset: int, back: int) -> int:
        """Where the paragraph begins that stands `back` paragraphs of prose before `offset`'s."""
        number = self.paragraph(offset) - back
        return self.prose[number][0] if number > 0 else 0

    def begins(self, offset: int) -> bool:
        """Whether a paragraph of prose begins at `offset`."""
        number = self.paragraph(offset)
        return number >= 0 and self.prose[number][0] == offset

    def gap(
        self, kind: str, place: tuple[int, int], detail: str, others: tuple[Span, ...] = ()
    ) -> Gap:
        """A gap of this article."""
        return Gap(self.story.article.article_id, *place, kind, detail, others)

    def words(self, start: int, end: int) -> str:
        """The words of a place, in one line, as a message shows them."""
        return " ".join(self.story.text[start:end].split())

    def span(self, start: int, end: int) -> Span:
        """Another place of this article, its note the words that stand there."""
        return Span(self.story.article.article_id, start, end, self.words(start, end))

    def around(self, offset: int) -> tuple[int, int]:
        """The span of the sentence of `offset` with the one before and the one behind it."""
        spans = self.story.sentences
        number = bisect_right(spans, offset, key=lambda span: span[0]) - 1
        return spans[max(number - 1, 0)][0], spans[min(number + 1, len(spans) - 1)][1]

    def near(self, start: int, end: int) -> tuple[Attribution, ...]:
        """The attributions that begin in a span."""
        first = bisect_left(self.sources, start, key=lambda row: row.start)
        return self.sources[first : bisect_left(self.sources, end, key=lambda row: row.start)]
