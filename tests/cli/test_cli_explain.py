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


def test_a_rule_tells_what_it_costs_and_why(run):
    told = run("explain", "NUM001").out
    assert re.search(
        r"^  costs {8}\d+ points of the \d+ of consistency; each repeat", told, re.MULTILINE
    )


def test_a_story_is_explained_against_an_archive_that_is_not_judged_itself(run, labelled, clean):
    told = run("explain", labelled, "--against", clean)
    assert told.code == 0
    assert "DUP001" in told.out
    other = run("explain", clean, "--against", labelled)
    assert other.out.startswith("clean.txt\n")


def test_an_archive_that_names_nothing_is_refused(run, labelled):
    assert run("explain", labelled, "--against", "").code == 2


def test_the_page_goes_dimension_by_dimension_and_says_what_would_raise_the_score(run, labelled):
    lines = run("explain", labelled).out.splitlines()
    headings = [
        line.partition(":")[0] for line in lines if re.match(r"\w+: \d+ of \d+ point", line)
    ]
    assert headings == ["sourcing", "originality", "consistency", "integrity", "metadata"]
    score = next(line for line in lines if line.startswith("score "))
    gain = next(line for line in lines if line.startswith("  +"))
    points, reached = map(int, re.findall(r"\d+", gain)[:2])
    assert reached == int(score.split()[1]) + points


@pytest.fixture
def reported(run, labelled, clean):
    """A report of two articles, one of which has lost points."""
    assert run("check", labelled, clean, "-f", "json", "-o", "report.json").code == 0
    return "report.json"


def test_a_report_is_verified_from_itself_alone(run, folder, reported, labelled, clean):
    for name in (labelled, clean):
        (folder / name).unlink()
    told = run("explain", "--verify", reported)
    assert (told.code, told.err) == (0, "")
    assert "2 of 2 scores reproduced\n" in told.out


def test_a_report_that_was_changed_is_found_out(run, folder, reported):
    document = orjson.loads((folder / reported).read_bytes())
    document["scores"][0]["score"] = 99
    (folder / reported).write_bytes(orjson.dumps(document))
    told = run("explain", "--verify", reported)
    assert told.code == 1
    assert "1 of 2 scores reproduced\n" in told.out
    assert "    score: 99 stated, " in told.out


def test_a_report_is_verified_from_standard_input(start, folder, reported):
    done = start("explain", "--verify", "-", stdin=(folder / reported).read_bytes())
    assert (done.code, "2 of 2 scores reproduced\n" in done.out) == (0, True)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"schema": "provenance/report"}'])
def test_what_is_no_report_is_told_in_a_line(run, folder, text):
    (folder / "r.json").write_text(text, encoding="utf-8")
    told = run("explain", "--verify", "r.json")
    assert (told.code, told.out) == (2, "")
    assert told.err.startswith("r.json: error[P100] the report is no")


def test_verifying_takes_one_report_and_nothing_beside_it(run, reported, clean):
    assert run("explain", "--verify", reported, clean).code == 2
    assert run("explain", "--verify", reported, "--against", clean).code == 2
    assert run("explain", "--verify", "missing.json").code == 2
