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


@pytest.mark.parametrize(
    "text",
    [
        "The skipper was arrested in {} and released in {}.",
        "The skipper was drafted in {} and discharged in {}.",
        "The ferry was launched in {} and sank in {}.",
        "The duke ruled from {} until his death in {}.",
        "The clerk held the post from {} until her resignation in {}.",
        "Ida Holm was the poet of the valley, {}-{}.",
        "The {}-{} blockade starved the town.",
        "Her {}–{} term was a quiet one.",
        "The ban was imposed in {} and lifted in {}.",
        "The mill opened in {} and went bankrupt in {}.",
        "They wed in {} and separated in {}.",
        "She was a judge from {} until she retired in {}.",
        "The contract covers {} to {}.",
        "The law was passed in {} and repealed in {}.",
    ],
)
def test_what_begins_and_ends_is_read_in_many_words(told, text):
    assert told(text.format(1988, 1971)) == ["1971"]
    assert told(text.format(1971, 1988)) == []


@pytest.mark.parametrize(
    "text",
    [
        "The ban was lifted in 1990. It was imposed again in 1985.",
        "She was hired in 1990, and her brother was born in 1985.",
        "Lines 555, 1990-1985 and 12 were cut.",
        "The photos, released in 1990, show a ship that sank in 1985.",
        "The film was announced in 2019; its hero died in 1951.",
    ],
)
def test_two_years_of_two_things_have_no_order(told, text):
    assert told(text) == []


@given(st.integers(1500, 2099), st.integers(0, 99), st.sampled_from(["-", "–", "—"]))
def test_a_year_and_a_later_one_with_any_dash_are_in_order(told, first, years, dash):
    assert told(f"The years {first}{dash}{first + years} were dry, they say.") == []


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("She was elected in 2914.", "2914"),
        ("The mill was founded in 2998, with two wheels.", "2998"),
        ("He has lived in Tarn since 2303.", "2303"),
        ("During 2404, prices fell by half.", "2404"),
        ("In 2505, the council sold the mill.", "2505"),
        ("The bridge was built in 2932 and fell.", "2932"),
        ("The mine was shut in 2070.", "2070"),
        ("The book was published in 2103 by a small press.", "2103"),
        ("He died on March 3, 2105, at home.", "March 3, 2105"),
    ],
)
def test_a_year_that_cannot_be_past_needs_no_other_year(told, text, year):
    assert told(text, FAR) == [year]


@pytest.mark.parametrize(
    "text",
    [
        "The ship was found in 2500 feet of water.",
        "Prices fell in 2300 shops.",
        "Cases were found in 2914 homes.",
        "The vote was lost in 2500-odd towns.",
        "It was sold in 2,914, they said.",
        "It was built in 2914-15.",
        "The sum was raised from 2500 in March.",
        "The lease was sold until 2914.",
        "The bond, sold in March, was due by May 2104.",
        "The rule was to hold through June 2104.",
        "The crater was seen 2914.",
        "The planet was found near 2914.",
    ],
)
def test_a_count_and_a_time_to_come_are_no_such_year(told, text):
    assert told(text, FAR) == []


def test_a_year_that_fits_is_no_relation_of_two_things(relate):
    """Counted as checked and right, they would drown the relations that say something."""
    assert relate("The mill was closed in March 2014. It was opened in 2002.", FAR) == []


@given(st.integers(1600, 2030))
def test_no_year_that_has_come_is_far(relate, year):
    text = f"The mill was closed in May {year}. She was elected in {year}."
    assert relate(text, FAR, date="2026-03-01") == []


@given(st.integers(2200, 2999), st.sampled_from(["in", "since", "during"]))
def test_every_year_of_a_far_century_told_as_past_is_far(told, year, before):
    assert told(f"The mill was closed {before} {year}, they said.", FAR) == [str(year)]
    assert told(f"The mill will be closed {before} {year}, they said.", FAR) == []


def test_a_line_of_far_years_is_read(told):
    assert len(told("It was shut in 2914, " * 300, FAR)) == 300


@pytest.mark.parametrize("noun", ["figures", "data", "results", "editions"])
def test_two_years_in_front_of_what_is_of_them_are_no_span(told, noun):
    """What lies between the numbers of two years lies in no time."""
    assert told(f"Between 2015 and 2010 {noun} lies a hole.") == []
    assert told("Between 2015 and 2010 the herd doubled.") == ["2010"]
