"""Figures in messages are shown as written, with what their words allow."""

import pytest

from provenance.model import Bound
from provenance.numbers.shown import number, reach, shown


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({}, "55"),
        ({"value": 1_234_567.0}, "1,234,567"),
        ({"bound": Bound.MORE, "low": 200.0, "high": None}, "200 or more"),
        ({"bound": Bound.ABOUT, "low": 49.5, "high": 60.5}, "50 to 60"),
        ({"bound": Bound.ABOUT, "kind": "percent", "low": 49.5, "high": 60.5}, "49.5% to 60.5%"),
        ({"kind": "ratio", "value": 1 / 3}, "33.33%"),
        ({"kind": "ratio", "value": 0.5}, "50%"),
        ({"kind": "percent", "value": 7.5}, "7.5%"),
        ({"kind": "measure", "unit": "mile", "value": 3.1}, "3.1 miles"),
        ({"kind": "money", "unit": "EUR", "value": 2_000_000.0}, "2,000,000 EUR"),
    ],
)
def test_what_a_figure_allows_is_told_in_its_own_kind(quantity, changes, told):
    assert reach(quantity(**changes)) == told


def test_an_exact_figure_is_shown_as_written(quantity):
    assert shown(quantity(start=5, end=7), "Lost 55 men") == "“55”"


def test_a_bound_is_shown_with_what_it_allows(quantity):
    row = quantity(start=5, end=16, bound=Bound.MORE, low=55.0, high=None)
    assert shown(row, "Lost more than 55") == "“more than 5” (55 or more)"


def test_a_figure_over_a_line_end_is_shown_on_one_line(quantity):
    """A text wrapped at a fixed width breaks "more than" and its number apart."""
    row = quantity(start=5, end=17, bound=Bound.MORE, low=55.0, high=None)
    assert shown(row, "Lost more than\n55 men") == "“more than 55” (55 or more)"


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (5.999, "6"),
        (0.001, "0.001"),
        (0.0123, "0.01"),
        (1e-9, "1e-09"),
        (-2.5, "-2.5"),
        (1e15, "1,000,000,000,000,000"),
    ],
)
def test_a_number_is_never_cut_to_nothing(quantity, value, told):
    assert number(value, quantity()) == told


@pytest.mark.parametrize(
    ("unit", "told"),
    [
        ("mile", "2 miles"),
        ("square foot", "2 square feet"),
        ("mile per hour", "2 miles per hour"),
        ("kilowatt hour", "2 kilowatt hours"),
        ("century", "2 centuries"),
        ("gigahertz", "2 gigahertz"),
        ("NZD", "2 NZD"),
    ],
)
def test_more_than_one_unit_is_told_in_the_plural(quantity, unit, told):
    row = quantity(kind="measure", unit=unit)
    assert number(2.0, row) == told
    assert number(1.0, row) == f"1 {unit}"


@pytest.mark.parametrize("name", ["Celsius", "Fahrenheit"])
def test_temperatures_are_told_in_degrees(quantity, name):
    """Nobody says 32 fahrenheit."""
    row = quantity(kind="measure", unit=name.lower())
    assert number(32.0, row) == f"32 degrees {name}"
    assert number(1.0, row) == f"1 degree {name}"


@pytest.mark.parametrize("value", [0.0, 1.0, 10.0, 100.0, 12_000.0])
def test_a_whole_number_has_no_decimals_and_keeps_its_zeros(quantity, value):
    assert number(value, quantity()).replace(",", "") == str(int(value))
