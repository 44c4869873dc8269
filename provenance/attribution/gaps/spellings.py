"""Whose name is spelled in two ways in one text.

Two spellings are one letter apart and nothing but the spelling says that they
are two people: the other name is a surname alone with a title, or the rest of
both names is the same. Names that people choose between, as Michael and
Michaela, stay apart.
"""

import re
from collections.abc import Iterator
from itertools import combinations

from provenance.attribution.gaps.scene import Scene
from provenance.attribution.name_words import NameWords, fold
from provenance.model import Gap, Person, Span

# Run together with what stood behind: "Osk3", "OskA".
_DAMAGED = re.compile(r"\d|[a-z][A-Z]$")

KIND = "name-spelled-two-ways"
# Shorter surnames one letter apart are as often two families: Lee and Leo, Grant and Brant.
_SHORTEST_SURNAME = 5
_SHORTEST_FIRST_NAME = 6
# In a list of namesakes, more say nothing new.
_MOST = 40


def find(scene: Scene) -> Iterator[Gap]:
    """A gap for each pair of spellings, at the rarer one, or the later if both are as rare."""
    for left, right in pairs(scene.people, scene.lexicon.names):
        rare, usual = sorted((left, right), key=lambda each: (len(each.mentions), -each.start))
        place, other = rare.mentions[0], usual.mentions[0]
        detail = f"“{rare.name}” here, “{usual.name}” there"
        note = f"“{usual.name}” there"
        yield scene.gap(KIND, (place.start, place.end), detail, (Span(*_where(other), note),))


def pairs(people: tuple[Person, ...], words: NameWords) -> Iterator[tuple[Person, Person]]:
    """The people whose names are, but for a letter, one; each pair once, in order of the text."""
    for group in _groups(people):
        for left, right in combinations(group, 2):
            full = [" " in each.name for each in (left, right)]
            if all(full) and _is_one_name(left, right):
                yield left, right
            if any(full) and not all(full) and _agree(left, right, words):
                short = right if full[0] else left
                meant = {each.surname for each in group if _near(each.surname, short.surname)}
                if meant == {left.surname, right.surname} - {short.surname}:
                    yield left, right


def _groups(people: tuple[Person, ...]) -> Iterator[list[Person]]:
    """The people whose surnames begin with the same letter: all others are no spellings."""
    groups: dict[str, list[Person]] = {}
    for person in people:
        if not _DAMAGED.search(person.name):
            groups.setdefault(person.surname[:1], []).append(person)
    yield from (group[:_MOST] for group in groups.values())


def _where(place: Span) -> tuple[str, int, int]:
    return place.article_id, place.start, place.end


def _agree(left: Person, right: Person, words: NameWords) -> bool:
    """Whether no pronoun speaks against their being one person."""
    return len({words.pronoun(left), words.pronoun(right)} - {None}) < 2


def _is_one_name(left: Person, right: Person) -> bool:
    """Whether two full names differ in one letter of the surname or of the first name."""
    first, other = (fold(each.name.split()[0]) for each in (left, right))
    if first == other:
        return _near(left.surname, right.surname)
    if left.surname != right.surname or min(len(first), len(other)) < _SHORTEST_FIRST_NAME:
        return False
    short, long = sorted((first, other), key=len)
    # Not at the end, where Michael becomes Michaela.
    return len(long) == len(short) + 1 and long[-1] == short[-1] and _near(short, long, 0)


def _near(left: str, right: str, shortest: int = _SHORTEST_SURNAME) -> bool:
    """Whether one letter put in, left out or changed, not the first, makes one of the other."""
    short, long = sorted((left, right), key=len)
    if len(short) < shortest or len(long) - len(short) > 1 or left == right:
        return False
    same = 0
    while same < len(short) and short[same] == long[same]:
        same += 1
    behind = short[same + 1 :] if len(short) == len(long) else short[same:]
    is_plural = short + "s" == long
    return same > 0 and behind == long[same + 1 :] and not is_plural
