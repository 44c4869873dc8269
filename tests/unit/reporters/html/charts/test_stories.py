"""Which stories are drawn, from where they came, and how much of the first each article carries."""

import dataclasses

import pytest

from provenance.model import Cluster, OriginReason
from provenance.reporters.html.charts.stories import ARTICLES, STORIES, stories


def time(hour, day=1):
    return f"2026-03-{day:02}T{hour:02}:00:00Z"


@pytest.fixture
def ran(article):
    """Articles by number, of outlets, an hour after one another."""

    def _ran(*outlets, start=0):
        return [
            article(f"{start + at:03}", "text", outlet=outlet, date=time(at % 24, 1 + at // 24))
            for at, outlet in enumerate(outlets)
        ]

    return _ran


def test_a_story_has_its_articles_in_time(ran, report, lineage, view):
    a, b, c = ran("Ant", "Bee", "Cat")
    late = dataclasses.replace(a, date=time(20))
    (story,) = stories(view(report([late, b, c], lineages=lineage(a, b, c))))
    assert [run.outlet for run in story.runs] == ["Bee", "Cat", "Ant"]
    assert (story.origin_id, story.reason) == (b.article_id, OriginReason.DATE)
    assert (story.dated, story.undated, story.outlets) == (3, 0, 3)


def test_two_articles_or_one_outlet_make_no_story(ran, report, lineage, view):
    few, own = ran("Ant", "Bee"), ran("Cat", "Cat", "the cat", start=5)
    undated = [
        dataclasses.replace(each, article_id=f"9{each.article_id}", date=None) for each in own
    ]
    lineages = [*lineage(*few), *lineage(*own), *lineage(*undated)]
    assert stories(view(report([*few, *own, *undated], lineages=lineages))) == []


def test_only_the_largest_stories_are_told(ran, report, lineage, view):
    """Equal ones are taken in the order of their ids."""
    groups = [ran("Ant", "Bee", *["Cat"] * (at == 6 or 1), start=10 * at) for at in range(7)]
    groups[6] += ran("Ant", start=90)
    every = [each for group in groups for each in group]
    lineages = [row for group in groups for row in lineage(*group)]
    found = stories(view(report(every, lineages=lineages)))
    assert len(found) == STORIES
    assert [story.runs[0].article_id for story in found] == ["060", "000", "010", "020", "030"]


def test_the_cluster_says_the_origin_before_the_dates_do(ran, report, lineage, view):
    a, b, c = ran("Ant", "Bee", "Cat")
    clusters = [Cluster("000", each.article_id, "002", "credit") for each in (a, b, c)]
    (story,) = stories(view(report([a, b, c], lineages=lineage(a, b, c), clusters=clusters)))
    assert (story.origin_id, story.reason) == ("002", OriginReason.CREDIT)


def test_at_equal_times_nobody_is_the_origin(ran, report, lineage, view):
    a, b, c = (dataclasses.replace(each, date=time(5)) for each in ran("Ant", "Bee", "Cat"))
    (story,) = stories(view(report([c, a, b], lineages=lineage(a, b, c))))
    assert (story.origin_id, story.reason) == (None, None)
    assert [run.carried for run in story.runs] == [None, None, None]


def test_shares_are_those_of_words_shared_with_the_origin(ran, report, lineage, view, shared):
    """The origin is on the left of one region and on the right of the other.

    Of the words that b shares with it a quarter stand in boilerplate, which is left out: of .8 of
    the origin's words .6 remain, of .4 of its own .3.
    """
    b, a, c = ran("Bee", "Ant", "Cat")
    a = dataclasses.replace(a, date="2026-02-01T00:00:00Z")
    regions = [
        shared(b, a, left_share=0.4, right_share=0.8, left_words=30, right_words=30),
        shared(
            b, a, left_start=5, left_share=0.4, right_share=0.8, left_words=10, right_words=10,
            label="boilerplate",
        ),
        shared(a, c, left_share=0.5, right_share=1.0),
    ]  # fmt: skip
    (story,) = stories(view(report([a, b, c], lineages=lineage(a, b, c), regions=regions)))
    found = {run.outlet: (run.carried, run.own) for run in story.runs}
    assert found["Ant"] == (None, None)
    assert found["Bee"] == (pytest.approx(0.6), pytest.approx(0.3))
    assert found["Cat"] == (0.5, 1.0)


def test_a_credit_of_the_origins_outlet_is_told_before_others(ran, report, lineage, view, credit):
    a, b, c = ran("Ant", "Bee", "Cat")
    given = [credit(b, "Reuters"), credit(b, "The Ant"), credit(c, "Getty", "picture")]
    given += [credit(c, "AFP", form="share")]
    (story,) = stories(view(report([a, b, c], lineages=lineage(a, b, c), credits=given)))
    assert [run.credit for run in story.runs] == [None, "The Ant", None]


def test_the_archives_articles_are_not_linked_nor_looked_at_for_credits(ran, report, lineage, view):
    a, b, c = ran("Ant", "Bee", "Cat")
    (story,) = stories(view(report([b, c], archive=[a], lineages=lineage(a, b, c))))
    assert [(run.anchor, run.credits_known) for run in story.runs] == [
        (None, False),
        ("a1", True),
        ("a2", True),
    ]


def test_of_many_articles_the_first_are_told_and_the_origin(ran, report, lineage, view):
    every = ran(*["Ant", "Bee"] * 20)
    clusters = [Cluster("000", each.article_id, "039", "credit") for each in every]
    (story,) = stories(view(report(every, lineages=lineage(*every), clusters=clusters)))
    ids = [run.article_id for run in story.runs]
    assert ids == [*(f"{at:03}" for at in range(ARTICLES - 1)), "039"]
    assert story.dated == 40


def test_articles_without_a_date_or_with_nonsense_are_counted(ran, report, lineage, view):
    a, b, c, d, e = ran("Ant", "Bee", "Cat", "Dog", "Elk")
    d, e = dataclasses.replace(d, date=None), dataclasses.replace(e, date="<script>")
    (story,) = stories(view(report([a, b, c, d, e], lineages=lineage(a, b, c, d, e))))
    assert (story.dated, story.undated, len(story.runs)) == (3, 2, 3)


def test_a_story_of_very_many_copies_is_told_in_a_moment(ran, report, lineage, view):
    """Not each with each: five thousand copies would be millions."""
    every = ran(*[f"Outlet {at % 50}" for at in range(600)])
    (story,) = stories(view(report(every, lineages=lineage(*every))))
    assert (story.dated, story.outlets, len(story.runs)) == (600, 50, ARTICLES)
