"""A number as written, and the steps from one of its tokens to the next.

In: values, tokens and an index. Out: how finely a value is stated, and where the
next token of a number stands. Numbers are read in `values` and `spelled`.
"""

from typing import NamedTuple

from provenance.numbers.lexicon import Lexicon
from provenance.text.sentence_tokens import Words


class Number(NamedTuple):
    """A number as written.

    Attributes:
        first, last: Its tokens, half-open.
        value: What it says.
        step: The unit of its last stated digit: 0.1 for 1.5, 100,000 for "1.5 million",
            1,000 for 12,000.
        scale: What its last scale word or suffix multiplies by; 1 when there is none.
        spelled: True when it begins with a word, not a digit.
    """

    first: int
    last: int
    value: float
    step: float
    scale: float
    spelled: bool


def step_of(value: float) -> float:
    """The largest power of ten that divides a whole number; that of the last decimal else.

    >>> step_of(5000), step_of(55), step_of(2.5)
    (1000.0, 1.0, 0.1)
    """
    if value != int(value):
        return 10.0 ** -len(f"{value:.6f}".rstrip("0").partition(".")[2])
    digits = str(int(abs(value)))
    return 10.0 ** (len(digits) - len(digits.rstrip("0"))) if value else 1.0


def past_hyphen(words: Words, index: int, lexicon: Lexicon) -> int:
    """`index`, or the next token when `index` is a hyphen with no white space around it."""
    hyphen = words.low[index] in lexicon.roles["particles.hyphen"]
    close = hyphen and words.joined(index) and words.joined(index + 1)
    return index + 1 if close else index


def past_loose_hyphen(words: Words, index: int, lexicon: Lexicon) -> int:
    """Past a hyphen with no white space around it, or with white space on both sides."""
    hyphen = words.low[index] in lexicon.roles["particles.hyphen"]
    return index + 1 if hyphen and words.joined(index) == words.joined(index + 1) else index
