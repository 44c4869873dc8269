"""The longest key that a rule begins with holds for it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.scoring.keys import Price, longest, price


@pytest.mark.parametrize(
    ("rule_id", "key"),
    [("BPL085", "BPL085"), ("BPL081", "BPL08"), ("BPL001", "BPL"), ("NUM1", None)],
)
def test_the_longest_key_holds(rule_id, key):
    assert longest(rule_id, ["BPL", "BPL08", "BPL085", "BPL0851"]) == key


def test_a_rule_under_a_key_of_its_family_is_a_repeat_of_the_others(weights):
    assert price("BPL001", "warning", weights) == Price("BPL", 3, None, "integrity")
    assert price("BPL085", "warning", weights) == Price("BPL085", 2, None, "integrity")


def test_a_rule_without_points_costs_the_default_of_its_severity_and_repeats_itself_alone(weights):
    assert price("DMG009", "warning", weights) == Price("DMG009", 3, None, "integrity")
    assert price("DMG009", "error", weights) == Price("DMG009", 8, None, "integrity")


def test_declared_points_hold_at_any_severity_but_information(weights):
    assert price("NUM001", "error", weights).points == 8
    assert price("NUM001", "info", weights).points == 0
    assert price("ATT005", "error", weights).points == 0


def test_information_costs_nothing_and_keeps_the_key_of_its_family(weights):
    """It stands beside the faults that it is of one kind with."""
    assert price("BPL001", "info", weights) == Price("BPL", 0, None, "integrity")
    assert price("DMG009", "info", weights) == Price("DMG009", 0, None, "integrity")


def test_a_rule_may_count_to_another_dimension_than_its_family(weights):
    assert price("ATT020", "warning", weights).dimension == "consistency"
    assert price("ATT021", "warning", weights).dimension == "sourcing"


def test_a_family_that_nothing_counts_has_no_dimension(weights):
    assert price("STA001", "error", weights).dimension is None


@given(st.text(max_size=8), st.lists(st.text(min_size=1, max_size=4), max_size=6))
def test_no_longer_key_begins_a_rule_than_the_one_that_is_told(rule_id, keys):
    fitting = [key for key in keys if rule_id.startswith(key)]
    assert longest(rule_id, keys) == (max(fitting, key=len) if fitting else None)
