"""A form filled in with other data is told from a copy by its figures and names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.model import Article, Region
from provenance.reuse.forms import forms

RESULT = (
    "Sales of the {name} yard rose to {sales} million crowns in the year to {month} from {before} "
    "million, and it launched {boats} boats."
)
TOLK = RESULT.format(name="Tolk", sales="12.4", month="March", before="11.9", boats=31)
VARN = RESULT.format(name="Varn", sales="7.2", month="May", before="8.8", boats=14)
# Of the 23 words of the sentence 17 are the same.
WORDS, MATCHED = 23, 17


@pytest.fixture(scope="module")
def is_form(table, article, region):
    """Whether the whole texts of two articles are one form."""

    def _is_form(left, right, words=WORDS, matched=MATCHED):
        articles = table(Article, article("a", left), article("b", right))
        spans = {"left_end": len(left), "right_end": len(right), "matched_words": matched}
        told = region("a", "b", left_words=words, right_words=words, **spans)
        return forms(table(Region, told), articles).item()

    return _is_form


def test_two_results_in_the_same_words_are_a_form(is_form):
    """They are two reports of two yards, and neither was taken from the other."""
    assert is_form(TOLK, VARN)


def test_a_copy_keeps_its_figures(is_form):
    assert not is_form(TOLK, TOLK.replace("rose to", "climbed to").replace("launched", "built"))


@pytest.mark.parametrize("changed", [("12.4", "14.2"), ("31", "13"), ("March", "April")])
def test_one_figure_that_differs_makes_no_form(is_form, changed):
    """It was mistyped or brought up to date, and an editor has to be told."""
    assert not is_form(TOLK, TOLK.replace(*changed))


def test_names_count_where_figures_differ(is_form):
    """Of two notes on the same day only the figure and the names are others."""
    note = "The harbour office of {} told {} that {} crates had gone, said its clerk {}."
    here = note.format("Tolk", "Brenk", "40", "Inder")
    there = note.format("Varn", "Holm", "60", "Reyes")
    assert is_form(here, there, 14, 10)
    assert not is_form(here, note.format("Tolk", "Brenk", "60", "Inder"), 14, 10)


def test_names_alone_make_no_form(is_form):
    """A text that was rewritten for another town is still that text."""
    said = "The mayor of {} met the council of {} and the guild of {} at the quay of {}."
    here, there = said.format(*"ABCD"), said.format(*"EFGH")
    assert not is_form(here, there, 18, 14)


def test_months_are_data(is_form):
    dates = "Paid on {} 3 and due on {} 9 at the {} fair, said the clerk of the mill."
    here, there = dates.format("March", "May", "June"), dates.format("July", "August", "October")
    assert is_form(here, there, 17, 14)
    assert not is_form(here, dates.format("March", "May", "July"), 17, 14)


@pytest.mark.parametrize(("matched", "told"), [(15, True), (16, False)])
def test_many_words_for_one_more_figure_make_a_copy(is_form, matched, told):
    """Two of three figures are others: the second may have 15 matching words."""
    here, there = "One a 5 then 6 and 7.", "One a 8 then 9 and 7."
    assert is_form(here, there, matched + 2, matched) is told


def test_passages_without_figures_are_not_judged(is_form):
    assert not is_form("The boats are gone.", "The carts are gone.", 4, 3)


def test_each_region_is_judged_by_itself_in_its_place(table, article, region):
    articles = table(
        Article, *(article(key, text) for key, text in zip("abc", (TOLK, TOLK, VARN), strict=True))
    )
    said = {"left_words": WORDS, "right_words": WORDS, "left_end": len(TOLK)}
    found = table(
        Region,
        region("a", "b", right_end=len(TOLK), matched_words=WORDS, **said),
        region("a", "c", right_end=len(VARN), matched_words=MATCHED, **said),
    )
    assert forms(found, articles).to_list() == [False, True]
    assert forms(found.clear(), articles).to_list() == []


@given(st.lists(st.integers(2, 10**6), min_size=4, max_size=12, unique=True))
def test_no_text_is_a_form_of_itself_and_either_side_may_be_first(is_form, figures):
    half = len(figures) // 2
    here, there = (
        " and ".join(map(str, part)) for part in (figures[:half], figures[half : 2 * half])
    )
    words = 2 * half - 1
    assert not is_form(here, here, words, 0)
    assert is_form(here, there, words, 0) == is_form(there, here, words, 0) is True


def test_a_passage_of_nothing_but_figures_is_read_in_linear_time(is_form):
    """100,000 figures a side take as long as so many words."""
    here, there = "7 " * 100_000, "8 " * 100_000
    assert is_form(here, there, 100_000, 0)
