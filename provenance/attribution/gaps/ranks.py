"""Which officer is named with a rank first and with a form of address later."""

import re
from collections import Counter
from collections.abc import Iterator

from provenance.attribution.gaps.scene import Scene
from provenance.attribution.gaps.spellings import pairs
from provenance.model import Gap, Person, Span

KIND = "rank-dropped"
# Who has left the service may be called either way.
_LEFT = re.compile(r"(?i)\b(?:(?:retired|former|ex|then)[- ](?:[\w.’'-]+ ){0,3}|late )$")
# The other of that name may be one of the family.
_KIN = re.compile(
    r"(?i)\b(?:grand)?(?:son|daughter|wife|widow|husband|widower|father|mother|parents|brother"
    r"|sister)[ ,]{1,2}(?:(?:of|to) )?(?:(?:army|navy|marine) )?$"
)
_BEFORE = 60


def find(scene: Scene) -> Iterator[Gap]:
    """A gap at the first form of address behind a rank; the place with the rank beside it."""
    words = scene.lexicon.names
    if not any(person.title in words.ranks for person in scene.people):
        return  # as in nearly all articles
    twins = list(pairs(scene.people, words))
    bearers = Counter(person.surname for person in scene.people)
    for person in scene.people:
        if person.title not in words.ranks or bearers[person.surname] > 1:
            continue
        if _has_left(scene, person):
            continue
        twin = next((pair[pair[0] is person] for pair in twins if person in pair), None)
        places = sorted(person.mentions + (twin.mentions if twin else ()), key=_start)
        ranked = next((each for each in places if words.title(each.note) in words.ranks), None)
        for place in places:
            if (
                ranked
                and place.start > ranked.start
                and words.title(place.note) in words.courtesies
            ):
                detail = f"“{place.note}” here, “{ranked.note}” before"
                before = Span(ranked.article_id, ranked.start, ranked.end, "the rank")
                yield scene.gap(KIND, (place.start, place.end), detail, (before,))
                break


def _start(place: Span) -> int:
    return place.start


def _has_left(scene: Scene, person: Person) -> bool:
    text = scene.story.text
    return any(
        pattern.search(text, max(0, each.start - _BEFORE), each.start)
        for each in person.mentions
        for pattern in (_LEFT, _KIN)
    ) or (person.role or "").startswith(("a retired", "the retired", "a former", "retired"))
