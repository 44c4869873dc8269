"""The scores of the sample stories, reckoned by hand from the points in rules/scoring.yaml."""

from itertools import pairwise
from pathlib import Path

import polars as pl
import pytest

from provenance import api, frames
from provenance.model import AppliedCap, OutletScore, Score

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def report():
    return api.check([str(SEEDS)])


@pytest.fixture(scope="module")
def scores(report):
    """By what the page of the corpus calls an article."""
    above = f"{SEEDS}/"
    rows = frames.rows(report.scores, Score)
    return {row.article_id.removeprefix(above): row for row in rows}


def lost(row):
    return {part.name: part.lost for part in row.dimensions if part.lost}


def test_the_original_and_its_credited_reprint_lose_nothing(scores):
    """Being copied is no fault, and agency copy under its credit is ordinary practice."""
    assert scores["reuters/dockers-walk-out.md"].score == 100
    assert scores["harbour-gazette/dockers-walk-out.md"].score == 100


@pytest.mark.parametrize(
    "name", ["varn-courier/quays-fall-silent.md", "tarnholm-post/port-at-a-standstill.md"]
)
def test_a_copy_without_credit_is_capped_at_59(scores, name):
    """25 points for more than 150 words, then 16 more down to the cap."""
    row = scores[name]
    assert (row.score, row.grade, lost(row)) == (59, "D", {"originality": 25})
    assert row.caps == (AppliedCap("lifted-text", 59, 16),)


def test_the_sample_stories_stand_in_the_order_that_their_page_tells(scores):
    """Who wrote or credited it above who lifted a part, the scraped page, and who took it whole."""
    order = [
        ["reuters/dockers-walk-out.md", "harbour-gazette/dockers-walk-out.md"],
        ["harbour-gazette/cannery-fire-questions.md"],
        ["newsloop/rockslide-vellmar-pass.md"],
        ["varn-courier/quays-fall-silent.md", "tarnholm-post/port-at-a-standstill.md"],
    ]
    told = [[scores[name].score for name in names] for names in order]
    assert all(min(above) > max(below) for above, below in pairwise(told))


def test_a_lifted_passage_costs_by_its_words(scores):
    """47 words: 25 * 47 / 150 = 7.8."""
    assert lost(scores["harbour-gazette/cannery-fire-questions.md"]) == {"originality": 8}


def test_the_scraped_page_loses_all_of_integrity(scores):
    """NUM001 and NUM002 take 8 each; furniture 5 or 6 and spun compounds 5 and 3 are over 13."""
    row = scores["newsloop/rockslide-vellmar-pass.md"]
    assert lost(row) == {"consistency": 16, "integrity": 15}
    assert (row.score, row.caps) == (69, ())


def test_the_spun_page_is_capped_at_59(scores):
    """ATT002 8, ATT003 6, ATT004 4; ATT020 4; DMG001 5, DMG003 5 and furniture 3 + 2."""
    row = scores["newsloop/border-post-raid.md"]
    assert lost(row) == {"sourcing": 18, "consistency": 4, "integrity": 15}
    assert row.caps == (AppliedCap("spun-text", 59, 4),)


def test_a_headline_with_another_figure_is_capped_at_74(scores):
    """NUM006 takes 5 and the empty byline 2; the cap takes the other 19."""
    row = scores["se-0318"]
    assert lost(row) == {"consistency": 5, "metadata": 2}
    assert (row.score, row.caps) == (74, (AppliedCap("headline-figure", 74, 19),))


@pytest.mark.parametrize("name", ["cr-0404", "de-dijkbode/veer-vaart-weer.md"])
def test_what_cannot_be_judged_has_no_grade(scores, name):
    """A brief, and a language without packs."""
    assert (scores[name].score, scores[name].grade) == (None, "N/A")


def test_every_point_is_a_finding_or_a_cap(report):
    spent = report.findings.group_by("article_id").agg(pl.col("deduction").sum())
    taken = dict(spent.iter_rows())
    for row in frames.rows(report.scores, Score):
        capped = sum(cap.taken for cap in row.caps)
        assert row.high == 100 - taken.get(row.article_id, 0) - capped


def test_the_wire_story_is_one_unit_of_its_own_and_three_republished(report):
    outlets = {row.outlet: row for row in frames.rows(report.outlets, OutletScore)}
    assert (outlets["Reuters"].own, outlets["Reuters"].republished) == (1, 0)
    for name in ("Harbour Gazette", "The Varn Courier", "Tarnholm Post"):
        assert outlets[name].republished == 1


def test_no_outlet_of_fewer_than_five_units_has_a_letter(report):
    for row in frames.rows(report.outlets, OutletScore):
        assert row.letter == "F" or row.own >= 5
