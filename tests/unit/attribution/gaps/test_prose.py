"""Long quotations of what an outlet wrote."""

import pytest

from provenance import frames
from provenance.attribution import read
from provenance.attribution.gaps.prose import KIND
from provenance.model import Gap

# 40 and 39 words.
PROSE = "The harbour was sold in spring " * 6 + "and nobody ever knew."
SHORT = "The harbour was sold in spring " * 6 + "and nobody knew."
OUTLET = "The New York Times"


@pytest.fixture(scope="module")
def told(articles, lexicon):
    """The details of the outlets' prose in one text, each with the number of other places."""

    def _told(text):
        gaps = frames.rows(read(articles(text), lexicon).gaps, Gap)
        return [(gap.detail, len(gap.others)) for gap in gaps if gap.kind == KIND]

    return _told


@pytest.mark.parametrize(
    "text",
    [
        f"“{PROSE[:-1]},” {OUTLET} wrote.",
        f"{OUTLET} reported how the harbour was sold.\n\n“{PROSE}”",
    ],
)
def test_forty_words_of_an_outlet_are_told(told, text):
    assert told(text) == [("40 words of New York Times", 0)]


def test_parts_of_one_utterance_count_together(told):
    """A clause put between two halves does not make them shorter."""
    text = f"“{SHORT[:-1]},” {OUTLET} wrote. “{SHORT}”"
    assert told(text) == [("78 words of New York Times", 1)]


@pytest.mark.parametrize(
    "text",
    [
        f"“{SHORT[:-1]},” {OUTLET} wrote.",
        f"“{PROSE[:-1]},” Ada Brenk told {OUTLET}.",
        f"“{PROSE[:-1]},” police said.",
        f"“We stand by our report. {PROSE[:-1]},” {OUTLET} said.",
        f"{OUTLET} reported how {PROSE}",
    ],
)
def test_what_is_short_or_said_or_speaks_of_itself_is_left_alone(told, text):
    assert told(text) == []


def test_thousands_of_short_quotations_of_an_outlet_are_read_and_left_alone(told):
    assert told(f"“So it is,” {OUTLET} wrote, and " * 5_000) == []


@pytest.mark.parametrize(
    "text",
    [
        f"The chairman replied in a letter obtained by {OUTLET}: “{PROSE}”",
        f"A memo of the board was first reported by {OUTLET}. An excerpt:\n\n“{PROSE}”",
        f"Ada Brenk runs the yard. In May she stated, “{PROSE[:-1]},” {OUTLET} reported.",
    ],
)
def test_what_an_outlet_has_from_somebody_is_not_its_prose(told, text):
    assert told(text) == []


@pytest.mark.parametrize("word", ["The newspaper", "The paper"])
def test_an_outlet_that_a_word_stands_for_is_told_by_that_word(told, word):
    """Which of several outlets "the paper" means is a guess; that it is one is not."""
    text = f"{OUTLET} called it a bargain.\n\n{word} added:\n\n“{PROSE}”"
    assert told(text) == [(f"40 words of an outlet (“{word}”)", 0)]
