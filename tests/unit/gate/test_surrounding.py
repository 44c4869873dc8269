"""The words beside a place: few, of its own sentence and line, whatever the layout."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.gate.surrounding import surrounding

LONG = "the bridge over the river was shut for a second week as"


def beside(text, words):
    start = text.index(words)
    return surrounding(text, start, start + len(words))


@pytest.mark.parametrize(
    ("text", "before", "behind"),
    [
        ("Police said on Monday that 12 people were hurt in the storm.", 5, 5),
        ("Police said that 12 people were hurt.", 3, 3),
        ("Rain fell. Then 12 people left. It went on.", 1, 2),
        ("Rain fell? “No.” Then 12 people left! It went on.", 1, 2),
        ("First line\nThen 12 people left\nLast line", 1, 2),
        ("First line\r\nThen 12 people left\r\nLast line", 1, 2),
        ("First line\rThen 12 people left\rLast line", 1, 2),
        (f"{LONG}\n\nThen 12 people left\n\nmore", 1, 2),
        (f"{LONG}\nthen 12 people left", 5, 2),
        (f"{LONG}\r\nthen 12 people left", 5, 2),
        ("雨。 12 人", 0, 1),
    ],
)
def test_the_words_are_those_of_the_same_sentence_and_line_at_most_five(text, before, behind):
    left, right = beside(text, "12")
    assert (len(left.split()), len(right.split())) == (before, behind)
    assert (
        left.split()
        == text[: text.index("12")].split()[len(text.split("12")[0].split()) - before :]
    )
    assert [word.rstrip(".!") for word in text.split("12")[1].split()[:behind]] == right.split()


@pytest.mark.parametrize("line", ["Advertisement", "  Share  ", "\tRead more: ten things\t"])
@pytest.mark.parametrize("above", ["Short", f"{LONG[0].upper()}{LONG[1:]}", ""])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\n\n"])
def test_a_place_that_is_its_whole_line_has_none(above, line, end):
    """A label that was moved from one paragraph to another is the same label."""
    assert beside(f"{above}{end}{line}{end}Below it", line.strip()) == ("", "")


def test_a_place_without_characters_has_none():
    """A finding on the article itself must not change with the article's first words."""
    assert surrounding("Rain fell on the town.", 0, 0) == ("", "")


def test_a_place_that_ends_its_sentence_has_nothing_behind_it():
    assert beside("He said it rained. They left.", "it rained.") == ("He said", "")


def test_the_last_word_of_wrapped_text_is_no_line_of_its_own():
    assert beside(f"{LONG}\nexpected.", "expected") == ("for a second week as", "")


WORDS = st.text("abcdefghij", min_size=1, max_size=11)
SENTENCES = st.lists(WORDS, min_size=4, max_size=30).map(lambda words: " ".join(words).capitalize())


@given(
    sentences=st.lists(SENTENCES, min_size=1, max_size=5),
    place=st.integers(1, 28),
    width=st.integers(60, 100),
    end=st.sampled_from(["\n", "\r\n", "\r"]),
)
def test_wrapping_lines_changes_nothing(sentences, place, width, end):
    """An archive that sends its text at 72 columns must not open every accepted finding again."""
    words = sentences[0].split()
    words.insert(1 + place % (len(words) - 1), "175")
    text = ". ".join([" ".join(words), *sentences[1:]]) + "."
    wrapped = end.join(textwrap.wrap(text, width))
    assert beside(wrapped, "175") == beside(text, "175")


@given(text=st.text(), data=st.data())
def test_any_span_of_any_text_has_words_of_that_text_beside_it(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    before, behind = surrounding(text, start, end)
    assert before in " ".join(text[:start].split())
    assert behind in " ".join(text[end:].split())


@pytest.mark.parametrize("filling", ["a", "a ", ".", ". ", "\n", "\r\n", "“", " "])
def test_an_endless_line_is_looked_at_near_the_place_only(filling):
    """A line of 1 MB with a finding on each of its words would else take hours."""
    near, far = filling * 200, filling * 200_000
    assert beside(f"{far}12{far}", "12") == beside(f"{near}12{near}", "12")
