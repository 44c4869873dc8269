"""Fractions in words are shares of one; ordinals and halves of matches are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.numbers import fractions
from provenance.text.sentence_tokens import split


@pytest.mark.parametrize(
    ("text", "value", "evidence"),
    [
        ("A third of the voters stayed home.", 1 / 3, "A third"),
        ("One third of the voters stayed home.", 1 / 3, "One third"),
        ("Two-thirds of the voters stayed home.", 2 / 3, "Two-thirds"),
        ("Two thirds of the voters stayed home.", 2 / 3, "Two thirds"),
        ("Three quarters of it burned.", 0.75, "Three quarters"),
        ("A quarter of it burned.", 0.25, "A quarter"),
        ("Half of it burned.", 0.5, "Half"),
        ("Half the wood burned.", 0.5, "Half"),
        ("Half its wood burned.", 0.5, "Half"),
        ("One-fifth of it burned.", 0.2, "One-fifth"),
        ("One in five voters stayed home.", 0.2, "One in five"),
        ("One in 20 voters stayed home.", 0.05, "One in 20"),
        ("Nine in 10 voters stayed home.", 0.9, "Nine in 10"),
        ("Eight out of 12 voters stayed home.", 8 / 12, "Eight out of 12"),
        ("10 out of every 100,000 women are struck.", 1e-4, "10 out of every 100,000"),
        ("⅔ of it burned.", 2 / 3, "⅔"),
        ("½ of it burned.", 0.5, "½"),
        ("Costs fell by a third.", 1 / 3, "a third"),
        ("About a quarter, they say.", 0.25, "About a quarter"),
        ("It is off by a half.", 0.5, "a half"),
        ("It is two hundredths of the gold.", 0.02, "two hundredths"),
        ("It took one twenty-fifth of it.", 0.04, "one twenty-fifth"),
        ("It took thirty-one fifths.", 6.2, "thirty-one fifths"),
        ("It took one hundred thirty-fifths.", 100 / 35, "one hundred thirty-fifths"),
        ("1 in 250 cows has it.", 0.004, "1 in 250"),
        ("The odds are one over 40.", 0.025, "one over 40"),
        ("It is minus two thirds.", -2 / 3, "minus two thirds"),
    ],
)
def test_a_share_is_read(one, text, value, evidence):
    row, shown = one(text)
    assert (row.kind, row.value, shown) == ("ratio", pytest.approx(value), evidence)


@pytest.mark.parametrize(
    "text",
    [
        "A third person came.",
        "The third came.",
        "In the first half it rained.",
        "The first quarter was good.",
        "Half-hearted as ever.",
        "It broke in half.",
        "A third, Ada Brenk, swam.",
        "A half-brother came.",
        "The third of May came.",
    ],
)
def test_this_is_no_share(read, text):
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("She scored two goals in three games.", [2, 3]),
        ("Two in three days is much.", [2, 3]),
        ("Twelve out of 10 said so.", [12, 10]),
        ("Three in two is odd.", [3, 2]),
        ("They won $40 over 3 years.", [40, 3]),
        ("She took four over five boats.", [4, 5]),
    ],
)
def test_two_counts_are_no_share(read, text, values):
    assert [row.value for row in read(text)] == values


def test_a_half_with_a_bound_is_a_share(one):
    row, shown = one("More than half people came.")
    assert (row.kind, row.value, row.bound, shown) == ("ratio", 0.5, "more-than", "More than half")


@pytest.mark.parametrize("text", ["It lasted half an hour.", "It was a half-hour walk."])
def test_half_a_unit_is_a_measure(one, text):
    row, _ = one(text)
    assert (row.kind, row.value, row.unit) == ("measure", 0.5, "hour")


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("They sold two-thirds of a million.", "count", 2e6 / 3),
        ("It cost a quarter of a million dollars.", "money", 250_000),
        ("It cost a half-million dollars.", "money", 500_000),
    ],
)
def test_a_part_of_a_million_is_a_number_like_any_other(one, text, kind, value):
    row, shown = one(text)
    assert (row.kind, row.value) == (kind, pytest.approx(value))
    assert "million" in shown


def test_a_small_share_is_not_read_as_none(one):
    """A fixed room of two points would let one in 250 be nothing at all."""
    row, _ = one("One in 250 cows has it.")
    assert 0 < row.low < row.value < row.high < 0.005


@given(st.integers(1, 9), st.sampled_from([("third", 3), ("fifth", 5), ("eighth", 8)]))
def test_a_numerator_above_one_needs_a_plural(lexicon, count, part):
    name, base = part
    number = "one two three four five six seven eight nine".split()[count - 1]
    for text, right in ((f"{number} {name}", count == 1), (f"{number} {name}s", count > 1)):
        amount = fractions.share(split(text, 0, len(text)), 0, lexicon)
        assert (amount is not None) is right
        assert amount is None or amount.value == pytest.approx(count / base)


@given(st.integers(1, 50), st.integers(1, 50))
def test_a_share_is_below_one(lexicon, top, bottom):
    text = f"{top} out of {bottom}"
    amount = fractions.one_in(split(text, 0, len(text)), 0, lexicon)
    assert (amount is not None) is (top < bottom)
    assert amount is None or amount.value == pytest.approx(top / bottom)


@pytest.mark.parametrize(
    ("text", "value", "unit", "evidence"),
    [
        ("They walked a mile and a half.", 1.5, "mile", "a mile and a half"),
        ("It took an hour and a half.", 1.5, "hour", "an hour and a half"),
        ("It was a year and a half ago.", 1.5, "year", "a year and a half"),
        ("They walked one-and-a-half miles.", 1.5, "mile", "one-and-a-half miles"),
        ("They walked 2-and-a-half miles.", 2.5, "mile", "2-and-a-half miles"),
        ("They walked three and a quarter miles.", 3.25, "mile", "three and a quarter miles"),
        ("They walked a quarter of a mile.", 0.25, "mile", "a quarter of a mile"),
        ("They walked three quarters of a mile.", 0.75, "mile", "three quarters of a mile"),
        ("They walked a third of a mile.", 1 / 3, "mile", "a third of a mile"),
        ("It holds two hundredths of a gram.", 0.02, "gram", "two hundredths of a gram"),
        ("They walked half a mile.", 0.5, "mile", "half a mile"),
        ("They walked a half-mile.", 0.5, "mile", "a half-mile"),
        ("They cut a quarter-point off.", 0.25, "point", "a quarter-point"),
    ],
)
def test_a_part_of_a_unit_is_a_measure(one, text, value, unit, evidence):
    row, shown = one(text)
    assert (row.kind, row.value, row.unit) == ("measure", pytest.approx(value), unit)
    assert shown == evidence
    assert 0 < row.low < row.value < row.high


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It rose a quarter of a percent.", 0.25),
        ("It rose eight-tenths of a percent.", 0.8),
        ("It rose half of a per cent.", 0.5),
    ],
)
def test_a_part_of_a_percent_is_a_percentage_and_no_share(one, text, value):
    """A quarter of a percent read as a quarter would be a hundred times too much."""
    row, _ = one(text)
    assert (row.kind, row.value) == ("percent", pytest.approx(value))


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("They lost half-a-million trees.", [500_000]),
        ("More than half-a-dozen trees fell.", [6]),
        ("A mile and a half-dozen boats.", [6]),
        ("At least a half-dozen women left.", [6]),
        ("They sold a boat and a half.", [0.5]),
        ("The barn is less than half-full.", [0.5]),
        ("The third-year pupil sat a third-year test.", []),
    ],
)
def test_a_half_belongs_to_what_a_hyphen_joins_it_to(read, text, values):
    assert [row.value for row in read(text)] == values


@given(st.integers(1, 99), st.sampled_from(["mile", "hour", "year", "tonne"]))
def test_a_half_more_is_a_half_more_however_it_is_joined(read, number, unit):
    said = (f"{number} and a half {unit}s", f"{number}-and-a-half {unit}s", f"{number}.5 {unit}s")
    rows = [read(f"It took {each} then.") for each in said]
    assert [[(row.value, row.unit) for row in found] for found in rows] == [
        [(number + 0.5, unit)]
    ] * 3
