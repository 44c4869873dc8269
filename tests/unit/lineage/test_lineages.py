"""Which articles are one report."""

from dataclasses import replace

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance import frames
from provenance.lineage.lineages import PAIR, lineages, linked
from provenance.model import Article, Attribution, Cluster, Credit, Lineage, Region


@pytest.fixture(scope="session")
def traced():
    """The lineage rows of articles by id."""

    def _traced(articles, regions=(), clusters=(), credits_=(), attributions=(), *, quoting=()):
        table = frames.frame(regions, Region)
        found = lineages(
            frames.frame(articles, Article),
            table,
            frames.frame(clusters, Cluster),
            pl.concat([linked(table), pl.DataFrame(quoting, schema=PAIR, orient="row")]).unique(),
            frames.frame(credits_, Credit),
            frames.frame(attributions, Attribution).lazy(),
        )
        return {row.article_id: row for row in frames.rows(found, Lineage)}

    return _traced


def narrow(rows):
    return {key: row.lineage_id for key, row in rows.items()}


def wide(rows):
    return {key: row.wide_id for key, row in rows.items()}


def why(row):
    return row.reason, row.through


def test_an_article_without_company_is_its_own_report(traced, make):
    assert traced([make.article("a")]) == {"a": Lineage("a", "a", "a", "own", None)}


def test_no_articles_have_no_lineages(traced):
    assert traced([]) == {}


def test_a_copy_stands_with_the_one_that_ran_before_it(traced, make):
    articles = [make.article("a", date="2026-03-02"), make.article("b", date="2026-03-01")]
    rows = traced(articles, [make.region("a", "b")])
    assert narrow(rows) == {"a": "a", "b": "a"}
    assert [why(rows[key]) for key in "ab"] == [("copy", "b"), ("own", None)]


def test_copies_without_dates_name_one_another(traced, make):
    """Which of the two came first is not told, and not guessed."""
    rows = traced([make.article("a"), make.article("b")], [make.region("a", "b")])
    assert [why(rows[key]) for key in "ab"] == [("copy", "b"), ("copy", "a")]


def test_a_cluster_is_one_report_with_its_origin(traced, make):
    clusters = [Cluster("a", key, "c", "superset") for key in "abc"]
    rows = traced([make.article(key) for key in "abcd"], clusters=clusters)
    assert narrow(rows) == {"a": "a", "b": "a", "c": "a", "d": "d"}
    assert [why(rows[key]) for key in "abc"] == [("copy", "c"), ("copy", "c"), ("own", None)]


def test_forty_reprints_are_one_report(traced, make):
    articles = [make.article(f"r{n:02}", date=f"2026-03-{n // 2 + 1:02}") for n in range(40)]
    stars = [make.region("r00", each.article_id) for each in articles[1:]]
    assert set(narrow(traced(articles, stars)).values()) == {"r00"}


def test_less_than_half_of_the_prose_may_make_one_report(traced, make):
    rows = traced([make.article("a"), make.article("b")], [make.region("a", "b", share=0.49)])
    assert narrow(rows) == {"a": "a", "b": "b"}
    assert wide(rows) == {"a": "a", "b": "a"}
    assert why(rows["b"]) == ("own", None)


def test_a_sentence_of_background_makes_nobody_dependent(traced, make):
    rows = traced([make.article("a"), make.article("b")], [make.region("a", "b", share=0.09)])
    assert wide(rows) == {"a": "a", "b": "b"}


def test_half_of_the_prose_makes_one_report(traced, make):
    rows = traced([make.article("a"), make.article("b")], [make.region("a", "b", share=0.5)])
    assert narrow(rows) == {"a": "a", "b": "a"}


@pytest.mark.parametrize("label", ["quotation", "boilerplate", "incidental"])
def test_what_is_no_prose_of_the_story_joins_nothing(traced, make, label):
    """Two reporters heard the same words: that is a common source, no common report."""
    rows = traced([make.article("a"), make.article("b")], [make.region("a", "b", label=label)])
    assert narrow(rows) == wide(rows) == {"a": "a", "b": "b"}


def test_quotations_do_not_make_up_for_missing_prose(traced, make):
    """Of the nine tenths in common four fifths are quoted; what is left is less than half."""
    quoted = make.region("a", "b", label="quotation", words=80)
    prose = replace(make.region("a", "b", words=20), left_start=50, left_end=60)
    rows = traced([make.article("a"), make.article("b")], [quoted, prose])
    assert narrow(rows) == {"a": "a", "b": "b"}
    assert wide(rows) == {"a": "a", "b": "a"}


def test_who_credits_an_outlet_stands_with_its_article_on_the_story(traced, make):
    articles = [make.article("a", outlet="Harbour Gazette"), make.article("b", outlet="Post")]
    regions = [make.region("a", "b", share=0.1, label="quotation")]
    credits_ = [make.credit("b", "The Harbour Gazette", kind="outlet")]
    rows = traced(articles, regions, credits_=credits_)
    assert narrow(rows) == {"a": "a", "b": "a"}
    assert why(rows["b"]) == ("credit", "a")


def test_a_credit_alone_joins_no_other_story(traced, make):
    """The outlet it names has many stories; only one that shares a passage is this one."""
    articles = [make.article("a", outlet="Harbour Gazette"), make.article("b")]
    rows = traced(articles, credits_=[make.credit("b", "Harbour Gazette", kind="outlet")])
    assert wide(rows) == {"a": "a", "b": "b"}
    assert why(rows["b"]) == ("credit", "Harbour Gazette")


def test_an_agency_does_not_credit_itself(traced, make):
    rows = traced([make.article("a", outlet="Reuters")], credits_=[make.credit("a", "Reuters")])
    assert why(rows["a"]) == ("own", None)


@pytest.mark.parametrize(
    "fields", [{"subject": "teaser"}, {"subject": "picture"}, {"form": "share"}]
)
def test_credits_of_other_things_tell_nothing_of_the_article(traced, make, fields):
    credits_ = [make.credit("a", "Reuters", **fields)]
    assert why(traced([make.article("a")], credits_=credits_)["a"]) == ("own", None)


def test_one_agency_behind_two_articles_of_a_story_may_make_them_one(traced, make):
    articles = [make.article(key) for key in "abc"]
    regions = [make.region("a", "b", share=0.1, label="quotation")]
    credits_ = [make.credit(key, "Reuters") for key in "abc"]
    rows = traced(articles, regions, credits_=credits_)
    assert narrow(rows) == {"a": "a", "b": "b", "c": "c"}
    assert wide(rows) == {"a": "a", "b": "a", "c": "c"}


def test_an_article_told_by_another_outlet_came_through_it(traced, make):
    told = [
        make.attribution("a", "Brenk", (0, 10), via="Talbote"),
        make.attribution("a", "Talbote", (20, 30), kind="outlet"),
        make.attribution("a", "Olm", (40, 50)),
    ]
    assert why(traced([make.article("a")], attributions=told)["a"]) == ("via", "Talbote")


def test_one_statement_through_an_outlet_is_not_the_article(traced, make):
    told = [make.attribution("a", "Brenk", (0, 10), via="Talbote")]
    assert why(traced([make.article("a")], attributions=told)["a"]) == ("own", None)
    most = [make.attribution("a", "Olm", (n, n + 5)) for n in (20, 30, 40)]
    twice = [*told, make.attribution("a", "Brenk", (60, 70), via="Talbote")]
    assert why(traced([make.article("a")], attributions=[*twice, *most])["a"]) == ("own", None)


def test_passages_of_a_page_link_no_stories(make):
    regions = [make.region("a", "b", label="boilerplate"), make.region("a", "c", label="quotation")]
    assert linked(frames.frame(regions, Region)).rows() == [("a", "c")]


PAIRS = st.lists(
    st.tuples(st.sampled_from("abcd"), st.sampled_from("efgh")), max_size=6, unique=True
)


@given(PAIRS, st.sampled_from([0.1, 0.6]), st.randoms())
def test_what_is_certain_is_also_likely_and_no_order_shows(traced, make, pairs, share, shuffle):
    articles = [make.article(key) for key in "abcdefgh"]
    regions = [make.region(*pair, share=share) for pair in pairs]
    rows = traced(articles, regions)
    for one in rows.values():
        for other in rows.values():
            assert one.lineage_id != other.lineage_id or one.wide_id == other.wide_id
    shuffle.shuffle(articles)
    shuffle.shuffle(regions)
    assert traced(articles, regions) == rows


def test_a_story_in_thousands_of_copies_is_joined(traced, make):
    articles = [make.article(f"{n:05}", date="2026-03-01") for n in range(5000)]
    stars = [make.region("00000", each.article_id) for each in articles[1:]]
    assert set(narrow(traced(articles, stars)).values()) == {"00000"}


def test_a_credit_and_a_common_quotation_are_one_report(traced, make):
    """“Told the Gazette” leads to the Gazette's own story, though both were written anew."""
    articles = [make.article("a", outlet="Gazette"), make.article("b", outlet="Post")]
    told = [make.attribution("b", f"Olm{n}", via="Gazette") for n in range(2)]
    apart = traced(articles, attributions=told)
    assert (why(apart["b"]), narrow(apart)["b"]) == (("via", "Gazette"), "b")
    found = traced(articles, attributions=told, quoting=[("a", "b")])
    assert (why(found["b"]), narrow(found)["b"]) == (("credit", "a"), "a")


def test_an_organisation_named_like_an_outlet_of_the_corpus_is_that_outlet(traced, make):
    """No lexicon knows every local paper; the corpus knows its own."""
    articles = [make.article("a", outlet="The Ebb Mirror"), make.article("b", outlet="Post")]
    told = [
        make.attribution("b", "ebb mirror", kind="organisation", start=start) for start in (0, 9)
    ]
    assert why(traced(articles, attributions=told)["b"]) == ("via", "The Ebb Mirror")
    other = [replace(row, source="ebb council") for row in told]
    assert why(traced(articles, attributions=other)["b"]) == ("own", None)
