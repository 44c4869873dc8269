"""A source's words are found around its verb, and no more than its words."""

import pytest

from provenance.attribution.cast import Cast
from provenance.attribution.noun_phrases import apposed, before, behind, inverted
from provenance.attribution.sentences import Sentence


@pytest.fixture(scope="session")
def cut(lexicon):
    return lambda text: Sentence.of(text, (0, len(text)), Cast.of(()), lexicon.sources)


@pytest.fixture(scope="session")
def words():
    """The words and the head of a phrase."""

    def _words(sentence, phrase):
        if phrase is None:
            return None
        return " ".join(sentence.raw[phrase.first : phrase.last + 1]), sentence.raw[phrase.head]

    return _words


@pytest.mark.parametrize(
    ("text", "phrase", "head"),
    [
        ("Ada Brenk", "Ada Brenk", "Brenk"),
        ("But the mayor", "the mayor", "mayor"),
        ("Rain fell, but harbour officials", "harbour officials", "officials"),
        ("a spokesman for the port authority", "a spokesman for the port authority", "spokesman"),
        ("the general in command of ground forces", None, "general"),
        ("three people familiar with the talks", None, "people"),
        ("Dutch and Danish officials", "Dutch and Danish officials", "officials"),
        ("Sen. Ada Brenk (I-Maine)", "Sen. Ada Brenk", "Brenk"),
        ("Save the Whales", "Save the Whales", "Whales"),
        ("He thinks that police", "police", "police"),
        ("one of the harbour pilots", "one of the harbour pilots", "one"),
        ("On Tuesday officials", "officials", "officials"),
    ],
)
def test_a_noun_phrase_ends_before_its_verb(text, phrase, head, cut, words):
    sentence = cut(text)
    found = words(
        sentence,
        before(
            sentence,
            sentence.raw.index(text.split()[-1]) if text[-1] != ")" else len(sentence.raw) - 1,
        ),
    )
    assert found is not None
    assert found == (phrase or text, head)


@pytest.mark.parametrize("text", ["It is", "He said that", "the", "rain, "])
def test_what_is_no_noun_phrase_is_none(text, cut):
    sentence = cut(text)
    assert before(sentence, len(sentence.raw) - 1) is None


@pytest.mark.parametrize(
    ("text", "phrase", "head"),
    [
        ("the mayor of Karren Bay, who left", "the mayor of Karren Bay", "mayor"),
        ("Ada Brenk in a letter", "Ada Brenk", "Brenk"),
        ("Ada Brenk on Monday", "Ada Brenk", "Brenk"),
        ("two officials and a witness.", "two officials and a witness", "witness"),
        ("a report by the port", "a report by the port", "report"),
        ("police who came", "police", "police"),
    ],
)
def test_a_noun_phrase_begins_behind_its_verb(text, phrase, head, cut, words):
    sentence = cut(text)
    assert words(sentence, behind(sentence, 0)) == (phrase, head)


def test_nothing_begins_at_a_comma(cut):
    assert behind(cut(", who left"), 0) is None


def test_an_inverted_subject_is_closed(cut, words):
    sentence = cut("said Ada Brenk, the mayor")
    assert words(sentence, inverted(sentence, 0)) == ("Ada Brenk", "Brenk")


@pytest.mark.parametrize("text", ["said the company would pay", "said she was tired"])
def test_the_subject_of_what_is_said_is_not_who_says_it(text, cut):
    """In "Brenk, the mayor, said she was tired" the next word is not the source."""
    assert inverted(cut(text), 0) is None


def test_the_nearest_apposition_comes_first(cut, words):
    sentence = cut("Ada Brenk, the mayor, a nurse, said")
    found = [words(sentence, phrase)[0] for phrase in apposed(sentence, 7)]
    assert found == ["the mayor", "Ada Brenk"]


def test_an_apposition_does_not_reach_over_a_quotation(cut):
    sentence = cut("Ada Brenk, ” he left, said")
    assert apposed(sentence, sentence.raw.index("left") + 1) == []


@pytest.mark.parametrize("filler", ["word ", "of ", "the ", "and ", ", ", "( ", "A. "])
def test_a_sentence_without_end_is_looked_at_nearby_only(filler, cut):
    sentence = cut(filler * 50_000 + "Brenk")
    last = len(sentence.raw) - 1
    for phrase in (before(sentence, last), behind(sentence, 0), *apposed(sentence, last)):
        assert phrase is None or phrase.last - phrase.first < 30
