"""Where stated rows and recomputed ones differ, field by field.

In: two frames of one row type. Out: a difference for every value that is not
the same, and for every row that only one of the two has. Values are compared
exactly: scores are whole numbers.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import polars as pl

# What stands for a value that is not there; in a report it would be `null`.
NOTHING = "nothing"
# By which items of lists are known; one of them is enough.
_NAMES = ("name", "key", "letter")


@dataclass(frozen=True, slots=True)
class Difference:
    """One value that is stated otherwise than it is recomputed.

    Attributes:
        field: Such as `score` or `dimensions.sourcing.lost`; `row` when the row itself is missing.
        stated, recomputed: As JSON writes them; `nothing` for what is not there.
    """

    field: str
    stated: str
    recomputed: str


def differences(
    stated: pl.DataFrame, recomputed: pl.DataFrame, keys: Sequence[str], fields: Sequence[str]
) -> Iterator[tuple[dict[str, object], list[Difference]]]:
    """The rows in which two frames differ, in the order of their keys.

    Linear, and quick where they do not differ.

    Args:
        stated: A frame with the columns `keys`, which tell all rows apart, and `fields`.
        recomputed: Another one.
        keys: What rows are known by.
        fields: What is compared.

    Yields:
        The keys of a row, and where it differs.
    """
    left = stated.select(*keys, *fields, _stated=True)
    right = recomputed.select(*keys, *fields, _recomputed=True)
    both = left.join(right, on=list(keys), how="full", coalesce=True, suffix="_again")
    unlike = pl.any_horizontal(
        pl.col("_stated").is_null(),
        pl.col("_recomputed").is_null(),
        *(pl.col(name).ne_missing(pl.col(f"{name}_again")) for name in fields),
    )
    for row in both.filter(unlike).sort(keys).iter_rows(named=True):
        yield {key: row[key] for key in keys}, list(_in_row(row, fields))


def unlike_values(name: str, stated: object, recomputed: object) -> Iterator[Difference]:
    """Where two trees of values differ; items of lists are known by their names or numbers."""
    left, right = dict(_leaves(name, stated)), dict(_leaves(name, recomputed))
    for path in dict.fromkeys((*left, *right)):
        told, again = left.get(path, NOTHING), right.get(path, NOTHING)
        if told != again:
            yield Difference(path, told, again)


def _in_row(row: Mapping[str, object], fields: Sequence[str]) -> Iterator[Difference]:
    if row["_recomputed"] is None:
        yield Difference("row", "a row", NOTHING)
    elif row["_stated"] is None:
        yield Difference("row", NOTHING, "a row")
    else:
        for name in fields:
            yield from unlike_values(name, row[name], row[f"{name}_again"])


def _leaves(path: str, value: object) -> Iterator[tuple[str, str]]:
    """The plain values of a tree, each with its path."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _leaves(f"{path}.{key}" if path else str(key), item)
    elif isinstance(value, list | tuple):
        yield f"{path}[]", str(len(value))
        for number, item in enumerate(value):
            yield from _leaves(f"{path}.{_called(item, number)}", item)
    else:
        yield path, _shown(value)


def _called(item: object, number: int) -> object:
    """The name of an item of a list, else its number."""
    names = (item.get(key) for key in _NAMES) if isinstance(item, dict) else ()
    return next((name for name in names if name is not None), number)


def _shown(value: object) -> str:
    if value is None:
        return "null"
    return str(value).lower() if isinstance(value, bool) else str(value)
