"""Articles in batches: together they are what is read at once."""

import json
from io import BytesIO
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.config import Config
from provenance.sources import Stream, read, stream


def lines(items):
    return "".join(json.dumps(item) + "\n" for item in items)


@pytest.fixture
def corpus(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("b.jsonl").write_text(lines({"id": f"b{n}", "text": f"Story {n}."} for n in range(7)))
    Path("a.jsonl").write_text(lines({"id": f"a{n}", "text": f"Report {n}."} for n in range(5)))
    return tmp_path


@pytest.mark.parametrize("size", [1, 3, 12, 100])
def test_batches_together_are_what_is_read_at_once(corpus, monkeypatch, size):
    monkeypatch.setattr(stream, "BATCH_ARTICLES", size)
    batches = list(Stream(["."], Config()))
    assert [len(batch) for batch in batches[:-1]] == [size] * (len(batches) - 1)
    assert pl.concat(batches).sort("article_id").equals(read(["."], Config()).articles)


def test_a_batch_ends_with_the_article_that_fills_it(corpus, monkeypatch):
    monkeypatch.setattr(stream, "BATCH_CHARACTERS", len("Report 0."))
    assert {len(batch) for batch in Stream(["a.jsonl"], Config())} == {1}


def test_an_id_that_was_in_an_earlier_batch_is_unread(corpus, monkeypatch):
    """The first by file and line stays, whatever batch it was in."""
    Path("c.jsonl").write_text(lines([{"id": "a1", "text": "Another."}]))
    monkeypatch.setattr(stream, "BATCH_ARTICLES", 2)
    found = Stream(["c.jsonl", "a.jsonl"], Config())
    together = pl.concat(list(found))
    assert together.filter(article_id="a1")["path"].to_list() == ["a.jsonl"]
    (unread,) = found.rest(together).unread
    assert unread.place == "c.jsonl:1"
    assert "a.jsonl:2" in unread.reason


def test_how_much_is_read_grows_to_all_of_it(corpus, monkeypatch):
    monkeypatch.setattr(stream, "BATCH_ARTICLES", 1)
    found = Stream(["."], Config())
    shares = [found.share() for _ in found]
    assert shares == sorted(shares)
    assert found.share() == 1
    assert all(0 < share <= 1 for share in shares)


@pytest.mark.parametrize("suffix", ["parquet", "arrow"])
def test_a_table_counts_as_read_with_its_first_row(tmp_path, monkeypatch, suffix):
    """So that what is read is never more than is said: much is foreseen from it."""
    monkeypatch.setattr(stream, "BATCH_ARTICLES", 1)
    table = pl.DataFrame({"id": ["1", "2"], "text": ["A ferry sank.", "A bridge was closed."]})
    for name in "ab":
        written = tmp_path / f"{name}.{suffix}"
        rows = table.with_columns(pl.col("id") + name)
        rows.write_parquet(written) if suffix == "parquet" else rows.write_ipc(written)
    found = Stream([str(tmp_path)], Config())
    size = (tmp_path / f"a.{suffix}").stat().st_size / found.size
    assert [found.share() for _ in found] == pytest.approx([size, size, 1, 1])


@pytest.mark.parametrize(
    ("names", "alike"),
    [
        (["a.jsonl", "b.jsonl"], True),
        (["a.txt"], True),
        (["a.jsonl", "b.csv"], False),
        (["a.jsonl", "b.jsonl.gz"], False),
        ([], False),
    ],
)
def test_files_are_of_one_format_when_their_suffixes_are(tmp_path, names, alike):
    """One packed file among others has more text a byte."""
    for name in names:
        (tmp_path / name).write_bytes(b"")
    assert Stream([str(tmp_path)], Config()).is_of_one_format == alike


def test_nothing_is_known_of_standard_input(tmp_path):
    (tmp_path / "a.txt").write_text("A ferry sank.")
    assert not Stream([str(tmp_path), "-"], Config(), stdin=BytesIO()).is_of_one_format


def test_nothing_to_read_is_all_of_it(tmp_path):
    found = Stream([str(tmp_path)], Config())
    assert list(found) == []
    assert found.share() == 1


def sample(size, paths=(".",)):
    found = Stream(list(paths), Config(), sample=size)
    together = pl.concat([read(["."], Config()).articles.clear(), *found])
    return together, found.rest(together)


def test_a_sample_holds_as_many_as_were_asked_for_and_says_of_how_many(corpus):
    articles, reading = sample(4)
    assert len(articles) == 4
    (notice,) = reading.notices
    assert notice.place == "sample"
    assert notice.message.startswith("4 of 12 articles")


def test_a_sample_of_all_is_all_and_no_notice(corpus):
    articles, reading = sample(12)
    assert len(articles) == 12
    assert reading.notices == ()


def test_a_larger_sample_holds_the_smaller_one(corpus):
    """So that a second look does not contradict the first."""
    ids = [set(sample(size)[0]["article_id"]) for size in (2, 5, 9)]
    assert ids[0] < ids[1] < ids[2]


@given(st.randoms(use_true_random=False), st.integers(1, 12))
def test_a_sample_does_not_depend_on_the_order_of_records(tmp_path_factory, random, size):
    folder = tmp_path_factory.mktemp("order")
    records = [{"id": f"r{n}", "text": f"Story {n}."} for n in range(12)]
    (folder / "one.jsonl").write_text(lines(records))
    random.shuffle(records)
    (folder / "two.jsonl").write_text(lines(records))
    one, two = (
        {
            name
            for batch in Stream([str(folder / file)], Config(), sample=size)
            for name in batch["article_id"]
        }
        for file in ("one.jsonl", "two.jsonl")
    )
    assert one == two
    assert len(one) == size


def test_every_article_may_be_in_a_sample(tmp_path):
    """Of 2,000 ids the sampled tenth is spread over the whole file: 20 of each 200, give or take."""
    path = tmp_path / "many.jsonl"
    path.write_text(lines({"id": f"n{n}", "text": f"Story {n}."} for n in range(2000)))
    found = pl.concat(list(Stream([str(path)], Config(), sample=200)))
    tenths = found.select(pl.col("line") // 201).to_series().value_counts()
    assert len(tenths) == 10
    assert tenths["count"].min() > 5
