"""The settings file to begin with sets nothing and tells of everything."""

import re
import tomllib

import pytest

from provenance.config import Config, resolve
from provenance.config.described import DESCRIBED
from provenance.model import METRICS
from provenance.reporters.settings_file import settings_file

FILE = "provenance.toml"
TEXT = settings_file().decode()
SETTING = re.compile(r"^#(?=[^ \n])", re.MULTILINE)


def test_as_it_is_it_sets_nothing():
    assert resolve(TEXT, FILE, {}) == Config()
    assert tomllib.loads(TEXT) == {
        "gate": {"limits": {}},
        "severity": {},
        "fields": {},
        "per-path-ignores": {},
        "per-outlet-ignores": {},
    }


def test_with_every_setting_taken_out_of_its_comment_it_is_the_defaults():
    """What it calls a default must be the default."""
    whole = SETTING.sub("", TEXT)
    assert resolve(whole, FILE, {}) == Config()
    assert whole.count("\nmin-words = 12\n") == 1


@pytest.mark.parametrize("setting", DESCRIBED, ids=lambda setting: ".".join(setting.path))
def test_every_setting_stands_in_it_under_its_table(setting):
    if isinstance(setting.default, dict):
        assert f"[{'.'.join(setting.path)}]\n" in TEXT
        return
    table, found = "", []
    for line in TEXT.splitlines():
        table = line.strip("[]") if line.startswith("[") else table
        name = re.match(r"(?:#|# .*For example: )([a-z-]+) = ", line)
        found += [(table, name[1])] if name else []
    assert (".".join(setting.path[:-1]), setting.path[-1]) in found


def test_one_setting_uncommented_where_it_stands_is_set():
    text = TEXT.replace('#fail-on = "error"', 'fail-on = "warning"')
    assert resolve(text, FILE, {}) == Config(fail_on="warning")


@pytest.mark.parametrize("metric", METRICS)
def test_every_metric_is_named_with_its_unit(metric):
    assert re.search(rf"^# - {metric} \(at (least|most), .+\): [a-z]", TEXT, re.MULTILINE)


def test_its_lines_fit_a_page():
    assert max(map(len, TEXT.splitlines())) <= 100
