"""Units are as large as the standards say, in every reading they have."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.numbers.dimensions import Dimensions, Scale

# From the definitions: yard and pound of 1959, SI, US liquid and imperial measures.
SIZES = [
    ("mile", "metre", [1609.344]),
    ("foot", "inch", [12]),
    ("yard", "foot", [3]),
    ("mile", "foot", [5280]),
    ("nautical mile", "metre", [1852]),
    ("fathom", "foot", [6]),
    ("furlong", "yard", [220]),
    ("hectare", "square metre", [10_000]),
    ("square mile", "acre", [640]),
    ("square yard", "square foot", [9]),
    ("square foot", "square inch", [144]),
    ("acre", "square yard", [4840]),
    ("cubic foot", "cubic inch", [1728]),
    ("cubic yard", "cubic foot", [27]),
    ("US gallon", "cubic inch", [231]),
    ("imperial gallon", "litre", [4.54609]),
    ("gallon", "litre", [3.785411784, 4.54609]),
    ("acre foot", "cubic foot", [43_560]),
    ("short ton", "pound", [2000]),
    ("long ton", "pound", [2240]),
    ("ton", "pound", [2000, 2240, 1000 / 0.45359237]),
    ("stone", "pound", [14]),
    ("troy ounce", "gram", [31.1034768]),
    ("pound", "ounce", [16, 0.45359237 / 0.0311034768]),
    ("tonne", "kilogram", [1000]),
    ("fortnight", "week", [2]),
    ("hour", "second", [3600]),
    ("knot", "kilometre per hour", [1.852]),
    ("mile per hour", "foot per second", [22 / 15]),
    ("kilowatt hour", "joule", [3_600_000]),
]


@pytest.fixture(scope="module")
def known(grammar):
    return grammar.dimensions


@pytest.mark.parametrize(("large", "small", "ratios"), SIZES)
def test_units_are_as_large_as_defined(known, large, small, ratios):
    found = [
        one.factor / other.factor
        for one in known.scales[large]
        for other in known.scales[small]
        if one.dimension == other.dimension
    ]
    assert all(any(math.isclose(want, got, rel_tol=1e-6) for got in found) for want in ratios)


def test_water_boils_at_212_and_freezes_at_32_degrees(known):
    (celsius,), (fahrenheit,) = known.scales["celsius"], known.scales["fahrenheit"]
    for one, other in ((100, 212), (0, 32), (-40, -40), (37, 98.6)):
        kelvin = one * celsius.factor + celsius.offset
        assert math.isclose(kelvin, other * fahrenheit.factor + fahrenheit.offset, abs_tol=1e-9)


def test_every_unit_that_figures_have_is_known(known, lexicons):
    """A unit without a size would never be checked, and nobody would notice."""
    units = set(lexicons["numbers.en"]["units"])
    assert units <= known.scales.keys()


def test_every_unit_that_conversions_add_is_known(known, lexicons):
    tables = lexicons["conversions.en"]
    assert {*tables["units"], *tables["letters"]} <= known.scales.keys()


def test_the_dimension_of_a_unit_is_that_of_its_readings(known):
    """Nearly always one; an ounce is a mass, or a volume of something that is poured."""
    dimensions = {unit: {each.dimension for each in known.scales[unit]} for unit in known.scales}
    assert dimensions["mile"] == {"length"}
    assert dimensions["knot"] == {"speed"}
    assert dimensions["ounce"] == {"mass", "volume"}
    assert "parsec" not in dimensions


def test_a_size_may_be_a_fraction_and_have_an_offset():
    tables = {"temperature": {"rankine": ("5/9",), "delisle": ("2/3 373.15", "1")}}
    scales = Dimensions.of(tables).scales
    assert scales["rankine"] == (Scale("temperature", 5 / 9),)
    assert scales["delisle"] == (Scale("temperature", 2 / 3, 373.15), Scale("temperature", 1.0))


@pytest.mark.parametrize("text", ["", "much", "1 2 3", "1/0", "0", "-2", "1,5", "1 x"])
def test_what_is_no_size_is_refused_by_name(text):
    with pytest.raises(ValueError, match="length: ell"):
        Dimensions.of({"length": {"ell": (text,)}})


def test_a_part_that_is_no_unit_is_refused_by_name():
    with pytest.raises(ValueError, match="ell: no unit 'span'"):
        Dimensions.of({"length": {"ell": ("1.143",)}, "parts": {"ell": ("span",)}})


@given(st.permutations(["mass", "volume", "length"]))
def test_the_order_of_the_tables_does_not_matter(order):
    sizes = {"mass": ("0.03",), "volume": ("0.028",), "length": ("2",)}
    scales = Dimensions.of({name: {"ounce": sizes[name]} for name in order}).scales
    assert [scale.dimension for scale in scales["ounce"]] == ["length", "mass", "volume"]
