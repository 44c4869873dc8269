"""Years that run backwards and years that have not come are told, comparisons and plans are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

REVERSED, FAR = "reversed-years", "implausible-year"


@pytest.fixture(scope="session")
def told(relate):
    def _told(text, kind=REVERSED, **values):
        return [text[row.start : row.end] for row in relate(text, kind, **values) if not row.fits]

    return _told


@pytest.mark.parametrize(
    "text",
    [
        "She led the port from {} to {}.",
        "She led the port from early {} until late {}, they say.",
        "Between {} and {} the herd doubled.",
        "The painter Ida Holm ({}-{}) never sold a picture.",
        "The painter Ida Holm ({}–{}) never sold a picture.",
        "He was born in {} and died in {}.",
        "The works ran from March {} to May {}.",
        "In the years {}-{} no ship came.",
        "The kiln was built in {} and closed in {}.",
        "Ida Holm (b. {}, d. {}) never sold a picture.",
    ],
)
def test_an_end_before_the_beginning_is_told(told, text):
    assert told(text.format(2014, 2011))[0].endswith("2011")
    assert told(text.format(2011, 2014)) == []
    assert told(text.format(2011, 2011)) in ([], ["May 2011"])


def test_the_place_is_the_end_and_the_other_one_the_beginning(relate):
    text = "She led the port from May 2014 to June 2011."
    (row,) = relate(text, REVERSED)
    assert (row.stated, row.expected) == ("“June 2011”", "“May 2014” is later")
    assert [text[span.start : span.end] for span in row.others] == ["May 2014"]


def test_months_of_one_year_are_held_too(told):
    assert told("It ran from June 2014 to March 2014.") == ["March 2014"]
    assert told("It ran from 30 June 2014 to 3 July 2014.") == []
    assert told("It ran from 2014 to March 2014.") == []


@pytest.mark.parametrize(
    "text",
    [
        "He counted the herds from 2014 back to 2011.",
        "The difference between 2016 and 2012 was small.",
        "They compared sales from 2014 to 2011.",
        "The works were brought forward from 2014 to 2011.",
        "The temple stood from 1640 to 1580 BC.",
        "It fell from 2014 to 2011 points.",
        "The club won from the seasons 2014-15 to 2011-12.",
        "Call (2014-2011) for help from 9 to 5.",
        "They cut the herd from 2014 to 2011.",
        "She moved from room 2014 to room 2011.",
        "It was born in 2014. He died in 2011.",
    ],
)
def test_years_that_are_compared_or_are_none_are_not_told(told, text):
    assert told(text.replace("(2014-2011)", "555-2014")) == []


@given(st.integers(1500, 2099), st.integers(1500, 2099))
def test_only_the_order_decides(told, first, last):
    assert bool(told(f"She led the port from {first} to {last}.")) is (last < first)


def test_a_year_that_has_not_come_told_as_past_is_told(relate):
    text = "The film came out in November 2104. The director had signed in 2013."
    (row,) = (row for row in relate(text, FAR) if not row.fits)
    assert row.stated == "“November 2104”"
    assert row.expected == "the latest other year is 2013, and two digits changed over make 2014"


def test_a_year_alone_needs_a_word_before_it(told):
    assert told("The mill was closed in 2107.", FAR) == ["2107"]
    assert told("The mill was closed with 2107 sacks.", FAR) == []


def test_two_digits_changed_over_are_told_without_a_day_of_publication(told):
    text = "The mine was closed in March {}. It had been opened in 2018."
    assert told(text.format(2091), FAR) == ["March 2091"]
    assert told(text.format(2057), FAR) == []


def test_far_after_publication_is_told(told):
    text = "The mine was closed in March {}, they said."
    assert told(text.format(2057), FAR, date="2018-02-01") == ["March 2057"]
    assert told(text.format(2019), FAR, date="2018-02-01") == []


@pytest.mark.parametrize(
    "text",
    [
        "The sea will rise by a metre by November 2104, the report of 2013 said.",
        "The novel is set in March 2104, when the harbour was gone.",
        "The bond, sold in 2013, was due in May 2104.",
        "The model 2104 was sold out.",
        "It was closed in March 2014. It was opened in 1988.",
    ],
)
def test_plans_tales_and_models_are_not_told(told, text):
    assert told(text, FAR) == []
