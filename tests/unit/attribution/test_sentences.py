"""A sentence is cut so that quoted words are never read as the writer's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.attribution.cast import Cast
from provenance.attribution.sentences import Sentence
from provenance.attribution.story import QUOTED

NOBODY = Cast.of(())


@pytest.fixture(scope="session")
def cut(lexicon):
    return lambda text: Sentence.of(text, (0, len(text)), NOBODY, lexicon.sources)


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Gen. Oda left.", ["Gen.", "Oda", "left", "."]),
        ("the U.S. fleet", ["the", "U.S.", "fleet"]),
        ("Brenk’s well-known aide", ["Brenk’s", "well-known", "aide"]),
        ("(R-Maine), 41", ["(", "R-Maine", ")", ",", "41"]),
        ("AT&T paid 1.5 million", ["AT&T", "paid", "1.5", "million"]),
    ],
)
def test_names_and_numbers_stay_whole(text, tokens, cut):
    assert cut(text).raw == tokens


def test_quoted_words_are_one_token(cut):
    sentence = cut(f"“{QUOTED * 5} {QUOTED * 9}” she said")
    assert [token for token in sentence.raw if token[0] != QUOTED] == ["“", "”", "she", "said"]
    assert sentence.quotes


def test_apostrophes_are_straight_in_lower_case(cut):
    """So that the lexicon needs one spelling of don't."""
    assert cut("Don’t").low == ["don't"]


def test_offsets_are_those_of_the_article(lexicon):
    text = "Rain fell. Brenk said so."
    sentence = Sentence.of(text, (11, 25), NOBODY, lexicon.sources)
    assert text[sentence.starts[1] : sentence.ends[1]] == "said"


def test_a_token_outside_of_the_sentence_is_empty(cut):
    """So that looking at a neighbour needs no check; -1 is not the last token."""
    sentence = cut("she said")
    assert (sentence.word(-1), sentence.word(2)) == ("", "")


def test_an_offset_between_two_tokens_leads_to_the_next(cut):
    assert cut("she  said").index(4) == 1


@given(text=st.text(max_size=80))
def test_every_token_is_what_stands_at_its_offsets(text, cut):
    sentence = cut(text)
    spans = zip(sentence.starts, sentence.ends, strict=True)
    assert [text[start:end] for start, end in spans] == sentence.raw


@given(text=st.text(st.sampled_from("ab .’-“" + QUOTED), max_size=60))
def test_nothing_but_white_space_is_left_between_tokens(text, cut):
    sentence = cut(text)
    ends = [0, *sentence.ends]
    gaps = zip(ends, [*sentence.starts, len(text)], strict=True)
    assert all(not text[end:start].strip() for end, start in gaps)


@pytest.mark.parametrize(
    "text", ["a" + "-" * 200_000, "x’" * 100_000, QUOTED * 200_000, "A." * 99_999]
)
def test_a_line_without_end_is_cut_once(text, cut):
    """Scrapers deliver such lines; a pattern that looked back would take hours."""
    assert sum(len(token) for token in cut(text).raw) == len(text)


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("the U.S.-led fleet", ["the", "U.S.-led", "fleet"]),
        ("he left in Jan. 2014", ["he", "left", "in", "Jan.", "2014"]),
        ("it ended there.", ["it", "ended", "there", "."]),
        ("J. Ada Brenk", ["J.", "Ada", "Brenk"]),
        ("Brenk—the mayor—left", ["Brenk", "—", "the", "mayor", "—", "left"]),
        ("“no”", ["“", "no", "”"]),
        ("Ölund’s sœur", ["Ölund’s", "sœur"]),
        ("and/or", ["and/or"]),
        ("the divers’ boat", ["the", "divers", "’", "boat"]),
        ("", []),
    ],
)
def test_signs_stand_alone_and_words_keep_theirs(text, tokens, cut):
    assert cut(text).raw == tokens


def test_a_quotation_over_a_line_end_is_one_token(cut):
    assert len(cut(f"“{QUOTED * 3}\n{QUOTED * 3}”").raw) == 3


@pytest.mark.parametrize(
    ("text", "at", "named"), [("Brenk left", 0, True), ("Brenk left", 1, False), ("41", 0, False)]
)
def test_a_name_is_written_with_a_capital(text, at, named, cut):
    assert cut(text).named(at) is named


@pytest.mark.parametrize(
    ("text", "at", "quoted"),
    [
        (QUOTED * 3, 0, True),
        ("he left”", 2, True),
        ('he left"', 2, True),
        ("“he left", 0, False),
        ("he left,", 2, False),
        ("he left", 1, False),
    ],
)
def test_a_closing_mark_counts_as_quoted_and_an_opening_one_does_not(text, at, quoted, cut):
    """Behind the one stands who said it; behind the other what was said."""
    assert cut(text).quoted(at) is quoted


@pytest.mark.parametrize(
    ("text", "wordlike"),
    [
        ("mayor", True),
        ("Brenk", True),
        ("41", True),
        ("of", True),
        ("that", False),
        ("he", False),
        ("was", False),
        ("would", False),
        ("never", False),
        ("his", True),
        (",", False),
        (QUOTED, False),
    ],
)
def test_a_noun_phrase_holds_no_verb_or_pronoun(text, wordlike, cut):
    assert cut(text).wordlike(0) is wordlike


def test_only_a_sentence_with_quoted_words_has_quotes(cut):
    assert not cut("he said no").quotes


def test_a_sentence_knows_its_place(lexicon):
    sentence = Sentence.of("Rain fell. Brenk said so.", (11, 25), NOBODY, lexicon.sources)
    assert (sentence.start, sentence.end) == (11, 25)
    assert (sentence.index(11), sentence.index(12), sentence.index(25)) == (0, 1, 4)
