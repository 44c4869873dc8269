"""Figures of several articles."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance import frames
from provenance.lineage import figures as figures_module
from provenance.lineage.figures import counted
from provenance.lineage.lineages import PAIR
from provenance.model import Article, Quantity

TEXT = "The council of Lower Ebb, led by Ada Brenk, said 6000 ewes stand above Sallow Bridge."
AT = TEXT.index("6000")


def counting(articles, figures, words, linked=()):
    """The figures of each claim."""
    stories = pl.DataFrame(linked, schema=PAIR, orient="row")
    quantities = frames.frame(figures, Quantity).lazy()
    return counted(frames.frame(articles, Article), quantities, stories, words)


@pytest.fixture(scope="session")
def grouped(make, words):
    """The articles of each group; one figure an article, told by what differs from the first."""

    def _grouped(*given, linked=(), texts=(), dates=(), outlets=()):
        articles, figures = [], []
        for n, fields in enumerate(given):
            text = texts[n] if texts else TEXT
            known = {"date": dates[n : n + 1], "outlet": outlets[n : n + 1]}
            known = {name: value[0] for name, value in known.items() if value}
            articles.append(make.article(f"a{n}", text, **known))
            told = {"end": AT + 4, "value": 6000.0, "noun": "ewe"} | fields
            figures.append(make.figure(f"a{n}", AT, **told))
        found = counting(articles, figures, words, linked)
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
    """“Five people” stand in every second story of a town."""
    five = {"value": 5.0}
    assert grouped(five, five) == NONE
    assert grouped(five, five, linked=[("a0", "a1")]) == ONE
    span = {"kind": "measure", "unit": "second"}
    assert grouped(span, span) == NONE
    assert grouped(span, span, linked=[("a0", "a1")]) == ONE


def test_two_or_three_are_told_by_what_happened_to_them(grouped):
    """“The two leaders” are no figure, “two people were killed” are."""
    two, killed = {"value": 2.0}, {"value": 2.0, "event": "kill"}
    linked = [("a0", "a1")]
    assert grouped(two, two, linked=linked) == NONE
    assert grouped(killed, two, linked=linked) == NONE
    assert grouped(killed, killed, linked=linked) == ONE


def test_millions_are_no_figure(grouped):
    vague = {"low": 2e6, "high": 1e7, "bound": "vague"}
    assert grouped(vague, vague) == NONE


@pytest.mark.parametrize("noun", ["photo", "comment"])
def test_what_a_page_counts_of_itself_is_no_claim(grouped, noun):
    assert grouped({"noun": noun}, {"noun": noun}) == NONE


@pytest.mark.parametrize("shown", ["2026 ewes", "6000-ewe herd", "6000‑ewe herd"])
def test_years_and_sorts_of_things_are_no_amounts(grouped, shown):
    """“2026 Democrats”, “an 11-hour hearing”, “a four-story house”."""
    text = TEXT[:AT] + shown + TEXT[AT + len("6000 ewes") :]
    assert grouped({}, {}, texts=(text, text)) == NONE


def test_a_figure_is_told_from_a_sort_of_thing_where_the_unit_is_in_it(grouped):
    sort = TEXT[:AT] + "11-hour hearing" + TEXT[AT + len("6000 ewes") :]
    plain = sort.replace("11-hour hearing", "sixty-two ewes")
    assert grouped(*[{"end": AT + 7}] * 2, texts=(sort, sort)) == NONE
    assert grouped(*[{"end": AT + 9}] * 2, texts=(plain, plain)) == ONE


def test_a_precise_amount_needs_fewer_names(grouped):
    """“212 passengers” are hardly those of another ferry; “200” may be."""
    text = "Of those in Lower Ebb".ljust(AT) + "6000 ewes"
    assert grouped({}, {}, texts=(text, text)) == NONE
    precise = {"value": 6120.0}
    assert grouped(precise, precise, texts=(text, text)) == ONE


def test_shares_of_a_group_need_more_names(grouped):
    """Every poll asks for one party's voters."""
    share = {"kind": "percent", "value": 61.0}
    assert grouped(share, share, dates=("2026-03-01", "2026-03-02")) == ONE
    two = (
        "Of those in Lower Ebb".ljust(AT) + "6000 ewes" + " ." * 150 + " the Sallow Bridge by Brenk"
    )
    assert grouped({}, {}, texts=(two, two), dates=("2026-03-01", "2026-03-02")) == ONE
    assert grouped(share, share, texts=(two, two), dates=("2026-03-01", "2026-03-02")) == NONE


def test_what_is_said_for_years_is_told_by_the_fortnight(grouped):
    """Sixty votes are needed in every year; a chain of dates makes no story."""
    days = ["2026-03-01", "2026-03-10", "2026-03-19", "2026-03-28", None]
    found = grouped(*[{}] * 5, dates=days)
    assert found == [["a0", "a1"], ["a2", "a3"]]


def test_what_one_outlet_prints_on_every_page_is_no_claim(grouped):
    assert grouped({}, {}, outlets=("Post", "Post")) == NONE
    assert grouped({}, {}, outlets=("Post", "Gazette")) == ONE
    assert grouped({}, {}, outlets=(None, None)) == ONE
    assert grouped({}, {}, outlets=("Post", "Post"), linked=[("a0", "a1")]) == ONE


def test_ages_and_ranks_are_no_claims(grouped):
    assert grouped({"kind": "age"}, {"kind": "age"}) == NONE


@given(st.integers(2, 6), st.randoms())
def test_the_order_of_the_rows_does_not_show(make, words, many, shuffle):
    articles = [make.article(f"a{n}", TEXT) for n in range(many)]
    figures = [make.figure(f"a{n}", AT, AT + 4, 6000.0 + n % 2, "ewe") for n in range(many)]
    shuffle.shuffle(articles)
    shuffle.shuffle(figures)
    found = counting(articles, figures, words)
    expected = [[f"a{n}" for n in range(start, many, 2)] for start in (0, 1)]
    assert [[figure.article_id for figure in group] for group in found] == [
        group for group in expected if len(group) > 1
    ]


def test_a_figure_in_thousands_of_articles_is_one_claim(grouped):
    (group,) = grouped(*[{}] * 3000)
    assert len(group) == 3000


@pytest.mark.parametrize(("part", "sizes"), [(1, [4, 4, 4]), (6, [8, 4]), (100, [12])])
def test_figures_that_are_looked_at_in_parts_are_the_same_claims(
    make, words, monkeypatch, part, sizes
):
    """A part holds all figures of a thing, however few are looked at at a time."""
    articles = [make.article(f"a{n}", TEXT) for n in range(12)]
    figures = [make.figure(f"a{n}", AT, AT + 4, 6000.0 + n % 3, "ewe") for n in range(12)]
    monkeypatch.setattr(figures_module, "_PART", part)
    looked, around = [], figures_module._around

    def counted_too(articles, figures, words):
        looked.append(len(figures))
        return around(articles, figures, words)

    monkeypatch.setattr(figures_module, "_around", counted_too)
    found = counting(articles, figures, words)
    assert looked == sizes
    assert [[each.article_id for each in group] for group in found] == [
        sorted(f"a{n}" for n in range(first, 12, 3)) for first in range(3)
    ]
