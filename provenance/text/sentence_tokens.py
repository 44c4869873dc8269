"""The tokens of a sentence, fine enough for figures.

In: a piece of an article's text. Out: its tokens with their offsets: runs of
digits with their separators, words with inner apostrophes, dotted initials,
links and handles as one token each, every other sign on its own. Nothing is
judged here.
"""

import re
from collections.abc import Container
from dataclasses import dataclass
from itertools import accumulate

# A plain word | digits | a handle or hashtag | a link | initials ("U.S.", "p.m.") | a word | any
# other sign. Nearly all tokens are plain words, which begin no link and hold no apostrophe.
_TOKEN = re.compile(
    r"[A-Za-gi-vx-z][a-z]++(?![\w'’])|[0-9]+(?:[.,][0-9]+)*|[@#]\w+|https?://\S+|www\.\S+"
    r"|[^\W\d_]\.(?:[^\W\d_]\.)+|[^\W\d_]+(?:['’][^\W\d_]+)*|\S"
)
_TOKENS = re.compile(f"({_TOKEN.pattern})")
# Empty tokens behind the last one, so that looking a few tokens ahead, or with a negative
# index behind the first one, needs no check.
_PADDING = 10
_BLANKS, _NO_STARTS, _NO_ENDS = [""] * _PADDING, [-2] * _PADDING, [-1] * _PADDING


@dataclass(slots=True)  # frozen, it would take twice as long to make, and there are many
class Words:
    """The tokens of one sentence, padded with empty tokens at the end. Nothing changes them.

    Attributes:
        raw: As written; `low` in lower case with straight apostrophes.
        starts, ends: Offsets into the article's text; -1 or -2 for the padding.
        count: Tokens without the padding.
    """

    raw: list[str]
    low: list[str]
    starts: list[int]
    ends: list[int]
    count: int

    def joined(self, index: int) -> bool:
        """True when nothing stands between token `index` and the one before it."""
        return self.starts[index] == self.ends[index - 1]

    def places(self, wanted: Container[str]) -> list[int]:
        """Tokens whose lower-case form is in `wanted`; the padding never is."""
        return [index for index, word in enumerate(self.low) if word in wanted]


def split(text: str, start: int, end: int) -> Words:
    """The tokens of `text[start:end]`. Linear in its length.

    >>> split("about 1.5m (U.S.)", 0, 17).low[:6]
    ['about', '1.5', 'm', '(', 'u.s.', ')']
    """
    parts = _TOKENS.split(text[start:end])  # white space and tokens by turns
    raw = parts[1::2]
    edges = list(accumulate(map(len, parts), initial=start))
    low = fold("\n".join(raw)).split("\n") if raw else []
    starts, ends = edges[1:-1:2] + _NO_STARTS, edges[2::2] + _NO_ENDS
    return Words(raw + _BLANKS, low + _BLANKS, starts, ends, len(raw))


def phrase(text: str) -> tuple[str, ...]:
    """A phrase of the lexicon in the form in which `Words.low` holds it."""
    return (text,) if text.isalpha() else tuple(map(fold, _TOKEN.findall(text.lower())))


def fold(text: str) -> str:
    """The text in the form in which `Words.low` holds it: lower case, straight apostrophes."""
    return text.lower().replace("’", "'")
