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


def test_the_name_of_a_metric_is_told_escaped_and_short():
    with pytest.raises(ConfigError) as fault:
        Limit("\x1b" * 10_000, error=1)
    assert "\x1b" not in fault.value.message
    assert len(fault.value.message) < 300
