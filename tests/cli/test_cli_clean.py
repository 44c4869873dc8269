"""`provenance clean`: where the cleaned text goes, exit codes, the ledger and the way back."""

import json
import os
import pty
import subprocess
import sys

import pytest

PACK = """
pack: house
locale: und
rules:
- id: BPL901
  name: house-label
  category: house
  severity: warning
  confidence: high
  message: "label left in the text: {match}"
  why: The site sets it between paragraphs.
  fix: Take it out.
  match: {lines: [qq label]}
  clean: {remove: line, safety: safe}
  examples: {hit: [qq label, QQ Label], miss: [nothing to see, nor here]}
  since: "0.1"
- id: BPL902
  name: house-note
  category: house
  severity: warning
  confidence: high
  message: "note left in the text: {match}"
  why: The site sets it below the text.
  fix: Take it out.
  match: {starts: [qq note]}
  clean: {remove: line, safety: unsafe}
  examples: {hit: [qq note, QQ note of it], miss: [nothing to see, nor here]}
  since: "0.1"
"""
BEFORE = "Rain shuts the pass\n\nThe pass was shut at noon.\n\nQQ label\n\nIt opens at one.\n"
AFTER = BEFORE.replace("QQ label\n\n", "")
RULES = ("--rules", "house.yaml", "--select", "BPL90")


@pytest.fixture
def files(folder):
    """A story, the same in a record, and a text with nothing to take out."""
    (folder / "house.yaml").write_text(PACK)
    (folder / "news").mkdir()
    (folder / "news" / "a.txt").write_text(BEFORE)
    (folder / "news" / "b.jsonl").write_text('{"id": 1, "text": ' + json.dumps(BEFORE) + "}\n")
    (folder / "news" / "c.md").write_text("Nothing in it.\n")
    return folder


@pytest.fixture
def tree(files):
    def tree(below="news"):
        found = sorted(path for path in (files / below).rglob("*") if path.is_file())
        return {path.relative_to(files / below).as_posix(): path.read_text() for path in found}

    return tree


def cleaned(tree):
    return {
        name: text.replace("QQ label\\n\\n", "").replace("QQ label\n\n", "")
        for name, text in tree.items()
    }


def test_one_file_goes_to_standard_output(run, files, tree):
    before = tree()
    done = run("clean", "news/a.txt", *RULES)
    assert (done.code, done.out) == (0, AFTER)
    assert "took out 1 place in 1 of 1 file" in done.err
    assert "BPL901 house-label: 1 place in 1 file" in done.err
    assert tree() == before


def test_standard_input_goes_to_standard_output(start, files):
    done = start("clean", "-", *RULES, stdin=BEFORE.encode())
    assert (done.code, done.out) == (0, AFTER)
    record = json.dumps({"text": BEFORE, "n": 1}).encode()
    done = start("clean", "-", "--stdin-format", "jsonl", *RULES, stdin=record)
    assert (done.code, json.loads(done.out)) == (0, {"text": AFTER, "n": 1})


def test_several_files_need_a_place_to_go(run, files):
    done = run("clean", "news", *RULES)
    assert (done.code, done.out) == (2, "")
    assert "--in-place" in done.err


def test_nothing_to_take_out_is_no_failure(run, files):
    done = run("clean", "news/c.md", "--check", *RULES)
    assert (done.code, done.out) == (0, "")
    assert "nothing to take out of 1 file" in done.err
    assert run("clean", "news/c.md", *RULES).out == "Nothing in it.\n"


def test_what_would_change_is_code_1(run, files, tree):
    """As with formatters, so that a pipeline can ask."""
    before = tree()
    done = run("clean", "news", "--check", *RULES)
    assert (done.code, done.out) == (1, "")
    assert "would take out 2 places in 2 of 3 files" in done.err
    done = run("clean", "news", "--diff", *RULES)
    assert done.code == 1
    assert "--- news/a.txt\n+++ news/a.txt\n" in done.out
    assert "\n-QQ label\n" in done.out
    assert tree() == before


def test_a_folder_gets_all_files(run, files, tree):
    before = tree()
    done = run("clean", "news", "-o", "out", "--ledger", "out.ledger", *RULES)
    assert (done.code, done.out) == (0, "")
    assert tree("out") == cleaned(before)
    assert tree() == before
    assert "provenance clean --restore out.ledger" in done.err
    assert run("clean", "--restore", "out.ledger").code == 0
    assert tree("out") == before


def test_in_place_and_back(run, files, tree):
    before = tree()
    done = run("clean", "news", "--in-place", *RULES)
    assert (done.code, done.out) == (0, "")
    assert tree() == cleaned(before)
    assert run("clean", "news", "--in-place", *RULES).code == 0
    done = run("clean", "--restore", "provenance-clean.ledger")
    assert (done.code, done.out) == (0, "")
    assert "put back 2 files" in done.err
    assert tree() == before


def test_the_ledger_is_no_article_of_its_folder(run, files, monkeypatch):
    """Else the next run over the folder could not read it."""
    monkeypatch.chdir(files / "news")
    rules = ("--rules", "../house.yaml", "--select", "BPL90")
    assert run("clean", ".", "--in-place", *rules).code == 0
    assert run("clean", ".", "--check", *rules).code == 0


def test_unsafe_fixes_are_offered_and_done_when_asked_for(run, files):
    (files / "d.txt").write_text("A text.\nqq note of it\n")
    done = run("clean", "d.txt", *RULES)
    assert done.out == "A text.\nqq note of it\n"
    assert "1 more place with --unsafe-fixes: BPL902 house-note 1" in done.err
    done = run("clean", "d.txt", "--unsafe-fixes", *RULES)
    assert done.out == "A text.\n"
    assert "--unsafe-fixes" not in done.err


def test_unread_input_is_code_2_after_the_rest_was_cleaned(run, files, tree):
    (files / "news" / "bad.txt").write_bytes(b"caf\xe9\0")
    for way in (("--in-place",), ("--check",)):
        done = run("clean", "news", *way, *RULES)
        assert done.code == 2
        assert "news/bad.txt:1: not cleaned: looks binary" in done.err
    assert (files / "news" / "a.txt").read_text() == AFTER


def test_a_file_that_cannot_be_put_back_is_code_2(run, files):
    run("clean", "news", "--in-place", *RULES)
    (files / "news" / "a.txt").write_text("edited")
    done = run("clean", "--restore", "provenance-clean.ledger")
    assert done.code == 2
    assert "news/a.txt: not put back: was changed" in done.err
    assert (files / "news" / "a.txt").read_text() == "edited"
    assert "QQ label" in (files / "news" / "b.jsonl").read_text()


def test_a_pipe_is_put_back_by_a_pipe(start, files):
    done = start("clean", "-", "--ledger", "l.ledger", *RULES, stdin=BEFORE.encode())
    assert done.out == AFTER
    done = start("clean", "--restore", "l.ledger", "-", stdin=AFTER.encode())
    assert (done.code, done.out) == (0, BEFORE)


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("news", "-o", "out", "--in-place"),
        ("news", "-o", "out", "--diff"),
        ("news", "--in-place", "--check"),
        ("news", "--diff", "--ledger", "l.ledger"),
        ("news", "-o", ""),
        ("news", "--in-place", "--ledger", ""),
        ("--restore", "l.ledger", "--in-place"),
        ("--restore", "l.ledger", "--check"),
        ("--restore", "l.ledger", "--ledger", "m.ledger"),
        ("--restore", "l.ledger"),
        ("--restore", "l.ledger", "-", "-o", "out"),
        ("-", "--in-place"),
        ("none.txt",),
    ],
)
def test_what_cannot_be_meant_is_code_2_and_does_nothing(run, files, tree, arguments):
    before = tree(".")
    done = run("clean", *arguments, *RULES)
    assert (done.code, done.out) == (2, "")
    assert done.err
    assert tree(".") == before


def test_on_a_terminal_nothing_of_the_text_is_obeyed(files):
    (files / "d.txt").write_text("A text.\n\x1b[2J\u202e\nqq label\n")
    for way in ((), ("--diff",)):
        ours, theirs = pty.openpty()
        done = subprocess.run(
            [sys.executable, "-m", "provenance", "clean", "d.txt", *way, *RULES],
            stdin=subprocess.DEVNULL,
            stdout=theirs,
            stderr=subprocess.PIPE,
            env=os.environ | {"NO_COLOR": "1"},
            check=False,
        )
        os.close(theirs)
        shown = os.read(ours, 10_000).decode()
        os.close(ours)
        assert done.returncode == (1 if way else 0)
        assert "\\x1b[2J\\u202e" in shown
        assert "\x1b" not in shown


def test_piped_the_text_is_what_it_is(run, files):
    (files / "d.txt").write_text("A text.\n\x1b[2J\u202e\nqq label\n")
    assert run("clean", "d.txt", *RULES).out == "A text.\n\x1b[2J\u202e\n"


def test_only_named_files_are_put_back_or_elsewhere(run, files, tree):
    before = tree()
    run("clean", "news", "--in-place", "--ledger", "l.ledger", *RULES)
    after = tree()
    assert run("clean", "--restore", "l.ledger", "-o", "back").code == 0
    assert tree("back/news") == {name: before[name] for name in ("a.txt", "b.jsonl")}
    assert run("clean", "--restore", "l.ledger", "news/a.txt").code == 0
    assert tree() == after | {"a.txt": before["a.txt"]}
    done = run("clean", "--restore", "l.ledger", "news")
    assert "put back 1 file; 1 file already as before the cleaning" in done.err


def test_a_ledger_that_is_needed_stops_the_run(run, files, tree):
    run("clean", "news/a.txt", "--in-place", *RULES)
    before = tree()
    done = run("clean", "news/b.jsonl", "--in-place", *RULES)
    assert done.code == 2
    assert "--restore provenance-clean.ledger" in done.err
    assert tree() == before


def test_an_article_left_alone_is_named(run, files):
    (files / "d.txt").write_text("qq label\n")
    done = run("clean", "d.txt", *RULES)
    assert (done.code, done.out) == (0, "qq label\n")
    assert "left alone, as nothing would be left of the text: d.txt" in done.err


def test_a_bad_rule_file_is_code_2(run, files):
    (files / "house.yaml").write_text(PACK.replace("remove: line", "remove: lines"))
    done = run("clean", "news", "--in-place", *RULES)
    assert done.code == 2
    assert "house.yaml:14" in done.err
