import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.model import Cluster
from provenance.reporters.html.sharing import MOST_LISTED, cluster, partners, ran_first

DATES = ["2026-03-01", "2026-03-03", "2026-03-03T09:00:00Z", None]


@pytest.fixture
def shared(region):
    """A region between two articles of some words."""

    def _shared(left, right, words, label="edited", start=0):
        return region(
            (start, start + 5), (0, 5), left_id=left, right_id=right,
            matched_words=words, label=label,
        )  # fmt: skip

    return _shared


def test_partners_come_by_the_words_they_share_with_what_is_known_of_them(view, article, shared):
    own = article("b", "Words here.", date="2026-03-03")
    earlier = article("a", "Words here.", title="First", outlet="Post", date="2026-03-01")
    regions = [
        shared("a", "b", 20),
        shared("a", "b", 40, "quotation", start=6),
        shared("b", "c", 55, "syndicated"),
    ]
    seen = view([own, earlier, article("c", "Words here.")], regions=regions)
    listed, more = partners(seen, own)
    assert more == 0
    assert [(each.article.title, each.words, each.labels) for each in listed] == [
        ("First", 60, ["quotation", "edited"]),
        ("c", 55, ["syndicated"]),
    ]
    assert [each.order for each in listed] == ["ran first", "not known"]
    assert [each.pair for each in listed] == ["#p1", "#p2"]
    assert [each.quotation for each in listed] == [False, False]


def test_who_shares_quotations_alone_can_be_set_aside(view, article, shared):
    stories = [article(name, "Words here.") for name in "ab"]
    seen = view(stories, regions=[shared("a", "b", 20, "quotation")])
    assert partners(seen, stories[0])[0][0].quotation


def test_boilerplate_and_chance_make_nobody_a_partner(view, article, shared):
    stories = [article(name, "Words here.") for name in "ab"]
    regions = [shared("a", "b", 20, "boilerplate"), shared("a", "b", 9, "incidental", start=6)]
    assert partners(view(stories, regions=regions), stories[0]) == ([], 0)


def test_an_article_of_the_archive_is_named_and_not_linked(view, article, shared):
    own, old = article("a", "Words here."), article("old", "Words here.", title="Long ago")
    seen = view([own], archive=[old], regions=[shared("a", "old", 20)])
    (partner,) = partners(seen, own)[0]
    assert (partner.article.title, partner.article.link, partner.pair) == ("Long ago", None, "#p1")


def test_of_a_thousand_partners_the_first_are_listed_and_the_rest_counted(view, article, shared):
    stories = [article(f"s{n:04}", "Words here.") for n in range(1_000)]
    regions = [shared("s0000", story.article_id, 20) for story in stories[1:]]
    listed, more = partners(view(stories, regions=regions), stories[0])
    assert len(listed) == MOST_LISTED
    assert len(listed) + more == 999


def test_a_cluster_tells_its_origin_and_why(view, article):
    stories = [article(name, "Words here.") for name in "abc"]
    seen = view(stories, clusters=[Cluster("a", name, "b", "credit") for name in "abc"])
    told = cluster(seen, stories[0])
    assert (told.size, told.origin.title, told.is_own) == (3, "b", False)
    assert told.reason == "all others credit its outlet"
    assert [each.title for each in told.others] == ["b", "c"]
    assert cluster(seen, stories[1]).is_own


def test_a_cluster_without_an_origin_says_why_there_is_none(view, article):
    stories = [article(name, "Words here.") for name in "ab"]
    seen = view(stories, clusters=[Cluster("a", name, None, "tie") for name in "ab"])
    told = cluster(seen, stories[0])
    assert (told.origin, told.is_own) == (None, False)
    assert told.reason == "all are dated, and none ran before all others"


def test_an_article_without_copies_is_in_no_cluster(view, article):
    story = article("a", "Words here.")
    assert cluster(view([story]), story) is None


@given(st.sampled_from(DATES), st.sampled_from(DATES))
def test_two_articles_agree_on_which_ran_first(article, one, other):
    left, right = article("a", "x", date=one), article("b", "x", date=other)
    mirrored = {"ran first": "ran later", "ran later": "ran first", "not known": "not known"}
    assert ran_first(right, left) == mirrored[ran_first(left, right)]


def test_a_day_and_a_time_on_it_tell_no_order(article):
    day, time = article("a", "x", date=DATES[1]), article("b", "x", date=DATES[2])
    assert ran_first(day, time) == "not known"
    assert ran_first(day, article("c", "x", date=DATES[0])) == "ran first"
