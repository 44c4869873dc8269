"""Names of one person in two spellings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance import frames
from provenance.attribution import read
from provenance.attribution.gaps.spellings import KIND
from provenance.model import Gap


@pytest.fixture(scope="session")
def told(articles, lexicon):
    """The gaps of one text as what stands there and what stands at the other places."""

    def _told(text):
        rows = frames.rows(read(articles(text), lexicon).gaps, Gap)
        return [
            (text[row.start : row.end], *(text[each.start : each.end] for each in row.others))
            for row in rows
            if row.kind == KIND
        ]

    return _told


@pytest.mark.parametrize(
    ("text", "rare", "usual"),
    [
        ("Tarek al-Rashwani sat. Mr Rashwanni rose.", "Mr Rashwanni", "Tarek al-Rashwani"),
        ("Mr Rashwanni rose. Tarek al-Rashwani sat.", "Tarek al-Rashwani", "Mr Rashwanni"),
        ("Dolores Whitcombe sat. Ms. Witcombe rose.", "Ms. Witcombe", "Dolores Whitcombe"),
        ("Peter Feldheim sat. Peter Feldhein rose.", "Peter Feldhein", "Peter Feldheim"),
        ("Geoffrey Osk sat. Geofrey Osk, 41, rose.", "Geofrey Osk", "Geoffrey Osk"),
        ("Peter Feldhein sat. Peter Feldheim, Feldheim.", "Peter Feldhein", "Peter Feldheim"),
    ],
)
def test_one_letter_makes_a_second_spelling(told, text, rare, usual):
    """The rarer one is shown first: it is the likelier slip."""
    assert told(text) == [(rare, usual)]


@pytest.mark.parametrize(
    "text",
    [
        "Tarek al-Rashwani sat. Mr Rashwani rose.",
        "Dolores Whitcombe sat. Mr. Witcombe rose.",
        "Peter Grant sat. Mr. Brant rose.",
        "Peter Hale sat. Mr. Hall rose.",
        "Michael Feldheim sat. Michaela Feldheim rose.",
        "Daniel Feldheim sat. Daniela Feldheim rose.",
        "Ronald Feldheim sat. Donald Feldheim rose.",
        "Peter Feldheim sat. Martin Feldhein rose.",
        "Peter Feldheim met all the Peter Feldheims of this world.",
        "Peter Feldheim sat. Peter Feldheim3 rose. Peter FeldheimA left.",
        "Peter Feldheim and Tom Feldheims sat. Mr. Feldheimer rose.",
    ],
)
def test_names_of_two_people_stay_apart(told, text):
    """A false alarm here calls somebody by another one's name."""
    assert told(text) == []


def test_a_name_between_two_others_is_nobodys_spelling(told):
    """Which of the two is meant cannot be told."""
    text = "Peter Feldheim sat. Tom Feldhein stood. Mr. Feldheir rose."
    assert told(text) == []


@given(st.text("abcdefghij", min_size=6, max_size=9), st.integers(1, 4))
def test_a_letter_left_out_is_found_wherever_it_stood(told, surname, place):
    """Apart from the first, which nobody gets wrong, and the last, which may make a plural."""
    short = surname[:place] + surname[place + 1 :]
    text = f"Peter {surname.capitalize()} sat. Mr. {short.capitalize()} rose."
    assert told(text) == [(f"Mr. {short.capitalize()}", f"Peter {surname.capitalize()}")]


def test_many_people_of_one_letter_do_not_stop_the_run(told):
    """A list of delegates is no reason to compare all with all."""
    text = " ".join(
        f"Peter Feld{chr(97 + n // 26)}{chr(97 + n % 26)}em, 41, sat." for n in range(600)
    )
    assert isinstance(told(text), list)
