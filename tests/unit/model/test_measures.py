"""How amounts are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.model import METRICS, Unit
from provenance.model.measures import shown

UNITS = st.sampled_from(list(Unit))
AMOUNTS = st.floats(0, 1) | st.integers(0, 10**9).map(float)


@pytest.mark.parametrize(
    ("amount", "unit", "text"),
    [
        (0, Unit.COUNT, "0"),
        (100, Unit.COUNT, "100"),
        (1_234_567, Unit.COUNT, "1,234,567"),
        (0, Unit.SHARE, "0%"),
        (1, Unit.SHARE, "100%"),
        (0.1, Unit.SHARE, "10%"),
        (1 / 3, Unit.SHARE, "33.33%"),
        (90.0, Unit.SCORE, "90"),
        (75.25, Unit.SCORE, "75.25"),
    ],
)
def test_an_amount_is_short_and_ends_in_no_zeros(amount, unit, text):
    assert shown(amount, unit) == text


def test_a_little_is_not_written_as_nothing():
    """One line in a million articles is over a limit of none."""
    assert shown(1e-6, Unit.SHARE) == "0.0001%"


def test_what_is_beside_a_limit_is_not_written_as_the_limit():
    assert shown(69.999, Unit.SCORE, 70) == "69.999"
    assert shown(0.5, Unit.SHARE, 0.5) == "50%"


@given(AMOUNTS, AMOUNTS, UNITS)
def test_two_amounts_that_differ_are_written_differently(one, other, unit):
    if one != other:
        assert shown(one, unit, other) != shown(other, unit, one)


def test_every_metric_is_told_in_words():
    assert all(metric.about and metric.name == name for name, metric in METRICS.items())
