"""Which rows a list of scores shows, and in what order."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.errors import UsageError
from provenance.model import Dimension, DimensionScore, OutletScore, OutletShare, Share
from provenance.reporters.scores_order import Listing, articles, keys, outlets, refuse_unknown


@pytest.fixture
def weights(report):
    """One dimension and one share."""
    made = report().weights
    shares = (Share("nameless", (), (), ""),)
    return dataclasses.replace(
        made,
        dimensions=(Dimension("sourcing", 100, (), ""),),
        outlets=dataclasses.replace(made.outlets, shares=shares),
    )


@pytest.fixture(scope="session")
def listed(article, score, report):
    """The ids of articles `a`, `b` ... in the order of a listing; one text or more for each."""

    def _listed(*rows, **asked):
        own = [article(f"{fields.pop('id')}.txt", "Words.") for fields in map(dict, rows)]
        scores = [
            score(f"{row['id']}.txt", **{"score": 50, "words": 200} | _besides(row)) for row in rows
        ]
        made = report(own, scores=scores)
        return articles(made, Listing(**asked))["article_id"].str.strip_suffix(".txt").to_list()

    return _listed


def _besides(row):
    fields = {name: value for name, value in row.items() if name not in ("id", "lost")}
    lost = row.get("lost", {})
    parts = tuple(DimensionScore(name, 30, many, True, None) for name, many in lost.items())
    return fields | {"dimensions": parts}


def row(article_id, **fields):
    return {"id": article_id} | fields


def outlet(name, letter="B", score=80, **fields):
    figures = {"articles": 9, "units": 8, "own": 6, "republished": 1, "contested": 1}
    besides = {"low": 70, "high": 90, "reason": None, "handling": None, "shares": ()}
    return OutletScore(
        **figures | besides | {"outlet": name, "letter": letter, "score": score} | fields
    )


def names(report, *rows, **asked):
    made = report(outlets=rows)
    return outlets(made, Listing(by="outlet", **asked))["outlet"].to_list()


def test_the_worst_article_comes_first(listed):
    assert listed(row("a", score=88), row("b", score=12), row("c", score=100)) == ["b", "a", "c"]


@pytest.mark.parametrize("reverse", [False, True])
def test_what_has_no_score_comes_last_either_way(listed, reverse):
    """It is neither good nor bad; at the top it would pass for the worst or the best."""
    there = listed(row("a", score=None), row("b", score=1), row("c", score=99), reverse=reverse)
    assert there[-1] == "a"


def test_equal_scores_stand_in_the_order_of_files_also_in_reverse(listed):
    rows = [row("b"), row("c"), row("a")]
    assert listed(*rows) == listed(*rows, reverse=True) == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("key", "first", "last"),
    [
        ("score", {"score": 3}, {"score": 4}),
        ("coverage", {"coverage": 65}, {"coverage": 100}),
        ("words", {"words": 300}, {"words": 200}),
        ("sourcing", {"lost": {"sourcing": 8}}, {"lost": {"sourcing": 6}}),
    ],
)
def test_the_worst_or_the_largest_comes_first_and_last_in_reverse(listed, key, first, last):
    rows = [row("a", **last), row("b", **first)]
    assert listed(*rows, sort=key) == ["b", "a"]
    assert listed(*rows, sort=key, reverse=True) == ["a", "b"]


def test_ids_run_from_a_on(listed):
    rows = [row("c", score=1), row("a", score=2), row("b", score=3)]
    assert listed(*rows, sort="id") == ["a", "b", "c"]


def test_a_dimension_is_found_by_its_name_and_not_by_its_place(listed):
    rows = [
        row("a", lost={"integrity": 9, "sourcing": 1}),
        row("b", lost={"sourcing": 5, "integrity": 2}),
    ]
    assert listed(*rows, sort="sourcing") == ["b", "a"]


def test_an_article_comes_with_its_own_score(article, score, report):
    own = [article("x.txt", "Words.", title="Ash"), article("y.txt", "Words.", title="Birch")]
    made = report(own, scores=[score("x.txt", 90, 200), score("y.txt", 20, 200)])
    told = articles(made, Listing()).select("article_id", "title", "score").rows()
    assert told == [("y.txt", "Birch", 20), ("x.txt", "Ash", 90)]


SCORES = st.lists(st.none() | st.integers(0, 100), max_size=8)


@given(SCORES, st.integers(1, 10))
def test_a_limit_takes_the_rows_from_the_top(listed, scores, limit):
    rows = [row(f"{place}", score=each) for place, each in enumerate(scores)]
    assert listed(*rows, limit=limit) == listed(*rows)[:limit]


@given(SCORES, st.randoms(use_true_random=False))
def test_the_order_of_the_report_does_not_show(article, score, report, scores, chance):
    rows = [score(f"{place}", each, 200) for place, each in enumerate(scores)]
    made = report([article(each.article_id, "Words.") for each in rows], scores=rows)
    order = chance.sample(range(len(rows)), len(rows))
    mixed = dataclasses.replace(made, scores=made.scores[order], articles=made.articles[order])
    assert articles(mixed, Listing()).equals(articles(made, Listing()))


def test_the_worst_outlet_comes_first_and_one_that_cannot_be_judged_last(report):
    rows = [outlet("Low", "D", 50), outlet("Odd", "F", 10), outlet("High", "A", 95)]
    assert names(report, *rows) == ["Low", "High", "Odd"]
    assert names(report, *rows, reverse=True) == ["High", "Low", "Odd"]


def test_outlets_sort_by_what_is_told_of_their_units(report):
    few, many = (OutletShare("uncredited", units, 0.0, 0.5) for units in (1, 4))
    rows = [outlet("Few", shares=(few,)), outlet("Many", shares=(many,)), outlet("None")]
    assert names(report, *rows, sort="uncredited") == ["Many", "Few", "None"]


@pytest.mark.parametrize(
    ("key", "first"),
    [("name", "Ash"), ("own", "Birch"), ("articles", "Cedar"), ("handling", "Birch")],
)
def test_outlets_sort_by_name_and_by_size(report, key, first):
    rows = [
        outlet("Birch", own=8, handling=70),
        outlet("Ash", own=7),
        outlet("Cedar", articles=30, handling=90),
    ]
    assert names(report, *rows, sort=key)[0] == first


def test_an_outlet_without_the_figure_stands_behind_those_that_have_it(report):
    rows = [outlet("Ash"), outlet("Birch", handling=99)]
    assert names(report, *rows, sort="handling") == ["Birch", "Ash"]
    assert names(report, *rows, sort="handling", reverse=True) == ["Birch", "Ash"]


def test_an_unknown_key_is_refused_with_those_that_are_known(weights):
    with pytest.raises(UsageError, match="an article cannot be sorted by 'nameless'") as refused:
        refuse_unknown(Listing(sort="nameless"), weights)
    assert "one of: score, coverage, words, id, sourcing" in str(refused.value)
    refuse_unknown(Listing(sort="sourcing"), weights)
    refuse_unknown(Listing(by="outlet", sort="nameless"), weights)
    assert "sourcing" not in keys("outlet", weights)


@pytest.mark.parametrize("by", ["article", "outlet"])
def test_only_dimensions_and_shares_need_a_look_at_the_weights(weights, by):
    """Reading the rules takes longer than scoring a few files."""
    known = keys(by, weights)
    assert [key for key in known if Listing(by=by, sort=key).named] == [known[-1]]
