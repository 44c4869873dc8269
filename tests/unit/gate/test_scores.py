"""Scores before the gate: a low one is low, a high one needs coverage."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance import frames
from provenance.gate.scores import lowest_score, mean_score
from provenance.model import Offender, Score


@pytest.fixture(scope="session")
def scores(scored):
    """A frame of scores from pairs of a score and its coverage, of articles a, b, c ..."""

    def make(*pairs):
        rows = [scored("abcdefgh"[n], *pair) for n, pair in enumerate(pairs)]
        return frames.frame(rows, Score)

    return make


def test_the_mean_is_of_the_articles_that_have_a_score(scores):
    reading = mean_score(scores((90, 100), (None, 90), (61, 100)))
    assert reading.value == 75.5
    assert reading.reason == "1 of 3 articles have no score"
    assert not reading.doubtful


def test_the_lowest_score_is_told_with_how_many_are_under_the_bar(scores):
    reading = lowest_score(scores((90, 100), (40, 100), (59, 100), (60, 100)), 60)
    assert reading.value == 40
    assert reading.reason == "2 of 4 articles score under 60"


def test_the_worst_are_the_lowest_and_equal_ones_by_id(scores):
    table = scores((70, 100), (50, 100), (50, 100), (90, 100))
    wanted = (Offender("b", 50.0), Offender("c", 50.0), Offender("a", 70.0))
    assert lowest_score(table, 0).worst == mean_score(table).worst == wanted


@pytest.mark.parametrize(
    ("coverages", "doubtful"),
    [((70, 70), False), ((69, 70), True), ((65,), True), ((100, 40), False), ((100, 39), True)],
)
def test_a_pass_needs_seventy_points_judged_on_average(scores, coverages, doubtful):
    """A lone text reaches 100 with nothing to compare it with: 35 points nobody looked at."""
    table = scores(*((100, coverage) for coverage in coverages))
    assert mean_score(table).doubtful == lowest_score(table, 60).doubtful == doubtful


def test_articles_without_a_score_count_in_the_coverage(scores):
    """They are the ones that least was judged of."""
    assert lowest_score(scores((100, 100), (None, 30)), 60).doubtful


def test_the_reason_says_what_is_missing_and_what_to_do(scores):
    reason = lowest_score(scores((100, 65)), 60).reason
    assert reason.startswith("65 of 100 points could be judged on average, and a pass needs 70")
    assert "--against" in reason


def test_a_mean_just_under_the_bar_is_not_told_as_the_bar(scores):
    reason = mean_score(scores((100, 69), *((100, 70) for _ in range(7)))).reason
    assert reason.startswith("69.88 of 100")


@pytest.mark.parametrize("pairs", [(), ((None, 100), (None, 30))])
def test_no_score_at_all_is_no_value(scores, pairs):
    for reading in (mean_score(scores(*pairs)), lowest_score(scores(*pairs), 0)):
        assert reading.value is None
        assert reading.worst == ()


PAIRS = st.lists(st.tuples(st.none() | st.integers(0, 100), st.integers(0, 100)), max_size=8)


@given(PAIRS)
def test_both_are_what_a_slow_count_says(scores, pairs):
    known = [score for score, _ in pairs if score is not None]
    mean, lowest = mean_score(scores(*pairs)), lowest_score(scores(*pairs), 50)
    if not known:
        assert mean.value is lowest.value is None
        return
    assert mean.value == sum(known) / len(known)
    assert lowest.value == min(known)
    assert mean.doubtful == (sum(coverage for _, coverage in pairs) < 70 * len(pairs))
