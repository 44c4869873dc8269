"""What a word tells by its form is found once and told again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.numbers import forms
from provenance.numbers.forms import ENDS, GOES_ON, PLURAL, Forms, Memo

FORMS = Forms.of(
    frozenset(["the", "us", "and"]),
    {
        "plurals": {"men": "man"},
        "synonyms": {"lorry": "truck"},
        "names": {"american": "us", "us": "us"},
    },
    frozenset(["series"]),
)


def test_a_word_is_looked_at_once():
    asked = []
    memo = Memo(lambda word: asked.append(word) or word.upper())
    assert [memo[word] for word in ("a", "b", "a", "a")] == ["A", "B", "A", "A"]
    assert asked == ["a", "b"]


def test_no_more_words_are_kept_than_agreed(monkeypatch):
    monkeypatch.setattr(forms, "_MOST", 3)
    memo = Memo(len)
    for size in range(50):
        assert memo["x" * size] == size
        assert len(memo) <= 3


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("The", ENDS),
        (",", ENDS),
        ("5", ENDS),
        ("", ENDS),
        ("us", ENDS),
        ("US", GOES_ON),
        ("army", GOES_ON),
        ("boats", PLURAL),
        ("Men", PLURAL),
        ("glass", GOES_ON),
        ("series", GOES_ON),
        ("NATOS", GOES_ON),
        ("city's", GOES_ON),
    ],
)
def test_a_word_ends_a_noun_phrase_goes_on_or_is_its_plural(word, expected):
    assert FORMS.noun[word] == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Orla", "orla"),
        ("Orla’s", "orla"),
        ("The", ""),
        ("the’s", ""),
        ("US", "us"),
        ("40", "40"),
        ("(", ""),
    ],
)
def test_content_is_folded_without_the_genitive_and_stop_words_have_none(word, expected):
    assert FORMS.content[word] == expected


@pytest.mark.parametrize(
    ("word", "one", "name"),
    [
        ("men", "man", "man"),
        ("lorries", "truck", "truck"),
        ("boxes", "box", "box"),
        ("boats", "boat", "boat"),
        ("american", "american", "us"),
        ("orla's", "orla's", "orla"),
    ],
)
def test_words_are_compared_in_the_singular_and_names_in_one_spelling(word, one, name):
    assert (FORMS.singular[word], FORMS.canonical[word]) == (one, name)


@given(st.text(max_size=8))
def test_any_word_has_an_answer_to_everything(word):
    assert (FORMS.noun[word] == ENDS) or not FORMS.stop[word]
    assert not (FORMS.stop[word] and FORMS.content[word] and not word.isdigit())
    assert (FORMS.noun[word] == PLURAL) <= FORMS.plural[word]
