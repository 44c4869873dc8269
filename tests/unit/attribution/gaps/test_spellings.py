"""Names of one person in two spellings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance import frames
from provenance.attribution import read
from provenance.attribution.cast import Cast
from provenance.attribution.gaps.scene import Scene
from provenance.attribution.gaps.spellings import KIND, namesake
from provenance.attribution.naming import people
from provenance.attribution.story import Story
from provenance.model import Article, Gap


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


@pytest.mark.parametrize(
    ("known", "written"),
    [
        ("Massoud", "Masud"),
        ("Rasoolzai", "Rasulzai"),
        ("Nadeemi", "Nadimi"),
        ("Mostapha", "Mostafa"),
        ("Bandhari", "Bandari"),
        ("Haqqani", "Hakani"),
        ("Jabbouri", "Jaburi"),
    ],
)
def test_a_name_from_another_script_is_one_in_two_spellings(told, known, written):
    """A text that carries both was put together from two desks."""
    text = f"Tarek {known} sat. Mr {written} rose."
    assert told(text) == [(f"Mr {written}", f"Tarek {known}")]


@pytest.mark.parametrize("other", ["Masadi", "Mossid", "Mahoud", "Masouki"])
def test_a_name_that_sounds_otherwise_is_another(told, other):
    assert told(f"Tarek Massoud sat. Mr {other} rose.") == []


@given(st.permutations("bdfgklmr"), st.integers(1, 6))
def test_two_letters_swapped_are_a_slip_wherever_they_stand(told, letters, place):
    """Typing turns neighbours round; the first letter nobody gets wrong."""
    turned = [*letters[:place], letters[place + 1], letters[place], *letters[place + 2 :]]
    known, slipped = ("".join(each).capitalize() for each in (letters, turned))
    text = f"Peter {known} sat. Mr. {slipped} rose."
    assert told(text) == [(f"Mr. {slipped}", f"Peter {known}")]


@given(st.permutations("bdfgklmr"), st.integers(1, 5))
def test_three_letters_turned_round_are_another_name(told, letters, place):
    moved = [*letters[:place], *letters[place + 1 : place + 3], letters[place]]
    moved += letters[place + 3 :]
    known, other = ("".join(each).capitalize() for each in (letters, moved))
    assert told(f"Peter {known} sat. Mr. {other} rose.") == []


@pytest.fixture(scope="module")
def scene(articles, lexicon):
    """What the questions see of one text."""

    def _scene(text):
        (article,) = frames.rows(articles(text), Article)
        story = Story(article, ())
        return Scene(story, Cast.of(people(story, lexicon.names)), (), (), lexicon)

    return _scene


def test_people_are_filed_under_the_first_letter_of_the_surname(scene):
    found = scene("Ada Brenk met Ruth Bell. Tarek al-Rashwani met Ines Duarte.").initials
    assert {letter: [each.name for each in group] for letter, group in found.items()} == {
        "b": ["Ada Brenk", "Ruth Bell"],
        "r": ["Tarek al-Rashwani"],
        "d": ["Ines Duarte"],
    }


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Peter Feldheim sat.", "Peter Feldheim"),
        ("Peter Feldheim and Ada Brenk sat.", "Peter Feldheim"),
        ("Peter Feldhein sat.", None),
        ("Mr Feldheim sat.", None),
        ("Peter Feldheim and Ada Feldheid sat.", None),
        ("Peter Weldheim sat.", None),
        ("Nobody sat.", None),
    ],
)
def test_a_namesake_is_the_only_one_with_a_full_name_a_letter_away(scene, text, meant):
    """Of Feldhein; who bears the very name, or shares it with another, is no misspelling."""
    found = namesake("Feldhein", scene(text))
    assert (found and found.name) == meant


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


def test_somebody_of_another_office_is_another_person(told):
    """Two names in the news can be a letter apart: a head of state and his chief of staff."""
    text = (
        "President Orlanda took the letter. Orlanda read it twice. "
        "It came from his former chief of staff Mia Orlinda, who left in May."
    )
    assert told(text) == []


def test_a_slip_below_a_title_is_told(told):
    text = "Justice Mia Orlanda wrote it. Orlanda is the eldest. Justice Orlinda signed it."
    assert told(text) == [("Justice Orlinda", "Justice Mia Orlanda")]
