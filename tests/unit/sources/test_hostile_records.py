"""One bad record among ten thousand loses that record, of whatever kind it is, packed or not."""

import gzip
import json

import pytest
import zstandard

from provenance.config import Config
from provenance.model import Unread
from provenance.sources.reading import read

NUMBER = 10_000
BAD = 7_000
GOOD = b'{"id": "%d", "text": "The ferry left at noon."}'
KINDS = {
    "a number that is none": (b'{"text": "x", "n": NaN}', "not JSON"),
    "an endless number": (b'{"text": "x", "n": -Infinity}', "not JSON"),
    "half of a surrogate pair": (rb'{"text": "\ud800"}', "not JSON"),
    "another encoding": (b'{"text": "caf\xe9"}', "not valid UTF-8"),
    "a zero byte": (b'{"text": "a\0b"}', "looks binary"),
    "a line cut short": (b'{"text": "The ferry",', "not JSON"),
    "another type than before": (b'{"text": 7}', "is not text (7)"),
    "an id that was there": (b'{"id": "3", "text": "Another."}', "its id '3' is that of"),
    "an endless line": (b'{"text": "' + b"x" * 1_000_001 + b'"}', "more than the 1 MB"),
    "a deep nest": (b'{"text": "x", "n": ' + b"[" * 2_000 + b"]" * 2_000 + b"}", "not JSON"),
    "no object": (b'["The ferry left at noon."]', "not a JSON object"),
    "an empty text": (rb'{"text": " \n"}', "is empty"),
    "a raw control character": (b'{"text": "a\x01b"}', "not JSON"),
    "a huge whole number": (b'{"text": "x", "n": ' + b"9" * 10_000 + b"}", "not JSON"),
}
PACKED = {
    "": bytes,
    ".gz": lambda data: gzip.compress(data, 1),
    ".zst": lambda data: zstandard.ZstdCompressor().compress(data),
}
LINES = [GOOD % number for number in range(1, NUMBER + 1)]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("records")


@pytest.mark.parametrize("kind", KINDS)
def test_a_bad_record_loses_itself_and_nothing_else(folder, kind):
    record, words = KINDS[kind]
    path = folder / "corpus.jsonl"
    path.write_bytes(b"\n".join([*LINES[: BAD - 1], record, *LINES[BAD:]]))
    reading = read([str(path)], Config(max_article_mb=1))
    (unread,) = reading.unread
    assert unread.place == f"{path.as_posix()}:{BAD}"
    assert words in unread.reason
    assert len(reading.articles) == NUMBER - 1
    assert reading.articles["line"].sum() == NUMBER * (NUMBER + 1) // 2 - BAD
    assert reading.lost == ()


@pytest.mark.parametrize("packing", PACKED)
def test_all_kinds_of_bad_records_lose_themselves_alone_packed_or_not(folder, packing):
    lines, places = list(LINES), range(500, NUMBER, 500)
    for line, (record, _) in zip(places, KINDS.values(), strict=False):
        lines[line - 1] = record
    path = folder / f"corpus.jsonl{packing}"
    path.write_bytes(PACKED[packing](b"\n".join(lines)))
    reading = read([str(path)], Config(max_article_mb=1))
    lost = [int(item.place.rpartition(":")[2]) for item in reading.unread]
    assert lost == list(places)[: len(KINDS)]
    assert len(reading.articles) == NUMBER - len(KINDS)


def test_a_file_of_garbage_is_told_in_part_and_counted_whole(folder):
    path = folder / "garbage.jsonl"
    path.write_bytes(b"{\n" * 5_000)
    unread = read([str(path)], Config()).unread
    assert len(unread) == 1_001
    assert [item.place for item in unread[:2]] == [f"{path}:1", f"{path}:2"]
    assert (unread[-1].place, unread[-1].count) == (f"{path}:1001", 4_000)


def test_a_file_of_one_record_again_and_again_is_told_in_part_too(folder):
    path = folder / "again.jsonl"
    path.write_bytes(b"".join(GOOD % 1 + b"\n" for _ in range(3_001)))
    reading = read([str(path)], Config())
    assert len(reading.articles) == 1
    assert reading.unread[-1] == Unread(
        f"{path}:1002",
        "2,000 such records from here on, after the 1,000 that are told one by one",
        2_000,
    )


def test_records_before_the_end_of_a_broken_archive_are_read(folder):
    """The rest is one unread input, which names the line."""
    path = folder / "broken.jsonl.gz"
    texts = [json.dumps({"text": f"{number} " * 40}) for number in range(2_000)]
    packed = gzip.compress("\n".join(texts).encode())
    path.write_bytes(packed[: len(packed) // 2])
    reading = read([str(path)], Config())
    (unread,) = reading.unread
    last = reading.articles["line"].max()
    assert 100 < last < 2_000
    assert unread.place == path.as_posix()
    assert unread.reason.startswith(f"breaks off in line {last + 1:,} of what is packed in it")
    assert reading.lost == (path.as_posix(),)


def test_an_endless_packed_line_is_unread_within_bounds(folder):
    path = folder / "endless.jsonl.zst"
    block = zstandard.ZstdCompressor().compress(b'{"text": "' + b"x" * 1_000_000)
    path.write_bytes(block * 200)
    reading = read([str(path)], Config())
    assert reading.articles.is_empty()
    assert "more than 200 times its size" in reading.unread[-1].reason
