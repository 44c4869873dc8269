"""What took the points of an article, so that its score can be argued with."""

import re

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from provenance.reporters.scores_losses import by_article, losses, why

TEXT = "Share this. Advertisement here. Tweet that."
COUNTS = st.lists(st.tuples(st.integers(0, 20), st.integers(0, 9)), max_size=30)


CAPS = [
    {"name": "lifted-text", "limit": 59, "taken": 16},
    {"name": "headline-figure", "limit": 74, "taken": 0},
]


NOTHING = "cap headline-figure at 74 (takes nothing)"


def lost_by(made, *article_ids):
    return by_article(losses(made, pl.Series(article_ids, dtype=pl.String)))


def told(lost, *caps):
    return list(why(caps, lost))


def test_the_findings_of_a_rule_are_one_loss_and_the_dearest_comes_first(article, finding, report):
    own = article("a.txt", TEXT)
    found = [
        finding(own, "Share", deduction=3),
        finding(own, "Tweet", deduction=2),
        finding(own, "Advertisement", "NUM001", deduction=8),
    ]
    lost = lost_by(report([own], found), "a.txt")
    assert lost == {"a.txt": [("NUM001", "rule-num001", 1, 8), ("BPL001", "rule-bpl001", 2, 5)]}


def test_a_rule_that_took_no_point_is_no_loss(article, finding, report):
    own = article("a.txt", TEXT)
    found = [finding(own, "Share", deduction=3), finding(own, "Tweet", "BPL002", deduction=0)]
    assert lost_by(report([own], found), "a.txt")["a.txt"] == [("BPL001", "rule-bpl001", 1, 3)]


def test_every_finding_at_a_price_counts_also_where_no_point_was_left(article, finding, report):
    """Who mends only those that took points meets the others next; information costs nothing."""
    own = article("a.txt", TEXT)
    found = [
        finding(own, "Share", deduction=3),
        finding(own, "this", deduction=0),
        finding(own, "Tweet", deduction=0),
        finding(own, "that", severity="info", deduction=0),
    ]
    assert lost_by(report([own], found), "a.txt")["a.txt"] == [("BPL001", "rule-bpl001", 3, 3)]


def test_only_the_articles_asked_for_are_looked_up(article, finding, report):
    own, other = article("a.txt", TEXT), article("b.txt", TEXT)
    found = [finding(each, "Share", deduction=3) for each in (own, other)]
    made = report([own, other], found)
    assert lost_by(made, "b.txt").keys() == {"b.txt"}
    assert lost_by(made) == {}


def test_losses_stand_in_the_order_of_the_articles(article, finding, report):
    """A table is written from the top, in whatever order it is sorted."""
    own = [article(f"{name}.txt", TEXT) for name in "abc"]
    made = report(own, [finding(each, "Share", deduction=3) for each in own])
    asked = ["b.txt", "c.txt", "a.txt"]
    assert losses(made, pl.Series(asked))["article_id"].to_list() == asked


def test_equal_losses_stand_in_the_order_of_their_rules(article, finding, report):
    own = article("a.txt", TEXT)
    found = [finding(own, "Share", rule, deduction=3) for rule in ("NUM002", "BPL001", "DUP001")]
    lost = lost_by(report([own], found), "a.txt")["a.txt"]
    assert [rule_id for rule_id, *_ in lost] == ["BPL001", "DUP001", "NUM002"]


def test_each_loss_is_told_with_its_points_its_rule_and_how_often():
    lost = [("NUM001", "same-quantity-conflict", 2, 12), ("BPL001", "ad-label", 1, 3)]
    assert told(lost) == ["-12 NUM001 same-quantity-conflict ×2", "-3 BPL001 ad-label"]


def test_a_cap_is_named_also_where_it_takes_nothing_more():
    """An editor who mends the dearest fault meets it next."""
    assert told([], *CAPS) == ["-16 cap lifted-text at 59", NOTHING]


def test_a_single_rule_past_the_first_few_is_named_too():
    lost = [(f"BPL{n:03}", "label", 1, 1) for n in range(7)]
    assert told(lost)[-1] == "-1 BPL006 label"


def test_rules_past_the_first_few_are_told_by_their_sum():
    lost = [(f"BPL{n:03}", "label", 1, 9 - n) for n in range(9)]
    assert told(lost)[-2:] == ["-4 BPL005 label", "-6 3 other rules"]


@given(COUNTS, st.integers(0, 60))
def test_what_is_told_adds_up_to_all_that_was_taken(counts, taken):
    """A table that did not add up would have to be believed."""
    lost = [(f"R{n}", "rule", many + 1, points + 1) for n, (points, many) in enumerate(counts)]
    pieces = told(lost, {"name": "cap", "limit": 59, "taken": taken})
    sums = [int(found[1]) for piece in pieces if (found := re.match(r"-(\d+) ", piece))]
    assert sum(sums) == sum(points for *_, points in lost) + taken
