"""A value against its limits."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.gate.limits import Reading, held
from provenance.model import Metric, Offender, Standing, Unit

MOST = Metric("shared", Unit.SHARE, False, "what is shared")
LEAST = Metric("score", Unit.SCORE, True, "how good it is")
NUMBERS = st.floats(0, 100)
LIMITS = st.none() | NUMBERS
ORDER = [Standing.PASSED, Standing.WARNED, Standing.FAILED]


def standing(metric, value, warn=None, error=None, **more):
    return held(metric, Reading(value, **more), warn, error).standing


@pytest.mark.parametrize(
    ("metric", "value", "warn", "error", "wanted"),
    [
        (MOST, 0.1, 0.2, 0.3, "passed"),
        (MOST, 0.2, 0.2, 0.3, "passed"),
        (MOST, 0.25, 0.2, 0.3, "warned"),
        (MOST, 0.3, 0.2, 0.3, "warned"),
        (MOST, 0.31, 0.2, 0.3, "failed"),
        (MOST, 0.9, None, None, "passed"),
        (MOST, 0.9, 0.2, None, "warned"),
        (MOST, 0.9, None, 0.3, "failed"),
        (LEAST, 90, 80, 60, "passed"),
        (LEAST, 80, 80, 60, "passed"),
        (LEAST, 79, 80, 60, "warned"),
        (LEAST, 59, 80, 60, "failed"),
        (LEAST, 59, None, 60, "failed"),
        (LEAST, None, 80, 60, "unknown"),
        (MOST, None, 0.2, None, "unknown"),
    ],
)
def test_a_limit_is_the_last_value_that_passes(metric, value, warn, error, wanted):
    assert standing(metric, value, warn, error) == wanted


def test_thirty_of_a_hundred_are_within_a_limit_of_three_tenths():
    """A share is one division, so that it meets the limit as it is written."""
    for number in range(1001):
        assert standing(MOST, number / 1000, error=float(f"{number / 1000:.3f}")) == "passed"


def test_too_little_looked_at_is_no_pass_and_no_warning():
    assert standing(MOST, 0.0, error=0.3, doubtful=True) == "unknown"
    assert standing(MOST, 0.25, 0.2, 0.3, doubtful=True) == "unknown"


def test_what_is_beyond_a_limit_has_failed_however_little_was_looked_at():
    assert standing(MOST, 0.5, error=0.3, doubtful=True) == "failed"


@pytest.mark.parametrize("metric", [MOST, LEAST])
def test_what_is_no_number_never_passes(metric):
    """NaN is neither above nor below anything."""
    assert standing(metric, math.nan, error=50.0) == "failed"
    assert standing(metric, math.nan, warn=50.0) == "warned"
    assert standing(metric, 50.0, error=math.nan) == "failed"


def test_the_row_says_what_was_measured_and_held_against_it():
    reading = Reading(0.5, "half was not read", (Offender("Post", 0.5),))
    row = held(MOST, reading, 0.2, 0.6)
    assert (row.name, row.about, row.unit, row.at_least) == (
        *("shared", "what is shared"),
        *(Unit.SHARE, False),
    )
    assert (row.value, row.warn, row.error) == (0.5, 0.2, 0.6)
    assert (row.reason, row.worst) == ("half was not read", (Offender("Post", 0.5),))


@given(st.sampled_from([MOST, LEAST]), NUMBERS, NUMBERS, LIMITS, LIMITS)
def test_a_better_value_never_stands_worse(metric, one, other, warn, error):
    worse, better = sorted((one, other), reverse=not metric.at_least)
    first, second = (ORDER.index(standing(metric, v, warn, error)) for v in (worse, better))
    assert first >= second
