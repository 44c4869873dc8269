"""Two measures are one amount when their rounding allows it, whichever of them was the source."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.model import Article
from provenance.numbers.extract import story_of
from provenance.numbers.relations.conversions import equivalence
from provenance.numbers.relations.conversions.measures import Measure


@pytest.fixture(scope="module")
def measure(quantity):
    """A measure of a value in a unit, so many of its last digits shown."""

    def _measure(value, unit, step=1.0):
        row = quantity(value=value, unit=unit, kind="measure")
        return Measure(unit, ((value - step / 2, value + step / 2),), step, 0, 1, row)

    return _measure


@pytest.fixture(scope="module")
def sentence(grammar):
    """A sentence of the words given and nothing else; the measures take its first token."""

    def _sentence(text):
        row = Article("a", "-", 1, False, text, None, 0, None, None, "en")
        return story_of(row, grammar.lexicon).sentences[0]

    return _sentence


@pytest.fixture(scope="module")
def same(measure, sentence, grammar):
    def _same(left, right, text="12 of them were found."):
        return equivalence.same(sentence(text), measure(*left), measure(*right), grammar)

    return _same


@pytest.mark.parametrize(
    ("left", "right", "fits"),
    [
        ((5, "kilometre"), (3.1, "mile", 0.1), True),
        ((5, "kilometre"), (8, "mile"), False),
        ((1, "mile"), (2, "kilometre"), True),  # 1.6, to the nearest one
        ((1, "metre"), (6, "foot"), False),  # half of one is no rounding of a source
        ((2, "kilogram"), (5.4, "pound", 0.1), True),  # 2.449 kg
        ((2, "kilogram"), (5.9, "pound", 0.1), False),  # 2.676 kg
        ((100, "mile"), (161, "kilometre"), True),
        ((100, "mile"), (171, "kilometre"), False),
        ((37, "celsius"), (98.6, "fahrenheit", 0.1), True),
        ((37, "celsius"), (66.6, "fahrenheit", 0.1), False),
        ((-40, "celsius"), (-40, "fahrenheit"), True),
        ((98, "degree"), (37, "celsius"), True),
        ((69_200, "ounce"), (2.1524, "tonne", 0.0001), True),
        ((10, "gallon"), (38, "litre"), True),
        ((10, "gallon"), (45, "litre"), True),
        ((10, "gallon"), (60, "litre"), False),
        ((10, "square mile"), (16, "square kilometre"), False),
    ],
)
def test_measures_fit_by_hand_calculation(same, left, right, fits):
    assert same(left, right) is fits
    assert same(right, left) is fits


def test_measures_of_two_dimensions_cannot_be_compared(same):
    assert same((5, "kilometre"), (3, "hour")) is None
    assert same((5, "kilometre"), (3, "parsec")) is None
    assert same((5, None), (3, "mile")) is None


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("12 words on the weather.", None),
        ("12 words on the warming of the sea.", True),
    ],
)
def test_few_degrees_are_a_difference_only_where_a_word_says_so(same, text, fits):
    assert same((2, "celsius"), (3.6, "fahrenheit", 0.1), text) is fits


def test_what_a_measure_comes_to(measure, sentence, grammar):
    text = sentence("12 of them were found.")
    found = equivalence.converted(text, measure(10, "mile"), measure(1, "kilometre"), grammar)
    assert math.isclose(found, 16.09344)
    found = equivalence.converted(text, measure(30, "celsius"), measure(1, "fahrenheit"), grammar)
    assert math.isclose(found, 86)


@pytest.mark.parametrize(
    ("stated", "close"),
    [
        (3.1, True),
        (8.05, True),  # the other way round
        (31, True),  # a slipped point
        (0.031, True),
        (60, False),
        (0.2, False),
    ],
)
def test_a_slip_is_told_from_another_amount(measure, grammar, stated, close):
    left, right = measure(5, "kilometre"), measure(stated, "mile", 0.01)
    assert equivalence.near(left, right, grammar) is close


def test_the_size_of_a_unit_is_told_from_an_amount(measure, grammar):
    cwt = measure(21_003_000, "hundredweight")
    assert equivalence.is_one(measure(100, "pound"), cwt, grammar)
    assert not equivalence.is_one(measure(500, "pound"), cwt, grammar)


FACTORS = [("mile", "kilometre", 1.609344), ("acre", "hectare", 0.40468564224)]


@given(st.floats(2, 1e6), st.sampled_from(FACTORS))
def test_an_exact_conversion_always_fits(same, value, units):
    one, other, factor = units
    assert same((value, one), (value * factor, other, 0.01))
    assert not same((value, one), (value * factor * 1.5 + 3, other, 0.01))
