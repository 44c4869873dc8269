"""An article as the relations see it: its sentences with figures, their tokens and their rows."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from provenance.model import Quantity
from provenance.numbers.figures import Figure
from provenance.numbers.templates import Templates, skeleton
from provenance.numbers.tokens import Words


@dataclass(frozen=True)
class Sentence:
    """A sentence, or a piece of a very long one, that holds figures.

    Attributes:
        number: Of the sentence in the article, from 0.
        start, end: Where it stands in the article's text.
        words: Its tokens.
        figures: Its figures as token spans, in order, none overlapping.
        quantities: The same figures as rows.
    """

    number: int
    start: int
    end: int
    words: Words
    figures: tuple[Figure, ...]
    quantities: tuple[Quantity, ...]

    @cached_property
    def skeleton(self) -> str:
        """The sentence as `templates` see it. Made when first asked for."""
        spans = [(figure.first, figure.last, figure.kind) for figure in self.figures]
        return skeleton(self.words.low[: self.words.count], spans)

    def find(self, templates: Templates) -> Iterator[tuple[str, dict[str, int]]]:
        """Where one of `templates` holds; slots by name, as indices into `quantities`."""
        if len(self.figures) < templates.slots:
            return iter(())
        return templates.find(self.skeleton, len(self.figures))


@dataclass(frozen=True)
class Story:
    """One article with its figures.

    Attributes:
        text: As read.
        title: The headline; null when unknown. It may or may not stand in the text.
        body_start: Offset in `text` after the title line; 0 when the title is not in the text.
        date: Day or time of publication in ISO 8601; null when unknown.
        spans: All its sentences; `Sentence.number` counts in these.
        sentences: Those with figures, in order.
        heading: Those of a title that does not stand in the text; their offsets count in it.
    """

    article_id: str
    text: str
    title: str | None
    body_start: int
    date: str | None
    spans: tuple[tuple[int, int], ...]
    sentences: tuple[Sentence, ...]
    heading: tuple[Sentence, ...] = ()

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """All its figures, in order."""
        return tuple(row for sentence in self.sentences for row in sentence.quantities)
