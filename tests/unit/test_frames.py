"""Frames hold exactly the columns of their row type."""

from dataclasses import dataclass
from typing import ClassVar

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance import frames, model
from provenance.model import Finding, Match, Quantity, Span

ROW_TYPES = [
    kind
    for kind in vars(model).values()
    if isinstance(kind, type)
    and hasattr(kind, "ORDER")
    and kind.__module__.startswith(model.__name__)
]


def a_match(article_id="a", start=0, end=1, rule_id="BPL001"):
    return Match(rule_id, article_id, start, end)


def test_the_columns_are_the_fields_in_their_order():
    assert list(frames.schema(Match)) == ["rule_id", "article_id", "start", "end", "detail"]


def test_a_tuple_of_rows_becomes_a_list_of_structs():
    wanted = pl.List(pl.Struct(frames.schema(Span)))
    assert frames.schema(Finding)["related"] == wanted


@given(
    st.lists(st.tuples(st.sampled_from("abcd"), st.integers(0, 3), st.integers(4, 6))),
    st.integers(1, 5),
)
def test_what_is_sorted_in_parts_is_sorted_as_a_whole(places, most):
    """Python's sort of the same rows; those of one article may be more than a part holds."""
    items = [a_match(article, start, end) for article, start, end in places]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(frames, "_SORTED", most)
        found = frames.frame(items, Match)
    wanted = sorted((each.article_id, each.start, each.end) for each in items)
    assert found.select("article_id", "start", "end").rows() == wanted


def test_a_type_without_a_column_type_is_refused():
    @dataclass(frozen=True)
    class Odd:
        ORDER: ClassVar[tuple[str, ...]] = ("bag",)
        bag: dict

    with pytest.raises(TypeError, match="dict"):
        frames.schema(Odd)


@pytest.mark.parametrize("kind", ROW_TYPES, ids=lambda kind: kind.__name__)
def test_no_rows_make_an_empty_frame_with_every_column(kind):
    table = frames.frame([], kind)
    assert dict(table.schema) == frames.schema(kind)
    assert set(kind.ORDER) <= set(table.columns)


def test_rows_come_back_as_they_went_in():
    item = Finding("NUM001", "a", 1, 2, "warning", "high", "m", (Span("b", 3, 4, "here"),), 5, 8)
    assert list(frames.rows(frames.frame([item], Finding), Finding)) == [item]


@pytest.mark.parametrize("count", [1, 499, 500, 1200, 9000])
def test_lists_come_back_as_they_went_in_however_many_rows_there_are(count):
    """Few rows and many are converted in two ways that must agree; empty lists stay lists."""
    spans = (Span("b", 3, 4, "here"), Span("c", 5, 6, "é"))
    items = [
        Finding("NUM001", f"a{n:05}", 1, 2, "warning", "high", "m", spans[: n % 3], None, n)
        for n in range(count)
    ]
    assert list(frames.rows(frames.frame(items, Finding), Finding)) == items


def test_nulls_are_kept_where_they_have_a_meaning():
    item = Quantity(
        "a", 0, 3, 2.0, 2.0, None, 2.0, None, "count", None, "exact", None, None, 0, (), ()
    )
    assert list(frames.rows(frames.frame([item], Quantity), Quantity)) == [item]


@given(
    st.permutations([a_match("a", 2, 3), a_match("a", 0, 9), a_match("b"), a_match("a", 0, 9, "C")])
)
def test_the_order_of_the_input_never_shows(items):
    """Threads and hash seeds shuffle rows; reports must not change for it."""
    assert frames.frame(items, Match).equals(frames.frame(sorted(items, key=repr), Match))


def test_columns_that_are_not_the_rows_are_dropped():
    table = frames.frame([a_match()], Match).with_columns(extra=pl.lit(1))
    assert "extra" not in frames.conform(table, Match).columns


def test_a_missing_column_is_named():
    with pytest.raises(ValueError, match="no column end"):
        frames.conform(frames.frame([a_match()], Match).drop("end"), Match)


def test_a_column_of_another_type_is_named():
    table = frames.frame([a_match()], Match).with_columns(pl.col("end").cast(pl.Float64))
    with pytest.raises(ValueError, match=r"another type.*end"):
        frames.conform(table, Match)


def test_a_null_where_none_may_be_is_named():
    table = frames.frame([a_match()], Match).with_columns(rule_id=pl.lit(None, pl.String))
    with pytest.raises(ValueError, match="null in rule_id"):
        frames.conform(table, Match)
