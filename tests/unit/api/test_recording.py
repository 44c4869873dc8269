"""The manifest says what a run was made of, so that whoever has to trust it can check."""

import json
import os
from hashlib import blake2b
from pathlib import Path

import pytest

from provenance import api
from provenance.config import Config
from provenance.reporters.json import as_document

LABELLED = "The pass was shut at noon on Monday by the road crew.\n\nAdvertisement\n"


class Clock:
    """A clock that goes on by a second each time it is looked at."""

    now = 0.0

    def __call__(self):
        self.now += 1
        return self.now


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("one.txt").write_text(LABELLED)
    Path("two.jsonl").write_text('{"id": 1, "text": "Buses went round by the lake."}\n{"id": 2}\n')
    return tmp_path


def made(paths, config=None, against=()):
    config, told = config or Config(), api.Recorder(clock=Clock())
    report = api.check(paths, config, against=against, progress=told)
    return report, api.manifest(report, paths, against, config, told)


def rewritten(path):
    """The same size, and not the same bytes."""
    path.write_text(path.read_text().replace("noon", "dusk"))
    os.utime(path, ns=(1, 1))


@pytest.mark.parametrize(
    ("change", "changed"),
    [
        (lambda path: None, False),
        (rewritten, True),
        (lambda path: path.write_text("More.\n" + LABELLED), True),
        (lambda path: path.unlink(), True),
        (lambda path: path.with_name("new.txt").write_text(LABELLED), False),
        (lambda path: path.with_name("two.jsonl").replace(path), True),
    ],
)
def test_an_input_that_changes_during_the_run_is_told(folder, change, changed):
    """Its digest is not that of what was read."""
    told = api.Recorder()
    told.look_at(["."], Config())
    report = api.check(["."], progress=told)
    change(folder / "one.txt")
    inputs = {
        each["path"]: each for each in api.manifest(report, ["."], (), Config(), told)["inputs"]
    }
    assert inputs["one.txt"]["changed"] == changed
    assert inputs.get("new.txt", {"changed": True})["changed"]


def test_without_a_look_before_the_run_no_change_is_known(folder):
    _, manifest = made(["."])
    assert {each["changed"] for each in manifest["inputs"]} == {None}


def test_every_input_stands_there_with_the_digest_of_its_bytes(folder):
    _, manifest = made(["."])
    assert manifest["inputs"] == [
        {
            "path": name,
            "bytes": len(Path(name).read_bytes()),
            "blake2b": blake2b(Path(name).read_bytes(), digest_size=16).hexdigest(),
            "changed": None,
        }
        for name in ("one.txt", "two.jsonl")
    ]


def test_the_archive_is_an_input(folder):
    _, manifest = made(["one.txt"], against=["two.jsonl"])
    assert [each["path"] for each in manifest["inputs"]] == ["one.txt", "two.jsonl"]


def test_counts_are_those_of_the_report(folder):
    report, manifest = made(["."])
    counts = manifest["counts"]
    assert counts["articles"] == len(report.articles) == 2
    assert counts["unread"] == 1
    assert counts["families"]["BPL"] == 1
    assert sum(counts["findings"].values()) == len(report.findings)
    assert manifest["exit_code"] == 2


def test_what_was_skipped_stands_there_with_the_reason(folder):
    _, manifest = made(["."])
    (unread,) = manifest["unread"]
    assert unread["place"] == "two.jsonl:2"
    assert "text" in unread["reason"]
    blind = {(each["check"], each["articles"]) for each in manifest["not_looked_at"]}
    assert ("metadata", 2) in blind


def test_an_input_that_is_gone_has_no_digest(folder, monkeypatch):
    report, told = api.check(["one.txt"]), api.Recorder()
    monkeypatch.setattr("provenance.sources.files", lambda paths, config: iter(["gone.txt"]))
    manifest = api.manifest(report, ["gone.txt"], (), Config(), told)
    assert manifest["inputs"] == [
        {"path": "gone.txt", "bytes": None, "blake2b": None, "changed": None}
    ]


def test_other_rules_have_another_digest(folder, tmp_path):
    """Findings of two runs are comparable when their rules are the same."""
    _, manifest = made(["one.txt"])
    _, again = made(["one.txt"])
    assert manifest["rules_digest"] == again["rules_digest"]
    pack = tmp_path / "house.yaml"
    pack.write_text("pack: house\nlocale: und\nrules: []\n")
    told = api.Recorder()
    report = api.check(["one.txt"])
    other = api.manifest(report, ["one.txt"], (), Config(rules=(str(pack),)), told)
    assert other["rules_digest"] != manifest["rules_digest"]


def test_stages_follow_one_another_and_take_the_time_of_the_run():
    """The clock is looked at once for the start, once for each new stage and once for the end."""
    told = api.Recorder(clock=Clock())
    for stage in ("reading", "reading", "rules", "figures"):
        told(stage, 1, 2)
    assert told.stages() == [
        {"stage": name, "seconds": 1.0} for name in ("start", "reading", "rules", "figures")
    ]


def test_whoever_waits_is_told_as_without_a_manifest():
    heard = []
    told = api.Recorder(lambda *step: heard.append(step))
    told("rules", 1, 2)
    assert heard == [("rules", 1, 2)]


def test_it_can_be_written_as_json(folder):
    _, manifest = made(["."])
    read = json.loads(as_document(manifest))
    assert read["schema"] == "provenance/manifest"
    assert read["peak_memory"]["main"] > 10_000_000
