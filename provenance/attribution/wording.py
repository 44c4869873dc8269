"""The words of a quotation as they were said, without what each desk does to them.

Goes in: the text of a quotation. Comes out: its words, folded, contractions
expanded and editors' brackets left out, so that "We’re telling [the] crews"
and "We are telling crews" are the same words. An ellipsis is kept as one sign.
English only; the words of other languages pass through.
"""

import functools
import re
from collections.abc import Iterable
from enum import StrEnum
from itertools import chain

from provenance.text.tokens import tokenise

# "[T]he" is a letter changed in a word, "[the mayor]" is what an editor put in.
_LETTER = re.compile(r"\[(\w)\](?=\w)")
_ELLIPSIS = re.compile(r"…|\. ?\. ?\.(?: ?\.)?")
_TURNED_APOSTROPHE = re.compile(r"(?<=\w)[‘`´›](?=\w)")
_NUMBER_SIGN = re.compile(r"(?<!\w)[Nn]os?\.(?= ?\d)")
_THOUSANDS = re.compile(r",(?<=\d,)(?=\d{3}(?!\d))")
_INSERTED = re.compile(r"\[[^\[\]]{0,200}\]")

# Stands for an ellipsis.
CUT = "…"
# Letters of a word that "un" may deny; "der" is none.
_STEM = 4
# The report on the one is the report on the other.
_UNDENIED = frozenset({"employment"})

_WHOLE = {
    "won't": ("will", "not"),
    "can't": ("can", "not"),
    "cannot": ("can", "not"),
    "shan't": ("shall", "not"),
    "ain't": ("is", "not"),
    "let's": ("let", "us"),
    "gonna": ("going", "to"),
    "wanna": ("want", "to"),
    "gotta": ("got", "to"),
}
_ENDINGS = {"n't": "not", "'re": "are", "'ve": "have", "'ll": "will", "'m": "am"}
# After these, 's is a verb; after a name it may be a possessive.
_SUBJECTS = frozenset(
    "it he she that there here what who where how when this everything everyone nobody".split()
)


class Weight(StrEnum):
    """A sort of word that weighs: put in, left out or exchanged, it changes what is said."""

    NEGATION = "negation"
    NUMBER = "number"
    MODAL = "modal"


# Not "will" and "would", which change with the tense of the report, and for which "I'd" and
# "going to" may stand. A number is also any word that begins with a digit.
_WEIGHTS = {
    Weight.NEGATION: "not no never none nothing nobody nowhere neither nor without",
    Weight.MODAL: "can could may might must shall should",
    Weight.NUMBER: "dozen dozens hundred hundreds thousand thousands million billion half",
}
_WEIGHTY = {word: weight for weight, words in _WEIGHTS.items() for word in words.split()}
# Articles, pronouns, prepositions, conjunctions and auxiliaries.
_SMALL = frozenset(
    "a an the this that these those it its he him his she her they them their we us our you your "
    "i me my who whom whose which what there here of to in on at by for with from into onto about "
    "as than over under up down out off and or but so if because while though although when where "
    "is are was were be been being am has have had having do does did will would got get "
    "also then now just too very well".split()
)
# Each way to write a number counts as the same. "One" and "first" are too often no numbers, so
# that figures are turned into these and not the other way.
_NUMERALS = {"1": "one", "1st": "first", "2nd": "second"}
_NUMERALS |= dict(
    zip(
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty "
        "ninety".split(),
        map(str, (*range(2, 20), *range(20, 100, 10))),
        strict=True,
    )
)
# As wires shorten them.
_NUMERALS |= {"mln": "million", "bln": "billion", "trln": "trillion"}
_NUMERALS |= {"dlr": "dollar", "dlrs": "dollars", "cts": "cents", "pct": "percent"}
_NUMERALS |= dict(
    zip(
        "third fourth fifth sixth seventh eighth ninth tenth".split(),
        "3rd 4th 5th 6th 7th 8th 9th 10th".split(),
        strict=True,
    )
)
# All other words that are rewritten have an apostrophe.
_REWRITTEN = frozenset((*_WHOLE, *_NUMERALS))


def said(quotation: str) -> tuple[str, ...]:
    """The words of a quotation as they were said, `CUT` where some are left out. Linear.

    >>> said("We’re telling [the harbour] crews they can’t stay.")
    ('we', 'are', 'telling', 'crews', 'they', 'can', 'not', 'stay')
    """
    found: list[str] = []
    for stretch in _stretches(quotation):
        words = tokenise(stretch).words
        if _REWRITTEN.isdisjoint(words) and "'" not in "".join(words):
            found += words
        else:
            found += chain.from_iterable(map(_expanded, words))
        found.append(CUT)
    return tuple(found[:-1])


def _stretches(quotation: str) -> list[str]:
    """What stands between ellipses, one way to write taken for all; most quotations need none."""
    if "[" in quotation:
        quotation = _INSERTED.sub(" ", _LETTER.sub(r"\1", quotation))
    if "`" in quotation or not quotation.isascii():
        quotation = _TURNED_APOSTROPHE.sub("'", quotation)
    if "o." in quotation or "os." in quotation:
        quotation = _NUMBER_SIGN.sub("number", quotation)
    if "," in quotation:
        quotation = _THOUSANDS.sub("", quotation)
    if "…" in quotation or ".." in quotation or ". ." in quotation:
        return _ELLIPSIS.split(quotation)
    return [quotation]


def inserted(quotation: str) -> tuple[str, ...]:
    """What editors put in brackets into a quotation, as it stands, but for single letters.

    >>> inserted("[W]e told [the harbour] crews")
    ('[the harbour]',)
    """
    return tuple(_INSERTED.findall(_LETTER.sub(r"\1", quotation)))


def changed(before: Iterable[str], after: Iterable[str]) -> frozenset[Weight]:
    """The sorts of weighty words that change when some words stand for others.

    Their order does not count.

    >>> sorted(changed(["will", "not"], ["will"])), sorted(changed(["the"], ["a"]))
    ([<Weight.NEGATION: 'negation'>], [])
    """
    old, new = tuple(before), tuple(after)
    here, there = _weighty(old), _weighty(new)
    found = {weight for weight in Weight if here[weight] != there[weight]}
    if _denies(old, new) or _denies(new, old):
        found.add(Weight.NEGATION)
    return frozenset(found)


def is_small(word: str) -> bool:
    """Whether a word only holds others together, as an article or a preposition does."""
    return word in _SMALL


def _denies(words: Iterable[str], others: Iterable[str]) -> bool:
    """Whether one of the words is denied by its prefix among the others, as in "unlike"."""
    denied = {f"un{word}" for word in words if len(word) >= _STEM and word not in _UNDENIED}
    return not denied.isdisjoint(others)


def _weighty(words: Iterable[str]) -> dict[Weight, list[str]]:
    """The words of each weight, sorted."""
    found: dict[Weight, list[str]] = {weight: [] for weight in Weight}
    for word in words:
        weight = Weight.NUMBER if word[:1].isdigit() else _WEIGHTY.get(word)
        if weight:
            found[weight].append(word)
    return {weight: sorted(held) for weight, held in found.items()}


@functools.lru_cache(maxsize=1 << 16)
def _expanded(word: str) -> tuple[str, ...]:
    stem, mark, ending = word.rpartition("'")
    if word in _WHOLE:
        return _WHOLE[word]
    if len(word) > len("n't") and word.endswith("n't"):
        return word[:-3], "not"
    if mark and "'" + ending in _ENDINGS:
        return *_expanded(stem), _ENDINGS["'" + ending]
    if mark and ending == "s":
        return _without_s(stem) or (word,)
    return (_NUMERALS.get(word, word),)


def _without_s(stem: str) -> tuple[str, ...]:
    """What stands for a word with 's; nothing when it may be a possessive."""
    if stem in _SUBJECTS:
        return stem, "is"
    if stem[-1:].isdigit():
        return (stem + "s",)  # "the 1930's"
    return (stem,) if stem.endswith("s") else ()  # "the boss's" and "the boss'" are one.
