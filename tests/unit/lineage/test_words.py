"""The lexicon of words for one thing."""

import pytest

from provenance.lineage import ClaimWords


def test_newsrooms_have_several_words_for_one_thing(words):
    assert words.nouns["jihadist"] == words.nouns["militant"] == "fighter"


def test_no_noun_stands_for_another_and_for_a_class(words):
    """Else it would depend on the order of the lexicon what a figure counts."""
    assert not set(words.nouns.values()) & {
        noun for noun, head in words.nouns.items() if noun != head
    }


def test_a_missing_lexicon_is_named():
    with pytest.raises(ValueError, match=r"^claims\.xx: there is no such lexicon"):
        ClaimWords.of({"claims.en": {}}, "xx")


def test_a_missing_table_is_named():
    with pytest.raises(ValueError, match=r"^claims\.en: there is no table `words`"):
        ClaimWords.of({"claims.en": {"nouns": {}}})


def test_agencies_are_those_of_the_credits():
    """An outlet called AFP is the agency that other articles credit by its full name."""
    tables = {"nouns": {}, "words": {}}
    credits_ = {"agencies": {"Agence Talbote": ("AT", "Talbote")}}
    lexicons = {"claims.en": tables, "credits.en": credits_}
    assert ClaimWords.of(lexicons).agencies == {"AT": "Agence Talbote", "Talbote": "Agence Talbote"}
    assert ClaimWords.of({"claims.en": tables}).agencies == {}
