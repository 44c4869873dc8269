"""The names in a text, for telling whether two texts are about one story.

In: a text. Out: words with a capital inside a sentence, with their places. At
the beginning of a sentence a capital tells nothing, so that those are left out.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container
from dataclasses import dataclass

from provenance.text.tokens import fold_word

# Begins with what is rare, so that a search is fast; what stands before the space is asked later.
_CAPITAL = re.compile(r" ([^\W\d_a-z][\w’']*)")
_GOES_ON = ",;)"
_SHORTEST = 2


@dataclass(frozen=True, slots=True)
class Names:
    """The names of one text.

    Attributes:
        starts: Where each begins, in order.
        folded: Each as it is compared with others, without a possessive.
        every: All of them, each once.
    """

    starts: tuple[int, ...]
    folded: tuple[str, ...]
    every: frozenset[str]

    @classmethod
    def of(cls, text: str, common: Container[str]) -> "Names":
        """The names of `text` that are not `common` words. Linear in the text."""
        found = [
            (match.start(1), name)
            for match in _CAPITAL.finditer(text)
            if match[1][0].isupper()
            and _is_inside(text, match.start())
            and len(name := fold_word(match[1]).removesuffix("'s")) >= _SHORTEST
            and name not in common
        ]
        folded = tuple(name for _, name in found)
        return cls(tuple(start for start, _ in found), folded, frozenset(folded))

    def near(self, start: int, end: int, reach: int) -> frozenset[str]:
        """Those that begin at most `reach` characters before or behind a span."""
        first = bisect_left(self.starts, start - reach)
        return frozenset(self.folded[first : bisect_right(self.starts, end + reach)])


def _is_inside(text: str, space: int) -> bool:
    """Whether a sentence goes on over a space: a word or what goes on with one stands before it."""
    before = text[space - 1 : space]
    return before.isalnum() or (before != "" and before in _GOES_ON)
