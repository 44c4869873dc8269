"""The words that tell what a text leaves open, compiled from the lexicon `gaps` of one language.

In: the lexicon's tables. Out: `GapWords`. It holds no words of its own, and decides nothing.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from provenance.attribution.phrases import Tables, any_of


@dataclass(frozen=True, slots=True, repr=False)
class GapWords:
    """What tells that a text leaves something open; build it once a run with `of`.

    Attributes:
        pointed: A line that begins with a thing spoken of as known: the groups `pointer` and
            `thing`.
        near: Pointers at what stands just before.
        classes: The class of each thing.
        brought: By class, finds a word that brings a thing of it in.
        surnames: Words that are a person's name; `endings` of more of them.
        famous: Those that need no introduction.
        aloud: Cues of who says a quotation aloud; `handed`: of an outlet that has it from others.
        outlet: A paragraph that begins with an outlet without its name, the group `outlet`;
            `press`: the end of the name of one.
        office: What makes somebody speak for the organisation that he heads.
        bullet: The sign in front of a line that sums a story up.
        told: Cues of what is told by nobody; `believed`: the last word of a belief of nobody.
        person: A word by which a person may have been brought in without a name.
        pronoun: A word that stands for one.
        strong: Words by which who speaks says how much: no name for a thing holds one.
    """

    pointed: re.Pattern[str]
    near: frozenset[str]
    classes: Mapping[str, str]
    brought: Mapping[str, re.Pattern[str]]
    surnames: frozenset[str]
    endings: tuple[str, ...]
    famous: frozenset[str]
    aloud: frozenset[str]
    handed: frozenset[str]
    outlet: re.Pattern[str]
    press: re.Pattern[str]
    office: re.Pattern[str]
    bullet: re.Pattern[str]
    told: frozenset[str]
    believed: frozenset[str]
    person: re.Pattern[str]
    pronoun: re.Pattern[str]
    strong: frozenset[str]

    @classmethod
    def of(cls, tables: Tables) -> "GapWords":
        """The words in `tables`.

        Raises:
            KeyError: A table or one of its keys is missing.
        """
        pointing = tables["pointing"]
        outlet = {key: any_of(words) for key, words in tables["outlet"].items()}
        classes = {noun: name for name, nouns in tables["things"].items() for noun in nouns}
        return cls(
            pointed=re.compile(
                rf"(?P<pointer>{any_of((*pointing['near'], *pointing['known']))})"
                rf" (?P<thing>{any_of(classes)}) (?:{any_of(pointing['verb'])})\b",
            ),
            near=frozenset(pointing["near"]),
            classes=classes,
            brought={
                name: re.compile(rf"(?i)\b(?:{any_of(tables['brought'][name])})")
                for name in tables["things"]
            },
            surnames=frozenset(tables["surnames"]["name"]),
            endings=tables["surnames"]["ending"],
            famous=frozenset(tables["surnames"]["famous"]),
            aloud=frozenset(tables["speech"]["aloud"]),
            handed=frozenset(tables["speech"]["handed"]),
            outlet=re.compile(
                rf"(?P<outlet>(?:The (?:{outlet['noun']})|{outlet['other']})"
                rf" (?:{outlet['verb']}))\b",
            ),
            press=re.compile(rf"\b(?:[A-Z][\w’'-]{{0,20}} (?:{outlet['name']})|[A-Z]{{3,5}})\b"),
            office=re.compile(rf"(?i)\b(?:{any_of(tables['summary']['office'])})\b"),
            bullet=re.compile(rf"\s{{0,9}}(?:{any_of(tables['summary']['bullet'])})\s"),
            told=frozenset(tables["nobody"]["told"]),
            believed=frozenset(tables["nobody"]["believed"]),
            person=re.compile(
                rf"(?i)\b(?:{any_of(tables['persons']['word'])}"
                rf"|\w{{1,20}}(?:{any_of(tables['persons']['ending'])}))\b"
            ),
            pronoun=re.compile(rf"(?i)\b(?:{any_of(tables['persons']['pronoun'])})\b"),
            strong=frozenset(tables["speech"]["strong"]),
        )
