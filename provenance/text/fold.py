"""The form in which whole lines are compared with phrases.

In: a column of text. Out: a column of the same length in which lines that a
reader would call the same are the same: whatever the case, the width of the
characters, the kind of quotation mark, dash or space, soft hyphens, the bullet
in front or the arrow or counter behind ("Comments (12) »"). Rules fold their
phrases with the same function, so there is one definition.

Folding changes lengths and keeps no map of offsets: it tells which line, never
where in the line.
"""

import polars as pl

_INVISIBLE = (
    "\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff"
)
_SPACES = (
    "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006"
    "\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
# Each also in the forms whose compatibility form is one of the others, so that folding twice
# changes nothing.
_PLAIN = {
    "": _INVISIBLE,
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

_BULLETS = " *•·●◦‣▪■►▶→›»«‹<>|+-"
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
    table = texts.alias("text").to_frame()
    # One step after the other: in one expression Polars would work out each step again for
    # every place where the next one names it.
    for step in _steps(pl.col.text):
        table = table.select(step.alias("text"))
    return table["text"].alias(texts.name)


def _steps(text: pl.Expr) -> tuple[pl.Expr, ...]:
    # NFKC runs at 40 MB/s, the last replacement at 70, everything else here at 400 and more:
    # only texts that need these get them. Nulls are passed over.
    odd = pl.when(text.str.len_bytes() != text.str.len_chars()).then(text)
    numbered = pl.when(text.str.contains("[0-9][km]?$")).then(text)
    return (
        text.str.replace_many(_FROM, _TO),
        pl.coalesce(_composed(odd), text.str.to_lowercase()),
        text.str.replace_all("  +", " ").str.strip_chars_start(_BULLETS).str.replace(_TAIL, ""),
        pl.coalesce(numbered.str.replace(_ONLY_NUMBER, "${1}"), text),
    )


def _composed(text: pl.Expr) -> pl.Expr:
    """NFKC and lower case: twice, since either may undo the other."""
    for _ in range(2):
        text = text.str.to_lowercase().str.normalize("NFKC")
    return text.str.to_lowercase()
