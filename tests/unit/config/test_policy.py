"""The words of `fail-on`: one level at most, and rules."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.config.policy import Policy, policy
from provenance.errors import ConfigError

LEVELS = st.sampled_from(["error", "warning", "info", "never"])
RULES = st.lists(st.from_regex(r"[A-Z]{3}[0-9]{3}", fullmatch=True), max_size=4)


@pytest.mark.parametrize(
    ("words", "level", "rules"),
    [
        ("error", "error", ()),
        (" never ", "never", ()),
        ("NUM001", None, ("NUM001",)),
        ("NUM,BPL001, info", "info", ("BPL001", "NUM")),
        ("error,error,NUM,NUM", "error", ("NUM",)),
    ],
)
def test_a_policy_is_a_level_and_rules_in_any_order(words, level, rules):
    assert policy(words) == Policy(level, rules)


@pytest.mark.parametrize(
    "words",
    ["eror", "NUM001,fatal", "error,warning", "", ",", "num001", "NUM0011", "NUMB", "NÜM", "NUM 1"],
)
def test_what_could_never_fail_as_meant_is_refused(words):
    """A typing error in a pipeline must not switch the gate off."""
    with pytest.raises(ConfigError):
        policy(words)


def test_a_misspelt_level_gets_a_suggestion():
    with pytest.raises(ConfigError) as fault:
        policy("eror")
    assert "did you mean error?" in fault.value.hint


@pytest.mark.parametrize(
    ("words", "reached"),
    [
        ("error", ["error"]),
        ("warning", ["error", "warning"]),
        ("info", ["error", "warning", "info"]),
        ("never", []),
        ("NUM", []),
    ],
)
def test_a_level_reaches_itself_and_all_that_is_worse(words, reached):
    assert list(policy(words).severities) == reached


@given(LEVELS | st.none(), RULES)
def test_a_policy_is_read_from_what_it_is_written_as(level, rules):
    """The settings keep the text, and the gate reads it again."""
    words = [*([level] if level else []), *rules]
    if words:
        told = policy(",".join(words))
        assert policy(str(told)) == told


@given(st.text(max_size=50))
def test_any_text_is_a_policy_or_refused(words):
    try:
        told = str(policy(words))
    except ConfigError as fault:
        told = fault.message
    assert told.isprintable()


def test_a_million_letters_are_refused_in_a_short_message():
    with pytest.raises(ConfigError) as fault:
        policy("x" * 1_000_000)
    assert len(str(fault.value)) < 300
