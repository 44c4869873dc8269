"""Looks through the texts of many articles at once for what their reading needs.

In: a column of texts and a grammar. Out: the `Hints` of each text. The engine of
Polars runs over texts many times as fast as `re`, so that most texts are never
searched for what they do not hold.
"""

import itertools
import re
from collections.abc import Iterable, Iterator

import polars as pl

from provenance.numbers.grammar import Grammar
from provenance.numbers.hints import CLOCK, DAY, RANKS, REFERENCE, TRIGGERS, Hints

# White space as `re` has it; the engine of Polars leaves out the last four.
_SPACE = r"[\s\x1c-\x1f]"
# Stands in no text after `_places` has taken it out.
_MARK, _NO_MARK = "\uffff", "\ufffe"


def hints(texts: pl.Series, grammar: Grammar) -> Iterator[Hints]:
    """The hints of each text. Linear in the texts.

    Args:
        texts: Of articles, none null.
        grammar: The words that are looked for.
    """
    ends = {item.split()[-1] for item in grammar.classes["stories.reference"]}
    verdicts = {item.split()[0] for item in grammar.classes["stories.verdict"]}
    held = {
        RANKS: texts.str.count_matches(_any_of(grammar.classes["parts.rank-gate"])) > 1,
        REFERENCE: texts.str.contains(f"{_any_of(ends)}{_SPACE}+{_any_of(verdicts)}"),
        CLOCK: texts.str.contains(grammar.dates.expressions.clock_gate.pattern),
    }
    held[DAY] = texts.str.contains(_any_of(grammar.dates.days.values()))
    for name in TRIGGERS:
        held[name] = texts.str.contains(grammar.dates.triggers[name].pattern)
    rows = zip(*(column.to_list() for column in held.values()), strict=True)
    numbers = _places(texts, grammar.lexicon.gates.outer)
    dates = _places(texts, grammar.dates.expressions.anchor.pattern)
    for row, *places in zip(rows, numbers, dates, strict=True):
        yield Hints(frozenset(itertools.compress(held, row)), *places)


def _places(texts: pl.Series, pattern: str) -> Iterator[list[int]]:
    """Where `pattern` matches in each text.

    Polars tells no places, so a mark is put before every match and its places are counted.
    """
    marked = texts.str.replace_all(_MARK, _NO_MARK, literal=True)
    for text in marked.str.replace_all(pattern, f"{_MARK}$0").to_list():
        yield list(itertools.accumulate(map(len, text.split(_MARK))))[:-1]


def _any_of(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(re.escape(word) for word in sorted(words))})"
