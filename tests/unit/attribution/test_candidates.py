"""Words with capitals, cut where a name can begin or end."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.attribution.candidates import Candidate, begins, candidates
from provenance.attribution.quotes import quotations
from provenance.attribution.story import Story
from provenance.model import Article


@pytest.fixture(scope="session")
def apart(lexicon):
    """The candidates of one text, and its words alone."""

    def _apart(text):
        article = Article("a0", "a0", 1, False, text, None, 0, None, None, None)
        story = Story(article, tuple(quotations(text, lexicon.quotes)))
        return candidates(story, lexicon.names)

    return _apart


@pytest.fixture(scope="session")
def found(apart):
    """The candidates of one text and its words alone, as candidates in order."""

    def _found(text):
        several, alone = apart(text)
        ones = (
            Candidate(start, start + len(word), start, "", [word], word.casefold())
            for word, starts in alone.items()
            for start in starts
        )
        return sorted([*several, *ones], key=lambda each: each.start)

    return _found


@pytest.fixture(scope="session")
def cut(found):
    """The candidates of one text, as their title and words."""
    return lambda text: [(each.title, " ".join(each.parts)) for each in found(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("we saw Brekk Vorlund there", [("", "Brekk Vorlund")]),
        ("we saw Gen. Brekk Vorlund there", [("general", "Brekk Vorlund")]),
        ("we saw Lt. Gen. Vorlund there", [("lieutenant general", "Vorlund")]),
        ("we saw Iraqi Prime Minister Vorlund there", [("prime minister", "Vorlund")]),
        ("we saw Apple Chief Executive Brekk Vorlund", [("chief executive", "Brekk Vorlund")]),
        ("we saw Brekk T. Vorlund there", [("", "Brekk T. Vorlund")]),
        ("we saw B.T. Vorlund there", [("", "B.T. Vorlund")]),
        ("we saw Brekk “Bo” Vorlund there", [("", "Brekk Vorlund")]),
        ("we saw Brekk van der Vorlund there", [("", "Brekk van der Vorlund")]),
        ("we saw al-Vorlund there", [("", "al-Vorlund")]),
        ("we saw Vorlund’s boat", [("", "Vorlund")]),
        ("we saw Vorlund, Brekk and Osk", [("", "Vorlund"), ("", "Brekk"), ("", "Osk")]),
    ],
)
def test_a_candidate_has_its_title_and_its_words(cut, text, expected):
    assert cut(text) == expected


def test_a_word_alone_is_apart_from_names_of_several_words(apart):
    """It names nobody but somebody whom a longer name tells, so that most are looked at no more."""
    text = "we saw Vorlund and Brekk Osk there"
    several, alone = apart(text)
    assert [each.parts for each in several] == [["Brekk", "Osk"]]
    assert alone == {"Vorlund": [7]}


@pytest.mark.parametrize("name", ["Mr. Vorlund", "al-Vorlund", "O’Vorlund"])
def test_one_word_with_a_title_or_a_sign_is_not_alone(apart, name):
    several, alone = apart(f"we saw {name} there")
    assert (len(several), len(alone)) == (1, 0)


@pytest.mark.parametrize(
    "text",
    [
        "we went to New Vorlund",
        "we went to the Vorlund Foundation",
        "the U.S. met the U.N. on Monday",
        "However, the Germans left in March",
        "the Vorlund-era rules",
        "“We saw Brekk Vorlund”",
        "no capitals here",
        "",
    ],
)
def test_what_is_known_to_be_no_name_is_cut_off(cut, text):
    assert cut(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("we left Vorlund. Osk came", ["Vorlund", "Osk"]),
        ("we saw Mr. Osk", ["Osk"]),
        ("we saw Brekk Osk Jr. Vorlund came", ["Brekk Osk Jr. Vorlund"]),
        ("we saw Vorlund Tuesday", ["Vorlund"]),
        ("we saw Patricia Osk Patricia Osk", ["Patricia Osk", "Patricia Osk"]),
        ("the Northgate Dairies Patricia Osk", ["Patricia Osk"]),
        ("Geologist Patricia Osk", ["Patricia Osk"]),
        ("we saw Osk\nVorlund came", ["Osk", "Vorlund"]),
    ],
)
def test_a_full_stop_or_a_known_word_ends_a_name(cut, text, expected):
    """But not the full stop of a title, an initial or a suffix."""
    assert [words for _, words in cut(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("we saw Steve King", [("", "Steve King")]),
        ("we saw King Osk", [("king", "Osk")]),
        ("we saw Patricia Hill", [("", "Patricia Hill")]),
        ("we saw Osk Hill", []),
        ("it was May", [("", "May")]),
        ("we saw Mr. House", [("mr", "House")]),
        ("we saw General House", []),
        ("we saw Hunter Osk", [("", "Hunter Osk")]),
        ("we saw Virginia Osk", [("", "Virginia Osk")]),
        ("we went to Virginia", []),
        ("we saw Saudi Prince Osk", [("prince", "Osk")]),
    ],
)
def test_a_word_with_two_meanings_is_told_by_its_neighbours(cut, text, expected):
    assert cut(text) == expected


def test_the_title_is_outside_the_words_and_inside_the_whole(found):
    text = "we saw Maj. Gen. Brekk Vorlund there"
    (each,) = found(text)
    assert text[each.start : each.end] == "Brekk Vorlund"
    assert text[each.whole : each.end] == "Maj. Gen. Brekk Vorlund"


@pytest.mark.parametrize(
    ("before", "expected"),
    [("", True), ("It fell. ", True), ("It fell.\n", True), ("- ", True), ("it fell on ", False)],
)
def test_behind_a_full_stop_or_line_end_a_capital_says_nothing(before, expected):
    assert begins(f"{before}Vorlund", len(before)) is expected


@given(st.text(alphabet=string.ascii_letters + " .,-’'\n“”", max_size=200))
def test_candidates_are_in_order_and_never_overlap(found, text):
    """Each place of a text is looked at once."""
    at = 0
    for each in found(text):
        assert at <= each.whole <= each.start < each.end
        at = each.end


@given(st.text(alphabet=string.ascii_letters + " .,-’'\n“”", max_size=200))
def test_a_word_alone_is_letters_of_the_text(apart, text):
    for word, starts in apart(text)[1].items():
        assert all(text.startswith(word, start) for start in starts)
        assert word.isalpha()


@given(st.lists(st.sampled_from(["Brekk", "Osk", "Gen.", "New", "Hill", "A.", "in"]), max_size=12))
def test_the_words_of_a_candidate_stand_in_its_place(found, pieces):
    text = " ".join(pieces)
    for each in found(text):
        assert text[each.start : each.end].split() == each.parts


@pytest.mark.parametrize("text", ["Brekk Osk " * 20_000, "A.B." * 50_000, "Osk-" * 150_000])
def test_a_line_without_end_is_cut_up(found, text):
    """The cost of a run of names must not grow with its square."""
    assert isinstance(found(text), list)
