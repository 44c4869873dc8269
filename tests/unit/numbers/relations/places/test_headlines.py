"""A figure of the headline that the text gives otherwise is told; what may differ is left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

KIND = "headline-figure-differs"
BODY = "{} people were killed when a ferry caught fire off the island of Tarn on Monday night."


@pytest.fixture
def told(relate):
    """Whether each figure of a headline fits, the title standing in the text."""

    def _told(title, body):
        text = f"{title}\n\n{body}"
        return [row.fits for row in relate(text, KIND, title=title, body_start=len(title) + 1)]

    return _told


def test_both_figures_are_shown_and_the_one_of_the_text_is_the_other_place(relate):
    title = "Ferry fire off Tarn kills 14"
    text = f"{title}\n\n{BODY.format('Nine')}"
    (row,) = relate(text, KIND, title=title, body_start=len(title) + 1)
    assert (row.fits, row.stated, row.expected) == (False, "“14”", "“Nine”")
    assert text[row.start : row.end] == "14"
    assert [text[span.start : span.end] for span in row.others] == ["Nine"]
    assert title in row.held


def test_a_title_outside_the_text_is_told_at_the_figure_of_the_text(relate):
    """A record's title has no place in the text that an editor could be sent to."""
    text = BODY.format("Nine")
    (row,) = relate(text, KIND, title="Ferry fire off Tarn kills 14")
    assert text[row.start : row.end] == "Nine"
    assert (row.stated, row.expected, row.others) == ("“14”", "“Nine”", ())


@pytest.mark.parametrize(
    ("stated", "found"),
    [
        ("14", "Fourteen"),
        ("200", "203"),
        ("200", "At least 200"),
        ("more than 200", "As many as 263"),
        ("nearly 100", "Some 97"),
        ("dozens", "36"),
        ("hundreds", "At least 240"),
        ("scores", "72"),
        ("thousands", "Tens of thousands of"),
    ],
)
def test_rounding_bounds_and_vague_words_fit(told, stated, found):
    assert False not in told(f"Ferry fire off Tarn kills {stated}", BODY.format(found))


@pytest.mark.parametrize(
    ("stated", "found"),
    [("14", "Nine"), ("200", "260"), ("31", "13"), ("Hundreds", "92"), ("two", "six")],
)
def test_what_no_rounding_explains_is_told(told, stated, found):
    assert told(f"Ferry fire off Tarn kills {stated}", BODY.format(found)) == [False]


@pytest.mark.parametrize(
    ("title", "body"),
    [
        # Money, a share and a measure, when the text says the same in other words.
        (
            "Varn council to spend $12m on sea wall",
            "The council of Varn is to spend $19 million on a new sea wall along the harbour.",
        ),
        (
            "Bus fares in Morrow to rise 8% in spring",
            "Bus fares in Morrow will rise by 12 percent in spring, the town said.",
        ),
        (
            "Storm leaves 40,000 homes without power",
            "The storm left about 65,000 homes without power, the grid company said.",
        ),
    ],
)
def test_amounts_of_all_kinds_are_held_against_the_text(told, title, body):
    assert told(title, body) == [False]


@pytest.mark.parametrize(
    ("title", "body"),
    [
        # A headline that counts what is below it.
        ("12 things to know about the Morrow pubs", "The brewer will close seven pubs in Morrow."),
        ("Three winners and five losers of the vote", "Two winners stood on the balcony at noon."),
        # The sum of what the text says.
        ("Ferry fire off Tarn kills three", BODY.format("Two") + " A passenger died on Tuesday."),
        (
            "Ferry fire off Tarn kills 14",
            BODY.format("Nine") + " Five people were killed on the quay.",
        ),
        (
            "4 things to do in Varn, plus 1 to leave undone",
            "Here are five things to do in Varn, or to leave.",
        ),
        # What the headline leaves out, and what it multiplies.
        (
            "Bell Brewers to issue 200 million in convertible bonds",
            "The sum is $200 million. Brewers to issue convertible bonds of about $125 million first.",
        ),
        (
            "Varn asks for 20,000 tonnes of soft wheat",
            "The town of Varn asks for two cargoes of 10,000 tonnes of soft wheat.",
        ),
        # An earlier event, a part, a plan, a rate, a dispute.
        ("Ferry fire kills 14", "In 2009 a ferry fire killed 30 people in the same waters."),
        ("Ferry fire kills 14", "A dozen people died. Another nine people were killed on land."),
        ("Lake closed to 60 boats", "The lake could be closed to 90 boats if it does not rain."),
        ("Storm kills 14 in Varn", "Lightning kills 40 people a year in Varn and its hills."),
        ("Ferry fire kills 14", "Nine people were killed, officials said; the toll is disputed."),
        # Another group of people.
        (
            "Ferry fire off Tarn kills 14 sailors",
            "Three officers of the guard were killed when they came to help the ferry off Tarn.",
        ),
        # A live headline of something that the text does not count.
        ("14 rescued from burning ferry", "The ferry has room for 300 cars and was built in Tarn."),
        # One that is too far off to be the same thing.
        ("Mayor frees 78 prisoners", "The mayor freed 1,324 prisoners in all her years in office."),
        ("One dead in ferry fire off Tarn", BODY.format("Two")),
    ],
)
def test_what_may_well_differ_is_left_alone(told, title, body):
    assert False not in told(title, body)


def test_the_first_paragraphs_repeat_the_headline_in_fewer_words(told):
    """What stands far below may be about something else that has the same noun."""
    title = "Sawmill in Luntz to shed jobs: 60 workers to go by spring"
    lead = "About 40 workers of the sawmill got a letter about it at home."
    assert told(title, lead) == [False]
    assert told(title, "It was a mild day. " * 60 + lead) == []


def test_a_headline_without_figures_and_a_text_without_a_headline_ask_nothing(relate, told):
    assert told("Ferry burns off Tarn", BODY.format("Nine")) == []
    assert relate(BODY.format("Nine"), KIND) == []


def test_a_brief_that_is_only_a_headline_asks_nothing(relate):
    title = "Ferry fire off Tarn kills 14"
    assert relate(title, KIND, title=title, body_start=len(title)) == []


@given(number=st.integers(2, 9_999))
def test_a_number_always_fits_itself(relate, number):
    """Whatever the number, a headline that repeats the text is right."""
    title = f"Ferry fire off Tarn kills {number:,}"
    text = BODY.format(f"{number:,}")
    assert [row.fits for row in relate(text, KIND, title=title)] == [True]


def test_a_megabyte_of_figures_below_a_headline_is_read(relate):
    """Each figure of the headline is compared with each of the text, and not with more."""
    title = "Ferry fire off Tarn kills 14"
    rows = relate("57 people were killed. " * 3_000, KIND, title=title)
    assert len(rows) <= 1


PLANNED = "The cannery in Tarn will axe {} jobs, its owners told staff on Monday."


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Cannery to axe 500 jobs", PLANNED.format(350)),
        ("Cannery to axe up to 500 jobs", PLANNED.format(650)),
        ("Village to build 200 sheds", "The village will build 120 sheds, it said on Monday."),
    ],
)
def test_what_a_headline_says_is_to_come_is_what_will_be(told, title, body):
    assert told(title, body) == [False]


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Cannery to axe 350 jobs", PLANNED.format(350)),
        ("Cannery axes 500 jobs", PLANNED.format(350)),
        ("Cannery moves to Varn, axes 500 jobs", PLANNED.format(350)),
        ("Village to build 200 sheds", "The village built 120 sheds in spring, it said on Monday."),
        ("Cannery to axe 500 jobs", "It rained in Orla. The council will lose 350 jobs by May."),
    ],
    ids=["same", "a fact", "a place", "what was", "somebody else"],
)
def test_a_plan_is_not_held_against_something_else(told, title, body):
    assert False not in told(title, body)


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("two 10,000-tonne cargoes of", []),
        ("a 10,000-tonne cargo of", []),
        ("10,000 tonnes of", [False]),
    ],
)
def test_how_large_each_cargo_is_is_no_amount(told, said, found):
    """How many of them there are may stand anywhere."""
    body = f"The town of Varn asks for {said} soft wheat."
    assert told("Varn asks for 30,000 tonnes of soft wheat", body) == found


def test_sizes_are_held_against_sizes(told):
    title = "Varn asks for 30,000-tonne cargoes of soft wheat"
    assert told(title, "The town of Varn asks for 10,000-tonne cargoes of soft wheat.") == [False]
