"""Whom a pronoun means that says something.

In: the attributions of a story in order, some of them by pronouns, and its people. Out: the same
attributions, the pronouns' persons told where the text leaves only one. "He" and "she" are who
spoke last, or whom the writer named last, if it can be that one alone and nobody is told by role
alone since ("the senator"); "they" and "it" are the group or institution that spoke last. Nobody
is looked for further back than two paragraphs of prose.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import islice

from provenance.attribution.cast import Cast, Named
from provenance.attribution.name_words import NameWords
from provenance.attribution.source_words import SourceWords
from provenance.attribution.story import Story
from provenance.model import Attribution, Person, SourceKind

_BACK = 2
# So many lines, people and signs are looked back over at most, whatever the text.
_MOST_LINES, _MOST_PEOPLE, _MOST_SIGNS = 40, 12, 2000
# A line of fewer words that ends without a mark is no paragraph of prose but a label or an advert.
_PROSE_WORDS = 6
_GROUPS = {
    "they": frozenset({SourceKind.COLLECTIVE, SourceKind.ORGANISATION, SourceKind.ANONYMOUS}),
    "it": frozenset({SourceKind.ORGANISATION, SourceKind.DOCUMENT, SourceKind.OUTLET}),
}
_ONE = frozenset({"he", "she"})
# A name that is nobody's in the cast, as "Ravn" where nobody says who he is, may be the one meant.
# Who asks is seldom who goes on.
_ASKED = "ask"
# Looked ahead, as one may begin within another: "the quay until the mayor came".
_DEFINITE = re.compile(r"\b[Tt]he (?=((?:[\w-]+\b ?){1,3}))")
_OWNED = re.compile(r"['’]s? ((?:[\w-]+ ){1,3})")
_NAMED, _ROLE = SourceKind.NAMED, SourceKind.ROLE
_ORGANISATION, _UNTOLD = SourceKind.ORGANISATION, SourceKind.UNTOLD
_PERSONS = frozenset({_NAMED, _ROLE, _ORGANISATION})


@dataclass(frozen=True, slots=True)
class _Scene:
    """An article as pronouns see it: its text, its people and the words of the language."""

    story: Story
    cast: Cast
    words: SourceWords
    names: NameWords
    by_name: dict[str, Person]

    def fits(self, name: str | None, pronoun: str) -> bool:
        """Whether a pronoun can mean the person of that name."""
        person = self.by_name.get(name or "")
        return person is None or self.names.pronoun(person) in {None, pronoun}

    def sentence(self, offset: int) -> int:
        """Where the sentence of `offset` begins."""
        at = bisect_right(self.story.sentences, (offset, len(self.story.text) + 1)) - 1
        return self.story.sentences[max(at, 0)][0]

    def has_role(self, start: int, end: int) -> bool:
        """Whether somebody is told by role alone in a stretch: "the Maine senator"."""
        heads = self.words.heads
        return any(
            heads.get(word.lower()) is _ROLE
            for found in _DEFINITE.finditer(self.story.masked, max(start, end - _MOST_SIGNS), end)
            for word in found[1].split()
        )

    def has_company(self, there: list[Named]) -> bool:
        """Whether who is named first, last of `there`, stands beside another: "Oda’s aide"."""
        text, first = self.story.text, there[-1]
        if len(there) > 1 and there[-2].person != first.person:
            between = text[first.end : there[-2].start].strip().lower()
            if between == "," or between in self.words.stops["join"]:
                return True
        owned = _OWNED.match(text, first.end - 2) or _OWNED.match(text, first.end)
        nouns = owned[1].lower().split() if owned else []
        return any(self.words.heads.get(noun) is _ROLE for noun in nouns)

    def since(self, offset: int) -> int:
        """Where the second paragraph of prose before the one of `offset` begins."""
        text, paragraphs = self.story.text, self.story.paragraphs
        at, left = bisect_right(paragraphs, (offset, len(text) + 1)) - 1, _BACK
        last = max(0, at - _MOST_LINES)
        while at > last and left:
            at -= 1
            start, end = paragraphs[at]
            ends = text[end - 1] in '.!?”"'
            left -= ends or len(text[start : min(end, start + 100)].split()) >= _PROSE_WORDS
        return paragraphs[at][0] if at >= 0 else 0


def told(
    story: Story, rows: Iterable[Attribution], cast: Cast, words: SourceWords, names: NameWords
) -> list[Attribution]:
    """The attributions with the persons of their pronouns; `UNTOLD` where none could be told.

    Args:
        story: The article.
        rows: Its attributions, in order.
        cast: Its people.
        words: The words for sources.
        names: The words for names.
    """
    scene = _Scene(story, cast, words, names, {person.name: person for person in cast.persons})
    found: list[Attribution] = []
    spoken: list[Attribution] = []  # those with a source that a pronoun can mean
    for row in rows:
        told_row = row
        if row.kind == _UNTOLD and row.source_start is not None:
            pronoun = words.pronouns[story.text[row.source_start : row.source_end].lower()]
            near = spoken[-_MOST_PEOPLE:][::-1]
            if pronoun in _GROUPS:
                told_row = _group(scene, row, near, pronoun)
            elif pronoun in _ONE:
                told_row = _single(scene, row, near, pronoun)
        found.append(told_row)
        if told_row.source is not None:
            spoken.append(told_row)
    return found


def _group(scene: _Scene, row: Attribution, spoken: list[Attribution], pronoun: str) -> Attribution:
    """The group or institution that spoke last; `spoken` has the nearest first."""
    since = scene.since(row.start)
    for other in spoken:
        if other.start < since:
            break
        if other.kind in _GROUPS[pronoun]:
            return replace(row, kind=other.kind, source=other.source)
    return row


def _single(
    scene: _Scene, row: Attribution, spoken: list[Attribution], pronoun: str
) -> Attribution:
    """The one person meant, if only one can be."""
    start = row.start if row.source_start is None else row.source_start
    since = scene.since(start)
    mentions = islice(scene.cast.before(start, since), _MOST_PEOPLE)
    named = [each for each in mentions if scene.fits(each.person.name, pronoun)]
    speaker = next((each for each in spoken if _may_be(scene, each, pronoun, start)), None)
    if speaker and speaker.start < since:
        speaker = None
    kind, name = _meant(scene, named, speaker, start)
    return row if name is None else replace(row, kind=kind, source=name)


def _may_be(scene: _Scene, row: Attribution, pronoun: str, before: int) -> bool:
    """Whether an earlier attribution tells of one person whom the pronoun can mean."""
    if row.cue == _ASKED and row.kind == _ROLE:
        return False
    if row.kind not in _PERSONS or row.source_start is None or row.source_start >= before:
        return False
    return row.kind != _NAMED or scene.fits(row.source, pronoun)


def _meant(
    scene: _Scene, named: list[Named], speaker: Attribution | None, offset: int
) -> tuple[SourceKind, str | None]:
    """Kind and name of who is meant; no name where two can be.

    Args:
        scene: The article.
        named: Mentions of those whom the pronoun fits, the nearest first.
        speaker: The attribution to the last of them who spoke.
        offset: Of the pronoun.
    """
    spoke = -1 if speaker is None or speaker.source_start is None else speaker.source_start
    nearest = max(spoke, named[0].start if named else -1)
    if nearest < 0:
        return _UNTOLD, None
    place = scene.sentence(nearest)
    if speaker and spoke >= place:
        if speaker.kind == _ORGANISATION:
            return _UNTOLD, None
        return SourceKind(speaker.kind), speaker.source  # "Brenk said he expects"
    there = [each for each in named if each.start >= place]
    first = there[-1]  # the subject, if it begins the sentence
    alone = all(each.person == first.person for each in there)
    if scene.has_role(named[0].end, offset) or scene.has_company(there):
        return _UNTOLD, None
    same = speaker is None or speaker.source == first.person.name
    if first.start == place or (alone and same):
        return _NAMED, first.person.name
    return _UNTOLD, None
