"""How exactly a figure is stated decides what it may be compared with."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.numbers.intervals import meet
from provenance.numbers.relations.parts import stated


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("14 boats sank", 14, 14),
        ("40 boats sank", 40, 40),
        ("100 boats sank", 100, 100),
        ("1,234 boats sank", 1234, 1234),
        ("1,200 boats sank", 1150, 1250),
        ("about 40 boats sank", 36, 44),
        ("at least 40 boats sank", 40, math.inf),
    ],
)
def test_what_is_counted_one_by_one_is_exact(one, text, low, high):
    row, _ = one(text)
    assert stated.interval(row) == pytest.approx((low, high))


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("rose 25 percent", 24.5, 26),
        ("rose 30 percent", 29.5, 31),
        ("rose 25.0 percent", 24.95, 25.1),
        ("rose 33.33%", 33.325, 33.34),
        ("rose about 30%", 27, 33),
    ],
)
def test_a_result_is_rounded_or_cut_off_at_its_last_digit(one, text, low, high):
    row, _ = one(text)
    assert stated.result(row, text) == pytest.approx((low, high))


def test_intervals_meet_when_they_have_a_value_in_common():
    assert meet((1, 2), (2, 3))
    assert meet((1, 5), (2, 3))
    assert not meet((1, 2), (2.1, 3))
    assert meet((0.3, 0.3), (0.1 + 0.2, 0.1 + 0.2))


@given(*[st.floats(0, 1e6)] * 4)
def test_meeting_has_no_direction(a, b, c, d):
    left, right = tuple(sorted((a, b))), tuple(sorted((c, d)))
    assert meet(left, right) == meet(right, left)


def test_only_plain_figures_are_added(one):
    plain, vague, open_ended = (
        one(text)[0] for text in ("40 boats", "dozens of boats", "at least 40 boats")
    )
    assert stated.plain(plain)
    assert not stated.plain(plain, vague)
    assert not stated.plain(plain, open_ended)
