"""Years, dates, times, scores, names and labels are no figures; what looks like one may be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

NONE = [
    # years
    "The mill opened in 1987.",
    "Since 2003 the mill stood empty.",
    "The 2018 elections were close.",
    "They fought from 1914 to 1918.",
    "The years 2004, 2007 and 2009 were dry.",
    "Tarnholm's 2011 flood is remembered.",
    "The 2014-15 season was short.",
    "The songs of the 1980s are back.",
    "The '90s are back.",
    "The temple is from A.D. 1040.",
    "It will be done by 2040.",
    "Tarnholm, March 2015",
    "Sales were up over 1986.",
    "Emissions are below 1990 levels.",
    "Output reached 1986 levels.",
    # dates
    "They left on March 29.",
    "They left on Oct. 31.",
    "They left on 29 March.",
    "They left on November 12, 2016.",
    "Open Oct. 18-22, all welcome.",
    "Open June 2 and 3, all welcome.",
    "It was filed on 5/17/2018.",
    "It was filed on 05.11.06.",
    # times of day
    "They met at 2 p.m. as agreed.",
    "They met at 11am as agreed.",
    "They met at 12:30 as agreed.",
    "They met at 2.15pm as agreed.",
    "They met at 0600 GMT as agreed.",
    "They met at six o'clock as agreed.",
    # ordinals, scores, votes
    "The 11th hussars came.",
    "The 101st Brigade is here.",
    "Tarn beat Varn 2-0.",
    "A 9-2 lead was lost.",
    "The council ruled 5-4 against it.",
    "Tarn won 3 to 1.",
    # labels, sections, routes
    "He is No. 12 in the list.",
    "Section 12 applies.",
    "Take Route 66 home.",
    "See page 14 for more.",
    "Flight 93 was late.",
    "Phase two begins.",
    # models and names
    "The Pixel 7 is out.",
    "The 330 Cruiser landed.",
    "The FTSE 100 fell.",
    "An A320 landed.",
    "An F-16 landed.",
    "Covid-19 spread.",
    "It runs on 5G here.",
    "The 4x4 stopped.",
    "Channel Nine reported it.",
    "Formula One is back.",
    "The Big Four agreed.",
    # versions, addresses on the network, phone numbers
    "Version 2.0.1 is out.",
    "The host is 192.168.1.2 now.",
    "See https://example.org/2016/11 now.",
    "See pic.example.com/a7Bc9 now.",
    "Follow @Desk24 now.",
    "It trends as #top10 now.",
    "Write to desk24@example.org now.",
    "Call 555-1234 now.",
    "Call +1-222-222-2222 now.",
    "Call 9333 1234 now.",
    # ages in apposition and numbers of lists
    "Ada Brenk (1) left.",
    "1. Wash the pan.",
    "2) Dry the pan.",
    "They sold (1) boats and (2) carts and cows (3) too.",
    "It was seen by Brenk (12) before.",
    "It was built by them (12) before.",
    "The Tarn Rovers (12) came.",
    # idioms and the pronoun
    "One of them left.",
    "At one point it rained.",
    "No one came.",
    "They like one another.",
    "The one they wanted was gone.",
    "This one is new.",
    "One said nothing.",
    "Hindsight is 20/20.",
    "They work 24/7.",
    "It is a fifty-fifty chance.",
    "Half-time came.",
    "In the second half they slept.",
    "A third man entered.",
]

SOME = [
    ("Some 2,000 people left.", 2000),
    ("More than 2000 were hurt.", 2000),
    ("Around 2000 - 2500 ewes left.", 2250),
    ("2000 tonnes were lost.", 2000),
    ("It closed at 1,463 in Tarn.", 1463),
    ("They left 29 boats behind.", 29),
    ("The 12 boats left.", 12),
    ("They met 12 times.", 12),
    ("They hit a 5-4 majority with 14 votes.", 14),
    ("That day 20 boats left.", 20),
    ("Tarn 20 boats left.", 20),
    ("Bomb Kills 20 In Tarn", 20),
    ("Only 11 were left.", 11),
    ("One man left.", 1),
    ("One hundred left.", 100),
    ("One percent left.", 1),
    ("In 16 years it rained twice.", 16),
    ("A .500 record", 0.5),
    ("Tarn's 20 boats left.", 20),
    ("They sold 4-wheel carts.", 4),
    ("In Orla 44 of the 60 came.", 44),
    ("In Orla 44 of 60 boats were lost.", 44),
    ("Voters in New Orla 12 of all 30 times chose him.", 12),
    ("In Orla 44 were hurt.", 44),
    ("Near Upper Tarn 3 have burned.", 3),
    ("It has more women (156) than men.", 156),
    ("Some 34 percent (156) agreed.", 156),
    ("Some 34% (156) agreed.", 156),
    ("It sold over 2000.", 2000),
    ("Over 1986 boats were sold.", 1986),
    ("It sold well over 1986.", 1986),
]


@pytest.mark.parametrize("text", NONE)
def test_this_holds_no_figure(read, text):
    assert [text[row.start : row.end] for row in read(text)] == []


@pytest.mark.parametrize(("text", "value"), SOME)
def test_this_holds_one_that_looks_like_none(read, text, value):
    assert value in [row.value for row in read(text)]


@given(st.integers(1900, 2099))
def test_a_year_behind_in_is_never_a_figure(read, year):
    assert read(f"It was built in {year}.") == []


@given(st.integers(1900, 2099))
def test_the_same_number_with_a_separator_and_a_noun_always_is(read, year):
    assert [row.value for row in read(f"They counted {year:,} boats.")] == [year]


@given(st.integers(0, 23), st.integers(0, 59))
def test_a_time_of_day_is_never_a_figure(read, hour, minute):
    assert read(f"They met at {hour}:{minute:02} today.") == []


@given(st.from_regex(r"[A-Za-z]{1,5}[0-9]{1,4}[a-z]{0,2}", fullmatch=True))
def test_digits_inside_a_word_are_never_a_figure_but_behind_a_currency_code(read, word):
    for row in read(f"They flew the {word} home."):
        assert row.kind == "money"


@given(st.integers(0, 20), st.integers(0, 20))
def test_a_score_is_never_two_figures(read, home, away):
    assert read(f"Tarn beat Varn {home}-{away} at home.") == []


@pytest.mark.parametrize(
    "text",
    [
        "In Boeing 737 was a crack.",  # one thing
        "Hide Caption 7 of 20",
        "They rang for seats (737) 3344 then.",
        "Fans of the Pixel 7 of 2023 came.",  # a year is no whole
        "The Pixel 7 of the company is out.",  # no number behind
        "Apollo 13 of the 17 flew.",  # no place before
        "It is told in Pixel 7 of 2023.",
        "Users of Pixel 7 were glad.",
        "In Very Long Old Town Hall 7 of 9 came.",
    ],
)
def test_a_name_with_a_number_is_no_count_of_a_place(read, text):
    assert not {7, 13, 737}.intersection(row.value for row in read(text))


@given(st.integers(1, 99), st.sampled_from(["women", "farms", "cows", "34 percent", "5%"]))
def test_a_figure_in_brackets_counts_unless_the_sentence_numbers_things(read, number, before):
    values = [row.value for row in read(f"They saw {before} ({number}) there.")]
    assert (number in values) is (number != 1)
    listed = [row.value for row in read(f"They saw (1) {before} ({number}) there.")]
    assert number not in listed or number in (5, 34)


@given(st.integers(1900, 2099), st.sampled_from(["over", "above", "below", "under"]))
def test_only_a_round_number_is_bounded_by_a_word_that_compares_years(read, year, word):
    """Profit over 1986 is profit compared with that year's; over 2000 is a count."""
    assert [row.value for row in read(f"Profit was {word} {year}.")] == [year] * (year % 50 == 0)
    assert [row.value for row in read(f"They had {word} {year} boats.")] == [year]


@given(st.integers(2, 400))
def test_brackets_without_end_are_read_in_time(read, count):
    assert len(read("farms (12) " * count)) <= count
