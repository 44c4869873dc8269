"""The counts of a passage: all articles, outlets and days that have it, however it was linked."""

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance import frames
from provenance.model import Article, Region
from provenance.reuse.breadth import UNCOUNTED, counted, uncounted

TEXT = "x" * 2000


@pytest.fixture
def counts(table, article, region):
    """The rows of regions, counted; `articles` are (id, outlet, date), all of 2,000 characters."""

    def _counts(articles, *regions):
        known = [article(name, TEXT, *facts) for name, *facts in articles]
        made = [region(left, right, **said) for left, right, said in regions]
        return list(frames.rows(counted(table(Region, *made), table(Article, *known)), Region))

    return _counts


def at(start, end, there=None):
    """Spans on both sides: the same ones unless said otherwise."""
    right = there or (start, end)
    return {"left_start": start, "left_end": end, "right_start": right[0], "right_end": right[1]}


PASSAGE = at(500, 800)


def test_two_articles_are_two(counts):
    (row,) = counts(
        [("a", "Gazette", "2024-05-03"), ("b", "Courier", "2024-05-07T09:00:00Z")],
        ("a", "b", PASSAGE),
    )
    assert (row.articles, row.outlets, row.days, row.span_days) == (2, 2, 2, 4)
    assert (row.per_outlet, row.pinned, row.apart) == (1.0, 0.0, 0.0)


def test_what_is_not_known_is_not_counted(counts):
    (row,) = counts([("a", None, None), ("b", "Gazette", None)], ("a", "b", PASSAGE))
    assert (row.articles, row.outlets, row.days, row.span_days) == (2, 1, 0, None)


def test_an_article_of_unknown_outlet_is_an_outlet_of_its_own(counts):
    """What is not known must not make an outlet look as if it repeated itself."""
    known = [("a", "Gazette", None), ("b", "Gazette", None), ("c", None, None), ("d", None, None)]
    rows = counts(known, *(("a", name, PASSAGE) for name in "bcd"))
    assert {row.per_outlet for row in rows} == {4 / 3}
    assert {row.outlets for row in rows} == {1}


def test_spellings_of_an_outlet_are_one_outlet(counts):
    (row,) = counts([("a", "The Gazette", None), ("b", "gazette", None)], ("a", "b", PASSAGE))
    assert (row.outlets, row.per_outlet) == (1, 2.0)


def test_a_copy_that_is_linked_to_two_others_only_knows_them_all(counts):
    """Many copies are linked as a star; the outermost links must not look like a rare passage."""
    names = [f"a{n:02}" for n in range(30)]
    star = [("a00", name, PASSAGE) for name in names[1:]]
    chain = [(left, right, PASSAGE) for left, right in pairwise(names[1:])]
    rows = counts([(name, "Gazette", None) for name in names], *star, *chain)
    assert {row.articles for row in rows} == {30}


def test_two_passages_of_one_article_are_counted_apart(counts):
    known = [(name, None, None) for name in "abc"]
    rows = counts(known, ("a", "b", at(0, 200)), ("a", "c", at(300, 600)))
    assert [row.articles for row in rows] == [2, 2]


def test_a_paragraph_is_not_the_passage_around_it(counts):
    """A footer in a page that was copied whole must not make the whole page a footer."""
    known = [(name, None, None) for name in "abcd"]
    whole = ("a", "b", at(0, 2000))
    rows = counts(known, whole, ("a", "c", at(1800, 2000)), ("a", "d", at(1800, 2000)))
    assert {(row.right_id, row.articles) for row in rows} == {("b", 2), ("c", 3), ("d", 3)}


def test_spans_that_overlap_by_two_thirds_of_both_are_one_passage(counts):
    """300 of 450 characters are two thirds."""
    known = [(name, None, None) for name in "abc"]
    same = counts(known, ("a", "b", at(0, 300)), ("a", "c", at(0, 450)))
    other = counts(known, ("a", "b", at(0, 299)), ("a", "c", at(0, 450)))
    assert [row.articles for row in same] == [3, 3]
    assert [row.articles for row in other] == [2, 2]


def test_spans_with_one_end_are_found_among_others_in_between(counts):
    """Sorted by their beginnings these two do not stand side by side."""
    known = [(name, None, None) for name in "abcd"]
    rows = counts(
        known,
        ("a", "b", at(400, 1000)),
        ("a", "c", at(450, 500)),
        ("a", "d", at(500, 1000)),
    )
    assert {row.right_id: row.articles for row in rows} == {"b": 3, "c": 2, "d": 3}


@pytest.mark.parametrize(
    ("spans", "pinned"),
    [
        (at(0, 300), 1.0),
        (at(80, 300, (0, 300)), 1.0),
        (at(81, 300), 0.0),
        (at(1700, 2000), 1.0),
        (at(1700, 1920), 1.0),
        (at(1700, 1919), 0.0),
        (at(0, 300, (1700, 2000)), 0.5),
        (at(0, 2000), 0.0),
    ],
)
def test_a_passage_is_pinned_when_it_begins_or_ends_its_articles(counts, spans, pinned):
    """At one and the same end, and not when it is the whole article."""
    (row,) = counts([("a", None, None), ("b", None, None)], ("a", "b", spans))
    assert row.pinned == pinned


def test_the_beginning_is_that_of_the_body(table, region):
    """A passage under the headline stands at the beginning, however long the headline."""
    titled = [Article(n, n, 1, False, TEXT, "t", 300, None, None, None) for n in "ab"]
    found = counted(table(Region, region("a", "b", **at(310, 600))), table(Article, *titled))
    assert found["pinned"].item() == 1.0


def test_pairs_with_less_than_half_in_common_are_apart(counts):
    known = [(name, None, None) for name in "abc"]
    rows = counts(
        known,
        ("a", "b", {**PASSAGE, "left_share": 0.49, "right_share": 0.1}),
        ("a", "c", {**PASSAGE, "left_share": 0.1, "right_share": 0.5}),
    )
    assert {row.apart for row in rows} == {0.5}


def test_nothing_is_counted_in_no_regions(counts):
    assert counts([("a", None, None)]) == []


def test_before_the_count_every_region_has_its_two_articles(table, region):
    bare = table(Region, region("a", "b")).drop(UNCOUNTED)
    assert list(frames.rows(uncounted(bare), Region)) == [region("a", "b")]


@given(st.integers(0, 999))
def test_against_the_obvious_count_and_in_any_order(table, article, region, shuffled, seed):
    """Passages far apart: the articles of each are what its regions connect."""
    rnd = random.Random(seed)
    names = [f"a{n}" for n in range(8)]
    links = {
        (*sorted(rnd.sample(names, 2)), rnd.randrange(3) * 600) for _ in range(rnd.randint(1, 12))
    }
    facts = {n: (rnd.choice([None, "A", "B"]), rnd.choice([None, "2024-05-03"])) for n in names}
    articles = table(Article, *(article(name, TEXT, *facts[name]) for name in names))
    regions = table(Region, *(region(a, b, **at(s, s + 300)) for a, b, s in links))
    found = counted(regions, articles)
    for row in frames.rows(found, Region):
        have = {row.left_id}
        for _ in names:
            have |= {
                n for a, b, s in links if s == row.left_start and have & {a, b} for n in (a, b)
            }
        outlets = {facts[name][0] for name in have} - {None}
        assert (row.articles, row.outlets) == (len(have), len(outlets))
        assert row.days == len({facts[name][1] for name in have} - {None})
    assert counted(shuffled(regions, seed), shuffled(articles, seed)).equals(found)


def test_ten_thousand_regions_at_one_place_are_one_passage(table, article, region):
    """Where a template fills a corpus the count must not go all-pairs."""
    names = [f"a{n:05}" for n in range(10_001)]
    regions = table(Region, *(region(names[0], name, **PASSAGE) for name in names[1:]))
    articles = table(Article, *(article(name, TEXT) for name in names))
    assert counted(regions, articles)["articles"].unique().to_list() == [10_001]


COPIES = {"left_share": 0.95, "right_share": 0.9}


def test_copies_of_one_article_count_once_for_what_tells_stock_text(counts):
    """Whoever copies an article must not turn what it lifted into something of the house."""
    known = [("a", "Gazette", "2024-05-01"), ("b", "Gazette", "2024-05-02")]
    copies = [(f"c{n}", "Gazette", f"2024-05-1{n}") for n in range(5)]
    (alone,) = counts(known, ("a", "b", PASSAGE))
    pairs = [("b", name, PASSAGE | COPIES) for name, *_ in copies]
    shared = [("a", name, PASSAGE) for name, *_ in copies]
    rows = counts([*known, *copies], ("a", "b", PASSAGE), *pairs, *shared)
    assert {(row.per_outlet, row.days, row.pinned, row.apart) for row in rows} == {
        (alone.per_outlet, alone.days, alone.pinned, alone.apart)
    }
    assert {row.articles for row in rows} == {7}


def test_a_story_of_which_a_copy_is_undated_is_of_no_day(counts):
    known = [("a", "Gazette", "2024-05-01"), ("b", "Gazette", "2024-05-02"), ("c", None, None)]
    rows = counts(known, ("a", "b", PASSAGE), ("b", "c", PASSAGE | COPIES))
    assert {row.days for row in rows} == {1}


def test_a_passage_of_copies_alone_is_apart_in_none(counts):
    (row,) = counts([("a", None, None), ("b", None, None)], ("a", "b", PASSAGE | COPIES))
    assert row.apart == 0.0
