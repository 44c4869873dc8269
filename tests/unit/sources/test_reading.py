"""Files of all formats become one frame of articles, in one order, with nothing lost unsaid."""

import gzip
import io
import json
import os
import sys

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from provenance import sources
from provenance.config import Config
from provenance.errors import InputError, UsageError
from provenance.frames import schema
from provenance.model import Article, Notice, Unread
from provenance.sources import READERS
from provenance.sources.files import File

BODY = "The ferry stopped at noon on Monday, and nobody on the quay could say why."


def record(**values):
    return json.dumps({"text": BODY, **values}) + "\n"


@pytest.fixture
def stdin(monkeypatch):
    """Puts bytes on standard input."""

    def stdin(content):
        data = content if isinstance(content, bytes) else content.encode()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))

    return stdin


def test_every_format_is_read_into_one_frame(write, articles):
    write({"n/a.txt": BODY, "n/b.md": BODY, "n/c.jsonl": record(id="c"), "n/d.ndjson": record()})
    found = articles("n")
    assert list(found) == ["c", "n/a.txt", "n/b.md", "n/d.ndjson:1"]
    assert {item.text for item in found.values()} == {BODY}


def test_the_articles_are_a_frame_of_articles_sorted_by_id(write, read):
    write({"b.txt": BODY, "a.txt": BODY})
    table = read("b.txt", "a.txt").articles
    assert dict(table.schema) == schema(Article)
    assert table["article_id"].to_list() == ["a.txt", "b.txt"]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["a.txt", "b.md", "c.txt", "x/d.txt", "x/e.jsonl"]),
            st.text(alphabet="ab #\n\r\ufeff-:", max_size=30),
        ),
        min_size=1,
        max_size=5,
        unique_by=lambda pair: pair[0],
    ),
    st.randoms(use_true_random=False),
)
def test_the_order_of_the_paths_changes_nothing(tmp_path_factory, files, random):
    root = tmp_path_factory.mktemp("corpus")
    (root / "x").mkdir()
    for name, text in files:
        (root / name).write_bytes(text.encode())
    paths = [str(root), str(root / "x"), f"{root}/*.txt", *(str(root / name) for name, _ in files)]
    left = sources.read(paths, Config())
    random.shuffle(paths)
    right = sources.read(paths, Config())
    assert left.articles.equals(right.articles)
    assert (left.unread, left.notices) == (right.unread, right.notices)


def test_a_file_reached_in_several_ways_is_read_once_under_its_shortest_name(
    write, articles, tmp_path
):
    """Otherwise a story would be found to be shared with itself."""
    write({"n/a.txt": BODY})
    (tmp_path / "link").symlink_to(tmp_path / "n")
    assert list(articles(str(tmp_path), "./n/a.txt", "n", "n/*.txt", "link/a.txt")) == ["n/a.txt"]


def test_two_files_with_the_same_text_are_two_articles(write, articles):
    write({"a.txt": BODY, "b.txt": BODY})
    assert list(articles("a.txt", "b.txt")) == ["a.txt", "b.txt"]


def test_of_two_records_with_one_id_the_later_is_unread(write, read):
    """Which of the two a finding is about could not be told."""
    write({"a.jsonl": record(id="x", n=1) + record(id="y") + record(id="x", n=2)})
    reading = read("a.jsonl")
    assert reading.articles["article_id"].to_list() == ["x", "y"]
    assert reading.articles["line"].to_list() == [1, 2]
    (unread,) = reading.unread
    assert unread.place == "a.jsonl:3"
    assert "a.jsonl:1" in unread.reason
    assert "--id-field" in unread.reason


def test_the_first_of_equal_ids_is_first_by_path_and_then_by_line(write, read):
    write({"b.jsonl": record(id="x"), "a.jsonl": "\n" * 10 + record(id="x") + record(id="x")})
    reading = read("b.jsonl", "a.jsonl")
    assert reading.articles.select("path", "line").rows() == [("a.jsonl", 11)]
    assert [item.place for item in reading.unread] == ["a.jsonl:12", "b.jsonl:1"]


def test_lines_are_compared_as_numbers(write, read):
    lines = [record(id="x"), *(record(id=str(n)) for n in range(8)), record(id="x")]
    write({"a.jsonl": "".join(lines)})
    (unread,) = read("a.jsonl").unread
    assert unread.place == "a.jsonl:10"


def test_a_record_may_not_take_the_id_of_a_file(write, read):
    write({"a.txt": BODY, "b.jsonl": record(id="a.txt")})
    reading = read("a.txt", "b.jsonl")
    assert reading.articles["path"].to_list() == ["a.txt"]
    assert reading.unread[0].place == "b.jsonl:1"


def test_what_cannot_be_read_costs_nothing_else(write, read):
    write({"a.txt": BODY, "empty.txt": "", "bad.txt": b"\xff\0", "b.jsonl": "nope\n" + record()})
    reading = read(".", "gone.txt", "x.docx")
    assert reading.articles["article_id"].to_list() == ["a.txt", "b.jsonl:2"]
    assert [item.place for item in reading.unread] == [
        *("b.jsonl:1", "bad.txt:1", "empty.txt", "gone.txt", "x.docx")
    ]


def test_unread_lines_are_sorted_by_number(write, read):
    write({"a.jsonl": "nope\n" * 11})
    assert [item.place for item in read("a.jsonl").unread] == [f"a.jsonl:{n}" for n in range(1, 12)]


def test_names_with_colons_and_digits_are_names(write, read):
    write({"a:b.txt": "", "7.txt": "", "a:7.txt": ""})
    assert [item.place for item in read(".", "8").unread] == ["7.txt", "8", "a:7.txt", "a:b.txt"]


def test_notices_are_sorted_alike(write, read):
    bad = record(date="Tuesday")
    folder = write({"b.jsonl": bad, "a.jsonl": "\n" * 9 + bad, "e/x.txt": BODY})
    (folder / "e" / "link.txt").symlink_to("x.txt")
    notices = read("b.jsonl", "a.jsonl", "e").notices
    assert all(isinstance(item, Notice) for item in notices)
    assert [item.place for item in notices] == ["a.jsonl:10", "b.jsonl:1", "e"]


def test_only_unread_input_is_a_reading_and_no_error(write, read):
    """The report shows what could not be read, and the run fails on it."""
    write({"a.txt": ""})
    reading = read("a.txt")
    assert reading.articles.is_empty()
    assert dict(reading.articles.schema) == schema(Article)
    assert reading.unread == (Unread("a.txt", "there is no text in it"),)


def test_an_empty_folder_is_unread_alone_and_beside_a_full_one(write, read):
    """A run over nothing is not a pass, and gives a report that says so."""
    write({"e/picture.jpg": "", "f/.hidden.txt": BODY, "g/a.txt": BODY})
    assert [item.place for item in read("f", "e").unread] == ["e", "f"]
    assert [item.place for item in read("f", "g").unread] == ["f"]


def test_the_baseline_named_outright_is_told_and_alone_is_unread(write, read):
    """As by a shell's `*.jsonl`, or a hook that names the one file that changed."""
    write({"a.txt": BODY, "b/provenance-baseline.jsonl": "{}"})
    baseline = "b/provenance-baseline.jsonl"
    beside = read("a.txt", baseline, f"./{baseline}", baseline=baseline)
    assert beside.unread == ()
    assert {(item.place, item.message) for item in beside.notices} == {
        (baseline, "is the baseline of this run, and holds no articles")
    }
    (alone,) = read(baseline, baseline=baseline).unread
    assert alone.place == baseline
    assert "only the baseline" in alone.reason


def test_another_baseline_named_outright_is_unread_as_what_it_is(write, read):
    """Its lines are no records without a text."""
    write({"a.txt": BODY, "b/provenance-baseline.jsonl": "{}\n{}\n"})
    (unread,) = read("a.txt", "b/provenance-baseline.jsonl").unread
    assert unread.place == "b/provenance-baseline.jsonl"
    assert unread.reason.startswith("is a baseline by its name, and holds no articles")


def test_a_folder_of_nothing_but_the_baseline_is_unread(write, read):
    write({"a.txt": BODY, "b/house.jsonl": "{}"})
    assert [item.place for item in read("a.txt", "b", baseline="b/house.jsonl").unread] == ["b"]
    assert read(".", baseline="b/house.jsonl").unread == ()


def test_no_path_at_all_is_an_error(read):
    with pytest.raises(InputError):
        read()


def test_standard_input_is_a_text(stdin, articles):
    stdin(BODY)
    found = articles("-")["-"]
    assert (found.path, found.line, found.embedded, found.text) == ("-", 1, False, BODY)


@pytest.mark.parametrize(
    ("stdin_format", "content", "article_id"),
    [
        ("txt", BODY, "-"),
        ("md", f"---\ntitle: T\n---\n{BODY}", "-"),
        ("jsonl", record(), "-:1"),
        ("ndjson", record(id="x"), "x"),
    ],
)
def test_standard_input_can_be_any_format(stdin, stdin_format, content, article_id):
    stdin(content)
    table = sources.read(["-"], Config(), stdin_format).articles
    assert table.select("article_id", "text").rows() == [(article_id, BODY)]


def test_standard_input_is_read_once_and_beside_files(stdin, write, articles):
    write({"a.txt": BODY})
    stdin(BODY)
    assert list(articles("-", "a.txt", "-")) == ["-", "a.txt"]


@pytest.mark.parametrize(("content", "place"), [("", "-"), (b"\xff\0", "-:1"), (b"\0", "-:1")])
def test_what_is_wrong_with_standard_input_is_told(stdin, read, content, place):
    stdin(content)
    assert [item.place for item in read("-").unread] == [place]


def test_standard_input_that_is_closed_is_unread(monkeypatch, read):
    monkeypatch.setattr(sys, "stdin", None)
    assert [item.place for item in read("-").unread] == ["-"]


def test_an_unknown_format_of_standard_input_is_wrong_use():
    with pytest.raises(UsageError, match="docx") as caught:
        sources.read(["-"], Config(), "docx")
    known = ", ".join(suffix.removeprefix(".") for suffix in READERS)
    assert caught.value.hint == f"the formats are {known}"


def test_a_file_that_fails_while_it_is_read_keeps_what_was_read(write, read, monkeypatch):
    """Disks fail and files vanish; the records before that are records."""

    def failing(stream, path, config):
        yield from READERS[".ndjson"](stream, path, config)
        raise OSError(5, "Input/output error")

    monkeypatch.setitem(READERS, ".jsonl", failing)
    write({"a.jsonl": record(id="x"), "b.txt": BODY})
    reading = read("a.jsonl", "b.txt")
    assert reading.articles["article_id"].to_list() == ["b.txt", "x"]
    assert reading.unread[0].place == "a.jsonl"
    assert "input/output error" in reading.unread[0].reason


def test_a_file_that_cannot_be_opened_costs_only_itself(write, read, monkeypatch):
    write({"a.txt": BODY, "b.txt": BODY})
    opened = File.open

    def refusing(file):
        if file.path == "a.txt":
            raise PermissionError(13, "Permission denied")
        return opened(file)

    monkeypatch.setattr(File, "open", refusing)
    reading = read("a.txt", "b.txt")
    assert reading.articles["article_id"].to_list() == ["b.txt"]
    assert "permission denied" in reading.unread[0].reason


@pytest.mark.parametrize("suffix", [".gz", ".zst"])
def test_every_format_is_read_packed_too(write, articles, suffix):
    pack = gzip.compress if suffix == ".gz" else zstandard.ZstdCompressor().compress
    texts = {"a.txt": BODY, "b.md": BODY, "c.jsonl": record(id="c")}
    write({f"{name}{suffix}": pack(text.encode()) for name, text in texts.items()})
    found = articles(".")
    assert list(found) == [f"a.txt{suffix}", f"b.md{suffix}", "c"]
    assert {item.text for item in found.values()} == {BODY}
    assert found["c"].line == 1


def test_what_is_packed_twice_is_unread_wherever_it_lies(write, read):
    write({"n/a.txt.gz.gz": gzip.compress(gzip.compress(BODY.encode())), "n/b.txt": BODY})
    (unread,) = read("n").unread
    assert (unread.place, "more than once" in unread.reason) == ("n/a.txt.gz.gz", True)


def test_a_file_that_shrinks_while_it_is_read_costs_its_last_record(write, read, monkeypatch):
    """Nobody is told a size that no longer holds."""
    folder = write({"a.jsonl": record(id="1") * 2 + record(id="2", rest="x" * 300_000)})
    opened = File.open

    def shrinking(file):
        stream = opened(file)
        os.truncate(folder / "a.jsonl", len(record(id="1")) * 2 + 40)
        return stream

    monkeypatch.setattr(File, "open", shrinking)
    reading = read("a.jsonl")
    assert reading.articles["article_id"].to_list() == ["1"]
    assert [item.place for item in reading.unread] == ["a.jsonl:2", "a.jsonl:3"]


def test_a_path_is_lost_by_what_was_read_of_it(write, read, tmp_path):
    """By the file, not by the name that was typed, and by what a glob stands for."""
    write({"n/a.txt": BODY, "n/b.txt": b"\0", "g/c.txt": b"\0", "d.jsonl": "{", "e.txt": BODY})
    (tmp_path / "link.txt").symlink_to("e.txt")
    paths = ("n", "g/*.txt", "d.jsonl", "link.txt", "gone.txt")
    assert read(*paths).lost == ("d.jsonl", "g/*.txt", "gone.txt")


def test_standard_input_is_lost_when_nothing_of_it_is_left(write, stdin):
    write({"a.txt": BODY})
    stdin("{")
    assert sources.read(["-", "a.txt"], Config(), "jsonl").lost == ("-",)


def test_a_name_that_is_no_text_can_be_printed_everywhere(write, articles, tmp_path):
    write({"n/a.txt": BODY})
    (tmp_path / "n" / os.fsdecode(b"b\xff.txt")).write_text(BODY)
    found = articles("n")
    assert list(found) == ["n/a.txt", r"n/b\udcff.txt"]
    assert "".join(found).encode()


def test_more_articles_than_a_batch_are_all_there(write, read, monkeypatch):
    monkeypatch.setattr("provenance.sources.stream.BATCH_ARTICLES", 3)
    write({"a.jsonl": "".join(record(id=number) for number in range(10))})
    assert sorted(map(int, read("a.jsonl").articles["article_id"])) == list(range(10))


def test_a_text_comes_back_byte_for_byte(write, articles):
    text = "\ufeffline one\r\nline two\rthree\u2028e\u0301\u00a0\u00ad🗞️\n"
    write({"a.txt": text, "b.md": text, "c.jsonl": record(text=text)})
    assert [item.text for item in articles("a.txt", "b.md", "c.jsonl").values()] == [text] * 3
