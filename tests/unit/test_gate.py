"""The gate: what passes, what fails, what is no valid run."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance import frames, gate
from provenance.errors import ConfigError
from provenance.model import Finding, Unread


def found(*kinds):
    """Findings from words such as `error:NUM001`."""
    items = []
    for place, kind in enumerate(kinds):
        severity, _, rule_id = kind.partition(":")
        items.append(
            Finding(rule_id or "BPL001", "a", place, place + 1, severity, "high", "m", (), None, 0)
        )
    return frames.frame(items, Finding)


FILE = Unread("a.txt", "not text")
RECORD = Unread("corpus.jsonl:3", "not JSON")


@pytest.mark.parametrize(
    ("findings", "unread", "articles", "fail_on", "code"),
    [
        ((), (), 1, "error", 0),
        (("warning", "info"), (), 1, "error", 0),
        (("error",), (), 1, "error", 1),
        (("warning",), (), 1, "warning", 1),
        (("error",), (), 1, "warning", 1),
        (("info",), (), 1, "warning", 0),
        (("info",), (), 1, "info", 1),
        (("error",), (), 1, "never", 0),
        (("info:NUM001",), (), 1, "NUM001", 1),
        (("error:BPL001",), (), 1, "NUM001", 0),
        (("info:NUM001",), (), 1, "error,NUM001", 1),
        (("error:BPL001",), (), 1, "error,NUM001", 1),
        (("warning:BPL001",), (), 1, "error,NUM001", 0),
        (("info:NUM002",), (), 1, "NUM", 1),
        (("info:NUM002",), (), 1, "never,NUM", 1),
        ((), (FILE,), 1, "error", 2),
        ((), (FILE,), 1, "never", 2),
        (("error",), (RECORD,), 1, "error", 2),
        ((), (), 0, "error", 2),
        ((), (), 0, "never", 2),
    ],
)
def test_the_exit_code_follows_the_truth_table(findings, unread, articles, fail_on, code):
    """The table is the contract with every pipeline that reads the code."""
    assert gate.judge(found(*findings), unread, articles, fail_on).exit_code == code


def test_a_pass_says_how_much_was_looked_at():
    verdict = gate.judge(found(), (), 12, "error")
    assert verdict.reasons == ("no finding in 12 articles",)


def test_a_pass_with_findings_says_why_they_do_not_count():
    verdict = gate.judge(found("info", "warning"), (), 1, "error")
    assert verdict.reasons == ("no error among 2 findings in 1 article",)


def test_a_pass_names_every_level_and_rule_that_was_looked_for():
    verdict = gate.judge(found("info"), (), 2, "warning,NUM001")
    assert verdict.reasons == ("no error or warning or NUM001 among 1 finding in 2 articles",)


def test_findings_for_information_are_counted_as_such():
    verdict = gate.judge(found("info", "info", "error"), (), 1, "info")
    assert verdict.reasons == ("1 error and 2 info findings found, and the gate fails on info",)


def test_never_says_that_nothing_fails_the_gate():
    verdict = gate.judge(found("error"), (), 1, "never")
    assert verdict.reasons == ("1 finding in 1 article, and the gate fails on none",)


def test_a_failure_counts_the_findings_of_each_severity_that_reaches_the_level():
    verdict = gate.judge(found("warning", "error", "warning", "info"), (), 1, "warning")
    assert verdict.reasons == ("1 error and 2 warnings found, and the gate fails on warning",)


def test_a_failing_rule_is_named_with_its_count_beside_the_level():
    verdict = gate.judge(found("error:BPL001", "info:NUM001", "info:NUM001"), (), 1, "error,NUM001")
    assert verdict.reasons == (
        "1 error found, and the gate fails on error",
        "2 findings of NUM001, on which the gate fails",
    )


def test_unread_input_is_counted_with_its_files():
    verdict = gate.judge(found(), (FILE, RECORD, Unread("corpus.jsonl:9", "not JSON")), 4, "error")
    assert verdict.reasons == ("3 inputs could not be read in 2 files",)


def test_a_single_unread_input_is_named():
    verdict = gate.judge(found(), (RECORD,), 4, "error")
    assert verdict.reasons == ("1 input could not be read (corpus.jsonl:3)",)


def test_unread_input_comes_first_and_failing_findings_are_named_too():
    """Otherwise an editor repairs the file and only then learns of the errors."""
    verdict = gate.judge(found("error"), (FILE,), 1, "error")
    assert verdict.exit_code == 2
    assert verdict.reasons == (
        "1 input could not be read (a.txt)",
        "1 error found, and the gate fails on error",
    )


def test_a_run_over_nothing_names_that_as_the_reason():
    assert gate.judge(found(), (), 0, "error").reasons == ("there was no article to check",)


@pytest.mark.parametrize("fail_on", ["eror", "NUM001,fatal", "error,warning", "", ",", "num001"])
def test_a_policy_that_could_never_fail_as_meant_is_refused(fail_on):
    """A typing error in a pipeline must not switch the gate off."""
    with pytest.raises(ConfigError):
        gate.judge(found(), (), 1, fail_on)


def test_a_misspelt_level_gets_a_suggestion():
    with pytest.raises(ConfigError) as fault:
        gate.policy("eror")
    assert "did you mean error?" in fault.value.hint


@given(
    kinds=st.lists(st.sampled_from(["error", "warning", "info"]), max_size=6),
    unread=st.lists(st.sampled_from([FILE, RECORD]), max_size=3),
    articles=st.integers(0, 3),
    fail_on=st.sampled_from(["error", "warning", "info", "never", "BPL001", "error,NUM"]),
)
def test_nothing_unread_and_something_read_is_needed_for_any_code_but_2(
    kinds, unread, articles, fail_on
):
    verdict = gate.judge(found(*kinds), unread, articles, fail_on)
    assert (verdict.exit_code == 2) == bool(unread or not articles)
    assert verdict.reasons
    assert all(any(char.isdigit() for char in reason) or not articles for reason in verdict.reasons)


@given(kinds=st.lists(st.sampled_from(["error", "warning", "info"]), max_size=6))
def test_a_stricter_level_never_passes_what_a_milder_one_fails(kinds):
    codes = [
        gate.judge(found(*kinds), (), 1, level).exit_code
        for level in ("never", "error", "warning", "info")
    ]
    assert codes == sorted(codes)


def test_a_gate_over_no_rules_is_refused():
    with pytest.raises(ConfigError, match="no rule takes part"):
        gate.refuse_blind("error", [])


def test_a_gate_may_name_rules_that_take_part_by_their_beginning():
    gate.refuse_blind("error,NUM", ["NUM001", "BPL001"])


def test_a_gate_on_rules_that_take_no_part_is_refused():
    with pytest.raises(ConfigError, match="fail on DUP"):
        gate.refuse_blind("DUP", ["NUM001", "BPL001"])
