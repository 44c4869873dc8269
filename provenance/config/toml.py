"""Settings files as TOML: their values, and the lines on which they stand.

Raises on what is not TOML, with its line. What the keys mean is not known here.
"""

import functools
import re
import tomllib
from collections.abc import Iterator, Mapping

from provenance.errors import ConfigError

Key = tuple[str, ...]


def parse(text: str, place: str) -> dict[str, object]:
    """The values of a TOML document.

    Raises:
        ConfigError: It is not TOML; `place` gets the line and column where it stops being so.
    """
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as fault:
        reason = str(fault) if isinstance(fault, ValueError) else "values nested too deeply"
        at = re.search(r" \(at (?:line (\d+), column (\d+)|end of document)\)$", reason)
        last = text.rstrip().count("\n") + 1
        spot = f":{at[1]}:{at[2]}" if at and at[1] else f":{last}" if at else ""
        reason = reason[: at.start()] if at else reason
        message = f"not valid TOML: {reason[:1].lower()}{reason[1:]}"
        raise ConfigError(message, place=place + spot) from None


@functools.lru_cache(maxsize=1)
def locate(text: str) -> dict[Key, int]:
    """The line, from 1, on which each key of a valid TOML document stands, by the key's path.

    `tomllib` gives values without places. It does tell whether a piece of text is a whole
    statement, so the document is fed to it statement by statement. Linear in the document,
    but quadratic in the lines of a value that runs over several.
    """
    places: dict[Key, int] = {}
    table: Key = ()
    statement, start = "", 1
    for number, line in enumerate(text.split("\n"), 1):
        statement += line + "\n"
        try:
            keys = list(_nest(tomllib.loads(statement)))
        except tomllib.TOMLDecodeError:
            continue
        if statement.lstrip().startswith("["):
            table = keys[-1]
            places.setdefault(table, start)
        else:
            places.update((table + key, start) for key in keys)
        statement, start = "", number + 1
    return places


def _nest(table: Mapping[str, object], prefix: Key = ()) -> Iterator[Key]:
    """The path of every key of `table`, and of the tables in it."""
    for key, value in table.items():
        path = (*prefix, key)
        yield path
        inner = value[0] if isinstance(value, list) and value else value
        if isinstance(inner, dict):
            yield from _nest(inner, path)
