"""Numbers in digits and words read as the values they say."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from provenance.numbers.numerals import past_hyphen, step_of
from provenance.numbers.values import read
from provenance.text.sentence_tokens import split

ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
).split()
TENS = "zero ten twenty thirty forty fifty sixty seventy eighty ninety".split()


def spell(number):
    """English for 0 to 999,999,999, written anew here so that it can judge the reader."""
    for size, name in ((1_000_000, "million"), (1_000, "thousand")):
        if number >= size:
            rest = f" {spell(number % size)}" if number % size else ""
            return f"{spell(number // size)} {name}{rest}"
    if number >= 100:
        rest = f" and {spell(number % 100)}" if number % 100 else ""
        return f"{ONES[number // 100]} hundred{rest}"
    if number >= 20:
        return TENS[number // 10] + (f"-{ONES[number % 10]}" if number % 10 else "")
    return ONES[number]


def value(text, lexicon):
    number = read(split(text, 0, len(text)), 0, lexicon)
    return number and number.value


def rest(text, lexicon):
    """What is left of the text behind the number it begins with."""
    words = split(text, 0, len(text))
    number = read(words, 0, lexicon)
    return " ".join(words.raw[number.last : words.count])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("7", 7),
        ("1250", 1250),
        ("1,250", 1250),
        ("12,500,000", 12_500_000),
        ("12,34,567", 1_234_567),
        ("3.75", 3.75),
        ("1,250.5", 1250.5),
        ("0.4", 0.4),
        ("1.5 million", 1_500_000),
        ("25k", 25_000),
        ("2bn", 2e9),
        ("2.5mn", 2_500_000),
        ("3 lakh", 300_000),
        ("4 crore", 40_000_000),
        ("2 hundred thousand", 200_000),
        ("6-million", 6_000_000),
        ("1/2", 0.5),
        ("10 1/2", 10.5),
        ("7,849 ½", 7849.5),
        ("12,500½", 12_500.5),
        ("2,000 1/2", 2000.5),
        ("2½", 2.5),
        ("3 and a half", 3.5),
        ("1 and a half million", 1_500_000),
        ("1 250 000", 1_250_000),
        ("1 250.75", 1250.75),
        ("12\u202f500", 12_500),
        ("4,5", 4.5),
        ("1.250,75", 1250.75),
        ("2.4 k", 2400),
        ("3.2 M", 3_200_000),
        ("4 hundred and 20", 420),
        ("5 thousand 2 hundred and 7", 5207),
        ("2 crore and three hundred", 20_000_300),
        ("1.5^2", 2.25),
        ("2^-1", 0.5),
        ("1.5e3", 1500),
        ("25e-1", 2.5),
        ("6.5x10^4", 65_000),
    ],
)
def test_digits_say(text, expected, lexicon):
    assert value(text, lexicon) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("zero", 0),
        ("seven", 7),
        ("nineteen", 19),
        ("forty-two", 42),
        ("forty two", 42),
        ("a hundred", 100),
        ("one hundred and six", 106),
        ("one hundred six", 106),
        ("hundred thousand", 100_000),
        ("three hundred thousand", 300_000),
        ("two thousand and two hundred", 2200),
        ("a thousand million", 1e9),
        ("twenty-one million three hundred", 21_000_300),
        ("a dozen", 12),
        ("two dozen", 24),
        ("half a dozen", 6),
        ("half a million", 500_000),
        ("a quarter of a million", 250_000),
        ("two and a half", 2.5),
        ("one and three quarters", 1.75),
        ("a million and a half", 1_500_000),
        ("one and a half million", 1_500_000),
        ("two point five", 2.5),
        ("two point zero five million", 2.05),
        ("six point forty-two", 6.42),
        ("sixty - four", 64),
        ("two hundred and three quarters", 200.75),
        ("four million and one half", 4_500_000),
        ("two billion and a half million", 2_000_500_000),
        ("five and twelve hundredths", 5.12),
        ("four and a third", 4 + 1 / 3),
        ("half-million", 500_000),
        ("a half-dozen", 6),
        ("three millions", 3_000_000),
    ],
)
def test_words_say(text, expected, lexicon):
    assert value(text, lexicon) == pytest.approx(expected)


@pytest.mark.parametrize("text", ["", "men", "the", "a man", "a third", "million", "and", "-"])
def test_this_begins_with_no_number(text, lexicon):
    assert value(text, lexicon) is None


@pytest.mark.parametrize(
    "text", ["0600", "007", "1.2.3", "12,34,5", "4,5-mix", "1,2345", "1" * 16, "1,000,00"]
)
def test_digits_that_are_no_plain_number_are_left(text, lexicon):
    """Codes, versions, phone numbers and lists run together by a scraper."""
    assert value(text, lexicon) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("two three", "three"),
        ("twenty thirty", "thirty"),
        ("twenty eleven", "eleven"),
        ("five hundred two hundred", "two hundred"),
        ("two hundred and three hundred", "and three hundred"),
        ("two and three", "and three"),
        ("20 and a third man", "and a third man"),
        ("three - five", "- five"),
        ("one hundred zero", "zero"),
        ("two million million", "million"),
        ("12 500 000 0000", "500 000 0000"),
        ("12 5000", "5000"),
        ("2 million and 20 men", "and 20 men"),
        ("2 million 20 years", "20 years"),
        ("3 hundred and 2 hundred", "and 2 hundred"),
        ("2 m of it", "m of it"),
        ("5 M. Brenk", "M . Brenk"),
        ("3^99 of it", "^ 99 of it"),
        ("3 x 10 of it", "x 10 of it"),
    ],
)
def test_a_number_ends_where_another_begins(text, expected, lexicon):
    assert rest(text, lexicon) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3m tonnes", 3_000_000),
        ("3m people", 3_000_000),
        ("3M", 3_000_000),
        ("3m long", 3),
        ("100m freestyle", 100),
        ("5mm thick", 5),
    ],
)
def test_an_m_is_a_million_in_front_of_what_is_counted_and_a_metre_elsewhere(
    text, expected, lexicon
):
    assert value(text, lexicon) == expected


def test_an_m_behind_a_currency_is_a_million(lexicon):
    assert read(split("£3m", 0, 3), 1, lexicon).value == 3_000_000


def test_digits_behind_a_bare_point_are_a_fraction(lexicon):
    number = read(split("a .500 record", 0, 13), 2, lexicon)
    assert (number.first, number.value) == (1, 0.5)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("55", 1),
        ("60", 10),
        ("12,000", 1000),
        ("3.75", 0.01),
        ("2.50", 0.01),
        ("1.5 million", 100_000),
        ("2 million", 1_000_000),
        ("25k", 1000),
        ("five thousand", 1000),
        ("two dozen", 12),
        ("one and a half million", 100_000),
        ("0", 1),
    ],
)
def test_the_step_is_the_unit_of_the_last_digit_said(text, expected, lexicon):
    number = read(split(text, 0, len(text)), 0, lexicon)
    assert number.step == pytest.approx(expected)


@pytest.mark.parametrize(
    ("text", "expected"), [("five thousand", 1000), ("5k", 1000), ("55", 1), ("two hundred", 1)]
)
def test_the_scale_is_what_the_last_scale_word_multiplies_by(text, expected, lexicon):
    assert read(split(text, 0, len(text)), 0, lexicon).scale == expected


@pytest.mark.parametrize(("number", "expected"), [(0, 1), (7, 1), (-30, 10), (2.5, 0.1)])
def test_the_step_of_a_value_is_its_roundness(number, expected):
    assert step_of(number) == expected


@pytest.mark.parametrize(("text", "expected"), [("2-inch", 2), ("2 - inch", 1), ("2 inch", 1)])
def test_only_a_tight_hyphen_is_passed(text, expected, lexicon):
    assert past_hyphen(split(text, 0, len(text)), 1, lexicon) == expected


@given(st.integers(0, 999_999_999))
@example(100_000_001)
@example(20_000_020)
def test_a_spelled_number_reads_back_as_its_value(lexicon, number):
    text = spell(number)
    assert value(text, lexicon) == number
    assert rest(text, lexicon) == ""


@given(st.integers(1, 10**12))
def test_digits_read_back_with_and_without_separators(lexicon, number):
    assert value(str(number), lexicon) == value(f"{number:,}", lexicon) == number


@given(st.integers(0, 10**6), st.integers(0, 999))
def test_decimals_read_back(lexicon, whole, part):
    assert value(f"{whole}.{part:03}", lexicon) == pytest.approx(whole + part / 1000)


@given(st.lists(st.sampled_from([*ONES, *TENS, "and", "-", "hundred", "million", "a", "half"])))
def test_any_row_of_number_words_is_read_without_fail(lexicon, chosen):
    text = " ".join(chosen)
    words = split(text, 0, len(text))
    for index in range(words.count):
        number = read(words, index, lexicon)
        assert number is None or index < number.last <= words.count


def test_a_megabyte_of_digits_is_no_number(lexicon):
    assert value("7" * 1_000_000, lexicon) is None


def test_a_long_row_of_scale_words_is_read_once(lexicon):
    assert value("1 " + "million " * 20_000, lexicon) > 0
