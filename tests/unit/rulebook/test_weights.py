import pytest

from provenance.model import Cap, Dimension, Grade, OutletWeights, Points, Share
from provenance.rulebook import RuleFile, load

SCORING = """scoring: "2"
minimum-words: 150
minimum-coverage: 60
repeat-share: 50
dimensions:
  sourcing: {weight: 70, counts: [ATT, QUO], why: It is told.}
  integrity:
    weight: 30
    counts: [BPL, QUO001]
    why: It is read.
points:
  DUP001: {points: 25, words: 150, why: A story.}
  BPL: {points: 3, why: One fault.}
defaults: {error: 8, warning: 3, info: 0}
caps:
  headline: {limit: 74, rules: [NUM006], why: All read it.}
  spun: {limit: 59, rules: [DMG001, DMG003], different: 2, why: Spun.}
  lifted: {limit: 59, rules: [DUP001], words: 150, why: Lifted.}
grades: {A: 90, B: 75, F: 0}
outlets:
  prior-units: 8
  minimum-units: 5
  widest-interval: 30
  republished: [integrity]
  shares:
    page: {rules: [BPL], severities: [error, warning], why: Left in.}
"""


def test_weights_are_read_whole():
    weights = load([RuleFile("s.yaml", SCORING)]).weights
    assert (weights.minimum_words, weights.minimum_coverage, weights.repeat_share) == (150, 60, 50)
    assert weights.dimensions == (
        Dimension("sourcing", 70, ("ATT", "QUO"), "It is told."),
        Dimension("integrity", 30, ("BPL", "QUO001"), "It is read."),
    )
    assert weights.points == (
        Points("DUP001", 25, 150, "A story."),
        Points("BPL", 3, None, "One fault."),
    )
    assert weights.defaults == {"error": 8, "warning": 3, "info": 0}
    assert weights.grades == (Grade("A", 90), Grade("B", 75), Grade("F", 0))
    share = Share("page", ("BPL",), ("error", "warning"), "Left in.")
    assert weights.outlets == OutletWeights(8, 5, 30, ("integrity",), (share,))


def test_the_strictest_cap_comes_first_and_asks_for_one_rule_unless_told():
    assert load([RuleFile("s.yaml", SCORING)]).weights.caps == (
        Cap("lifted", 59, ("DUP001",), 1, 150, "Lifted."),
        Cap("spun", 59, ("DMG001", "DMG003"), 2, None, "Spun."),
        Cap("headline", 74, ("NUM006",), 1, None, "All read it."),
    )


def test_without_a_scoring_file_nothing_is_counted():
    weights = load([]).weights
    assert (weights.dimensions, weights.points, weights.caps) == ((), (), ())
    assert set(weights.defaults.values()) == {0}


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('scoring: "2"', 'scoring: "1"', "1:10 this program reads version 2 of the scoring file"),
        ("minimum-words: 150", "minimum-words: few", "2:16 `few` is not a whole number, 0 or more"),
        ("minimum-words: 150\n", "", "1:1 a scoring file has no `minimum-words`"),
        ("repeat-share: 50", "repeat-share: 100", "4:15 `100` is not a whole number, from 0 to 99"),
        ("weight: 70", "weight: -3", "6:22 `-3` is not a whole number, from 0 to 100"),
        ("weight: 70, ", "", "6:13 the dimension `sourcing` has no `weight`"),
        ("weight: 70", "wait: 70", "6:14 unknown key `wait` in the dimension `sourcing`"),
        ("weight: 70", "weight: 60", "6:3 the weights add up to 90, not to 100"),
        (", why: It is told.", "", "6:13 the dimension `sourcing` has no `why`"),
        ("[ATT, QUO]", "[ATT, quo]", "6:40 `quo` is no rule and no beginning of one"),
        ("[BPL, QUO001]", "[QUO]", "9:14 QUO already counts to `sourcing`"),
        ("points: 25", "points: 2.5", "12:20 `2.5` is not a whole number, from 0 to 100"),
        ("words: 150, why: A", "words: 0, why: A", "12:31 `0` is not a whole number, 1 or more"),
        ("BPL: {points: 3, ", "bpl: {points: 3, ", "13:3 `bpl` is no rule and no beginning of one"),
        (", info: 0", "", "14:11 `defaults` has no `info`"),
        ("info: 0", "note: 0", "14:34 unknown key `note` in `defaults`"),
        ("limit: 74", "limit: 101", "16:21 `101` is not a whole number, from 0 to 100"),
        ("different: 2", "different: 0", "17:57 `0` is not a whole number, 1 or more"),
        ("B: 75", "B: 95", "19:17 the grade B begins no lower than the one above it"),
        ("B: 75", "G: 75", "19:17 `G` is no grade"),
        (", F: 0", ", F: 40", "19:9 scores under 40 have no grade"),
        ("[integrity]", "[integrety]", "24:17 there is no dimension `integrety`"),
        ("[error, warning]", "[error, loud]", "26:46 `loud` is no severity"),
    ],
)
def test_every_number_and_name_is_checked(faults, old, new, fault):
    assert old in SCORING
    assert fault in faults(SCORING.replace(old, new))


@pytest.mark.parametrize("key", ["dimensions", "points", "caps", "grades"])
def test_a_table_must_be_a_table(faults, key):
    """Everything under the key is taken out, up to the next key."""
    head, _, rest = SCORING.partition(f"\n{key}:")
    kept = rest.splitlines()[1:]
    while kept and kept[0].startswith(" "):
        kept.pop(0)
    told = faults("\n".join([head, f"{key}: none", *kept, ""]))
    assert any(f"`{key}` must be lines of" in fault for fault in told)


def test_points_for_a_rule_that_does_not_exist_are_told(faults, pack, rule):
    """A typing error here would quietly change every score."""
    told = faults(pack(rule()), SCORING.replace("DUP001: {", "TST002: {"))
    assert "file1.yaml:12:3 no rule begins with `TST002`" in told


@pytest.mark.parametrize("key", ["TST", "TST001"])
def test_a_key_is_a_rule_or_what_rules_begin_with(faults, pack, rule, key):
    told = faults(pack(rule()), SCORING.replace("  BPL: {", f"  {key}: {{"))
    assert not any(f"`{key}`" in fault for fault in told)


def test_points_are_taken_as_they_are_when_no_rules_are_loaded(faults):
    assert faults(SCORING) == []


def test_two_scoring_files_are_told(faults):
    assert faults(SCORING, SCORING) == [
        "file1.yaml:1:1 the scoring file `scoring` is declared a second time"
    ]
