"""The names in a text, for telling whether two texts are about one story.

In: a text. Out: words with a capital inside a sentence. At
the beginning of a sentence a capital tells nothing, so that those are left out.
"""

import functools
import re
from collections.abc import Container
from dataclasses import dataclass

from provenance.text.tokens import fold_word

# A sentence goes on over a space behind a word, or what goes on with one. The pattern begins with
# what is rare, so that a search is fast.
_INSIDE = re.compile(r" (?<=[\w,;)] )(?<!_ )([^\W\d_a-z][\w’']*)")
_SHORTEST = 2


@dataclass(frozen=True)
class Names:
    """The names of one text, each as it is compared with others, without a possessive.

    Attributes:
        text: The text.
        common: Words that are no names.
    """

    text: str
    common: Container[str]

    @functools.cached_property
    def every(self) -> frozenset[str]:
        """All of them. Linear in the text; looked for when first asked for."""
        return self.near(0, len(self.text), 0)

    def near(self, start: int, end: int, reach: int) -> frozenset[str]:
        """Those that begin at most `reach` characters before or behind a span."""
        found = set[str]()
        # The space in front of a name is part of what is looked for.
        for match in _INSIDE.finditer(self.text, max(0, start - reach - 1)):
            if match.start(1) > end + reach:
                break
            name = _name(match[1])
            if name and name not in self.common:
                found.add(name)
        return frozenset(found)


@functools.lru_cache(maxsize=1 << 16)
def _name(word: str) -> str | None:
    """A word with a capital as names are compared; null when it is none."""
    name = fold_word(word).removesuffix("'s")
    return name if word[0].isupper() and len(name) >= _SHORTEST else None
