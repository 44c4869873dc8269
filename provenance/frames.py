"""Polars frames whose columns are the fields of a row type.

`schema` derives the columns, `frame` and `rows` convert between rows and
frames, and `conform` is what every stage ends in: it holds a frame to its row
type and sorts it, so that no thread or hash order leaks into an output.
"""

import dataclasses
import functools
import itertools
import types
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

import polars as pl

Row = TypeVar("Row")

# So many rows are made at a time, to keep within memory where they hold texts.
_PART = 4_096
# So many rows are sorted at a time: to sort takes half as much again as what is sorted.
_SORTED = 500_000
# Rows up to which lists are converted one by one.
_FEW = 500
_SCALARS: dict[type, pl.DataType] = {
    str: pl.String(),
    int: pl.Int64(),
    float: pl.Float64(),
    bool: pl.Boolean(),
}


def schema(row: type) -> dict[str, pl.DataType]:
    """The columns of `row` and their types, in declaration order.

    Raises:
        TypeError: A field is of a type that has no column type.

    >>> from provenance.model import Match
    >>> schema(Match)["start"]
    Int64
    """
    return dict(_columns(row))


def frame(items: Iterable[Row], row: type[Row]) -> pl.DataFrame:
    """A conforming frame of `items`. Linear in the items, plus a sort."""
    return conform(_flat(list(items), row), row)


def rows(table: pl.DataFrame | pl.LazyFrame, row: type[Row]) -> Iterator[Row]:
    """The rows of a conforming frame, in its order; of one to be collected, it is."""
    kind: type = row
    nested = _nested(kind)
    table = table.lazy().collect()
    # Whole columns become objects at once, which takes a quarter of the time of row by row.
    for part in table.iter_slices(_PART):
        columns = [_values(part[name], name, nested) for name in schema(kind)]
        yield from map(row, *columns)


def conform(table: pl.DataFrame, row: type) -> pl.DataFrame:
    """`table` with exactly the columns of `row`, sorted by `row.ORDER`.

    Raises:
        ValueError: A column is missing, of another type, or holds nulls it may not hold.
    """
    wanted = schema(row)
    missing = [name for name in wanted if name not in table.columns]
    if missing:
        raise ValueError(f"{row.__name__}: no column {', '.join(missing)}")
    table = table.select(list(wanted))
    wrong = {name: kind for name, kind in table.schema.items() if kind != wanted[name]}
    if wrong:
        raise ValueError(f"{row.__name__}: columns of another type: {wrong}")
    nulls = [name for name in _required(row) if table[name].null_count()]
    if nulls:
        raise ValueError(f"{row.__name__}: null in {', '.join(nulls)}")
    return pl.concat(_sorted(table, row.ORDER))  # type: ignore[attr-defined]


def _sorted(table: pl.DataFrame, order: Sequence[str]) -> Iterator[pl.DataFrame]:
    """The rows by the columns of `order`, so many at a time as bounds what sorting takes."""
    if len(table) <= _SORTED:
        yield table.sort(order)
        return
    first = pl.col(order[0])
    bounds = table[order[0]].sort().gather_every(_SORTED).unique(maintain_order=True)
    for least, most in itertools.pairwise([*bounds, None]):
        below = True if most is None else first < most
        yield table.filter(first >= least, below).sort(order)


@functools.cache
def _columns(row: type) -> dict[str, pl.DataType]:
    hints = get_type_hints(row)
    return {field.name: _column_type(hints[field.name]) for field in dataclasses.fields(row)}


def _column_type(hint: Any) -> pl.DataType:  # noqa: ANN401  (a type hint may be anything)
    if get_origin(hint) in (Union, types.UnionType):
        (hint,) = (arm for arm in get_args(hint) if arm is not type(None))
    if get_origin(hint) is tuple:
        return pl.List(_column_type(get_args(hint)[0]))
    if dataclasses.is_dataclass(hint):
        return pl.Struct(schema(hint))  # type: ignore[arg-type]
    if hint in _SCALARS:
        return _SCALARS[hint]
    raise TypeError(f"no column type for {hint!r}")


@functools.cache
def _required(row: type) -> tuple[str, ...]:
    hints = get_type_hints(row)
    fields = [field.name for field in dataclasses.fields(row)]
    return tuple(name for name in fields if type(None) not in get_args(hints[name]))


@functools.cache
def _nested(row: type) -> dict[str, Any]:
    """Fields that hold tuples, with the row type of their items (null for plain values)."""
    hints = get_type_hints(row)
    found = {}
    for field in dataclasses.fields(row):
        if get_origin(hints[field.name]) is tuple:
            item = get_args(hints[field.name])[0]
            found[field.name] = item if dataclasses.is_dataclass(item) else None
    return found


def _values(column: pl.Series, name: str, nested: dict[str, Any]) -> list[Any]:
    """The values of one column as a row holds them."""
    if name not in nested:
        return column.to_list()
    if nested[name] is None:
        return list(map(tuple, column.to_list()))
    counts = column.list.len().to_list()
    items = rows(column.explode(empty_as_null=False).struct.unnest(), nested[name])
    return [tuple(itertools.islice(items, count)) for count in counts]


def _flat(items: list[Any], row: type) -> pl.DataFrame:
    """The items' fields as columns, in the order of the items."""
    columns = {}
    for name, dtype in schema(row).items():
        values = list(map(attrgetter(name), items))
        is_list = isinstance(dtype, pl.List)
        columns[name] = (
            _lists(values, _nested(row)[name]) if is_list else pl.Series(values, dtype=dtype)
        )
    return pl.DataFrame(columns)


def _lists(values: list[tuple[Any, ...]], item: type | None) -> pl.Series:
    """A column of lists. Polars makes one Series a row of them; all in one is 20 times faster.

    For a few rows the join costs more than it saves: 10 of 450 ms of a small run.
    """
    if len(values) < _FEW:
        plain = [[_plain(value) for value in row] for row in values]
        return pl.Series(plain, dtype=pl.List(pl.Struct(schema(item)) if item else pl.String))
    flat = [value for row in values for value in row]
    inner = _flat(flat, item).to_struct() if item else pl.Series(flat, dtype=pl.String)
    owners = pl.Series([n for n, row in enumerate(values) for _ in row], dtype=pl.Int64)
    found = pl.DataFrame({"owner": owners, "item": inner})
    found = found.group_by("owner", maintain_order=True).agg("item")
    every = pl.DataFrame({"owner": pl.Series(range(len(values)), dtype=pl.Int64)})
    lists = every.join(found, on="owner", how="left", maintain_order="left")["item"]
    return lists.fill_null(pl.Series([[]], dtype=pl.List(inner.dtype)))


def _plain(value: Any) -> Any:  # noqa: ANN401  (a row or a text)
    if not dataclasses.is_dataclass(value):
        return value
    return {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
