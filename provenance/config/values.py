"""What each setting may be.

In goes the value of a file or a flag; out comes the value as `Config` holds it,
or a `ValueError` whose message goes on after the setting's name: "is 3; it must
be ...".
"""

import dataclasses
import difflib
import re
from collections.abc import Callable, Collection, Mapping

from provenance.config import globs
from provenance.config.policy import RULES, policy
from provenance.config.settings import Fields, Limit, unknown_metric
from provenance.config.toml import Key
from provenance.errors import ConfigError
from provenance.model import METRICS, Severity, Unit


def reader(path: Key) -> Callable[[object], object]:
    """What checks and converts the value of a setting.

    Raises:
        ConfigError: There is no such setting; the hint names the nearest. Or the key of what is
            ignored names no place.
    """
    if len(path) == 2 and path[0] == "severity":
        if not _RULE_ID.fullmatch(path[1]):
            raise ConfigError(
                f"severity is set for {_shown(path[1])}, which is no rule id",
                hint="such as BPL001, or what ids begin with: BPL for a family",
            )
        return _severity_level
    if path in SETTINGS:
        return SETTINGS[path]
    if path[:-1] in _OPEN_TABLES:
        _refuse_nameless(*path)
        return _OPEN_TABLES[path[:-1]]
    if path[:-1] == ("gate", "limits"):
        return _limit(path[-1])
    known = [".".join(other) for other in SETTINGS]
    name = ".".join(path)
    close = difflib.get_close_matches(name.replace("_", "-"), known, n=1)
    hint = f"did you mean {close[0]}?" if close else f"the settings are {', '.join(known)}"
    raise ConfigError(f"there is no setting {_shown(name)}", hint=hint)


def _refuse_nameless(table: str, key: str) -> None:
    """Refuses what would be ignored in no place that has a name, which could be every one.

    Raises:
        ConfigError: The glob has no part, or the outlet's name no character.
    """
    is_path = table == "per-path-ignores"
    if key.strip() and not (is_path and set(globs.split(key.strip())) <= {"/"}):
        return
    named, such = ("file or folder", "wire/**; ** is every file") if is_path else ("outlet", "Post")
    raise ConfigError(
        f"{table} has the key {_shown(key)}, which is no {named}", hint=f"such as {such}"
    )


def _one_of(*choices: str) -> Callable[[object], str]:
    def read(value: object) -> str:
        if isinstance(value, str) and value in choices:
            return value
        raise ValueError(f"is {_shown(value)}; it can be {_either(choices)}")

    return read


def _policy(value: object) -> str:
    """The gate's policy with the level first and the rules sorted.

    Raises:
        ConfigError: It names no policy.
    """
    names = [value] if isinstance(value, str) else value
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise ValueError(f"is {_shown(value)}; it must be text, such as 'error,NUM001'")
    return str(policy(",".join(names)))


def _limit(metric: str) -> Callable[[object], Limit]:
    """What reads the limits on a metric: `{ warn = 0.1, error = 0.2 }`, or a number for `error`.

    Raises:
        ConfigError: There is no such metric; the hint names the nearest.
    """
    if metric not in METRICS:
        raise unknown_metric(metric)
    most = _MOST[METRICS[metric].unit]

    def read(value: object) -> Limit:
        limits = value if isinstance(value, Mapping) else {"error": value}
        if not limits or not limits.keys() <= {"warn", "error"}:
            raise ValueError(f"is {_shown(value)}; it must be such as {{ warn = 1, error = 2 }}")
        return Limit(metric, **{level: bound(number) for level, number in limits.items()})

    def bound(number: object) -> float:
        if isinstance(number, bool) or not isinstance(number, int | float):
            raise ValueError(f"has {_shown(number)}; limits must be numbers")
        if not 0 <= number <= most:
            raise ValueError(f"has {_shown(number)}; its limits must be from 0 to {most:,}")
        return float(number)

    return read


def _path(value: object) -> str:
    if isinstance(value, str) and value.strip():
        return value
    raise ValueError(f"is {_shown(value)}; it must be the name of a file")


def _yes_or_no(value: object) -> bool:
    if isinstance(value, bool):
        return value
    raise ValueError(f"is {_shown(value)}; it must be true or false")


def _whole(low: int, high: int) -> Callable[[object], int]:
    def read(value: object) -> int:
        if isinstance(value, int) and not isinstance(value, bool) and low <= value <= high:
            return value
        raise ValueError(f"is {_shown(value)}; it must be a whole number from {low} to {high}")

    return read


def _memory(value: object) -> int | None:
    """Bytes from a size such as `500M` or `1.5G`, in powers of ten; null for `auto`."""
    if value == "auto":
        return None
    size = _SIZE.fullmatch(value.strip().upper()) if isinstance(value, str) else None
    amount = int(float(size[1]) * _UNITS[size[2]]) if size else 0
    if amount >= _LEAST_MEMORY:
        return amount
    raise ValueError(f"is {_shown(value)}; it must be auto, or a size from 100M on, such as 4G")


def _field_name(value: object) -> str:
    if isinstance(value, str) and value.strip():
        return value
    raise ValueError(f"is {_shown(value)}; it must be the name of a field, as text")


def _texts(value: object) -> tuple[str, ...]:
    """A set of texts, in one order whatever the order given."""
    if isinstance(value, list | tuple) and all(isinstance(item, str) and item for item in value):
        return tuple(sorted(set(value)))
    raise ValueError(f'is {_shown(value)}; it must be a list of texts, such as ["a", "b"]')


def _rule_prefixes(value: object) -> tuple[str, ...]:
    texts = _texts(value)
    wrong = [text for text in texts if not RULES.fullmatch(text)]
    if wrong:
        shown = ", ".join(map(_shown, wrong))
        raise ValueError(f"names {shown}; a rule is named like BPL001, a family like BPL")
    return texts


def _table(value: object) -> object:
    raise ValueError(f"is {_shown(value)}; it must be a table")


def _either(choices: Collection[str]) -> str:
    *others, last = choices
    return f"{', '.join(others)} or {last}"


def _shown(value: object) -> str:
    """`value` as it can stand in a message: escaped, on one line, not longer than 60 characters."""
    try:
        shown = repr(value)
    except (ValueError, RecursionError):  # an integer or a nest beyond what Python prints
        return f"a very large {type(value).__name__}"
    return shown if len(shown) <= 60 else shown[:57] + "..."


_RULE_ID = re.compile(r"[A-Z]{3}[0-9]{0,3}")
_SIZE = re.compile(r"([0-9]{1,6}(?:\.[0-9]{1,3})?) ?([MGT])B?")
_UNITS = {"M": 10**6, "G": 10**9, "T": 10**12}
_LEAST_MEMORY = 100 * 10**6
_severity_level = _one_of(*Severity, "off")
_MOST = {Unit.SHARE: 1, Unit.COUNT: 10**9, Unit.SCORE: 100}
# Tables whose keys are settings; what else stands in a settings file is one.
TABLES: tuple[Key, ...] = (
    *(("gate",), ("gate", "limits"), ("fields",), ("severity",)),
    *(("per-path-ignores",), ("per-outlet-ignores",)),
)
# Tables whose keys the user makes up, with what their values may be.
_OPEN_TABLES: dict[Key, Callable[[object], object]] = {
    ("per-path-ignores",): _rule_prefixes,
    ("per-outlet-ignores",): _rule_prefixes,
}
SETTINGS: dict[Key, Callable[[object], object]] = {
    ("gate", "fail-on"): _policy,
    ("gate", "fail-under"): _whole(0, 100),
    ("gate", "keep-going"): _yes_or_no,
    ("gate", "baseline"): _path,
    ("gate", "only-new"): _yes_or_no,
    **dict.fromkeys(TABLES, _table),
    ("select",): _rule_prefixes,
    ("ignore",): _rule_prefixes,
    ("rules",): _texts,
    ("exclude",): _texts,
    **{("fields", item.name): _field_name for item in dataclasses.fields(Fields)},
    ("min-words",): _whole(8, 1000),
    ("max-article-mb",): _whole(1, 1000),
    ("extractor",): _one_of("trafilatura", "resiliparse"),
    ("seconds-per-document",): _whole(1, 600),
    ("memory",): _memory,
}
