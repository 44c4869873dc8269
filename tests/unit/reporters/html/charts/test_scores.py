"""The histogram holds every article, and bars are as high as they say."""

import dataclasses
import random

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.model import Grade
from provenance.reporters.html.charts.scores import BASE, HIGHEST, LEFT, POINT, RIGHT, scores

TWO = Grade("A", 90), Grade("F", 0)


@pytest.fixture(scope="session")
def scored(report, article, score, view):
    """A view of articles with these scores."""

    def _scored(*values, grades=TWO):
        articles = [article(f"{number:06}", "text") for number in range(len(values))]
        given = [
            score(
                each.article_id, value, 5, grade="N/A" if value is None else _grade(value, grades)
            )
            for each, value in zip(articles, values, strict=True)
        ]
        made = report(articles, (), (), given)
        return view(
            dataclasses.replace(made, weights=dataclasses.replace(made.weights, grades=grades))
        )

    def _grade(value, grades):
        return next(grade.letter for grade in grades if value >= grade.least)

    return _scored


def bars(found):
    return found.numbers("rect", "bar", "x", "y", "width", "height")


def test_without_articles_there_is_no_chart(scored):
    assert scores(scored()) == ""


def test_without_a_score_there_is_a_sentence(scored, figure):
    """An empty chart would look as if nothing were wrong."""
    found = figure(scores(scored(None, None)))
    assert "None of 2 articles has a score." in found.caption
    assert found.shapes("svg") == []


def test_bars_stand_over_their_scores_and_are_as_high_as_their_share(scored, figure):
    """40 and 44 are in one bin, 60 in another of half its height; 36 units are five points."""
    found = figure(scores(scored(40, 44, 60)))
    high, low = bars(found)
    assert high == (LEFT + 40 * 7.2 + 1.5, BASE - HIGHEST, 33, HIGHEST)
    assert low == (LEFT + 60 * 7.2 + 1.5, BASE - HIGHEST / 2, 33, HIGHEST / 2)
    assert found.words("value") == ["2", "1"]


def test_a_hundred_is_in_the_last_bin(scored, figure):
    found = figure(scores(scored(95, 99, 100, 94)))
    assert found.tables()[0][-3:-1] == [["90 to 94", "1"], ["95 to 100", "3"]]
    assert max(x + wide for x, _, wide, _ in bars(found)) < RIGHT


def test_one_article_of_very_many_can_be_seen(scored, figure):
    found = figure(scores(scored(*[100] * 5_000, 10)))
    assert min(height for *_, height in bars(found)) == 1.5


def test_articles_without_a_score_are_said_and_not_drawn(scored, figure):
    found = figure(scores(scored(50, None, None)))
    assert "1 article with a score" in found.caption
    assert "2 articles without" in found.caption
    assert found.tables()[0][-1] == ["without a score", "2"]
    assert len(bars(found)) == 1


def test_the_median_is_told_and_marked_where_it_lies(scored, figure):
    found = figure(scores(scored(10, 20, 25, 90)))
    assert "half of them 22.5 or more" in found.caption
    assert "median 22.5" in found.words("tick")
    (mark,) = found.shapes("polygon", "mark")
    tip = mark.get("points").split()[-1]
    assert tip == f"{LEFT + 22.5 * POINT:.2f},23"


def test_where_half_have_the_most_there_is_no_more(scored, figure):
    assert "half of them 100;" in figure(scores(scored(60, 100, 100))).caption


def test_bands_of_grades_cover_all_points_without_a_gap(scored, figure):
    grades = (Grade("A", 90), Grade("B", 62), Grade("F", 0))
    found = figure(scores(scored(95, 10, grades=grades)))
    bands = sorted(found.numbers("rect", "band", "x", "width"))
    edges = [LEFT, LEFT + 62 * POINT, LEFT + 90 * POINT, RIGHT]
    assert [x for x, _ in bands] == pytest.approx(edges[:-1])
    assert [x + wide for x, wide in bands] == pytest.approx(edges[1:], abs=0.02)
    assert found.tables()[1] == [["A, from 90", "1"], ["B, from 62", "0"], ["F, from 0", "1"]]


def test_a_band_too_narrow_for_its_letter_has_none(scored, figure):
    found = figure(scores(scored(95, grades=(Grade("Excellent", 99), Grade("F", 0)))))
    assert "Excellent" not in found.words("tick")
    assert "F" in found.words("tick")


def test_a_grade_from_a_rule_file_is_text(scored, figure):
    grade = "<script>alert(1)</script>"
    found = figure(scores(scored(95, grades=(Grade(grade, 10), Grade("F", 0)))))
    assert grade in found.words("tick")


@given(st.lists(st.none() | st.integers(0, 100), min_size=1, max_size=60))
def test_every_article_is_counted_once_and_every_bar_is_in_the_box(scored, figure, values):
    markup = scores(scored(*values))
    found = figure(markup)
    if found.tables():
        assert sum(int(row[1]) for row in found.tables()[0]) == len(values)
        for x, y, wide, high in bars(found):
            assert LEFT <= x < x + wide <= RIGHT
            assert 16 < y < y + high <= BASE + 0.01


def test_the_order_of_rows_changes_nothing(scored):
    values = [None if number % 7 == 0 else number % 101 for number in range(200)]
    given = scored(*values)
    shuffled = list(range(200))
    random.Random(1).shuffle(shuffled)
    other = dataclasses.replace(given.report, scores=given.report.scores[shuffled])
    assert scores(dataclasses.replace(given, report=other)) == scores(given)
    assert isinstance(other.scores, pl.DataFrame)
