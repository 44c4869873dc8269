"""Words with their offsets, and their folded forms.

A word is a run of letters and digits with the marks that belong to it:
combining accents, soft hyphens, zero-width joiners and inner apostrophes.
Hyphens separate ("US-led" is two words, as is "US -led"). In scripts written
without spaces (Chinese, Japanese, Thai and its neighbours) each character is a
word. Folding is NFKC, case folding and straight apostrophes, so that the same
word typed, pasted or scraped is the same token.
"""

import functools
import re
import unicodedata
from dataclasses import dataclass

UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)
MARKS = "\u00ad\u0300-\u036f\u200b-\u200d\u2060\ufeff"
_LETTER = rf"[^\W_{UNSPACED}]"
WORD = re.compile(
    rf"[{UNSPACED}]|{_LETTER}[{MARKS}]*(?:{_LETTER}[{MARKS}]*|['’]{_LETTER}[{MARKS}]*)*"
)
INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_INVISIBLE = re.compile(f"[{INVISIBLE}]")


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of one text.

    Attributes:
        words: Folded forms.
        starts, ends: Code-point offsets of each word in the text.
    """

    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]


def tokenise(text: str) -> Tokens:
    """The words of `text`, in order. Linear in the text.

    >>> tokenise("The U.S. -led raid").words
    ('the', 'u', 's', 'led', 'raid')
    """
    found = list(WORD.finditer(text))
    return Tokens(
        tuple(fold_word(match.group()) for match in found),
        tuple(match.start() for match in found),
        tuple(match.end() for match in found),
    )


@functools.lru_cache(maxsize=1 << 18)
def fold_word(word: str) -> str:
    """One word in the form by which words are compared. Idempotent."""
    if word.isascii():
        return word.lower()
    word = _INVISIBLE.sub("", unicodedata.normalize("NFKC", word)).replace("’", "'")
    return unicodedata.normalize("NFKC", word.casefold())
