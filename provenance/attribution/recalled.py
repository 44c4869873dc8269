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
_ROLE, _OUTLET = SourceKind.ROLE, SourceKind.OUTLET
# What the head of a role ends before: "mayor of the town", "spokesman for the port".
_HEAD = re.compile(r"\s(?:of|for|at|in|to|on|from|with|who|and)\s|,")
# What may stand between "a" and a noun, and how the noun ends there.
_ADJECTIVE = re.compile(r"[\w-]+ ")
_END = re.compile(r"s?\b")


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
        if row.kind == _ROLE and noun in bearers and _is_definite(story, row):
            if noun not in named:
                named[noun] = _only(story, noun, bearers[noun], words)
            told = _by_name(row, named[noun])
        elif row.kind == _OUTLET and noun in words.presses["recalled"]:
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
    title = person.title or ""
    if not person.role:
        return frozenset({title} if title else ())
    head = _HEAD.split(f"{person.role} ", maxsplit=1)[0].strip().lower().removeprefix("the ")
    return frozenset({title, head, head.rpartition(" ")[2]} - {""})


def _only(story: Story, noun: str, bearers: list[Person], words: SourceWords) -> Person | None:
    """Who alone is called so, unless the story also tells of one without a name."""
    if len(bearers) != 1:
        return None
    text = story.masked.lower()
    for counted in words.counted.finditer(text):
        adjective = _ADJECTIVE.match(text, counted.end())
        places = (counted.end(), adjective.end() if adjective else -1)
        if any(_is_noun(text, at, noun) for at in places if at >= 0):
            return None
    return bearers[0]


def _is_noun(text: str, at: int, noun: str) -> bool:
    """Whether a noun stands at a place of a text, as one or as many."""
    return text.startswith(noun, at) and _END.match(text, at + len(noun)) is not None


def _by_name(row: Attribution, person: Person | None) -> Attribution:
    """The attribution by the name of a person whom the story has named by then."""
    if person is None or person.mentions[0].start > (row.source_start or 0):
        return row
    return replace(row, kind=SourceKind.NAMED, source=person.name)
