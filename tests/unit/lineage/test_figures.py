"""Figures of several articles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance import frames
from provenance.lineage.figures import counted
from provenance.model import Article, Quantity

TEXT = "The council of Lower Ebb, led by Ada Brenk, said 6000 ewes stand above Sallow Bridge."
AT = TEXT.index("6000")


@pytest.fixture(scope="session")
def grouped(make, words):
    """The articles of each group; one figure an article, told by what differs from the first."""

    def _grouped(*given, linked=(), texts=(), dates=()):
        articles, figures = [], []
        for n, fields in enumerate(given):
            text = texts[n] if texts else TEXT
            articles.append(make.article(f"a{n}", text, date=dates[n] if dates else None))
            told = {"value": 6000.0, "noun": "ewe"} | fields
            figures.append(make.figure(f"a{n}", AT, AT + 4, **told))
        tables = frames.frame(articles, Article), frames.frame(figures, Quantity)
        found = counted(*tables, frozenset(linked), words)
        return [[figure.article_id for figure in group] for group in found]

    return _grouped


ONE = [["a0", "a1"]]
NONE = []


def test_no_figures_make_no_groups(grouped):
    assert grouped() == []


def test_the_same_amount_of_the_same_thing_is_one_claim(grouped):
    assert grouped({}, {}) == ONE


def test_two_words_for_one_thing_are_one_claim(grouped):
    assert grouped({"noun": "militant"}, {"noun": "jihadist"}) == ONE
    assert grouped({"noun": "militant"}, {"noun": "ewe"}) == NONE


@pytest.mark.parametrize(
    "fields",
    [
        {"value": 6001.0},
        {"kind": "percent"},
        {"kind": "money", "unit": "EUR"},
        {"noun": None},
        {"event": "destroy"},
        {"modifiers": ("black",)},
        {"low": 6001.0, "high": None, "bound": "more-than"},
        {"qualifiers": ("year:2014",)},
        {"qualifiers": ("negated", "year:2026")},
    ],
)
def test_what_is_told_of_both_may_not_differ(grouped, fields):
    first = {"event": "kill", "modifiers": ("white",), "qualifiers": ("year:2026",)}
    assert grouped(first, first) == ONE
    assert grouped(first, first | fields) == NONE


def test_what_only_one_article_tells_does_not_part_them(grouped):
    assert grouped({"event": "kill", "modifiers": ("white",)}, {}) == ONE


def test_articles_without_names_in_common_are_on_two_stories(grouped):
    other = "The council of Upper Vell, led by Nils Olm, said 6000 ewes stand above a Quarry"
    assert grouped({}, {}, texts=(TEXT, other)) == NONE


def test_one_name_in_common_is_no_story(grouped):
    assert grouped({}, {}, texts=(TEXT, "Below is Lower Ebb".ljust(AT) + "6000 ewes")) == NONE


def test_names_far_from_the_figures_tell_of_another_place(grouped):
    """A page of news in brief has the names of twenty stories."""
    brief = "Below is Lower".ljust(AT) + "6000 ewes." + " and" * 80 + " by Ada Brenk of Ebb Sallow"
    beside = brief.replace("is Lower", "in Lower Ebb")[: AT - 4].ljust(AT) + brief[AT:]
    assert grouped({}, {}, texts=(TEXT, brief)) == NONE
    assert grouped({}, {}, texts=(TEXT, beside)) == ONE


def test_articles_weeks_apart_are_on_two_stories(grouped):
    assert grouped({}, {}, dates=("2026-03-01", "2026-03-15T06:00:00Z")) == ONE
    assert grouped({}, {}, dates=("2026-03-01", "2026-03-16")) == NONE


def test_small_amounts_and_spans_of_time_need_a_common_passage(grouped):
    """“Two people” stand in every second story of a town."""
    two = {"value": 2.0}
    assert grouped(two, two) == NONE
    assert grouped(two, two, linked=[("a0", "a1")]) == ONE
    span = {"kind": "measure", "unit": "second"}
    assert grouped(span, span) == NONE
    assert grouped(span, span, linked=[("a0", "a1")]) == ONE


def test_ages_and_ranks_are_no_claims(grouped):
    assert grouped({"kind": "age"}, {"kind": "age"}) == NONE


@given(st.integers(2, 6), st.randoms())
def test_the_order_of_the_rows_does_not_show(make, words, many, shuffle):
    articles = [make.article(f"a{n}", TEXT) for n in range(many)]
    figures = [make.figure(f"a{n}", AT, AT + 4, 6000.0 + n % 2, "ewe") for n in range(many)]
    shuffle.shuffle(articles)
    shuffle.shuffle(figures)
    tables = frames.frame(articles, Article), frames.frame(figures, Quantity)
    found = counted(*tables, frozenset(), words)
    expected = [[f"a{n}" for n in range(start, many, 2)] for start in (0, 1)]
    assert [[figure.article_id for figure in group] for group in found] == [
        group for group in expected if len(group) > 1
    ]


def test_a_figure_in_thousands_of_articles_is_one_claim(grouped):
    (group,) = grouped(*[{}] * 3000)
    assert len(group) == 3000
