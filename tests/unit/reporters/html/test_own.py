import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance import frames
from provenance.model import Attribution, Cluster, Outcome, Person, Quote, Region, Relation
from provenance.reporters.html.own import Own

UNTOLD = ("marked", "speech", 0, None, None, None, None, "unresolved")


def relation(article_id, kind, *, fits):
    return Relation(article_id, 0, 1, kind, fits, "", "", "", ())


@pytest.fixture
def own(report, article, region):
    articles = [article(name, "Words of it.") for name in ("a", "b", "c")]
    return Own.of(
        report(
            articles,
            outcomes=[Outcome("a", "dates", "clear", None), Outcome("b", "names", "error", "x")],
            relations=[relation("a", "sum", fits=False), relation("a", "other", fits=True)],
            people=[Person("b", 0, 1, "Ada", "ada", None, None, ())],
            quotes=[Quote("c", 0, 1, True, 1, *UNTOLD)],
            attributions=[
                Attribution("a", 0, 1, 0, 1, "named", None, None, None, "say", "speech", None, None)
            ],
            clusters=[Cluster("a", each, "a", "date") for each in ("a", "c")],
            regions=[
                region((0, 5), (0, 5), left_id="a", right_id="b"),
                region((6, 8), (6, 8), left_id="a", right_id="b", label="boilerplate"),
                region((0, 5), (0, 5), left_id="b", right_id="c", label="incidental"),
                region((0, 9), (0, 9), left_id="a", right_id="c", label="verbatim"),
            ],
        )
    )


def test_rows_are_those_of_the_article_alone(own):
    assert [row.check for row in own.outcomes("a")] == ["dates"]
    assert [row.name for row in own.people("b")] == ["Ada"]
    assert len(own.quotes("c")) == 1
    assert [row.cue for row in own.attributions("a")] == ["say"]


def test_an_article_without_rows_has_none(own):
    """Most articles of a corpus share nothing and name nobody."""
    assert own.outcomes("c") == own.people("a") == own.quotes("nobody") == []
    assert own.regions("nobody") == own.cluster("nobody") == []


def test_relations_that_fit_are_no_misfits(own):
    assert [row.kind for row in own.misfits("a")] == ["sum"]


def test_a_cluster_is_all_of_its_members_whoever_asks(own):
    assert [row.article_id for row in own.cluster("c")] == ["a", "c"]
    assert own.cluster("b") == []


def test_regions_are_found_from_both_sides(own):
    assert [(row.left_id, row.right_id) for row in own.regions("c")] == [("a", "c")]
    assert [(row.left_id, row.right_id) for row in own.regions("b")] == [("a", "b")]


def test_regions_that_do_not_stand_together_are_found_together(report, region):
    pairs = [("a", "c"), ("a", "d"), ("b", "c")]
    regions = [region((0, 5), (0, 5), left_id=one, right_id=two) for one, two in pairs]
    own = Own.of(report(regions=regions))
    assert [row.left_id for row in own.regions("c")] == ["a", "b"]
    assert [row.left_id for row in own.regions("d")] == ["a"]


def test_boilerplate_and_chance_tell_nothing(own):
    assert [row.label for row in own.between("a", "b")] == ["edited"]
    assert own.between("b", "c") == []


@given(st.lists(st.sampled_from("abc"), max_size=12), st.randoms())
def test_every_row_is_found_under_its_article_whatever_the_order(report, ids, order):
    rows = [Outcome(name, f"check-{n}", "clear", None) for n, name in enumerate(ids)]
    mixed = random.Random(order.random()).sample(rows, len(rows))
    own = Own.of(report(outcomes=mixed))
    for name in "abc":
        assert {row.check for row in own.outcomes(name)} == {
            row.check for row in rows if row.article_id == name
        }


def test_a_region_between_two_articles_keeps_all_its_columns(own):
    table = frames.frame(own.between("a", "c"), Region)
    assert table["left_end"].to_list() == [9]
