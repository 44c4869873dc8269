"""The figures of a sentence as relations of change take them, and words that stand for one.

In: a sentence and a grammar. Out: figures with their rows: those the grammar
read, the two ends of "from 40 to 50" apart, and words for multiples ("doubled")
and fractions ("by a third"), which count nothing and are no figures elsewhere.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from provenance.model import Bound, Quantity
from provenance.numbers import intervals, nouns, units, values
from provenance.numbers.figures import Figure
from provenance.numbers.grammar import Grammar
from provenance.numbers.intervals import Reach
from provenance.numbers.lexicon import Lexicon
from provenance.numbers.story import Sentence
from provenance.numbers.units import Amount
from provenance.text.sentence_tokens import Words

_STEP = 0.05  # of a fraction in words
_OPENING = 3  # "from the present 40 to 50"


@dataclass(frozen=True, slots=True)
class Said:
    """A figure, or a word that stands for one, with its row."""

    figure: Figure
    row: Quantity


def ends(said: Said, sentence: Sentence, lexicon: Lexicon) -> tuple[Said, ...]:
    """The two figures of "from 40 to 50" and "48 to 43"; else the one."""
    figure, words = said.figure, sentence.words
    if figure.bound != Bound.RANGE:
        return (said,)
    opening = words.low[max(figure.first - _OPENING, 0) : figure.first + 1]
    opened = not lexicon.roles["particles.from"].isdisjoint(opening)
    left = _amount_from(words, figure.first, figure.last, lexicon)
    joint = left.last if left else figure.last
    right = _amount_from(words, joint + 1, figure.last, lexicon)
    if not (left and right) or words.low[joint] not in lexicon.roles["particles.to"]:
        return (said,)
    turned = left.value > right.value  # "leads by 48 to 43 percent" is no range
    if not (opened or turned):
        return (said,)
    return tuple(_stands(said, end, words) for end in (left, right))


def _amount_from(words: Words, first: int, last: int, lexicon: Lexicon) -> Amount | None:
    """The first amount in a range of tokens."""
    for index in range(first, last):
        if number := values.read(words, index, lexicon):
            return units.amount(words, number, lexicon)
    return None


def _stands(said: Said, amount: Amount, words: Words) -> Said:
    """One end of a range as a figure of its own, with the unit of both."""
    reach = intervals.reach(amount.value, amount.step, Bound.EXACT)
    figure = said.figure._replace(
        first=amount.first,
        last=amount.last,
        value=amount.value,
        step=amount.step,
        reach=reach,
        bound=Bound.EXACT,
    )
    row = _row(said.row, figure, words)
    return Said(figure, row)


def multiples(sentence: Sentence, grammar: Grammar) -> Iterator[Said]:
    """Words such as "doubled" and "cut in half", but not the "double" of "double-digit"."""
    low, resume = sentence.words.low, 0
    for index in sentence.words.places(grammar.multiples.first):
        if index >= resume and (found := grammar.multiples.at(low, index)):
            resume = index + found[1]
            if low[resume] in grammar.lexicon.roles["particles.hyphen"]:
                continue  # double-digit
            yield _mark(sentence, (index, resume), float(found[0]), "multiple", grammar)


def fractions(sentence: Sentence, others: Iterable[Said], grammar: Grammar) -> Iterator[Said]:
    """Such as "a third", "two-thirds", "half", where neither a figure nor one of `others` is."""
    words, lexicon = sentence.words, grammar.lexicon
    low = words.low
    values, cardinals = lexicon.values["fractions"], lexicon.values["cardinals"]
    figures = [*sentence.figures, *(said.figure for said in others)]
    taken = {k for figure in figures for k in range(figure.first, figure.last)}
    for index in words.places(values):
        first, top = index, 1.0 if values[low[index]] == 1 / 2 else 0.0
        hyphen = index > 1 and low[index - 1] in lexicon.roles["particles.hyphen"]
        before = index - 1 - hyphen
        if index and low[before] in lexicon.roles["particles.article"]:
            first, top = before, 1.0
        elif index and 0 < cardinals.get(low[before], 0.0) <= 9:
            first, top = before, cardinals[low[before]]
        if lexicon.phrases["idioms"].at(low, index - 1) or lexicon.phrases["idioms"].at(low, index):
            continue  # the first half
        value = top * values[low[index]]
        behind = low[index + 1]
        if (
            values[low[index]] != 1 / 2
            and behind.isalpha()
            and not nouns.is_stop(words, index + 1, lexicon)
        ):
            continue  # a third quarter
        if 0 < value <= 1 and taken.isdisjoint(range(first, index + 1)):
            yield _mark(sentence, (first, index + 1), value, "ratio", grammar)


def _mark(
    sentence: Sentence, span: tuple[int, int], value: float, kind: str, grammar: Grammar
) -> Said:
    """A word as a figure, with the bound before it."""
    words, (first, last), bound = sentence.words, span, Bound.EXACT
    if before := grammar.lexicon.phrases["before"].ending(words.low, first):
        first, bound = first - before[1], Bound(before[0])
    reach = _reach(value, kind, bound)
    figure = sentence.figures[0]._replace(
        first=first,
        last=last,
        value=value,
        step=_STEP,
        reach=reach,
        bound=bound,
        kind=kind,
        unit=None,
        attributive=False,
    )
    bare = replace(sentence.quantities[0], noun=None, event=None, modifiers=(), qualifiers=())
    return Said(figure, _row(bare, figure, words))


def _row(row: Quantity, figure: Figure, words: Words) -> Quantity:
    """`row` with what `figure` says."""
    return replace(
        row,
        start=words.starts[figure.first],
        end=words.ends[figure.last - 1],
        value=figure.value,
        low=figure.reach.low,
        high=figure.reach.high,
        soft_low=figure.reach.soft_low,
        soft_high=figure.reach.soft_high,
        kind=figure.kind,
        unit=figure.unit,
        bound=figure.bound,
    )


def _reach(value: float, kind: str, bound: Bound) -> Reach:
    if kind == "ratio" and bound == Bound.EXACT:
        return intervals.ratio(value)
    return intervals.reach(value, _STEP, bound)
