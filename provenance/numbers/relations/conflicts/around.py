"""The words and names around two figures: what they share, what differs, what is referred to.

In: a story and pairs of its figures. Out: how sure it is that the two are about one thing, and
what beside one of them is not beside the other. Windows and words are read when first asked for.
It does not say whether the figures fit.
"""

import re

from provenance.model import Bound, Quantity
from provenance.numbers.grammar import Grammar
from provenance.numbers.relations.conflicts.apart import disjoint, family
from provenance.numbers.relations.conflicts.references import Reference, References
from provenance.numbers.relations.conflicts.windows import Window, both_differ, of_figure
from provenance.numbers.story import Sentence, Story

SHARES = ("percent", "ratio")
_NAMES = ("place", "actor")
_WORD = re.compile(r"[^\W\d_]{4,}")
_FEW = 5
_LONGEST = 2000  # characters of a sentence whose words are compared
_PREFIX = 4  # "grows" and "growing" share it
_BESIDE = 4

# Weights set by hand on news of the years 1989 to 2016; each is how much it speaks for or
# against the two figures being about one thing.
_BASE = 0.35
_SAME_NAMES = 0.15
_NO_NAMES = -0.1
_SAME_MODIFIERS = 0.1
_OVERLAP = 0.4
_RUNNING_TOTAL = 0.15
_VAGUE = -0.2
_ONE_DATED = -0.2


class Around:
    """The words around the figures of a story, read when first asked for."""

    def __init__(self, story: Story, grammar: Grammar) -> None:
        self._story = story
        self._lexicon = grammar.lexicon
        self._references = References(story.text, grammar.lexicon, grammar.classes)
        self._words: dict[int, set[str]] = {}
        self._places: dict[int, tuple[Sentence, int]] = {}

    def confidence(self, left: Quantity, right: Quantity) -> float:
        """How sure it is that the two figures are about one thing, at most 1."""
        names = [{n for name in _NAMES for n in family(row, name)} for row in (left, right)]
        weight = _BASE + _OVERLAP * self._overlap(left.sentence, right.sentence)
        if all(names) and not disjoint(*names):
            weight += _SAME_NAMES
        elif not any(names):
            weight += _NO_NAMES
        if left.modifiers and left.modifiers == right.modifiers:
            weight += _SAME_MODIFIERS
        if Bound.VAGUE in (left.bound, right.bound):
            weight += _VAGUE
        if any(bool(family(left, name)) != bool(family(right, name)) for name in ("day", "month")):
            weight += _ONE_DATED
        if running_total(left, right):
            weight += _RUNNING_TOTAL
        return min(weight, 1.0)

    def years(self, row: Quantity) -> set[str]:
        """The years a figure is of; marked when carried over to a day or a "this" of its own."""
        told = family(row, "year")
        if not told:
            return told
        sentence, _ = self._place(row)
        words = sentence.words
        carried = told.isdisjoint(words.low)
        anew = carried and (family(row, "day") or self._references.anew(words))
        return {*told, "anew"} if anew else told

    def needed(self, row: Quantity) -> bool:
        """True for a figure that could be reached, or must."""
        sentence, index = self._place(row)
        return self._references.needed(sentence, sentence.figures[index])

    def reference(self, left: Quantity, right: Quantity) -> Reference:
        """What `right` refers back to that the sentence of `left` speaks of."""
        places = (self._place(row) for row in (left, right))
        one, other = ((sentence, sentence.figures[index]) for sentence, index in places)
        return self._references.back(one, other)

    def grows(self, left: Quantity, right: Quantity) -> bool:
        """True when the text counts on from the one to the other."""
        return self._references.grows(left.value, right.value)

    def beside(self, left: Quantity, right: Quantity) -> int:
        """How many of the nearest words the two figures share, but for what they count."""
        mine, yours = (
            {
                word[:_PREFIX]
                for word in (*around.left[:_BESIDE], *around.right[:_BESIDE])
                if word[0].isalpha()
            }
            for around in (self._window(left), self._window(right))
        )
        return len((mine & yours) - {(left.noun or "")[:_PREFIX]})

    def differing(self, left: Quantity, right: Quantity) -> set[str]:
        """What beside each figure is not beside the other one: names, other figures."""
        one, other = self._window(left), self._window(right)
        found = {"numbers"} if both_differ(one.all_numbers, other.all_numbers) else set[str]()
        if left.kind == "money" and not one.names & other.names:
            found.add("numbers")  # nothing tells what the amounts are for
        if left.kind in SHARES and one.names != other.names:
            found.add("numbers")  # polls ask of many names
        if both_differ(one.names, other.names):
            found.add("names")
        return found

    def _overlap(self, left: int, right: int) -> float:
        """Share of the words of the shorter sentence that the other one has too, in [0, 1].

        A sentence of fewer than `_FEW` words counts as one of so many: noun and event are
        among them and are shared anyway.
        """
        mine, yours = self._words_of(left), self._words_of(right)
        return len(mine & yours) / max(min(len(mine), len(yours)), _FEW)

    def _words_of(self, number: int) -> set[str]:
        if number not in self._words:
            start, end = self._story.spans[number]
            found = _WORD.findall(self._story.text, start, min(end, start + _LONGEST))
            self._words[number] = {word[:_PREFIX].lower() for word in found}
        return self._words[number]

    def _window(self, row: Quantity) -> Window:
        return of_figure(*self._place(row), self._lexicon)

    def _place(self, row: Quantity) -> tuple[Sentence, int]:
        if not self._places:
            self._places = {
                each.start: (sentence, index)
                for sentence in self._story.sentences
                for index, each in enumerate(sentence.quantities)
            }
        return self._places[row.start]


def running_total(left: Quantity, right: Quantity) -> Quantity | None:
    """The running total of the two when exactly one is one."""
    totals = [row for row in (left, right) if "cumulative" in row.qualifiers]
    return totals[0] if len(totals) == 1 else None
