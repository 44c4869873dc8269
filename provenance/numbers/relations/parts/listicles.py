"""The number in a headline and the list below it: "12 things to know" over eleven numbered items.

In: a story. Out: the number held against the numbered or bulleted lines of the body. Only where
the headline begins with the number and counts what such lists hold, and the body is one list.
"""

import itertools
import re
from collections.abc import Callable, Iterator, Sequence

from provenance.model import Bound, Quantity, Relation
from provenance.numbers.grammar import Grammar
from provenance.numbers.relations.parts.lists import KIND
from provenance.numbers.relations.parts.stated import relation
from provenance.numbers.shown import shown
from provenance.numbers.story import Story

_ITEM = re.compile(r"^[ \t]*(?:#?([0-9]{1,3})[.):]|([•*●▪·‣-]))[ \t]+\S[^\n]*", re.MULTILINE)
_LEAST, _MOST = 3, 100
_OPENING = 40  # characters of a headline before its number
_HEADLINE = 120


def find(story: Story, grammar: Grammar) -> Iterator[Relation]:
    """The list that the headline announces, at most one. Linear in the text."""
    row = _announced(story, grammar)
    items = _list(story.text, _headline_end(story)) if row else ()
    if row is None or len(items) < _LEAST:
        return
    fits = len(items) == row.value

    def told() -> tuple[str, str]:
        return f"the list below it has {len(items)}", "a headline and the list of its article"

    first = (*items[0], "the first of the list")
    if row in story.quantities:
        yield relation(story, KIND, row, [first], None if fits else told)
    else:
        yield _beside(story, row, first, None if fits else told)


def _announced(story: Story, grammar: Grammar) -> Quantity | None:
    """The only figure of the headline, where it counts what is listed."""
    end, listed = _headline_end(story), grammar.classes["parts.listed"]
    figures = [row for row in story.quantities[:3] if row.start < end]
    if not figures and story.title:
        figures = [row for sentence in story.heading for row in sentence.quantities]
    if len(figures) != 1 or figures[0].start >= _OPENING:
        return None
    row = figures[0]
    plain = row.kind == "count" and row.bound == Bound.EXACT and _LEAST <= row.value <= _MOST
    return row if plain and row.noun in listed else None


def _beside(
    story: Story,
    row: Quantity,
    first: tuple[int, int, str],
    told: Callable[[], tuple[str, str]] | None,
) -> Relation:
    """The relation of a headline that is not in the text: it points to the list."""
    expected, held = told() if told else ("", "")
    return Relation(
        article_id=story.article_id,
        start=first[0],
        end=first[1],
        kind=KIND,
        fits=told is None,
        stated=shown(row, story.title or "") if told else "",
        expected=expected,
        held=held,
        others=(),
    )


def _headline_end(story: Story) -> int:
    """Where the headline ends: the first line, when nothing else is known; 0 when that is long."""
    if story.body_start:
        return story.body_start
    end = story.text.find("\n", 0, _HEADLINE)
    return max(end, 0)


def _list(text: str, start: int) -> Sequence[tuple[int, int]]:
    """The items of the only list of a text, as spans; none when their numbers do not run on.

    An item that stands there twice is one.
    """
    once: dict[str, re.Match[str]] = {}
    for match in _ITEM.finditer(text, start):
        once.setdefault(match[0].strip(), match)
    found = list(once.values())
    numbered = [match for match in found if match.group(1)]
    items = numbered or found
    if numbered:
        numbers = [int(match.group(1)) for match in numbered]
        steps = {other - one for one, other in itertools.pairwise(numbers)}
        if steps not in ({1}, {-1}) or 1 not in (numbers[0], numbers[-1]):
            return ()
    elif len({match.group(2) for match in items}) > 1:
        return ()
    return [match.span() for match in items]
