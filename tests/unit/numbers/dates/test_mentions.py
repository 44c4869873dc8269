"""Dates are read in every way in which they are written, and nothing else is taken for one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.numbers.dates.mentions import mentions

SETTINGS = st.sampled_from(
    ["Thursday", "Sat.", "May", "march", "27", "31st", "of", ",", "(", "2017", "12/11/", "-", "\n"]
)


@pytest.fixture(scope="session")
def words(grammar):
    return grammar.dates


@pytest.fixture(scope="session")
def told(words):
    """Weekday, day, month and year of each mention."""

    def _told(text):
        return [(each.weekday, each.day, each.month, each.year) for each in mentions(text, words)]

    return _told


@pytest.mark.parametrize(
    "text",
    [
        "Thursday, 27 June 2017",
        "Thursday 27 June 2017",
        "Thursday, June 27, 2017",
        "Thursday June 27 2017",
        "Thurs., Jun. 27th, 2017",
        "Thursday, the 27th of June 2017",
        "Thursday the twenty-seventh of June, 2017",
        "Thursday morning, June 27, 2017",
        "Thursday (June 27, 2017)",
        "Thursday (27 June 2017)",
        "THURSDAY, JUNE 27, 2017",
        "Thursday, 27-June-2017",
        "27 June 2017, a Thursday",
        "June 27, 2017, was a Thursday",
        "27 June 2017 (Thursday)",
        "Thursday, 2017-06-27",
    ],
)
def test_a_full_date_is_read_in_every_form(told, text):
    assert told(f"They left on {text}.") == [(4, 27, 6, 2017)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Friday, April 3", (5, 3, 4, None)),
        ("Friday’s April 3 vote", (5, 3, 4, None)),
        ("the 12th of November 2016", (None, 12, 11, 2016)),
        ("the first of June", (None, 1, 6, None)),
        ("Nov. 12", (None, 12, 11, None)),
        ("in June 2017", (None, None, 6, 2017)),
        ("in June of 2017", (None, None, 6, 2017)),
        ("in 2017", (None, None, None, 2017)),
        ("2016-11-12", (None, 12, 11, 2016)),
        ("on 31 April", (None, 31, 4, None)),
    ],
)
def test_what_is_not_said_is_null(told, text, parts):
    assert told(text) == [parts]


def test_a_date_in_slashes_has_two_readings(words):
    (mention,) = mentions("It opened on 12/11/2016.", words)
    assert mention.readings == ((12, 11), (11, 12))


def test_two_years_with_a_dash_are_both_read(told):
    assert [parts[3] for parts in told("Ida Holm (1960-1945), 1990–1995")] == [
        1960, 1945, 1990, 1995,
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "the seasons 2012-13 and 2012/13",
        "in the 1990s",
        "It cost $2014 and weighed 2,014 kg",
        "Call 555-2014 or ask for #2017",
        "They may march on, and the sun sat low",
        "on Monday, March 5,000 people came",
        "in May 5 percent left",
        "Mark and Augusta met in Mayfield",
        "version 2.2017 of the file a2017",
        "ZIP code 12017",
    ],
)
def test_what_only_looks_like_a_date_is_none(told, text):
    assert told(text) == []


def test_the_weekday_of_several_is_not_that_of_the_date(told):
    """Thursday and Friday, June 27, begin on the first of the two."""
    assert told("on Thursday and Friday, June 27 and 28")[0] == (None, 27, 6, None)
    assert told("Monday through Friday, May 1-5, 2017")[0][0] is None


def test_a_weekday_of_the_sentence_before_is_not_that_of_the_date(told):
    assert told("He left on Thursday. June 27 was quiet.") == [(None, 27, 6, None)]


def test_a_year_of_the_next_sentence_is_not_that_of_the_date(told):
    assert told("He left on June 27. 2017 was quiet.") == [
        (None, 27, 6, None),
        (None, None, None, 2017),
    ]


def test_the_second_of_two_months_does_not_take_the_day_of_the_first(told):
    assert told("on June 27 May spoke") == [(None, 27, 6, None)]


@given(st.lists(SETTINGS, max_size=30).map(" ".join) | st.text(max_size=80))
def test_mentions_lie_in_the_text_in_order_and_apart(words, text):
    end = 0
    for mention in mentions(text, words):
        assert end <= mention.start < mention.end <= len(text)
        end = mention.end


@pytest.mark.parametrize("piece", ["May ", "2017-", "1/1/2017", "Sun, ", "Thursday, the "])
def test_a_long_line_of_pieces_is_read(words, piece):
    """Every window is bounded, so that a hostile line costs no more than its length."""
    assert len(mentions(piece * 20_000, words)) <= 20_000


@pytest.mark.parametrize(
    "text",
    ["It ends on Friday, 31 December 9999.", "It ends on Friday, December 31, 9999.", "1 May 0900"],
)
def test_a_date_of_a_year_that_is_not_read_is_no_date_without_a_year(words, text):
    assert [each for each in mentions(text, words) if each.day] == []


def test_a_count_behind_a_date_is_no_year(told):
    assert told("On Friday, 5 June, 3000 people marched.") == [(5, 5, 6, None)]
    assert told("On Friday, June 5, 3,000 people marched.") == [(5, 5, 6, None)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Item 1 of April 8 was read again.", (None, 8, 4, None)),
        ("Read item 3 of June 27, 2017.", (None, 27, 6, 2017)),
        ("It rained on the 1st of April.", (None, 1, 4, None)),
        ("It rained on the 1 of April 2017.", (None, 1, 4, 2017)),
        ("On the 3rd of April 8,000 boats came.", (None, 3, 4, None)),
    ],
)
def test_the_first_of_what_a_full_date_names_is_no_day_of_the_month(told, text, parts):
    """Agencies number the items of a day."""
    assert told(text) == [parts]
