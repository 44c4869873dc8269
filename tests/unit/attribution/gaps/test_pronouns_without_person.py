"""Paragraphs that begin with a pronoun whose person is nowhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.attribution.gaps.pronouns import KIND

ROAD = "The road to the coast has been closed since the flood.\n\n"
FIELDS = "Fields on both sides of the road are still under water.\n\n"
BRIDGES = "Two bridges over the canal were swept away in the night.\n\n"
BEFORE = ROAD + FIELDS + BRIDGES
SAYS = "He estimates that repairs will cost a fortune."


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (SAYS, "He estimates"),
        ("She says that repairs will cost a fortune.", "She says"),
        ("He told the council that repairs will cost a fortune.", "He told"),
        (f"Advertisement\n\n{SAYS}", "He estimates"),
    ],
)
def test_a_pronoun_with_nobody_before_it_is_told(left_open, text, told):
    assert left_open(KIND, BEFORE + text) == [told]


@pytest.mark.parametrize(
    "person",
    [
        "Ada Thorsen walked along the canal.",
        "Mr Quorl walked along the canal.",
        "Quorl says the canal is full.",
        "Along the canal walked Quorl with a dog.",
        "The county engineer walked along the canal.",
        "A man walked along the canal.",
        "“The canal is full to the brim again,” read the sign.",
        "An officer who walked along the canal was swept off.",
    ],
)
@pytest.mark.parametrize("between", ["", FIELDS])
def test_anybody_in_two_paragraphs_may_be_meant(left_open, person, between):
    """By a name, a role, a noun for a person or by a quotation, whose speaker is one."""
    assert left_open(KIND, f"{BEFORE}{person}\n\n{between}{SAYS}") == []


def test_somebody_three_paragraphs_back_is_not_meant(left_open):
    text = f"Ada Thorsen walked along the canal.\n\n{BEFORE}She says it is full."
    assert left_open(KIND, text) == ["She says"]


def test_an_advert_between_is_no_paragraph(left_open):
    """What a page puts between paragraphs does not take the person out of sight."""
    adverts = "Advertisement\n\nRead more\n\nVideo\n\n"
    text = f"{BEFORE}Ada Thorsen walked along the canal.\n\n{adverts}{FIELDS}{adverts}She says so."
    assert left_open(KIND, text) == []


def test_somebody_of_whom_it_went_on_may_still_be_meant(left_open):
    """A text that keeps to "he" for a while need not name him in each paragraph."""
    text = f"{ROAD}Along the canal walked his dog.\n\n{FIELDS}{BRIDGES}{FIELDS}{SAYS}"
    assert left_open(KIND, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "On Monday he estimates the cost anew.",
        "He walked along the canal.",
        "They estimate that repairs will cost a fortune.",
        "“He estimates that it will cost a fortune,” read the letter.",
    ],
)
def test_only_he_and_she_who_say_something_at_the_beginning_count(left_open, text):
    assert left_open(KIND, BEFORE + text) == []


@pytest.mark.parametrize("before", ["", ROAD, ROAD + FIELDS])
def test_the_beginning_of_a_text_is_left_alone(left_open, before):
    """Its headline or first lines may be lost, or tell who it is further on."""
    assert left_open(KIND, before + SAYS) == []


@pytest.mark.parametrize("place", ["Monday", "Iraqi trucks", "The French", "Anglo-Dutch trucks"])
def test_days_places_and_peoples_are_nobody(left_open, place):
    text = f"{BEFORE}{place} had been dry for the most part of the month.\n\n{SAYS}"
    assert left_open(KIND, text) == ["He estimates"]


@given(st.permutations([ROAD, FIELDS, BRIDGES]))
def test_the_order_of_what_names_nobody_does_not_matter(left_open, paragraphs):
    assert left_open(KIND, "".join([*paragraphs, SAYS])) == ["He estimates"]


def test_a_text_of_pronouns_alone_comes_to_an_end(left_open):
    """Only the first can be without a person: behind it "he" has been said."""
    assert left_open(KIND, BEFORE + f"{SAYS}\n\n" * 5_000) == ["He estimates"]


WIRE = """The chairman of the harbour board at Skarv
said on Monday that the eastern pier would be shut to lorries
until a diver has looked at the piles, which were struck by a
barge in the storm of last week. Nobody was hurt, and the night
ferry sailed as usual.
    The pier was built in the years before the war, and it has
been mended four times since then.
"""


def test_the_lines_of_wrapped_text_are_no_paragraphs(left_open):
    """The person stands in the paragraph before, five lines up."""
    assert left_open(KIND, f"{WIRE}    He expects it to be open by Easter.\n") == []
