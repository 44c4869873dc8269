"""What stands around digits says whether they are a year, a day or a count."""

import pytest
from hypothesis import given
from hypothesis import strategies as st


@pytest.fixture(scope="session")
def around(grammar):
    return grammar.dates.around


@pytest.fixture(scope="session")
def is_year(around):
    """Whether the four digits of a text are surely a year."""

    def _is_year(text):
        at = text.index("2014")
        return around.is_year(text, at, at + 4)

    return _is_year


@pytest.mark.parametrize("before", ["in", "In", "IN", "since", "during", "Since"])
@pytest.mark.parametrize("behind", [".", ",", " and", ";", ")", "", " when", " by"])
def test_a_word_in_front_and_an_end_behind_make_a_year(is_year, before, behind):
    assert is_year(f"{before} 2014{behind}")


@pytest.mark.parametrize(
    "text",
    [
        "in 2014 homes",
        "in 2014.5 seconds",
        "in 2014,500 homes",
        "with 2014.",
        "within 2014.",
        "from 2014.",
        "2014.",
        "in the 2014.",
        "in  2014-15",
    ],
)
def test_a_count_or_another_word_in_front_makes_none(is_year, text):
    assert not is_year(text)


@given(st.text(max_size=40))
def test_a_word_far_in_front_makes_none(is_year, text):
    """Only what stands directly in front of the digits is looked at."""
    assert not is_year("in " + text.replace("2014", "") + "x 2014.")


@pytest.mark.parametrize(
    ("name", "yes", "no"),
    [
        ("day_of", ["on ", "until ", "dated ", "On "], ["of ", "based upon ", "on", "in "]),
        ("dated", ["on ", "the ", "(", "its ", ""], ["of ", "with ", "and "]),
        ("loosely", ["by ", "to ", "June 1 and ", "of ", "; "], ["ships and ", "with ", "3and "]),
        ("ahead", ["by ", "until ", "through "], ["in ", "since ", "nearby ", "by"]),
        ("after_word", ["expires ", "met "], ["in ", "every ", "at 5 ", "A "]),
    ],
)
def test_what_ends_where_a_day_begins_is_a_whole_word(around, name, yes, no):
    pattern = getattr(around, name)
    for before in yes:
        assert pattern.search(before, 0, len(before)), before
    for before in no:
        if before:
            assert not pattern.search("x " + before, 0, len(before) + 2), before


def test_a_long_row_of_blanks_in_front_is_read(is_year):
    assert not is_year("in" + " " * 500_000 + "2014.")


@pytest.mark.parametrize("text", ["Last year's fair", "in the NEXT YEAR.", "two years earlier,"])
def test_a_year_other_than_this_one_is_seen(around, text):
    assert around.other_year.search(text)


@pytest.mark.parametrize("text", ["this year", "at last yearly", "blast year", "a year", "yearly"])
def test_this_year_and_parts_of_words_are_no_other_year(around, text):
    assert not around.other_year.search(text)
