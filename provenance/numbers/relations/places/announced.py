"""Finds "the figure" where no figure is: what it refers to was lost, or stood in another story.

In: a story. Out: references such as "if the figure is confirmed", those with a
figure before them and those without. Only what can be said of a known figure
alone makes a reference; "the figure skater" and "the number of" are none.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from provenance.model import Relation
from provenance.numbers.grammar import Grammar
from provenance.numbers.hints import REFERENCE
from provenance.numbers.relations.places import layout, likeness
from provenance.numbers.relations.places.layout import Line
from provenance.numbers.story import Story
from provenance.text.sentence_tokens import phrase

_KIND = "figure-announced-and-missing"
_REFERENCE, _VERDICT, _CASUALTY = "stories.reference", "stories.verdict", "stories.casualty"
# The figure may stand in the same paragraph, in the two before it, or so many characters before.
_PARAGRAPHS = 3
_CHARACTERS = 500
_SENTENCE = 300  # longest rest of a sentence that is looked at
_BLOOD = frozenset(["kill", "injure", "miss"])
_SENTENCE_END = re.compile(r"[.!?](?=\s)|\n\s*\n")


def find(story: Story, grammar: Grammar) -> Iterator[Relation]:
    """The references to a figure, with or without one. Linear in the text."""
    if not story.may_hold(REFERENCE):
        return
    hints, reference = _expressions(grammar.classes[_REFERENCE], grammar.classes[_VERDICT])
    if not any(hint.search(story.text) for hint in hints):
        return
    found = list(reference.finditer(story.text, story.body_start))
    if not found:
        return
    paragraphs = list(layout.lines(story.text, 0))
    casualty = _any(grammar.classes[_CASUALTY])
    for match in found:
        first = _reach(paragraphs, match.start())
        end = _sentence_end(story.text, match.end())
        bloody = bool(casualty.search(story.text, match.start(), end))
        if _stands(story, first, end, bloody=bloody):
            yield _relation(story, match, "")
        else:
            yield _relation(story, match, "a figure of people" if bloody else "a figure")


def _reach(paragraphs: list[Line], place: int) -> int:
    """Where the paragraphs begin in which the figure may stand."""
    before = [line.start for line in paragraphs if line.start <= place]
    return min(before[-_PARAGRAPHS:][0], place - _CHARACTERS)


def _sentence_end(text: str, start: int) -> int:
    last = min(start + _SENTENCE, len(text))
    stop = _SENTENCE_END.search(text, start, last)
    return stop.start() if stop else last


def _stands(story: Story, first: int, last: int, *, bloody: bool) -> bool:
    """Whether a figure stands between two places; one of people where the sentence is of dead."""
    rows = [mention.row for mention in likeness.mentions(story, first, last)]
    return any(not bloody or row.event in _BLOOD or row.noun == "person" for row in rows)


def _relation(story: Story, match: re.Match[str], missing: str) -> Relation:
    """A reference; `missing` is what it refers to when that does not stand there."""
    return Relation(
        article_id=story.article_id,
        start=match.start("figure"),
        end=match.end("figure"),
        kind=_KIND,
        fits=not missing,
        stated=missing and f"“{match['figure']}”",
        expected=missing,
        held="",
        others=(),
    )


@lru_cache(maxsize=8)
def _expressions(
    references: frozenset[str], verdicts: frozenset[str]
) -> tuple[list[re.Pattern[str]], re.Pattern[str]]:
    """What must occur: the last word of a reference with a verdict; and the whole.

    `re` looks for a plain word many times as fast as for one of several.
    """
    ends = sorted({item.split()[-1] for item in references})
    hints = [re.compile(rf"{re.escape(end)}\s+(?:{_arms(verdicts)})\b") for end in ends]
    both = rf"\b(?P<figure>{_arms(references)})\s+(?:{_arms(verdicts)})\b"
    return hints, re.compile(both, re.IGNORECASE)


@lru_cache(maxsize=8)
def _any(phrases: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_arms(phrases)})\b", re.IGNORECASE)


def _arms(phrases: frozenset[str]) -> str:
    arms = sorted((item for item in phrases if phrase(item)), key=lambda item: (-len(item), item))
    return "|".join(re.escape(item).replace(r"\ ", r"\s+") for item in arms)
