"""What is known of a word wherever it stands, as bits, looked up once for each form of it.

In: the words of a language. Out: `Facts`, a table from a token as written to its bits. A sentence
has the bits of all its tokens, so that most questions about one are a test of a bit.
"""

from collections.abc import Iterable, Mapping
from typing import Final

from provenance.attribution.story import QUOTED

# Written with a capital; begins with a letter or digit; a word that a noun phrase may hold.
NAMED: Final = 1
ALNUM: Final = 2
WORDLIKE: Final = 4
# Quoted words, or a mark that closes them.
CLOSES: Final = 8
# Words of the lexicon: begins a noun phrase; tells how many; stands inside a noun phrase; joins;
# says what a noun phrase is; attributes; is a day; stands for a name, and is "who" or "which".
LEAD: Final = 16
COUNT: Final = 32
PREPOSITION: Final = 64
JOIN: Final = 128
HEAD: Final = 256
CUE: Final = 512
DAY: Final = 1024
PRONOUN: Final = 2048
RELATIVE: Final = 4096
# May stand between a subject and its verb.
BETWEEN: Final = 8192
# The last word of the name of an outlet or agency, or of one told by it ("Herald").
PRESS: Final = 16384
# Where or to whom something is said: what was spoken to or written, what an outlet does, and the
# prepositions in front; `OPENS`: where what is said begins.
EVENT: Final = 1 << 15
WRITING: Final = 1 << 16
OUTLET: Final = 1 << 17
TOWARDS: Final = 1 << 18
OPENS: Final = 1 << 19

_CLOSING = frozenset("”\"»’'")
# So many forms are kept; more are no words but noise.
_MOST = 1 << 17


class Facts(dict[str, int]):
    """The bits of each token met so far, as written.

    Args:
        low: The words of each bit, in lower case with straight apostrophes.
        written: The same as written, an owner's ending left out.
        halts: What no noun phrase holds, in lower case.
    """

    __slots__ = ("_halts", "_low", "_written")

    def __init__(
        self,
        low: Mapping[int, Iterable[str]],
        written: Mapping[int, Iterable[str]],
        halts: frozenset[str],
    ) -> None:
        super().__init__()
        self._low, self._written, self._halts = _bits(low), _bits(written), halts

    def __missing__(self, token: str) -> int:
        """The bits of a token that was not met yet."""
        low = token.lower().replace("’", "'")
        bits = self._low.get(low, 0) | self._written.get(token, 0)
        bits |= self._written.get(token.replace("’", "'").removesuffix("'s"), 0)
        first = token[0]
        if first.isupper():
            bits |= NAMED
        if first.isalnum():
            bits |= ALNUM if low in self._halts else ALNUM | WORDLIKE
        if first == QUOTED or token in _CLOSING:
            bits |= CLOSES
        if low == "on" or low.endswith(("n't", "ly")):
            bits |= BETWEEN
        if len(self) == _MOST:
            self.clear()
        self[token] = bits
        return bits


def _bits(words: Mapping[int, Iterable[str]]) -> dict[str, int]:
    """The bits of each word that is one of `words`."""
    found: dict[str, int] = {}
    for bit, each in words.items():
        for word in each:
            found[word] = found.get(word, 0) | bit
    return found
