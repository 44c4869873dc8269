"""JSON values are held to the types of rows, and a fault names its place and not its value."""

import contextlib
from dataclasses import dataclass
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.sources.trees import held, key_path


class Level(StrEnum):
    HIGH = "high"
    LOW = "low"


@dataclass(frozen=True)
class Part:
    name: str
    share: float


@dataclass(frozen=True)
class Row:
    key: str
    count: int
    sure: bool
    note: str | None
    level: Level
    parts: tuple[Part, ...]
    words: tuple[str, ...]
    costs: dict[str, int]
    first: Part | None


PART = {"name": "x", "share": 0.5}
GOOD = {
    "key": "a",
    "count": 3,
    "sure": True,
    "note": None,
    "level": "high",
    "parts": [PART, {"name": "y", "share": 1}],
    "words": ["p", "q"],
    "costs": {"error": 8},
    "first": PART,
}


def rows(*values):
    return held(list(values), Row, "rows[{}]".format)


def test_what_fits_becomes_rows_in_order():
    parts = (Part("x", 0.5), Part("y", 1.0))
    first = Row("a", 3, True, None, Level.HIGH, parts, ("p", "q"), {"error": 8}, parts[0])
    second = Row("b", 3, True, "n", Level.HIGH, (), (), {}, None)
    other = GOOD | {"key": "b", "note": "n", "parts": [], "words": [], "costs": {}, "first": None}
    assert rows(GOOD, other) == [first, second]


def test_keys_that_no_field_asks_for_are_passed_over():
    assert rows(GOOD | {"line": object()}) == rows(GOOD)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"key": 1}, "`rows[1].key` must be text, it is a whole number"),
        ({"key": None}, "`rows[1].key` must be text, it is null"),
        ({"count": "3"}, "`rows[1].count` must be a whole number, it is text"),
        ({"count": 3.0}, "`rows[1].count` must be a whole number, it is a number"),
        ({"count": True}, "`rows[1].count` must be a whole number, it is true or false"),
        ({"count": 10**13}, "`rows[1].count` is beyond 1,000,000,000,000"),
        ({"count": -(10**13)}, "`rows[1].count` is beyond 1,000,000,000,000"),
        ({"sure": 1}, "`rows[1].sure` must be true or false, it is a whole number"),
        ({"note": []}, "`rows[1].note` must be text, it is a list"),
        ({"level": "mid"}, "`rows[1].level` must be one of high, low"),
        ({"level": 0}, "`rows[1].level` must be text, it is a whole number"),
        ({"parts": {}}, "`rows[1].parts` must be a list, it is an object"),
        ({"parts": [PART, []]}, "`rows[1].parts[1]` must be an object, it is a list"),
        (
            {"parts": [PART, PART | {"share": "1"}]},
            "`rows[1].parts[1].share` must be a number, it is text",
        ),
        ({"parts": [{"share": 1}]}, "`rows[1].parts[0].name` is missing"),
        ({"words": ["p", None]}, "`rows[1].words[1]` must be text, it is null"),
        ({"costs": {"a": 1, "b": "2"}}, "`rows[1].costs.b` must be a whole number, it is text"),
        ({"first": {"name": "x"}}, "`rows[1].first.share` is missing"),
    ],
)
def test_what_does_not_fit_is_refused_by_its_place(change, fault):
    with pytest.raises(ValueError, match="`rows") as told:
        rows(GOOD, GOOD | change)
    assert str(told.value) == fault


@pytest.mark.parametrize("key", sorted(GOOD))
def test_what_is_missing_is_refused_also_where_null_will_do(key):
    with pytest.raises(ValueError, match=rf"^`rows\[0\]\.{key}` is missing$"):
        rows({name: value for name, value in GOOD.items() if name != key})


def test_a_key_from_outside_does_no_harm_on_a_terminal():
    assert key_path("costs", "\x1b[31m" + "x" * 100) == "costs.\\x1b[31m" + "x" * 55 + "..."
    assert key_path("", "a") == "a"


ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=4),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(key=st.sampled_from(sorted(GOOD)), value=ANY)
def test_any_value_is_held_or_refused_with_its_field(key, value):
    """Whoever writes a report by hand gets a place, never a traceback."""
    with contextlib.suppress(Refused):
        (row,) = refused_at(f"rows[0].{key}", GOOD | {key: value})
        assert isinstance(row, Row)
        assert type(row.count) is int


class Refused(Exception):  # noqa: N818  (no fault)
    """A fault that names the right place."""


def refused_at(place, value):
    try:
        return rows(value)
    except ValueError as fault:
        if place in str(fault):
            raise Refused from fault
        raise
