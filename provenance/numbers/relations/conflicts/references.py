"""Tells whether a later sentence refers back to what an earlier one introduced.

In: two figures with their sentences, and the text. Out: whether the later one is said of "the
blast", "the pileup" or "the 32 protesters" that the earlier sentence spoke of, by the same word or
another one for it. Where the text brings in another thing of that kind ("a similar attack",
"bombings"), the reference may go there, and it is taken for none. Nothing is said of the figures.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from provenance.numbers.figures import Figure
from provenance.numbers.lexicon import Lexicon
from provenance.numbers.nouns import is_stop
from provenance.numbers.story import Sentence
from provenance.text.sentence_tokens import Words

_DEFINITE, _COUNTED = "stories.definite", "stories.counted"
_ANOTHER = "stories.another"
_KINDS = "stories.thing-"
_PART, _NEEDED, _ELSEWHERE = "stories.among", "stories.needed", "stories.elsewhere"
_TOLL = "stories.toll"
_ANEW = "stories.anew"
_CASES = 10
_NEAR = 4  # tokens beside a figure
_CLAUSE = 14  # tokens beside a figure in which the reference stands
_RUN = 2  # words behind "the" among which the thing stands: "the cargo ship"
_LETTERS = 3
_BETWEEN = 1  # words between "a" and the thing: "a similar attack"
_LONGEST = 200_000  # characters in which another thing of the kind is looked for
_TOKEN = re.compile(r"[^\W\d_]+")


class Reference(Enum):
    """What a figure refers back to: nothing, a thing ("the blast"), what is counted, a toll."""

    NONE = "none"
    THING = "thing"
    COUNTED = "counted"
    TOLL = "toll"


@dataclass(frozen=True)
class References:
    """What a text refers back to.

    Attributes:
        text: Of the article.
        lexicon: The words of figures.
        classes: Word classes by name; `stories.thing-*` hold words for one thing each.
    """

    text: str
    lexicon: Lexicon
    classes: Mapping[str, frozenset[str]]

    def back(self, left: tuple[Sentence, Figure], right: tuple[Sentence, Figure]) -> Reference:
        """What the clause of `right` refers to that the sentence of `left` speaks of.

        "The toll rose to 40" is that of the sentence right before, and of no other.

        Linear in the two sentences, and in the text when asked for the first time.
        """
        if left[1].attributive != right[1].attributive:
            return Reference.NONE  # three women, a board of 12; 20 million, a 20-million bond
        places = (left, right)
        if any(self._elsewhere(*place) for place in places):
            return Reference.NONE
        said = self._said(left[0].words)
        clear = [self._only(word) for word in self._definite(*right) if word in said]
        if not all(clear):
            return Reference.NONE
        if self._counted(*right):
            return Reference.COUNTED
        if clear:
            return Reference.THING
        return Reference.TOLL if self._toll(*places) else Reference.NONE

    def _toll(self, left: tuple[Sentence, Figure], right: tuple[Sentence, Figure]) -> bool:
        """True for "the toll rose to" in the sentence behind, where the text has no other toll."""
        (before, _), (sentence, figure) = left, right
        if sentence.number != before.number + 1:
            return False
        tolls = self.classes[_TOLL].intersection(self._definite(sentence, figure))
        return any(self._counts[word] == 1 and self._only(word) for word in tolls)

    def needed(self, sentence: Sentence, figure: Figure) -> bool:
        """True for the 12 people that a plane can carry: no count of what happened."""
        beside = sentence.words.low[max(figure.first - _NEAR, 0) : figure.last + _NEAR]
        return not self.classes[_NEEDED].isdisjoint(beside)

    def anew(self, words: Words) -> bool:
        """True for "Sunday's quake" and "this storm": of its own day, not of the year before it."""
        days = self.lexicon.phrases["weekdays"].first
        return any(
            word in self.classes[_ANEW] or (word.endswith("'s") and word.removesuffix("'s") in days)
            for word in words.low[: words.count]
        )

    def _elsewhere(self, sentence: Sentence, figure: Figure) -> bool:
        """True for "three were among the injured", "a similar bill", what is needed, and labels."""
        low = sentence.words.low
        behind = low[figure.last : figure.last + _NEAR]
        return (
            (figure.first > 0 and low[figure.first - 1] == ":")
            or self.needed(sentence, figure)
            or not self.classes[_PART].isdisjoint(behind)
            or not self.classes[_ELSEWHERE].isdisjoint(
                low[max(figure.first - _CLAUSE, 0) : figure.last + _NEAR]
            )
        )

    def _counted(self, sentence: Sentence, figure: Figure) -> bool:
        """True for "the 32 protesters" and "all the sailors", not for "of the 49 charged"."""
        before = sentence.words.low[max(figure.first - 2, 0) : figure.first]
        partitive = not self.lexicon.roles["particles.of"].isdisjoint(before)
        return bool(before) and before[-1] in self.classes[_COUNTED] and not partitive

    def _said(self, words: Words) -> set[str]:
        """The words of a sentence, and every other word for the same things."""
        told = set(words.low[: words.count])
        return told.union(*(kind for kind in self._kinds if not kind.isdisjoint(told)))

    def _definite(self, sentence: Sentence, figure: Figure) -> Iterator[str]:
        """The words right behind "the" in a sentence, but for what is counted."""
        low, definite = sentence.words.low, self.classes[_DEFINITE]
        counted = range(figure.first, figure.last + _RUN)
        nouns = low[figure.last : figure.last + _RUN]  # 40 shares, and the remaining shares
        for at in sentence.words.places(definite):
            if not figure.first - _CLAUSE <= at < figure.last + _CLAUSE:
                continue
            for place in range(at + 1, at + 1 + _RUN):
                happened = place > at + 1 and low[place] in self.lexicon.cues.first
                if happened or place in counted or is_stop(sentence.words, place, self.lexicon):
                    break
                named = sentence.words.raw[place][:1].isupper()  # the Gulf, the Senate
                told = len(low[place]) >= _LETTERS and low[place].isalpha()
                if told and not named and low[place] not in nouns:
                    yield low[place]

    def grows(self, left: float, right: float) -> bool:
        """True when the text tells of the cases between two counts: "a fifth man died"."""
        cases = range(int(min(left, right)) + 1, int(max(left, right)) + 1)
        ordinals = self.lexicon.values["ordinals"]
        return len(cases) <= _CASES and any(
            self._counts[word] for word, value in ordinals.items() if value in cases
        )

    def _only(self, word: str) -> bool:
        """True when the text has one thing of the kind of `word`, or brings in no other."""
        kind = frozenset({word}).union(*(kind for kind in self._kinds if word in kind))
        several = {f"{each}{end}" for each in kind for end in ("s", "es")} - kind
        if any(self._counts[each] for each in several):
            return False
        return sum(self._others[each] for each in kind) == 0 and (
            sum(self._new[each] for each in kind) <= 1
        )

    @cached_property
    def _kinds(self) -> list[frozenset[str]]:
        return [words for name, words in self.classes.items() if name.startswith(_KINDS)]

    @cached_property
    def _low(self) -> list[str]:
        return _TOKEN.findall(self.text[:_LONGEST].lower())

    @cached_property
    def _counts(self) -> Counter[str]:
        return Counter(self._low)

    @cached_property
    def _new(self) -> Counter[str]:
        """How often each word stands behind "a"."""
        return self._behind(self.lexicon.roles["particles.article"])

    @cached_property
    def _others(self) -> Counter[str]:
        """How often each word stands behind "another", "earlier" and the like."""
        return self._behind(self.classes[_ANOTHER])

    def _behind(self, openers: frozenset[str]) -> Counter[str]:
        found = Counter[str]()
        for at, word in enumerate(self._low):
            if word in openers:
                found.update(self._low[at + 1 : at + 2 + _BETWEEN])
        return found
