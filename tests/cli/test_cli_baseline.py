"""`provenance baseline` as users meet it."""

import json
import os
import subprocess
import sys

import pytest

NAME = "provenance-baseline.jsonl"
STRICT = ("--fail-on", "info")


@pytest.fixture
def accepted(run, labelled):
    """A story whose findings were all accepted."""
    assert run("baseline", "write", labelled, "--reason", "as it came").code == 0
    return labelled


def entries(folder, name=NAME):
    return [json.loads(line) for line in (folder / name).read_text().splitlines()]


def edit(folder, name, **changes):
    """Changes every entry of a baseline."""
    lines = [json.dumps(entry | changes) + "\n" for entry in entries(folder, name)]
    (folder / name).write_text("".join(lines))


def test_a_gate_that_failed_passes_after_writing_and_fails_on_what_is_new(run, folder, labelled):
    assert run("check", labelled, *STRICT).code == 1
    written = run("baseline", "write", labelled)
    assert (written.code, written.out) == (0, "")
    assert f"{NAME}: " in written.err
    done = run("check", labelled, *STRICT)
    assert done.code == 0
    assert "accepted by baseline" in done.out
    text = (folder / labelled).read_text().replace("Advertisement", "Advertisement\n\nShare this")
    (folder / labelled).write_text(text)
    assert run("check", labelled, *STRICT).code == 1


def test_every_finding_counts_when_all_are_asked_for(run, accepted):
    assert run("check", accepted, *STRICT, "--all").code == 1


def test_the_folder_with_the_baseline_can_be_checked_as_a_whole(run, accepted):
    done = run("check", ".", *STRICT)
    assert done.code == 0
    assert "1 article," in done.out


def test_an_entry_tells_what_it_is_about_and_why(run, folder, accepted):
    entry = next(entry for entry in entries(folder) if entry["text"] == "Advertisement")
    assert entry["reason"] == "as it came"
    assert entry["article"] in (accepted, "council reopens the river bridge")
    assert (entry["scope"], entry["count"]) == ("article", 1)


def test_writing_twice_changes_nothing_and_keeps_the_reasons(run, folder, accepted):
    before = (folder / NAME).read_bytes()
    done = run("baseline", "write", accepted, "--reason", "another")
    assert (folder / NAME).read_bytes() == before
    assert "nothing changed" in done.err


def test_a_rule_can_be_accepted_everywhere_and_until_a_day(run, folder, labelled):
    run("baseline", "write", labelled, "--everywhere", "BPL", "--until", "2999-12-31")
    scopes = {entry["rule"][:3]: entry["scope"] for entry in entries(folder)}
    assert scopes["BPL"] == "corpus"
    assert {entry["until"] for entry in entries(folder)} == {"2999-12-31"}
    (folder / "other.txt").write_text("Snow fell on the hills\n\nAdvertisement\n")
    assert run("check", "other.txt", "--select", "BPL", *STRICT).code == 0


@pytest.mark.parametrize("option", ["--file", "setting"])
def test_another_file_can_be_named(run, folder, labelled, option):
    (folder / "provenance.toml").write_text('[gate]\nbaseline = "house.jsonl"\n')
    named = ("--file", "mine.jsonl") if option == "--file" else ()
    assert run("baseline", "write", labelled, *named).code == 0
    assert entries(folder, named[1] if named else "house.jsonl")
    assert not (folder / NAME).exists()


@pytest.mark.parametrize("spoil", ["unread", "nothing", "no such file"])
@pytest.mark.parametrize("command", ["write", "prune", "check"])
def test_a_run_that_is_not_valid_writes_nothing(run, folder, accepted, command, spoil):
    before = (folder / NAME).read_bytes()
    (folder / "empty").mkdir()
    (folder / "bad.txt").write_bytes(b"\xff\xfe\xfd\xff\xff")
    paths = {"unread": [accepted, "bad.txt"], "nothing": ["empty"], "no such file": ["gone.txt"]}
    done = run("baseline", command, *paths[spoil])
    assert done.code == 2
    assert done.out == ""
    assert (folder / NAME).read_bytes() == before


def test_check_passes_while_every_entry_is_needed(run, accepted):
    done = run("baseline", "check", accepted)
    assert done.code == 0
    assert "held" in done.out


def test_dead_entries_fail_the_check_and_are_pruned_by_name(run, folder, accepted, clean):
    (folder / accepted).write_text((folder / clean).read_text())
    done = run("baseline", "check", accepted)
    assert done.code == 1
    assert "nothing like it is found any more" in done.out
    assert "“Advertisement”" in done.out
    assert "Advertisement" in (folder / NAME).read_text()
    pruned = run("baseline", "prune", accepted)
    assert pruned.code == 0
    assert "“Advertisement”" in pruned.out
    assert "Advertisement" not in (folder / NAME).read_text()
    assert run("baseline", "check", accepted).code == 0


def test_expired_entries_fail_the_check_and_are_pruned(run, folder, accepted):
    edit(folder, NAME, until="2020-01-31")
    done = run("baseline", "check", accepted, "-f", "json")
    assert done.code == 1
    assert {item["fate"] for item in json.loads(done.out)} == {"expired"}
    assert run("check", accepted, *STRICT).code == 1
    assert run("baseline", "prune", accepted).code == 0
    assert entries(folder) == []


def test_pruning_on_other_articles_keeps_all_unless_they_are_the_whole_corpus(
    run, folder, accepted
):
    (folder / "other.txt").write_text("Snow fell on the hills\n\nThe pass was shut at noon.\n")
    before = (folder / NAME).read_bytes()
    assert "unseen" in run("baseline", "prune", "other.txt").out
    assert (folder / NAME).read_bytes() == before
    run("baseline", "prune", "other.txt", "--missing")
    assert len((folder / NAME).read_bytes()) < len(before)


def test_show_lists_entries_by_rule_with_reason_and_last_day(run, folder, accepted):
    edit(folder, NAME, until="2999-12-31")
    done = run("baseline", "show")
    assert done.code == 0
    assert "“Advertisement”" in done.out
    assert "as it came; until 2999-12-31" in done.out
    listed = json.loads(run("baseline", "show", "-f", "json").out)
    assert [item["fingerprint"] for item in listed] == [e["fingerprint"] for e in entries(folder)]


def test_what_has_no_words_is_not_accepted_everywhere(run, folder):
    (folder / "r.jsonl").write_text(json.dumps({"date": "2031-02-30", "text": "Rain fell."}))
    done = run("baseline", "write", "r.jsonl", "--everywhere", "MET")
    assert done.code == 2
    assert "MET002 cannot be accepted everywhere" in done.err
    assert not (folder / NAME).exists()


def test_without_a_baseline_there_is_nothing_to_show_or_prune(run, labelled):
    for command in (["show"], ["check", labelled], ["prune", labelled]):
        done = run("baseline", *command)
        assert done.code == 2
        assert NAME in done.err


@pytest.mark.parametrize(
    ("arguments", "about"),
    [
        (["write"], "no PATHS"),
        (["write", "labelled.txt", "--until", "tomorrow"], "--until needs a day"),
        (["write", "labelled.txt", "--until", ""], "--until needs a day"),
        (["write", "labelled.txt", "--until", "29990131"], "--until needs a day"),
        (["write", "labelled.txt", "--until", "2999-W05-1"], "--until needs a day"),
        (["write", "labelled.txt", "--until", "2999-02-30"], "--until needs a day"),
        (["write", "labelled.txt", "--until", "2020-01-31"], "is over"),
        (["write", ".", "--file", "new.txt"], "ends in .jsonl"),
        (["write", "labelled.txt", "--everywhere", "XXX"], "no rule 'XXX'"),
        (["write", "labelled.txt", "--file", ""], "empty"),
        (["write", "labelled.txt", "--select", "XXX"], "XXX"),
        (["write", "labelled.txt", "--file", "labelled.txt"], "labelled.txt"),
    ],
)
def test_wrong_use_is_told_and_writes_nothing(run, folder, labelled, arguments, about):
    before = (folder / labelled).read_bytes()
    done = run("baseline", *arguments)
    assert done.code == 2
    assert about in done.err
    assert not (folder / NAME).exists()
    assert (folder / labelled).read_bytes() == before


def test_no_report_replaces_the_baseline(run, folder, accepted):
    before = (folder / NAME).read_bytes()
    for command in (
        ["check", accepted, "-f", "json", "-o", NAME],
        ["baseline", "check", accepted, "-o", NAME],
        ["baseline", "show", "-o", NAME],
    ):
        assert run(*command).code == 2
    assert (folder / NAME).read_bytes() == before


def test_a_conflict_that_git_left_stops_every_command_with_its_line(run, folder, accepted):
    (folder / NAME).write_text("<<<<<<< HEAD\n" + (folder / NAME).read_text())
    for command in (["check", accepted], ["baseline", "show"], ["baseline", "write", accepted]):
        done = run(*command)
        assert done.code == 2
        assert f"{NAME}:1: error[P200] a merge left a conflict here" in done.err


def test_all_options_that_change_findings_can_be_given(run, folder, labelled):
    """What was written under one set of rules must not be judged under another."""
    run("baseline", "write", labelled, "--ignore", "BPL", "--severity", "STA=info")
    assert not [entry for entry in entries(folder) if entry["rule"].startswith("BPL")]


def test_nothing_of_an_article_reaches_the_terminal_as_it_is(run, folder, clean):
    text = (folder / clean).read_text().replace("Shopkeepers", "\x1b]0;x\x07\u202e 9\n\nShare\n\nS")
    (folder / "h\x1b[31m.txt").write_text(text.replace("Council reopens", "\x1b[2J\u2066Council"))
    assert run("baseline", "write", ".").code == 0
    pages = [run("baseline", "show").out, run("baseline", "show", "-f", "json").out]
    pages += [(folder / NAME).read_text(), run("baseline", "check", ".").out]
    for page in pages:
        assert page.replace("\n", "").isprintable()


def test_the_file_is_the_same_whatever_the_hash_seed(folder, labelled):
    found = set()
    for seed in ("0", "1"):
        subprocess.run(
            [sys.executable, "-m", "provenance", "baseline", "write", labelled],
            check=True,
            env=os.environ | {"PYTHONHASHSEED": seed, "POLARS_MAX_THREADS": "1" + seed},
            capture_output=True,
        )
        found.add((folder / NAME).read_bytes())
        (folder / NAME).unlink()
    assert len(found) == 1
