"""Text from strangers to text that a terminal can only show, never obey.

Goes in: anything from an article, a file name or a rule file. Comes out: the
same text with every character that moves the cursor, changes colours, reorders
the line, ends it or cannot be encoded written as a visible escape. It refuses
to guess what was meant: nothing is dropped, nothing is normalised.
"""

import re
from typing import Any

_TAB = "\t"
# Controls (C0, DEL, C1); line and paragraph separators; marks, embeddings, overrides and
# isolates that reorder text (Unicode Bidirectional Algorithm, UAX #9) and their deprecated
# kin; annotation marks; lone surrogates; noncharacters.
_UNSAFE_RANGES = (
    "\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufff9-\ufffb"
    "\ud800-\udfff\ufdd0-\ufdef"
    + "".join(
        f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
    )
)
_UNSAFE = re.compile(f"[{_UNSAFE_RANGES}]")
_SURROGATES = re.compile("[\ud800-\udfff]")
# JSON itself escapes the controls before it inside strings.
_FROM_DEL_ON = re.compile(rb"[\x7f-\xff][\x80-\xff]*")


def printable(text: str) -> str:
    r"""`text` on one line, safe to print; a tab becomes a space. Idempotent; linear.

    >>> printable("a\x1b[31m\u202eb")
    'a\\x1b[31m\\u202eb'
    """
    if text.isprintable():  # To Python, to which no unsafe character is; 20 times faster.
        return text
    return _UNSAFE.sub(_visible, text.replace(_TAB, " "))


def escape_json(document: bytes) -> bytes:
    """A JSON document in UTF-8 with unsafe characters as JSON escapes; its values stay the same."""
    if document.isascii() and b"\x7f" not in document:
        return document
    return _FROM_DEL_ON.sub(_harmless, document)


def encodable(value: Any) -> Any:  # noqa: ANN401  (any tree of texts)
    """`value` with lone surrogates as visible escapes, the one thing UTF-8 cannot carry.

    Dictionaries, lists and tuples are walked; what came out of a frame needs no walking.
    """
    if isinstance(value, dict):
        return {key: encodable(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [encodable(item) for item in value]
    return _SURROGATES.sub(_visible, value) if isinstance(value, str) else value


def _visible(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _harmless(match: re.Match[bytes]) -> bytes:
    text = match[0].decode()
    return match[0] if text.isprintable() else _UNSAFE.sub(_json_escape, text).encode()


def _json_escape(match: re.Match[str]) -> str:
    units = match[0].encode("utf-16-be")
    return "".join(f"\\u{units[i]:02x}{units[i + 1]:02x}" for i in range(0, len(units), 2))
