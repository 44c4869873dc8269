"""One `Config` from the defaults, a settings file and the command line.

In goes the text of a settings file and the flags; out comes the `Config`, or
every fault at once, each with its line or its flag. Nothing here opens a file:
`provenance.sources.settings` finds and reads it.
"""

import functools
import posixpath
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from provenance.config.settings import Config, Fields
from provenance.config.toml import Key, locate, parse
from provenance.config.values import reader
from provenance.errors import ConfigError, FaultList


def resolve(text: str | None, place: str, flags: Mapping[str, object]) -> Config:
    """The defaults, under the settings in `text`, under `flags`.

    Args:
        text: TOML; null when there is no settings file. In a `pyproject.toml` the settings are
            the table `[tool.provenance]`, in any other file they are the whole.
        place: The file's path, with `/`. Relative paths in `rules` start from its folder.
        flags: Values of the command line, by the names of `Config`; the fields are
            `text_field`, `id_field` and so on. None, an empty list and an empty mapping count as
            not given. A list replaces the file's list; a mapping adds to the file's table.

    Raises:
        FaultList: Every fault, as `ConfigError`, in the order of the file and then of the flags.

    >>> resolve("min-words = 20", "provenance.toml", {"fail_on": "warning"}).min_words
    20
    """
    values: dict[Key, object] = {}
    faults: list[ConfigError] = []
    given: list[_Given] = []
    try:
        given += [] if text is None else _from_file(text, place)
    except ConfigError as fault:
        faults.append(fault)
    for item in (*given, *_from_flags(flags)):
        try:
            values[item.path] = reader(item.path)(item.value)
        except ValueError as fault:
            faults.append(ConfigError(f"{'.'.join(item.path)} {fault}", place=item.place()))
        except ConfigError as fault:
            faults.append(ConfigError(fault.message, place=item.place(), hint=fault.hint))
    if faults:
        raise FaultList(faults)
    return _config(values)


@dataclass(frozen=True, slots=True)
class _Given:
    """One value of a file or a flag.

    Attributes:
        path: Its key within the settings.
        place: Tells where it stands; a call, because only faults are looked up.
    """

    path: Key
    value: object
    place: Callable[[], str]


def _from_file(text: str, place: str) -> Iterator[_Given]:
    table: object = parse(text, place)
    root: Key = ()
    if posixpath.basename(place) == "pyproject.toml":
        for key in ("tool", "provenance"):
            table, root = table.get(key, {}) if isinstance(table, dict) else {}, (*root, key)
    if not isinstance(table, dict):
        raise ConfigError("tool.provenance is not a table", place=_line(text, place, root))
    for path, value in _flat(table):
        if path == ("rules",) and isinstance(value, list):
            value = [_from_folder(posixpath.dirname(place), item) for item in value]  # noqa: PLW2901
        yield _Given(path, value, functools.partial(_line, text, place, root + path))


def _line(text: str, place: str, key: Key) -> str:
    return f"{place}:{locate(text).get(key, 1)}"


def _flat(table: Mapping[str, object]) -> Iterator[tuple[Key, object]]:
    """The settings in `table`, those in the tables `fields` and `severity` one by one."""
    for key, value in table.items():
        if key in ("fields", "severity") and isinstance(value, Mapping):
            yield from (((key, inner), item) for inner, item in value.items())
        else:
            yield (key,), value


def _from_folder(folder: str, path: object) -> object:
    return posixpath.join(folder, path) if isinstance(path, str) and path else path


def _from_flags(flags: Mapping[str, object]) -> Iterator[_Given]:
    given = {name: value for name, value in flags.items() if value not in (None, [], (), {})}
    for path, value in _flat(given):
        flag = path[0].replace("_", "-")
        stem = flag.removesuffix("-field")
        key = (flag, *path[1:]) if stem == flag else ("fields", stem)
        yield _Given(key, value, functools.partial(str, f"--{flag}"))


def _config(values: Mapping[Key, object]) -> Config:
    plain = {path[0].replace("-", "_"): value for path, value in values.items() if len(path) == 1}
    fields = {path[1]: value for path, value in values.items() if path[0] == "fields"}
    levels = {path[1]: value for path, value in values.items() if path[0] == "severity"}
    return Config(
        **plain,  # type: ignore[arg-type]
        fields=Fields(**fields),  # type: ignore[arg-type]
        severity=tuple(sorted(levels.items())),  # type: ignore[arg-type]
    )
