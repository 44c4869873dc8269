"""Each label has its reason, and the first that holds wins."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance import frames
from provenance.model import Article, Attribution, Label, Match, Quote, Region
from provenance.reuse import classify


@pytest.fixture
def label(table, article, region):
    """The label of one region of the articles `a` and `b`."""

    def _label(
        *, left=(None, None), right=(None, None), quotes=(), credited=(), matches=(), **said
    ):
        articles = table(Article, article("a", "x", *left), article("b", "x", *right))
        regions = classify(
            table(Region, region("a", "b", **said)),
            articles,
            table(Quote, *(Quote(*span, True, 9) for span in quotes)),
            table(Attribution, *(Attribution(name, 0, 9, *what) for name, *what in credited)),
            table(Match, *(Match(*match) for match in matches)),
        )
        return regions["label"].item()

    return _label


AP = ("agency", "Associated Press")


def test_a_region_without_surroundings_keeps_its_label(label):
    assert label(label=Label.EDITED) == Label.EDITED
    assert label(label=Label.VERBATIM) == Label.VERBATIM


@pytest.mark.parametrize("side", ["a", "b"])
def test_a_region_in_boilerplate_on_either_side_is_boilerplate(side, label):
    assert label(matches=[("BPL001", side, 0, 80)]) == Label.BOILERPLATE
    assert label(matches=[("BPL001", side, 0, 79)]) == Label.VERBATIM


def test_several_boilerplate_lines_add_up(label):
    matches = [("BPL001", "a", 0, 45), ("BPL002", "a", 40, 60), ("BPL001", "a", 70, 95)]
    assert label(matches=matches) == Label.BOILERPLATE


def test_damage_is_no_boilerplate(label):
    """A spun page is full of it, and its text is still copied."""
    assert label(matches=[("DMG001", "a", 0, 100)]) == Label.VERBATIM


@pytest.mark.parametrize("side", ["a", "b"])
def test_a_region_in_quotation_marks_on_either_side_is_a_quotation(side, label):
    """Marks on one side say that the words are a third person's."""
    assert label(quotes=[(side, 0, 80)]) == Label.QUOTATION
    assert label(quotes=[(side, 0, 79)]) == Label.VERBATIM


def test_a_few_words_outside_the_marks_only_say_who_spoke(label):
    """Of 16 words 9 are quoted; the other 7 are too few to be a passage."""
    assert label(quotes=[("a", 0, 56)], left_words=16, right_words=16) == Label.QUOTATION
    assert label(quotes=[("a", 0, 49)], left_words=16, right_words=16) == Label.VERBATIM


def test_one_outlet_may_use_its_text_again(label):
    assert label(left=("Gazette", None), right=("Gazette", None)) == Label.SELF_REUSE


def test_unknown_outlets_are_not_the_same(label):
    assert label() == Label.VERBATIM


def test_a_later_copy_with_an_agency_credit_is_syndicated(label):
    found = label(
        left=("Gazette", "2024-05-03"),
        right=("Courier", "2024-05-04"),
        credited=[("a", *AP), ("b", *AP)],
    )
    assert found == Label.SYNDICATED


def test_an_agency_credit_on_a_copy_of_anothers_own_story_changes_nothing(label):
    found = label(
        left=("Gazette", "2024-05-03"),
        right=("Courier", "2024-05-04"),
        credited=[("b", *AP)],
        right_share=0.8,
    )
    assert found == Label.VERBATIM


def test_a_credit_of_the_article_that_ran_first_does_not_credit_the_copy(label):
    found = label(
        left=("Gazette", "2024-05-03"), right=("Courier", "2024-05-04"), credited=[("a", *AP)]
    )
    assert found == Label.VERBATIM


def test_an_agency_credit_on_either_side_counts_when_the_dates_do_not_tell(label):
    assert label(credited=[("a", *AP)]) == Label.SYNDICATED
    assert label(credited=[("b", *AP)]) == Label.SYNDICATED


def test_two_near_duplicates_of_which_one_credits_an_agency_are_syndicated(label):
    """Both carry the agency's story, whichever ran first."""
    found = label(
        left=("Gazette", "2024-05-03"),
        right=("Courier", "2024-05-04"),
        credited=[("a", *AP)],
        right_share=0.8,
    )
    assert found == Label.SYNDICATED


def test_a_credit_to_the_other_outlet_makes_it_syndicated(label):
    right = "Courier", "2024-05-04"
    gazette = ("b", "outlet", "The Gazette")
    assert (
        label(left=("Gazette", "2024-05-03"), right=right, credited=[gazette]) == Label.SYNDICATED
    )
    assert label(left=("Ledger", "2024-05-03"), right=right, credited=[gazette]) == Label.VERBATIM


def test_boilerplate_goes_before_all_other_labels(label):
    found = label(
        left=("Gazette", None),
        right=("Gazette", None),
        quotes=[("a", 0, 100)],
        credited=[("a", *AP)],
        matches=[("BPL001", "a", 0, 100)],
    )
    assert found == Label.BOILERPLATE


def test_a_quotation_goes_before_reuse_and_credit(label):
    found = label(
        left=("Gazette", None),
        right=("Gazette", None),
        quotes=[("a", 0, 100)],
        credited=[("a", *AP)],
    )
    assert found == Label.QUOTATION


def test_no_regions_stay_no_regions(table):
    empty = classify(table(Region), *(table(kind) for kind in (Article, Quote, Attribution, Match)))
    assert len(empty) == 0


@given(st.integers(0, 999))
def test_only_the_label_changes_and_the_order_of_the_rows_does_not_matter(
    table, article, region, shuffled, seed
):
    rnd = random.Random(seed)
    names = [f"a{n}" for n in range(5)]
    outlets = {name: rnd.choice([None, "Gazette", "Courier"]) for name in names}
    articles = table(Article, *(article(name, "x", outlets[name]) for name in names))
    regions = table(
        Region, *(region(a, b) for a in names for b in names if a < b and rnd.random() < 0.7)
    )
    quotes = table(Quote, *(Quote(name, 0, rnd.randint(1, 120), True, 9) for name in names))
    credited = table(Attribution, *(Attribution(n, 0, 9, *AP) for n in names if rnd.random() < 0.3))
    matches = table(Match, *(Match("BPL001", n, 0, rnd.randint(1, 120)) for n in names[:2]))
    found = classify(regions, articles, quotes, credited, matches)
    assert found.drop("label").equals(regions.drop("label"))
    mixed = [shuffled(part, seed) for part in (regions, articles, quotes, credited, matches)]
    assert classify(*mixed).equals(found)
    assert {row.label for row in frames.rows(found, Region)} <= set(Label)
