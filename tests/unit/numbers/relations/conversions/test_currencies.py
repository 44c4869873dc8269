"""Sums told in two currencies imply one rate; a single pair, or pairs of other days, do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

KIND = "currency-rates"
BRIDGE = "The bridge cost £20m ($31m). "


@pytest.fixture
def fits(relate):
    return lambda text: [row.fits for row in relate(text, KIND)]


def test_the_two_rates_and_the_other_pair_are_shown(relate):
    text = BRIDGE + "Its ramps cost £8m ($18m)."
    (row,) = relate(text, KIND)
    assert (row.fits, row.stated, row.expected) == (False, "“$18m”", "“£20m” is “$31m”")
    assert row.held == "one rate of exchange taken for both: 2.25 here, 1.55 there"
    assert [text[span.start : span.end] for span in row.others] == ["£8m", "£20m", "$31m"]


@pytest.mark.parametrize(
    "pair",
    [
        "Its ramps cost £8m ({}).",
        "Its ramps cost £8m [{}].",
        "Its ramps cost £8m, or {}, in all.",
        "Its ramps cost £8m (about {}).",
        "Its ramps cost 8 million pounds ({}).",
        "Its ramps cost £8m — or {} — in all.",
        "Its ramps cost £8m of public money ({}).",
    ],
)
def test_each_way_of_telling_is_read_and_judged(fits, pair):
    assert fits(BRIDGE + pair.format("$12.4m")) == [True]
    assert fits(BRIDGE + pair.format("$18.6m")) == [False]


def test_a_pair_may_be_told_the_other_way_round(fits):
    assert fits(BRIDGE + "Its ramps cost $12.4m (£8m).") == [True]


def test_an_inverted_rate_does_not_fit(fits):
    assert fits(BRIDGE + "Its ramps cost £8m ($5.2m).") == [False]


def test_a_single_pair_is_never_judged(fits):
    assert fits(BRIDGE) == []


def test_rates_within_three_percent_and_rounding_fit(fits):
    assert fits(BRIDGE + "Its ramps cost £9m ($14m) and its lamps £1.1m ($1.7m).") == [True, True]


def test_the_one_of_three_that_stands_alone_is_told(relate):
    """Even when it comes first: the others agree with one another."""
    text = "The lamps cost £2m ($4m). The ramps cost £8m ($12.4m). The bridge cost £20m ($31m)."
    rows = relate(text, KIND)
    assert {text[row.start : row.end]: row.fits for row in rows} == {"$4m": False, "$31m": True}


def test_several_rates_that_differ_are_rates_of_several_days(fits):
    text = "It cost £213m ($426m), £311m ($539m), £411m ($524m) and £512m ($1,331m)."
    assert fits(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "In 1958 its forerunner cost £8m ($22m).",
        "Its forerunner cost £8m ($22m at the time).",
        "Its forerunner cost £8m, which was then $22m (or $23m).",
        "It bought forward £8m ($18m).",
        "Its ramps cost £8m ($18m less than planned).",
        "Its ramps cost £8m (a further $18m went into lamps).",
        "Its ramps cost £8m and its lamps $18m.",
        "Its ramps cost €8m ($18m).",
        "Its ramps cost A$8m (£8m).",
        "Its ramps weigh 8 pounds (3.6 kg).",
        "Its ramps cost 80 pence ($18m).",
        "Its ramps cost millions of pounds ($18m).",
    ],
)
def test_other_days_other_currencies_and_other_sums_are_left_alone(fits, text):
    assert False not in fits(BRIDGE + text)


def test_crowns_of_two_countries_have_two_rates(fits):
    text = "It cost 100 Danish crowns ($15). She paid 100 Swedish crowns ($10)."
    assert fits(text) == []


def test_an_article_in_front_of_a_dollar_sign_makes_it_no_australian_one(fits):
    text = "It was a $31m (£20m) bridge. It was a $12.4m (£8m) ramp in A$8m (£4m) of rock."
    assert fits(text) == [True]


@given(st.floats(0.2, 5), st.integers(100, 999), st.integers(100, 999))
def test_sums_at_one_rate_always_fit(relate, rate, one, other):
    text = f"It cost £{one} (${one * rate:.2f}). It sold for £{other} (${other * rate:.2f})."
    assert all(row.fits for row in relate(text, KIND))


def test_a_long_list_of_pairs_is_read(fits):
    """Each against the rate of the first ones, so that a page of prices costs no square."""
    found = fits("It cost £200 ($310). " * 200)
    assert (len(found), set(found)) == (199, {True})


@pytest.mark.parametrize(
    "pair",
    [
        "Its ramps cost £8m, about {}, in all.",
        "Its ramps cost £8m, about {}.",
        "Its ramps cost £8m, about {} and no more.",
    ],
)
def test_about_behind_a_comma_tells_a_sum_again(fits, pair):
    assert fits(BRIDGE + pair.format("$12.4m")) == [True]
    assert fits(BRIDGE + pair.format("$18.6m")) == [False]


def test_two_sums_of_a_list_are_not_one(fits):
    assert fits(BRIDGE + "It cost the town £8m, $18m, and much work.") == []


@given(st.integers(2, 900), st.sampled_from(["£{:,} (${:,})", "${1:,} (£{0:,})", "£{:,} [${:,}]"]))
def test_scaling_a_pair_changes_nothing(relate, size, form):
    """Ten times both sums is the same rate; ten times one of them is another one."""
    line = "A ramp cost £200 ($310). A gate cost " + form + "."
    right = line.format(size * 100, size * 155)
    wrong = line.format(size * 1000, size * 155)
    assert [row.fits for row in relate(right, KIND)] == [True]
    assert [row.fits for row in relate(wrong, KIND)] == [False]


@given(st.permutations(range(4)))
def test_the_odd_one_is_told_in_any_order(relate, order):
    sums = ["£2m ($3.1m)", "£8m ($12.4m)", "£20m ($31m)", "£5m ($17m)"]
    text = " ".join(f"It cost {sums[at]}." for at in order)
    odd = [text[row.start : row.end] for row in relate(text, KIND) if not row.fits]
    assert odd == ["$17m"]
