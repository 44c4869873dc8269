"""What the lexicon of names answers about one name or word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.attribution.name_words import NameWords, fold
from provenance.model import Person


def person(name, title=None):
    return Person("a0", 0, len(name), name, name.split()[-1].lower(), title, None, ())


@pytest.mark.parametrize(
    ("name", "title", "expected"),
    [
        ("Margaret Hallowell", None, "she"),
        ("Peter Hallowell", None, "he"),
        ("Hallowell", "mrs", "she"),
        ("Hallowell", "mr", "he"),
        ("Kelly Hallowell", "mr", "he"),
        ("Hallowell", "general", None),
        ("Jordan Hallowell", None, None),
        ("Brekk Hallowell", None, None),
        ("Margaret", None, None),
    ],
)
def test_the_pronoun_is_told_only_where_it_is_sure(lexicon, name, title, expected):
    """A pronoun given to the wrong person puts words into somebody's mouth."""
    assert lexicon.names.pronoun(person(name, title)) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Mr. al-Rashwani’s", "rashwani"),
        ("Al-Rashwani", "rashwani"),
        ("Bill de Vries", "vries"),
        ("Seamus O’Hara", "o'hara"),
        ("Martin Hallowell Jr.", "hallowell"),
        ("Xi Jinping", "xi"),
        ("Kim Sung-il", "kim"),
        ("Kim Hallowell", "hallowell"),
        ("Ada Brenk-Osk", "brenk-osk"),
        ("", ""),
    ],
)
def test_the_surname_is_what_later_mentions_are_told_by(lexicon, name, expected):
    assert lexicon.names.surname(name) == expected


@pytest.mark.parametrize(
    ("mention", "expected"),
    [
        ("Maj. Gen. Ada Brenk", "major general"),
        ("Spokesman Capt. Ada Brenk", "captain"),
        ("Mr Brenk", "mr"),
        ("Ada Brenk", None),
        ("Major", "major"),
        ("", None),
    ],
)
def test_the_title_of_a_mention_is_the_one_next_to_the_name(lexicon, mention, expected):
    assert lexicon.names.title(mention) == expected


@pytest.mark.parametrize("word", ["Baghdad", "Tuesday", "Iraqis", "Reuters", "University", "The"])
def test_what_names_no_person_is_known(lexicon, word):
    assert lexicon.names.is_other(word)


@pytest.mark.parametrize("word", ["Hallowell", "Qureshi", "Brenk"])
def test_what_is_not_known_may_name_one(lexicon, word):
    assert not lexicon.names.is_other(word)


def test_a_noun_of_a_role_is_known_by_itself_or_by_its_end(lexicon):
    words = ("nurse", "volcanologist", "stuntwoman", "bridge")
    assert [lexicon.names.is_role(word) for word in words] == [True, True, True, False]


@given(st.text(max_size=30))
def test_folding_a_name_twice_changes_nothing(name):
    """Names are compared folded; a folded one must be its own."""
    once = fold(name)
    assert fold(once) in (once, fold(fold(once)))


def test_a_table_that_is_missing_is_told_by_name(lexicon):
    """Whoever writes a lexicon for another language learns what it lacks."""
    with pytest.raises(KeyError, match="particles"):
        NameWords.of({"ranks": {}})
