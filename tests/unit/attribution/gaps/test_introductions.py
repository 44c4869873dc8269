"""Speakers who are a bare surname."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.attribution.gaps.introductions import KIND

PUMPS = "The pumps failed twice in one night"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"{PUMPS}, according to Qureshi.", "Qureshi"),
        (f"{PUMPS}, Qureshi said.", "Qureshi"),
        ("“Nobody checked the door,” Okonkwo said.", "Okonkwo"),
        ("“Nobody checked the door,” said Thorsson.", "Thorsson"),
        (f"{PUMPS}, according to Wickstein. Wickstein gave no reason.", "Wickstein"),
    ],
)
def test_a_surname_that_is_never_introduced_is_told(left_open, text, name):
    assert left_open(KIND, text) == [name]


@pytest.mark.parametrize(
    "introduced",
    [
        "Ferdi Qureshi was on duty.",
        "Mr. Qureshi was on duty.",
        "The engineer Qureshi was on duty; Ferdi-Paul Qureshi relieved nobody.",
        "“We called Ferdi Qureshi,” said the mayor.",
    ],
)
def test_a_fuller_name_anywhere_introduces(left_open, introduced):
    """Before it or behind it, the reader finds out who it is."""
    assert left_open(KIND, f"{introduced} {PUMPS}, according to Qureshi.") == []
    assert left_open(KIND, f"{PUMPS}, according to Qureshi. {introduced}") == []


@pytest.mark.parametrize(
    "source",
    ["Qureshi, an engineer", "Qureshi, who was on duty", "Qureshi (41)", "Qureshi, 41, a nurse"],
)
def test_an_explanation_behind_the_name_introduces(left_open, source):
    assert left_open(KIND, f"{PUMPS}, according to {source}.") == []


@pytest.mark.parametrize(
    "source",
    [
        "Siemens",
        "Reuters",
        "Adweek",
        "Moscow",
        "Germans",
        "Nielsen",
        "Shakespeare",
        "Haaretz",
        "NATO",
    ],
)
def test_a_word_that_need_not_be_an_unknown_person_is_left_alone(left_open, source):
    """Firms, outlets and places are sources by one word, and some people need no introduction."""
    assert left_open(KIND, f"{PUMPS}, according to {source}.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Ferdi Paul from Robertson says the pumps failed.",
        f"{PUMPS}. Robertson Mills said so.",
        f"{PUMPS}, experts of the University of Varn, Robertson said.",
        "The mayor questioned Robertson’s pumps, neighbours said.",
    ],
)
def test_a_word_beside_other_names_is_left_alone(left_open, text):
    """There it may be a place, a firm or half of a name."""
    assert left_open(KIND, text) == []


def test_an_accent_makes_no_other_person(left_open):
    text = f"Ana Gómez was on duty. {PUMPS}, Gomez said."
    assert left_open(KIND, text) == []


def test_each_is_told_once(left_open):
    text = f"{PUMPS}, Okonkwo said. Nobody checked, Okonkwo said."
    assert left_open(KIND, text) == ["Okonkwo"]


@given(st.sampled_from(["Qureshi", "Okonkwo", "Thorsson", "Wickstein"]), st.integers(0, 3))
def test_a_first_name_in_front_always_silences_it(left_open, name, times):
    """However often the surname alone follows."""
    said = f"{PUMPS}, {name} said. " * times
    assert left_open(KIND, f"Ada {name} was on duty. {said}") == []


def test_a_text_of_one_name_comes_to_an_end(left_open):
    assert left_open(KIND, "Nobody checked, Okonkwo said. " * 5_000) == ["Okonkwo"]
