"""A gate that could never fail on what it names is refused before anything is read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance import gate
from provenance.errors import ConfigError

IDS = st.sets(st.sampled_from(["NUM001", "NUM002", "BPL001", "DUP001"]), min_size=1)


def test_a_gate_over_no_rules_is_refused():
    with pytest.raises(ConfigError, match="no rule takes part"):
        gate.refuse_blind("error", [])


def test_a_gate_may_name_rules_that_take_part_by_their_beginning():
    gate.refuse_blind("error,NUM", ["NUM001", "BPL001"])


def test_a_gate_on_rules_that_take_no_part_is_refused():
    with pytest.raises(ConfigError, match="fail on DUP"):
        gate.refuse_blind("DUP", ["NUM001", "BPL001"])


def test_a_gate_that_fails_on_nothing_is_no_blind_one():
    """`never` says what is meant."""
    gate.refuse_blind("never", ["NUM001"])


@given(IDS, IDS)
def test_a_gate_is_refused_when_one_of_its_rules_takes_no_part(named, known):
    if named <= known:
        gate.refuse_blind(",".join(named), known)
    else:
        with pytest.raises(ConfigError):
            gate.refuse_blind(",".join(named), known)
