"""A rate, a number and what they come to: "five tickets at $10 each, for $60".

In: a story. Out: totals held against rate times number. Left alone where the sentence names
anything else that may be in the price.
"""

import math
from collections.abc import Iterator, Mapping, Sequence

from provenance.model import Quantity, Relation
from provenance.numbers import nouns
from provenance.numbers.grammar import Grammar
from provenance.numbers.intervals import meet
from provenance.numbers.relations.parts.stated import interval, plain, relation
from provenance.numbers.shown import number
from provenance.numbers.story import Sentence, Story
from provenance.text.sentence_tokens import phrase

KIND = "rate-times-count"
# A total that is not even near the product is of something else.
_NEAR = 3.0


def find(story: Story, grammar: Grammar) -> Iterator[Relation]:
    """Every total that stands with its rate and number. Linear in the text."""
    templates, classes = grammar.templates[KIND], grammar.classes
    for sentence in story.several:
        if len(sentence.figures) < 3 or not classes["parts.surcharge"].isdisjoint(sentence.tokens):
            continue
        if sum(row.kind == "money" for row in sentence.quantities) < 2:
            continue
        taken = set[int]()
        for _, slots in sentence.find(templates):
            if taken.isdisjoint(slots.values()) and _belongs(sentence, slots, grammar):
                rows = [sentence.quantities[slots[name]] for name in ("total", "rate", "n")]
                if plain(*rows) and _near(rows):
                    taken.update(slots.values())
                    yield _relation(story, rows)


def _belongs(sentence: Sentence, slots: Mapping[str, int], grammar: Grammar) -> bool:
    """True when the rate is for each of what is counted, and in the money of the total."""
    total, rate, count = (sentence.quantities[slots[name]] for name in ("total", "rate", "n"))
    if total.unit != rate.unit or _is_apart(sentence, slots, grammar):
        return False
    words, last = sentence.words, sentence.figures[slots["rate"]].last
    if sentence.figures[slots["n"]].last == sentence.figures[slots["rate"]].first:
        return count.kind == "count" and words.low[last].isalpha()
    if _is_each(sentence, slots, grammar):
        return count.kind == "count"
    if words.low[last] not in grammar.classes["parts.per"]:
        return False
    unit = nouns.singular(words.low[last + 1], grammar.lexicon)
    if unit in (count.noun, count.unit):
        return True
    behind = words.low[sentence.figures[slots["total"]].last :][:2]
    return behind == words.low[last : last + 2] and count.kind == "count"


def _is_apart(sentence: Sentence, slots: Mapping[str, int], grammar: Grammar) -> bool:
    """True when "and" joins rate and total, so that they are two things."""
    rate, total = (sentence.figures[slots[name]] for name in ("rate", "total"))
    if _is_added(sentence, slots, grammar):
        return True
    between = sentence.words.low[rate.last : total.first]
    ands = [k for k, word in enumerate(between) if word in grammar.lexicon.roles["particles.and"]]
    told = grammar.classes["parts.come-to"]
    return any(between[k + 1 : k + 2] and between[k + 1] not in told for k in ands)


def _is_added(sentence: Sentence, slots: Mapping[str, int], grammar: Grammar) -> bool:
    """True for "$30 million of bonds and 200 shares at $11 each, for a total of"."""
    money = sentence.quantities[slots["total"]].unit
    figures, first = sentence.figures, min(slots["n"], slots["rate"])
    return any(
        row.kind == "money"
        and row.unit == money
        and not grammar.classes["parts.added"].isdisjoint(
            sentence.words.low[figures[index].last : figures[first].first]
        )
        for index, row in enumerate(sentence.quantities[:first])
        if index != slots["total"]
    )


def _is_each(sentence: Sentence, slots: Mapping[str, int], grammar: Grammar) -> bool:
    """True when "each" or its like stands with the rate."""
    low, figures = sentence.words.low, sentence.figures
    last = figures[slots["rate"]].last
    phrases = [phrase(item) for item in grammar.classes["parts.each"]]
    behind = any(tuple(low[last : last + len(item)]) == item for item in phrases)
    places = sorted(figures[slots[name]].first for name in ("n", "rate"))
    before = low[max(places[0] - 4, 0) : places[1]]
    return behind or any((word,) in phrases for word in before)


def _near(rows: Sequence[Quantity]) -> bool:
    total, rate, count = (row.value for row in rows)
    if min(total, rate, count) <= 0 or count < 2:
        return False
    return 1 / _NEAR <= total / (rate * count) <= _NEAR


def _relation(story: Story, rows: Sequence[Quantity]) -> Relation:
    total, rate, count = rows
    (low, high), (few, many) = interval(rate), interval(count)
    product = low * few, math.inf if math.inf in (high, many) else high * many
    fits = meet(interval(total), product)

    def told() -> tuple[str, str]:
        exact = f"{number(count.value, count)} x {number(rate.value, rate)}"
        return f"they come to {number(count.value * rate.value, total)}", exact

    notes = [(rate, "the rate"), (count, "how many")]
    return relation(story, KIND, total, notes, None if fits else told)
