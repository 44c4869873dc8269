"""The words that tell a source and its verb, compiled from the lexicons of one language.

In: the tables of the lexicon `sources` and the agencies of `credits`. Out: a
`SourceWords`. It holds no words of its own; what a table means is said where it is read.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from provenance.attribution import facts
from provenance.attribution.facts import Facts
from provenance.attribution.phrases import Tables, by_shared_word
from provenance.model import SourceKind

# The groups of verbs and phrases that attribute.
SPEECH, BELIEF, FINDING, BESIDE = "speech", "belief", "finding", "beside"
PHRASE, THROUGH, ADVERB, FORMULA = "phrases", "through", "adverbs", "formula"
_VERBS = (SPEECH, BELIEF, FINDING, BESIDE)
_GROUPS = (*_VERBS, PHRASE, THROUGH, ADVERB)
# What stands in front of where, or to whom, something is said; and where what is said begins.
_TOWARDS = frozenset({"in", "at", "on", "by", "to", "before", "during", "via", "through"})
_OPENS = frozenset({"that", ":", ";", "“", '"', "‘"})
# What may stand between a subject and its verb; `aside` only between commas.
_ROLES = ("adverb", "day", "auxiliary", "passive", "modal", "negation", "to")
_NEEDED = {
    "between": "auxiliary passive modal negation adverb day to aside",
    "stops": "clause verb join that",
    "pronouns": "he she they it relative",
    "determiners": "article owner demonstrative many one",
    "prepositions": "inside",
    "people": "one many part ending",
    "anonymous": "head phrase formula reason verb",
    "institutions": "one many",
    "documents": "one many",
    "presses": "name noun recalled",
    "agentless": "participle",
    "channels": "event writing verb outlet tell link",
    "heard": "silent object any reduced noun clause question participle",
}


@dataclass(frozen=True, slots=True, repr=False)
class SourceWords:
    """What tells a source and its verb; build it once a run with `of`.

    Attributes:
        cue: Finds every place behind a space that may be a cue, the group `word` being its words.
        cues: Canonical form and groups of each cue, by its words as written.
        between, stops, channels, presses, heard, anonymous: Words of the table of
            that name, by its keys.
        role: The key of a word of `between`.
        halts: What no noun phrase holds: the words of `stops`, `pronouns` and the auxiliaries.
        pronouns: The key of each pronoun.
        leads: Articles and owners, which begin a noun phrase; `counts`: words for how many.
        counted: Finds these and the article of one thing, in lower case.
        prepositions: Those that stand inside a noun phrase.
        heads: What a noun makes of the phrase that it is the head of.
        outlets: Kind and canonical name of outlets and agencies, by their names as written.
        participles: Those that make a belief of nobody ("it is believed").
        part: Heads that may be one or many ("intelligence").
        endings: Of the names of peoples and parties.
        unchanged: Verbs whose past is written as their base: "the letter read".
        reason: Finds why somebody is not named.
        formulas: Phrases of anonymity, by a word that several of them share.
        unnamed: What stands for a name behind a noun: "people familiar with".
        facts: What is known of each word wherever it stands.
    """

    cue: re.Pattern[str]
    cues: Mapping[str, tuple[str, frozenset[str]]]
    between: Mapping[str, frozenset[str]]
    role: Mapping[str, str]
    stops: Mapping[str, frozenset[str]]
    channels: Mapping[str, frozenset[str]]
    presses: Mapping[str, frozenset[str]]
    heard: Mapping[str, frozenset[str]]
    halts: frozenset[str]
    pronouns: Mapping[str, str]
    leads: frozenset[str]
    counts: frozenset[str]
    counted: re.Pattern[str]
    prepositions: frozenset[str]
    heads: Mapping[str, SourceKind]
    outlets: Mapping[str, tuple[SourceKind, str]]
    anonymous: Mapping[str, frozenset[str]]
    participles: frozenset[str]
    part: frozenset[str]
    endings: tuple[str, ...]
    unchanged: frozenset[str]
    reason: re.Pattern[str]
    formulas: Mapping[str, tuple[str, ...]]
    unnamed: tuple[str, ...]
    facts: Facts

    @classmethod
    def of(cls, tables: Tables, agencies: Mapping[str, tuple[str, ...]]) -> "SourceWords":
        """The words in `tables`; `agencies` are the news agencies by canonical name.

        Raises:
            ValueError: A table or one of its keys is missing; the message names it.
        """
        sets = {name: _sets(tables, name, keys) for name, keys in _NEEDED.items()}
        cues, heads = _cues(tables), _heads(sets)
        outlets = _outlets(_table(tables, "outlets"), agencies)
        between, determiners = sets["between"], sets["determiners"]
        pronouns = {word: key for key, words in sets["pronouns"].items() for word in words}
        return cls(
            cue=re.compile(rf" (?P<word>{trie(cues)})(?![\w'’-])"),
            cues=cues,
            between=between,
            role={word: key for key in _ROLES for word in between[key]},
            stops=sets["stops"],
            channels=sets["channels"],
            presses=sets["presses"],
            heard=sets["heard"],
            halts=_halts(sets),
            pronouns=pronouns,
            leads=determiners["article"] | determiners["owner"] | determiners["demonstrative"],
            counts=determiners["many"] | determiners["one"],
            counted=_counted(determiners["many"] | determiners["one"]),
            prepositions=sets["prepositions"]["inside"],
            heads=heads,
            outlets=outlets,
            anonymous=sets["anonymous"],
            participles=sets["agentless"]["participle"],
            part=sets["people"]["part"],
            endings=tuple(sorted(sets["people"]["ending"])),
            unchanged=_unchanged(tables),
            reason=re.compile(rf"\s{trie(sets['anonymous']['reason'])}(?!\w)"),
            formulas=by_shared_word(sets["anonymous"][FORMULA]),
            unnamed=tuple(sorted(sets["anonymous"]["phrase"])),
            facts=_facts(sets, cues, heads, outlets),
        )

    def formulas_in(self, text: str) -> list[str]:
        """The phrases of anonymity that a text holds."""
        shared = (phrases for word, phrases in self.formulas.items() if word in text)
        return [phrase for phrases in shared for phrase in phrases if phrase in text]


def trie(words: Iterable[str]) -> str:
    """A pattern that finds any of `words`, the longest first, a letter at a time.

    An alternation of hundreds of words would be tried one by one at every word of a text.
    """
    by_first = defaultdict[str, list[str]](list)
    ends = False
    for word in words:
        if word:
            by_first[word[0]].append(word[1:])
        else:
            ends = True
    parts = [re.escape(first) + trie(rest) for first, rest in sorted(by_first.items())]
    if not parts:
        return ""
    body = parts[0] if len(parts) == 1 and not ends else f"(?:{'|'.join(parts)})"
    return f"(?:{body})?" if ends else body


def _table(tables: Tables, name: str) -> Mapping[str, tuple[str, ...]]:
    if name not in tables:
        raise ValueError(f"tables: the table {name} is missing")
    return tables[name]


def _sets(tables: Tables, name: str, keys: str) -> Mapping[str, frozenset[str]]:
    table = _table(tables, name)
    missing = [key for key in keys.split() if key not in table]
    if missing:
        raise ValueError(f"tables.{name}: {', '.join(missing)} is missing")
    return {key: frozenset(phrases) for key, phrases in table.items()}


def _cues(tables: Tables) -> Mapping[str, tuple[str, frozenset[str]]]:
    groups, names = defaultdict[str, set[str]](set), dict[str, str]()
    for group in _GROUPS:
        for canonical, forms in _table(tables, group).items():
            for form in forms:
                groups[form].add(group)
                names.setdefault(form, canonical)
    for form in _table(tables, "anonymous")[FORMULA]:
        groups[form].add(FORMULA)
        names[form] = form
    return {form: (names[form], frozenset(groups[form])) for form in names}


def _counted(counts: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:an?|{'|'.join(sorted(counts))}) ")


def _halts(sets: Mapping[str, Mapping[str, frozenset[str]]]) -> frozenset[str]:
    """What no noun phrase holds."""
    stops, between, pronouns = sets["stops"], sets["between"], sets["pronouns"]
    words = stops["clause"] | stops["verb"] | frozenset[str]().union(*pronouns.values())
    words -= sets["determiners"]["owner"]
    return words | between["auxiliary"] | between["modal"] | between["negation"]


def _facts(
    sets: Mapping[str, Mapping[str, frozenset[str]]],
    cues: Iterable[str],
    heads: Iterable[str],
    outlets: Iterable[str],
) -> Facts:
    between, determiners, channels = sets["between"], sets["determiners"], sets["channels"]
    low: dict[int, Iterable[str]] = {
        facts.LEAD: determiners["article"] | determiners["owner"] | determiners["demonstrative"],
        facts.COUNT: determiners["many"] | determiners["one"],
        facts.PREPOSITION: sets["prepositions"]["inside"],
        facts.JOIN: sets["stops"]["join"],
        facts.HEAD: heads,
        facts.CUE: cues,
        facts.DAY: between["day"],
        facts.PRONOUN: frozenset[str]().union(*sets["pronouns"].values()),
        facts.RELATIVE: sets["pronouns"]["relative"],
        facts.BETWEEN: {",", *(word for key in _ROLES for word in between[key])},
        facts.EVENT: channels["event"],
        facts.WRITING: channels["writing"],
        facts.OUTLET: channels["outlet"],
        facts.TOWARDS: _TOWARDS,
        facts.OPENS: _OPENS,
    }
    written = {facts.PRESS: {*sets["presses"]["name"], *(name.split()[-1] for name in outlets)}}
    return Facts(low, written, _halts(sets))


def _unchanged(tables: Tables) -> frozenset[str]:
    """The verbs that have no form but their base, its third person and its participle."""
    verbs = [entry for group in _VERBS for entry in tables[group].items()]
    return frozenset(
        base
        for base, forms in verbs
        if base in forms
        and all(form == base or form.split()[0].endswith(("s", "ing")) for form in forms)
    )


def _heads(sets: Mapping[str, Mapping[str, frozenset[str]]]) -> Mapping[str, SourceKind]:
    people, institutions, documents = (
        sets[name] for name in ("people", "institutions", "documents")
    )
    kinds = (
        (SourceKind.DOCUMENT, documents["one"] | documents["many"]),
        (SourceKind.ORGANISATION, institutions["one"] | institutions["many"]),
        (SourceKind.ROLE, people["one"]),
        (SourceKind.COLLECTIVE, people["many"] | people["part"]),
        (SourceKind.ROLE, people["part"] & sets["determiners"]["one"]),  # "one of the pilots"
        (SourceKind.OUTLET, sets["presses"]["noun"]),
        (SourceKind.ANONYMOUS, sets["anonymous"]["head"]),
    )
    return {word: kind for kind, words in kinds for word in words}


def _outlets(
    outlets: Mapping[str, tuple[str, ...]], agencies: Mapping[str, tuple[str, ...]]
) -> Mapping[str, tuple[SourceKind, str]]:
    named = ((SourceKind.OUTLET, outlets), (SourceKind.AGENCY, agencies))
    return {
        form: (kind, name)
        for kind, table in named
        for name, forms in table.items()
        for form in forms
    }
