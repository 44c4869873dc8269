"""Spreadsheets are written by hand and by a hundred programs; a bad row costs itself."""

import csv
import gzip
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.config import Config, Fields
from provenance.model import Article, Notice, Unread
from provenance.sources.readers import csv as reader
from provenance.sources.reading import read
from provenance.sources.skipping import MOST_SKIPPED
from provenance.text.fold import INVISIBLE

MEGABYTE = 1_000_000
UNSEEN = dict.fromkeys(map(ord, INVISIBLE))
LONG = MOST_SKIPPED + 3 * MEGABYTE


def rows(content, **settings):
    data = content if isinstance(content, bytes) else content.encode()
    return list(reader.read(io.BytesIO(data), "a.csv", Config(**settings)))


def texts(content, **settings):
    return [row.text for row in rows(content, **settings) if isinstance(row, Article)]


def lost(content, **settings):
    """The lines of what is unread."""
    unread = [row for row in rows(content, **settings) if isinstance(row, Unread)]
    return [int(row.place.removeprefix("a.csv:")) for row in unread]


def test_a_row_is_an_article_by_the_names_of_the_header():
    (row,) = rows("id,title,outlet,date,text\ngull-7,Ferry stops,The Gull,2026-03-01,At noon.\n")
    assert (row.article_id, row.title, row.outlet) == ("gull-7", "Ferry stops", "The Gull")
    assert (row.date, row.text, row.field, row.line) == ("2026-03-01", "At noon.", "text", 2)
    assert (row.embedded, row.encoding) == (True, "utf-8")


def test_the_fields_are_those_of_the_settings():
    assert texts("story,text\none,two\n", fields=Fields(text="story")) == ["one"]


def test_a_column_with_another_name_in_use_is_read_and_told():
    row, notice = rows("body,source\nAt noon.,The Gull\n")
    assert (row.text, row.outlet) == ("At noon.", "The Gull")
    assert "text from 'body'" in notice.message


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_the_one_that_parts_the_header(delimiter):
    content = delimiter.join(("id", "text", "outlet")) + "\n" + delimiter.join("xyz") + "\n"
    (row,) = rows(content)
    assert (row.article_id, row.text, row.outlet) == ("x", "y", "z")


def test_a_delimiter_in_a_quoted_name_parts_nothing():
    assert texts('"a;b;c;d",text\n1,one\n') == ["one"]


def test_a_header_of_one_column_needs_no_delimiter():
    assert texts("text\nAt noon.\n") == ["At noon."]


def test_a_field_in_quotation_marks_may_go_over_lines_and_keeps_them():
    content = 'id,text\r\n1,"one\r\n\r\ntwo, ""three"""\r\n2,four\r\n'
    first, second = rows(content)
    assert (first.text, first.line) == ('one\r\n\r\ntwo, "three"', 2)
    assert (second.text, second.line) == ("four", 5)


def test_a_mark_inside_a_field_without_any_is_text():
    assert texts('id,text\n1,a 5" pipe\n2,two\n') == ['a 5" pipe', "two"]


def test_lines_may_end_at_a_cr_alone():
    """Old Macs, and some spreadsheets of today."""
    first, second = rows('\rid,text\r1,"one\rand a half"\r2,two\r')
    assert (first.text, first.line, second.text, second.line) == ("one\rand a half", 3, "two", 5)


def test_a_file_of_crs_may_be_longer_than_what_is_looked_at():
    data = "id,text\r" + "".join(f"{n},{'a' * 1000}\r" for n in range(600))
    assert [row.line for row in rows(data)] == list(range(2, 602))


def test_an_lf_in_a_file_of_crs_loses_no_more_than_its_row():
    """It stands behind what is looked at, and parts nothing."""
    data = "id,text\r" + "".join(f"{n},{'a' * 1000}\r" for n in range(300))
    found = rows(f'{data}8,"one\ntwo"\r9,three\nfour\r10,five\r')
    quoted, bad, last = found[300:]
    assert (quoted.text, last.text) == ("one\ntwo", "five")
    assert bad.place == "a.csv:303"


def test_a_cr_amid_a_line_is_told_in_words_of_our_own():
    first, bad, last = rows("id,text\n1,one\n2,two\r3,three\n4,four\n")
    assert (first.text, last.text, bad.place) == ("one", "four", "a.csv:3")
    assert "has a CR that ends no line" in bad.reason
    assert "tr -s '\\r' '\\n'" in bad.reason
    assert "universal" not in bad.reason


@pytest.mark.parametrize("blank", ["\n", "\r\n", " \n", ",\n", " , \n"])
def test_blank_rows_are_passed_over(blank):
    assert texts(f"id,text\n1,one\n{blank}2,two\n") == ["one", "two"]
    assert lost(f"id,text\n1,one\n{blank}2,two\n") == []


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        ("9,one,more", "has 3 fields, and the header 2 fields"),
        ("9", "has 1 field, and the header 2 fields"),
        ('9,"one"more', "is not CSV"),
        ('9,"one" ', "is not CSV"),
        (b"9,caf\xc3\xa9 \xc3\xa9 \xff", "is not valid UTF-8: byte 12 is 0xff"),
        (b'9,"\xc3\xa9 \xc3\xa9\xc3\xa9 \xff"', "is not valid UTF-8"),
        (b"9,a\0b", "looks binary"),
        ("9,", "the field 'text' is empty"),
    ],
)
def test_a_bad_row_loses_exactly_itself_and_says_where_and_why(bad, reason):
    bad = bad if isinstance(bad, bytes) else bad.encode()
    first, unread, last = rows(b"id,text\n1,one\n" + bad + b"\n3,three\n")
    assert (first.text, last.text, last.line) == ("one", "three", 4)
    assert unread.place == "a.csv:3"
    assert reason in unread.reason


def test_a_bad_byte_on_the_second_line_of_a_field_loses_one_record():
    content = b'id,text\n1,"one\ntw\xffo\xc3\xa9\xc3\xa9, more\nthree"\n2,four\n'
    assert (texts(content), lost(content)) == (["four"], [2])


def test_a_mark_that_is_never_closed_loses_its_row_and_not_the_rest_of_the_file():
    """The one typing error that eats a whole table in other readers."""
    content = 'id,text\n1,one\n2,"two\n3,three\n4,four\n'
    assert (texts(content), lost(content)) == (["one", "three", "four"], [3])


def test_a_mark_that_the_next_quoted_field_seems_to_close_loses_its_row_alone():
    content = 'id,text\n1,"one\n2,"two"\n3,"three"\n'
    assert (texts(content), lost(content)) == (["two", "three"], [2])


@pytest.mark.parametrize("quoted", ["", '"'])
@pytest.mark.parametrize("size", [MEGABYTE + 1, 4 * MEGABYTE])
def test_a_record_over_the_limit_loses_only_itself(size, quoted):
    content = f"id,text\n1,{quoted}{'a' * size}{quoted}\n2,two\n"
    assert texts(content, max_article_mb=1) == ["two"]
    assert lost(content, max_article_mb=1) == [2]


def test_the_lines_of_a_record_over_the_limit_are_no_rows_of_their_own():
    """A line of a story with one comma in it would be an article that nobody wrote."""
    content = 'id,text\n1,"' + "9,made up\n" * 200_000 + '"\n2,two\n'
    assert texts(content, max_article_mb=1) == ["two"]
    assert lost(content, max_article_mb=1) == [2]
    assert rows(content, max_article_mb=1)[-1].line == 200_003


@pytest.mark.parametrize("long", [b"a" * LONG, b'"' + b"a\n" * (LONG // 2)])
def test_a_record_without_an_end_ends_the_file(long):
    """A gigabyte of anything must not be read to tell that it is no table."""
    first, broken = rows(b"text\none\n" + long + b" more\nnone\n", max_article_mb=1)
    assert (first.text, broken.place, broken.breaks_off) == ("one", "a.csv:3", True)
    assert "no record ends within 64 MB" in broken.reason


def test_a_field_longer_than_the_library_allows_by_itself_is_read():
    assert texts("id,text\n1," + "a" * 500_000 + "\n") == ["a" * 500_000]


@pytest.mark.parametrize("content", ["", "\n", "id,text\n", b"\xef\xbb\xbf"])
def test_a_file_without_a_record_is_unread(content):
    assert rows(content) == [Unread("a.csv", "there is no record in it")]


def test_a_header_without_a_text_is_told_once_with_its_columns():
    (row,) = rows("id,prose\n" + "1,one\n" * 50)
    assert row.place == "a.csv:1"
    assert "no field 'text'" in row.reason
    assert "--text-field (it has 'id', 'prose')" in row.reason


def test_a_wanted_column_that_is_there_twice_is_refused():
    (row,) = rows("text,text\none,two\n")
    assert "has 'text' more than once" in row.reason
    assert texts("text,x,x\none,two,three\n") == ["one"]


def test_a_byte_order_mark_is_no_part_of_the_first_name():
    assert texts(b"\xef\xbb\xbftext,id\none,1\n") == ["one"]


def test_the_encoding_is_told_from_the_bytes_and_recorded():
    word = "Frühstück im Café, später Straßenlärm und größere Übel"
    row, notice = rows(f"text\n{word.replace(',', '')}\n".encode("windows-1252"))
    assert row.text == word.replace(",", "")
    assert row.encoding != "utf-8"
    assert f"is read as {row.encoding}" in notice.message


@pytest.mark.parametrize("name", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_what_a_spreadsheet_saves_as_unicode_text_is_read(name, end):
    lines = ["id\ttext", 'a\t"Überfahrt, ""später"""', "b\tone\ttoo many", "c\tÅ \N{ANCHOR}", ""]
    first, bad, last, notice = rows(("\ufeff" + end.join(lines)).encode(name))
    assert (first.article_id, first.text, first.line) == ("a", 'Überfahrt, "später"', 2)
    assert (last.article_id, last.text, last.encoding) == ("c", "Å \N{ANCHOR}", name)
    assert bad.place == "a.csv:3"
    assert notice == Notice("a.csv", f"is read as {name}, as it is marked or declares")


@pytest.mark.parametrize(("name", "bad"), [("utf-16-le", b"!"), ("utf-32-be", b"\xff" * 4)])
@pytest.mark.parametrize("end", ["\n", "\r"])
@pytest.mark.parametrize("count", [30, 20_000])
def test_a_fault_of_such_a_file_costs_no_row_before_it(name, bad, end, count):
    content = f"\ufefftext{end}" + f"The ferry stops.{end}" * count
    *found, fault, notice = rows(content.encode(name) + bad)
    assert [row.line for row in found] == list(range(2, count + 2))
    assert (fault.place, fault.breaks_off) == (f"a.csv:{count + 2}", True)
    assert f"is read as {name}" in notice.message


def test_a_row_that_such_a_file_breaks_off_in_is_no_article():
    found, fault, _ = rows("\ufefftext\none\ntwo".encode("utf-16-le")[:-1])
    assert (found.text, fault.place) == ("one", "a.csv:3")


def test_half_a_pair_of_surrogates_is_told_as_what_it_is():
    content = "\ufefftext\nferry \ud800\ntwo\n".encode("utf-16-le", "surrogatepass")
    bad, good, _ = rows(content)
    assert (bad.place, good.text) == ("a.csv:2", "two")
    assert "half of a pair of surrogates" in bad.reason
    assert "iconv" not in bad.reason


def test_such_a_file_may_be_longer_than_what_is_looked_at():
    content = "\ufefftext\r\n" + "".join(f"Fähre {number}\r\n" for number in range(50_000))
    found = texts(content.encode("utf-16-le"))
    assert (found[0], found[-1], len(found)) == ("Fähre 0", "Fähre 49999", 50_000)


def test_a_stream_that_cannot_be_wound_back_is_read():
    class Once(io.BytesIO):
        def seekable(self):
            return False

        def seek(self, *_):
            raise OSError("wound back")

    stream = Once(b"text\n" + b"one\n" * 20_000 + b"two " * 100_000)
    *ones, last = reader.read(stream, "a.csv", Config())
    assert (len(ones), len(last.text), last.line) == (20_000, 400_000, 20_002)


def test_a_hostile_file_of_marks_alone_ends():
    for content in ('"' * 300_001, 'text\n"' + '\n"' * 5000, 'text,b\n,"' + '\n,"x' * 5000):
        assert all(isinstance(row, Article | Unread | Notice) for row in rows(content))


CELL = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0\r\ufeff"), max_size=20
)


@given(st.lists(st.tuples(CELL, CELL), min_size=1, max_size=6), st.sampled_from(",;\t|"))
def test_whatever_the_library_writes_comes_back(pairs, delimiter):
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter, quoting=csv.QUOTE_ALL)
    writer.writerows([("id", "text"), *pairs])
    found = rows(out.getvalue())
    told = [row for row in found if not isinstance(row, Notice)]
    filled = [pair for pair in pairs if any(cell.strip() for cell in pair)]
    assert len(told) == max(1, len(filled))
    assert [row.text for row in told if isinstance(row, Article)] == [
        text for _, text in filled if text.translate(UNSEEN).strip()
    ]


@given(st.binary(max_size=300))
def test_any_bytes_are_rows(data):
    for prefix in (b"", b"text,id\n", b'text,id\n"'):
        for row in rows(prefix + data):
            assert isinstance(row, Article | Unread | Notice)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_rows_before_the_break_of_a_packed_file_are_read_and_it_is_told(tmp_path, encoding):
    """What is read ahead to tell the delimiter and the encoding does not go with the fault."""
    rows = "id,text\n" + "".join(f"r{n},The ferry {n} left the harbour.\n" for n in range(2000))
    packed = gzip.compress(rows.encode(encoding))
    (tmp_path / "table.csv.gz").write_bytes(packed[: len(packed) // 2])
    reading = read([str(tmp_path)], Config())
    assert len(reading.articles) > 500
    (unread,) = reading.unread
    assert "breaks off in line" in unread.reason
    assert unread.breaks_off
