"""The words of a quotation as they were said, without what each desk does to them.

Goes in: the text of a quotation. Comes out: its words, folded, contractions
expanded and editors' brackets left out, so that "We’re telling [the] crews"
and "We are telling crews" are the same words. An ellipsis is kept as one sign.
English only; the words of other languages pass through.
"""

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum

from provenance.text.tokens import tokenise

# "[T]he" is a letter changed in a word, "[the mayor]" is what an editor put in.
_LETTER = re.compile(r"\[(\w)\](?=\w)")
_ELLIPSIS = re.compile(r"…|\. ?\. ?\.(?: ?\.)?")
_TURNED_APOSTROPHE = re.compile(r"(?<=\w)[‘`´›](?=\w)")
_NUMBER_SIGN = re.compile(r"(?<!\w)[Nn]os?\.(?= ?\d)")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
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


def said(quotation: str) -> tuple[str, ...]:
    """The words of a quotation as they were said, `CUT` where some are left out. Linear.

    >>> said("We’re telling [the harbour] crews they can’t stay.")
    ('we', 'are', 'telling', 'crews', 'they', 'can', 'not', 'stay')
    """
    plain = _INSERTED.sub(" ", _LETTER.sub(r"\1", quotation))
    plain = _NUMBER_SIGN.sub("number", _TURNED_APOSTROPHE.sub("'", plain))
    plain = _THOUSANDS.sub("", plain)
    found: list[str] = []
    for stretch in _ELLIPSIS.split(plain):
        found += (part for word in tokenise(stretch).words for part in _expanded(word))
        found.append(CUT)
    return tuple(found[:-1])


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


def _expanded(word: str) -> Iterator[str]:
    stem, mark, ending = word.rpartition("'")
    if word in _WHOLE:
        yield from _WHOLE[word]
    elif len(word) > len("n't") and word.endswith("n't"):
        yield from (word[:-3], "not")
    elif mark and "'" + ending in _ENDINGS:
        yield from _expanded(stem)
        yield _ENDINGS["'" + ending]
    elif mark and ending == "s" and stem in _SUBJECTS:
        yield from (stem, "is")
    elif mark and ending == "s" and stem[-1:].isdigit():
        yield stem + "s"  # "the 1930's"
    elif mark and ending == "s" and stem.endswith("s"):
        yield stem  # "the boss's" and "the boss'" are one.
    else:
        yield _NUMERALS.get(word, word)
