"""What tells a person's name in one language, compiled from the lexicon `names`.

In: the lexicon's tables. Out: `NameWords`: what is known of each word, the
patterns that read a text with them, and small questions about one name.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from provenance.attribution.phrases import Tables
from provenance.attribution.variants import Variants
from provenance.model import Person

# What a word with a capital can be; several may hold. `HEAD` makes a name before it the name of
# an institution or place; `OPENER` takes the word behind it along, `PHRASE` may begin one of
# `NameWords.phrases`; `ORDINARY` is a surname too.
FIRST: Final = 1
DOUBTFUL: Final = 2
HEAD: Final = 4
OPENER: Final = 8
OTHER: Final = 16
PHRASE: Final = 32
ORDINARY: Final = 64
SUFFIX: Final = 128
SMALL: Final = 256

_CAPITALS = "A-ZÀ-ÖØ-ÞĀČĎĘĞĪŁŃŌŐŘŚŞŠŪŹŻŽ"
# As many words as one run is read for; longer ones are lists or headlines.
_LONGEST_RUN = 14
_SPACE = "[^\\S\r\n]"
# The ending of an owner.
_OWNED = re.compile(r"['’]s?$")


# Two of them are equal only if they are one, so that what is kept by them is found at once.
@dataclass(frozen=True, slots=True, repr=False, eq=False)
class NameWords:
    """What tells a person's name.

    Attributes:
        known: What each word with a capital can be, as bits; words not in it are unknown.
        phrases: The titles that begin with a word: their words and canonical form, longest first;
            and the places and institutions of several words, whose form is empty.
        ranks: Canonical forms of military ranks; `courtesies` of forms of address.
        particles: Words within a name without a capital.
        family_first: Family names that stand in front of the given one.
        genders: The pronoun that a title or first name makes sure.
        institutional: How words end that stand in no person's name.
        nouns: What a person is, in small letters; `endings` of more such words.
        adjectives: Words that belong to a role; `determiners`: words in front of it.
        finite: Forms of verbs that no role holds, verbs of speech among them.
        speech: Verbs beside a name that tell it for somebody's.
        labels, spellings: Names of one organisation, and ways to write one name.
        run: A run of words with capitals; `prefix`: a particle that ends in a hyphen before it.
    """

    known: Mapping[str, int]
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    ranks: frozenset[str]
    courtesies: frozenset[str]
    particles: frozenset[str]
    family_first: frozenset[str]
    genders: Mapping[str, str]
    institutional: tuple[str, ...]
    nouns: frozenset[str]
    endings: tuple[str, ...]
    adjectives: frozenset[str]
    determiners: frozenset[str]
    finite: frozenset[str]
    speech: frozenset[str]
    labels: Variants
    spellings: Variants
    run: re.Pattern[str]
    prefix: re.Pattern[str]

    @classmethod
    def of(cls, tables: Tables) -> "NameWords":
        """The words in `tables`.

        Raises:
            KeyError: A table or one of its keys is missing.
        """
        particles, roles = tables["particles"], tables["roles"]
        return cls(
            known=_known(tables),
            phrases=_by_first_word(tables),
            ranks=frozenset(tables["ranks"]),
            courtesies=frozenset(tables["courtesies"]),
            particles=frozenset(particles["free"]),
            family_first=frozenset(tables["first-names"]["family-first"]),
            genders=_genders(tables),
            institutional=tables["others"]["endings"],
            nouns=frozenset(roles["nouns"]),
            endings=roles["endings"],
            adjectives=frozenset(roles["adjectives"]),
            determiners=frozenset(roles["determiners"]),
            finite=frozenset((*tables["speech"]["verbs"], *tables["speech"]["finite"])),
            speech=frozenset(tables["speech"]["verbs"]),
            labels=Variants.of(tables["labels"], ()),
            spellings=Variants.of(tables["spellings"], tables["owned"]["names"]),
            run=_run(particles["free"], particles["joined"], particles["endings"]),
            prefix=re.compile(rf"(?<!\w)(?:{'|'.join(particles['joined'])})[-’']$"),
        )

    def pronoun(self, person: Person) -> str | None:
        """`he` or `she` where the title or first name makes it sure, else null."""
        first, _, rest = person.name.partition(" ")
        return self.genders.get(person.title or "") or (self.genders.get(first) if rest else None)

    def surname(self, name: str) -> str:
        """What `Person.surname` holds for a name as written.

        >>> # "Mr. al-Merwani’s" -> "merwani"
        """
        return self.family(name.split())

    def given(self, parts: list[str]) -> str:
        """The first name of a name cut into its words, folded."""
        return fold(parts[1 if _is_family_first(parts, self.family_first, self.known) else 0])

    def family(self, parts: list[str]) -> str:
        """The surname of a name cut into its words, folded, without particles in front."""
        if len(parts) == 1 and parts[0].isalpha():  # most of them
            return parts[0].casefold()
        parts = [part for part in parts if not self.known.get(part.rstrip("."), 0) & SUFFIX]
        if not parts:
            return ""
        if len(parts) > 1 and _is_family_first(parts, self.family_first, self.known):
            return fold(parts[0])
        if parts[-1].isalpha():
            return parts[-1].casefold()
        name = _OWNED.sub("", parts[-1])
        head, hyphen, rest = name.partition("-")
        return fold(rest if hyphen and head.lower() in self.particles else name)

    def title(self, mention: str) -> str | None:
        """The title next to the name in a mention of a person, in its canonical form, else null."""
        parts = [part.rstrip(".,") for part in mention.split()]
        found = None
        while parts:
            titles = (each for each in self.phrases.get(parts[0], ()) if each[1])
            phrase = next(
                (each for each in titles if tuple(parts[: len(each[0])]) == each[0]), None
            )
            if phrase is None:
                break
            found, parts = phrase[1], parts[len(phrase[0]) :]
        return found

    def is_other(self, word: str) -> bool:
        """Whether a word with a capital is known to name no person, such as a place or month."""
        return bool(self.known.get(word.rstrip("."), 0) & (HEAD | OPENER | OTHER | SMALL))

    def is_small(self, word: str) -> bool:
        """Whether a word says nothing of what somebody is, even as the first of a sentence."""
        is_small = self.known.get(word.capitalize(), 0) & SMALL
        return bool(is_small) and word.lower() not in self.adjectives | self.nouns

    def is_role(self, word: str) -> bool:
        """Whether a word says what somebody is: "nurse"."""
        return word in self.nouns or word.endswith(self.endings)


def fold(name: str) -> str:
    """The form in which names are compared.

    >>> fold("O’Malley."), fold("O'MALLEY")
    ("o'malley", "o'malley")
    """
    return name.replace("’", "'").strip(".'").casefold()


def _is_family_first(parts: list[str], names: frozenset[str], known: Mapping[str, int]) -> bool:
    """Whether the family's name is in front: "Kim Jong-un", "Xi Jinping", but not "Kim Davis"."""
    first = parts[0]
    if first not in names or len(parts) > 3:
        return False
    _, hyphen, second = parts[1].partition("-")
    return bool(hyphen and second[:1].islower()) or not known.get(first, 0) & ~OTHER


def _known(tables: Tables) -> dict[str, int]:
    others, first = tables["others"], tables["first-names"]
    kinds: tuple[tuple[int, Iterable[str]], ...] = (
        (FIRST, (*first["he"], *first["she"], *first["either"])),
        (DOUBTFUL, first["doubtful"]),
        (HEAD, others["heads"]),
        (OPENER, (word for word in others["openers"] if " " not in word)),
        (OTHER, (*others["places"], *others["peoples"], *others["times"])),
        (OTHER, (*(f"{people}s" for people in others["peoples"]), *others["organisations"])),
        (OTHER, (form.rstrip(".") for form in others["abbreviations"])),
        (SMALL, others["small"]),
        (ORDINARY, tables["surnames"]["ordinary"]),
        (SUFFIX, tables["particles"]["suffixes"]),
        (PHRASE, (phrase.split()[0] for phrase, _ in _phrases(tables))),
    )
    known: dict[str, int] = {}
    for bit, words in kinds:
        for word in words:
            known[word] = known.get(word, 0) | bit
    return known


def _by_first_word(tables: Tables) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, canonical in _phrases(tables):
        words = tuple(phrase.split())
        found.setdefault(words[0], []).append((words, canonical))
    return {
        word: tuple(sorted(entries, key=lambda entry: (-len(entry[0]), entry)))
        for word, entries in found.items()
    }


def _phrases(tables: Tables) -> list[tuple[str, str]]:
    """Every title as written with its canonical form, and with none what has several words."""
    titles = [
        (phrase, canonical)
        for table in ("ranks", "police", "offices", "courtesies")
        for canonical, phrases in tables[table].items()
        for phrase in phrases
    ]
    others = (phrase for phrases in tables["others"].values() for phrase in phrases)
    return titles + [(phrase, "") for phrase in others if " " in phrase]


def _genders(tables: Tables) -> dict[str, str]:
    first, gendered = tables["first-names"], tables["gendered"]
    both = {*first["either"]} | ({*first["he"]} & {*first["she"]})
    return {
        name: pronoun
        for pronoun in ("he", "she")
        for name in (*first[pronoun], *gendered[pronoun])
        if name not in both
    }


def _run(free: Iterable[str], joined: Iterable[str], endings: Iterable[str]) -> re.Pattern[str]:
    """Words with capitals, one after another; initials, particles and a nickname between them.

    Each step is told by its first sign from all others, so that a search is linear.
    """
    prefix = rf"(?:(?:{'|'.join(joined)})[-’'])?"
    letters = rf"\w*(?:['’][{_CAPITALS}]\w*|-(?:[{_CAPITALS}]\w*|(?:{'|'.join(endings)})\b))*+"
    stop = rf"(?:\.(?={_SPACE}?[{_CAPITALS}a-z]|,))?"
    word = rf"[{_CAPITALS}]{letters}{stop}"
    between = rf"(?:{_SPACE}(?:[“\"]\ufdd0{{1,24}}[”\"]{_SPACE})?|(?<=\.))"
    small = rf"(?:(?:{'|'.join(free)}){_SPACE}){{0,3}}"
    suffix = rf"(?:,{_SPACE}(?:Jr|Sr)\b\.?)?"
    return re.compile(
        rf"[{_CAPITALS}](?<!\w.){letters}{stop}"
        rf"(?:{between}{small}{prefix}{word}){{0,{_LONGEST_RUN}}}{suffix}"
    )
