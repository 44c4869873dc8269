"""What the settings refuse when a program makes them, with no file and no reader."""

import pytest

from provenance.config import Limit
from provenance.errors import ConfigError
from provenance.model import METRICS


@pytest.mark.parametrize("metric", METRICS)
def test_a_limit_on_every_metric_can_be_made(metric):
    assert Limit(metric, warn=0.0).error is None


def test_a_limit_on_nothing_that_is_measured_is_refused_with_the_nearest_name():
    with pytest.raises(ConfigError) as fault:
        Limit("artcles", error=5)
    assert fault.value.hint == "did you mean articles?"


@pytest.mark.parametrize("limits", [{}, {"error": float("nan")}, {"warn": -1.0, "error": 3.0}])
def test_a_limit_that_compares_with_nothing_is_refused(limits):
    """Nothing is greater than NaN, so that a gate with such a limit would always pass."""
    with pytest.raises(ConfigError, match="numbers from 0 on"):
        Limit("articles", **limits)


@pytest.mark.parametrize(
    ("metric", "warn", "error", "told"),
    [
        ("duplicated-text", 0.3, 0.2, "it fails over 0.2 and would warn over 0.3 only"),
        ("mean-score", 60, 70, "it fails under 70 and would warn under 60 only"),
    ],
)
def test_limits_the_wrong_way_round_are_refused_with_the_reason(metric, warn, error, told):
    """The warning could never be seen, as the gate has failed by then."""
    with pytest.raises(ConfigError, match=told):
        Limit(metric, warn, error)
    assert Limit(metric, error, warn).warn == error
    assert Limit(metric, warn, warn).error == warn


def test_the_name_of_a_metric_is_told_escaped_and_short():
    with pytest.raises(ConfigError) as fault:
        Limit("\x1b" * 10_000, error=1)
    assert "\x1b" not in fault.value.message
    assert len(fault.value.message) < 300
