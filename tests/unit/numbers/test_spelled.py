"""Numbers in words: what goes on with a number, what begins another one, and what is a part."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.numbers.spelled import part, read
from provenance.text.sentence_tokens import split

ONES = "one two three four five six seven eight nine".split()
TEENS = ("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen").split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}

ones = st.integers(1, 9).map(lambda n: (ONES[n - 1], n))
teens = st.integers(10, 19).map(lambda n: (TEENS[n - 10], n))
tens = st.integers(2, 9).map(lambda n: (TENS[n - 2], 10 * n))
below_100 = st.one_of(
    ones,
    teens,
    tens,
    st.tuples(tens, ones).map(lambda pair: (f"{pair[0][0]}-{pair[1][0]}", pair[0][1] + pair[1][1])),
)


def taken(text, lexicon):
    """Value of the number a text begins with, and the words that it took."""
    words = split(text, 0, len(text))
    number = read(words, 0, lexicon)
    return number and (number.value, " ".join(words.low[: number.last]))


@pytest.mark.parametrize(
    ("text", "value", "words"),
    [
        ("a hundred", 100, "a hundred"),
        ("a thousand and one", 1001, "a thousand and one"),
        ("hundred thousand", 100_000, "hundred thousand"),
        ("nineteen hundred", 1900, "nineteen hundred"),
        ("two dozen", 24, "two dozen"),
        ("three lakh", 300_000, "three lakh"),
        ("two thousand million", 2e9, "two thousand million"),
        ("one million two hundred thousand", 1.2e6, "one million two hundred thousand"),
        ("five point two five", 5.25, "five point two five"),
        ("zero point five", 0.5, "zero point five"),
        ("two point seventy-one", 2.71, "two point seventy - one"),
        ("fifty - two", 52, "fifty - two"),
    ],
)
def test_words_that_go_on_with_a_number_belong_to_it(lexicon, text, value, words):
    assert taken(text, lexicon) == (value, words)


@pytest.mark.parametrize(
    ("text", "value", "words"),
    [
        ("twenty twelve", 20, "twenty"),
        ("five six", 5, "five"),
        ("twenty thirty", 20, "twenty"),
        ("two hundred and boats", 200, "two hundred"),
        ("two and three", 2, "two"),
        ("two hundred and three hundred", 200, "two hundred"),
        ("two million and three million", 2e6, "two million"),
        ("two million and three fifths", 2e6, "two million"),
        ("zero five", 0, "zero"),
        ("five zero", 5, "five"),
        ("ten point", 10, "ten"),
        ("ten point boats", 10, "ten"),
        ("one thousand two million", 1000, "one thousand"),
    ],
)
def test_words_that_begin_another_number_are_left_to_it(lexicon, text, value, words):
    assert taken(text, lexicon) == (value, words)


@pytest.mark.parametrize("text", ["", "boats", "and two", "hundred boats", "point five", "-two"])
def test_without_a_number_in_front_there_is_none(lexicon, text):
    """A scale alone is none either: a hundred boats are counted, hundred boats are a title."""
    assert taken(text, lexicon) is None


@given(below_100, st.sampled_from(sorted(SCALES)))
def test_a_scale_multiplies_all_that_stands_before_it(lexicon, number, scale):
    assert taken(f"{number[0]} {scale}", lexicon)[0] == number[1] * SCALES[scale]


@given(below_100, below_100, st.sampled_from(["", "and "]))
def test_hundreds_take_what_is_smaller_behind_them(lexicon, large, small, link):
    text = f"{large[0]} hundred {link}{small[0]}"
    assert taken(text, lexicon)[0] == large[1] * 100 + small[1]


@given(below_100, below_100, below_100)
def test_each_scale_holds_a_number_of_its_own(lexicon, millions, thousands, rest):
    text = f"{millions[0]} million {thousands[0]} thousand and {rest[0]}"
    assert taken(text, lexicon)[0] == millions[1] * 1e6 + thousands[1] * 1e3 + rest[1]


@given(below_100, below_100)
def test_two_numbers_side_by_side_are_never_added(lexicon, left, right):
    """Only a ten and a one are one number: twenty five, but not five twenty."""
    value = taken(f"{left[0]} {right[0]}", lexicon)[0]
    together = left[1] % 10 == 0 and left[1] >= 20 and right[1] < 10
    assert value == (left[1] + right[1] if together else left[1])


@given(st.lists(st.integers(0, 9), min_size=1, max_size=6))
def test_digits_behind_a_point_are_said_one_by_one(lexicon, digits):
    said = " ".join(["zero", *ONES][digit] for digit in digits)
    value, words = taken(f"three point {said}", lexicon)
    assert value == float("3." + "".join(map(str, digits)))
    assert words.split()[2:] == said.split()


@given(st.sampled_from(ONES[1:]), st.sampled_from([("thirds", 3), ("fifths", 5), ("tenths", 10)]))
def test_a_part_is_below_one_or_none(lexicon, count, name):
    text = f"{count} {name[0]}"
    size, last = part(split(text, 0, len(text)), 0, lexicon)
    share = (ONES.index(count) + 1) / name[1]
    assert size == (pytest.approx(share) if share < 1 else 0)
    assert last == (2 if share < 1 else 0)


@pytest.mark.parametrize("text", ["two boats", "thirds", "two", ""])
def test_what_names_no_part_is_none(lexicon, text):
    assert part(split(text, 0, len(text)), 0, lexicon)[0] == 0


def test_a_million_number_words_end_at_the_first_number(lexicon):
    text = "five " * 400
    assert taken(text, lexicon) == (5, "five")


def test_scales_without_end_are_one_number_or_none(lexicon):
    """Nobody writes so; what matters is that it ends and is finite."""
    value, _ = taken("two " + "million " * 300, lexicon)
    assert value >= 2e6
