"""An article as the relations see it: its sentences with figures, their tokens and their rows."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from provenance.model import Quantity
from provenance.numbers.figures import Figure
from provenance.numbers.templates import Templates, marks, skeleton
from provenance.text.sentence_tokens import Words, split


@dataclass(frozen=True)
class Sentence:
    """A sentence, or a piece of a very long one, that holds figures.

    Attributes:
        number: Of the sentence in the article, from 0.
        start, end: Where it stands in the article's text.
        words: Its tokens.
        figures: Its figures as token spans, in order, none overlapping.
        quantities: The same figures as rows.
        tokens: Its tokens, folded: what a word must be among for a relation to be looked for.
        kept: What relations that share a reading of it have made of it, by the type of that.
    """

    number: int
    start: int
    end: int
    words: Words
    figures: tuple[Figure, ...]
    quantities: tuple[Quantity, ...]
    tokens: frozenset[str] = field(init=False, repr=False, compare=False)
    kept: dict[type, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Every relation asks for `tokens`."""
        object.__setattr__(self, "tokens", frozenset(self.words.low))

    @cached_property
    def skeleton(self) -> str:
        """The sentence as `templates` see it. Made when first asked for."""
        spans = [(figure.first, figure.last, figure.kind) for figure in self.figures]
        return skeleton(self.words.low[: self.words.count], spans)

    @cached_property
    def marks(self) -> frozenset[str]:
        """What the lines of templates are chosen by; see `templates.marks`."""
        return marks(self.skeleton)

    def find(self, templates: Templates) -> Iterator[tuple[str, dict[str, int]]]:
        """Where one of `templates` holds; slots by name, as indices into `quantities`."""
        if len(self.figures) < templates.slots:
            return iter(())
        return templates.find(self.skeleton, len(self.figures), self.marks)


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
        cut: Whether it holds more numbers than are read.
    """

    article_id: str
    text: str
    title: str | None
    body_start: int
    date: str | None
    spans: tuple[tuple[int, int], ...]
    sentences: tuple[Sentence, ...]
    heading: tuple[Sentence, ...] = ()
    cut: bool = False

    @cached_property
    def several(self) -> tuple[Sentence, ...]:
        """The sentences with more than one figure."""
        return tuple(each for each in self.sentences if len(each.figures) > 1)

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """All its figures, in order."""
        return tuple(row for sentence in self.sentences for row in sentence.quantities)

    def words(self, number: int) -> Words:
        """The tokens of the sentence `number`, with or without figures; cut once."""
        start, end = self.spans[number]
        if number not in self._words:
            self._words[number] = split(self.text, start, end)
        return self._words[number]

    @cached_property
    def _words(self) -> dict[int, Words]:
        """The tokens of sentences with figures, but for those that were read in pieces."""
        whole = (each for each in self.sentences if self.spans[each.number][1] == each.end)
        return {
            each.number: each.words for each in whole if self.spans[each.number][0] == each.start
        }
