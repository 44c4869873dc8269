"""The validator behind ninjs: it must find the fault and name its place."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.sources.newsroom.shapes import Shape, faults

PERSON = Shape({"name": "text", "age": range(150), "tags": ["text"]}, ("name",))


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ("x", "text"),
        ("", "text"),
        (1.5, "number"),
        (3, range(1, 10)),
        (3.0, range(1, 10)),
        ("b", ("a", "b")),
        ("2026-03", re.compile(r"\d{4}-\d\d")),
        ({"whatever": [1]}, "object"),
        (None, "any"),
        ([], ["text"]),
        (["a", "b"], ["text"]),
        ({"name": "A"}, PERSON),
        ([{"name": "A", "tags": ["x"]}], [PERSON]),
    ],
)
def test_a_value_of_its_kind_has_no_fault(value, kind):
    assert faults(value, kind) == []


@pytest.mark.parametrize(
    ("value", "kind", "told"),
    [
        (3, "text", "must be text, it is 3"),
        (None, "text", "must be text, it is None"),
        (True, "number", "must be a number"),
        ("3", range(1, 10), "must be a whole number from 1 to 9, it is '3'"),
        (0.1, range(1, 10), "must be a whole number from 1 to 9"),
        (10, range(1, 10), "must be a whole number"),
        (True, range(1, 10), "must be a whole number"),
        ("c", ("a", "b"), "must be one of a, b, it is 'c'"),
        (["a"], ("a", "b"), "must be one of a, b"),
        ("March", re.compile(r"\d{4}"), "must be a date or time"),
        ("{}", "object", "must be an object"),
        ({}, ["text"], "must be a list"),
        ([], PERSON, "must be an object"),
    ],
)
def test_a_value_of_another_kind_is_told_with_what_it_must_be(value, kind, told):
    (fault,) = faults(value, kind)
    assert told in fault


def test_a_fault_is_named_by_its_path():
    value = {"people": [{"name": "A"}, {"name": "B", "tags": ["x", 3]}]}
    assert faults(value, Shape({"people": [PERSON]})) == [
        "`people[1].tags[1]` must be text, it is 3"
    ]


def test_what_is_missing_and_what_is_unknown_are_told():
    assert faults({"nmae": "A"}, PERSON) == [
        "`name` is missing",
        "`nmae` is not a property of it",
    ]


def test_wrong_values_are_told_before_unknown_keys():
    """A vendor's own key is the lesser fault."""
    found = faults({"own": 1, "name": 3}, PERSON)
    assert [fault.split()[0] for fault in found] == ["`name`", "`own`"]


def test_an_open_shape_allows_other_keys():
    assert faults({"name": "A", "own": 1}, Shape({"name": "text"}, is_open=True)) == []


def test_a_family_of_keys_needs_something_behind_its_beginning():
    shape = Shape({}, families={"body_": "text"})
    assert faults({"body_text": "x", "body_1": "x", "body___": "x"}, shape) == []
    for key in ("body_", "body", "body_é", "abody_x"):
        assert faults({key: "x"}, shape) == [f"`{key}` is not a property of it"]


@pytest.mark.parametrize(
    ("keys", "good"),
    [("a", True), ("b", True), ("ab", False), ("", False), ("abc", True), ("abcd", False)],
)
def test_exactly_one_of_a_group_must_be_there_in_one_group_at_least(keys, good):
    shape = Shape(dict.fromkeys("abcd", "any"), one_of=(("a", "b"), ("c", "d")))
    found = faults(dict.fromkeys(keys, 1), shape)
    assert (found == []) == good
    assert good or "must have exactly one of a, b or c, d" in found[0]


def test_a_shape_may_hold_itself_and_depth_takes_no_stack():
    fields = {"name": "text"}
    fields["child"] = Shape(fields)
    value = {"name": 3}
    for _ in range(50_000):
        value = {"child": value}
    (fault,) = faults(value, Shape(fields))
    assert fault.endswith("it is 3")


def test_a_hostile_key_is_shown_escaped_and_cut():
    (fault,) = faults({"\x1b[2J" + "k" * 500: 1}, Shape({}))
    assert "\x1b" not in fault
    assert len(fault) < 120


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(["name", "age", "x"]), inner),
    max_leaves=8,
)


@given(JSON)
def test_any_value_is_either_fine_or_told(value):
    found = faults(value, PERSON)
    fine = (
        isinstance(value, dict)
        and isinstance(value.get("name"), str)
        and set(value) <= {"name", "age"}
        and (
            "age" not in value
            or (type(value["age"]) in (int, float) and value["age"] in range(150))
        )
    )
    assert (found == []) == fine
