"""Ages, ranks and ordinals have a place and a value, and are compared with no count."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.numbers import placed
from provenance.numbers.units import OLDEST
from provenance.text.sentence_tokens import split


@pytest.mark.parametrize(
    ("text", "value", "evidence"),
    [
        ("Ada Brenk, 41, left.", 41, "41"),
        ("It was won by Ada Brenk, 41.", 41, "41"),
        ("A 47-year-old man left.", 47, "47-year-old"),
        ("A 15 year old left.", 15, "15 year old"),
        ("She is 60 years old.", 60, "60 years old"),
        ("Men over 50 years of age came.", 50, "over 50 years of age"),
        ("He died aged 52 in Tarn.", 52, "52"),
        ("She left at age nine.", 9, "nine"),
        ("Men aged 18 to 34 came.", 26, "18 to 34"),
    ],
)
def test_an_age_is_read(one, text, value, evidence):
    row, shown = one(text)
    assert (row.kind, row.value, row.unit, shown) == ("age", value, "year", evidence)


@pytest.mark.parametrize(
    ("text", "unit"), [("a six-month-old pup", "month"), ("a 10-day-old calf", "day")]
)
def test_an_age_has_its_unit(one, text, unit):
    row, _ = one(text)
    assert (row.kind, row.unit) == ("age", unit)


def test_nobody_rounds_an_age(one):
    row, _ = one("A 40-year-old man left.")
    assert (row.low, row.high) == (39.5, 40.5)


@pytest.mark.parametrize("text", ["They lost boats, 41, in all.", "Of Tarn, 41 left."])
def test_a_number_between_commas_is_no_age_without_a_name(read, text):
    assert [row.kind for row in read(text)] in ([], ["count"])


@pytest.mark.parametrize("value", [OLDEST, 1.5])
def test_nobody_is_that_old(read, value):
    assert [row.kind for row in read(f"Ada Brenk, {value}, left.")] in ([], ["count"])


@pytest.mark.parametrize(
    ("text", "value", "evidence", "noun"),
    [
        ("Tarn is the second-largest city.", 2, "second-largest", "city"),
        ("Tarn is the third most visited port.", 3, "third most", "port"),
        ("It was the 12th worst storm.", 12, "12th worst", "storm"),
        ("It was the twenty-first biggest dam.", 21, "twenty-first biggest", "dam"),
        ("Brenk finished fifth in Tarn.", 5, "fifth", None),
        ("Tarn is ranked 14th of all.", 14, "14th", None),
    ],
)
def test_a_rank_is_read_with_what_is_ranked(one, text, value, evidence, noun):
    row, shown = one(text)
    assert (row.kind, row.value, row.unit, shown) == ("rank", value, None, evidence)
    assert row.noun == noun or (noun == "port" and row.noun is not None)


@pytest.mark.parametrize(
    ("text", "value", "noun"),
    [
        ("They marked the 25th anniversary of the mill.", 25, "anniversary"),
        ("It broke for the third time.", 3, "time"),
        ("It was a 4th straight win for Tarn.", 4, "win"),
        ("She won her second term.", 2, "term"),
    ],
)
def test_an_ordinal_of_what_recurs_is_read(one, text, value, noun):
    row, _ = one(text)
    assert (row.kind, row.value, row.unit, row.noun) == ("ordinal", value, None, noun)


@pytest.mark.parametrize(
    "text",
    [
        "The third man left.",
        "She lives in 21st Street.",
        "It fell in the fourth quarter.",
        "It was the first time.",
        "The 101st Airborne came.",
        "A second later it fell.",
        "In the 19th century it fell.",
        "It came on May 5th.",
    ],
)
def test_an_ordinal_that_only_names_something_is_none(read, text):
    assert read(text) == []


@pytest.mark.parametrize("text", ["It is more than third time.", "It is ranked 14th or more."])
def test_a_place_has_no_bound(read, text):
    assert [row.bound for row in read(text)] == ["exact"]


def test_a_place_has_no_event(read):
    """Who was killed aged 52 is no count of the killed."""
    rows = read("Ada Brenk, 52, was killed, the third time a rider died.")
    assert [(row.kind, row.event) for row in rows] == [("age", None), ("ordinal", None)]


def test_places_clash_with_nothing(clashes):
    first = "Fire killed Ada Brenk, 52, in Tarn, the second-largest city, for the third time."
    second = "Fire killed Rolf Arrel, 25, in Tarn, the ninth-largest city, for the fourth time."
    assert clashes(f"{first} {second}") == []


NAMES = ["second", "third", "ninth", "tenth", "twelfth", "twentieth", "hundredth"]


@given(st.integers(2, 999))
def test_digits_with_their_ending_are_a_place(lexicon, number):
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10 if number % 100 // 10 != 1 else 0, "th")
    words = split(f"{number}{ending} time", 0, len(f"{number}{ending} time"))
    amount = placed.place(words, 0, lexicon)
    assert (amount.value, amount.last) == (number, 2)


@given(st.lists(st.sampled_from([*NAMES, "largest", "place", "time", "of", "-", "9", "th"])))
def test_what_is_placed_lies_in_the_words(lexicon, chosen):
    text = " ".join(chosen)
    words = split(text, 0, len(text))
    for index in range(words.count):
        amount = placed.place(words, index, lexicon)
        assert amount is None or index == amount.first < amount.last <= words.count


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Ada Kelby, 11, said so.", ["age"]),
        ("In Kelby, 11, or 34 percent, said so.", ["count", "percent"]),
        ("In Kelby, 11, or one in three, said so.", ["count", "ratio"]),
        ("Ada Kelby, 11, and Bo Tarn, 12, said so.", ["age", "age"]),
    ],
)
def test_a_number_that_is_said_again_is_no_age(read, text, kinds):
    """Eleven of those in Kelby is no eleven-year-old, though both stand between commas."""
    assert [row.kind for row in read(text)] == kinds
