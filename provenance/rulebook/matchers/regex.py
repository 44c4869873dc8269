r"""`regex`: a pattern matches somewhere in the line as it was read, a space being any space.

Patterns are run by Polars alone, whose engine (Rust's `regex`) takes linear
time whatever the pattern and has no look-around and no back-references; only
what RE2 takes too may be used. Case counts unless the pattern says `(?i)`.
"""

import re
from collections.abc import Sequence

import polars as pl

from provenance.rulebook.matchers import scan, subset
from provenance.rulebook.matchers.matcher import Matcher, Refusal
from provenance.text.spacing import plainly_spaced

MOST_CHARACTERS = 500
MOST_REPEATS = 20
MOST_STATES = 1_000
# Characters that no text may hold; they mark where a match begins, its group follows, and it ends.
_OPEN, _GROUP, _CLOSE = "\ufdd0", "\ufdd2", "\ufdd1"
# A pattern that names a no-break space looks for it.
_NAMED_SPACE = re.compile(r"\u00a0|\\x(?:a0|\{0*a0\})", re.IGNORECASE)


def places(lines: pl.DataFrame, pattern: str) -> pl.DataFrame:
    """As `spans`, where a space of the pattern is any space, but if it names the no-break one."""
    return spans(lines if _NAMED_SPACE.search(pattern) else _spaced(lines), pattern)


def spans(lines: pl.DataFrame, pattern: str) -> pl.DataFrame:
    """Every place where `pattern` matches, in code points from the start of the line's text.

    Polars tells no offsets in code points. So each match is wrapped in two noncharacters and
    the wrapped text is taken apart again: linear, with no second engine that could disagree.

    Args:
        lines: Columns `row` and `text`. Three noncharacters in a text count as U+FFFD.
        pattern: One that `refusals` let pass.

    Returns:
        Columns `row`, `start`, `end`; matches of no width are left out.
    """
    return captures(lines, pattern, "").select("row", "start", "end")


def captures(lines: pl.DataFrame, pattern: str, group: str = "1") -> pl.DataFrame:
    """As `spans`, with the column `words`: what a group of the pattern holds at each place.

    Args:
        lines: As for `spans`.
        pattern: Likewise; with a group, unless `group` is empty.
        group: Its number or name; empty for none. One that takes no part holds "".
    """
    clean = pl.col.text.str.replace_all(f"[{_OPEN}{_GROUP}{_CLOSE}]", "\ufffd")
    held = f"${{{group}}}" if group else ""
    wrapped = clean.str.replace_all(pattern, f"{_OPEN}${{0}}{_GROUP}{held}{_CLOSE}")
    parts = lines.lazy().select("row", piece=wrapped.str.split(_OPEN)).explode("piece")
    # All but the first piece of a line are a match, the closing mark and what follows.
    piece = pl.col.piece.str.split_exact(_CLOSE, 1)
    match, rest = piece.struct.field("field_0"), piece.struct.field("field_1")
    both = match.str.split_exact(_GROUP, 1)
    match, words = both.struct.field("field_0"), both.struct.field("field_1")
    parts = parts.select(
        "row", match=_width(match), rest=_width(rest), inside=rest.is_not_null(), words=words
    )
    behind = pl.col.match + pl.col.rest
    found = parts.with_columns(start=behind.cum_sum().over("row") - behind)
    found = found.filter(pl.col.inside & (pl.col.match > 0))
    return found.select("row", "start", end=pl.col.start + pl.col.match, words="words").collect()


def _width(text: pl.Expr) -> pl.Expr:
    return text.str.len_chars().cast(pl.Int64).fill_null(0)


def _find(lines: pl.DataFrame, terms: pl.DataFrame) -> pl.DataFrame:
    patterns = terms["value"].unique().sort().to_list()
    named = [pattern for pattern in patterns if _NAMED_SPACE.search(pattern)]
    others = [pattern for pattern in patterns if not _NAMED_SPACE.search(pattern)]
    found = pl.concat([scan.matching(lines, named), scan.matching(_spaced(lines), others)])
    return found.join(terms, on="value").select("row", "term")


def _spaced(lines: pl.DataFrame) -> pl.DataFrame:
    return lines.with_columns(plainly_spaced(lines["text"]))


def _refusals(patterns: Sequence[str]) -> list[Refusal | None]:
    """Refuses what is too long, repeats too often, or the engine does not take."""
    refused = [_shape_refusal(pattern) for pattern in patterns]
    usable = [pattern for pattern, refusal in zip(patterns, refused, strict=True) if not refusal]
    if _compile(usable) is None:
        return refused
    return [
        refusal or _compile([pattern]) for pattern, refusal in zip(patterns, refused, strict=True)
    ]


def _shape_refusal(pattern: str) -> Refusal | None:
    if len(pattern) > MOST_CHARACTERS:
        return Refusal(f"a pattern is at most {MOST_CHARACTERS} characters long")
    advice = "say `where: {max-chars: ...}` for the length of a line, or use `*`"
    pieces = subset.pieces(pattern)
    for piece in pieces:
        if _count(piece) > MOST_REPEATS:
            return Refusal(f"a pattern repeats at most {MOST_REPEATS} times", advice, piece.start())
    refused = subset.refusal(pattern)
    if refused is None and _size(pieces) > MOST_STATES:
        return Refusal("the repeats of this pattern multiply into too many", advice)
    return refused


def _count(piece: re.Match[str]) -> int:
    """The bound of a counted repeat; 0 for anything else."""
    bounds = (piece["low"], (piece["high"] or "").lstrip(","))
    return max(int(bound or 0) for bound in bounds)


def _size(pieces: Sequence[re.Match[str]]) -> int:
    """About how many characters or classes the pattern is with its counted repeats written out.

    The engine's time is at most the text's length times this.
    """
    totals, last = [0], 0
    for piece in pieces:
        count = _count(piece)
        if subset.opens(piece):
            totals.append(0)
        elif piece[0] == ")" and len(totals) > 1:
            last = max(totals.pop(), 1)
            totals[-1] += last
        elif count:
            totals[-1] += last * (count - 1)
            last *= count
        else:
            totals[-1] += 1
            last = 1
    return sum(totals)


def _compile(patterns: Sequence[str]) -> Refusal | None:
    """Null when the engine takes all of `patterns`, else why it does not; all in one call."""
    empty = pl.lit("")
    try:
        pl.select(empty.str.contains(each).alias(str(n)) for n, each in enumerate(patterns))
    except pl.exceptions.ComputeError as error:
        return _refusal(str(error))
    return None


def _refusal(report: str) -> Refusal:
    """The engine's report cut down to its reason and the column it points to."""
    reason = re.search(r"^error: (.*)$", report, re.MULTILINE)
    caret = re.search(r"^    ( *)\^", report, re.MULTILINE)
    size = "it grows too large when compiled" if "size limit" in report else "the engine refuses it"
    return Refusal(
        f"the pattern cannot be used: {reason[1] if reason else size}",
        "patterns are those of Rust's regex: no look-around, no back-references",
        len(caret[1]) if caret else 0,
    )


MATCHER = Matcher(
    "regex", "A regex of the common subset of RE2 and Rust, on the text as read.", _refusals, _find
)
