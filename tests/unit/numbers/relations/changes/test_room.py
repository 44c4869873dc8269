"""How far a figure may be off is read from how it is written, never guessed."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.model import Article
from provenance.numbers import intervals
from provenance.numbers.extract import story_of
from provenance.numbers.relations.changes import room
from provenance.numbers.relations.changes.phrasing import Phrasing


def article(text):
    return Article("a", "a", 1, False, text, None, 0, None, None, None)


@pytest.fixture
def figure(grammar):
    """The only figure of a text, with its sentence."""

    def _figure(text):
        (sentence,) = story_of(article(text), grammar.lexicon).sentences
        (said,) = Phrasing.of(sentence, grammar).said
        return said, sentence

    return _figure


@pytest.mark.parametrize(
    ("text", "half"),
    [
        ("12 boats", 0),  # what is counted is exact
        ("1,347 boats", 0),
        ("120 boats", 0.6),  # 0.5 percent of a round number
        ("3,000 boats", 30),  # 1 percent of a large one
        ("12,500 boats", 50),  # its last digit
        ("$12.50", 0.005),
        ("$12", 0.5),
        ("$3,000", 30),
        ("$3.4 million", 50_000),
        ("$3.0 million", 50_000),
        ("$0.5 million", 50_000),
        ("$3 million", 150_000),  # never more than 5 percent
        ("$12 million", 500_000),
        ("$200 million", 2_000_000),  # 1 percent of a round number
        ("€1.25bn", 5_000_000),
        ("4.5 percent", 0.05),
        ("40 percent", 0.5),
        ("7.2 tonnes", 0.05),
    ],
)
def test_an_amount_has_the_room_of_its_last_digit(figure, grammar, text, half):
    said, sentence = figure(f"It was {text}.")
    low, high = room.amount(said, sentence, grammar.lexicon)
    assert (low, high) == pytest.approx((said.row.value - half, said.row.value + half))


@pytest.mark.parametrize(
    ("text", "interval"),
    [
        ("more than 40 boats", (40, math.inf)),
        ("up to 40 boats", (0, 40)),
        ("nearly 40 boats", (34, 40)),
        ("about 40 boats", (36, 44)),
        ("30 to 40 boats", (30, 40)),
    ],
)
def test_a_bound_or_a_range_is_taken_at_its_word(figure, grammar, text, interval):
    said, sentence = figure(f"It was {text}.")
    assert room.amount(said, sentence, grammar.lexicon) == pytest.approx(interval)


@pytest.mark.parametrize(
    ("text", "interval"),
    [
        ("12 percent", (11.5, 13)),  # rounded from 11.5, or cut off from just under 13
        ("12.5 percent", (12.45, 12.6)),
        ("20 percent", (19.5, 21)),
        ("300 percent", (298.5, 303)),
        ("8 3/4 percent", (8.6875, 8.875)),
        ("more than 12 percent", (11.5, math.inf)),
        ("less than 12 percent", (0, 12.5)),
        ("up to 12 percent", (0, 12.5)),
        ("nearly 12 percent", (10.2, 12.5)),
        ("about 12 percent", (10.8, 13.2)),
        ("10 to 12 percent", (9.5, 13)),
        ("three out of four", (72.5, 77.5)),
    ],
)
def test_a_stated_percentage_may_be_rounded_or_cut_off(figure, text, interval):
    said, sentence = figure(f"It was {text}.")
    assert room.percentage(said, sentence) == pytest.approx(interval)


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        ((1, 2), (2, 3), True),
        ((1, 2), (2.1, 3), False),
        ((2.1, 3), (1, 2), False),
        ((1, math.inf), (5, 6), True),
        ((5, 6), (0, math.inf), True),
        ((0.1 + 0.2, 1), (0, 0.3), True),  # what floats add
    ],
)
def test_intervals_meet_when_they_have_a_point_in_common(one, other, meet):
    assert intervals.meet(one, other) is meet


def test_a_ratio_is_as_wide_as_both_figures_allow():
    assert room.ratio((30, 60), (10, 20)) == (1.5, 6)


@pytest.mark.parametrize(
    ("interval", "text"),
    [
        ((25, 25), "25%"),
        ((24.44, 25.56), "24.4 to 25.6%"),
        ((24.96, 25.04), "25%"),
        ((1234.5, 2000), "1,230 to 2,000%"),
        ((40, math.inf), "40% or more"),
    ],
)
def test_an_interval_is_shown_with_three_digits_and_one_decimal_at_most(interval, text):
    assert room.shown(interval) == text


def test_only_amounts_of_one_kind_and_unit_are_compared(quantity):
    lorries, money = quantity(), quantity(kind="money", unit="EUR")
    assert room.comparable(lorries, lorries)
    assert room.comparable(lorries, quantity(noun="boat"))
    assert not room.comparable(lorries, money)
    assert not room.comparable(money, quantity(kind="money", unit="USD"))
    assert not room.comparable(lorries, quantity(value=0.0))
    assert not room.comparable(lorries, quantity(value=-5.0))


def test_two_things_that_are_counted_are_not_alike(quantity):
    assert room.alike(quantity(), quantity())
    assert room.alike(quantity(), quantity(noun=None))
    assert not room.alike(quantity(), quantity(noun="boat"))


@given(
    value=st.floats(0.1, 1e9),
    old=st.floats(0.1, 1e9),
    new_room=st.floats(0, 0.05),
    old_room=st.floats(0, 0.05),
)
def test_the_ratio_of_what_was_rounded_lies_within(value, old, new_room, old_room):
    """Whatever the true figures were, their ratio is not outside what is allowed."""
    new = (value * (1 - new_room), value * (1 + new_room))
    low, high = room.ratio(new, (old * (1 - old_room), old * (1 + old_room)))
    assert low <= value / old * (1 + 1e-9)
    assert high >= value / old * (1 - 1e-9)
