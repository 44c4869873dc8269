"""Who is meant by a noun for somebody whom the story named before.

In: the attributions of a story in order, and its people. Out: the same, "the governor" told as the
only person of whom the story says so, "the newspaper" as the outlet named last. A noun that may
mean two, or somebody the story brings in without a name ("a governor"), stays as it is.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from provenance.attribution.cast import Cast
from provenance.attribution.source_words import SourceWords
from provenance.attribution.story import Story
from provenance.model import Attribution, Person, SourceKind

_PRESS = frozenset({SourceKind.OUTLET, SourceKind.AGENCY})
_DEFINITE = ("the ", "that ")
# What the head of a role ends before: "mayor of the town", "spokesman for the port".
_HEAD = re.compile(r"\s(?:of|for|at|in|to|on|from|with|who|and)\s|,")


def recalled(
    story: Story, rows: Iterable[Attribution], cast: Cast, words: SourceWords
) -> list[Attribution]:
    """The attributions, with the names of those told by a definite noun.

    Linear in the text for each noun.

    Args:
        story: The article.
        rows: Its attributions, in order.
        cast: Its people.
        words: The words for sources.
    """
    bearers = _bearers(cast)
    named: dict[str, Person | None] = {}
    found: list[Attribution] = []
    outlet: str | None = None
    for row in rows:
        told, noun = row, row.source or ""
        if row.kind == SourceKind.ROLE and noun in bearers and _is_definite(story, row):
            if noun not in named:
                named[noun] = _only(story, noun, bearers[noun], words)
            told = _by_name(row, named[noun])
        elif row.kind == SourceKind.OUTLET and noun in words.presses["recalled"]:
            told = replace(row, source=outlet) if outlet and _is_definite(story, row) else row
        elif row.kind in _PRESS:
            outlet = row.source
        outlet = row.via or outlet
        found.append(told)
    return found


def _bearers(cast: Cast) -> dict[str, list[Person]]:
    """The people whom each noun may mean."""
    found = defaultdict[str, list[Person]](list)
    for person in cast.persons:
        for noun in _nouns(person):
            found[noun].append(person)
    return found


def _is_definite(story: Story, row: Attribution) -> bool:
    start = row.source_start
    return start is not None and story.text[start : start + 5].lower().startswith(_DEFINITE)


def _nouns(person: Person) -> frozenset[str]:
    """What a person may be called by: the title, and the head of the role with its last word."""
    head = _HEAD.split(f"{person.role or ''} ", maxsplit=1)[0].strip().lower()
    head = head.removeprefix("the ")
    return frozenset({person.title or "", head, head.rpartition(" ")[2]} - {""})


def _only(story: Story, noun: str, bearers: list[Person], words: SourceWords) -> Person | None:
    """Who alone is called so, unless the story also tells of one without a name."""
    if len(bearers) != 1:
        return None
    others = "|".join(sorted(words.counts))
    unnamed = rf"\b(?:an?|{others}) (?:[\w-]+ )?{re.escape(noun)}s?\b"
    return None if re.search(unnamed, story.masked.lower()) else bearers[0]


def _by_name(row: Attribution, person: Person | None) -> Attribution:
    """The attribution by the name of a person whom the story has named by then."""
    if person is None or person.mentions[0].start > (row.source_start or 0):
        return row
    return replace(row, kind=SourceKind.NAMED, source=person.name)
