"""Speech, phrases and titles are kept apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.attribution.uses import use
from provenance.text.tokens import WORD


@pytest.fixture(scope="module")
def used(lexicon):
    """What the words between the first “ and ” of a text are quoted for."""

    def _used(text):
        start, end = text.index("“") + 1, text.index("”")
        return use(text, start, end, len(WORD.findall(text, start, end)), lexicon.quotes).value

    return _used


@pytest.mark.parametrize(
    "text",
    [
        "“The ferry will sail,” he said.",
        "“Yes,” he said.",
        "He said: “Never.”",
        "Was she sure? “Quite sure!”",
        "Then, “No”, he said.",
        "He said that “the ferry will not sail before the ice is gone.”",
        "“Everybody Sails With Us,” the captain said, and laughed at it.",
        "He has “a new boat, and a new song, and a new wife, and none of them will last.”",
    ],
)
def test_what_somebody_says_is_speech(text, used):
    assert used(text) == "speech"


@pytest.mark.parametrize(
    "text",
    [
        "It was a “very hard winter” for the town.",
        "They had more “homework” to do.",
        "She called it “a farce,” and left.",
        "The end of the “caliphate”",
        "‘Rules’ and “more rules.”",
        "He hates “Nato,” and says so.",
    ],
)
def test_a_few_words_in_the_writer_s_sentence_are_a_phrase(text, used):
    assert used(text) == "phrase"


@pytest.mark.parametrize(
    "text",
    [
        "He played in “The Old Man of the Harbour” before the war.",
        "He was seen on “Harbour Nights.”",
        "The song “Ferry” was played again.",
        "Her novel “Nobody ever sailed” sold well.",
        "She wrote a paper entitled “the winter of the ferries”.",
        "An issue headlined “we sail”.",
        "“Harbour Nights,” which has run since May, will be stopped, she said.",
        "The series “1812” was about ferries.",
    ],
)
def test_the_name_of_a_work_is_a_title(text, used):
    assert used(text) == "title"


def test_capitals_tell_nothing_in_a_headline_that_has_them_everywhere(used):
    """In such a headline what somebody says has them too."""
    assert used("Captain Brenk: “I Am Sick Of Men Who Cannot Sail”") == "speech"
    assert used("Captain Brenk left “Harbour Nights” behind for ever") == "title"


def test_more_than_twelve_words_are_no_title(used):
    twelve = " ".join(["Sail"] * 12)
    assert used(f"The harbour has “{twelve}” over its doors.") == "title"
    assert used(f"The harbour has “{twelve} Sail” over its doors.") == "speech"


def test_five_words_are_no_phrase(used):
    assert used("It was a “very long and very hard” winter.") == "speech"
    assert used("It was a “very long hard” winter.") == "phrase"


@given(st.text(max_size=30), st.text(alphabet="abA 1,.", min_size=1, max_size=40), st.text())
def test_any_words_in_any_text_have_a_use(lexicon, before, quoted, after):
    count = len(WORD.findall(quoted))
    text = f"{before}“{quoted}”{after}"
    start = len(before) + 1
    assert use(text, start, start + len(quoted), count, lexicon.quotes) in {
        "speech",
        "phrase",
        "title",
    }


def test_what_stands_far_away_changes_nothing(used):
    """A look at the whole text for every quotation would take quadratic time."""
    near = "It was a “very hard winter” for the town."
    assert used("He said. " * 20_000 + near + " He said." * 20_000) == used(near)
