"""The words of a quotation as they were said, without what each desk does to them.

Goes in: the text of a quotation. Comes out: its words, folded, contractions
expanded and editors' brackets left out, so that "We’re telling [the] crews"
and "We are telling crews" are the same words. An ellipsis is kept as one sign.
English only; the words of other languages pass through.
"""

import re
from collections.abc import Iterable, Iterator

from provenance.text.tokens import tokenise

# "[T]he" is a letter changed in a word, "[the mayor]" is what an editor put in.
_LETTER = re.compile(r"\[(\w)\](?=\w)")
_ELLIPSIS = re.compile(r"…|\. ?\. ?\.(?: ?\.)?")
_TURNED_APOSTROPHE = re.compile(r"(?<=\w)[‘`´›](?=\w)")
_NUMBER_SIGN = re.compile(r"(?<!\w)[Nn]os?\.(?= ?\d)")
_INSERTED = re.compile(r"\[[^\[\]]{0,200}\]")

# Stands for an ellipsis.
CUT = "…"

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

# Negations, modal verbs and what multiplies a number. Not "will" and "would", which change with
# the tense of the report, and for which "I'd" and "going to" may stand.
_WEIGHTY = frozenset(
    "not no never none nothing nobody nowhere neither nor without "
    "can could may might must shall should "
    "dozen dozens hundred hundreds thousand thousands million billion half".split()
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
    found: list[str] = []
    for stretch in _ELLIPSIS.split(plain):
        found += (part for word in tokenise(stretch).words for part in _expanded(word))
        found.append(CUT)
    return tuple(found[:-1])


def changes_substance(before: Iterable[str], after: Iterable[str]) -> bool:
    """Whether putting some words for others changes a negation, a modal verb or a number.

    >>> changes_substance(["will", "not"], ["will"]), changes_substance(["the"], ["a"])
    (True, False)
    """
    return _weighty(before) != _weighty(after)


def _weighty(words: Iterable[str]) -> list[str]:
    """The words that weigh, sorted, so that moving one changes nothing."""
    return sorted(word for word in words if word in _WEIGHTY or word[:1].isdigit())


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
    else:
        yield _NUMERALS.get(word, word)
