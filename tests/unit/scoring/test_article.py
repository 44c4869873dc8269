"""Every point lost is a finding, and nothing else moves a score."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.model import Dimension, Finding, Weights
from provenance.scoring import deduct, score

WEIGHTS = Weights(
    minimum_words=150,
    minimum_coverage=70,
    dimensions=(Dimension("consistency", ("NUM",), 20), Dimension("integrity", ("BPL", "DMG"), 15)),
    points={"NUM001": 8},
    defaults={"error": 8, "warning": 3, "info": 0},
)

NONE = ()


def a_finding(rule_id="NUM001", severity="warning", start=0, article_id="a"):
    return Finding(rule_id, article_id, start, start + 1, severity, "high", "m", (), 0)


def losses(*items):
    return [item.deduction for item in deduct(items, WEIGHTS)]


def test_the_first_finding_of_a_rule_costs_its_declared_points():
    assert losses(a_finding()) == [8]


def test_a_rule_without_points_costs_the_default_of_its_severity():
    assert losses(a_finding("BPL001", "warning")) == [3]
    assert losses(a_finding("BPL001", "error")) == [8]


def test_information_costs_nothing_even_where_points_are_declared():
    assert losses(a_finding("NUM001", "info")) == [0]


def test_each_repeat_costs_half_as_much_as_the_one_before():
    """8, 12, 14, 15 by the formula 8 * (2 - 2^(1-n))."""
    assert losses(*(a_finding(start=n) for n in range(4))) == [8, 4, 2, 1]


def test_a_dimension_takes_no_more_than_its_cap():
    """Five integrity rules at 3 points each, twice over: far more than 15."""
    items = [a_finding(f"BPL00{n}", start=s) for n in range(5) for s in (n, n + 50)]
    assert sum(losses(*items)) == 15


def test_the_dearest_findings_are_counted_before_the_cap_cuts():
    items = [a_finding("BPL001", "warning", start=n) for n in range(9)]
    worst = a_finding("DMG001", "error", start=99)
    scored = {item.rule_id: item.deduction for item in deduct([*items, worst], WEIGHTS)}
    assert scored["DMG001"] == 8


def test_a_family_outside_every_dimension_costs_nothing():
    assert losses(a_finding("STA001", "error")) == [0]


def test_articles_do_not_share_their_repeats():
    items = [a_finding(article_id="a"), a_finding(article_id="b")]
    assert losses(*items) == [8, 8]


def test_too_short_an_article_has_no_score_and_says_why():
    """A score of 100 for three words would be a lie."""
    result = score("a", 149, NONE, [], WEIGHTS)
    assert (result.score, result.reason) == (None, "149 words outside boilerplate, 150 are needed")
    assert score("a", 150, NONE, [], WEIGHTS).score == 100


def test_an_article_of_which_too_little_could_be_judged_has_no_score():
    """Of 35 points 20 are consistency, which is 57 %; what was not looked at is not good."""
    result = score("a", 500, ["DMG", "BPL"], [], WEIGHTS)
    wanted = "57 % of the score could be judged, 70 % are needed"
    assert (result.score, result.reason) == (None, wanted)


def test_one_family_that_could_not_look_leaves_its_dimension_unjudged():
    """Integrity is boilerplate and damage; half of it is no answer."""
    assert score("a", 500, ["DMG"], [], WEIGHTS).score is None
    assert score("a", 500, ["STA"], [], WEIGHTS).score == 100


findings = st.lists(
    st.builds(
        a_finding,
        rule_id=st.sampled_from(["NUM001", "NUM002", "BPL001", "DMG001", "STA001"]),
        severity=st.sampled_from(["error", "warning", "info"]),
        start=st.integers(0, 5),
    ),
    max_size=30,
)


@given(findings)
def test_a_hundred_less_the_deductions_is_the_score_and_within_bounds(items):
    scored = deduct(items, WEIGHTS)
    result = score("a", 500, NONE, scored, WEIGHTS)
    assert result.score == 100 - sum(item.deduction for item in scored)
    assert 100 - 35 <= result.score <= 100


@given(findings, st.randoms())
def test_the_order_of_the_findings_does_not_matter(items, random):
    shuffled = list(items)
    random.shuffle(shuffled)
    assert losses(*shuffled) == losses(*items)


@given(findings, findings)
def test_one_more_finding_never_raises_a_score(items, more):
    assert sum(losses(*items, *more)) >= sum(losses(*items))


@pytest.mark.parametrize("count", [1, 10, 10_000])
def test_repeating_one_fault_for_ever_costs_less_than_twice_its_points(count):
    assert 8 <= sum(losses(*(a_finding(start=n) for n in range(count)))) <= 16
