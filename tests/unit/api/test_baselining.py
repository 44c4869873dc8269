"""A whole run under a baseline: only what is new counts, and nothing else changes."""

import dataclasses
import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from provenance import api
from provenance.config import Config
from provenance.errors import ConfigError, FaultList, InputError, UsageError
from provenance.reporters import reporter
from provenance.reporters.palette import Style

FILE = "b.jsonl"
TODAY = date(2026, 11, 21)
LABELS = ("Advertisement", "Share this article")
STRICT = Config(fail_on="info", baseline=FILE)


def story(*labels):
    filling = "The pass was shut at noon on Monday, the road office said, and buses went round. "
    return "\n\n".join(["Rain shuts the pass", filling * 4, *labels, filling * 3]) + "\n"


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(story(*LABELS))
    return tmp_path


def run(*paths, **fields):
    return api.BaselineRun(paths or ("a.txt",), fields.pop("config", Config()), FILE, **fields)


def accept(*paths, today=TODAY, **fields):
    """Writes the baseline of a run."""
    found = api.accept_findings(run(*paths, today=today), **fields)
    Path(FILE).write_bytes(found.data)
    return found


def check(*paths, config=STRICT, today=TODAY):
    return api.check(paths or ["a.txt"], config, today=today)


def counting(report):
    return report.findings.filter(report.findings["accepted"].is_null()).height


def test_what_was_accepted_passes_and_what_is_new_fails(here):
    assert check(config=Config(fail_on="info")).verdict.exit_code == 1
    accept()
    assert check().verdict.exit_code == 0
    (here / "a.txt").write_text(story(*LABELS, "Newsletter"))
    report = check()
    assert report.verdict.exit_code == 1
    assert counting(report) == 1


def test_one_finding_for_another_does_not_pass(here):
    accept()
    (here / "a.txt").write_text(story(LABELS[0], "Newsletter"))
    report = check()
    assert (report.verdict.exit_code, counting(report)) == (1, 1)


def test_what_is_accepted_stays_in_the_report_and_costs_the_same(here):
    before = check(config=Config(fail_on="info"))
    accept(reason="as it came")
    after = check()
    assert set(after.findings["accepted_because"]) == {"as it came"}
    marks = ["accepted", "accepted_because"]
    assert after.findings.drop(marks).equals(before.findings.drop(marks))
    assert after.scores.equals(before.scores)
    assert after.outlets.equals(before.outlets)


def test_a_story_that_was_edited_keeps_what_was_accepted(here):
    accept()
    text = story(*LABELS[::-1]).replace("\n\n", "\n\nThis was corrected.\n\n", 1)
    (here / "a.txt").write_bytes(text.replace("\n", "\r\n").encode())
    assert counting(check()) == 0


def test_findings_count_again_on_the_day_after_the_last(here):
    accept(until=TODAY)
    assert check().verdict.exit_code == 0
    later = check(today=TODAY + timedelta(days=1))
    assert later.verdict.exit_code == 1
    assert [n.place for n in later.notices if "expired" in n.message] == [FILE]


def test_the_day_is_todays_when_none_is_given(here):
    now = datetime.now(UTC).date()
    accept(today=now, until=now + timedelta(days=2))
    assert api.check(["a.txt"], STRICT).verdict.exit_code == 0


def test_without_only_new_the_baseline_accepts_nothing_and_the_settings_still_do(here):
    accept()
    config = dataclasses.replace(STRICT, only_new=False)
    assert set(check(config=config).findings["accepted"]) == {None}
    ignores = (("a.txt", ("BPL", "DMG", "MET", "ATT", "NUM", "QUO")),)
    config = dataclasses.replace(config, per_path_ignores=ignores)
    assert set(check(config=config).findings["accepted"]) == {"settings"}


def test_a_report_under_a_baseline_is_verified_like_any_other(here):
    accept()
    (here / "r.json").write_bytes(reporter("json")(check(), Style()))
    findings = json.loads((here / "r.json").read_bytes())["findings"]
    assert {item["accepted"] for item in findings} == {"baseline"}
    assert api.verify("r.json").holds


def test_the_digest_of_the_settings_does_not_depend_on_where_the_baseline_is():
    assert Config(baseline="a").digest() == Config(baseline="/b").digest() == Config().digest()


def test_the_library_looks_for_no_baseline_by_itself(here):
    accept()
    (here / FILE).rename(here / "provenance-baseline.jsonl")
    assert check(config=Config(fail_on="info")).verdict.exit_code == 1
    assert api.settings(None, {}).baseline == "provenance-baseline.jsonl"


def test_a_baseline_beside_the_settings_is_found_from_the_folders_below(here, monkeypatch):
    (here / "provenance.toml").write_text("")
    (here / "provenance-baseline.jsonl").write_text("")
    (here / "below").mkdir()
    monkeypatch.chdir(here / "below")
    config = api.settings(None, {})
    assert config.baseline == "../provenance-baseline.jsonl"
    assert api.baseline_file(None, config) == config.baseline


def test_a_new_baseline_belongs_beside_the_settings_unless_one_is_named(here, monkeypatch):
    (here / "provenance.toml").write_text("")
    (here / "below").mkdir()
    monkeypatch.chdir(here / "below")
    assert api.baseline_file(None, api.settings(None, {})) == "../provenance-baseline.jsonl"
    (here / "provenance.toml").write_text('[gate]\nbaseline = "house.jsonl"\n')
    assert api.baseline_file(None, api.settings(None, {})) == "../house.jsonl"


def test_a_baseline_that_is_named_must_be_there(here):
    with pytest.raises(ConfigError):
        check(config=Config(baseline="gone.jsonl"))


def test_a_line_that_is_no_entry_stops_the_run(here):
    (here / FILE).write_text("<<<<<<< HEAD\n")
    with pytest.raises(FaultList) as fault:
        check()
    assert fault.value.faults[0].place == f"{FILE}:1"


@pytest.mark.parametrize("ask", [api.accept_findings, api.look_after])
def test_a_run_that_is_not_valid_accepts_nothing_and_lets_nothing_go(here, ask):
    accept()
    (here / "bad.txt").write_bytes(b"\xff\xfe\xfd\xff")
    with pytest.raises(InputError) as fault:
        ask(run("a.txt", "bad.txt"))
    assert "nothing was written" in fault.value.message
    assert "bad.txt" in fault.value.hint


@pytest.mark.parametrize("ask", [api.accept_findings, api.look_after])
def test_an_empty_folder_lets_nothing_go(here, ask):
    accept()
    (here / "empty").mkdir()
    with pytest.raises(InputError):
        ask(run("empty"))


def test_looking_after_a_baseline_that_is_not_there_is_an_error(here):
    with pytest.raises(ConfigError):
        api.look_after(run())


def test_a_day_that_is_over_and_a_rule_that_is_not_there_are_refused(here):
    with pytest.raises(UsageError, match="is over"):
        accept(until=TODAY - timedelta(days=1))
    with pytest.raises(UsageError, match="no rule"):
        accept(wide=["XXX"])


def test_what_has_no_words_is_not_accepted_everywhere(here):
    """A missing date would be accepted in all articles to come."""
    record = {"title": "", "date": "2031-02-30", "text": story("Advertisement")}
    (here / "r.jsonl").write_text(json.dumps(record))
    with pytest.raises(UsageError) as fault:
        accept("r.jsonl", wide=["BPL", "MET"])
    assert fault.value.message.startswith("MET001, MET002 cannot be accepted everywhere")
    assert not (here / FILE).exists()
    assert accept("r.jsonl", wide=["BPL"]).entries


def test_a_baseline_larger_than_what_is_read_is_not_made(here, monkeypatch):
    """It would be written, and then stop every run that reads it."""
    found = accept()
    size = len(found.data)
    monkeypatch.setattr("provenance.api.baselining.MEGABYTE", 1)
    monkeypatch.setattr("provenance.api.baselining.MOST_MB", size)
    assert len(found.data) == size
    monkeypatch.setattr("provenance.api.baselining.MOST_MB", size - 1)
    with pytest.raises(UsageError, match="nothing was written") as fault:
        found.data  # noqa: B018  (it is the call)
    assert "--everywhere" in fault.value.hint


@pytest.mark.parametrize("name", ["new.txt", "new.md", "new", "jsonl"])
def test_a_baseline_is_not_called_like_an_article(here, name):
    asked = api.BaselineRun(("a.txt",), Config(), name)
    with pytest.raises(UsageError, match=r"ends in \.jsonl"):
        api.accept_findings(asked)


def test_half_of_the_corpus_keeps_the_other_half(here):
    (here / "b.txt").write_text(story("Newsletter").replace("Rain shuts", "Snow shuts"))
    accept("a.txt", "b.txt")
    (here / "a.txt").write_text(story())
    found = api.look_after(run("a.txt", config=Config(baseline=FILE), today=TODAY))
    assert {entry.text for entry in found.before} >= {"Newsletter", *LABELS}
    left = {entry.text for entry in found.entries}
    assert "Newsletter" in left
    assert not left & set(LABELS)


def test_the_same_corpus_gives_the_same_bytes_whatever_the_order(here):
    (here / "b.txt").write_text(story("Newsletter"))
    one = accept("a.txt", "b.txt").data
    (here / FILE).unlink()
    assert accept("b.txt", "./a.txt").data == one


def test_what_is_hostile_in_an_article_or_a_reason_is_harmless_in_the_file(here):
    (here / "a.txt").write_text(story("Advertisement").replace("Rain", "\x1b[31m\u202eRain\x7f"))
    data = accept(reason="why\udcff\u2028\x1b").data
    assert data.decode().replace("\n", "").isprintable()
    assert counting(check()) == 0
    assert api.baseline_entries(FILE)
