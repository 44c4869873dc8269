"""Summaries that give one person's words to many."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.attribution.gaps.summaries import KIND

HEAD = "The dam at Varn was closed on Monday.\n\n"
BAKER = "“We were never asked,” said Ada Thorsen, a baker."


@pytest.mark.parametrize("bullet", ["•", "-", "*", "–"])
def test_a_point_that_gives_one_persons_words_to_a_group_is_told(gap_rows, bullet):
    text = f"{HEAD}{bullet} Villagers say “we were never asked”.\n\n{BAKER}"
    (row,) = gap_rows(KIND, text)
    assert text[row.start : row.end] == "we were never asked"
    assert "Ada Thorsen" in row.detail
    assert [text[each.start : each.end] for each in row.others] == ["We were never asked,"]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Villagers say “we were never asked”", "we were never asked"),
        ("Coalition saying end is near, “we were never asked”", "we were never asked"),
    ],
)
def test_a_headline_is_a_summary(left_open, line, words):
    assert left_open(KIND, f"{line}\n\nThe dam was closed.\n\n{BAKER}") == [words]


@pytest.mark.parametrize(
    "point",
    [
        "• Ada Thorsen says “we were never asked”.",
        "• Villagers say “nobody told us”.",
        "• Villagers say “never asked”.",
        "Villagers say “we were never asked”.",
        "• “We were never asked”",
    ],
)
def test_a_point_of_one_person_other_words_or_no_point_is_left_alone(left_open, point):
    """Two words are a term that anybody may use; a sentence of the text is no summary."""
    assert left_open(KIND, f"{HEAD}{point}\n\n{BAKER}") == []


@pytest.mark.parametrize(
    "body",
    [
        "“We were never asked,” said Ada Thorsen, who speaks for the villagers.",
        "Ada Thorsen leads the villagers.\n\n“We were never asked,” said Ada Thorsen, a baker.",
        f"{BAKER}\n\n“We were never asked,” said Milan Horvat, a driver.",
        "“We were never asked,” a baker said.",
        "Nobody was asked.",
    ],
)
def test_words_that_are_the_groups_or_of_several_are_left_alone(left_open, body):
    assert left_open(KIND, f"{HEAD}• Villagers say “we were never asked”.\n\n{body}") == []


def test_a_sentence_that_ends_is_no_headline(left_open):
    """Many texts begin without one."""
    text = f"Villagers say “we were never asked.”\n\n{BAKER}"
    assert left_open(KIND, text) == []


@given(st.integers(0, 4), st.integers(0, 4))
def test_where_in_the_quotation_the_words_stand_does_not_matter(left_open, before, behind):
    words = " ".join(["and"] * before + ["we were never asked"] + ["so"] * behind)
    text = f"{HEAD}• Villagers say “we were never asked”.\n\n“{words},” said Ada Thorsen, a baker."
    assert left_open(KIND, text) == ["we were never asked"]


def test_many_points_and_quotations_come_to_an_end(left_open):
    """Each point against each quotation would not; a summary has few points."""
    points = "• Villagers say “we were never asked”.\n\n" * 1_000
    found = left_open(KIND, HEAD + points + f"{BAKER}\n\n" * 1_000)
    assert 0 < len(found) < 1_000
