"""What a shell offers behind TAB, asked as bash asks."""

import os
import re
import subprocess
import sys

import pytest

from provenance import api
from provenance.cli import completion
from provenance.model import METRICS
from provenance.sources import packs

# Also tells whether anything heavy was loaded for it.
PROGRAM = """
import atexit, sys
from provenance.cli import main
heavy = ("polars", "numpy", "yaml", "numba")
atexit.register(lambda: print([name for name in heavy if name in sys.modules], file=sys.stderr))
main()
"""
RULES = {rule.rule_id: rule.name for rule in api.every_rule().rules}


def typed(line):
    """What is offered behind a line, and what was loaded for it."""
    words = line.split(" ")
    asked = {
        "_PROVENANCE_COMPLETE": "complete_bash",
        "COMP_WORDS": line,
        "COMP_CWORD": str(len(words) - 1),
    }
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        env=os.environ | asked,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.split(), done.stderr.strip()


@pytest.mark.parametrize(
    ("line", "some"),
    [
        ("provenance check --select NUM00", "NUM001"),
        ("provenance check --limit dup", "duplicated-text="),
        ("provenance explain same-q", "same-quantity-conflict"),
        ("provenance check -f j", "junit"),
        ("provenance con", "config"),
    ],
)
def test_bash_gets_an_answer_and_nothing_heavy_is_loaded(line, some):
    """Every TAB is a process; a quarter of a second for each would be felt."""
    offered, loaded = typed(line)
    assert some in offered
    assert loaded == "[]"


def names(offers):
    return [name for name, _ in offers]


def test_every_rule_and_family_is_offered():
    assert set(names(completion.rules(""))) == {*RULES, *(rule_id[:3] for rule_id in RULES)}


def test_a_rule_is_offered_with_its_name():
    assert dict(completion.rules("NUM0"))["NUM001"] == RULES["NUM001"]


def test_a_list_goes_on_behind_its_comma():
    assert names(completion.rules("BPL,NUM00"))[0] == "BPL,NUM001"
    assert completion.rules("NUM001 ") == []


def test_one_rule_is_offered_by_id_or_by_name():
    assert names(completion.rules_or_names("NUM001")) == ["NUM001"]
    assert names(completion.rules_or_names(RULES["NUM001"])) == [RULES["NUM001"]]


def test_a_gate_is_offered_levels_and_rules():
    assert names(completion.policies("w")) == ["warning"]
    assert names(completion.policies("error,n")) == ["error,never"]
    assert "error,NUM001" in names(completion.policies("error,N"))


def test_a_severity_is_offered_behind_its_rule():
    assert names(completion.severities("NUM001")) == ["NUM001="]
    levels = ["error", "warning", "info", "off"]
    assert names(completion.severities("NUM001=")) == [f"NUM001={level}" for level in levels]
    assert names(completion.severities("NUM001=o")) == ["NUM001=off"]


def test_every_metric_is_offered_with_what_it_is():
    assert dict(completion.metrics("")) == {f"{name}=": m.about for name, m in METRICS.items()}


def test_the_bundled_rules_are_looked_for_where_the_program_has_them():
    assert completion.BUNDLED == packs._BUNDLED


def test_without_bundled_rules_nothing_is_offered_and_nothing_breaks(monkeypatch, tmp_path):
    monkeypatch.setattr(completion, "BUNDLED", (tmp_path / "none",))
    assert completion.rules("N") == []


@pytest.mark.parametrize("hostile", ["=", ",,,", "NUM001=,", "\x1b[2J", "*", "(", "N" * 100_000])
def test_whatever_was_typed_is_answered_with_a_list(hostile):
    for offer in (completion.rules, completion.policies, completion.severities, completion.metrics):
        assert all(name.startswith(re.split("[=,]", hostile)[0]) for name in names(offer(hostile)))
