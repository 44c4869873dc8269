"""A region has two sides; each judged article sees its own, with the other as evidence."""

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.checks.views import by_article, overlapping, views


@pytest.fixture
def seen(corpus_of, story, art):
    """The views of two articles with one passage in common, by article."""

    def _seen(left=(None, None), right=(None, None), archive=()):
        passage = story(9, 40)
        articles = {
            "a": art("a", f"{story(1)} {passage}", *left),
            "b": art("b", f"{passage} {story(2)}", *right),
        }
        corpus = corpus_of(
            *(item for name, item in articles.items() if name not in archive),
            archive=[articles[name] for name in archive],
        )
        return {group[0].article_id: group for group in by_article(views(corpus.regions, corpus))}

    return _seen


def test_both_sides_see_the_region_from_where_they_are(seen, story):
    found = seen()
    (left,), (right,) = found["a"], found["b"]
    assert (left.other_id, right.other_id) == ("b", "a")
    assert (left.start, left.end) == (right.other_start, right.other_end)
    assert (right.start, right.end) == (left.other_start, left.other_end)
    assert left.end - left.start == len(story(9, 40))
    assert (left.matched, left.longest, left.articles) == (40, 40, 2)


def test_the_archive_sees_nothing(seen):
    assert list(seen(archive=["b"])) == ["a"]


def test_a_view_knows_which_ran_first(seen):
    found = seen(("2024-05-03", None), ("2024-05-05", None))
    (left,), (right,) = found["a"], found["b"]
    assert (left.ran_first, left.other_first, left.days_after) == (True, False, -2)
    assert (right.ran_first, right.other_first, right.days_after) == (False, True, 2)
    assert right.order == "it ran there first, on 2024-05-03"
    assert right.other.note == "also in a, ran first on 2024-05-03"


def test_unknown_dates_say_nothing(seen):
    ((view,), _) = seen((None, None), ("2024-05-05", None)).values()
    assert (view.ran_first, view.other_first, view.days_after) == (False, False, None)
    assert view.order == "which ran first is not known"
    assert view.other.note == "also in b"


def test_a_view_knows_whether_it_looks_at_its_own_outlet(seen):
    own = seen((None, "The Gazette"), (None, "gazette"))["a"][0].own
    other = seen((None, "Gazette"), (None, "Courier"))["a"][0].own
    assert (own, other) == (True, False)


@given(st.integers(0, 999))
def test_groups_hold_what_overlaps_and_nothing_else(seed):
    """Against the obvious way: characters that are covered without a break."""
    rnd = random.Random(seed)

    class Span:
        def __init__(self):
            self.start = rnd.randrange(50)
            self.end = self.start + rnd.randint(1, 9)

    spans = sorted((Span() for _ in range(rnd.randrange(9))), key=lambda item: item.start)
    groups = overlapping(spans)
    assert [item for group in groups for item in group] == spans
    for before, after in pairwise(groups):
        assert max(item.end for item in before) <= min(item.start for item in after)
    for group in groups:
        covered = {n for item in group for n in range(item.start, item.end)}
        assert covered == set(range(min(covered), max(covered) + 1))
