"""Outlets stand apart from one another, whoever shares with whom."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.reporters.html.charts.oval import PITCH, REACH, oval
from provenance.reporters.html.charts.sharing import OUTLETS, Tie


def tie(left, right, pairs=1, left_first=0, right_first=0):
    return Tie(left, right, pairs, pairs, left_first, right_first)


def test_two_outlets_stand_across_from_one_another():
    one, other = oval(2, [tie(0, 1, left_first=1)])
    assert (one.x, one.y, other.x, other.y) == (-REACH, 0, REACH, 0)


def test_who_ran_first_stands_on_the_left():
    """Text then goes from left to right, as one reads."""
    places = oval(3, [tie(0, 2, 3, right_first=3), tie(1, 2, 2, right_first=2)])
    assert [place.x > 0 for place in places] == [True, True, False]


def test_rows_of_a_side_are_equally_far_apart():
    """Three of five, who led nobody, stand on the right: one row above the middle and one below."""
    places = oval(5, [tie(0, at, left_first=1) for at in (1, 2, 3, 4)])
    right = sorted(place.y for place in places if place.x > 0)
    assert right == [-PITCH, 0, PITCH]


def test_an_outlet_stands_across_from_the_one_it_is_tied_to():
    """Lines that cross without need hide the others."""
    ties = [tie(0, 3, left_first=1), tie(1, 4, left_first=1), tie(2, 5, left_first=1)]
    places = oval(6, [ties[0], tie(1, 5, 9, left_first=9), tie(2, 4, 9, left_first=9)])
    assert places[1].y == places[5].y
    assert places[2].y == places[4].y


TIES = st.builds(
    lambda ends, pairs, first: tie(min(ends), max(ends), pairs, first, pairs - first),
    st.lists(st.integers(0, OUTLETS - 1), min_size=2, max_size=2, unique=True),
    st.integers(5, 9),
    st.integers(0, 5),
)


@given(st.integers(2, OUTLETS), st.lists(TIES, max_size=40))
def test_labels_never_meet(number, ties):
    """Names go outward, so that two of one side must be a row apart, and the sides on their sides."""
    places = oval(number, [each for each in ties if each.right < number])
    assert len(places) == number
    for sign in (-1, 1):
        rows = sorted(place.y for place in places if place.x * sign > 0)
        assert len(rows) >= number // 3
        assert [after - before for before, after in pairwise(rows)] == (
            pytest.approx([PITCH] * (len(rows) - 1))
        )
    assert all(PITCH < abs(place.x) <= REACH for place in places)


@given(st.lists(TIES, max_size=30), st.randoms())
def test_the_order_of_the_ties_moves_nobody(ties, chance):
    turned = list(ties)
    chance.shuffle(turned)
    assert oval(OUTLETS, turned) == oval(OUTLETS, ties)
