import pytest

from provenance.model import Dimension
from provenance.rulebook import RuleFile, load

SCORING = """scoring: "1"
minimum-words: 150
minimum-coverage: 70
dimensions:
  sourcing: {cap: 30, families: [ATT, QUO]}
  integrity:
    cap: 15
    families: [BPL]
points:
  DUP001: 25
defaults: {error: 8, warning: 3, info: 0}
"""


def test_weights_are_read_whole():
    weights = load([RuleFile("s.yaml", SCORING)]).weights
    assert (weights.minimum_words, weights.minimum_coverage) == (150, 70)
    assert weights.dimensions == (
        Dimension("sourcing", ("ATT", "QUO"), 30),
        Dimension("integrity", ("BPL",), 15),
    )
    assert weights.points == {"DUP001": 25}
    assert weights.defaults == {"error": 8, "warning": 3, "info": 0}


def test_without_a_scoring_file_nothing_is_counted():
    weights = load([]).weights
    assert weights.dimensions == ()
    assert weights.points == {}
    assert set(weights.defaults.values()) == {0}


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('scoring: "1"', 'scoring: "2"', "1:10 this program reads version 1 of the scoring file"),
        ("minimum-words: 150", "minimum-words: few", "2:16 `few` is not a whole number, 0 or more"),
        ("minimum-words: 150\n", "", "1:1 a scoring file has no `minimum-words`"),
        ("cap: 30", "cap: -3", "5:19 `-3` is not a whole number, 0 or more"),
        ("cap: 30, ", "", "5:13 the dimension `sourcing` has no `cap`"),
        ("cap: 30", "cup: 30", "5:14 unknown key `cup` in the dimension `sourcing`"),
        ("[ATT, QUO]", "[ATT, quo]", "5:39 `quo` is not the three letters of a family"),
        ("[BPL]", "[QUO]", "8:16 QUO already counts to `sourcing`"),
        ("DUP001: 25", "DUP001: 2.5", "10:11 `2.5` is not a whole number, 0 or more"),
        (", info: 0", "", "11:11 `defaults` has no `info`"),
        ("info: 0", "note: 0", "11:34 unknown key `note` in `defaults`"),
    ],
)
def test_every_number_and_name_is_checked(faults, old, new, fault):
    assert old in SCORING
    assert fault in faults(SCORING.replace(old, new))


@pytest.mark.parametrize("key", ["dimensions", "points"])
def test_a_table_must_be_a_table(faults, key):
    head, _, _ = SCORING.partition(f"{key}:")
    rest = {"dimensions": "points: {}\n", "points": ""}[key]
    text = f"{head}{key}: none\n{rest}defaults: {{error: 8, warning: 3, info: 0}}\n"
    (told,) = faults(text)
    assert f"`{key}` must be lines of" in told


def test_points_for_a_rule_that_does_not_exist_are_told(faults, pack, rule):
    """A typing error here would quietly change every score."""
    text = SCORING.replace("DUP001", "TST002")
    (told,) = faults(pack(rule()), text)
    assert told == "file1.yaml:10:3 points for a rule that does not exist: `TST002`"


def test_points_are_taken_as_they_are_when_no_rules_are_loaded(faults):
    assert faults(SCORING) == []


def test_two_scoring_files_are_told(faults):
    assert faults(SCORING, SCORING) == [
        "file1.yaml:1:1 the scoring file `scoring` is declared a second time"
    ]
