"""What a rule does, as digits that change when it does something else."""

import pytest

from provenance import rulebook
from provenance.gate.behaviour import behaviour
from provenance.rulebook.files import RuleFile
from provenance.sources.packs import rule_files

PACK = """pack: house
locale: und
rules:
- id: BPL901
  name: house-label
  category: house
  severity: warning
  confidence: high
  message: a label
  why: The site sets it.
  fix: Take it out.
  match: {lines: [qq label]}
  where: {max-words: 4}
  examples: {hit: [qq label, QQ Label], miss: [nothing to see, nor here]}
  since: "0.1"
"""


def digits(text=PACK):
    return behaviour(rulebook.load([RuleFile("house.yaml", text, False)]))["BPL901"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("severity: warning", "severity: error"),
        ("severity: warning", "severity: info"),
        ("a label", "some label"),
        ("pack: house\n", "pack: house\n# a line more\n"),
        ("[qq label, QQ Label]", "[QQ Label, qq label]"),
    ],
)
def test_it_stays_when_a_rule_finds_the_same(old, new):
    assert digits(PACK.replace(old, new)) == digits()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("{lines: [qq label]}", "{lines: [qq label, qq more]}"),
        ("{lines: [qq label]}", "{starts: [qq label]}"),
        ("max-words: 4", "max-words: 5"),
        ("locale: und", "locale: en"),
    ],
)
def test_it_changes_when_a_rule_looks_for_something_else(old, new):
    assert digits(PACK.replace(old, new)) != digits()


def test_it_is_the_same_for_a_rule_whatever_others_take_part():
    """An entry is made in one run and asked for in another, over other languages."""
    files = rule_files(())
    every = rulebook.load(files)
    some = behaviour(rulebook.select(every, ["BPL131", "DUP001", "STA"]))
    english = behaviour(rulebook.load_bundled(files, ["en"]))
    known = behaviour(every)
    assert len(set(known.values())) == len(known)
    for found in (some, english):
        assert len(found) > 1
        assert found.items() <= known.items()
