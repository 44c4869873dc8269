"""One record or an array of them in a file; a bad one costs itself."""

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.config import Config
from provenance.model import Article, Notice, Unread
from provenance.sources.losses import lost
from provenance.sources.readers import json as reader
from provenance.sources.readers import jsonl

MEGABYTE = 1_000_000
TEXT = "The ferry stopped at noon."


def rows(content, **settings):
    data = content if isinstance(content, bytes) else content.encode()
    return list(reader.read(io.BytesIO(data), "a.json", Config(**settings)))


def test_a_file_may_be_one_record():
    (row,) = rows(json.dumps({"text": TEXT, "id": 3, "title": "Ferry stops"}))
    assert (row.article_id, row.text, row.title, row.line) == ("3", TEXT, "Ferry stops", 1)
    assert row.embedded


def test_a_file_may_be_an_array_of_records():
    first, second = rows('[\n {"text": "one"},\n {"text":\n "two"}\n]\n')
    assert (first.text, first.line, second.text, second.line) == ("one", 2, "two", 3)


def test_the_line_is_that_on_which_the_record_begins():
    (row,) = rows('\n\n  {"text": "one"}')
    assert row.line == 3


def test_a_byte_order_mark_is_no_part_of_the_file():
    assert [row.text for row in rows(b'\xef\xbb\xbf[{"text": "one"}]')] == ["one"]
    assert [row.text for row in rows(b'\xef\xbb\xbf{"text": "one"}')] == ["one"]


@pytest.mark.parametrize(
    ("element", "reason"),
    [
        ('{"text": "a" "b"}', "not JSON"),
        ('{"text": NaN}', "not JSON"),
        ('{"text": "\\ud800"}', "not JSON"),
        ("'text'", "not JSON"),
        ("{]}", "not JSON"),
        ("7", "not a JSON object but 7"),
        ("null", "not a JSON object but null"),
        ('["text"]', "not a JSON object"),
        ("{}", "no field 'text'"),
        ('{"text": ""}', "is empty"),
        ('{"text": 3}', "is not text (3)"),
    ],
)
def test_a_bad_element_loses_exactly_its_record_and_says_where_and_why(element, reason):
    first, bad, last = rows(f'[{{"text": "one"}},\n\n{element},\n{{"text": "two"}}]')
    assert (first.text, last.text) == ("one", "two")
    assert bad.place == "a.json:3"
    assert reason in bad.reason


def test_a_bad_byte_loses_its_record_alone():
    first, bad, last = rows(b'[{"text": "one"},\n{"text": "caf\xe9"},\n{"text": "two"}]')
    assert (first.text, last.text) == ("one", "two")
    assert bad.place == "a.json:2"
    assert "not valid UTF-8" in bad.reason


def test_an_array_that_breaks_off_keeps_what_was_whole():
    """A download that stopped half-way has a good half."""
    first, bad = rows('[{"text": "one"},\n{"text": "tw')
    assert first.text == "one"
    assert bad.place == "a.json:2"
    assert "never closed" in bad.reason
    assert bad.breaks_off


def test_an_array_that_breaks_off_is_lost_though_its_first_records_are_read():
    """Keeping going passes over bad records, and not over the missing half of a file."""
    _, bad = rows('[{"text": "one"},\n{"text": "tw')
    assert lost({"a.json": {"a.json"}}, [bad], {"a.json"}) == ("a.json",)


def test_a_bad_record_of_a_whole_array_is_no_break():
    bad, _, stray = rows('[7, {"text": "one"}] 9')
    assert not bad.breaks_off
    assert not stray.breaks_off


def test_an_element_over_the_limit_loses_only_itself():
    long = '{"text": "' + "a" * (2 * MEGABYTE) + '"}'
    bad, good = rows(f'[{long}, {{"text": "two"}}]', max_article_mb=1)
    assert "more than the 1 MB" in bad.reason
    assert good.text == "two"


@pytest.mark.parametrize("size", [MEGABYTE, MEGABYTE + 1])
def test_a_file_of_one_record_is_held_to_the_limit(size):
    (row,) = rows('{"text": "' + "a" * (size - 12) + '"}', max_article_mb=1)
    assert isinstance(row, Article if size == MEGABYTE else Unread)


@pytest.mark.parametrize(
    ("content", "line"),
    [("{", 1), ('{"text": "a"\n"b"}', 2), ("nonsense", 1), ('{"a": 1}\n]', 2), ("\n\n[1 2]", 3)],
)
def test_what_is_not_json_is_told_with_its_line(content, line):
    (row,) = rows(content)
    assert row.place == f"a.json:{line}"
    assert "not JSON" in row.reason


def test_json_lines_under_this_name_are_told_what_they_are():
    (row,) = rows('{"text": "one"}\n{"text": "two"}\n')
    assert row.place == "a.json:2"
    assert row.reason.endswith("name it .jsonl")


@pytest.mark.parametrize("content", ["", " \n", "[]", "[ ]", b"\xef\xbb\xbf"])
def test_a_file_without_a_record_is_unread(content):
    assert rows(content) == [Unread("a.json", "there is no record in it")]


@pytest.mark.parametrize("name", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("content", ['{"text": "Überfahrt"}', '[\n{"text": "Überfahrt"}, 7]'])
def test_a_file_that_is_marked_as_another_unicode_form_is_read_as_that(name, content):
    article, *bad, notice = rows(("\ufeff" + content).encode(name))
    assert (article.text, article.encoding) == ("Überfahrt", name)
    assert [row.place for row in bad] == ["a.json:2"] * ("7" in content)
    assert f"is read as {name}" in notice.message


@pytest.mark.parametrize(("name", "bad"), [("utf-16-le", b"!"), ("utf-32-be", b"\xff" * 4)])
@pytest.mark.parametrize("count", [30, 10_000])
def test_a_fault_of_such_a_file_costs_no_element_before_it(name, bad, count):
    content = "\ufeff[\n" + '{"text": "The ferry stops."},\n' * count
    *found, fault, notice = rows(content.encode(name) + bad)
    assert [row.line for row in found] == list(range(2, count + 2))
    assert (fault.place, fault.breaks_off) == (f"a.json:{count + 2}", True)
    assert f"is read as {name}" in notice.message


@pytest.mark.parametrize("size", [1, 1 << 17])
def test_a_file_of_one_record_is_none_when_it_has_a_fault(size):
    content = "\ufeff" + json.dumps({"text": "a" * size}) + "\n"
    fault, _ = rows(content.encode("utf-16-le") + b"!")
    assert (fault.place, fault.breaks_off) == ("a.json:2", True)


@pytest.mark.parametrize("depth", [900, 100_000])
def test_deep_nesting_takes_no_stack(depth):
    for content in ("[" * depth + "]" * depth, '{"a":' * depth + "1" + "}" * depth):
        assert all(isinstance(row, Unread) for row in rows(content))


def test_a_ninjs_item_is_read_by_its_standard():
    item = {"uri": "urn:x:1", "headline": "Ferry stops", "body_text": TEXT}
    (row,) = rows(json.dumps(item))
    assert (row.article_id, row.title, row.text) == ("urn:x:1", "Ferry stops", TEXT)


class Frugal(io.BytesIO):
    """A stream that refuses to hand over more than a quarter of a megabyte at a time."""

    def read(self, size=-1):
        assert 0 < size <= 1 << 18
        return super().read(size)


def test_an_array_of_many_records_is_read_in_pieces():
    """A file of 50 GB must take the memory of one record."""
    record = json.dumps({"text": TEXT * 10}).encode()
    stream = Frugal(b"[" + b",\n".join([record] * 5000) + b"]")
    found = list(reader.read(stream, "a.json", Config()))
    assert [row.line for row in found] == list(range(1, 5001))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)


@given(st.lists(JSON | st.fixed_dictionaries({"text": JSON, "id": JSON}), max_size=6))
def test_any_array_is_one_row_an_element(values):
    told = [row for row in rows(json.dumps(values)) if not isinstance(row, Notice)]
    assert len(told) == max(1, len(values))


@given(st.lists(st.text(), min_size=1, max_size=5))
def test_an_array_and_json_lines_hold_the_same_articles(texts):
    records = [{"text": text} for text in texts]
    lines = "\n".join(map(json.dumps, records)).encode()
    as_lines = list(jsonl.read(io.BytesIO(lines), "a.json", Config()))
    array = "[" + ",\n".join(map(json.dumps, records)) + "]"
    assert rows(array) == as_lines


@given(st.binary(max_size=300))
def test_any_bytes_are_rows(data):
    for prefix in (b"", b"[", b'[{"text": "'):
        for row in rows(prefix + data):
            assert isinstance(row, Article | Unread | Notice)
