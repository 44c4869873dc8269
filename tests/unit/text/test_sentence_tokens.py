"""Tokens stand where the text says they do, and nothing but white space falls between them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.text.sentence_tokens import phrase, split


def tokens(text):
    words = split(text, 0, len(text))
    return words.raw[: words.count]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("more than 1,250.5", ["more", "than", "1,250.5"]),
        ("$5m", ["$", "5", "m"]),
        ("10-inch", ["10", "-", "inch"]),
        ("101st", ["101", "st"]),
        ("3.", ["3", "."]),
        ("U.S. -led", ["U.S.", "-", "led"]),
        ("at 5 p.m. on", ["at", "5", "p.m.", "on"]),
        ("the city's 20", ["the", "city's", "20"]),
        ("rock ’n’ roll", ["rock", "’", "n", "’", "roll"]),
        ("2½", ["2", "½"]),
        ("1/2", ["1", "/", "2"]),
        ("https://t.co/12 20", ["https://t.co/12", "20"]),
        ("www.news5.example 20", ["www.news5.example", "20"]),
        ("@Desk24 said 5", ["@Desk24", "said", "5"]),
        ("#top10 5", ["#top10", "5"]),
        ("", []),
        (" \t\n", []),
    ],
)
def test_a_text_falls_into_these_tokens(text, expected):
    assert tokens(text) == expected


def test_a_part_of_a_text_keeps_the_offsets_of_the_whole():
    words = split("Some 20 men", 5, 11)
    assert (words.starts[:2], words.ends[:2]) == ([5, 8], [7, 11])


def test_tokens_are_compared_in_lower_case_with_straight_apostrophes():
    assert split("O’Clock", 0, 7).low[0] == "o'clock"


def test_looking_past_either_end_finds_an_empty_token():
    """The grammar looks around a figure without asking where the sentence ends."""
    words = split("20", 0, 2)
    assert [words.low[index] for index in (-5, -1, 1, 5)] == [""] * 4
    assert not words.joined(0)
    assert not words.joined(1)


@pytest.mark.parametrize(("text", "expected"), [("5m", True), ("5 m", False)])
def test_tokens_are_joined_when_nothing_stands_between_them(text, expected):
    assert split(text, 0, len(text)).joined(1) is expected


def test_places_are_those_of_the_wanted_words_only():
    assert split("two men, TWO dogs", 0, 17).places({"two"}) == [0, 3]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("per cent", ("per", "cent")), ("US$", ("us", "$")), ("km/h", ("km", "/", "h"))],
)
def test_a_phrase_of_the_lexicon_has_the_tokens_of_the_text(text, expected):
    assert phrase(text) == expected == tuple(token.lower() for token in tokens(text))


@given(st.text(alphabet="aZé5,.-'’/$@# \n½😀\u0301", max_size=80))
def test_every_token_is_the_text_at_its_span(text):
    words = split(text, 0, len(text))
    for index in range(words.count):
        assert text[words.starts[index] : words.ends[index]] == words.raw[index]


@given(st.text(max_size=80))
def test_nothing_but_white_space_is_lost(text):
    assert "".join(tokens(text)) == "".join(text.split())


@pytest.mark.parametrize("piece", ["7", "1,", "a'", "A.", "@", "http://", "((", "½"])
def test_a_long_run_of_one_thing_is_read(piece):
    """Scraped pages hold such runs; a pattern that backtracks would never come back."""
    text = piece * (100_000 // len(piece))
    assert "".join(tokens(text)) == text
