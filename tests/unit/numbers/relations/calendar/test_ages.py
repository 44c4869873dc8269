"""An age, a birth and a year are held against each other when they are one person's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

KIND = "age-and-birth-year"


@pytest.fixture(scope="session")
def told(relate):
    def _told(text, **values):
        return [text[row.start : row.end] for row in relate(text, KIND, **values) if not row.fits]

    return _told


@pytest.mark.parametrize(
    "text",
    [
        "Born in 1960, Ida Holm was {} when she took over the port in 2016.",
        "Ida Holm was born in 1960. She died in 2016, aged {}.",
        "Ida Holm, born on 3 May 1960, died in 2016 at the age of {}.",
        "Ida Holm (born 1960) became mayor in 2016 at {}.",
        "In 2016, at the age of {}, Ida Holm, who was born in 1960, took over the port.",
        "Ida Holm was born in 1960. In 2016, when she was {}, the port was sold.",
        "Ida Holm, born in 1960, turned {} in 2016.",
        "Ida Holm, born in 1960, died aged {} in March 2016.",
        "Ida Holm died in 2016, aged {}. She was born in 1960.",
        "The {}-year-old Ida Holm, born in 1960, took over the port in 2016.",
    ],
)
@pytest.mark.parametrize(("age", "fits"), [(56, True), (55, True), (54, False), (45, False)])
def test_the_age_must_be_the_years_between_or_one_less(relate, text, age, fits):
    (row,) = relate(text.format(age), KIND)
    assert row.fits is fits


def test_the_message_says_which_ages_would_fit(relate):
    text = "Born in 1960, Ida Holm was 45 when she took over the port in 2016."
    (row,) = relate(text, KIND)
    assert (row.stated, row.expected) == ("“45”", "who was born in “1960” is 55 or 56 in 2016")
    assert [text[span.start : span.end] for span in row.others] == ["1960", "2016"]


def test_an_age_now_needs_the_day_of_publication(told):
    text = "Ida Holm, 45, who was born in 1960, runs the port."
    assert told(text) == []
    assert told(text, date="2016-05-01") == ["45"]
    assert told(text, date="2005-05-01") == []


@pytest.mark.parametrize(
    "text",
    [
        "Born in 1960, she lost her father in 2010, who died aged 92 in 2010.",
        "Ida Holm was born in 1960. He died in Tarn. She died in 2010, aged 20.",
        "Ida Holm was born in 1960. Her brother Olaf died in 2010, aged 71.",
        "Ida Holm was born in 1960. The port was 45 years old in 1980.",
        "Ida Holm, born in 1960, was about 45 in 2016.",
        "Ida Holm was born in 1960 and Marek Tolan was born in 1970. He was 30 in 1985.",
        "Ida Holm was born in 1960, 45 miles from Tarn, and left in 2016.",
        "Ida Holm was born in 1960 and sold 45 ships in 2016.",
    ],
)
def test_an_age_that_may_be_of_somebody_else_is_not_held(told, text):
    assert told(text) == []


@given(st.integers(1850, 2000), st.integers(1, 99), st.integers(1, 99))
def test_only_the_difference_decides(told, birth, years, age):
    text = f"Ida Holm was born in {birth}. She died in {birth + years}, aged {age}."
    assert bool(told(text)) is (age not in (years, years - 1))


@pytest.mark.parametrize(
    "text",
    [
        "Ida Holm, {}, died in 2016. She was born in 1960.",
        "Ida Holm was born in 1960 and lived to be {}, dying in 2016.",
        "She died in 2016 at the age of {}. Born in 1960, she grew up by the sea.",
        "Ida Holm (1960-2016) died aged {}.",
        "Ida Holm was {} when she left Tarn in 2016. She was born in 1960.",
        "Ida Holm, who was {} when she died in 2016, was born in 1960.",
        "She was only {} when she died in 2016. She was born in 1960.",
    ],
)
@pytest.mark.parametrize(("age", "fits"), [(56, True), (55, True), (57, False), (46, False)])
def test_obituaries_put_it_in_many_ways(relate, text, age, fits):
    (row,) = relate(text.format(age), KIND)
    assert row.fits is fits


@pytest.mark.parametrize(
    "text",
    [
        "Ida Holm, 40, died in 2016. Marek Tolan was born in 1960.",
        "Ida Holm, 40, died in 2016. Her father was born in 1930. She was born in Tarn.",
        "Room 40, died in 2016. The film was a hit.",
        "Born in 1960, she died in 2016 about 40 miles off Tarn.",
        "Born in 1960, she died in 2016 near 40 Main Street.",
        "She was born in 1960 and won 40 races in 2016.",
        "She was born in 1960. The mill, 40, closed in 2016.",
    ],
)
def test_a_number_that_is_no_age_of_hers_is_left_alone(told, text):
    assert told(text) == []


@given(st.integers(1850, 1950), st.integers(10, 90), st.integers(-5, 5))
def test_moving_both_years_changes_nothing(told, birth, age, shift):
    """Only the span between the two years counts, not when they were."""
    line = "Born in {}, Ida Holm was {} when she took over the port in {}."
    now = line.format(birth, age, birth + age + 3)
    then = line.format(birth + shift, age, birth + age + 3 + shift)
    assert bool(told(now)) is bool(told(then)) is True


@pytest.mark.parametrize(("age", "fits"), [(24, True), (25, True), (35, False)])
@pytest.mark.parametrize("published", [None, "2019-03-01", "0001-01-01"])
def test_the_age_in_front_of_birth_and_death_is_that_at_death(relate, age, fits, published):
    """Whoever died in 2015 had no other age when that was told again years later."""
    text = f"Marta Ruiz, {age}, who was born in 1990, died in 2015."
    (row,) = relate(text, "age-and-birth-year", date=published)
    assert (text[row.start : row.end], row.fits) == (str(age), fits)
