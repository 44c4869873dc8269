import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.model import AppliedCap, Cap, Dimension, DimensionScore
from provenance.reporters.html.ledger import ledger


@pytest.fixture(scope="session")
def weights(report):
    parts = (
        Dimension("consistency", 60, ("NUM",), "They must fit."),
        Dimension("integrity", 40, ("BPL",), "It must be the story."),
    )
    caps = (Cap("headline", 59, ("NUM006",), 1, None, "All read it."),)
    return dataclasses.replace(report().weights, dimensions=parts, caps=caps)


def parts(consistency=0, integrity=0, **fields):
    return (
        DimensionScore("consistency", 60, consistency, judged=True, reason=None),
        dataclasses.replace(
            DimensionScore("integrity", 40, integrity, judged=True, reason=None), **fields
        ),
    )


def test_the_sum_is_a_hundred_less_what_each_part_lost(weights, score):
    told = ledger(score("a", 77, 300, dimensions=parts(8, 15)), [], weights)
    assert told.losses == [("integrity", 15), ("consistency", 8)]
    assert (told.score, told.left) == (77, 77)


def test_a_cap_takes_the_rest_and_says_why(weights, score):
    capped = score("a", 59, 300, dimensions=parts(8, 15), caps=(AppliedCap("headline", 59, 18),))
    told = ledger(capped, [], weights)
    assert told.losses[-1] == ("cap headline at 59", 18)
    assert told.left == 59
    assert told.caps == [("headline", 59, 18, "All read it.")]


def test_each_part_names_the_notes_that_took_its_points(weights, score, article, finding):
    story = article("a", "one two three")
    found = [
        finding(story, "one", deduction=15),
        finding(story, "two"),
        finding(story, "three", rule_id="NUM001", deduction=8),
    ]
    first, second = ledger(score("a", 77, 300, dimensions=parts(8, 15)), found, weights).parts
    assert (first.name, first.costs, first.unlisted) == ("consistency", [(3, 8)], 0)
    assert (second.name, second.costs, second.unlisted) == ("integrity", [(1, 15)], 0)


def test_points_of_findings_without_a_note_are_not_lost(weights, score, article, finding):
    """The numbers of a page must add up also when it cannot hold every finding."""
    found = [finding(article("a", "one"), "one", deduction=3)]
    _, part = ledger(score("a", 85, 300, dimensions=parts(0, 15)), found, weights).parts
    assert (part.costs, part.unlisted) == ([(1, 3)], 12)


def test_without_a_score_there_is_a_reason_and_a_most(weights, score):
    told = ledger(score("a", None, 30, "too short: 30 words", dimensions=parts(8)), [], weights)
    assert (told.score, told.reason, told.left) == (None, "too short: 30 words", 92)
    assert (told.low, told.high) == (0, 100)


def test_a_part_that_could_not_be_judged_says_why_and_the_interval_stands(weights, score):
    unjudged = parts(0, 0, judged=False, reason="no outlet")
    told = ledger(score("a", 100, 300, low=60, dimensions=unjudged), [], weights)
    assert [part.reason for part in told.parts] == ["", "no outlet"]
    assert (told.low, told.high) == (60, 100)


def test_an_interval_that_says_no_more_than_the_score_is_left_out(weights, score):
    told = ledger(score("a", 100, 300, dimensions=parts()), [], weights)
    assert (told.low, told.high, told.reason) == (None, None, "")
    assert told.judged == "300 words outside boilerplate; 100 % of the score could be judged"


@given(st.integers(0, 60), st.integers(0, 40), st.integers(0, 100))
def test_what_is_left_is_always_what_the_losses_leave(weights, score, one, two, cap):
    caps = (AppliedCap("headline", 59, cap),)
    told = ledger(score("a", 0, 300, dimensions=parts(one, two), caps=caps), [], weights)
    assert told.left == 100 - sum(points for _, points in told.losses) == 100 - one - two - cap


def test_names_of_a_rule_file_are_escaped(weights, score):
    hostile = (DimensionScore("<i>", 100, 5, judged=False, reason="<b>"),)
    told = ledger(score("a", 95, 300, "<u>", grade="<s>", dimensions=hostile), [], weights)
    assert (told.parts[0].name, told.parts[0].reason) == ("&lt;i&gt;", "&lt;b&gt;")
    assert (told.grade, told.losses[0][0]) == ("&lt;s&gt;", "&lt;i&gt;")
