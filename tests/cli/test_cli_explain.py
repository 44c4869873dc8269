"""`provenance explain`, `provenance rules list`, and the program's own options."""

import json
import re
import subprocess
import sys

import orjson
import pytest

from provenance import __version__


def test_a_rule_is_explained_by_id_and_by_name(run):
    rules = orjson.loads(run("rules", "list", "-f", "json").out)
    for rule in rules[:3]:
        by_id = run("explain", rule["rule_id"])
        assert by_id.code == 0
        assert by_id.out.startswith(f"{rule['rule_id']} {rule['name']}\n")
        assert run("explain", rule["name"]) == by_id


def test_a_rule_that_takes_no_part_can_be_explained(run):
    """A rule that is switched off still needs its reason."""
    assert run("explain", "NUM001", "--ignore", "NUM").out.startswith("NUM001 ")


def test_a_rule_that_is_off_can_be_explained_and_other_levels_are_those_of_the_run(run):
    assert run("explain", "BPL001", "--severity", "BPL001=off").out.startswith("BPL001 ")
    assert "severity     error," in run("explain", "BPL001", "--severity", "BPL001=error").out


def test_a_folder_is_explained_with_the_ids_in_it(run, clean, labelled):
    done = run("explain", ".")
    assert (done.code, done.out) == (2, "")
    assert ". holds 2 articles" in done.err
    assert "with ID one of clean.txt, labelled.txt" in done.err


def test_an_unknown_target_gets_near_names(run):
    done = run("explain", "NUM0001")
    assert (done.code, done.out) == (2, "")
    assert "did you mean NUM001" in done.err


def test_a_file_is_explained_with_its_sum(run, labelled):
    done = run("explain", labelled)
    assert done.code == 0
    (told,) = re.findall(r"^  100((?: - \d+)+) = (\d+)$", done.out, re.MULTILINE)
    assert 100 - sum(map(int, re.findall(r"\d+", told[0]))) == int(told[1])
    assert "Flesch reading ease" in done.out


def test_explaining_is_no_gate(run, labelled):
    """It answers a question; only `check` judges."""
    assert run("explain", labelled, "--severity", "BPL001=error").code == 0


def test_an_article_of_a_corpus_is_explained_by_its_id(run, folder):
    records = [{"id": f"note-{n}", "text": f"Advertisement\nNote {n}."} for n in range(3)]
    (folder / "c.jsonl").write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    done = run("explain", "note-2", "c.jsonl")
    assert done.out.startswith("c.jsonl:3  note-2\n")
    assert "c.jsonl holds 3 articles" in run("explain", "c.jsonl").err
    missing = run("explain", "note-7", "c.jsonl")
    assert missing.code == 2
    assert "did you mean note-" in missing.err


def test_a_story_is_explained_beside_others(run, labelled, clean):
    """Passages shared with an archive count in the score, so the archive must be read."""
    alone, beside = run("explain", labelled).out, run("explain", labelled, clean).out
    assert "duplication   could not look" in alone
    assert "duplication   could not look" not in beside


def test_a_file_that_cannot_be_read_gives_its_reason(run, folder):
    (folder / "bad.txt").write_bytes(b"\x00\xff\x00")
    done = run("explain", "bad.txt")
    assert (done.code, done.out) == (2, "")
    assert "bad.txt" in done.err


def test_rules_are_listed_one_a_line_by_id(run):
    done = run("rules", "list")
    ids = [line.split()[0] for line in done.out.splitlines()]
    assert ids == sorted(ids)
    assert {"NUM001", "BPL001"} <= set(ids)
    assert all(len(line) <= 100 for line in done.out.splitlines())


def test_listed_rules_can_be_selected(run):
    done = run("rules", "list", "--select", "NUM")
    assert {line[:3] for line in done.out.splitlines()} == {"NUM"}


def test_the_version_is_shown(run):
    assert run("--version").out == f"provenance {__version__}\n"


@pytest.mark.parametrize("words", [("--help",), ("-h",), ("check", "-h"), ("explain", "--help")])
def test_help_is_shown_with_code_0(run, words):
    done = run(*words)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("Usage: provenance")


def test_a_misspelt_command_gets_a_suggestion(run):
    done = run("chek")
    assert (done.code, done.out) == (2, "")
    assert "Did you mean 'check'?" in done.err


def test_help_loads_nothing_heavy():
    """Help must be there at once; polars alone takes longer than all of it."""
    program = (
        "import sys; from provenance.cli import main; main(['check', '--help']);"
        "heavy = {'polars', 'numpy', 'rich', 'provenance.api', 'provenance.model'};"
        "sys.exit(', '.join(sorted(heavy & set(sys.modules))))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    assert done.stderr.strip() == b""
