"""The Admiralty Code's number of a claim."""

import pytest

from provenance.lineage.admiralty import rate


def number(places, lineages=2, sources=(1, 1), contradicted=False):
    return rate(places, lineages, sources, contradicted=contradicted)[0]


@pytest.fixture
def brenk(make):
    return make.place("a", "Ada Brenk")


def test_independent_sources_confirm(brenk, make):
    assert number([brenk, make.place("b", "Olm")], sources=(2, 2)) == 1


def test_sources_that_may_be_independent_make_it_probable(brenk, make):
    assert number([brenk, make.place("b")], sources=(1, 2)) == 2


def test_one_named_source_makes_it_possible(brenk):
    assert number([brenk]) == 3


def test_several_reports_on_one_source_are_told_as_such(brenk):
    """Twenty outlets with one general are one general."""
    assert "shared primary source" in rate([brenk], 2, (1, 1), contradicted=False)[1]
    assert "shared" not in rate([brenk], 1, (1, 1), contradicted=False)[1]


@pytest.mark.parametrize("kind", ["organisation", "document"])
def test_institutions_and_documents_count_as_named(make, kind):
    assert number([make.place("a", "the port", kind)]) == 3


@pytest.mark.parametrize("kind", ["anonymous", "collective", "role", "outlet", "agency"])
def test_sources_without_a_name_leave_it_doubtful(make, kind):
    """Two of them do not help: nobody can ask either."""
    places = [make.place(key, "officials", kind) for key in "ab"]
    assert number(places, sources=(1, 2)) == 4


def test_a_source_known_only_through_another_outlet_leaves_it_doubtful(make, brenk):
    through = make.place("b", "Ada Brenk", via="Reuters")
    assert number([through]) == 4
    assert number([through, brenk]) == 3


def test_an_article_that_says_otherwise_makes_it_improbable(brenk):
    assert number([brenk], sources=(2, 2), contradicted=True) == 5


def test_without_any_source_it_cannot_be_judged(make):
    assert number([make.place("a"), make.place("b")], sources=(1, 2)) == 6


def test_every_number_comes_with_a_reason(brenk):
    assert rate([brenk], 1, (1, 1), contradicted=False)[1] == "one source is named, in one report"
