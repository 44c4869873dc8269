"""A sentence as the relations of change see it, and where their templates hold in it.

In: a sentence, a grammar and the name of a table. Out: what fills the slots.
Other than `Sentence.skeleton`, this row of tokens leaves out spans of time
("in the three months to June") and has the words of `said` as figures of their
own. It judges nothing.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from provenance.model import Bound
from provenance.numbers.grammar import Grammar
from provenance.numbers.lexicon import Lexicon
from provenance.numbers.relations.changes.said import Said, ends, fractions, multiples
from provenance.numbers.story import Sentence, Story
from provenance.numbers.templates import seen
from provenance.text.sentence_tokens import Words

_KINDS = frozenset(["count", "percent", "money", "measure", "ratio"])
# Such a span is the time of a change, unless it is what changes.
_SPANS = frozenset(["day", "week", "fortnight", "month", "year", "decade", "century"])

# A sentence with more figures than this is a table or a listing.
_TABLE = 20


@dataclass(frozen=True, slots=True)
class Phrasing:
    """The row of tokens that templates are held against.

    Attributes:
        said: The figures in it, in order.
        skeleton: As `templates.seen` makes it.
        marks: Likewise; see `templates.marks`.
    """

    said: tuple[Said, ...]
    skeleton: str
    marks: frozenset[str]

    @classmethod
    def of(cls, sentence: Sentence, grammar: Grammar) -> "Phrasing":
        """The phrasing of `sentence`. Linear in its tokens, and made once."""
        if cls not in sentence.kept:
            sentence.kept[cls] = cls._of(sentence, grammar)
        phrasing: Phrasing = sentence.kept[cls]
        return phrasing

    @classmethod
    def _of(cls, sentence: Sentence, grammar: Grammar) -> "Phrasing":
        words = tuple(multiples(sentence, grammar)) if has_multiple(sentence, grammar) else ()
        parts = fractions(sentence, words, grammar) if has_fraction(sentence, grammar) else ()
        marks = (*words, *parts)
        taken = {index for mark in marks for index in range(mark.figure.first, mark.figure.last)}
        figures = [
            said
            for pair in zip(sentence.figures, sentence.quantities, strict=True)
            for said in ends(Said(*pair), sentence, grammar.lexicon)
            if taken.isdisjoint(range(said.figure.first, said.figure.last))
            and said.figure.kind in _KINDS
            and not _is_time(said, sentence.words, grammar.lexicon)
        ]
        said = tuple(sorted((*figures, *marks), key=lambda each: each.figure.first))
        spans = [(each.figure.first, each.figure.last, each.figure.kind) for each in said]
        return cls(said, *seen(sentence.words.low[: sentence.words.count], spans))

    def find(self, grammar: Grammar, table: str) -> Iterator[tuple[str, dict[str, Said]]]:
        """Key and slots of every place where a line of `table` holds; none in a listing."""
        if len(self.said) > 2 * _TABLE:
            return
        found = grammar.templates[table].find(self.skeleton, len(self.said), self.marks)
        for key, slots in found:
            yield key, {name: self.said[index] for name, index in slots.items()}

    def between(self, said: Iterable[Said], before: int = 0, behind: int = 0) -> str:
        """What stands from the first to the last of `said`, as templates see it.

        Args:
            said: Figures of the phrasing.
            before: So many more tokens in front.
            behind: So many more tokens behind.
        """
        places = [self.said.index(each) for each in said]
        ends = (self._place(min(places)), self._place(max(places)))
        left = self.skeleton[: ends[0]].split(" ")[-before - 1 : -1] if before else []
        right = self.skeleton[ends[1] :].split(" ")[: behind + 1]
        return " ".join(["", *left, self.skeleton[ends[0] : ends[1]].rstrip(), *right, ""])

    def _place(self, number: int) -> int:
        return self.skeleton.index(f"<{self.said[number].figure.kind}:{number}>")


def plain(story: Story, *, paired: bool = False) -> list[Sentence]:
    """The sentences of `story` that are no table; or only those where two figures may stand."""
    sentences = story.paired if paired else story.sentences
    return [each for each in sentences if len(each.figures) <= _TABLE]


def has_pair(sentence: Sentence, kinds: Collection[str]) -> bool:
    """Whether two figures of one of `kinds` may stand in the sentence; a range may be two."""
    seen = set[str]()
    for figure in sentence.figures:
        if figure.bound == Bound.RANGE or (figure.kind in seen and figure.kind in kinds):
            return True
        seen.add(figure.kind)
    return False


def has_multiple(sentence: Sentence, grammar: Grammar) -> bool:
    """Whether a word for a multiple may stand in the sentence."""
    return not grammar.multiples.first.keys().isdisjoint(sentence.tokens)


def has_fraction(sentence: Sentence, grammar: Grammar) -> bool:
    """Whether a word for a fraction stands in the sentence."""
    return not grammar.lexicon.values["fractions"].keys().isdisjoint(sentence.tokens)


def _is_time(said: Said, words: Words, lexicon: Lexicon) -> bool:
    """True for "in the three months"; "from 4 years to 5 years" is what changes."""
    roles = lexicon.roles
    ends = roles["particles.from"] | roles["particles.to"]
    return said.figure.unit in _SPANS and words.low[said.figure.first - 1] not in ends
