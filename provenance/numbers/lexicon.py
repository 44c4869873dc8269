"""The words of one language that the grammar of figures reads, checked and ready for look-up.

In: the tables of a lexicon file. Out: a `Lexicon`. It holds no words of its own
and knows no grammar: what a table means is said where it is read.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from provenance.model import Bound
from provenance.numbers.forms import Forms
from provenance.numbers.gates import Gates
from provenance.text.sentence_tokens import phrase

Tables = Mapping[str, Mapping[str, tuple[str, ...]]]

# Tables in which a phrase means one thing, so that it may stand under one key only.
_PHRASES = (
    "vague", "shares", "before", "after", "percents", "currencies", "old", "units", "idioms",
    "weekdays", "events", "sources",
)  # fmt: skip
_SINGLE = ("plurals", "synonyms", "names", "months")
_NUMBERS = ("cardinals", "scales", "fractions")
_VALUES = (*_NUMBERS, "ordinals", "suffixes")
_WORDS = (*_VALUES, *_SINGLE)
# Tables whose keys are roles that the grammar asks for by name.
_ROLES = {
    "particles": "article and hyphen point minus to or between from of both th",
    "labels": "strong weak",
    "clock": "clock",
    "scores": "score play",
    "loose": "lower upper joined",
    "ages": "label",
    "ranks": "superlative noun verb",
    "recurring": "noun",
    "years": "date near over behind",
    "singulars": "singular",
    "determiners": "whole owner",
    "totals": "noun verb",
    "speech": "verb",
    "clauses": "break join",
    "places": "before",
    "agents": "by",
    "tenses": "perfect plural",
    "moves": "verb",
}
_CUES = (
    "cumulative", "part", "rate", "negated", "modal", "then", "now", "rise", "fall", "revised",
    "disputed",
)  # fmt: skip
_THIRD = 3
MEASURES = ("percents", "currencies", "old", "units")
# Signs that carry on a number: 1/2, 1.1^23, 1.3e6, 6x10^4.
_SIGNS = frozenset("/^ex×")
# What a token may be that tells figures apart: the beginning of a cue, a month, a preposition of
# place, a verb of speech, the beginning of "according to".
CUE, MONTH, PLACE, SPEECH, SOURCE = 1, 2, 4, 8, 16
_CUE_TABLES = {"events": "event", "cues": "cue", "weekdays": "day"}
TABLES = frozenset((*_PHRASES, *_WORDS, *_ROLES, "implied", "stops", "cues"))


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases by the token they begin with and by the token they end in, longest first."""

    first: dict[str, list[tuple[tuple[str, ...], str]]]
    last: dict[str, list[tuple[tuple[str, ...], str]]]

    @classmethod
    def of(cls, table: Mapping[str, tuple[str, ...]]) -> "Phrases":
        """The phrases of a table, with its keys."""
        return _phrases(_pairs(table))

    def at(self, low: list[str], index: int) -> tuple[str, int] | None:
        """Key and number of tokens of the longest phrase that begins at `index`."""
        for tokens, key in self.first.get(low[index], ()):
            size = len(tokens)
            # The second word settles it mostly, and costs less than a slice.
            if size == 1 or (
                low[index + 1] == tokens[1] and tuple(low[index : index + size]) == tokens
            ):
                return key, size
        return None

    def ending(self, low: list[str], index: int) -> tuple[str, int] | None:
        """Key and number of tokens of the longest phrase that ends before `index`."""
        if index <= 0:
            return None
        for tokens, key in self.last.get(low[index - 1], ()):
            size = len(tokens)
            if size == 1 or (
                low[index - 2] == tokens[-2] and tuple(low[max(index - size, 0) : index]) == tokens
            ):
                return key, size
        return None


@dataclass(frozen=True, slots=True, repr=False)
class Edges:
    """Sets of tokens; where none of them stands beside a number, a reading need not be tried.

    Attributes:
        turn: Right behind digits that may be an ordinal or a share: 21st, 8 out of 10.
        carry: Right behind a number in words that may have more words.
        parts: Somewhere in a sentence with a fraction in words.
        sign: Right in front of a number with a minus or a currency.
        unit: Right behind a number with a unit, or joined to the next word.
        joint: Right behind the first of two joined numbers.
    """

    turn: frozenset[str]
    carry: frozenset[str]
    parts: frozenset[str]
    sign: frozenset[str]
    unit: frozenset[str]
    joint: frozenset[str]

    @classmethod
    def of(
        cls,
        values: Mapping[str, Mapping[str, float]],
        phrases: Mapping[str, Phrases],
        measures: Phrases,
        roles: Mapping[str, frozenset[str]],
    ) -> "Edges":
        """The edges of a lexicon, out of its other parts."""
        scales, hyphen, both = values["scales"], roles["particles.hyphen"], roles["particles.and"]
        return cls(
            turn=roles["particles.th"].union(phrases["shares"].first),
            carry=hyphen.union(
                both,
                roles["particles.point"],
                values["cardinals"],
                scales,
                (f"{word}s" for word in scales),
            ),
            parts=frozenset(values["fractions"]).union(values["ordinals"]),
            sign=roles["particles.minus"].union(phrases["currencies"].last),
            unit=hyphen.union(measures.first),
            joint=hyphen.union(roles["particles.to"], both, roles["particles.or"]),
        )


@dataclass(frozen=True, slots=True, repr=False)
class Lexicon:
    """A compiled lexicon; build it once a run with `Lexicon.of`.

    Attributes:
        gates: What finds the places in a text where a figure could stand.
        openers: Tokens, other than digits, with which a figure without its bound can begin.
        seconds: Tokens that can follow an article in a figure: a hundred, a third, a few.
        values: Number words by what they are: `cardinals`, `ordinals`, `scales`, `suffixes`,
            `fractions`, which hold the ordinals from the third on: "third" is also a third.
        follow: Tokens that can carry on the number whose digits end in front of them.
        phrases: Phrase tables by name; keys as in the file.
        measures: Percent signs, currencies and units in one; keys such as `currencies.USD`.
        idioms: Idioms by each token they hold, with its place in them.
        words: Single-word tables by name: word to key.
        roles: Sets of tokens, by `table.key`.
        edges: The tokens beside a number that make more of it than the number.
        marks: Tokens that may tell a figure apart, with what each may be: a sum of `CUE` and the
            like.
        cues: Phrases of the sentence that say something of a figure: `event.kill`,
            `cue.negated`, `day.monday`.
        stops: Words that end a noun phrase.
        implied: Event class to the noun that a figure beside it counts.
        forms: What words tell by their form.
    """

    gates: Gates
    openers: frozenset[str]
    seconds: frozenset[str]
    values: dict[str, dict[str, float]]
    follow: frozenset[str]
    phrases: dict[str, Phrases]
    measures: Phrases
    idioms: dict[str, list[tuple[int, tuple[str, ...]]]]
    words: dict[str, dict[str, str]]
    roles: dict[str, frozenset[str]]
    edges: Edges
    marks: dict[str, int]
    cues: Phrases
    stops: frozenset[str]
    implied: dict[str, str]
    forms: Forms

    @property
    def gate(self) -> re.Pattern[str]:
        """Finds the first place in a text where a figure could stand."""
        return self.gates.first

    @classmethod
    def of(cls, tables: Tables) -> "Lexicon":
        """The lexicon of `tables`. Linear in the phrases; a few milliseconds for 2,000.

        Raises:
            ValueError: A table or a key is missing, unknown or cannot be read, or a phrase is
                empty or stands under two keys. The message names the table and the key.
        """
        _check(tables)
        values = {
            name: {word: _number(name, key) for word, key in _singles(tables[name])}
            for name in _VALUES
        }
        values["fractions"] |= {w: 1 / n for w, n in values["ordinals"].items() if n >= _THIRD}
        for key in tables["vague"]:
            bounds(key)
        idioms = [tokens for tokens, _ in _pairs(tables["idioms"])]
        words = {name: dict(_singles(tables[name])) for name in _SINGLE}
        phrases = {name: _phrases(_pairs(tables[name])) for name in _PHRASES}
        measures = _phrases(_keyed(tables, {name: name for name in MEASURES}))
        roles = {
            f"{name}.{key}": frozenset(items)
            for name in _ROLES
            for key, items in tables[name].items()
        }
        stops = frozenset(word for word, _ in _singles(tables["stops"]))
        return cls(
            gates=Gates.of(_number_words(tables), idioms),
            openers=_openers(tables),
            seconds=_seconds(tables) | values["fractions"].keys(),
            values=values,
            follow=_follow(tables),
            phrases=phrases,
            measures=measures,
            idioms=_idioms(tables),
            words=words,
            roles=roles,
            edges=Edges.of(values, phrases, measures, roles),
            marks=_marks(tables),
            cues=_phrases(_keyed(tables, _CUE_TABLES)),
            stops=stops,
            implied=dict(_singles(tables["implied"])),
            forms=Forms.of(stops, words, roles["singulars.singular"]),
        )


def bounds(key: str) -> tuple[float, float]:
    """The two ends of a `low-high` key.

    Raises:
        ValueError: It is no such key.

    >>> bounds("24-99")
    (24.0, 99.0)
    """
    low, dash, high = key.partition("-")
    if not (dash and low.isdigit() and high.isdigit() and int(low) < int(high)):
        raise ValueError(f"vague: {key!r} is not low-high")
    return float(low), float(high)


def _check(tables: Tables) -> None:
    for name in sorted(TABLES ^ set(tables)):
        raise ValueError(f"{name}: {'table is missing' if name in TABLES else 'no such table'}")
    required = {name: keys.split() for name, keys in _ROLES.items()} | {"cues": list(_CUES)}
    for name, keys in required.items():
        for key in sorted(set(keys) ^ set(tables[name])):
            raise ValueError(f"{name}: {key!r} {'is missing' if key in keys else 'is no key'}")
    for name in ("before", "after"):
        for key in sorted(set(tables[name]) - set(Bound)):
            raise ValueError(f"{name}: {key!r} is no bound")
    for name, table in tables.items():
        _check_phrases(name, table, several=name in {*_PHRASES, *_CUE_TABLES, "implied"})
    _check_unique(_CUE_TABLES, tables)
    for name in (*_PHRASES, *_WORDS):
        _check_unique([name], tables)
    for event, noun in _singles(tables["implied"]):
        if event not in tables["events"]:
            raise ValueError(f"implied: {noun!r} names no event: {event!r}")


def _check_phrases(name: str, table: Mapping[str, tuple[str, ...]], *, several: bool) -> None:
    """Every phrase is written as tokens are compared; one token where single words are asked."""
    for key, items in table.items():
        for item in items:
            tokens = phrase(item)
            if not tokens or (len(tokens) > 1 and not several) or item != item.lower():
                fault = "is empty, in capitals, or more than one word where one is asked for"
                raise ValueError(f"{name}: {key!r}: {item!r} {fault}")


def _check_unique(names: Iterable[str], tables: Tables) -> None:
    """No phrase stands under two keys of the tables `names`."""
    seen: dict[str, str] = {}
    for name in names:
        for item, key in _singles(tables[name]):
            place = f"{name}: {key!r}"
            if (first := seen.setdefault(item, place)) != place:
                raise ValueError(f"{place}: {item!r} stands also under {first}")


def _number(name: str, key: str) -> float:
    try:
        top, _, bottom = key.partition("/")
        return float(top) / float(bottom or 1)
    except (ValueError, ZeroDivisionError):
        raise ValueError(f"{name}: {key!r} is no number") from None


def _pairs(table: Mapping[str, tuple[str, ...]]) -> Iterable[tuple[tuple[str, ...], str]]:
    for key, items in table.items():
        for item in items:
            yield phrase(item), key


def _singles(table: Mapping[str, tuple[str, ...]]) -> Iterable[tuple[str, str]]:
    for key, items in table.items():
        for item in items:
            yield item, key


def _phrases(pairs: Iterable[tuple[tuple[str, ...], str]]) -> Phrases:
    first, last = defaultdict(list), defaultdict(list)
    for pair in sorted(pairs, key=lambda pair: -len(pair[0])):
        first[pair[0][0]].append(pair)
        last[pair[0][-1]].append(pair)
    return Phrases(dict(first), dict(last))


def _keyed(tables: Tables, prefixes: Mapping[str, str]) -> Iterable[tuple[tuple[str, ...], str]]:
    """The phrases of several tables; their keys begin with the prefix of the table."""
    for name, prefix in prefixes.items():
        for tokens, key in _pairs(tables[name]):
            yield tokens, f"{prefix}.{key}"


def _idioms(tables: Tables) -> dict[str, list[tuple[int, tuple[str, ...]]]]:
    found = defaultdict(list)
    for tokens, _ in _pairs(tables["idioms"]):
        for place, token in enumerate(tokens):
            found[token].append((place, tokens))
    return dict(found)


def _marks(tables: Tables) -> dict[str, int]:
    words: dict[int, Iterable[str]] = {
        CUE: [tokens[0] for tokens, _ in _keyed(tables, _CUE_TABLES)],
        MONTH: [word for word, _ in _singles(tables["months"])],
        PLACE: tables["places"]["before"],
        SPEECH: tables["speech"]["verb"],
        SOURCE: [tokens[0] for tokens, _ in _pairs(tables["sources"])],
    }
    found: dict[str, int] = defaultdict(int)
    for mark, items in words.items():
        for item in set(items):
            found[item] |= mark
    return dict(found)


def _follow(tables: Tables) -> frozenset[str]:
    names = ("scales", "suffixes", "fractions", "ordinals")
    words = {word for name in names for word, _ in _singles(tables[name])}
    words |= {f"{word}s" for word, _ in _singles(tables["scales"])}
    joints = (tables["particles"][key] for key in ("and", "hyphen"))
    return frozenset(words.union(_SIGNS, *joints))


def _openers(tables: Tables) -> frozenset[str]:
    words = {word for name in _NUMBERS for word, _ in _singles(tables[name])}
    words |= {tokens[0] for tokens, _ in _pairs(tables["vague"])}
    words |= {word for word, key in _singles(tables["ordinals"]) if int(key) > 1}
    return frozenset(words | set(tables["particles"]["article"]))


def _seconds(tables: Tables) -> frozenset[str]:
    vague = {tokens[1] for tokens, _ in _pairs(tables["vague"]) if len(tokens) > 1}
    return frozenset(vague | {word for word, _ in _singles(tables["scales"])})


def _number_words(tables: Tables) -> set[str]:
    """The words of which one stands wherever a number without a digit does."""
    words = {word for name in _NUMBERS for word, _ in _singles(tables[name])}
    words |= {word for word, key in _singles(tables["ordinals"]) if int(key) > 1}
    vague = [tokens for tokens, _ in _pairs(tables["vague"])]
    return words | {max(tokens, key=len) for tokens in vague if words.isdisjoint(tokens)}
