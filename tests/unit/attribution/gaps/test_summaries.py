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


@pytest.mark.parametrize(
    "role", ["the chief executive", "its founder", "chairwoman of the mill", "a director"]
)
def test_who_holds_an_office_speaks_for_the_company_and_not_for_villagers(left_open, role):
    """A company has no mouth but these; a crowd has no head."""
    body = f"“We were never asked,” said Ada Thorsen, {role}."
    company = f"{HEAD}• The company says “we were never asked”.\n\n{body}"
    assert left_open(KIND, company) == []
    villagers = f"{HEAD}• Villagers say “we were never asked”.\n\n{body}"
    assert left_open(KIND, villagers) == ["we were never asked"]


def test_a_company_has_no_words_of_anybody_without_an_office(left_open):
    text = f"{HEAD}• The company says “we were never asked”.\n\n{BAKER}"
    assert left_open(KIND, text) == ["we were never asked"]


@pytest.mark.parametrize(
    ("does", "found"),
    [("saying", ["we were never asked"]), ("hoping", []), ("believing", []), ("fearing", [])],
)
def test_what_many_hope_and_believe_is_not_what_they_say(left_open, does, found):
    line = f"Coalition {does} end is near, “we were never asked”"
    assert left_open(KIND, f"{line}\n\nThe dam was closed.\n\n{BAKER}") == found


@pytest.mark.parametrize("who", ["Ada Thorsen", "Milan Horvat", "a baker"])
def test_another_speaker_beside_the_words_silences_the_many(left_open, who):
    """The line says whose words they are, and not the many's."""
    line = f"Villagers say no, {who} says “we were never asked”"
    assert left_open(KIND, f"{line}\n\nThe dam was closed.\n\n{BAKER}") == []


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
