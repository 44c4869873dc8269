"""A part, its whole and their percentage leave only rounding open."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

KIND = "percent-of-count"


def verdicts(relate, text):
    """Whether each percentage of `text` fits, in order."""
    return [row.fits for row in relate(text, KIND)]


@pytest.mark.parametrize(
    "text",
    [
        "Inspectors closed 12 of 48 ({}%) houses.",
        "Inspectors closed 12 of the 48 houses, or {} per cent.",
        "Inspectors closed 12 of the 48 houses – {} per cent – in May.",
        "Inspectors closed 12 of 48 houses, a closing rate of {} per cent.",
        "Inspectors closed 12 of their 48 houses, {} per cent of the total.",
        "Inspectors closed {} percent (12 of 48) of the houses.",
        "Inspectors closed {} percent of the houses, or 12 of 48.",
        "Inspectors closed {} percent of the 48 houses, or 12.",
        "Inspectors closed 12, or {} percent, of the 48 houses.",
        "Inspectors closed 12 houses ({} percent) of the 48.",
        "Of the 48 houses, 12, or {} percent, were closed.",
        "Of 48 houses, 12 ({} percent) were closed and two (4.2 percent) warned.",
        "Inspectors closed 12 out of 48 houses ({}%).",
        "Turnout was {} percent, with 12 of the 48 owners voting.",
        "The 12 houses account for {} percent of the 48.",
        "Some {} percent, 12 of the 48, were closed.",
    ],
)
def test_the_percentage_follows_from_part_and_whole(relate, text):
    """Twelve of 48 are 25 percent, whichever comes first."""
    assert set(verdicts(relate, text.format(25))) == {True}
    assert False in verdicts(relate, text.format(35))
    assert False in verdicts(relate, text.format(17))


@pytest.mark.parametrize(
    ("share", "fits"),
    [
        ("33%", True),  # 33.33, rounded
        ("33.3%", True),
        ("33.4%", False),
        ("34%", False),
        ("about 35%", True),
        ("about 40%", False),
        ("more than 33%", True),
        ("more than 40%", False),
        ("nearly 34%", True),
        ("up to 40%", True),
    ],
)
def test_rounding_and_bounds_are_honoured(relate, share, fits):
    assert verdicts(relate, f"Inspectors closed 16 of 48 ({share}) houses.") == [fits]


def test_a_percentage_may_be_cut_off(relate):
    """16 of 18 are 88.9 percent; both 88 and 89 are printed."""
    for share, fits in ((88, True), (89, True), (87, False), (90, False)):
        assert verdicts(relate, f"Inspectors closed 16 of 18 ({share}%) houses.") == [fits]


@pytest.mark.parametrize(
    "text",
    [
        "They closed 12 of 48 houses, 35 per cent more than last year.",
        "They closed 12 of 48 houses (60% of flats).",
        "They closed 12 of 48 houses, and rents fell 35 percent.",
        "They closed 12 of the 48 houses at a 35 percent discount.",
        "About seven of 10 swimmers (71 percent) said it was cold.",
        "One in 50 – about 1.8 percent – had a cold.",
        "Half of the town (48 percent) said no.",
    ],
)
def test_a_percentage_of_something_else_is_left_alone(relate, text):
    """Comparisons, another base, and shares that are a way of speaking."""
    assert False not in verdicts(relate, text)


def test_few_people_cannot_give_every_percentage(relate):
    """Of 12, four are 33.3 and five are 41.7 percent."""
    text = "In Tarn {} percent of the 12 jurors had read of it."
    assert verdicts(relate, text.format(33)) == [True]
    assert verdicts(relate, text.format(37)) == [False]
    assert verdicts(relate, text.format("about 37")) == []
    assert verdicts(relate, text.format(40)) == []
    assert verdicts(relate, "In Tarn 37 percent of the 12 contracts were late.") == []


def test_an_editor_sees_what_the_counts_give(relate):
    text = "Inspectors closed 12 of 48 (35%) houses."
    (row,) = relate(text, KIND)
    assert (text[row.start : row.end], row.stated) == ("35%", "“35%”")
    assert row.expected == "the counts give 25%"
    assert [text[other.start : other.end] for other in row.others] == ["12", "48"]


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 400), st.integers(30, 400), st.integers(0, 2))
def test_a_rounded_percentage_fits_and_one_further_off_does_not(relate, part, whole, places):
    if part >= whole or whole in (100, 1000):
        return
    share = 100 * part / whole
    right = f"Inspectors closed {part} of {whole} ({share:.{places}f}%) houses."
    wrong = f"Inspectors closed {part} of {whole} ({share + 3:.{places}f}%) houses."
    assert verdicts(relate, right) == [True]
    assert verdicts(relate, wrong) == [False]


def test_a_long_table_is_read(relate):
    assert len(relate("They closed 12 of 48 (25%). " * 100, KIND)) == 100


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Eight of the 20 members (45 percent) stayed away.", [False]),
        ("Eight of the 20 members (35 percent) stayed away.", [False]),
        ("Eight of the 20 members (40 percent) stayed away.", [True]),
        ("Eight of the 20 members (42 percent) stayed away.", []),
        ("Seven of the 10 members (73 percent) stayed away.", []),
        ("Seven of the 10 members (78 percent) stayed away.", [False]),
    ],
)
def test_a_way_of_saying_it_is_nearer_than_the_next_count(relate, text, told):
    """About 42 percent are eight of 20; 45 percent are nine."""
    assert verdicts(relate, text) == told
