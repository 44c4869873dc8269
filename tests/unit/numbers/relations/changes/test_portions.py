"""A fraction in words is held against the percentage, or the part and the whole, beside it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

KIND = "fraction-of-count"

# 100 of 300; where 300 becomes 450 they do not fit.
COUNTS = [
    "A third of the 300 weavers, or 100, signed.",
    "One third of the 300 weavers - 100 - signed.",
    "About a third of the 300 weavers, roughly 100, signed.",
    "A third of the 300 weavers (100 people) signed.",
    "100, or a third, of the 300 weavers signed.",
    "100 weavers, or one third of the 300 asked, signed.",
    "100 of the 300 weavers, or a third, signed.",
    "100 of the 300 weavers, a third, signed.",
    "Some 100 of the 300 weavers, or about one-third, signed.",
    "It signed up 100 of its 300 weavers, or one in three.",
    "Of the 300 weavers, 100, or a third, signed.",
    "Of the 300 weavers, a third, or 100, signed.",
    "One in three of the 300 weavers, or 100, signed.",
    "A third of the $300 million, or $100 million, is gone.",
    "$100 million, or a third of the $300 million, is gone.",
    "The 100 who signed were a third of the 300 weavers.",
]
# 25 percent; where it becomes 45 percent they do not fit.
PERCENTS = [
    "A quarter (25 percent) cycle.",
    "A quarter of adults cycle, it said, and a quarter of adults (25 percent) walk.",
    "A quarter of adults, or 25 per cent, cycle.",
    "A quarter of adults, 25 percent, cycle.",
    "Roughly a quarter of adults - 25 percent - cycle.",
    "One in four people (25%) cycle.",
    "One in four, or 25 percent, cycle.",
    "25 percent, or one in four, cycle.",
    "25% (one in four) cycle.",
    "25 percent of adults - one in four - cycle.",
    "Two out of eight (25%) cycle.",
]


@pytest.mark.parametrize("text", COUNTS + PERCENTS)
def test_a_fraction_that_fits_is_seen_and_fits(relate, text):
    found = relate(text, KIND)
    assert found
    assert all(each.fits for each in found)


@pytest.mark.parametrize("text", COUNTS)
def test_a_fraction_of_another_whole_does_not_fit(relate, text):
    assert [found.fits for found in relate(text.replace("300", "460"), KIND)] == [False]


@pytest.mark.parametrize("text", PERCENTS)
def test_a_fraction_beside_another_percentage_does_not_fit(relate, text):
    found = relate(text.replace("25", "45"), KIND)
    assert [each.fits for each in found] == [False]


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("Two-thirds (67%) agreed.", True),
        ("Two-thirds (66%) agreed.", True),
        ("Two-thirds (72%) agreed.", False),
        ("Three quarters (75%) agreed.", True),
        ("Three quarters (65%) agreed.", False),
        ("Half (51%) agreed.", True),
        ("A tenth (10%) agreed.", True),
        ("A tenth (13%) agreed.", False),
        ("A tenth of the 700 (83 people) agreed.", False),
        ("A fifth of the 701 (154 people) agreed.", False),
        ("A quarter of the 400 (112 people) agreed.", False),
        ("A quarter of the 400 (102 people) agreed.", True),
        ("Half (58%) agreed.", False),
        ("Nine out of 10 (90%) agreed.", True),
        ("Nine out of 10 (80%) agreed.", False),
        ("More than half (54%) agreed.", True),
        ("More than half (46%) agreed.", False),
        ("Just over half (51%) agreed.", True),
        ("Nearly half (48%) agreed.", True),
        ("Nearly half (54%) agreed.", False),
        ("Less than a third (30%) agreed.", True),
        ("Less than a third (38%) agreed.", False),
        ("About a third (35%) agreed.", True),
        ("About a third (45%) agreed.", False),
    ],
)
def test_fractions_are_read_as_loosely_as_they_are_used(relate, text, fits):
    assert [found.fits for found in relate(text, KIND)] == [fits]


def test_the_finding_shows_both_ways_of_telling(relate):
    text = "A third of the 612 weavers, or 306, signed."
    (found,) = relate(text, KIND)
    assert found.stated == "“A third”"
    assert found.expected == "“306” of “612” is 50%"
    assert [text[span.start : span.end] for span in found.others] == ["306", "612"]


@pytest.mark.parametrize(
    "text",
    [
        "The firm reported a third quarter loss of 75 million crowns, or 2 crowns a share.",
        "About half as many (30%) say the same of the mayor.",
        "In one study, one-fourth of 90 nurses slept badly.",
        "The rate would be cut by almost one-quarter had the 1970 rate (12 percent) held.",
        "Half the tenants said yes, and 30 percent said no.",
        "A third of voters, and 45 percent of farmers, want it.",
        "Sales fell 12 percent in the second half, or 40 of the 600 boats.",
        "A third person, one of 40, was hurt (12 percent).",
    ],
)
def test_other_shares_and_ordinals_are_left_alone(relate, text):
    assert [found for found in relate(text, KIND) if not found.fits] == []


@given(whole=st.integers(7, 300), parts=st.sampled_from([(2, "Half"), (3, "A third")]))
def test_an_exact_share_always_fits(relate, whole, parts):
    bottom, word = parts
    text = f"{word} of the {whole * bottom} weavers, or {whole}, signed."
    assert all(found.fits for found in relate(text, KIND))


@given(st.text(alphabet="15 %$,.()-\nahlftirdo", max_size=300))
def test_no_text_breaks_the_search(relate, text):
    for found in relate(text, KIND):
        assert 0 <= found.start < found.end <= len(text)
