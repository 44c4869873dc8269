"""Where stated and recomputed rows differ, and only there."""

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from provenance.scoring.differences import NOTHING, Difference, differences, unlike_values


def table(*rows):
    columns = {
        "key": pl.String,
        "value": pl.Int64,
        "parts": pl.List(pl.Struct({"name": pl.String, "lost": pl.Int64})),
    }
    return pl.DataFrame(list(rows), schema=columns, orient="row")


def told(stated, recomputed):
    return list(differences(stated, recomputed, ["key"], ["value", "parts"]))


def part(name, lost):
    return {"name": name, "lost": lost}


def test_equal_rows_in_any_order_differ_nowhere():
    rows = [("b", None, [part("x", 1)]), ("a", 3, [])]
    assert told(table(*rows), table(*reversed(rows))) == []


def test_a_value_that_differs_is_told_with_both():
    assert told(table(("a", 3, [])), table(("a", None, []))) == [
        ({"key": "a"}, [Difference("value", "3", "null")])
    ]


def test_a_value_inside_a_list_is_told_by_the_name_of_its_item():
    """A list of five dimensions printed twice would leave the looking to the reader."""
    before = table(("a", 3, [part("x", 1), part("y", 2)]))
    after = table(("a", 3, [part("x", 1), part("y", 0)]))
    assert told(before, after) == [({"key": "a"}, [Difference("parts.y.lost", "2", "0")])]


def test_a_row_that_only_one_has_is_told():
    assert told(table(("a", 3, [])), table(("b", 3, []))) == [
        ({"key": "a"}, [Difference("row", "a row", NOTHING)]),
        ({"key": "b"}, [Difference("row", NOTHING, "a row")]),
    ]


def test_lists_of_different_lengths_differ_by_their_length_and_what_is_more():
    assert list(unlike_values("caps", [], [part("x", 1)])) == [
        Difference("caps[]", "0", "1"),
        Difference("caps.x.name", NOTHING, "x"),
        Difference("caps.x.lost", NOTHING, "1"),
    ]


def test_items_are_known_by_key_or_letter_or_number():
    stated = {"points": [{"key": "NUM", "points": 3}], "grades": [{"letter": "A", "least": 9}]}
    again = {"points": [{"key": "NUM", "points": 4}], "grades": [{"letter": "A", "least": 8}]}
    fields = [each.field for each in unlike_values("", stated, again)]
    assert fields == ["points.NUM.points", "grades.A.least"]
    assert [each.field for each in unlike_values("x", ["a"], ["b"])] == ["x.0"]


def test_true_and_null_are_told_as_json_writes_them():
    (told,) = unlike_values("judged", stated=True, recomputed=None)
    assert (told.stated, told.recomputed) == ("true", "null")


ROWS = st.lists(
    st.tuples(
        st.sampled_from("abcdef"),
        st.none() | st.integers(0, 2),
        st.lists(st.builds(part, st.sampled_from("xy"), st.integers(0, 1)), max_size=1),
    ),
    max_size=5,
    unique_by=lambda row: row[0],
)


@given(left=ROWS, right=ROWS)
def test_a_row_is_told_just_when_it_is_not_the_same_in_both(left, right):
    mine, others = ({row[0]: row for row in rows} for rows in (left, right))
    unlike = {key for key in (*mine, *others) if mine.get(key) != others.get(key)}
    found = told(table(*left), table(*right))
    assert [each["key"] for each, _ in found] == sorted(unlike)
    assert all(values for _, values in found)
