"""The settings in force: every one, with its value and where it was set."""

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.config import Config, resolved
from provenance.config.described import DESCRIBED
from provenance.reporters.palette import Style
from provenance.reporters.safe import printable
from provenance.reporters.settings import as_json, rows, table

FILE = "provenance.toml"
TEXT = """min-words = 20
[gate]
fail-on = "warning"
[gate.limits]
articles = 1000
boilerplate-text = { warn = 0.01, error = 0.03 }
[per-path-ignores]
"wire/**" = ["BPL"]
"""


def found(text=None, **flags):
    return {row.path: (row.value, row.origin) for row in rows(resolved(text, FILE, flags))}


def test_without_file_and_flags_everything_is_a_default():
    told = found()
    assert list(told) == [setting.path for setting in DESCRIBED]
    assert {origin for _, origin in told.values()} == {"default"}
    assert told["gate", "fail-under"] == (None, "default")
    assert told["memory",] == ("auto", "default")


def test_what_the_file_sets_has_its_line():
    told = found(TEXT)
    assert told["min-words",] == (20, f"{FILE}:1")
    assert told["gate", "fail-on"] == ("warning", f"{FILE}:3")


def test_what_a_flag_sets_has_the_flag():
    told = found(TEXT, min_words=30, fail_on="never")
    assert told["min-words",] == (30, "--min-words")
    assert told["gate", "fail-on"] == ("never", "--fail-on")


def test_tables_of_the_users_keys_are_told_line_by_line():
    """A flag adds to the file's table, so that one table has several origins."""
    told = found(TEXT, limits={"mean-score": 60.0}, severity={"NUM001": "off"})
    assert told["gate", "limits", "articles"] == ({"error": 1000.0}, f"{FILE}:5")
    limits = {"warn": 0.01, "error": 0.03}
    assert told["gate", "limits", "boilerplate-text"] == (limits, f"{FILE}:6")
    assert told["gate", "limits", "mean-score"] == ({"error": 60.0}, "--limit")
    assert told["per-path-ignores", "wire/**"] == (["BPL"], f"{FILE}:8")
    assert told["severity", "NUM001"] == ("off", "--severity")
    assert ("gate", "limits") not in told


def test_a_line_shows_key_value_and_origin():
    lines = table(FILE, resolved(TEXT, FILE, {}), Style()).decode().splitlines()
    assert lines[0] == "settings file: provenance.toml"
    shown = [line.split(maxsplit=1) for line in lines]
    assert ["min-words", "20", f"{FILE}:1"] in [line.split() for line in lines]
    assert ["gate.fail-under", "not", "set", "default"] in [line.split() for line in lines]
    assert 'per-path-ignores."wire/**"' in [line[0] for line in shown if line]


def test_no_settings_file_is_told():
    assert table(None, resolved(None, "", {}), Style()).decode().startswith("no settings file")


def test_columns_stand_under_one_another():
    lines = table(FILE, resolved(TEXT, FILE, {}), Style()).decode().splitlines()[2:]
    assert len({line.rindex("default") for line in lines if line.endswith("default")}) == 1


def test_json_holds_the_same_rows():
    whole = resolved(TEXT, FILE, {})
    document = orjson.loads(as_json(FILE, whole, Style()))
    told = [(tuple(row["key"]), row["value"], row["origin"]) for row in document["settings"]]
    assert told == [(row.path, row.value, row.origin) for row in rows(whole)]
    assert (document["file"], document["digest"]) == (FILE, whole.config.digest())


@given(st.integers(100, 999_999))
def test_a_size_is_shown_as_it_can_be_given_again(millions):
    whole = resolved(None, "", {"memory": f"{millions}M"})
    shown = next(row.value for row in rows(whole) if row.path == ("memory",))
    assert resolved(None, "", {"memory": shown}).config.memory == millions * 10**6


@pytest.mark.parametrize(
    ("given_as", "shown"), [("4000M", "4G"), ("1.5g", "1500M"), ("2T", "2000G"), ("auto", "auto")]
)
def test_a_size_is_shown_in_its_plainest_form(given_as, shown):
    assert found(memory=given_as)["memory",][0] == shown


@given(st.text().map(lambda text: f"Post{text}"))
def test_an_outlets_name_cannot_reach_the_terminal(name):
    whole = resolved(None, "", {"per_outlet_ignores": {name: ["BPL"]}})
    assert whole.config != Config()
    for line in table(name, whole, Style()).decode().split("\n"):
        assert printable(line) == line
