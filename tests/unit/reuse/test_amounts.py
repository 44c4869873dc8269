"""The value of a number in running words."""

import itertools
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.reuse.amounts import amount, pieces
from provenance.text.tokens import tokenise

ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
ONES = [*ONES.split(), *"fifteen sixteen seventeen eighteen nineteen".split()]
TENS = [None, None, *"twenty thirty forty fifty sixty seventy eighty ninety".split()]


def read(text):
    """The number that begins the text."""
    return amount(text, pieces(text, 0, len(text)), 0)


def value(text):
    found = read(text)
    return found and found.value


def spelled(number):
    """A whole number in words, as English writes it."""
    for scale, word in ((10**9, "billion"), (10**6, "million"), (1000, "thousand")):
        if number >= scale:
            rest = f" {spelled(number % scale)}" if number % scale else ""
            return f"{spelled(number // scale)} {word}{rest}"
    if number >= 100:
        rest = f" and {spelled(number % 100)}" if number % 100 else ""
        return f"{ONES[number // 100]} hundred{rest}"
    if number >= 20:
        return TENS[number // 10] + (f"-{ONES[number % 10]}" if number % 10 else "")
    return ONES[number]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("4000", "4000"),
        ("4,000", "4000"),
        ("4\u00a0000", "4000"),
        ("4\u202f000", "4000"),
        ("12,34,567", "1234567"),
        ("007", "7"),
        ("5.0", "5"),
        ("2.50", "5/2"),
        ("3.5 million", "3500000"),
        ("3.5m", "3500000"),
        ("3.5-million", "3500000"),
        ("7bn", "7000000000"),
        ("2 hundred", "200"),
        ("a thousand", "1000"),
        ("a hundred and five", "105"),
        ("three dozen", "36"),
        ("five hundred thousand", "500000"),
        ("Twenty-One", "21"),
        ("half", "1/2"),
        ("third", "3"),
    ],
)
def test_a_number_is_its_value_whatever_it_is_written_as(text, expected):
    assert value(text) == expected


@pytest.mark.parametrize("text", ["a man", "an hour", "and five", "men", "k", "hundredth", "a"])
def test_other_words_are_no_number(text):
    assert read(text) is None


@pytest.mark.parametrize("text", ["3,5", "1.000.000", "12.5.2014", "1,00", "9" * 50])
def test_digits_of_no_one_value_stay_as_written(text):
    """In one country "3,5" is a number and in another a list: guessing would call it changed."""
    assert value(text) == text


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("20 five-year plans", "20"),
        ("two and three", "2"),
        ("five, six", "5"),
        ("twenty thirty", "20"),
        ("nineteen ninety", "19"),
        ("5 500", "5"),
        ("two hundred hundred", "200"),
        ("3 million billion", "3000000"),
        ("6 k", "6"),
        ("six m", "6"),
    ],
)
def test_a_number_ends_where_its_words_no_longer_go_on(text, first):
    assert value(text) == first


def test_the_last_piece_of_a_number_is_told():
    text = "two hundred and five men"
    assert read(text).last == 3


@pytest.mark.parametrize(("text", "loose"), [("one", True), ("one hundred", False), ("two", False)])
def test_only_a_lone_one_is_loose(text, loose):
    """Neither "one of them" nor "the one thing" counts anything."""
    assert read(text).loose is loose


@pytest.mark.parametrize("text", ["first", "half", "hundreds", "Dozens"])
def test_words_that_are_as_often_no_figure_are_loose(text):
    assert read(text).loose


@given(st.integers(0, 10**12 - 1))
def test_a_whole_number_reads_the_same_in_words_and_in_digits(number):
    assert value(spelled(number)) == value(f"{number:,}") == value(str(number)) == str(number)


@given(st.fractions(min_value=0, max_value=10**6, max_denominator=1))
def test_a_scale_multiplies(number):
    assert value(f"{number} million") == str(Fraction(number) * 10**6 if number else 10**6)


@given(st.text(alphabet="a5é.,- \u00a0一'’", max_size=30))
def test_pieces_are_the_words_with_figures_whole(text):
    """Both sides of the house must agree on what a word is, or spans would not meet."""
    found = pieces(text, 0, len(text))
    covered = {at for piece in found for at in range(piece.start, piece.end)}
    tokens = tokenise(text)
    assert {
        at for span in zip(tokens.starts, tokens.ends, strict=True) for at in range(*span)
    } <= covered
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


def test_pieces_lie_within_their_span():
    assert [piece.word for piece in pieces("one 2,500 three four", 4, 15)] == ["2,500", "three"]


@pytest.mark.parametrize("text", ["9" * 200_000, "9," * 100_000, "a " * 50_000, "five " * 50_000])
def test_endless_numbers_are_read_in_time(text):
    """An article may be one line of digits."""
    found = pieces(text, 0, len(text))
    amount(text, found, 0)
    assert found
