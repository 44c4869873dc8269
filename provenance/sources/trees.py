"""Values of a JSON document as rows, each held to the type that its row type declares.

In: lists of what a JSON reader gives. Out: rows and plain values. Keys that no
field asks for are passed over; nothing else is forgiven, and nothing is
converted but a whole number where any number will do. Columns are held at
once, so that a table of a million rows takes some seconds.
"""

import dataclasses
import functools
import types
from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Any, Union, get_args, get_origin, get_type_hints

# Far more than anything counts up to, and sums of as many still fit into 64 bits.
_MOST = 10**12
_SHOWN = 60  # characters of a key that are shown
_MISSING = object()
_NAMES = {
    str: "text",
    int: "a whole number",
    float: "a number",
    bool: "true or false",
    list: "a list",
    dict: "an object",
    types.NoneType: "null",
}

# Names the n-th of the values that are held.
At = Callable[[int], str]


def held(values: Sequence[object], hint: Any, at: At) -> list[Any]:  # noqa: ANN401  (a type hint)
    """`values` as `hint` declares them.

    Args:
        values: Whatever JSON can hold.
        hint: `str`, `int`, `float`, `bool`, an enum of texts, a dataclass, or `X | None`,
            `tuple[X, ...]`, `dict[str, X]` of these.
        at: What the n-th value is called in a fault, such as `scores[3].low`.

    Raises:
        ValueError: One of them is of another type, is missing, or is too large a number. The
            message tells which, and nothing of what it holds.
    """
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        return _optional(values, hint, at)
    if origin is tuple:
        return _lists(values, get_args(hint)[0], at)
    if origin is dict:
        return _tables(values, get_args(hint)[1], at)
    return _rows(values, hint, at) if dataclasses.is_dataclass(hint) else _plain(values, hint, at)


def key_path(path: str, key: str) -> str:
    """The path of what stands under a key, safe to print."""
    name = repr(key[:_SHOWN])[1:-1] + ("..." if len(key) > _SHOWN else "")
    return f"{path}.{name}" if path else name


def _optional(values: Sequence[object], hint: Any, at: At) -> list[Any]:  # noqa: ANN401
    (inner,) = (arm for arm in get_args(hint) if arm is not types.NoneType)
    told = [number for number, value in enumerate(values) if value is not None]
    found = iter(held([values[number] for number in told], inner, lambda n: at(told[n])))
    return [None if value is None else next(found) for value in values]


def _lists(values: Sequence[object], inner: Any, at: At) -> list[Any]:  # noqa: ANN401
    lists: list[list[object]] = _all(values, (list,), at)
    flat = [item for items in lists for item in items]
    found = iter(held(flat, inner, lambda n: _item(lists, n, at)))
    return [tuple(next(found) for _ in items) for items in lists]


def _item(lists: Sequence[Sequence[object]], number: int, at: At) -> str:
    """What the `number`-th item of all lists is called."""
    owner = 0
    while number >= len(lists[owner]):
        number -= len(lists[owner])
        owner += 1
    return f"{at(owner)}[{number}]"


def _tables(values: Sequence[object], inner: Any, at: At) -> list[Any]:  # noqa: ANN401
    tables: list[dict[str, object]] = _all(values, (dict,), at)
    names = [(number, key) for number, table in enumerate(tables) for key in table]
    flat = [item for table in tables for item in table.values()]
    found = iter(held(flat, inner, lambda n: key_path(at(names[n][0]), names[n][1])))
    return [{key: next(found) for key in table} for table in tables]


def _rows(values: Sequence[object], row: Any, at: At) -> list[Any]:  # noqa: ANN401
    items: list[dict[str, object]] = _all(values, (dict,), at)
    columns = [
        held([item.get(name, _MISSING) for item in items], hint, functools.partial(_at, at, name))
        for name, hint in _hints(row).items()
    ]
    return [row(*fields) for fields in zip(*columns, strict=True)]


@functools.cache
def _hints(row: type) -> dict[str, Any]:
    """The fields of a row type, in the order of its arguments."""
    hints = get_type_hints(row)
    return {field.name: hints[field.name] for field in dataclasses.fields(row)}


def _at(at: At, name: str, number: int) -> str:
    return key_path(at(number), name)


def _plain(values: Sequence[object], kind: type, at: At) -> list[Any]:
    if issubclass(kind, StrEnum):
        return _words(values, kind, at)
    found = _all(values, (int, float) if kind is float else (kind,), at)
    if kind in (int, float):
        _bounded(found, at)
    return [float(value) for value in found] if kind is float else found


def _words(values: Sequence[object], kind: type[StrEnum], at: At) -> list[Any]:
    allowed = set(kind)
    texts: list[str] = _all(values, (str,), at)
    for number, text in enumerate(texts):
        if text not in allowed:
            raise ValueError(f"`{at(number)}` must be one of {', '.join(kind)}")
    return [kind(text) for text in texts]


def _all(values: Sequence[object], kinds: tuple[type, ...], at: At) -> list[Any]:
    """The values, all of which are of one of `kinds`, and not of one that only passes for it."""
    if not set(map(type, values)) <= set(kinds):
        number = next(n for n, value in enumerate(values) if type(value) not in kinds)
        found, wanted = values[number], _NAMES[kinds[-1]]
        if found is _MISSING:
            raise ValueError(f"`{at(number)}` is missing")
        told = _NAMES.get(type(found), "something else")
        raise ValueError(f"`{at(number)}` must be {wanted}, it is {told}")
    return list(values)


def _bounded(values: Sequence[float], at: At) -> None:
    """Refuses numbers beyond what can be counted."""
    if values and not -_MOST <= min(values) <= max(values) <= _MOST:
        number = next(n for n, value in enumerate(values) if not -_MOST <= value <= _MOST)
        raise ValueError(f"`{at(number)}` is beyond {_MOST:,}")
