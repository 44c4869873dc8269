"""A number announces as many items as its list has, where the list is plain."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

KIND = "count-of-list"
TOWNS = ("Tarn", "Orla", "Brenk", "Morrow", "Varn", "Tessel", "Kelby", "Harwen")


def verdicts(relate, text):
    """Whether each list of `text` has as many items as announced, in order."""
    return [row.fits for row in relate(text, KIND)]


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("He went on three tours in 2004, 2007 and 2009.", True),
        ("He went on three tours, in 2004, 2007, and 2009.", True),
        ("He went on two tours in 2004, 2007 and 2009.", False),
        ("He went on four tours in 2004, 2007 and 2009.", False),
        ("It won three titles in 2004 and 2007.", False),
        ("It won four games in 2004, 2007 and 2009.", False),
        ("He won the cup three times: 2004, 2007 and 2009.", True),
        ("He won the cup three times (2004, 2007, 2009 and 2011).", False),
    ],
)
def test_years_are_counted(relate, text, fits):
    assert verdicts(relate, text) == [fits]


@pytest.mark.parametrize(
    "text",
    [
        "She won five medals in 2004, 2007 and 2009.",
        "She won three medals in 2004 and 2008.",
        "Four people were killed in floods in 2004, 2007 and 2009.",
        "He scored 12 goals in 2004 and 2005.",
        "He went on two tours in 2004-05, 2007 and 2009.",
        "It had three bad years from 2004 to 2009.",
        "He went on three tours in 2004.",
    ],
)
def test_more_than_one_in_a_year_is_possible(relate, text):
    """Medals, deaths and goals can share a year; seasons and spans are no list of years."""
    assert verdicts(relate, text) == []


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("The league has three rivals: Tarn, Orla, and Brenk.", True),
        ("The league has three main rivals: Tarn, Orla and Brenk.", True),
        ("The league has four rivals: Tarn, Orla and Brenk.", False),
        ("The league has two rivals: Tarn, Orla and Brenk.", False),
        ("Two towns were cut off: Tarn and Orla.", True),
        ("Three towns — Tarn, Orla and Brenk — were cut off.", True),
        ("Three towns — Tarn, Orla, Brenk and Varn — were cut off.", False),
        ("Three towns (Tarn, Orla, Brenk and Varn) were cut off.", False),
        ("The firm has three divisions: steel, paper and glass.", True),
        ("The firm has four divisions: steel, paper and glass.", False),
        ("There are three reasons: money; time; and the weather.", True),
        ("There are four reasons: money; time; and the weather.", False),
    ],
)
def test_names_behind_a_colon_are_counted(relate, text, fits):
    assert verdicts(relate, text) == [fits]


@pytest.mark.parametrize(
    "text",
    [
        "The league has four rivals, including these: Tarn, Orla and Brenk.",
        "The league has four rivals: such as Tarn, Orla and Brenk.",
        "It runs in three lands: Tarn and Orla, Brenk and Varn.",
        "The two sides: Tarn and Orla United and the Brenk Rovers.",
        "Police named three men: John Hill, a baker, Tom Cole, a smith, and Pat Ray, a cook.",
        "Police named three men: John Hill, 34, Ann Lee, 35, and Tom Cole, 32.",
        "Police named two men: John Hill, of Tarn, Ann Lee, of Orla, and others.",
        "She thanked four people: her mother, her father, and most of all her sons.",
        "It runs five homes in four towns: Tarn, Orla, Brenk and Varn.",
        "Six people will be there: the presidents; the envoy; and two translators.",
        "Four people will be there: the presidents; the envoy; and the translators.",
        "Three of the top five towns — Tarn, Orla and Brenk — were cut off.",
        "Three of Orla's five ports: Tarn, Varn and Brenk.",
        "Bake for 20 minutes: stir, turn and serve.",
        "He said two things: the road is closed, and it stays closed because of snow.",
        "They meet at 3: Tarn, Orla and Brenk.",
    ],
)
def test_a_list_that_is_not_plain_is_left_alone(relate, text):
    """Nested "and", appositions with ages and jobs, open lists, another number's list."""
    assert False not in verdicts(relate, text)


def test_a_list_cut_by_a_line_break_is_left_alone(relate):
    assert verdicts(relate, "The league has four rivals: Tarn, Orla and\nsmall Brenk.") == []


def test_an_editor_sees_how_many_there_are(relate):
    text = "The league has four rivals: Tarn, Orla and Brenk."
    (row,) = relate(text, KIND)
    assert (text[row.start : row.end], row.stated) == ("four", "“four”")
    assert row.expected == "the list behind it has 3"
    assert [text[other.start : other.end] for other in row.others] == ["Tarn, Orla and Brenk"]


@settings(max_examples=40, deadline=None)
@given(st.integers(2, 8), st.integers(3, 8))
def test_a_list_fits_exactly_when_it_has_as_many_items(relate, count, listed):
    row = f"{', '.join(TOWNS[: listed - 1])} and {TOWNS[listed - 1]}"
    told = verdicts(relate, f"The league has {count} rivals: {row}.")
    assert (told == [True]) == (count == listed)
    if abs(count - listed) == 1:
        assert told == [False]


def test_a_long_list_is_read(relate):
    assert relate("The league has four rivals: " + "Tarn, " * 20000 + "and Orla.", KIND) is not None


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("Of three parties: the Greens, the Liberals, Labour and the Farmers.", False),
        ("Of four parties: the Greens, the Liberals, Labour and the Farmers.", True),
        ("There are three big parties: Labour, the Greens, Reform and the Farmers.", False),
        ("There are three big parties: the Greens, the Liberals and the Farmers.", True),
    ],
)
def test_names_with_and_without_the_are_one_list(relate, text, fits):
    assert verdicts(relate, text) == [fits]


@pytest.mark.parametrize(
    "text",
    [
        "He met two rivals: Ann Hale, the Labour leader, and Max Orr.",
        "He met two rivals: Ann Hale, the Prime Minister, and Max Orr.",
        "It has two owners: Orla, the big buyers, and Varn.",
    ],
)
def test_who_a_name_is_stands_for_no_further_item(relate, text):
    assert verdicts(relate, text) == []
