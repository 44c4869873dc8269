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


@pytest.mark.parametrize(
    ("text", "phrase", "head"),
    [
        ("people briefed on the talks", None, "people"),
        ("an aide with knowledge of the talks", None, "aide"),
        ("a source close to the family", None, "source"),
        ("the mayor of Karren Bay", None, "mayor"),
        ("two of the officials", None, "two"),
        ("his brother and two officials", "his brother and two officials", "officials"),
        ("Rain fell and officials", "officials", "officials"),
        ("officials and Paul Oda", None, "Oda"),
        ("the dam, the mayor", "the mayor", "mayor"),
        ("when police", "police", "police"),
        ("rain in Karren", "Karren", "Karren"),
        ("the bank of the river", None, "bank"),
        ("He said the mayor", "the mayor", "mayor"),
        ("Monday the mayor", "the mayor", "mayor"),
    ],
)
def test_the_head_is_who_and_not_of_what(text, phrase, head, cut, words):
    sentence = cut(text)
    found = words(sentence, before(sentence, len(sentence.raw) - 1))
    assert found is not None
    assert found[1] == head
    assert phrase is None or phrase.endswith(found[0]) or found[0] == phrase


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Ada Brenk)", None),
        ("Brenk (Maine)", "Brenk"),
        ("(Maine)", None),
        ("Brenk (a, b, c)", "Brenk"),
    ],
)
def test_brackets_belong_to_the_name_in_front_of_them(text, phrase, cut, words):
    sentence = cut(text)
    found = words(sentence, before(sentence, len(sentence.raw) - 1))
    assert (found and found[0]) == phrase


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("police", "police"),
        ("the mayor in charge", "the mayor"),
        ("a spokesman for the bank, who left", "a spokesman for the bank"),
        ("officials warned that", "officials"),
        ("officials named the boat", "officials"),
        ("Paul Oda of the port board", "Paul Oda of the port board"),
        ("one of the pilots.", "one of the pilots"),
        ("two pilots and then it broke", "two pilots"),
        ("a pilot of", "a pilot"),
        ("a pilot and", "a pilot"),
    ],
)
def test_a_noun_phrase_behind_its_verb_ends_where_another_thing_begins(text, phrase, cut, words):
    sentence = cut(text)
    found = words(sentence, behind(sentence, 0))
    assert found is not None
    assert found[0] == phrase


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("said the mayor.", "the mayor"),
        ("said he.", "he"),
        ("said the mayor", "the mayor"),
        ("said the mayor who left", "the mayor"),
        ("said the mayor on Monday", "the mayor"),
        ("said the mayor; he left", "the mayor"),
        ("said the mayor (right)", "the mayor"),
        ("said the mayor would go", None),
        ("said he would go", None),
        ("said", None),
        ("said, the mayor", None),
    ],
)
def test_a_subject_behind_its_verb_is_followed_by_nothing_it_does(text, subject, cut, words):
    sentence = cut(text)
    found = words(sentence, inverted(sentence, 0))
    assert (found and found[0]) == subject


@pytest.mark.parametrize("mark", [";", ":"])
def test_an_apposition_does_not_reach_over_a_stop(mark, cut):
    sentence = cut(f"Ada Brenk, the mayor{mark} a nurse, said")
    assert len(apposed(sentence, sentence.raw.index("said") - 1)) == 0


def test_only_the_nearest_appositions_are_looked_at(cut):
    sentence = cut("Ada, " * 30 + "said")
    assert len(apposed(sentence, len(sentence.raw) - 2)) == 4


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("shares of problems", "problems"),
        ("Bank of Karren", "Bank of Karren"),
        ("Brenk with officials", "officials"),
        ("rain and the mayor", "the mayor"),
        ("the the mayor", "the mayor"),
        ("Karren the mayor", "the mayor"),
    ],
)
def test_a_phrase_reaches_no_further_left_than_its_name(text, phrase, cut, words):
    sentence = cut(text)
    found = words(sentence, before(sentence, len(sentence.raw) - 1))
    assert found is not None
    assert found[0] == phrase


def test_a_phrase_is_never_longer_than_a_sentence_is_read(cut):
    """Names in a row without end are a list that was not cut, not somebody."""
    sentence = cut("Brenk " * 200)
    found = before(sentence, len(sentence.raw) - 1)
    assert found is None or found.last - found.first <= 24
