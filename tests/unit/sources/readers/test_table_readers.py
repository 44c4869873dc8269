"""Tables are decoded by another process, which a bad file may break as it likes."""

import datetime as dt
import io
import random
import time

import orjson
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.config import Config, Fields
from provenance.model import Article, Notice, Unread
from provenance.sources import tablerows, tables
from provenance.sources.readers import arrow, parquet

TEXT = "The ferry stopped at noon."
FORMATS = {
    "parquet": (parquet.read, "write_parquet"),
    "arrow file": (arrow.read, "write_ipc"),
    "arrow stream": (arrow.read, "write_ipc_stream"),
}


def packed(frame, kind="parquet"):
    out = io.BytesIO()
    getattr(frame, FORMATS[kind][1])(out)
    return out.getvalue()


def rows(data, kind="parquet", **settings):
    content = data if isinstance(data, bytes) else packed(pl.DataFrame(data), kind)
    return list(FORMATS[kind][0](io.BytesIO(content), "a.x", Config(**settings)))


@pytest.mark.parametrize("kind", FORMATS)
def test_a_row_is_an_article_at_its_number(kind):
    first, second = rows(
        {"id": ["a", "b"], "text": ["one", "two"], "outlet": ["The Gull", None], "n": [1, 2]}, kind
    )
    assert (first.article_id, first.text, first.outlet, first.line) == ("a", "one", "The Gull", 1)
    assert (second.article_id, second.line, second.embedded) == ("b", 2, True)


@pytest.mark.parametrize("kind", FORMATS)
def test_a_file_on_disk_is_read_without_a_copy_and_from_its_beginning(kind, tmp_path, monkeypatch):
    monkeypatch.delattr(tables.shutil, "copyfileobj")
    path = tmp_path / "a.x"
    path.write_bytes(packed(pl.DataFrame({"text": ["one"]}), kind))
    with path.open("rb") as stream:
        stream.read(4)
        assert [row.text for row in FORMATS[kind][0](stream, "a.x", Config())] == ["one"]


def test_a_row_without_a_text_loses_itself_and_is_named_by_its_number():
    first, null, blank, last = rows({"text": ["one", None, " ", "four"]})
    assert (first.text, last.text, last.line) == ("one", "four", 4)
    assert (null.place, blank.place) == ("a.x:2", "a.x:3")
    assert "is not text (null)" in null.reason
    assert "is empty" in blank.reason


def test_text_of_any_of_arrows_kinds_is_text():
    kinds = {
        "text": pl.Series(["one", "two"], dtype=pl.Categorical),
        "outlet": pl.Series(["A", "B"], dtype=pl.Enum(["A", "B"])),
        "title": [b"caf\xc3\xa9", b"\xff"],
    }
    first, second = rows(kinds)
    assert (first.text, first.outlet, first.title) == ("one", "A", "café")
    assert (second.text, second.outlet, second.title) == ("two", "B", None)


@pytest.mark.parametrize(
    ("value", "date"),
    [
        (dt.date(2026, 3, 1), "2026-03-01"),
        (dt.datetime(2026, 3, 1, 10), "2026-03-01T10:00:00"),
        (dt.datetime(2026, 3, 1, 10, tzinfo=dt.UTC), "2026-03-01T10:00:00Z"),
    ],
)
def test_a_date_may_be_one(value, date):
    (row,) = rows({"text": [TEXT], "date": [value]})
    assert row.date == date


def test_a_byline_may_be_a_list_and_a_number_an_id():
    first, second, _ = rows({"text": ["a", "b"], "authors": [["A. Reyes"], []], "id": [7, 8]})
    assert (first.article_id, first.given, second.given) == ("7", ("byline",), ())


def test_a_nested_field_is_found_by_its_path():
    data = {"meta": [{"body": TEXT, "n": 1}]}
    (row,) = rows(data, fields=Fields(text="meta.body"))
    assert (row.text, row.field) == (TEXT, "meta.body")


def test_a_column_with_another_name_in_use_is_read_and_told():
    row, notice = rows({"article": [TEXT], "highlights": ["x"]})
    assert row.text == TEXT
    assert "text from 'article'" in notice.message


def test_a_table_without_a_text_is_told_once_with_its_columns():
    (row,) = rows({"prose": ["a"] * 50, "n": [1] * 50})
    assert row.place == "a.x"
    assert "the table has no field 'text'" in row.reason
    assert "(it has 'prose', 'n')" in row.reason


def test_a_text_over_the_limit_loses_only_its_row():
    first, long, last = rows({"text": ["one", "a" * 1_000_001, "three"]}, max_article_mb=1)
    assert (first.text, last.text) == ("one", "three")
    assert long.place == "a.x:2"
    assert "more than the 1 MB" in long.reason


@pytest.mark.parametrize("kind", FORMATS)
def test_a_table_without_rows_is_unread(kind):
    empty = pl.DataFrame({"text": []}, schema={"text": pl.String})
    assert rows(packed(empty, kind), kind) == [Unread("a.x", "there is no record in it")]


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("data", [b"", b"PAR1", b"ARROW1", b"nonsense" * 100, b"\xff" * 20])
def test_what_is_no_table_is_told(kind, data):
    (row,) = rows(data, kind)
    assert isinstance(row, Unread)
    assert row.place == "a.x"


def test_a_table_that_breaks_off_is_told_and_nothing_is_lost_without_a_word():
    data = packed(pl.DataFrame({"text": [f"{TEXT} {number}" for number in range(50)]}))
    for cut in (len(data) // 2, len(data) - 4):
        assert any(isinstance(row, Unread) for row in rows(data[:cut]))


@pytest.mark.parametrize("seed", range(4))
def test_a_damaged_table_gives_its_rows_or_says_that_it_did_not(seed):
    """Polars decodes some of them to fewer rows than they have, and raises nothing."""
    chance = random.Random(seed)
    data = bytearray(packed(pl.DataFrame({"text": [f"{TEXT} {n}" for n in range(200)]})))
    for _ in range(3):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    found = rows(bytes(data))
    articles = [row for row in found if isinstance(row, Article)]
    assert len(articles) == 200 or any(isinstance(row, Unread) for row in found)
    assert all(isinstance(row, Article | Unread | Notice) for row in found)


def test_a_process_that_is_short_of_memory_is_told_and_the_next_file_is_read(monkeypatch):
    """A bomb of a few kilobytes wants all memory there is."""
    data = packed(pl.DataFrame({"text": [TEXT]}))
    monkeypatch.setattr(tables, "_MEMORY", 60_000_000)
    (row,) = rows(data)
    assert isinstance(row, Unread)
    monkeypatch.undo()
    assert [row.text for row in rows(data)] == [TEXT]


@pytest.fixture
def program(tmp_path, monkeypatch):
    """Puts another program in place of the one that decodes."""

    def program(source):
        path = tmp_path / "program.py"
        path.write_text(source)
        monkeypatch.setattr(tables, "_PROGRAM", str(path))

    return program


@pytest.mark.parametrize("end", ["os.kill(os.getpid(), 9)", "os.abort()", "sys.exit(0)"])
def test_a_process_that_dies_is_told_with_the_row_it_had_come_to(program, end):
    said = '{"columns": ["text"], "chosen": ["text"]}\\n["one"]\\n["tw'
    program(f"import os, sys\nsys.stdout.write('{said}')\nsys.stdout.flush()\n{end}\n")
    first, lost = rows(b"any")
    assert first.text == "one"
    assert lost.place == "a.x:2"
    assert "stops what decodes it, or takes it more than 4.0 GB of memory" in lost.reason


def test_a_process_that_keeps_silent_is_ended(program, monkeypatch):
    """It sleeps, and takes neither time of the processor nor memory."""
    monkeypatch.setattr(tables, "_SECONDS", 0.2)
    said = '{"columns": ["text"], "chosen": ["text"], "rows": 2}\\n["one"]\\n'
    sleep = "sys.stdout.flush()\ntime.sleep(600)\n"
    for begin, place, articles in ((f"sys.stdout.write('{said}')\n", "a.x:2", 1), ("", "a.x:1", 0)):
        program(f"import sys, time\n{begin}{sleep}")
        *read, lost = rows(b"any")
        assert (lost.place, lost.breaks_off, len(read)) == (place, True, articles)
        assert "or 0.2 s for a row" in lost.reason


def test_a_process_that_is_not_heard_may_keep_silent(program, monkeypatch):
    """The run has other things to do between two batches, for longer than a row may take."""
    monkeypatch.setattr(tables, "_SECONDS", 0.3)
    said = (
        '{"columns": ["text"], "chosen": ["text"], "rows": 2}\\n["one"]\\n["two"]\\n{"end": 2}\\n'
    )
    program(f"import sys\nsys.stdout.write('{said}')\n")
    reading = parquet.read(io.BytesIO(b"any"), "a.x", Config())
    assert next(reading).text == "one"
    time.sleep(1)
    assert [row.text for row in reading] == ["two"]


def test_a_process_that_says_nothing_is_told(program):
    program("")
    (row,) = rows(b"any")
    assert "stops what decodes it" in row.reason


def test_a_fault_amid_the_rows_keeps_those_before_it(program):
    said = '{"columns": ["text"], "chosen": ["text"]}\\n["one"]\\n{"fault": "torn"}\\n'
    program(f"import sys\nsys.stdout.write('{said}')\n")
    first, lost = rows(b"any")
    assert (first.text, lost.place) == ("one", "a.x:2")
    assert "cannot be decoded from here on (torn); the rows before it are read" in lost.reason
    assert (lost.count, lost.breaks_off) == (1, True)


def test_rows_that_cannot_be_decoded_are_counted(program):
    said = '{"columns": ["text"], "chosen": ["text"], "rows": 9}\\n["one"]\\n"too large"\\n'
    for end in ('{"fault": "torn"}\\n', ""):
        program(f"import sys\nsys.stdout.write('{said}{end}')\n")
        *_, lost = rows(b"any")
        assert (lost.place, lost.count, lost.breaks_off) == ("a.x:3", 7, True)


@pytest.mark.parametrize("before", ["", '"too large"\\n'])
def test_a_fault_before_any_row_is_read_says_nothing_of_rows_that_are(program, before):
    said = '{"columns": ["text"], "chosen": ["text"], "rows": 3}\\n' + before
    program(f"import sys\nsys.stdout.write('{said}" + '{"fault": "torn"}\\n' + "')\n")
    *_, lost = rows(b"any")
    assert lost.reason == "cannot be decoded (torn)"
    assert lost.breaks_off


def test_a_table_that_cannot_be_decoded_at_all_breaks_off():
    for kind in FORMATS:
        (row,) = rows(b"nonsense" * 100, kind)
        assert row.breaks_off


STREAM = packed(pl.DataFrame({"text": ["one", "two"], "n": [1, 2]}), "arrow stream")
MARK = b"\xff\xff\xff\xff\0\0\0\0"


def test_a_stream_appended_to_another_is_told():
    """As `cat a.arrow b.arrow` does; what decodes it stops at the first end, without a word."""
    first, second, lost = rows(STREAM + STREAM, "arrow stream")
    assert (first.text, second.text) == ("one", "two")
    assert (lost.place, lost.breaks_off) == ("a.x", True)
    assert "holds more behind its end" in lost.reason


@pytest.mark.parametrize("kind", ["parquet", "arrow file"])
@pytest.mark.parametrize("sizes", [(1, 1), (1, 500), (500, 1), (3, 3, 3)])
def test_files_that_were_joined_give_no_rows_and_say_why(kind, sizes):
    """Their index is that of the last and counts from its own beginning, where the first stands."""
    files = [
        packed(pl.DataFrame({"text": [f"{TEXT} {size} {n}" for n in range(size)]}), kind)
        for size in sizes
    ]
    (lost,) = rows(b"".join(files), kind)
    assert (lost.place, lost.breaks_off) == ("a.x", True)
    assert "several files are joined in it" in lost.reason


@pytest.mark.parametrize("kind", ["parquet", "arrow file"])
def test_a_text_may_hold_what_stands_between_joined_files(kind):
    words = [f"{TEXT} PAR1PAR1 and ARROW1ARROW1 {number}" for number in range(100)]
    assert [row.text for row in rows({"text": words}, kind)] == words


@given(st.integers(0, 60), st.integers(1, 60), st.integers(1, 9))
def test_a_seam_is_found_wherever_it_lies(size, length, at_once):
    """The index before it must fit into what stands there."""
    data = b"PAR1" + b"x" * size + length.to_bytes(4, "little") + b"PAR1PAR1" + b"y" * 20
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tablerows, "_LOOKED_AT_ONCE", at_once)
        assert tablerows.is_joined(io.BytesIO(data), b"PAR1") == (length <= size + 4)


def test_a_stream_without_a_mark_at_its_end_may_have_been_cut():
    assert STREAM.endswith(MARK)
    first, second, notice = rows(STREAM.removesuffix(MARK), "arrow stream")
    assert (first.text, second.text) == ("one", "two")
    assert isinstance(notice, Notice)
    assert (notice.place, notice.message[:20]) == ("a.x", "it may have been cut")


def test_a_stream_with_bytes_that_look_like_a_mark_in_a_text_is_whole():
    """What stands in a body is passed over."""
    data = pl.DataFrame({"text": [TEXT], "b": [MARK * 3]})
    assert [row.text for row in rows(packed(data, "arrow stream"), "arrow stream")] == [TEXT]


@pytest.mark.parametrize(
    ("data", "tail"),
    [
        (STREAM, None),
        (STREAM + b"x", tablerows.MORE),
        (b"", tablerows.NO_MARK),
        (b"\0\0\0\0", None),
        (b"\0\0\0\0x", tablerows.MORE),
        (STREAM[:-4], tablerows.NO_MARK),
        (STREAM[:-9], tablerows.NO_MARK),
        (b"\xff" * 8, tablerows.NO_MARK),
        (b"\xff" * 40, tablerows.NO_MARK),
        (b"\4\0\0\0\xff\xff\xff\xff", tablerows.NO_MARK),
    ],
)
def test_the_tail_of_a_stream_is_told_from_the_lengths_of_its_messages(data, tail):
    """The mark of old streams is four zeros."""
    assert tablerows.tail_of_stream(io.BytesIO(data)) == tail


@given(st.binary(max_size=200), st.integers(0, len(STREAM)))
def test_the_tail_of_any_bytes_is_told(data, kept):
    assert tablerows.tail_of_stream(io.BytesIO(STREAM[:kept] + data)) in {
        None,
        tablerows.MORE,
        tablerows.NO_MARK,
    }


def test_whoever_stops_reading_leaves_no_process_behind(program, monkeypatch):
    started = []
    real = tables.subprocess.Popen

    def popen(*args, **options):
        started.append(real(*args, **options))
        return started[-1]

    monkeypatch.setattr(tables.subprocess, "Popen", popen)
    said = '{"columns": ["text"], "chosen": ["text"]}\\n["one"]\\n'
    program(f"import sys, time\nsys.stdout.write('{said}')\nsys.stdout.flush()\ntime.sleep(5)\n")
    reading = parquet.read(io.BytesIO(b"any"), "a.x", Config())
    assert next(reading).text == "one"
    reading.close()
    assert started[0].returncode == -9


def test_what_the_program_says_on_its_own_is_not_shown(capfd):
    rows(b"nonsense" * 100)
    assert capfd.readouterr() == ("", "")


def written(frame, expected, wanted=("text",), longest=100):
    out = io.BytesIO()
    told = tablerows.write(frame.lazy(), expected, wanted, longest, out)
    return [*map(orjson.loads, out.getvalue().splitlines()), told]


def test_the_program_tells_columns_and_rows():
    frame = pl.DataFrame({"n": [1, 2], "text": ["one", "two"]})
    assert written(frame, 2) == [
        {"columns": ["n", "text"], "chosen": ["text"], "rows": 2},
        ["one"],
        ["two"],
        2,
    ]


@pytest.mark.parametrize("expected", [0, 1, 3])
def test_rows_that_are_not_as_many_as_they_should_be_are_a_fault(expected):
    with pytest.raises(ValueError, match=f"2 rows of {expected} could be decoded"):
        written(pl.DataFrame({"text": ["one", "two"]}), expected)


def test_a_row_with_anything_over_the_limit_is_told_in_place_of_its_values():
    frame = pl.DataFrame({"text": ["a" * 101, "b"], "byline": [["x"], ["y" * 2000]]})
    assert written(frame, 2, ("text", "byline"))[1:3] == ["too large", "too large"]


def test_of_a_table_without_a_wanted_column_no_row_is_given():
    assert written(pl.DataFrame({"n": [1]}), 1)[1:] == [0]
