"""`provenance compare`: two articles side by side."""

import json
import os
import pty
import subprocess
import sys

import orjson
import pytest

from provenance.cli.options import PageFormat
from provenance.reporters.compare import PAGES


@pytest.fixture
def pair(folder, clean):
    """The clean story, and another that has a paragraph of it with other words in it."""
    text = (folder / clean).read_text(encoding="utf-8").split("\n\n")[1]
    text = text.replace("six weeks", "nine weeks").replace("last winter", "in winter")
    (folder / "other.txt").write_text(f"A note of the day\n\n{text}\n", encoding="utf-8")
    return clean, "other.txt"


def test_two_stories_stand_side_by_side_with_what_differs(run, pair):
    done = run("compare", *pair)
    assert (done.code, done.err) == (0, "")
    assert "1 shared passage" in done.out
    assert "[!six!]" in done.out
    assert "{!nine!}" in done.out
    assert "[-last-]" in done.out
    assert "figures changed\n  six -> nine  (A 3:55, B 3:55)" in done.out
    assert any(line.count(" | ") == 1 for line in done.out.splitlines())


def test_what_is_not_shared_is_short_unless_asked_for(run, pair):
    assert "not shared" in run("compare", *pair).out
    full = run("compare", *pair, "--full").out
    assert "not shared" not in full
    assert "Shopkeepers on the east bank" in full


def test_stories_that_share_nothing_are_compared_too(run, folder, clean):
    (folder / "calm.txt").write_text("The harbour is calm today.\n", encoding="utf-8")
    done = run("compare", clean, "calm.txt")
    assert done.code == 0
    assert "nothing shared" in done.out


def test_the_document_holds_the_edits(run, pair):
    done = run("compare", *pair, "-f", "json")
    (passage,) = orjson.loads(done.out)["passages"]
    assert [edit["changed"] for edit in passage["edits"]] == ["number", None]


def test_every_page_is_a_format_and_every_format_a_page():
    assert [item.value for item in PageFormat] == list(PAGES)


def test_an_article_of_a_corpus_is_named_by_its_id(run, folder, pair):
    texts = [(folder / name).read_text(encoding="utf-8") for name in pair]
    lines = [json.dumps({"key": f"k{n}", "body": text}) for n, text in enumerate(texts)]
    (folder / "corpus.jsonl").write_text("\n".join(lines), encoding="utf-8")
    fields = ("--text-field", "body", "--id-field", "key")
    done = run("compare", "corpus.jsonl#k0", "corpus.jsonl#k1", *fields)
    assert done.code == 0
    assert "{!nine!}" in done.out
    several = run("compare", pair[0], "corpus.jsonl", *fields)
    assert (several.code, several.out) == (2, "")
    assert "name one of them: 'corpus.jsonl#ID', with ID one of k0, k1" in several.err


def test_one_of_the_two_may_come_from_standard_input(start, folder, pair):
    text = (folder / pair[1]).read_bytes()
    assert "{!nine!}" in start("compare", pair[0], "-", stdin=text).out
    assert start("compare", "-", "-", stdin=text).code == 2


@pytest.mark.parametrize("name", ["gone.txt", "bad.txt", ".", "x.pdf"])
def test_bad_input_is_code_2(run, folder, pair, name):
    (folder / "bad.txt").write_bytes(b"caf\xe9\0")
    done = run("compare", pair[0], name)
    assert (done.code, done.out) == (2, "")
    assert done.err


def test_one_name_alone_is_wrong_use(run, clean):
    done = run("compare", clean)
    assert (done.code, done.out) == (2, "")


def test_the_page_is_written_to_a_file_but_never_over_one_of_the_two(run, folder, pair):
    assert run("compare", *pair, "-o", "page.txt").out == ""
    assert "{!nine!}" in (folder / "page.txt").read_text(encoding="utf-8")
    done = run("compare", *pair, "-o", pair[1])
    assert done.code == 2
    assert "would replace" in done.err


def test_colours_are_off_in_a_pipe_and_on_when_asked_for(run, pair):
    assert "\x1b" not in run("compare", *pair).out
    assert "\x1b[32m" not in run("compare", *pair, "--color", "never").out
    assert "\x1b[1;33m{!nine!}\x1b[0m" in run("compare", *pair, "--color", "always").out


def test_settings_hold(run, folder, pair):
    (folder / "provenance.toml").write_text("min-words = 500\n", encoding="utf-8")
    assert "no passage of 500 words or more" in run("compare", *pair).out
    assert "1 shared passage" in run("compare", *pair, "--min-words", "20").out


@pytest.mark.parametrize(("columns", "wide"), [(100, True), (60, False)])
def test_a_narrow_terminal_has_one_under_the_other(folder, pair, columns, wide):
    primary, secondary = pty.openpty()
    done = subprocess.Popen(
        [sys.executable, "-m", "provenance", "compare", *pair, "--color", "never"],
        stdout=secondary,
        env=os.environ | {"COLUMNS": str(columns), "LINES": "50"},
    )
    os.close(secondary)
    shown = b""
    while chunk := _read(primary):
        shown += chunk
    assert done.wait() == 0
    lines = shown.decode().splitlines()
    assert any(" | " in line for line in lines) is wide
    assert max(map(len, lines)) <= columns


def _read(handle):
    """What a terminal shows next; nothing once the other end is closed."""
    try:
        return os.read(handle, 65536)
    except OSError:
        return b""


def test_equal_runs_give_equal_bytes(start, pair):
    first = start("compare", *pair, "--full", env={"PYTHONHASHSEED": "1"})
    assert first == start("compare", *pair, "--full", env={"PYTHONHASHSEED": "2"})
