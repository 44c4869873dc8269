"""Two ages of one person do not fit; relatives, namesakes and other times are left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

KIND = "same-quantity-conflict"


@pytest.fixture(scope="module")
def ages(relate):
    """The ages held against one another in a text: whether they fit, and as written."""

    def _ages(text):
        return [
            (row.fits, text[row.start : row.end], text[row.others[0].start : row.others[0].end])
            for row in relate(text, KIND)
        ]

    return _ages


@pytest.mark.parametrize(
    "text",
    [
        "Ada Brenk, 41, keeps the light. The lamp burns. Ada Brenk, 47, slept.",
        "Ada Brenk, 41, keeps the light. A friend of 47-year-old Ada Brenk waited.",
        "Ada Brenk, 41, keeps the light. Mrs. Brenk, 47, slept.",
        "A friend of 41-year-old Ada Brenk waited. It rained. Brenk, 47, slept.",
        "Ada M. Brenk, 41, keeps the light. It rained. Ada Brenk, 47, slept.",
        "Ada Brenk keeps the light. Brenk, 41, rowed. It rained. Ada Brenk, 47, slept.",
        "Ada Li, 41, keeps the light. It rained. Ada Li, 47, slept.",
    ],
)
def test_two_ages_of_one_person_do_not_fit(ages, text):
    ((fits, one, other),) = ages(text)
    assert not fits
    assert ("41" in one, "47" in other) == (True, True)


def test_the_person_is_named(relate):
    text = "Ada Brenk, 41, keeps the light. The lamp burns. Ada Brenk, 47, slept."
    (row,) = relate(text, KIND)
    assert (row.stated, row.expected, row.held) == ("“41”", "“47”", "ages of Ada Brenk")


def test_the_same_age_twice_is_counted_as_right(ages):
    text = "Ada Brenk, 41, keeps the light. The lamp burns. Ada Brenk, 41, slept."
    assert ages(text) == [(True, "41", "41")]


APART = {
    "a brother": "Ada Brenk, 41, keeps the light. Tomas Brenk, 47, slept.",
    "a surname that two have": (
        "Ada Brenk, 41, keeps the light. Tomas Brenk, 12, slept. Brenk, 47, woke."
    ),
    "a surname that somebody without an age has": (
        "Ada Brenk, 41, keeps the light. Tomas Brenk rowed home. Brenk, 47, woke."
    ),
    "a capital that is no name": (
        "The 41-year-old Swiss man keeps the light. The 47-year-old Swiss cook slept."
    ),
    "no name": "The 41-year-old keeper slept. The 47-year-old keeper woke.",
    "then": "Ada Brenk, 41, keeps the light. The 19-year-old Ada Brenk began it years ago.",
    "father and son in one sentence": "Ada Brenk, 41, met a young Ada Brenk, 12, in Orla.",
    "a sister who is named in full behind the surname": (
        "Brenk, 41, keeps the light. The lamp burns. Lena Brenk, 47, slept."
    ),
    "kin before the name": "Tomas Brenk, 41, rowed. His son Tomas Brenk, 19, slept.",
    "kin behind the age": "Tomas Brenk, 19, rowed. Tomas Brenk, 41, his father, slept.",
    "kin before the first name": "Her uncle Tomas Brenk, 61, rowed. Tomas Brenk, 41, slept.",
    "names whose last part is short": "Orr Sen Il, 61, ruled Tarn. Orr Sen Un, 28, took over.",
    "junior": "Tomas Brenk, 61, rowed. Tomas Brenk Jr, 28, slept.",
    "about": "Ada Brenk, 41, keeps the light. Ada Brenk, about 47, slept.",
}


@pytest.mark.parametrize("text", APART.values(), ids=APART.keys())
def test_this_stays_silent(ages, text):
    assert [age for age in ages(text) if not age[0]] == []


@given(st.integers(18, 90), st.integers(18, 90))
def test_only_ages_that_differ_clash(ages, one, other):
    text = f"Ada Brenk, {one}, keeps the light. The lamp burns. Ada Brenk, {other}, slept."
    assert [age[0] for age in ages(text)] == [one == other]


def test_a_table_of_ages_is_not_compared(ages):
    assert ages(" ".join(f"Ada Brenk, {20 + n}, slept." for n in range(20))) == []
