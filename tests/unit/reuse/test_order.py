"""An article ran first only where the dates say so; everything else is a tie."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.reuse.order import first, precedes, preceding


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("2024-05-03", "2024-05-04"),
        ("2024-05-03", "2024-05-05T00:00:01Z"),
        ("2024-05-03T07:00:00", "2024-05-05T07:00:00Z"),
        ("2024-05-03T07:00:00Z", "2024-05-03T07:00:01Z"),
        ("2024-05-03T07:00:00", "2024-05-03T08:00:00"),
        ("2024-05-03T23:00:00Z", "2024-05-05"),
    ],
)
def test_the_earlier_date_ran_first(left, right):
    assert precedes(left, right)
    assert not precedes(right, left)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("2024-05-03", "2024-05-03"),
        ("2024-05-03", "2024-05-03T07:00:00Z"),
        ("2024-05-03T07:00:00Z", "2024-05-03T07:00:00Z"),
        ("2024-05-03T07:00:00Z", "2024-05-03T09:00:00"),
        ("2024-05-03", "2024-05-04T23:59:59Z"),
        ("2024-05-03T23:00:00Z", "2024-05-04"),
        ("2024-05-03T23:30:00", "2024-05-04T00:30:00Z"),
        (None, "2024-05-03"),
        (None, None),
    ],
)
def test_dates_that_do_not_tell_are_a_tie(left, right):
    """A zone moves a day, or a time without one, by up to a day."""
    assert not precedes(left, right)
    assert not precedes(right, left)


def test_the_first_of_several_is_the_one_before_all_others():
    dates = [("b", "2024-05-03"), ("a", "2024-05-04"), ("c", "2024-05-03T07:00:00Z")]
    assert first([("b", "2024-05-01"), *dates[1:]]) == "b"
    assert first(dates) is None


def test_one_unknown_date_leaves_the_first_unknown():
    """The undated one may have run before all others."""
    assert first([("a", "2024-05-03"), ("b", None)]) is None


def test_a_single_article_is_the_first_of_itself():
    assert first([("a", None)]) == "a"


days = st.dates().map(str)
times = st.datetimes().map(lambda time: time.isoformat(timespec="seconds") + "Z")
dates = st.one_of(st.none(), days, times)


@given(dates, dates, dates)
def test_no_article_runs_before_itself_or_round_in_a_circle(one, two, three):
    assert not precedes(one, one)
    assert not (precedes(one, two) and precedes(two, one))
    if precedes(one, two) and precedes(two, three):
        assert not precedes(three, one)


@given(st.lists(st.tuples(st.text(max_size=3), dates), min_size=1, unique_by=lambda item: item[0]))
def test_the_first_does_not_depend_on_the_order(items):
    found = first(items)
    assert first(items[::-1]) == found
    if found is not None:
        date = dict(items)[found]
        assert all(precedes(date, other) for name, other in items if name != found)


forms = st.sampled_from(["", "T07:00:00", "T07:00:00Z", "T23:59:59Z"])
dates_ = st.none() | st.tuples(st.dates(), forms).map(lambda item: f"{item[0]}{item[1]}")


@given(st.lists(st.tuples(dates_, dates_), max_size=9))
def test_columns_of_dates_are_ordered_as_single_dates_are(pairs):
    table = pl.DataFrame(pairs, schema={"left": pl.String, "right": pl.String}, orient="row")
    found = table.select(preceding(pl.col("left"), pl.col("right"))).to_series().to_list()
    assert found == [precedes(left, right) for left, right in pairs]
