"""How the scores of a run lie, in words and as a picture."""

import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.model import OutletScore
from provenance.reporters.cells import cells
from provenance.reporters.palette import Style
from provenance.reporters.scores_summary import GradeCount, Summary, lines, of_articles, of_outlets

SCORED = ("scored", "without a score")


@pytest.fixture(scope="session")
def summed(article, score, report):
    """The summary of articles with scores; null for none."""

    def _summed(*scores):
        rows = [
            score(f"{n}", each, 200, grade="N/A" if each is None else "A" if each > 89 else "F")
            for n, each in enumerate(scores)
        ]
        return of_articles(report([article(row.article_id, "Words.") for row in rows], scores=rows))

    return _summed


def outlet(name, letter, score):
    return OutletScore(name, 9, 8, 6, 1, 1, score, score, score, letter, None, None, ())


def shown(summary, width=100):
    return list(lines(summary, "article", SCORED, Style(False, width)))


def test_articles_without_a_score_are_counted_apart(summed):
    assert summed(90, None, 100, None) == Summary(
        4, 2, 95, 90, 100, (GradeCount("A", 2), GradeCount("F", 0), GradeCount("N/A", 2))
    )


def test_a_median_between_two_scores_is_rounded_half_up(summed):
    assert summed(90, 95).median == 93


def test_nothing_scored_has_no_median(summed):
    """0 would pass for the worst score there is."""
    summary = summed(None)
    assert (summary.judged, summary.median, summary.lowest, summary.highest) == (0, *[None] * 3)
    assert shown(summary)[0] == "1 article: 0 scored; 1 without a score"


@given(st.lists(st.integers(0, 100), min_size=1, max_size=9))
def test_the_middle_score_is_the_median(summed, scores):
    summary = summed(*scores)
    assert summary.median == int(statistics.median(scores) + 0.5)
    assert (summary.lowest, summary.highest) == (min(scores), max(scores))
    assert sum(grade.count for grade in summary.grades) == summary.rows == len(scores)


def test_outlets_that_cannot_be_judged_move_no_median(report):
    made = report(outlets=[outlet("a", "A", 90), outlet("b", "F", 10), outlet("c", "F", None)])
    summary = of_outlets(made)
    assert (summary.rows, summary.judged, summary.median) == (3, 1, 90)
    assert {grade.grade: grade.count for grade in summary.grades} == {
        **dict.fromkeys("BCDE", 0),
        "A": 1,
        "F": 2,
    }


def test_the_summary_is_told_in_one_line_above_the_picture(summed):
    told = "3 articles: 2 scored from 90 to 100, the middle one 95; 1 without a score"
    assert shown(summed(90, 100, None)) == [
        told,
        "  A    2  " + "█" * 40,
        "  F    0",
        "  N/A  1  " + "█" * 20,
    ]


def test_bars_grow_by_eighths_of_a_cell(summed):
    """Of 64 the longest bar has 320 eighths: 5 for each."""
    picture = shown(summed(*[100] * 64, *[1] * 3))[1:]
    assert [line.split()[-1] for line in picture[:2]] == ["█" * 40, "█▉"]


def test_whoever_is_there_at_all_can_be_seen(summed):
    assert shown(summed(*[100] * 700, 1))[2] == "  F      1  ▏"


def test_no_articles_make_no_picture(summed):
    assert shown(summed()) == ["0 articles: 0 scored"]


COUNTS = st.lists(st.integers(0, 10**7), min_size=1, max_size=6)


@given(COUNTS, st.integers(40, 120))
def test_bars_fit_the_page_and_keep_the_order_of_the_counts(counts, width):
    grades = tuple(GradeCount("ABCDEF"[n], count) for n, count in enumerate(counts))
    picture = shown(Summary(sum(counts), 0, None, None, None, grades), width)
    bars = [line.split()[2:] for line in picture if line.startswith("  ")]
    lengths = [cells(bar[0]) if bar else 0 for bar in bars]
    assert all(cells(line) <= width for line in picture)
    if lengths:
        order = sorted(range(len(counts)), key=lambda n: counts[n])
        assert [lengths[n] for n in order] == sorted(lengths)
        assert all(
            bool(count) == bool(length) for count, length in zip(counts, lengths, strict=True)
        )
