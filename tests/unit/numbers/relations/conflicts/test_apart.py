"""What two figures say together, by their intervals and qualifiers alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.model import Bound
from provenance.numbers.relations.conflicts.apart import disjoint, family, far, interval, meet


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ((2.5, 3.5, Bound.EXACT), (3.5, 4.5, Bound.EXACT), False),
        ((2.5, 3.5, Bound.EXACT), (3.5, 3.5, Bound.RANGE), True),
        ((200.0, None, Bound.MORE), (199.5, 200.5, Bound.EXACT), True),
        ((200.0, None, Bound.MORE), (54.5, 55.5, Bound.EXACT), False),
        ((0.0, 100.0, Bound.UP_TO), (100.0, None, Bound.MORE), True),
        ((0.0, 100.0, Bound.UP_TO), (101.0, None, Bound.MORE), False),
    ],
)
def test_figures_meet_when_their_intervals_do(quantity, left, right, expected):
    """Where two rounded figures only touch, the point belongs to neither: 3 is not 4."""
    one, other = (quantity(low=low, high=high, bound=bound) for low, high, bound in (left, right))
    assert meet(one, other) is expected
    assert meet(other, one) is expected


def test_a_share_in_words_is_compared_in_percent(quantity):
    third = quantity(kind="ratio", low=0.31, high=0.36)
    assert interval(third) == pytest.approx((31.0, 36.0))
    assert meet(third, quantity(kind="percent", low=32.5, high=33.5))


@pytest.mark.parametrize(
    ("soft_low", "high", "expected"), [(300.0, 100.0, False), (3000.0, 100.0, True)]
)
def test_far_is_more_than_ten_times(quantity, soft_low, high, expected):
    bound = quantity(soft_low=soft_low, soft_high=soft_low * 2)
    assert far(bound, quantity(soft_low=high, soft_high=high)) is expected
    assert far(quantity(soft_low=high, soft_high=high), bound) is expected


def test_a_figure_without_an_upper_end_is_never_far_below(quantity):
    more = quantity(soft_low=50.0, soft_high=None)
    assert not far(more, quantity(soft_low=10**9, soft_high=10**9))


def test_a_family_is_the_part_behind_the_colon(quantity):
    row = quantity(qualifiers=("place:orla", "place:new varn", "part", "places"))
    assert family(row, "place") == {"orla", "new varn"}
    assert family(row, "year") == set()


@pytest.mark.parametrize(
    ("mine", "yours", "expected"),
    [
        (set(), {"orla"}, False),
        ({"orla"}, {"varn"}, True),
        ({"new orla"}, {"orla"}, False),
        ({"orla", "varn"}, {"tarn", "varn"}, False),
    ],
)
def test_names_are_disjoint_when_no_one_is_part_of_another(mine, yours, expected):
    assert disjoint(mine, yours) is expected


@given(st.floats(0, 1e9), st.floats(0, 1e9), st.sampled_from([Bound.RANGE, Bound.MORE]))
def test_a_figure_meets_itself_and_is_never_far_from_itself(quantity, low, size, bound):
    row = quantity(low=low, high=low + size, soft_low=low, soft_high=low + size, bound=bound)
    assert meet(row, row)
    assert not far(row, row)
