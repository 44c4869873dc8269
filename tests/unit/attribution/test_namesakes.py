"""Whether two names may be those of one person."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.attribution.namesakes import asked, filed, surname

NAMES = st.sampled_from(
    [None, "", "Brenk", "Ada Brenk", "Adam Brenk", "Olof Brenk", "A. Brenk", "Nils Olm", "al-Brenk"]
) | st.text(max_size=20)


def may_be_one(left, right):
    return any(key in filed(right) for key in asked(left))


def test_a_surname_is_the_last_part_of_a_name():
    names = ["Ada Brenk", "Gen. Ismail al-Varni", "Ada Brenk Jr.", "Brenk’s", "", None]
    assert list(map(surname, names)) == ["brenk", "varni", "brenk", "brenk", None, None]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Ada Brenk", "Brenk"),
        ("Ada Brenk", "ADA BRENK"),
        ("Michael Brenk", "Mike Brenk"),
        ("Ada Brenk", "A. Brenk"),
        ("Ada Brenk", "Gen. Brenk"),
        ("Ismail al-Varni", "al-Varni"),
        ("Ada Brenk", None),
        (None, None),
    ],
)
def test_names_that_may_be_one_persons(left, right):
    assert may_be_one(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [("Karin Brenk", "Olof Brenk"), ("Ada Brenk", "Ada Olm"), ("Ada Brenk", "Olm")],
)
def test_names_of_two_people(left, right):
    assert not may_be_one(left, right)


@given(NAMES, NAMES)
def test_it_does_not_matter_which_name_comes_first(left, right):
    assert may_be_one(left, right) == may_be_one(right, left)


@given(NAMES)
def test_everybody_may_be_themselves_and_is_found_once(name):
    """A key that two lists hold would count a place twice."""
    assert len(set(asked(name)) & set(filed(name))) == 1


def test_a_name_of_a_million_letters_is_no_trouble():
    assert may_be_one("Ada " * 250_000 + "Brenk", "Ada Brenk")
