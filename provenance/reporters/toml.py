"""Values as they stand in a settings file, on one line and safe to print."""

import json
import re
from collections.abc import Iterable, Mapping

from provenance.reporters.safe import printable

_BARE = re.compile(r"[A-Za-z0-9_-]+")


def toml(value: object) -> str:
    r"""A text, number, truth value, list or table as TOML.

    Characters that a terminal obeys are escaped as TOML has it, so that the value stays the same.
    Lone surrogates, which TOML cannot hold, become visible.

    >>> toml({"warn": 0.1, "a b": ["x", "\x1b"]})
    '{ warn = 0.1, "a b" = ["x", "\\u001b"] }'
    """
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return f"{value:g}" if float(f"{value:g}") == value else repr(value)
    if isinstance(value, Mapping):
        pairs = ", ".join(f"{key((name,))} = {toml(item)}" for name, item in value.items())
        return f"{{ {pairs} }}" if pairs else "{}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(toml, value))}]"
    return str(value)


def key(path: Iterable[str]) -> str:
    """A dotted key, quoted where TOML needs it.

    >>> key(("per-path-ignores", "wire/**"))
    'per-path-ignores."wire/**"'
    """
    return ".".join(name if _BARE.fullmatch(name) else _text(name) for name in path)


def _text(text: str) -> str:
    whole = "".join(
        char if char < "\ud800" or char > "\udfff" else printable(char) for char in text
    )
    quoted = json.dumps(whole, ensure_ascii=False)
    return "".join(char if printable(char) == char else _escape(char) for char in quoted)


def _escape(char: str) -> str:
    code = ord(char)
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
