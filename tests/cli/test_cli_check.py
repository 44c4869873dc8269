"""`provenance check`: exit codes, streams, options, hostile input."""

import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import orjson
import pytest

from provenance.reporters import FOLDERS, REPORTERS

# Formats that go to standard output.
PRINTED = [name for name in REPORTERS if name not in FOLDERS]
ESCAPE = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def test_a_clean_story_passes_with_code_0(run, clean):
    done = run("check", clean)
    assert done.code == 0
    assert done.out.splitlines()[-1].startswith("gate passed: ")
    assert done.err == ""


def test_a_finding_at_the_level_fails_with_code_1(run, labelled):
    done = run("check", labelled, "--fail-on", "info")
    assert done.code == 1
    assert "labelled.txt:7:1" in done.out
    assert done.out.splitlines()[-1].startswith("gate failed: ")


def test_never_reports_the_same_findings_and_passes(run, labelled):
    done = run("check", labelled, "--fail-on", "never")
    assert done.code == 0
    assert "labelled.txt:7:1" in done.out


def test_a_rule_can_fail_the_gate_whatever_its_severity(run, labelled):
    """`--fail-on` takes a level and rule ids, comma-separated or repeated."""
    found = orjson.loads(run("check", labelled, "-f", "json").out)["findings"]
    rule_id = next(item["rule_id"] for item in found if item["evidence"] == "Advertisement")
    assert run("check", labelled, "--fail-on", f"error,{rule_id}").code == 1
    assert run("check", labelled, "--fail-on", "never", "--fail-on", rule_id).code == 1
    assert run("check", labelled, "--fail-on", "NUM001").code == 0


@pytest.mark.parametrize("level", ["eror", "error,warning", "num001"])
def test_a_policy_that_cannot_be_meant_is_refused(run, clean, level):
    done = run("check", clean, "--fail-on", level)
    assert (done.code, done.out) == (2, "")
    assert "error[P200]" in done.err


@pytest.mark.parametrize("path", ["none.txt", "none/", "no*.txt"])
def test_a_path_that_is_not_there_is_named_with_code_2(run, clean, path):
    done = run("check", clean, path)
    assert done.code == 2
    assert path.rstrip("/") in done.out + done.err


def test_a_folder_without_articles_is_code_2(run, folder):
    """A gate over nothing must not pass."""
    (folder / "empty").mkdir()
    done = run("check", "empty")
    assert done.code == 2
    assert "empty" in done.out + done.err


def test_an_unreadable_file_is_code_2_and_the_others_are_still_reported(run, clean, folder):
    (folder / "bad.txt").write_bytes(b"\xff\xfe\x00\x00 not text \x00")
    done = run("check", ".", "-f", "concise")
    assert done.code == 2
    assert re.search(r"^bad\.txt(:\d+)?: unread: ", done.out, re.MULTILINE)
    assert "could not be read" in done.err


def test_one_bad_record_is_named_by_line_and_the_rest_is_read(run, folder):
    good = json.dumps({"id": "one", "text": "A short note on the weather."})
    (folder / "c.jsonl").write_text(f"{good}\n{{not json\n", encoding="utf-8")
    done = run("check", "c.jsonl", "-f", "json")
    told = orjson.loads(done.out)
    assert done.code == 2
    assert [article["article_id"] for article in told["articles"]] == ["one"]
    assert [item["place"] for item in told["unread"]] == ["c.jsonl:2"]


def test_no_paths_is_wrong_use_with_an_example(run):
    done = run("check")
    assert (done.code, done.out) == (2, "")
    assert "provenance check story.txt" in done.err


def test_an_unknown_option_is_wrong_use_and_its_name_is_shown_harmless(run):
    done = run("check", "--colour\x1b[31m\u202e", "x")
    assert (done.code, done.out) == (2, "")
    assert not ESCAPE.findall(done.err)


@pytest.mark.parametrize(
    "option", ["--format=xml", "--min-words=few", "--color=pink", "--severity=NUM001"]
)
def test_a_wrong_value_is_wrong_use(run, clean, option):
    done = run("check", clean, option)
    assert (done.code, done.out) == (2, "")
    assert option.split("=")[0] in done.err


def test_every_wrong_setting_is_told_at_once(run, clean, folder):
    Path("provenance.toml").write_text("min-words = 0\nfial-on = 'error'\n", encoding="utf-8")
    done = run("check", clean)
    assert done.code == 2
    assert "provenance.toml:1" in done.err
    assert "provenance.toml:2" in done.err


def test_a_bad_rule_file_is_code_2_with_its_place(run, clean):
    Path("house.yaml").write_text("pack: house\nrules: 7\n", encoding="utf-8")
    done = run("check", clean, "--rules", "house.yaml")
    assert (done.code, done.out) == (2, "")
    assert "house.yaml" in done.err
    assert "error[P300]" in done.err


def test_rules_can_be_selected_ignored_and_given_another_severity(run, labelled):
    def rules(*options):
        done = run("check", labelled, "-f", "json", *options)
        return {(item["rule_id"], item["severity"]) for item in orjson.loads(done.out)["findings"]}

    ((rule_id, _),) = rules("--select", "BPL")
    assert rules("--ignore", "BPL", "--select", "BPL,NUM") == set()
    assert rules("--select", "BPL", "--severity", f"{rule_id}=info") == {(rule_id, "info")}


def test_standard_input_is_a_story(start, clean, folder):
    done = start("check", "-", stdin=(folder / clean).read_bytes())
    assert done.code == 0
    assert "nothing found in\n  score 100 A (65-100)  -" in done.out


def test_standard_input_can_be_records_with_fields_of_other_names(start):
    record = json.dumps({"body": "Advertisement\nRain fell.", "key": "r1", "paper": "Post"})
    options = ("--stdin-format", "jsonl", "--text-field", "body", "--id-field", "key")
    done = start(
        "check", "-", "-f", "json", *options, "--outlet-field=paper", stdin=record.encode()
    )
    (article,) = orjson.loads(done.out)["articles"]
    assert (article["article_id"], article["outlet"], article["embedded"]) == ("r1", "Post", True)


def test_empty_standard_input_is_no_pass(start):
    assert start("check", "-").code == 2


def test_piped_output_has_no_colors_and_always_can_be_asked_for(run, labelled):
    assert "\x1b" not in run("check", labelled).out
    assert "\x1b[" in run("check", labelled, "--color", "always").out


@pytest.mark.parametrize(
    ("env", "colored"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)]
)
def test_a_terminal_gets_colors_unless_the_environment_says_no(labelled, env, colored):
    ours, theirs = pty.openpty()
    with os.fdopen(ours, "rb", buffering=0) as terminal:
        environment = {"TERM": "xterm"} | os.environ | {"TERM": "xterm"} | env
        command = [sys.executable, "-m", "provenance", "check", labelled]
        done = subprocess.run(command, stdout=theirs, check=False, env=environment)
        os.close(theirs)
        shown = b""
        try:
            while piece := terminal.read(65536):
                shown += piece
        except OSError:  # Linux ends a closed terminal with an error.
            pass
    assert done.returncode in {0, 1}
    assert (b"\x1b[" in shown) is colored


def test_force_color_colors_a_pipe(start, labelled):
    assert "\x1b[" in start("check", labelled, env={"FORCE_COLOR": "1"}).out


def test_data_goes_to_standard_output_and_talk_to_standard_error(run, clean):
    """What is piped into `jq` must be JSON and nothing else."""
    done = run("check", clean, "-f", "json")
    orjson.loads(done.out)
    assert done.err.startswith("gate passed: ")
    assert run("check", clean, "-f", "json", "-q").err == ""


@pytest.mark.parametrize("report_format", ["concise", "gitlab"])
def test_even_quiet_says_what_is_accepted_where_the_page_does_not(run, labelled, report_format):
    """A report without what the baseline hides looks like one that had nothing to hide."""
    run("baseline", "write", labelled)
    done = run("check", labelled, "-q", "-f", report_format)
    assert (done.code, done.err) == (0, "1 finding accepted by baseline\n")
    assert run("check", labelled, "-q").err == ""


def test_quiet_is_the_counts_and_the_verdict(run, labelled):
    shown = run("check", labelled, "-q").out.splitlines()
    assert shown[0].startswith("1 article, ")
    assert shown[-1].startswith("gate ")
    assert len(shown) <= 5


def test_a_report_can_be_written_to_a_file(run, labelled, folder):
    shown = run("check", labelled, "-f", "json").out
    done = run("check", labelled, "-f", "json", "-o", "out.json")
    assert done.out == ""
    assert (folder / "out.json").read_text(encoding="utf-8") == shown
    assert sorted(path.name for path in folder.iterdir()) == ["labelled.txt", "out.json"]
    assert done.err.startswith("gate ")


def test_a_baseline_alone_is_no_run_and_said_to_be_one(run, labelled):
    run("baseline", "write", labelled)
    done = run("check", "provenance-baseline.jsonl")
    assert done.code == 2
    assert "provenance-baseline.jsonl: is the baseline of this run" in done.out


def test_a_report_that_cannot_be_written_is_code_2(run, clean):
    done = run("check", clean, "-o", f"{clean}/out.txt")
    assert (done.code, done.out) == (2, "")
    assert "clean.txt/out.txt: error[P500]" in done.err


@pytest.mark.parametrize("target", ["labelled.txt", "bad.jsonl", "house.toml"])
def test_a_report_replaces_nothing_that_the_run_has_read(run, labelled, folder, target):
    (folder / "bad.jsonl").write_text("{not json\n", encoding="utf-8")
    (folder / "house.toml").write_text("min-words = 20\n", encoding="utf-8")
    before = (folder / target).read_bytes()
    options = ("--config", "house.toml", "-o", target)
    done = run("check", labelled, "bad.jsonl", *options)
    assert (done.code, done.out) == (2, "")
    assert f"{target}: error[P500]" in done.err
    assert (folder / target).read_bytes() == before


def test_a_settings_file_that_was_found_and_a_rule_file_are_not_replaced(run, clean, folder):
    settings = 'rules = ["house.yaml"]\n'
    (folder / "provenance.toml").write_text(settings, encoding="utf-8")
    (folder / "house.yaml").write_text("pack: house\nlocale: en\nrules: []\n", encoding="utf-8")
    for target in ("provenance.toml", "house.yaml"):
        for command in (("check", clean), ("rules", "list")):
            assert "error[P500]" in run(*command, "-o", target).err
    assert (folder / "provenance.toml").read_text(encoding="utf-8") == settings


@pytest.mark.parametrize("command", [("check", "clean.txt"), ("rules", "list")])
def test_an_empty_name_for_the_report_is_wrong_use(run, clean, command):
    done = run(*command, "-o", "")
    assert (done.code, done.out) == (2, "")
    assert "error[P400] the file name of -o is empty" in done.err


def test_a_failed_run_leaves_the_older_report(run, folder):
    (folder / "out.json").write_text("old", encoding="utf-8")
    assert run("check", "none.txt", "-f", "json", "-o", "out.json").code == 2
    assert sorted(path.name for path in folder.iterdir()) == ["out.json"]


@pytest.mark.parametrize("report_format", PRINTED)
def test_equal_runs_give_equal_bytes(start, labelled, clean, report_format):
    """Whatever the hash seed and the order of the paths."""
    options = ("-f", report_format)
    first = start("check", labelled, clean, *options, env={"PYTHONHASHSEED": "1"})
    second = start("check", clean, labelled, *options, env={"PYTHONHASHSEED": "2"})
    assert first == second


def test_a_reader_that_leaves_early_is_no_fault_and_the_code_is_the_gates(start, folder):
    lines = "\n".join(["Advertisement", "A line of the story that says little."] * 3000)
    (folder / "long.txt").write_text(lines, encoding="utf-8")
    command = f"{sys.executable} -m provenance check long.txt --fail-on info | head -1"
    done = subprocess.run(
        ["bash", "-c", f"{command}; exit ${{PIPESTATUS[0]}}"], capture_output=True, check=False
    )
    assert done.stdout.startswith(b"long.txt")
    assert (done.returncode, done.stderr) == (1, b"")


@pytest.mark.parametrize("report_format", PRINTED)
def test_hostile_text_title_and_file_name_do_nothing_to_a_terminal(run, folder, report_format):
    text = "Advertisement\n[/x] \x1b[2J\x1b]0;own\x07 \u202ereversed\u202c \x9b31m [bold]x[/bold]\n"
    (folder / "a\x1b[31m\u202e[x].txt").write_text(text * 3, encoding="utf-8")
    done = run("check", ".", "-f", report_format)
    assert done.code in {0, 1}
    assert not ESCAPE.findall(done.out.replace("\r\n", "\n") + done.err)
    assert "Traceback" not in done.err


def test_a_fault_of_ours_is_one_line_and_code_2(run, clean, monkeypatch):
    def fail(*arguments, **options):
        raise ZeroDivisionError("by\x1b[31m zero")

    monkeypatch.setattr("provenance.api.check", fail)
    done = run("check", clean)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("internal error: ZeroDivisionError: by\\x1b[31m zero; please report")
    assert len(done.err.splitlines()) == 1
    monkeypatch.setenv("PROVENANCE_DEBUG", "1")
    assert "Traceback" in run("check", clean).err


def test_an_interrupt_is_code_130_and_silent(run, clean, monkeypatch):
    def interrupt(*arguments, **options):
        raise KeyboardInterrupt

    monkeypatch.setattr("provenance.api.check", interrupt)
    assert run("check", clean) == type(run("--version"))(130, "", "")


def test_the_list_of_rules_can_be_written_to_a_file(run, folder):
    """The manual's page of rules is made this way."""
    assert run("rules", "list", "--format", "markdown", "-o", "rules.md").code == 0
    assert "## NUM001 same-quantity-conflict" in (folder / "rules.md").read_text()


def test_an_empty_gate_is_refused(run, folder):
    """An unset variable in a pipeline must not quietly become the default."""
    (folder / "story.txt").write_text("The ferry left the harbour at dawn.\n")
    done = run("check", "story.txt", "--fail-on", "")
    assert done.code == 2
    assert "one level or some rule ids" in done.err
