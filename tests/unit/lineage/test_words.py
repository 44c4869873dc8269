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
