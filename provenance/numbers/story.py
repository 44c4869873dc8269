"""An article as the relations see it: its sentences with figures, their tokens and their rows."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from provenance.model import Bound, Quantity
from provenance.numbers.figures import Figure
from provenance.numbers.hints import Hints
from provenance.numbers.templates import Templates, seen
from provenance.text.sentence_tokens import Words, split


@dataclass(slots=True)
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
    _seen: tuple[str, frozenset[str]] | None = field(
        default=None, init=False, repr=False, compare=False
    )

    def __post_init__(self) -> None:
        """Every relation asks for `tokens`."""
        self.tokens = frozenset(self.words.low)

    @property
    def skeleton(self) -> str:
        """The sentence as `templates` see it. Made when first asked for."""
        return self._read()[0]

    @property
    def marks(self) -> frozenset[str]:
        """What the lines of templates are chosen by; see `templates.marks`."""
        return self._read()[1]

    def find(self, templates: Templates) -> Iterator[tuple[str, dict[str, int]]]:
        """Where one of `templates` holds; slots by name, as indices into `quantities`."""
        if len(self.figures) < templates.slots:
            return iter(())
        return templates.find(self.skeleton, len(self.figures), self.marks)

    def _read(self) -> tuple[str, frozenset[str]]:
        if self._seen is None:
            spans = [(figure.first, figure.last, figure.kind) for figure in self.figures]
            self._seen = seen(self.words.low[: self.words.count], spans)
        return self._seen


@dataclass(slots=True)
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
        hints: What is known of the text; null when it was not asked.
        several: The sentences with more than one figure.
        paired: Those and the ones with a range, which may be read as two figures.
        quantities: All its figures, in order.
        kinds: Their kinds.
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
    hints: Hints | None = None
    several: tuple[Sentence, ...] = field(init=False, repr=False, compare=False)
    paired: tuple[Sentence, ...] = field(init=False, repr=False, compare=False)
    quantities: tuple[Quantity, ...] = field(init=False, repr=False, compare=False)
    kinds: frozenset[str] = field(init=False, repr=False, compare=False)
    _words: dict[int, Words] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """What most relations ask for."""
        self.several = tuple([each for each in self.sentences if len(each.figures) > 1])
        self.paired = tuple(
            [
                each
                for each in self.sentences
                if len(each.figures) > 1 or each.figures[0].bound == Bound.RANGE
            ]
        )
        self.quantities = tuple([row for each in self.sentences for row in each.quantities])
        self.kinds = frozenset([row.kind for row in self.quantities])

    def may_hold(self, hint: str) -> bool:
        """False when it is known that the text does not hold what a search needs."""
        return self.hints is None or hint in self.hints.held

    def words(self, number: int) -> Words:
        """The tokens of the sentence `number`, with or without figures; cut once."""
        if not self._words:  # those with figures are cut, but for the ones read in pieces
            spans = self.spans
            self._words = {
                each.number: each.words
                for each in self.sentences
                if spans[each.number] == (each.start, each.end)
            }
        if number not in self._words:
            self._words[number] = split(self.text, *self.spans[number])
        return self._words[number]
