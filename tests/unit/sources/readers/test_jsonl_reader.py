"""A line is a record is an article; a bad line costs itself."""

import io
import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.config import Config, Fields
from provenance.model import Article, Notice, Unread
from provenance.sources.readers import jsonl
from provenance.sources.skipping import MOST_SKIPPED
from provenance.text.fold import INVISIBLE

MEGABYTE = 1_000_000
TEXT = "The ferry stopped at noon."


def rows(*lines, **settings):
    """The rows read from lines: records as JSON, text as UTF-8, bytes as they are."""
    return rows_of(b"".join(encoded(line) + b"\n" for line in lines), **settings)


def rows_of(data, **settings):
    """The rows read from bytes."""
    return list(jsonl.read(io.BytesIO(data), "a.jsonl", Config(**settings)))


def encoded(line):
    if isinstance(line, dict):
        line = json.dumps(line)
    return line if isinstance(line, bytes) else line.encode()


def read(line, **settings):
    (row,) = rows(line, **settings)
    return row


def test_a_record_is_an_article():
    record = {
        "id": "gull-7",
        "title": "Ferry stops",
        "byline": "A. Reyes",
        "outlet": "The Gull",
        "date": "2026-03-01T10:00:00+01:00",
        "language": "en-GB",
        "text": TEXT,
        "tags": ["sea"],
    }
    assert read(record) == Article(
        article_id="gull-7",
        path="a.jsonl",
        line=1,
        embedded=True,
        text=TEXT,
        title="Ferry stops",
        body_start=0,
        outlet="The Gull",
        date="2026-03-01T09:00:00Z",
        language="en",
        given=("byline", "date", "outlet", "title"),
        blank=(),
        field="text",
    )


def test_only_the_text_is_needed():
    row = read({"text": TEXT})
    assert row.article_id == "a.jsonl:1"
    assert (row.title, row.outlet, row.date) == (None, None, None)
    assert (row.given, row.blank) == ((), ())


@pytest.mark.parametrize(
    ("written", "blank"),
    [
        ('"title": ""', "title"),
        ('"title": "\\u00a0\\n"', "title"),
        ('"outlet": null', "outlet"),
        ('"byline": null', "byline"),
        ('"byline": []', "byline"),
        ('"date": ""', "date"),
    ],
)
def test_a_key_with_nothing_behind_it_is_blank_and_nothing_is_told_of_it(written, blank):
    """A notice is for what was there and got lost."""
    row = read(f'{{"text": "{TEXT}", {written}}}')
    assert (row.given, row.blank) == ((), (blank,))


def test_a_value_that_cannot_be_used_is_blank_beside_its_notice():
    row, notice = rows({"text": TEXT, "date": "03/04/2026", "title": "Ferry stops"})
    assert (row.given, row.blank) == (("title",), ("date",))
    assert notice.message.startswith("the 'date' of the record cannot be read")


def test_what_is_blank_is_told_of_each_record_alone():
    """A field of one record is no promise of the next one."""
    first, second = rows({"text": TEXT, "byline": ""}, {"text": TEXT})
    assert (first.blank, second.blank) == (("byline",), ())


def test_a_blank_field_changes_nothing_else():
    full, bare = read({"text": TEXT, "byline": "", "outlet": None}), read({"text": TEXT})
    assert replace(full, blank=()) == bare


def test_the_fields_are_those_of_the_settings():
    fields = Fields(text="body", id="uri", title="headline", outlet="src", date="on", language="l")
    record = {"body": TEXT, "uri": 7, "headline": "H", "src": "S", "on": "2026-03-01", "l": "fr"}
    row = read(record, fields=fields)
    assert row.text == TEXT
    assert (row.article_id, row.title, row.outlet) == ("7", "H", "S")
    assert (row.date, row.language) == ("2026-03-01", "fr")


@pytest.mark.parametrize(
    ("own", "article_id"),
    [("x", "x"), (" x ", " x "), (0, "0"), (-7, "-7"), (2**63, str(2**63)), ("é\u0000", "é\u0000")],
)
def test_an_id_is_text_or_a_whole_number(own, article_id):
    assert read({"id": own, "text": TEXT}).article_id == article_id


@pytest.mark.parametrize("own", [None, "", "  "])
def test_without_an_id_the_place_is_the_id(own):
    assert read({"id": own, "text": TEXT}).article_id == "a.jsonl:1"


@pytest.mark.parametrize("own", [1.5, True, ["x"], {"a": 1}, 10**30])
def test_an_id_of_another_kind_is_left_out_with_a_notice(own):
    article, notice = rows({"id": own, "text": TEXT})
    assert article.article_id == "a.jsonl:1"
    assert notice.place == "a.jsonl:1"
    assert "neither text nor a whole number" in notice.message


def test_line_numbers_count_every_line_of_the_file():
    found = rows({"text": "one"}, "", "  \t\r", {"text": "two"}, "no", {"text": "three"})
    assert [getattr(row, "line", row) for row in found if isinstance(row, Article)] == [1, 4, 6]
    assert [row.place for row in found if isinstance(row, Unread)] == ["a.jsonl:5"]


def test_the_last_line_needs_no_line_end():
    stream = io.BytesIO(b'{"text":"one"}\n{"text":"two"}')
    assert [row.text for row in jsonl.read(stream, "a.jsonl", Config())] == ["one", "two"]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("nonsense", "not JSON: "),
        ('{"text": "cut off', "not JSON: "),
        ('{"text": "a"} {"text": "b"}', "not JSON: "),
        ('{"text": "a", "n": NaN}', "not JSON: "),
        ('{"text": "a", "n": Infinity}', "not JSON: "),
        ('{"text": "\\ud800"}', "not JSON: "),
        ("{'text': 'a'}", "not JSON: "),
        ('{"text": "a\tb"}', "not JSON: "),
        ("[" * 100_000, "not JSON: "),
        ('{"text":' * 100_000, "not JSON: "),
        ("[" * 1000 + "]" * 1000, "not a JSON object"),
        ('["text", "a"]', "not a JSON object"),
        ('"text"', "not a JSON object"),
        ("3", "not a JSON object"),
        ("null", "not a JSON object but null;"),
        ("false", "not a JSON object but false;"),
        (b'{"text": "caf\xe9"}', "not valid UTF-8: byte 14 is 0xe9"),
        (b'{"text": "\0"}', "looks binary"),
        ({"prose": TEXT}, "no field 'text'"),
        ({"body": TEXT, "content": TEXT}, "no field 'text'"),
        ({"text": None}, "the field 'text' is not text (null)"),
        ({"text": True}, "the field 'text' is not text (true)"),
        ({"text": 3}, "the field 'text' is not text (3)"),
        ({"text": [TEXT]}, "the field 'text' is not text"),
        ({"text": ""}, "the field 'text' is empty"),
        ({"text": "\ufeff \n"}, "the field 'text' is empty"),
    ],
)
def test_a_bad_line_loses_exactly_its_record_and_says_where_and_why(line, reason):
    first, bad, last = rows({"text": "one"}, line, {"text": "two"})
    assert (first.text, last.text) == ("one", "two")
    assert isinstance(bad, Unread)
    assert bad.place == "a.jsonl:2"
    assert reason in bad.reason


def test_a_reason_from_the_parser_has_its_column():
    assert "at column 1;" in read("@").reason
    assert "at column 9;" in read('{"text":@}').reason


def test_a_missing_text_is_told_with_the_fields_there_are_and_the_next_step():
    reason = read({"prose": TEXT, "key": "x"}).reason
    assert "(it has 'prose', 'key')" in reason
    assert "--text-field" in reason


def test_a_record_of_a_thousand_fields_has_a_short_reason():
    reason = read({f"field{number}" + "x" * 500: 1 for number in range(1000)}).reason
    assert reason.endswith(", ...)")
    assert len(reason) < 600
    assert reason.isprintable()


def test_escapes_are_what_they_stand_for():
    """A NUL may stand in a value when it is written out, and then it is kept."""
    assert read('{"text": "a\\u0000b\\u00e9\\ud83d\\ude00\\r\\n"}').text == "a\0bé😀\r\n"


def test_a_byte_order_mark_before_the_first_record_is_no_part_of_it():
    assert read(b'\xef\xbb\xbf{"text": "one"}').text == "one"


@pytest.mark.parametrize("name", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_a_file_that_is_marked_as_another_unicode_form_is_read_as_that(name):
    lines = "\ufeff" + '{"text": "Überfahrt \N{ANCHOR}"}\n{"text": \n\n{"text": "b", "id": "B"}\n'
    first, bad, last, notice = rows_of(lines.encode(name))
    assert (first.text, first.line, first.encoding) == ("Überfahrt \N{ANCHOR}", 1, name)
    assert (last.text, last.line, last.encoding) == ("b", 4, name)
    assert bad.place == "a.jsonl:2"
    assert notice == Notice("a.jsonl", f"is read as {name}, as it is marked or declares")


def test_half_a_pair_of_surrogates_costs_its_own_record_alone():
    lines = '\ufeff{"text": "a\ud800"}\n{"text": "b"}\n'
    bad, good, _ = rows_of(lines.encode("utf-16-le", "surrogatepass"))
    assert (bad.place, good.text) == ("a.jsonl:1", "b")
    assert "half of a pair of surrogates" in bad.reason


@pytest.mark.parametrize(("name", "bad"), [("utf-16-le", b"!"), ("utf-32-be", b"\xff" * 4)])
def test_a_fault_of_such_a_file_costs_no_record_before_it(name, bad):
    lines = "\ufeff" + '{"text": "The ferry stops."}\n' * 30
    *found, fault, notice = rows_of(lines.encode(name) + bad)
    assert [row.line for row in found] == list(range(1, 31))
    assert (fault.place, fault.breaks_off) == ("a.jsonl:31", True)
    assert f"is read as {name}" in notice.message


@pytest.mark.parametrize("kept", [1, 2, 3])
def test_a_first_line_that_is_shorter_than_a_mark_is_a_line(kept):
    blank, article = b" " * (kept - 1) + b"\n", b'{"text": "one"}'
    assert [row.line for row in rows_of(blank + article)] == [2]


@pytest.mark.parametrize("lines", [[], [""], [" ", "\t\r"], [b"\xef\xbb\xbf"]])
def test_a_file_without_a_record_is_unread(lines):
    assert rows(*lines) == [Unread("a.jsonl", "there is no record in it")]


def test_a_line_of_the_limit_is_read():
    """The limit is on the line, its end not counted."""
    line = b'{"text": "' + b"a" * (MEGABYTE - 12) + b'"}'
    assert len(line) == MEGABYTE
    assert isinstance(read(line, max_article_mb=1), Article)
    (last,) = jsonl.read(io.BytesIO(line), "a.jsonl", Config(max_article_mb=1))
    assert isinstance(last, Article)


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("size", [MEGABYTE - 11, 5 * MEGABYTE])
def test_a_line_over_the_limit_loses_only_itself(size, mark):
    long = mark + b'{"text": "' + b"a" * size + b'"}'
    bad, good = rows(long, {"text": "two"}, max_article_mb=1)
    assert bad.place == "a.jsonl:1"
    assert "more than the 1 MB" in bad.reason
    assert "max-article-mb" in bad.reason
    assert (good.text, good.line) == ("two", 2)


class Frugal(io.BytesIO):
    """A stream that refuses to hand over more than a bit over a megabyte at a time."""

    def readline(self, size=-1):
        assert 0 < size <= 1_100_000
        return super().readline(size)


def test_an_endless_line_is_passed_over_in_pieces():
    """A hostile file of one 50 MB line must not be loaded to be refused."""
    stream = Frugal(b"a" * (50 * MEGABYTE))
    (unread,) = jsonl.read(stream, "a.jsonl", Config(max_article_mb=1))
    assert unread.place == "a.jsonl:1"


def test_a_line_without_an_end_ends_the_file():
    """Nothing but zeros, as a full disk leaves them: a gigabyte is refused like a megabyte."""
    stream = io.BytesIO(b'{"text": "one"}\n' + bytes(2 * MOST_SKIPPED))
    first, broken = jsonl.read(stream, "a.jsonl", Config(max_article_mb=1))
    assert (first.text, broken.place, broken.breaks_off) == ("one", "a.jsonl:2", True)
    assert "no record ends within 64 MB" in broken.reason
    assert stream.tell() < MOST_SKIPPED + 3 * MEGABYTE


def test_values_that_cannot_be_used_are_told_once_a_file_with_their_number():
    """Ten thousand records with one kind of date are one thing to know."""
    record = {"text": TEXT, "date": "Tuesday"}
    *articles, notice = rows({"text": TEXT}, record, record, record)
    assert [article.date for article in articles] == [None] * 4
    assert notice == Notice(
        "a.jsonl:2",
        "the 'date' of the record cannot be read as a date ('Tuesday') and is left out; "
        "so is that of 2 more",
    )


def test_one_more_value_that_cannot_be_used_is_one_more():
    record = {"text": TEXT, "date": "Tuesday"}
    assert rows(record, record)[-1].message.endswith("; so is that of 1 more")


def test_a_line_that_is_a_ninjs_item_is_read_as_one():
    """Agencies send such items line by line."""
    row = read({"uri": "urn:x:1", "headline": "Ferry stops", "body_text": TEXT})
    assert (row.article_id, row.title, row.field) == ("urn:x:1", "Ferry stops", "body_text")


def test_of_two_equal_keys_the_last_counts():
    assert read('{"text": "first one", "text": "second one"}').text == "second one"


def test_each_field_with_unusable_values_has_its_notice():
    _, *notices = rows({"text": TEXT, "date": 3, "outlet": ["x"], "id": 1.5})
    assert len({notice.message for notice in notices}) == 3


def test_a_title_that_begins_the_text_is_left_out_of_the_body():
    row = read({"title": "Ferry stops", "text": f"Ferry stops\n{TEXT}"})
    assert row.text[row.body_start :] == TEXT


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=6,
)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])), st.booleans())
def test_any_text_in_a_record_comes_back_code_point_for_code_point(text, ascii_only):
    line = json.dumps({"text": text}, ensure_ascii=ascii_only)
    row = read(line)
    assert isinstance(row, Unread) or row.text == text
    assert isinstance(row, Unread) == all(char.isspace() or char in INVISIBLE for char in text)


@given(st.lists(JSON | st.fixed_dictionaries({"text": JSON, "id": JSON, "date": JSON}), max_size=6))
def test_any_json_is_one_row_a_line(values):
    found = rows(*(json.dumps(value) for value in values))
    told = [row for row in found if not isinstance(row, Notice)]
    assert len(told) == max(1, len(values))


@given(st.binary(max_size=300))
def test_any_bytes_are_rows(data):
    for row in jsonl.read(io.BytesIO(data), "a.jsonl", Config()):
        assert isinstance(row, Article | Unread | Notice)
