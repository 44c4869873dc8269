"""Sentences about time are cut into dates, weekdays, spans and numbers."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.model import Article
from provenance.numbers.dates import items
from provenance.numbers.dates.mentions import mentions
from provenance.numbers.extract import story_of


@pytest.fixture(scope="module")
def clauses(grammar):
    def _clauses(text):
        article = Article("a", "a", 1, False, text, None, 0, None, None, "en")
        story = story_of(article, grammar.lexicon)
        cardinals = grammar.lexicon.values["cardinals"]
        return items.clauses(story, mentions(text, grammar.dates), grammar.dates, cardinals)

    return _clauses


@pytest.fixture
def cut(clauses):
    """Kind, text, amount and unit of each item of a text of one sentence."""

    def _cut(text):
        (clause,) = clauses(text)
        return [(item.kind, text[item.start : item.end]) for item in clause.items]

    return _cut


def test_every_kind_of_item_is_found(cut):
    assert cut("From May 2011 to 2014, three days after Monday, on 4 June 2014, 12 left.") == [
        ("month", "May 2011"),
        ("year", "2014"),
        ("span", "three days"),
        ("weekday", "Monday"),
        ("date", "4 June 2014"),
        ("number", "12"),
    ]


@pytest.mark.parametrize(
    ("words", "amount", "unit"),
    [
        ("three days", 3, "day"),
        ("12 years", 12, "year"),
        ("a week", 1, "week"),
        ("six-year", 6, "year"),
        ("twenty-one months", 21, "month"),
        ("a fortnight", 14, "day"),
        ("two decades", 2, "decade"),
    ],
)
def test_a_span_has_its_amount_and_unit(clauses, words, amount, unit):
    (clause,) = clauses(f"It began in 1990 and 1995 and took {words}.")
    (span,) = (item for item in clause.items if item.kind == "span")
    assert (span.amount, span.unit) == (amount, unit)


@pytest.mark.parametrize("number", ["5/8", "£5", "5%", "1,200", "4.5", "2000"])
def test_what_is_no_small_whole_number_is_no_item(cut, number):
    kinds = [kind for kind, text in cut(f"From 1990 to 1995 it grew by {number} or so.")]
    assert "number" not in kinds
    assert "span" not in kinds


def test_a_sentence_with_nothing_to_hold_against_is_not_cut(clauses):
    assert clauses("The bridge was built in 1990. Nobody came on Monday.") == []


def test_the_sentence_before_a_link_of_a_chain_is_cut_too(clauses):
    assert [each.number for each in clauses("It began on May 3. Two days later, on May 5, it rained.")] == [
        0, 1,
    ]  # fmt: skip


def test_a_weekday_without_a_capital_is_a_word(cut):
    assert ("weekday", "sunday") not in cut("The day after Monday was sunday best on 3 May.")


def test_the_skeleton_shows_items_as_one_token_each(clauses):
    (clause,) = clauses("From 1990 to 1995 it stood.")
    assert clause.skeleton == " from <year:0> to <year:1> it stood . "


def test_what_stands_between_two_items_is_the_same_in_both_orders(clauses):
    (clause,) = clauses("From 1990 up to 1995 it stood.")
    first, last = clause.items
    assert list(clause.between(first, last)) == list(clause.between(last, first)) == ["up", "to"]


def test_a_table_in_one_line_is_left_out(clauses):
    """A line of thousands of years is no sentence, and must not cost like one."""
    assert clauses("1990 to 1995 " * 5_000) == []


AMOUNTS = {
    "a hyphen joins tens and ones": ("twenty-one days", [("span", 21)]),
    "tens alone are a number": ("twenty days", [("span", 20)]),
    "a word for one needs a unit": ("a few dates", []),
    "a decade is one of a unit of its own": ("a decade", [("span", 1)]),
    "leading noughts do not matter": ("007 days", [("span", 7)]),
    "400 is the most that is small": ("400 days", [("span", 400)]),
    "401 is not small": ("401 days", []),
    "digits of another script are left alone": ("٣ days", []),
}


@pytest.mark.parametrize(("words", "expected"), AMOUNTS.values(), ids=AMOUNTS.keys())
def test_an_amount_is_a_small_whole_number(clauses, words, expected):
    (clause,) = clauses(f"From 1990 to 1995 it took {words} in all.")
    found = [(each.kind, each.amount) for each in clause.items if each.kind in ("span", "number")]
    assert found == expected


@pytest.mark.parametrize("name", ["Monday", "Monday's", "Friday", "Sunday"])
def test_the_genitive_of_a_weekday_is_that_day(clauses, name):
    (clause,) = clauses(f"From 3 May 1990 to 1995 it met after {name} prayer.")
    (day,) = (item for item in clause.items if item.kind == "weekday")
    assert day.weekday == {"M": 1, "F": 5, "S": 7}[name[0]]


@given(st.integers(1, 400), st.sampled_from(["days", "weeks", "months", "years"]))
def test_every_small_amount_is_read_with_its_unit_and_place(clauses, amount, unit):
    text = f"From 1990 to 1995 it took {amount} {unit} in all."
    (clause,) = clauses(text)
    (span,) = (item for item in clause.items if item.kind == "span")
    assert (span.amount, span.unit) == (amount, unit.removesuffix("s"))
    assert text[span.start : span.end] == f"{amount} {unit}"


@given(st.lists(st.sampled_from("1990 three - days 12 Monday May a , . / twenty".split())))
def test_items_of_any_row_stand_in_order_and_apart(clauses, parts):
    text = "From 1990 to 1995 " + " ".join(parts)
    for clause in clauses(text):
        for item in clause.items:
            assert item.start < item.end <= len(text)
        ends = [(item.start, item.end) for item in clause.items]
        assert all(one[1] <= other[0] for one, other in itertools.pairwise(ends))
