"""The settings in force, each with where it was set: a table for people, JSON for programs."""

from collections.abc import Iterator
from dataclasses import dataclass

from provenance.config import Config, Resolved
from provenance.config.described import DESCRIBED, Setting
from provenance.config.toml import Key
from provenance.reporters.cells import cells
from provenance.reporters.json import as_document
from provenance.reporters.palette import Style
from provenance.reporters.safe import printable
from provenance.reporters.toml import key, toml

_DEFAULT = "default"


@dataclass(frozen=True, slots=True)
class Row:
    """One setting, or one line of a table whose keys the user makes up.

    Attributes:
        value: As a settings file has it; null when it is not set and has no default.
        origin: `file:line`, a flag, or `default`.
    """

    path: Key
    value: object
    origin: str


def table(file: str | None, resolved: Resolved, style: Style) -> bytes:
    """One line a setting: its key, its value in TOML, and where it was set; UTF-8.

    Args:
        file: The settings file that was read; null when there is none.
        resolved: What came of it and of the flags.
        style: Values that are not the default stand out in colour.
    """
    told = [(key(row.path), _shown(row.value), row.origin) for row in rows(resolved)]
    names = max(cells(name) for name, _, _ in told)
    values = min(max(cells(value) for _, value, _ in told), max(20, style.width - names - 24))
    where = f"settings file: {printable(file)}" if file else "no settings file was found"
    lines = [where, ""]
    for name, value, origin in told:
        kind = "faint" if origin == _DEFAULT else "strong"
        room, gap = " " * (names - cells(name)), " " * max(0, values - cells(value))
        origin_shown = style.paint(printable(origin), kind)
        lines.append(f"{name}{room}  {style.paint(value, kind)}{gap}  {origin_shown}")
    return "".join(f"{line}\n" for line in lines).encode()


def as_json(file: str | None, resolved: Resolved, style: Style) -> bytes:  # noqa: ARG001
    """As `table`, as a JSON document: `file`, `digest` and the list `settings`; UTF-8."""
    settings = [
        {"key": list(row.path), "value": row.value, "origin": row.origin} for row in rows(resolved)
    ]
    document = {"file": file, "digest": resolved.config.digest(), "settings": settings}
    return as_document(document)


def rows(resolved: Resolved) -> Iterator[Row]:
    """Every setting in the order of a settings file; a table of the user's keys line by line."""
    for setting in DESCRIBED:
        value = _value(resolved.config, setting)
        lines = value.items() if isinstance(value, dict) else ()
        pairs = [((*setting.path, name), item) for name, item in lines]
        for path, item in pairs or [(setting.path, value)]:
            yield Row(path, item, resolved.origins.get(path, _DEFAULT))


def _value(config: Config, setting: Setting) -> object:
    """What a setting is in `config`, in the form that a settings file has it; null: not set."""
    path, name = setting.path, setting.path[-1]
    value = getattr(config.fields if path[0] == "fields" else config, name.replace("-", "_"))
    if name == "memory":
        return _size(config.memory)
    if name == "limits":
        return {limit.metric: _levels(limit.warn, limit.error) for limit in config.limits}
    return {key: _plain(item) for key, item in value} if setting.default == {} else _plain(value)


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value


def _size(memory: int | None) -> str:
    """A size as `--memory` takes it, to the thousandth of its unit."""
    if memory is None:
        return "auto"
    large = memory % 10**9 == 0 or memory >= 10**12
    amount, unit = (memory / 10**9, "G") if large else (memory / 10**6, "M")
    return f"{amount:.3f}".rstrip("0").rstrip(".") + unit


def _levels(warn: float | None, error: float | None) -> dict[str, float]:
    return {name: bound for name, bound in (("warn", warn), ("error", error)) if bound is not None}


def _shown(value: object) -> str:
    return "not set" if value is None else "empty" if value == {} else toml(value)


PAGES = {"text": table, "json": as_json}
