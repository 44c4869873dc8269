"""The form in which whole lines are compared with phrases.

In: a column of text. Out: a column of the same length in which lines that a
reader would call the same are the same: whatever the case, the width of the
characters, the kind of quotation mark, dash or space, soft hyphens, the bullet
in front or the arrow or counter behind ("Comments (12) »"). Rules fold their
phrases with the same function, so there is one definition.

Folding changes lengths; `foldmap` tells where in a line a folded place was.
"""

from collections.abc import Callable

import polars as pl

# What takes no room: Unicode's ignorable characters, controls, and what selects a glyph. The space
# of Braille and the fillers of Hangul take some, and stand for nothing.
INVISIBLE = "".join(
    chr(point)
    for first, last in (
        *((0x00, 0x08), (0x0E, 0x1B), (0x7F, 0x84), (0x86, 0x9F), (0xAD, 0xAD), (0x34F, 0x34F)),
        *((0x61C, 0x61C), (0x180B, 0x180F), (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F)),
        *((0x2800, 0x2800), (0x3164, 0x3164), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF)),
        *((0xFFA0, 0xFFA0), (0xFFF9, 0xFFFB), (0xE0000, 0xE01EF)),
    )
    for point in range(first, last + 1)
)
_SPACES = (
    "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006"
    "\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
# Each also in the forms whose compatibility form is one of the others, so that folding twice
# changes nothing.
_PLAIN = {
    "": INVISIBLE,
    " ": _SPACES,
    "'": "‘’‚‛`´ʼ′\u1fef｀",
    '"': "“”„‟″",
    "-": "‐\u2011‒–—―−⁻₋︱︲﹘",
    "'n": "ŉ",
    "'''": "‴",
    "''''": "⁗",
}
_FROM = [character for characters in _PLAIN.values() for character in characters]
_TO = [plain for plain, characters in _PLAIN.items() for _ in characters]
# Those of ASCII; a text of other ASCII is plain but for its case.
_UNLIKE_ASCII = "[" + "".join(f"\\x{ord(each):02x}" for each in _FROM if each.isascii()) + "]"

BULLETS = " *•·●◦‣▪■►▶→›»«‹<>|+-"
# What stands behind a label and changes with the page: an arrow, a bar, "(12)", and one bare
# number such as "3.2k" where it is the only one, so that rows of tables stay what they are.
_ARROWS = " |›»>→▶►·•"
_TAIL = rf"(?:[{_ARROWS}]|\([0-9][0-9.,]*[km]?\))+$"
_ONLY_NUMBER = rf"^([^0-9]*?)[{_ARROWS}]+[0-9][0-9.,]*[km]?$"


def fold(texts: pl.Series) -> pl.Series:
    r"""The folded form of each text; null stays null. Idempotent; linear in the texts.

    >>> fold(pl.Series(["•  Read\u00a0MORE (12) ›"])).to_list()
    ['read more']
    """
    text = plain(texts)
    text = _where(text.str.contains("  ", literal=True), text, _single_spaced)
    text = text.str.strip_chars_start(BULLETS).str.replace(_TAIL, "")
    return _where(text.str.contains("[0-9][km]?$"), text, _without_number)


def plain(texts: pl.Series) -> pl.Series:
    """Each character as it is compared, spaces still as many as they were."""
    rare = (texts.str.len_bytes() != texts.str.len_chars()) | texts.str.contains(_UNLIKE_ASCII)
    text = _where(rare, texts, _replaced).str.to_lowercase()
    return _where(text.str.len_bytes() != text.str.len_chars(), text, _composed)


def _where(
    mask: pl.Series, texts: pl.Series, change: Callable[[pl.Series], pl.Series]
) -> pl.Series:
    """The texts, changed where the mask says so; for a change that is slow and rarely needed.

    NFKC runs at 40 MB/s, the last replacement at 70 and the first at 600, all else here faster.
    """
    rows = mask.arg_true()
    # `scatter` changes the column it is called on, which here may be the caller's.
    return texts.clone().scatter(rows, change(texts.gather(rows))) if len(rows) else texts


def _replaced(text: pl.Series) -> pl.Series:
    return text.str.replace_many(_FROM, _TO)


def _single_spaced(text: pl.Series) -> pl.Series:
    return text.str.replace_all("  +", " ")


def _composed(text: pl.Series) -> pl.Series:
    """NFKC and lower case: twice, since either may undo the other."""
    for _ in range(2):
        text = text.str.normalize("NFKC").str.to_lowercase()
    return text


def _without_number(text: pl.Series) -> pl.Series:
    return text.str.replace(_ONLY_NUMBER, "${1}")
