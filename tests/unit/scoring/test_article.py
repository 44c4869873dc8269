"""Every point lost is a finding or a cap, and what was not judged is neither good nor bad."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance import frames
from provenance.model import AppliedCap, DimensionScore, Finding, Score
from provenance.scoring import deduct, score

BLIND = {"article_id": pl.String, "key": pl.String, "reason": pl.String}


@pytest.fixture(scope="module")
def scored(weights):
    """The scores of findings, by article; all articles have so many words."""

    def _scored(*items, words=500, blind=(), articles=("a",)):
        counted = pl.DataFrame(
            {"article_id": articles, "words": [words] * len(articles)},
            schema={"article_id": pl.String, "words": pl.Int64},
        )
        unseen = pl.DataFrame(list(blind), schema=BLIND, orient="row")
        found = deduct(frames.frame(items, Finding), weights)
        rows = frames.rows(score(counted, unseen, found, weights), Score)
        return {row.article_id: row for row in rows}

    return _scored


def test_an_article_without_findings_has_a_hundred(scored):
    row = scored()["a"]
    assert (row.score, row.grade, row.low, row.high, row.coverage) == (100, "A", 100, 100, 100)
    assert (row.words, row.reason, row.caps) == (500, None, ())


def test_every_dimension_tells_what_it_lost_in_the_order_declared(scored, a_finding):
    row = scored(a_finding(), a_finding("DMG001"), a_finding("ATT020"))["a"]
    assert row.dimensions == (
        DimensionScore("consistency", 20, 11, judged=True, reason=None),
        DimensionScore("integrity", 15, 3, judged=True, reason=None),
        DimensionScore("sourcing", 40, 0, judged=True, reason=None),
        DimensionScore("originality", 25, 0, judged=True, reason=None),
    )
    assert row.score == 100 - 11 - 3


@pytest.mark.parametrize(
    ("lost", "grade"), [(0, "A"), (10, "A"), (11, "B"), (25, "B"), (26, "C"), (41, "D"), (61, "F")]
)
def test_a_grade_begins_at_its_least_score(weights, a_finding, lost, grade):
    found = frames.frame([a_finding("NUM001")], Finding).with_columns(deduction=pl.lit(lost))
    counted = pl.DataFrame({"article_id": ["a"], "words": [500]})
    told = score(counted, pl.DataFrame(schema=BLIND), found.cast({"deduction": pl.Int64}), weights)
    assert told.select("score", "grade").rows() == [(100 - lost, grade)]


def test_too_short_an_article_has_no_score_and_says_why(scored):
    """A score of 100 for three words would be a lie, and so would one of 0."""
    row = scored(words=149)["a"]
    assert (row.score, row.grade, row.low, row.high) == (None, "N/A", 0, 100)
    assert row.reason == "149 words outside boilerplate, 150 are needed"
    assert scored(words=150)["a"].score == 100


def test_a_dimension_that_was_not_judged_stays_in_the_interval(scored, a_finding):
    """Originality weighs 25: what it would have taken is not known, and is not made up for."""
    blind = [("a", "DUP", "duplication: nothing to compare with")]
    row = scored(a_finding(), blind=blind)["a"]
    assert (row.score, row.low, row.high, row.coverage) == (92, 67, 92, 75)
    (part,) = (each for each in row.dimensions if not each.judged)
    assert (part.name, part.reason) == ("originality", "duplication: nothing to compare with")


def test_what_a_dimension_lost_in_part_is_not_taken_twice_from_the_interval(scored, a_finding):
    """Of the 15 points of integrity 3 are gone for sure, 12 are open."""
    row = scored(a_finding("DMG001"), blind=[("a", "BPL", "boilerplate: no packs")])["a"]
    assert (row.high, row.low) == (97, 85)


def test_an_article_of_which_too_little_could_be_judged_has_no_score(scored):
    blind = [("a", "ATT", "sourcing: no language"), ("a", "NUM", "figures: no language")]
    row = scored(blind=blind)["a"]
    assert (row.score, row.grade, row.coverage) == (None, "N/A", 40)
    assert row.reason == "40 % of the score could be judged, 60 % are needed"
    assert (row.low, row.high) == (40, 100)


def test_a_rule_that_could_not_be_looked_for_blinds_the_dimension_that_counts_it(scored):
    """Quotations are compared in one check and looked at in another."""
    row = scored(blind=[("a", "ATT020", "naming: no language")])["a"]
    assert [part.name for part in row.dimensions if not part.judged] == ["consistency"]
    row = scored(blind=[("a", "QUO001", "drift: nothing to compare with")])["a"]
    assert [part.name for part in row.dimensions if not part.judged] == ["sourcing"]


def test_a_family_outside_every_dimension_blinds_nothing(scored):
    assert scored(blind=[("a", "STA", "statistics: off")])["a"].coverage == 100


def test_of_several_reasons_the_one_of_the_first_key_is_told(scored):
    blind = [("a", "DMG", "damage: broke"), ("a", "BPL", "boilerplate: no packs")]
    told = {part.name: part.reason for part in scored(blind=blind)["a"].dimensions}
    assert told["integrity"] == "boilerplate: no packs"


@pytest.mark.parametrize("turn", [1, -1])
def test_the_key_goes_before_the_reason_and_the_reason_decides_between_equals(scored, turn):
    """One article tells one reason, whatever the order of the rows."""
    blind = [("a", "DMG", "broke"), ("a", "BPL", "no packs"), ("a", "BPL", "no language")]
    told = {part.name: part.reason for part in scored(blind=blind[::turn])["a"].dimensions}
    assert told["integrity"] == "no language"
    told = {part.name: part.reason for part in scored(blind=blind[:2][::turn])["a"].dimensions}
    assert told["integrity"] == "no packs"


def test_a_cap_takes_what_is_above_its_limit(scored, a_finding):
    """100 - 25 = 75, and 59 is the most beside a story's worth of lifted text."""
    row = scored(a_finding("DUP001", extent=150))["a"]
    assert (row.score, row.grade) == (59, "D")
    assert row.caps == (AppliedCap("lifted", 59, 16),)


def test_of_several_caps_the_strictest_takes_all(scored, a_finding):
    row = scored(a_finding("DUP001", extent=150), a_finding("NUM006"))["a"]
    assert row.caps == (AppliedCap("lifted", 59, 13), AppliedCap("headline", 74, 0))
    assert row.score == 100 - 25 - 3 - 13


def test_a_cap_takes_nothing_from_what_is_lower_already(scored, a_finding):
    lost = [a_finding(f"ATT0{n}", "error", start=n) for n in range(10, 15)]
    row = scored(a_finding("DUP001", extent=150), *lost)["a"]
    assert row.score == 100 - 25 - 40
    assert row.caps == (AppliedCap("lifted", 59, 0),)


def test_every_article_has_a_score_row_and_no_other_has(scored, a_finding):
    rows = scored(a_finding(article_id="b"), articles=("a", "b", "c"))
    assert {key: row.score for key, row in rows.items()} == {"a": 100, "b": 92, "c": 100}


def test_no_articles_are_no_scores(scored):
    assert scored(articles=()) == {}


@st.composite
def some_findings(draw):
    rules = st.sampled_from(["NUM001", "NUM006", "BPL001", "DMG001", "DMG003", "DUP001", "STA001"])
    level = st.sampled_from(["error", "warning", "info"])
    rows = st.lists(
        st.tuples(rules, level, st.integers(0, 5), st.sampled_from("ab"), st.integers(0, 90)),
        max_size=30,
    )
    return draw(rows)


BLINDS = st.lists(
    st.tuples(st.sampled_from("ab"), st.sampled_from(["DUP", "NUM", "BPL", "ATT"]), st.just("off")),
    unique=True,
)


@given(some_findings(), BLINDS, st.integers(0, 400))
def test_a_hundred_less_deductions_and_caps_is_the_score_and_lies_in_its_interval(
    weights, a_finding, rows, blind, words
):
    found = deduct(frames.frame([a_finding(*row) for row in rows], Finding), weights)
    counted = pl.DataFrame({"article_id": ["a", "b"], "words": [words, 200]})
    unseen = pl.DataFrame(blind, schema=BLIND, orient="row")
    for row in frames.rows(score(counted, unseen, found, weights), Score):
        own = found.filter(pl.col("article_id") == row.article_id)
        assert row.high == 100 - own["deduction"].sum() - sum(cap.taken for cap in row.caps)
        assert row.score in (None, row.high)
        assert 0 <= row.low <= row.high <= 100
        assert (row.score is None) == (row.reason is not None) == (row.grade == "N/A")
        assert row.coverage == sum(part.weight for part in row.dimensions if part.judged)
        assert sum(part.lost for part in row.dimensions) == own["deduction"].sum()
        if row.score is not None:
            limits = [cap.limit for cap in row.caps]
            assert all(row.score <= limit for limit in limits)


@given(some_findings(), some_findings())
def test_one_more_finding_never_raises_a_score(scored, a_finding, rows, more):
    few, many = ([a_finding(*row) for row in each] for each in (rows, rows + more))
    before, after = (scored(*each, articles=("a", "b")) for each in (few, many))
    assert all(after[key].score <= before[key].score for key in "ab")


@given(st.lists(st.sampled_from(["DUP", "NUM", "BPL", "ATT"]), unique=True))
def test_looking_at_less_never_raises_a_score_or_narrows_its_interval(scored, a_finding, families):
    seen, unseen = (
        scored(a_finding(), blind=blind)["a"]
        for blind in ((), [("a", name, "off") for name in families])
    )
    assert unseen.score in (None, seen.score)
    assert unseen.low <= seen.low
    assert unseen.high == seen.high
