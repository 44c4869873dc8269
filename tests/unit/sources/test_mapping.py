"""Data sets name their fields as they like; a wrong guess would be another article."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.config import Fields
from provenance.sources.mapping import SYNONYMS, names, renamed, stand_ins, unfolded

DEFAULT = Fields()


def test_a_record_with_the_default_names_needs_no_others():
    record = {
        "text": "Noon.",
        "title": "Ferry",
        "byline": "A",
        "outlet": "G",
        "date": "",
        "url": "",
    }
    assert stand_ins(record, DEFAULT) == ()


@pytest.mark.parametrize(("role", "name"), [(r, n) for r, all_ in SYNONYMS.items() for n in all_])
def test_each_name_in_use_stands_in_for_the_default_one(role, name):
    assert stand_ins({name: "x"}, DEFAULT) == ((role, name),)


@pytest.mark.parametrize("role", [role for role, others in SYNONYMS.items() if len(others) > 1])
def test_of_two_names_in_use_none_is_taken(role):
    """Which of `body` and `content` is the article nobody but the user knows."""
    one, other, *_ = SYNONYMS[role]
    assert stand_ins({one: "x", other: "y"}, DEFAULT) == ()


def test_a_default_name_wins_over_all_others_whatever_it_holds():
    assert stand_ins({"text": None, "body": "x"}, DEFAULT) == ()


def test_a_name_that_the_settings_give_is_not_stood_in_for():
    fields = Fields(text="story", outlet="paper")
    assert stand_ins({"body": "x", "source": "The Gull"}, fields) == ()


def test_what_the_settings_leave_open_is_stood_in_for_beside_what_they_give():
    assert stand_ins({"story": "x", "headline": "H"}, Fields(text="story")) == (
        ("title", "headline"),
    )


@pytest.mark.parametrize("value", [7, ["x"], {"name": "The Gull"}, True])
def test_a_field_that_holds_no_text_stands_in_for_nothing(value):
    """Many a `source` is an object with a number in it; nobody asked for that one."""
    assert stand_ins({"source": value, "text": "x"}, DEFAULT) == ()


def test_a_field_of_another_kind_does_not_make_its_neighbour_ambiguous():
    assert stand_ins({"text": "x", "source": {"id": 1}, "publisher": "The Gull"}, DEFAULT) == (
        ("outlet", "publisher"),
    )


def test_a_byline_may_be_a_list():
    assert stand_ins({"text": "x", "authors": ["A. Reyes"]}, DEFAULT) == (("byline", "authors"),)


def test_an_empty_field_stands_in_and_is_told_as_empty_later():
    assert stand_ins({"text": "x", "headline": None}, DEFAULT) == (("title", "headline"),)


def test_the_stand_ins_are_put_into_the_names():
    fields = renamed(DEFAULT, (("text", "body"), ("date", "pubdate")))
    assert (fields.text, fields.date, fields.title) == ("body", "pubdate", "title")


def test_the_columns_to_ask_a_table_for_are_the_own_names_and_those_of_what_is_open():
    asked = names(Fields(text="story"))
    assert {"story", "id", "headline", "pubdate", "language"} <= asked
    assert not {"text", "body", "content"} & asked


def test_a_dotted_path_leads_into_records_in_the_record():
    record = {"meta": {"body": {"plain": "Noon."}}}
    found = unfolded(record, Fields(text="meta.body.plain"))
    assert found == {**record, "meta.body.plain": "Noon."}


def test_a_field_whose_own_name_has_a_dot_is_taken_before_the_path():
    record = {"a.b": "own", "a": {"b": "inner"}}
    assert unfolded(record, Fields(text="a.b")) is record


@pytest.mark.parametrize("record", [{}, {"meta": None}, {"meta": "body"}, {"meta": {"other": 1}}])
def test_a_path_that_leads_nowhere_adds_nothing(record):
    assert unfolded(record, Fields(text="meta.body")) is record


def test_what_stands_at_a_path_is_kept_when_it_is_null():
    """A field that is there and empty is another fault than none."""
    assert unfolded({"m": {"t": None}}, Fields(text="m.t"))["m.t"] is None


def test_a_record_is_not_changed():
    record = {"meta": {"body": "x"}}
    unfolded(record, Fields(text="meta.body"))
    assert record == {"meta": {"body": "x"}}


VALUES = st.none() | st.text() | st.integers() | st.lists(st.text())
KEYS = st.sampled_from([name for row in SYNONYMS.items() for name in (row[0], *row[1])])


@given(st.dictionaries(KEYS, VALUES))
def test_whatever_stands_in_is_in_the_record_and_nothing_that_is_there_is_replaced(record):
    for role, name in stand_ins(record, DEFAULT):
        assert name in record
        assert getattr(DEFAULT, role) not in record
        assert name in SYNONYMS[role]


@given(st.dictionaries(KEYS, VALUES), st.randoms())
def test_the_order_of_the_fields_does_not_matter(record, chance):
    items = list(record.items())
    chance.shuffle(items)
    assert stand_ins(dict(items), DEFAULT) == stand_ins(record, DEFAULT)
