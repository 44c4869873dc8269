"""Money, percentages and measures are told from counts, and named in one way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("It cost $5.", 5, "dollar"),
        ("It cost US$61.10 a barrel.", 61.10, "USD"),
        ("It cost US $64 billion.", 64e9, "USD"),
        ("It cost $US12 million.", 12e6, "USD"),
        ("It cost A$1.5 million.", 1.5e6, "AUD"),
        ("It cost £24m.", 24e6, "GBP"),
        ("It cost €3 billion.", 3e9, "EUR"),
        ("It cost 412.5 million yen.", 412.5e6, "JPY"),
        ("It cost 7.49 Australian dollars.", 7.49, "AUD"),
        ("It cost RM85 a month.", 85, "MYR"),
        ("It cost AUD2.5m.", 2.5e6, "AUD"),
        ("It cost 19 cents.", 19, "cent"),
        ("It cost 135p.", 135, "penny"),
        ("It cost ten euros.", 10, "EUR"),
    ],
)
def test_money_is_known_by_its_currency_before_or_behind(one, text, value, unit):
    row, _ = one(text)
    assert (row.kind, row.value, row.unit) == ("money", pytest.approx(value), unit)


@pytest.mark.parametrize(
    "written", ["14%", "14 %", "14 percent", "14 per cent", "14 pct", "fourteen percent"]
)
def test_a_percentage_is_known_by_its_sign_or_word(one, written):
    row, evidence = one(f"Turnout was {written}.")
    assert (row.kind, row.value, row.unit) == ("percent", 14, None)
    assert evidence == written


def test_a_percentage_point_is_a_measure_and_no_percentage(one):
    """A rise of two points is not a rise of two percent."""
    row, _ = one("The rate rose by two percentage points.")
    assert (row.kind, row.unit) == ("measure", "percentage point")


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("five kilometers away", 5, "kilometre"),
        ("some 11 km", 11, "kilometre"),
        ("100m freestyle", 100, "metre"),
        ("3m tonnes", 3e6, "tonne"),
        ("a 10-inch knife", 10, "inch"),
        ("240 square miles", 240, "square mile"),
        ("620 sq ft", 620, "square foot"),
        ("30 degrees Celsius", 30, "celsius"),
        ("12 C today", 12, "celsius"),
        ("at 50mph", 50, "mile per hour"),
        ("at 22 miles per hour", 22, "mile per hour"),
        ("a 512GB disk", 512, "gigabyte"),
        ("six weeks", 6, "week"),
        ("half an hour", 0.5, "hour"),
        ("a 7.62mm barrel", 7.62, "millimetre"),
        ("40 metric tons", 40, "tonne"),
        ("90 micrograms", 90, "microgram"),
    ],
)
def test_a_measure_has_its_unit_in_one_form(one, text, value, unit):
    row, _ = one(text)
    assert (row.kind, row.value, row.unit) == ("measure", pytest.approx(value), unit)


@pytest.mark.parametrize("text", ["12 men left", "3 l of it", "5 g of it", "the 20 s and others"])
def test_a_letter_apart_is_no_unit_unless_it_is_a_capital_that_is_one(one, text):
    row, _ = one(text)
    assert (row.kind, row.unit) == ("count", None)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It was minus 5 degrees.", -5),
        ("It was -5 degrees.", -5),
        ("It was minus-40 degrees.", -40),
        ("It was −7 degrees.", -7),
        ("It was 5 degrees.", 5),
        ("They lost $-5.", -5),
        ("They lost (-5) boats.", -5),
        ("- 5", -5),
        ("- 5 boats", 5),
    ],
)
def test_a_minus_makes_a_number_negative(one, text, value):
    assert one(text)[0].value == value


@pytest.mark.parametrize("text", ["part 530L12", "order 530m21", "plate 44KM7"])
def test_letters_within_a_code_are_no_unit(read, text):
    assert read(text) == []


def test_a_dash_between_words_is_no_minus(one):
    assert one("They left - 5 men in all.")[0].value == 5


def test_a_word_for_money_in_front_is_no_currency_of_the_next_number(read):
    rows = read("He paid two dollars 50 times.")
    assert [(row.kind, row.value) for row in rows] == [("money", 2), ("count", 50)]


@given(
    st.integers(2, 10**6),
    st.sampled_from(["km", "kg", "dollars", "percent", "hectares", "years", "GB"]),
)
def test_a_unit_never_changes_the_value(one, number, unit):
    row, evidence = one(f"It was {number} {unit}.")
    assert row.value == number
    assert evidence == f"{number} {unit}"


@pytest.mark.parametrize(
    ("text", "unit", "evidence"),
    [
        ("They paid a $7 million fine.", "dollar", "$7 million"),
        ("A $7 million fine was paid.", "dollar", "$7 million"),
        ("Tarnholm's $3.0 million was lost.", "dollar", "$3.0 million"),
        ("2014's $3.0 million was lost.", "dollar", "$3.0 million"),
        ("They gave us $5 then.", "dollar", "$5"),
        ("They paid A$7 million.", "AUD", "A$7 million"),
        ("They paid a$7 then.", "AUD", "a$7"),
        ("They paid $A7 million.", "AUD", "$A7 million"),
        ("They paid US $7 million.", "USD", "US $7 million"),
        ("They paid S $7 million.", "SGD", "S $7 million"),
        ("They paid 7 mln Canadian dlrs.", "CAD", "7 mln Canadian dlrs"),
        ("They paid 7 mln Australian dlrs.", "AUD", "7 mln Australian dlrs"),
        ("They paid 7 mln U.S. dlrs then.", "USD", "7 mln U.S. dlrs"),
    ],
)
def test_a_letter_before_a_dollar_sign_is_a_country_only_where_it_is_written_as_one(
    one, text, unit, evidence
):
    """An article is no Australia, nor is the end of a genitive Singapore."""
    row, shown = one(text)
    assert (row.kind, row.unit, shown) == ("money", unit, evidence)


@pytest.mark.parametrize(
    ("text", "unit", "evidence"),
    [
        ("The board is 12in wide.", "inch", "12in"),
        ("The field has 400 sq. ft of grass.", "square foot", "400 sq. ft"),
        ("The field has 37 sq. m of grass.", "square metre", "37 sq. m"),
        ("The field has 3 sq. km of grass.", "square kilometre", "3 sq. km"),
    ],
)
def test_short_units_are_read(one, text, unit, evidence):
    row, shown = one(text)
    assert (row.kind, row.unit, shown) == ("measure", unit, evidence)


@pytest.mark.parametrize(
    "text", ["They lost 12 in Tarn.", "It is a 12-in-one tool.", "Of them 12 in all left."]
)
def test_the_word_in_is_no_inch(read, text):
    assert [row.unit for row in read(text)] in ([None], [])


@given(st.integers(1, 999), st.sampled_from(["a", "the", "another", "this"]))
def test_an_article_never_changes_a_sum(read, number, article):
    rows = read(f"They paid {article} ${number} million fine.")
    assert [(row.value, row.unit) for row in rows] == [(number * 1e6, "dollar")]


@given(st.floats(0.01, 1e6), st.floats(1.5, 50))
def test_scaling_a_figure_scales_what_it_allows(read, value, factor):
    """A reach that did not grow with its figure would judge large sums by small change."""
    (small,), (large,) = (read(f"They paid ${each:.2f}m then.") for each in (value, value * factor))
    assert large.value >= small.value
    assert large.low >= small.low
    assert large.high >= small.high
