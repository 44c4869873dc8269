"""Speakers who are a bare surname."""

import itertools
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.attribution.gaps import spellings
from provenance.attribution.gaps.introductions import KIND

PUMPS = "The pumps failed twice in one night"
DOOR = "“Nobody checked the door,”"


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


@pytest.mark.parametrize("speaks", ["said", "recalled", "joked", "added", "explained"])
def test_who_says_a_quotation_aloud_is_a_person_by_any_name(left_open, speaks):
    """No list holds all surnames; “Brelko” is in none."""
    assert left_open(KIND, f"{DOOR} Brelko {speaks}.") == ["Brelko"]
    assert left_open(KIND, f"{DOOR} {speaks} Brelko.") == ["Brelko"]


@pytest.mark.parametrize("writes", ["wrote", "reported", "announced", "estimated"])
def test_what_firms_and_papers_do_makes_no_person_of_an_unknown_word(left_open, writes):
    assert left_open(KIND, f"{DOOR} Brelko {writes}.") == []
    assert left_open(KIND, f"{DOOR} {writes} Brelko.") == []


@pytest.mark.parametrize(
    "text",
    [
        f"{PUMPS}, Brelko said.",
        f"{PUMPS}, according to Brelko.",
        "“Nobody checked the door.” Brelko said.",
        f"{DOOR} Brelko said officials had told him.",
        f"{DOOR} Brelko said in a letter.",
    ],
)
def test_an_unknown_word_with_no_quotation_of_its_own_is_left_alone(left_open, text):
    """A firm says things in that way, too."""
    assert left_open(KIND, text) == []


NAMES = ["Gómez", "Gomez", unicodedata.normalize("NFD", "Gómez")]


@pytest.mark.parametrize(("known", "speaking"), list(itertools.permutations(NAMES, 2)))
def test_an_accent_makes_no_other_person(left_open, known, speaking):
    """On either of the two, as one sign or as two, before the words or behind them."""
    said, duty = f"{PUMPS}, {speaking} said.", f"Ana {known} was on duty."
    assert left_open(KIND, f"{duty} {said}") == []
    assert left_open(KIND, f"{said} {duty}") == []


@pytest.mark.parametrize("word", ["at", "from", "in", "near", "of", "outside"])
def test_a_name_that_is_a_place_elsewhere_is_no_stranger(left_open, word):
    text = f"{PUMPS}, according to Wickstein. The night was calm {word} Wickstein."
    assert left_open(KIND, text) == []


@pytest.mark.parametrize("word", ["before", "after", "without"])
def test_a_word_that_leads_to_people_as_well_makes_no_place(left_open, word):
    text = f"{PUMPS}, according to Wickstein. Nobody left {word} Wickstein."
    assert left_open(KIND, text) == ["Wickstein"]


@pytest.mark.parametrize("sentence", ["the dam broke", "a pump failed", "she had no key"])
def test_what_follows_according_to_is_the_sentence_and_no_explanation(left_open, sentence):
    assert left_open(KIND, f"According to Qureshi, {sentence}.") == ["Qureshi"]


@pytest.mark.parametrize("role", ["the engineer on duty", "a nurse", "who was on duty"])
def test_an_explanation_behind_according_to_is_closed_by_a_comma(left_open, role):
    assert left_open(KIND, f"According to Qureshi, {role}, the dam broke.") == []


def test_a_letter_from_somebody_known_is_a_misspelling_and_no_stranger(left_open):
    """The editor is sent to the name that is wrong."""
    text = f"Dr Alma Thorsen runs the clinic.\n\n{DOOR} Thomsen said."
    assert left_open(spellings.KIND, text) == ["Thomsen"]
    assert left_open(KIND, text) == []


def test_a_letter_from_two_who_are_known_is_neither_of_them(left_open):
    text = f"Alma Thorsen runs the clinic. Olof Thomser cooks.\n\n{DOOR} Thomsen said."
    assert left_open(spellings.KIND, text) == []
    assert left_open(KIND, text) == ["Thomsen"]


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


def test_a_name_that_an_editor_completed_in_brackets_is_introduced(left_open):
    text = "Reached by phone, [Ferdi] Qureshi said that the pumps had failed twice."
    assert left_open(KIND, text) == []
