"""What a score would be without a fault is the score that an article without it has."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance import frames
from provenance.model import Finding, Score
from provenance.scoring import deduct, gains, score
from provenance.scoring.gains import Gain

BLIND = {"article_id": pl.String, "key": pl.String, "reason": pl.String}


def words_of(ids, words=500):
    rows = [(article_id, words) for article_id in ids]
    return pl.DataFrame(rows, schema={"article_id": pl.String, "words": pl.Int64}, orient="row")


def blind_of(rows=()):
    return pl.DataFrame(list(rows), schema=BLIND, orient="row")


@pytest.fixture(scope="module")
def raised(weights):
    """The gains of the articles of some findings: a list, or by fault."""

    def _raised(*items, words=500, blind=(), ids=("a",)):
        found = deduct(frames.frame(items, Finding), weights)
        table = gains(words_of(ids, words), blind_of(blind), found, weights)
        return list(frames.rows(table, Gain))

    return _raised


@pytest.fixture(scope="module")
def high(weights):
    """The score of an article with these findings, all of it judged."""

    def _high(items):
        found = deduct(frames.frame(items, Finding), weights)
        (row,) = frames.rows(score(words_of("a"), blind_of(), found, weights), Score)
        return row.high

    return _high


def told(rows):
    return {(row.article_id, row.fault): (row.gain, row.score) for row in rows}


def test_without_findings_there_is_nothing_to_gain(raised):
    assert raised() == []


def test_a_fault_gains_what_its_findings_take(raised, a_finding):
    rows = raised(a_finding(), a_finding(start=9), a_finding("DMG002"))
    assert told(rows) == {("a", "DMG002"): (3, 88), ("a", "NUM001"): (12, 97)}
    assert [(row.rules, row.findings, row.grade) for row in rows] == [
        (("DMG002",), 1, "B"),
        (("NUM001",), 2, "A"),
    ]


def test_rules_of_one_key_are_one_fault(raised, a_finding):
    """Taking out one of two labels leaves the first one's points where they were."""
    (row,) = raised(a_finding("BPL001"), a_finding("BPL002"), a_finding("BPL001", start=5))
    assert (row.fault, row.rules, row.findings, row.gain) == ("BPL", ("BPL001", "BPL002"), 3, 5)


def test_information_and_rules_without_points_have_nothing_to_gain(raised, a_finding):
    assert raised(a_finding(severity="info"), a_finding("ATT005"), a_finding("STA001")) == []


def test_information_of_a_key_is_not_counted_among_its_findings(raised, a_finding):
    """Who takes it out gains nothing by it."""
    (row,) = raised(a_finding("BPL001"), a_finding("BPL002", severity="info"))
    assert (row.rules, row.findings, row.gain) == (("BPL001",), 1, 3)


def test_a_cap_is_lifted_by_the_one_rule_that_holds_it(raised, a_finding):
    """Words copied take 25 points and hold the article at 59: both are gone without them."""
    rows = raised(a_finding("DUP001", extent=200))
    assert told(rows) == {("a", "DUP001"): (41, 100)}


def test_a_cap_that_two_of_three_rules_hold_is_told_as_a_whole(raised, a_finding, weights):
    """No single one of them raises the score by more than its own points, if at all."""
    items = [a_finding("DMG001"), a_finding("DMG003")]
    alone = told(raised(*items))
    assert alone["a", "DMG001"] == (38, 97)
    three = [*items, a_finding("NUM006")]
    rows = told(raised(*three))
    assert rows["a", "NUM006"] == (0, 59)
    assert rows["a", "DMG001"] == (74 - 59, 74)


def test_a_dimension_that_is_full_is_told_as_a_whole(raised, a_finding):
    """Four rules take 8 points each of 20: without any one of them the other three do."""
    rows = raised(*[a_finding(f"NUM10{n}", severity="error") for n in range(4)])
    assert told(rows)["a", "dimension consistency"] == (20, 100)
    assert {row.gain for row in rows if row.fault != "dimension consistency"} == {0}
    assert all(row.findings == 1 for row in rows if row.fault != "dimension consistency")


def test_a_dimension_of_which_the_rules_tell_all_is_not_told_again(raised, a_finding):
    rows = raised(a_finding("NUM101"), a_finding("NUM102"))
    assert [row.fault for row in rows] == ["NUM101", "NUM102"]


def test_an_article_without_a_score_is_told_what_its_best_would_be(raised, a_finding):
    """A fault that is mended makes no article longer."""
    (row,) = raised(a_finding(), words=20)
    assert (row.gain, row.score, row.grade) == (8, None, "N/A")


def test_dimensions_that_were_not_judged_stay_so(raised, a_finding):
    (row,) = raised(a_finding(), blind=[("a", "DMG", "could not look")])
    assert (row.gain, row.score) == (8, 100)


def test_each_article_is_told_for_itself_and_only_those_asked_for(raised, a_finding):
    items = [a_finding(article_id=name) for name in "abc"]
    assert told(raised(*items, ids="ca")) == {
        ("a", "NUM001"): (8, 100),
        ("c", "NUM001"): (8, 100),
    }


RULES = ("NUM001", "NUM006", "NUM101", "ATT020", "BPL001", "BPL085", "DMG001", "DMG003", "DUP001")
SOME = st.lists(
    st.tuples(st.sampled_from(RULES), st.sampled_from(("error", "warning", "info"))),
    max_size=12,
)


@given(kinds=SOME, shuffled=st.randoms())
def test_a_gain_is_what_scoring_the_rest_gives(raised, high, a_finding, kinds, shuffled):
    """And so whatever the order in which findings come."""
    items = [
        a_finding(rule, severity, start=n, extent=40 * n if rule == "DUP001" else None)
        for n, (rule, severity) in enumerate(kinds)
    ]
    rows = raised(*items)
    for row in rows:
        rest = [item for item in items if item.rule_id not in row.rules]
        assert row.gain == high(rest) - high(items) >= 0
    shuffled.shuffle(items)
    assert raised(*items) == rows


@given(kinds=SOME)
def test_every_rule_that_takes_points_is_told(raised, weights, a_finding, kinds):
    items = [a_finding(rule, level, start=n, extent=50) for n, (rule, level) in enumerate(kinds)]
    found = deduct(frames.frame(items, Finding), weights)
    costing = set(found.filter(pl.col("deduction") > 0)["rule_id"])
    assert costing <= {rule for row in raised(*items) for rule in row.rules}


def test_thousands_of_findings_of_one_article_are_one_case_a_fault(raised, a_finding):
    """What a page of nothing but labels gives."""
    (row,) = raised(*[a_finding("BPL001", start=n) for n in range(5_000)])
    assert (row.findings, row.gain) == (5_000, 6)
