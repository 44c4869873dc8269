"""An array of a million records is read one by one; where each begins must be exact."""

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.model import Unread
from provenance.sources.jsontext import elements, record
from provenance.sources.records import Record


class Trickle(io.BytesIO):
    """A stream that hands out a few bytes at a time, whatever it is asked for."""

    def __init__(self, data, size):
        super().__init__(data)
        self.size = size

    def read(self, size=-1):
        return super().read(min(self.size, size) if size > 0 else self.size)


def found(text, limit=1000, size=7):
    """The elements of an array, of which `text` is all behind its opening bracket."""
    return list(elements(b"", Trickle(text.encode(), size), 1, limit))


def told(text, **options):
    return [item.data or item.fault or "too long" for item in found(text, **options)]


def test_elements_are_what_stands_between_the_commas():
    assert told('{"a": 1}, {"b": [2, 3]} ,"x"]') == [b'{"a": 1}', b'{"b": [2, 3]}', b'"x"']


def test_an_empty_array_has_no_elements():
    assert told(" \n ]") == []


def test_each_element_has_its_line():
    text = '\n{"a":\n1},\n\n{"b": 2}, {"c": 3}\n]'
    assert [item.line for item in found(text)] == [2, 5, 5]


def test_brackets_commas_and_marks_in_strings_are_text():
    text = r'{"a": "],}[{\"\\"}, {"b": "\\\\\""}]'
    assert told(text) == [rb'{"a": "],}[{\"\\"}', rb'{"b": "\\\\\""}']


@pytest.mark.parametrize("size", range(1, 30))
def test_where_the_pieces_of_a_file_are_cut_does_not_matter(size):
    text = '{"a": "x\\\\", "b": "é\\"]"},\n [1, [2]], {"c": {"d": ","}}\n]\n'
    assert found(text, size=size) == found(text, size=1000)


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("1, 2", "never closed"),
        ('1, "x', "never closed"),
        ("", "never closed"),
        ("1, ]", "a comma with no record"),
        ("1, , 2]", "a comma with no record"),
        (", 1]", "a comma with no record"),
        ("1}", "never closed"),
        ("1] 2", "more after the end"),
        ("1]]", "more after the end"),
        ('{"a": 1, 2]', "never closed"),
    ],
)
def test_what_is_wrong_with_the_array_is_told(text, last):
    assert any(last in str(item) for item in told(text))


@pytest.mark.parametrize("text", ["", "1, 2", '1, "x', '{"a": 1, 2]'])
def test_an_array_without_its_end_breaks_off(text):
    assert found(text)[-1].breaks_off


@pytest.mark.parametrize("text", ["1]", "1, ]", "1] 2"])
def test_an_array_with_its_end_does_not_whatever_else_is_wrong(text):
    assert not any(item.breaks_off for item in found(text))


@pytest.mark.parametrize(
    "bad", ["{]}", "[}]", '{"a": [1}', '{"a": {[}}', "{]]]}", "[" * 5000 + "]" * 5000]
)
def test_a_bracket_too_few_or_too_many_harms_no_other_element(bad):
    assert told(f"1, {bad}, 2]", limit=10**5, size=100) == [b"1", bad.encode(), b"2"]


def test_a_megabyte_of_brackets_that_do_not_match_is_gone_through_once():
    text = "[" * 2000 + "}" * 200_000 + "{[" * 20_000 + "]" * 20_000
    assert len(found(text, limit=10, size=10**5)) == 1


def test_what_is_before_a_fault_of_the_array_is_kept():
    assert told('{"a": 1}, {"b": 2')[0] == b'{"a": 1}'


def test_a_fault_of_the_array_names_its_line():
    assert found("1,\n\n2\n] \n\n x")[-1].line == 6
    assert found("1,\n2\n")[-1].line == 3


def test_more_behind_the_end_is_told_once_however_much_there_is():
    assert len(found("1] " + "x" * 500)) == 2


def test_an_element_over_the_limit_loses_only_itself():
    text = '{"a": "' + "x" * 5000 + '"}, {"b": 1}]'
    assert told(text, limit=100) == ["too long", b'{"b": 1}']


def test_an_element_of_the_limit_is_whole():
    element = '"' + "x" * 98 + '"'
    assert told(f"{element}]", limit=100) == [element.encode()]
    assert told(f"{element} ]", limit=99) == ["too long"]


def test_line_numbers_go_on_behind_an_element_that_was_passed_over():
    text = "[" + "1,\n" * 400 + "2], 3]"
    assert [(item.line, item.data) for item in found(text, limit=50)] == [(1, None), (401, b"3")]


class Counted(io.RawIOBase):
    """An endless string, of which it is counted how much was asked for at once."""

    def __init__(self, pieces):
        self.pieces = pieces

    def read(self, size=-1):
        assert 0 < size <= 1 << 20
        self.pieces -= 1
        return b"x" * size if self.pieces > 0 else b""


def test_an_endless_string_is_passed_over_in_pieces():
    """One element of 50 MB must not be held to be refused."""
    (last,) = elements(b'"', Counted(200), 1, 1000)
    assert "never closed" in last.fault


def test_a_deep_array_takes_no_stack():
    assert told("[" * 500 + "]" * 500 + "]") == [b"[" * 500 + b"]" * 500]


@pytest.mark.parametrize(
    ("data", "line", "reason"),
    [
        (b'{"a": 1,\n "b" 2}', 12, "not JSON"),
        (b"{'a': 1}", 11, "not JSON"),
        (b"NaN", 11, "not JSON"),
        (b'{"a":\n"\xff"}', 12, "not valid UTF-8"),
        (b"[1]", 11, "not a JSON object but [1]; write objects"),
    ],
)
def test_a_record_that_is_none_is_told_with_the_line_of_its_fault(data, line, reason):
    row = record(data, "a.json", 11, "write objects")
    assert isinstance(row, Unread)
    assert row.place == f"a.json:{line}"
    assert reason in row.reason


def test_an_object_is_a_record_with_the_line_it_begins_on():
    assert record(b'\xef\xbb\xbf{"a":\n1}', "a.json", 4, "") == Record(4, {"a": 1})


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@given(
    st.lists(JSON, max_size=8),
    st.integers(1, 50),
    st.sampled_from([None, 0, 2]),
    st.booleans(),
)
def test_the_elements_of_any_array_are_those_that_a_json_parser_finds(values, size, indent, ascii_):
    text = json.dumps(values, indent=indent, ensure_ascii=ascii_)
    items = found(text[1:], limit=10**6, size=size)
    assert [json.loads(item.data) for item in items] == values


@given(st.binary(max_size=200), st.integers(1, 20))
def test_any_bytes_come_to_an_end_and_lose_no_line(data, size):
    for item in elements(b"", Trickle(data, size), 1, 50):
        assert 1 <= item.line <= data.count(b"\n") + 1
        assert (item.data is None) or len(item.data) <= 50
