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
# One sound, written in two ways where a name comes from another script.
_HEARD = (("ou", "u"), ("oo", "u"), ("ee", "i"), ("ph", "f"), ("dh", "d"), ("q", "k"))
_DOUBLED = re.compile(r"(\w)\1")
# In a list of namesakes, more say nothing new.
_MOST = 40


def find(scene: Scene) -> Iterator[Gap]:
    """A gap for each pair of spellings, at the rarer one, or the later if both are as rare."""
    for left, right in pairs(scene.people, scene.lexicon.names):
        rare, usual = sorted((left, right), key=lambda each: (len(each.mentions), -each.start))
        yield told(scene, (rare.mentions[0].start, rare.mentions[0].end), rare.name, usual)


def told(scene: Scene, place: tuple[int, int], name: str, usual: Person) -> Gap:
    """The gap of a name at a place that stands elsewhere as `usual`."""
    note = f"“{usual.name}” there"
    others = (Span(*_where(usual.mentions[0]), note),)
    return scene.gap(KIND, place, f"“{name}” here, {note}", others)


def namesake(name: str, scene: Scene) -> Person | None:
    """The one person with a full name whose surname is, but for a letter, `name`."""
    surname = fold(name)
    group = scene.initials.get(surname[:1], ())[:_MOST]
    near = [each for each in group if " " in each.name and _near(each.surname, surname)]
    return near[0] if len(near) == 1 else None


def pairs(people: tuple[Person, ...], words: NameWords) -> Iterator[tuple[Person, Person]]:
    """The people whose names are, but for a letter, one; each pair once, in order of the text."""
    for group in _groups(people):
        for left, right in combinations(group, 2):
            full = [" " in each.name for each in (left, right)]
            if all(full) and _is_one_name(left, right):
                yield left, right
            if any(full) and not all(full) and _agree(left, right, words):
                short, whole = (right, left) if full[0] else (left, right)
                if _is_of_another_office(short, whole, words):
                    continue
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


def _is_of_another_office(short: Person, whole: Person, words: NameWords) -> bool:
    """Whether a surname has an office that the full name has not, and is named as often.

    "President Orlan" and "Orlan" are not his "chief of staff Mia Orlen"; a slip stands once.
    """
    if short.title is None or short.title == whole.title:
        return False
    if short.title in words.ranks | words.courtesies:
        return False
    return len(short.mentions) > max(1, len(whole.mentions) - 1)


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
    """Whether two names sound alike, or are a letter put in, left out, changed or swapped apart.

    The first letter stays: with another one it is another name.
    """
    short, long = sorted((left, right), key=len)
    if len(short) < shortest or left == right or left[0] != right[0] or short + "s" == long:
        return False
    return _is_slip(short, long) or _sound(left) == _sound(right)


def _is_slip(short: str, long: str) -> bool:
    """Whether one letter put in, left out or changed, or two swapped, makes one of the other."""
    if len(long) - len(short) > 1:
        return False
    same = 0
    while same < len(short) and short[same] == long[same]:
        same += 1
    if len(short) < len(long):
        return short[same:] == long[same + 1 :]
    if short[same + 1 :] == long[same + 1 :]:
        return True
    is_swapped = short[same : same + 2] == long[same : same + 2][::-1]
    return is_swapped and short[same + 2 :] == long[same + 2 :]


def _sound(name: str) -> str:
    """A name as it sounds, however it was put into Latin letters: "jabbouri" as "jaburi"."""
    for written, heard in _HEARD:
        name = name.replace(written, heard)
    return _DOUBLED.sub(r"\1", name)
