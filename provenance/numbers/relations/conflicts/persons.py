"""Finds ages of one person that do not fit.

In: a story. Out: pairs of ages that stand beside the same proper name ("Ada Brenk, 41," and "the
41-year-old Ms Brenk"), whether they fit or not. A surname alone is taken for the person of that
surname when the article has named one and only one before. Ages beside a word for a relative ("his
son Ada Brenk") and those of another time ("was 19 when") are left out.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from provenance.model import Bound, Quantity, Relation, Span
from provenance.numbers.figures import Figure
from provenance.numbers.grammar import Grammar
from provenance.numbers.lexicon import Lexicon
from provenance.numbers.nouns import is_stop
from provenance.numbers.relations.conflicts.same_quantity import CONFLICT, body
from provenance.numbers.shown import reach, shown
from provenance.numbers.story import Sentence, Story
from provenance.text.sentence_tokens import Words

_APART = frozenset(["then", "part"])
# Between commas an age is of today, whatever the clause around it tells: "Brenk, 41, said later".
_OF_THE_CLAUSE = frozenset(["then"])
_NAME = 4  # words of a name
_KIN = "stories.kin"
_BESIDE = 5  # tokens beside an age and its name in which a word for a relative is of the two
_LETTERS = 2  # of an initial or a title; the last of a name may have as many
_CAPITALS = re.compile(r"\b([A-Z][^\W\d_]*)(?= (?:[A-Z]\. )?([A-Z][^\W\d_]*))")
# Mentions of one person's age beyond this are a table.
_MENTIONS = 12

Name = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Age:
    """An age beside a name."""

    name: Name
    row: Quantity


def find(story: Story, grammar: Grammar) -> Iterator[Relation]:
    """The ages of one person, each held against the first. Linear in the figures."""
    if "age" not in story.kinds:
        return
    ages = [age for sentence in body(story) for age in _ages(sentence, grammar)]
    if len(ages) < 2:
        return
    for name, mentions in _persons(ages, story.text).items():
        first, *others = mentions if len(mentions) <= _MENTIONS else mentions[:1]
        for row in others:
            if row.sentence != first.sentence:
                yield _relation(" ".join(name), first, row, story)


def _ages(sentence: Sentence, grammar: Grammar) -> Iterator[_Age]:
    words = sentence.words
    for figure, row in zip(sentence.figures, sentence.quantities, strict=True):
        apart = _APART if figure.attributive else _APART - _OF_THE_CLAUSE
        plain = row.bound == Bound.EXACT and apart.isdisjoint(row.qualifiers)
        if row.kind == "age" and plain and (name := _name(words, figure, grammar.lexicon)):
            first = max(figure.first - len(name) - _BESIDE, 0)
            if grammar.classes[_KIN].isdisjoint(words.low[first : figure.last + _BESIDE]):
                yield _Age(name, row)


def _name(words: Words, figure: Figure, lexicon: Lexicon) -> Name:
    """The name before "Ada Brenk, 41," or behind "41-year-old Ada Brenk"."""
    if figure.attributive:
        return _run(words, range(figure.last, figure.last + _NAME), lexicon)
    if words.low[figure.first - 1] != "," or words.low[figure.last] not in (",", "."):
        return ()
    steps = range(figure.first - 2, max(figure.first - 2 - _NAME, -1), -1)
    return _run(words, steps, lexicon)


def _run(words: Words, steps: range, lexicon: Lexicon) -> Name:
    """The capitalised words from a token on, in their order, without titles and initials."""
    found: list[int] = []
    for at in steps:
        if not words.raw[at][:1].isupper() or is_stop(words, at, lexicon):
            break
        found.append(at)
    places = sorted(found)
    return tuple(
        words.low[at].removesuffix("'s")
        for at in places
        if len(words.raw[at]) + (at == places[-1]) > _LETTERS and words.low[at + 1] != "."
    )


def _persons(ages: list[_Age], text: str) -> dict[Name, list[Quantity]]:
    """The ages by person; of a surname that somebody else has, those beside it alone go.

    So do those that stand before the whole name: who is introduced later is somebody else.
    """
    full = {age.name for age in ages if len(age.name) > 1}
    bearing = _bearing(text) if any(len(age.name) == 1 for age in ages) else {}
    persons: dict[Name, list[Quantity]] = defaultdict(list)
    for age in ages:
        bearers = [name for name in full if name[-1] == age.name[-1]]
        before = bearing.get(age.name[-1], {})
        if len(age.name) > 1:
            persons[age.name].append(age.row)
        elif len(bearers) == 1 and before.keys() <= set(bearers[0]):
            if min(before.values(), default=age.row.start) < age.row.start:
                persons[bearers[0]].append(age.row)
        elif not bearers and len(before) == 1:
            persons[age.name].append(age.row)
    return persons


def _bearing(text: str) -> dict[str, dict[str, int]]:
    """The words with a capital that stand before each word with one, and where they first do.

    Titles ("Mr.") are none of them.
    """
    before: dict[str, dict[str, int]] = defaultdict(dict)
    for match in _CAPITALS.finditer(text):
        before[match[2].lower()].setdefault(match[1].lower(), match.start())
    return before


def _relation(name: str, left: Quantity, right: Quantity, story: Story) -> Relation:
    fits = left.value == right.value
    return Relation(
        article_id=story.article_id,
        start=left.start,
        end=left.end,
        kind=CONFLICT,
        fits=fits,
        stated="" if fits else shown(left, story.text),
        expected="" if fits else shown(right, story.text),
        held="" if fits else f"ages of {name.title()}",
        others=(
            Span(story.article_id, right.start, right.end, f"the other figure: {reach(right)}"),
        ),
    )
