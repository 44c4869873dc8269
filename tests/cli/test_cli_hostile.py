"""Damaged, packed and hostile input on the command line, and keeping going in spite of it."""

import gzip
import json
from pathlib import Path

import orjson
import pytest
import zstandard

NUMBER = 200
SETTINGS = "[gate]\nkeep-going = true\n"


@pytest.fixture
def corpus(folder, clean):
    """A folder of 200 records of one outlet each, of which one is no JSON."""
    story = Path(clean).read_text(encoding="utf-8").split()
    Path("n").mkdir()
    lines = [
        json.dumps({"id": f"s{number}", "text": f"{number} " + " ".join(story[number % 90 :][:9])})
        for number in range(NUMBER)
    ]
    lines[99] = "{"
    Path("n/corpus.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return "n"


def measures(done):
    return {row["name"]: row for row in orjson.loads(done.out)["verdict"]["measures"]}


def last(done):
    return done.out.splitlines()[-1]


@pytest.mark.parametrize("path", ["n", "n/corpus.jsonl", "n/*.jsonl"])
def test_a_bad_record_makes_the_run_invalid_unless_it_is_to_keep_going(run, corpus, path):
    assert run("check", path).code == 2
    done = run("check", path, "--keep-going")
    assert done.code == 0
    assert last(done).endswith(
        "1 input could not be read (n/corpus.jsonl:100), and the rest was judged"
    )


def test_the_settings_can_say_so_too(run, corpus):
    Path("provenance.toml").write_text(SETTINGS, encoding="utf-8")
    assert run("check", corpus).code == 0


def test_what_was_passed_over_is_in_the_table_and_in_the_list(run, corpus):
    done = run("check", corpus, "--keep-going", "-f", "json")
    rows, unread = measures(done), orjson.loads(done.out)["unread"]
    assert (rows["unread"]["value"], rows["unread"]["standing"]) == (1, "warned")
    assert (rows["unread-share"]["value"], rows["unread-share"]["error"]) == (1 / NUMBER, 0.01)
    assert [(item["place"], item["count"]) for item in unread] == [("n/corpus.jsonl:100", 1)]


def test_a_table_for_people_shows_the_share(run, corpus):
    assert "unread-share" in run("check", corpus, "--keep-going").out


def test_more_than_one_in_a_hundred_fails_the_gate(run, corpus):
    Path("n/bad.jsonl").write_text("{\n" * 2, encoding="utf-8")
    done = run("check", corpus, "--keep-going")
    assert done.code == 1
    assert "unread-share: 1.49% is over 1%" in done.out
    assert run("check", corpus, "--keep-going", "--limit", "unread-share=0.02").code == 0


@pytest.mark.parametrize("path", ["gone.txt", "empty", "bad.txt", "picture.jpg"])
def test_a_path_that_is_lost_is_never_passed_over(run, corpus, folder, path):
    """One of two feeds that brought nothing must be seen, whatever the other brought."""
    (folder / "empty").mkdir()
    (folder / "bad.txt").write_bytes(b"\0")
    (folder / "picture.jpg").write_bytes(b"x")
    done = run("check", corpus, path, "--keep-going")
    assert done.code == 2
    assert f"not to be passed over is a path that was named: {path}" in done.out


def test_an_archive_that_is_lost_is_never_passed_over(run, corpus, clean):
    assert run("check", clean, "--against", corpus, "--keep-going").code == 0
    assert run("check", clean, "--against", f"{corpus},gone", "--keep-going").code == 2


def test_a_run_that_read_nothing_is_not_valid_however_it_keeps_going(run, folder):
    (folder / "n").mkdir()
    (folder / "n/a.txt").write_bytes(b"\0")
    assert run("check", "n", "--keep-going", "--limit", "unread-share=1").code == 2


def test_what_is_not_there_is_not_taken_for_gone_from_the_baseline(run, corpus):
    """An entry about a record that could not be read would be lost."""
    assert run("baseline", "write", corpus).code == 2
    Path("provenance.toml").write_text(SETTINGS, encoding="utf-8")
    assert run("baseline", "write", corpus).code == 0
    assert run("baseline", "prune", corpus).code == 0
    assert run("baseline", "prune", corpus, "--missing").code == 2


@pytest.mark.parametrize("packing", [".gz", ".zst"])
def test_a_packed_story_is_checked_as_it_is_unpacked(run, labelled, packing):
    pack = gzip.compress if packing == ".gz" else zstandard.ZstdCompressor().compress
    Path(f"p.txt{packing}").write_bytes(pack(Path(labelled).read_bytes()))
    plain = orjson.loads(run("check", labelled, "-f", "json").out)
    packed = orjson.loads(run("check", f"p.txt{packing}", "-f", "json").out)
    wanted = ("rule_id", "start", "end", "evidence")
    found = [[each[key] for key in wanted if key in each] for each in packed["findings"]]
    assert found == [[each[key] for key in wanted if key in each] for each in plain["findings"]]
    assert found


def test_a_packed_story_is_not_written_anew(run, labelled):
    """It would be plain text under a name that says otherwise."""
    packed = gzip.compress(Path(labelled).read_bytes())
    Path("p.txt.gz").write_bytes(packed)
    done = run("clean", "p.txt.gz", "--in-place")
    assert done.code == 2
    assert "unpack it to have it cleaned" in done.err + done.out
    assert Path("p.txt.gz").read_bytes() == packed


@pytest.mark.parametrize("suffix", [".txt", ".md", ".jsonl"])
@pytest.mark.parametrize("packing", ["", ".gz", ".zst", ".gz.gz"])
@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x1f\x8b",
        b"\x28\xb5\x2f\xfd",
        bytes(range(256)) * 3,
        b'{"text": "a", "text": ["b"], "id": {"c": 1}, "date": -1e999, "title": [[[]]]}\n' * 3,
        b"---\n" * 3 + b"\xed\xa0\x80",
        "\u202e\u0000\ufffe<script>alert(1)</script>' OR 1=1 --\r\x1b[31m".encode(),
    ],
)
def test_no_input_is_an_internal_error(run, folder, suffix, packing, content):
    name = f"x{suffix}{packing}"
    Path(name).write_bytes(gzip.compress(content) if packing == ".gz" else content)
    done = run("check", name, "--keep-going")
    assert done.code in {0, 1, 2}
    assert "Traceback" not in done.err
    assert "internal" not in done.err
