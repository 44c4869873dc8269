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


# What `WORD` finds in plain text in lower case, several times as fast.
_PLAIN_WORD = re.compile(r"[a-z0-9]+(?:'[a-z0-9]+)*")
# What news holds beyond ASCII that is no part of a word, but for the apostrophe.
_SIGNS = (("’", "'"), *((sign, " ") for sign in "“”—–‘…©•£€\u00a0"))


@dataclass(frozen=True)
class Tokens:
    """The words of one text.

    Attributes:
        words: Folded forms.
    """

    words: tuple[str, ...]
    _text: str
    _word: re.Pattern[str]

    @functools.cached_property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """Code-point offsets of each word in the text; looked for when first asked for."""
        return tuple(match.span() for match in self._word.finditer(self._text))

    @functools.cached_property
    def starts(self) -> tuple[int, ...]:
        """Where each word begins."""
        return tuple(start for start, _ in self.spans)

    @functools.cached_property
    def ends(self) -> tuple[int, ...]:
        """Where each word ends."""
        return tuple(end for _, end in self.spans)


def tokenise(text: str) -> Tokens:
    """The words of `text`, in order. Linear in the text.

    >>> tokenise("The U.S. -led raid").words
    ('the', 'u', 's', 'led', 'raid')
    """
    plain = _plain(text)
    if plain.isascii():
        plain = plain.lower()
        return Tokens(tuple(_PLAIN_WORD.findall(plain)), plain, _PLAIN_WORD)
    return Tokens(tuple(map(fold_word, WORD.findall(plain))), plain, WORD)


def _plain(text: str) -> str:
    """The text with ASCII for the commonest signs; its words are the same at the same places."""
    if not text.isascii():
        for sign, plain in _SIGNS:
            text = text.replace(sign, plain)
    return text


@functools.lru_cache(maxsize=1 << 18)
def fold_word(word: str) -> str:
    """One word in the form by which words are compared. Idempotent."""
    if word.isascii():
        return word.lower()
    word = _INVISIBLE.sub("", unicodedata.normalize("NFKC", word)).replace("’", "'")
    return unicodedata.normalize("NFKC", word.casefold())
