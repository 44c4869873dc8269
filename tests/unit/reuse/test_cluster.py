"""Articles are one story when their words say so, and the origin is told only when the dates do."""

from hypothesis import given
from hypothesis import strategies as st

from provenance.model import Article, Credit, Label, Region
from provenance.reuse import clusters, near_duplicates

TAGGED = ("tag", "article")


def pairs_of(table, *regions):
    return near_duplicates(table(Region, *regions)).rows()


def test_four_fifths_of_the_shorter_article_make_a_near_duplicate(table, region):
    assert pairs_of(table, region("a", "b", left_share=0.2, right_share=0.8)) == [("a", "b")]
    assert pairs_of(table, region("a", "b", left_share=0.79, right_share=0.79)) == []


def test_either_side_may_be_the_shorter_one(table, region):
    assert pairs_of(table, region("a", "b", left_share=0.9, right_share=0.1)) == [("a", "b")]


def test_boilerplate_does_not_make_a_near_duplicate(table, region):
    """A page that is nine tenths furniture is not another page with the same furniture."""
    furniture = region("a", "b", left_share=0.9, right_share=0.9, label=Label.BOILERPLATE)
    assert pairs_of(table, furniture) == []


def test_the_share_is_taken_without_the_boilerplate(table, region):
    """.9 of the words are shared, a third of these in boilerplate: .6 are left."""
    shares = {"left_share": 0.9, "right_share": 0.9}
    text = region("a", "b", left_words=200, right_words=200, **shares)
    furniture = region(
        "a", "b", left_start=500, left_words=100, right_words=100, label=Label.BOILERPLATE, **shares
    )
    assert pairs_of(table, text, furniture) == []
    small = region(
        "a", "b", left_start=500, left_words=20, right_words=20, label=Label.BOILERPLATE, **shares
    )
    assert pairs_of(table, text, small) == [("a", "b")]


def test_a_brief_of_one_sentence_joins_no_articles(table, region):
    """It may stand in two long stories that have nothing else in common."""
    brief = {"left_share": 1.0, "right_share": 0.1}
    assert pairs_of(table, region("a", "b", matched_words=29, **brief)) == []
    assert pairs_of(table, region("a", "b", matched_words=30, **brief)) == [("a", "b")]


OUTLETS = {"a": "The Gazette", "b": "Courier", "c": "Ledger"}


def clusters_of(table, article, links, dates=None, credited=()):
    """Rows of cluster, article, origin and reason.

    Outlets are those of OUTLETS; `credited` are (article, outlet credited).
    """
    dates = dates or {}
    names = sorted({name for link in links for name in link[:2]} | set(dates))
    known = (article(name, "x", OUTLETS.get(name), dates.get(name)) for name in names)
    credits_ = (Credit(name, 0, 9, "outlet", source, *TAGGED) for name, source in credited)
    regions = table(Region, *(link[2] for link in links))
    return clusters(regions, table(Article, *known), table(Credit, *credits_)).rows()


def origin_of(*known):
    """The origin and the reason of the only cluster."""
    ((origin, reason),) = {row[2:] for row in clusters_of(*known)}
    return origin, reason


def linked(region, *pairs, **said):
    return [(a, b, region(a, b, **{"left_share": 0.9, **said})) for a, b in pairs]


def test_near_duplicates_of_one_article_are_one_cluster(table, article, region):
    found = clusters_of(table, article, linked(region, ("b", "c"), ("a", "b")))
    assert found == [("a", name, None, "unknown") for name in "abc"]


def test_two_pairs_are_two_clusters(table, article, region):
    found = clusters_of(table, article, linked(region, ("a", "b"), ("c", "d")))
    assert [row[:2] for row in found] == [("a", "a"), ("a", "b"), ("c", "c"), ("c", "d")]


def test_articles_that_share_a_passage_only_are_in_no_cluster(table, article, region):
    assert clusters_of(table, article, linked(region, ("a", "b"), left_share=0.5)) == []


def test_the_origin_ran_before_all_others(table, article, region):
    dates = {"a": "2024-05-04", "b": "2024-05-03", "c": "2024-05-05"}
    links = linked(region, ("a", "b"), ("b", "c"))
    assert origin_of(table, article, links, dates) == ("b", "date")


def test_a_tie_for_the_earliest_date_leaves_the_origin_unknown(table, article, region):
    dates = {"a": "2024-05-03", "b": "2024-05-03T06:00:00Z", "c": "2024-05-05"}
    links = linked(region, ("a", "b"), ("b", "c"))
    assert origin_of(table, article, links, dates) == (None, "tie")


def test_a_missing_date_leaves_the_origin_unknown(table, article, region):
    links = linked(region, ("a", "b"))
    assert origin_of(table, article, links, {"a": "2024-05-03"}) == (None, "unknown")


def test_the_article_whose_outlet_all_others_credit_is_the_origin(table, article, region):
    """Also against the dates: an archive may have got the original last."""
    links = linked(region, ("a", "b"), ("a", "c"))
    dates = {"a": "2024-05-05", "b": "2024-05-03", "c": "2024-05-04"}
    both = [("b", "Gazette"), ("c", "gazette.com")]
    assert origin_of(table, article, links, dates, both) == ("a", "credit")
    assert origin_of(table, article, links, dates, both[:1]) == ("b", "date")


def test_an_article_that_credits_itself_is_credited_by_the_others_all_the_same(
    table, article, region
):
    """An agency's own copy has the agency in its dateline."""
    links = linked(region, ("a", "b"))
    credited = [("a", "The Gazette"), ("b", "Gazette")]
    assert origin_of(table, article, links, {}, credited) == ("a", "credit")


def test_two_that_credit_each_other_leave_the_question_to_the_dates(table, article, region):
    links = linked(region, ("a", "b"))
    credited = [("a", "Courier"), ("b", "Gazette")]
    assert origin_of(table, article, links, {}, credited) == (None, "unknown")
    dates = {"a": "2024-05-04", "b": "2024-05-03"}
    assert origin_of(table, article, links, dates, credited) == ("b", "credit")


def test_the_article_that_holds_all_others_and_more_is_the_origin(table, article, region):
    """Papers cut agency copy from the end; nobody writes paragraphs into the middle of it."""
    links = [
        ("a", "b", region("a", "b", left_share=0.7, right_share=1.0)),
        ("a", "c", region("a", "c", left_share=0.6, right_share=0.95)),
        ("b", "c", region("b", "c", left_share=0.9, right_share=0.9)),
    ]
    assert origin_of(table, article, links) == ("a", "superset")
    assert origin_of(table, article, links, dict.fromkeys("abc", "2024-05-03")) == ("a", "superset")


def test_an_article_that_holds_some_of_the_others_is_no_origin(table, article, region):
    links = [
        ("a", "b", region("a", "b", left_share=0.7, right_share=1.0)),
        ("b", "c", region("b", "c", left_share=0.9, right_share=0.9)),
    ]
    assert origin_of(table, article, links) == (None, "unknown")


def test_of_two_equal_articles_neither_holds_more(table, article, region):
    links = [("a", "b", region("a", "b", left_share=1.0, right_share=1.0))]
    assert origin_of(table, article, links) == (None, "unknown")


def test_two_pairs_that_share_a_line_are_two_clusters(table, article, region):
    """One bucket of candidates holds all four; only what was verified joins them."""
    line = {"left_share": 0.1, "right_share": 0.1, "matched_words": 20}
    links = [
        *linked(region, ("a", "b"), ("c", "d")),
        *((x, y, region(x, y, **line)) for x in "ab" for y in "cd"),
    ]
    found = clusters_of(table, article, links)
    assert [row[:2] for row in found] == [("a", "a"), ("a", "b"), ("c", "c"), ("c", "d")]


def test_forty_reprints_are_one_cluster_with_its_origin(table, article, region):
    dates = {f"a{n:02}": f"2024-05-03T{n // 60:02}:{n % 60:02}:00Z" for n in range(40)}
    links = linked(region, *((f"a{n - 1:02}", f"a{n:02}") for n in range(1, 40)))
    found = clusters_of(table, article, links, dates)
    assert {(row[0], row[2]) for row in found} == {("a00", "a00")}
    assert len(found) == 40


def test_no_regions_make_no_clusters(table, article):
    assert clusters_of(table, article, []) == []


names = st.sampled_from("abcdefgh")


@given(st.sets(st.tuples(names, names).filter(lambda pair: pair[0] < pair[1])))
def test_the_clusters_are_the_connected_components(table, article, region, pairs):
    """Against the obvious way: spread the smallest name until nothing changes."""
    smallest = {name: name for pair in pairs for name in pair}
    for _ in smallest:
        for a, b in pairs:
            smallest[a] = smallest[b] = min(smallest[a], smallest[b])
    found = clusters_of(table, article, linked(region, *sorted(pairs)))
    assert {row[1]: row[0] for row in found} == smallest
