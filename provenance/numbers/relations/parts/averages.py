"""An average that no whole numbers can have: 3.4 among 7 (Brown and Heathers 2016, "GRIM").

In: a story. Out: averages held against the number of things they are taken over. Only of what
comes whole, and only where there are too few to reach every decimal shown.
"""

import math
from collections.abc import Iterator, Mapping

from provenance.model import Bound, Relation
from provenance.numbers import nouns
from provenance.numbers.grammar import Grammar
from provenance.numbers.intervals import meet
from provenance.numbers.relations.parts.stated import last_digit, relation
from provenance.numbers.shown import number
from provenance.numbers.story import Sentence, Story

KIND = "impossible-average"
_SMALL = 1000.0  # from here on a decimal is one of thousands or millions


def find(story: Story, grammar: Grammar) -> Iterator[Relation]:
    """Every average over a counted number of things. Linear in the text."""
    templates, cues = grammar.templates[KIND], grammar.classes["parts.average"]
    for sentence in story.several:
        if cues.isdisjoint(sentence.tokens):
            continue
        taken = set[int]()
        for key, slots in sentence.find(templates):
            if slots["mean"] not in taken and _is_mean(key, story.text, sentence, slots, grammar):
                taken.add(slots["mean"])
                yield _relation(story, sentence, slots)


def _is_mean(
    key: str, text: str, sentence: Sentence, slots: Mapping[str, int], grammar: Grammar
) -> bool:
    """True for an exact mean of whole things over fewer than its decimals can tell apart.

    The bound of "over seven games" is none here.
    """
    mean, count = (sentence.quantities[slots[name]] for name in ("mean", "n"))
    low = sentence.words.low
    over = low[sentence.figures[slots["n"]].first] in grammar.classes["parts.among"]
    if (
        mean.value >= _SMALL
        or mean.bound != Bound.EXACT
        or not (over or count.bound == Bound.EXACT)
    ):
        return False
    if not count.value.is_integer() or (key == "over" and not over):
        return False
    if not 1 < count.value < 1 / last_digit(mean, text):
        return False
    if key == "per":
        last = sentence.figures[slots["mean"]].last
        near = [nouns.singular(word, grammar.lexicon) for word in low[last : last + 4]]
        return count.noun is not None and count.noun in near
    classes = grammar.classes
    weighted = classes["parts.weighted"] & set(low[: sentence.words.count])
    scored = (mean.noun or mean.unit) in classes["parts.scored"]
    if mean.kind != "measure" and not weighted:
        return True
    played = count.noun in classes["parts.played"]
    return scored and played and weighted <= classes["parts.tallied"]


def _relation(story: Story, sentence: Sentence, slots: Mapping[str, int]) -> Relation:
    mean, count = (sentence.quantities[slots[name]] for name in ("mean", "n"))
    half = last_digit(mean, story.text) / 2
    whole = math.floor(mean.value * count.value)
    reached = [k / count.value for k in (whole, whole + 1)]
    fits = any(meet((value, value), (mean.value - half, mean.value + half)) for value in reached)

    def told() -> tuple[str, str]:
        one, two = (number(round(value, 4), mean) for value in reached)
        over = number(count.value, count)
        return (
            f"{whole} over {over} is {one} and {whole + 1} is {two}",
            "an average of whole things",
        )

    return relation(story, KIND, mean, [(count, "over how many")], None if fits else told)
