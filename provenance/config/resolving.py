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
from provenance.config.values import SETTINGS, TABLES, reader
from provenance.errors import ConfigError, FaultList


@dataclass(frozen=True, slots=True)
class Resolved:
    """Settings, and where each that is no default was set.

    Attributes:
        origins: `file:line` or the flag, by the setting's key (`("gate", "fail-on")`).
    """

    config: Config
    origins: Mapping[Key, str]


def resolve(text: str | None, place: str, flags: Mapping[str, object]) -> Config:
    """As `resolved`, without the origins.

    >>> resolve("min-words = 20", "provenance.toml", {"fail_on": "warning"}).min_words
    20
    """
    return resolved(text, place, flags).config


def resolved(text: str | None, place: str, flags: Mapping[str, object]) -> Resolved:
    """The defaults, under the settings in `text`, under `flags`.

    Args:
        text: TOML; null when there is no settings file. In a `pyproject.toml` the settings are
            the table `[tool.provenance]`, in any other file they are the whole.
        place: The file's path, with `/`. Relative paths in `rules` and `gate.baseline` start from
            its folder.
        flags: Values of the command line, by the names of `Config`; the fields are
            `text_field`, `id_field` and so on. None, an empty list and an empty mapping count as
            not given. A list replaces the file's list; a mapping adds to the file's table.

    Raises:
        FaultList: Every fault, as `ConfigError`, in the order of the file and then of the flags.
    """
    values: dict[Key, object] = {}
    places: dict[Key, Callable[[], str]] = {}
    faults: list[ConfigError] = []
    given: list[_Given] = []
    try:
        given += [] if text is None else _from_file(text, place)
    except ConfigError as fault:
        faults.append(fault)
    for item in (*given, *_from_flags(flags)):
        try:
            values[item.path] = reader(item.path)(item.value)
            places[item.path] = item.place
        except ValueError as fault:
            faults.append(ConfigError(f"{'.'.join(item.path)} {fault}", place=item.place()))
        except ConfigError as fault:
            faults.append(ConfigError(fault.message, place=item.place(), hint=fault.hint))
    if faults:
        raise FaultList(faults)
    return Resolved(_config(values), {path: where() for path, where in places.items()})


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


# Settings that name files: in a settings file they start from its folder.
_PATHS = (("rules",), ("gate", "baseline"))


def _from_file(text: str, place: str) -> Iterator[_Given]:
    table: object = parse(text, place)
    root: Key = ()
    if posixpath.basename(place) == "pyproject.toml":
        for key in ("tool", "provenance"):
            table, root = table.get(key, {}) if isinstance(table, dict) else {}, (*root, key)
    if not isinstance(table, dict):
        raise ConfigError("tool.provenance is not a table", place=_line(text, place, root))
    for path, value in _flat(table):
        if path in _PATHS:
            value = _from_folder(posixpath.dirname(place), value)  # noqa: PLW2901
        yield _Given(path, value, functools.partial(_line, text, place, root + path))


def _line(text: str, place: str, key: Key) -> str:
    return f"{place}:{locate(text).get(key, 1)}"


def _flat(table: Mapping[str, object], within: Key = ()) -> Iterator[tuple[Key, object]]:
    """The settings in `table`, those in tables of settings one by one."""
    for key, value in table.items():
        path = (*within, key)
        if path in TABLES and isinstance(value, Mapping):
            yield from _flat(value, path)
        else:
            yield path, value


def _from_folder(folder: str, value: object) -> object:
    """A path, or a list of some, as it is seen from where the program runs."""
    if isinstance(value, list):
        return [_from_folder(folder, item) for item in value]
    return posixpath.join(folder, value) if isinstance(value, str) and value else value


# Flags that are typed otherwise than their setting is called.
_TYPED = {"limits": "limit", "only-new": "all"}


def _from_flags(flags: Mapping[str, object]) -> Iterator[_Given]:
    given = {name: value for name, value in flags.items() if value not in (None, [], (), {})}
    for name, value in given.items():
        flag = name.replace("_", "-")
        key, place = _key(flag), functools.partial(str, f"--{_TYPED.get(flag, flag)}")
        inside = isinstance(value, Mapping) and key in TABLES
        items = _flat(value, key) if inside else [(key, value)]  # type: ignore[arg-type]
        for path, item in items:
            yield _Given(path, item, place)


def _key(flag: str) -> Key:
    """The setting that a flag sets."""
    stem = flag.removesuffix("-field")
    if stem != flag:
        return ("fields", stem)
    return ("gate", flag) if ("gate", flag) in SETTINGS else (flag,)


def _config(values: Mapping[Key, object]) -> Config:
    """The settings by the names of `Config`; those in a table of their own come as pairs."""
    plain = {
        path[-1].replace("-", "_"): value
        for path, value in values.items()
        if path[:-1] in ((), ("gate",))
    }
    inner = {table: _inner(values, table) for table in TABLES}
    return Config(
        **plain,  # type: ignore[arg-type]
        fields=Fields(**dict(inner["fields",])),  # type: ignore[arg-type]
        severity=inner["severity",],  # type: ignore[arg-type]
        limits=tuple(limit for _, limit in inner["gate", "limits"]),  # type: ignore[misc]
        per_path_ignores=inner["per-path-ignores",],  # type: ignore[arg-type]
        per_outlet_ignores=inner["per-outlet-ignores",],  # type: ignore[arg-type]
    )


def _inner(values: Mapping[Key, object], table: Key) -> tuple[tuple[str, object], ...]:
    """The keys and values right in a table, sorted."""
    found = {path[-1]: value for path, value in values.items() if path[:-1] == table}
    return tuple(sorted(found.items()))
