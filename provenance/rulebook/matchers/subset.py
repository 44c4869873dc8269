r"""The regex syntax that rules may use: what RE2 and Rust's `regex` both take.

In: a pattern. Out: its pieces, or the first piece that one of the two engines
refuses or reads otherwise, with its place. Rules that keep to the common part
stay linear and mean the same wherever they are run. Whether a pattern is whole
(brackets closed, ranges in order) is not asked here: the engine says that.

The claims were checked with Rust's `regex` as Polars has it and with RE2.
`\d`, `\s`, `\w` and `\b` are taken by both, but Rust's know all of Unicode and
RE2's ASCII alone.
"""

import re

from provenance.rulebook.matchers.matcher import Refusal

# The parts of a class between its brackets; an escape is the same inside and outside.
_ESCAPE = r"\\(?:[pPxuUob]\{[^}]*\}|x[0-9A-Fa-f]{2}|[pP].|.)?"
_POSIX = r"\[:\^?[a-z]*:\]"
_PIECE = re.compile(
    rf"(?P<escape>{_ESCAPE})"
    rf"|(?P<set>\[\^?\]?(?:{_POSIX}|{_ESCAPE}|[^\]\\])*\]?)"
    r"|(?P<group>\((?:\?P?<[^>]*>|\?[-a-zA-Z]*[:)]|\?.{0,2})?)"
    r"|(?P<repeat>(?:[*+?]|\{(?P<low>[0-9]*)(?P<high>,[0-9]*)?\})\??)"
    r"|(?P<mark>[|).^$])"
    r"|(?P<character>.)",
    re.DOTALL,
)
_ITEM = re.compile(rf"(?P<posix>{_POSIX})|(?P<escape>{_ESCAPE})|(?P<other>&&|--|~~|.)", re.DOTALL)

_OUTSIDE, _INSIDE = frozenset("dDsSwWafnrtvbBAz"), frozenset("dDsSwWafnrtv")
_POSIX_NAMES = frozenset(
    "alnum alpha ascii blank cntrl digit graph lower print punct space upper word xdigit".split()
)
# General categories, and the scripts in daily use somewhere; RE2 knows no longer names.
_PROPERTIES = frozenset(
    "Any C Cc Cf Co L Ll Lm Lo Lt Lu M Mc Me Mn N Nd Nl No P Pc Pd Pe Pf Pi Po Ps S Sc Sk Sm So "
    "Z Zl Zp Zs Arabic Armenian Bengali Common Cyrillic Devanagari Ethiopic Georgian Greek "
    "Gujarati Gurmukhi Han Hangul Hebrew Hiragana Inherited Kannada Katakana Khmer Lao Latin "
    "Malayalam Mongolian Myanmar Oriya Sinhala Tamil Telugu Thaana Thai Tibetan".split()
)
_FLAGS = re.compile(r"\(\?(?:[imsU]+|[imsU]*-[imsU]+)[:)]")
_NAMED = re.compile(r"\(\?P<[A-Za-z_][A-Za-z0-9_]*>")
_GROUPS = {
    "(?=": "look-around",
    "(?!": "look-around",
    "(?<=": "look-around",
    "(?<!": "look-around",
    "(?>": "an atomic group",
    "(?(": "a condition",
    "(?P=": "a back-reference",
    "(?P>": "recursion",
    "(?&": "recursion",
    "(?#": "a comment",
    "(?|": "a branch reset",
}
_ESCAPES = {
    "0": "an octal number",
    "Q": "quoting by `\\Q`",
    "u": "`\\u`",
    "U": "`\\U`",
    "b": "a boundary with a name",
    "<": "a boundary of words by `\\<`",
    ">": "a boundary of words by `\\>`",
    **dict.fromkeys("123456789", "a back-reference"),
}
_ADVICE = {
    "look-around": "write an `except:`, or match more of the line",
    "a back-reference": "write out what is repeated",
    "`\\u`": "write `\\x{...}`",
    "`\\U`": "write `\\x{...}`",
    "an octal number": "write `\\x{...}`",
    "a boundary with a name": "write `\\b`",
}
_COMMON = "patterns are what RE2 and Rust's regex have in common"


def pieces(pattern: str) -> list[re.Match[str]]:
    """The pattern cut up; each piece's `lastgroup` says what it is.

    An `escape`, a `set` (a class in brackets), the opening of a `group`, a `repeat` (its bounds
    in `low` and `high`, the latter with its comma), a `mark` (one of `|).^$`) or a `character`.
    Together they are the pattern. Linear in it, as patterns are short.
    """
    return list(_PIECE.finditer(pattern))


def refusal(pattern: str) -> Refusal | None:
    """The first piece that not both engines take; null when there is none."""
    previous = ""
    for piece in pieces(pattern):
        kind = kind_of(piece)
        found = None
        if kind == "escape":
            found = _escape(piece[0], piece.start(), _OUTSIDE)
        elif kind == "set":
            found = _set(piece)
        elif kind == "group":
            found = _group(piece)
        elif kind == "repeat" and previous == "repeat":
            what = "a possessive repeat" if piece[0][0] == "+" else "a repeat of a repeat"
            found = _refused(what, piece.start(), "put brackets around the inner one, or drop one")
        if found:
            return found
        previous = kind
    return None


def kind_of(piece: re.Match[str]) -> str:
    """What a piece is: the name of one of the groups that `pieces` lists."""
    return "repeat" if piece["repeat"] is not None else str(piece.lastgroup)


def unbounded(pattern: str) -> str:
    r"""The pattern without its boundaries of words: it matches in every text that it did, and more.

    >>> unbounded(r"\bno\b|\\b")
    '(?:)no(?:)|\\\\b'
    """
    # An empty group, since a repeat may stand behind.
    return "".join("(?:)" if piece[0] in ("\\b", "\\B") else piece[0] for piece in pieces(pattern))


def opens(piece: re.Match[str]) -> bool:
    """Whether a piece opens a bracket; `(?i)` opens none."""
    return kind_of(piece) == "group" and piece[0][-1] != ")"


def items(inside: str) -> list[re.Match[str]]:
    """What stands between the brackets of a `set`, cut up into characters and escapes."""
    return list(_ITEM.finditer(inside))


def _escape(text: str, at: int, letters: frozenset[str]) -> Refusal | None:
    letter, rest = text[1:2], text[2:]
    if letter in ("p", "P"):
        name = rest.strip("{}")
        known = name in _PROPERTIES
        advice = "write a category such as `\\p{Lu}` or a script such as `\\p{Greek}`"
        return None if known else _refused(f"the property `{name}`", at, advice)
    if letter == "x" or (letter in letters and not rest):
        return None
    if letter.isascii() and not letter.isalnum() and letter not in "<>":
        return None
    what = _ESCAPES.get(letter, f"`\\{letter}`") if rest or letter != "b" else "`\\b` in a class"
    return _refused(what, at, _ADVICE.get(what, ""))


def _set(piece: re.Match[str]) -> Refusal | None:
    """Looks at what stands between the brackets, a `]` right after the first one included."""
    first = piece.start() + 1 + (piece[0][1:2] == "^")
    for item in _ITEM.finditer(piece.string, first, piece.end()):
        found = None
        if item["posix"]:
            name = item["posix"].strip("[:^]")
            if name not in _POSIX_NAMES:
                found = _refused(f"the class `{name}`", item.start())
        elif item["escape"]:
            found = _escape(item["escape"], item.start(), _INSIDE)
        elif item["other"] == "[":
            found = _refused("a class in a class", item.start(), "write `\\[` for the bracket")
        elif len(item["other"]) > 1:
            advice = f"write `\\{item['other'][0]}` for the character"
            found = _refused(f"the class operation `{item['other']}`", item.start(), advice)
        if found:
            return found
    return None


def _group(piece: re.Match[str]) -> Refusal | None:
    text = piece[0]
    if text in ("(", "(?:") or _FLAGS.fullmatch(text) or _NAMED.fullmatch(text):
        return None
    what = next((name for begin, name in _GROUPS.items() if text.startswith(begin)), None)
    if what:
        return _refused(what, piece.start(), _ADVICE.get(what, ""))
    if "<" in text[:4]:
        advice = "write `(?P<name>...)`, the name in ASCII letters, digits and `_`"
        return _refused("a group named like this", piece.start(), advice)
    advice = "the flags are i, m, s and U, as in `(?i)` or `(?i:...)`"
    return _refused(f"a group that begins with `{text}`", piece.start(), advice)


def _refused(what: str, at: int, advice: str = "") -> Refusal:
    return Refusal(f"a pattern cannot hold {what}", advice or _COMMON, at)
