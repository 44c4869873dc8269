"""`provenance config`: the settings in force and what settings there are."""

import inspect
import tomllib
from pathlib import Path

import jsonschema
import orjson
import pytest

from provenance.cli.check import check
from provenance.cli.config import show

# Options of `check` that are no settings: what to read, where and how to show it.
NO_SETTINGS = {
    *("paths", "against", "formats", "stdin_format", "no_progress", "quiet", "watched"),
    *("workers", "checkpoint", "sample", "manifest"),
}


def settings(run, *options):
    done = run("config", "show", "-f", "json", *options)
    assert done.code == 0, done.err
    return {".".join(row["key"]): row for row in orjson.loads(done.out)["settings"]}


def test_without_a_settings_file_all_is_default(run):
    done = run("config", "show")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("no settings file was found\n")
    assert all(line.endswith("default") for line in done.out.splitlines()[2:])


def test_file_and_flags_are_named_where_they_set_something(run):
    Path("provenance.toml").write_text('min-words = 20\n[gate]\nfail-on = "info"\n')
    told = settings(run, "--fail-on", "warning,NUM001", "--limit", "articles=3", "--all")
    assert told["min-words"]["origin"] == "provenance.toml:1"
    assert told["gate.fail-on"]["origin"] == "--fail-on"
    assert told["gate.fail-on"]["value"] == "warning,NUM001"
    assert told["gate.limits.articles"]["value"] == {"error": 3}
    assert told["gate.only-new"] == {
        "key": ["gate", "only-new"],
        "value": False,
        "origin": "--all",
    }


def test_settings_of_a_folder_above_are_found_and_named(run, folder, monkeypatch):
    Path("provenance.toml").write_text("min-words = 20\n")
    Path("desk").mkdir()
    monkeypatch.chdir("desk")
    assert settings(run)["min-words"]["origin"] == "../provenance.toml:1"


def test_every_fault_is_told_and_nothing_is_shown(run):
    Path("provenance.toml").write_text("min-words = 2\nmin-word = 2\n")
    done = run("config", "show", "--fail-on", "erorr")
    assert (done.code, done.out) == (2, "")
    assert [word in done.err for word in ("toml:1", "toml:2", "--fail-on")] == [True] * 3


def test_the_table_never_replaces_the_settings_it_shows(run):
    Path("provenance.toml").write_text("min-words = 20\n")
    assert run("config", "show", "-o", "provenance.toml").code == 2
    assert Path("provenance.toml").read_text() == "min-words = 20\n"


def test_every_setting_among_the_options_of_check_can_be_asked_about():
    """What `check` would take, `config show` must show."""
    checked, shown = inspect.signature(check).parameters, inspect.signature(show).parameters
    assert checked.keys() - shown.keys() == NO_SETTINGS
    for name in checked.keys() & shown.keys():
        assert checked[name].annotation == shown[name].annotation


def test_the_schema_takes_what_init_writes(run):
    schema = orjson.loads(run("config", "schema").out)
    text = run("init", "--print").out
    jsonschema.validate(tomllib.loads(text), schema)


@pytest.mark.parametrize("command", ["show", "schema"])
def test_it_can_be_written_to_a_file(run, command):
    assert run("config", command, "-o", "out.txt").out == ""
    assert Path("out.txt").stat().st_size > 100


def test_the_baseline_that_a_run_would_find_is_shown(run):
    """Nobody named it; that it takes part is what one wants to know."""
    assert settings(run)["gate.baseline"]["value"] is None
    Path("provenance-baseline.jsonl").write_text("")
    assert settings(run)["gate.baseline"]["value"] == "provenance-baseline.jsonl"
