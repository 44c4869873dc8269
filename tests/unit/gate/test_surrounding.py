"""What is beside a place: little, of its own sentence and line, whatever the layout."""

import textwrap

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.gate.surrounding import cut, surrounding

LONG = "the bridge over the river was shut for a second week as"


def around(text, start, end):
    places = pl.DataFrame({"at": [0], "start": [start], "end": [end]})
    return surrounding(pl.Series([text]), places).row(0, named=True)


def beside(text, words):
    """The words on either side of the first place of some words."""
    start = text.index(words)
    sides = around(text, start, start + len(words))
    return " ".join(sides["before"].split()), " ".join(sides["behind"].split())


@pytest.mark.parametrize(
    ("text", "before", "behind"),
    [
        ("Police said that 12 people were hurt.", "Police said that", "people were hurt"),
        ("Rain fell. Then 12 people left. It went on.", "Then", "people left"),
        ("Rain fell? “No.” Then 12 people left! It went on.", "Then", "people left"),
        ("At 3.5 of 12 U.S.A trucks", "At 3.5 of", "U.S.A trucks"),
        ("First line\nThen 12 people left\nLast line", "Then", "people left"),
        ("First line\r\nThen 12 people left\r\nLast line", "Then", "people left"),
        ("First line\rThen 12 people left\rLast line", "Then", "people left"),
        (f"{LONG}\n\nThen 12 people left\n\nmore", "Then", "people left"),
        (f"{LONG}\nthen 12 people left", f"{LONG} then", "people left"),
        (f"{LONG}\r\nthen 12 people left", f"{LONG} then", "people left"),
        (f"12 {LONG}\nand on\nNext", "", f"{LONG} and on"),
        (f"So 12 {LONG}\r\nand on\r\nNext", "So", f"{LONG} and on"),
        ("雨。 12 人。 雨", "", "人"),
    ],
)
def test_it_is_of_the_same_sentence_and_line(text, before, behind):
    assert beside(text, "12") == (before, behind)


@pytest.mark.parametrize("line", ["Advertisement", "  Share  ", "\tRead more: ten things\t"])
@pytest.mark.parametrize("above", ["Short", f"{LONG[0].upper()}{LONG[1:]}", ""])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\n\n"])
def test_a_place_that_is_its_whole_line_has_none(above, line, end):
    """A label that was moved from one paragraph to another is the same label."""
    assert beside(f"{above}{end}{line}{end}Below it", line.strip()) == ("", "")


def test_a_place_without_characters_has_none():
    """A finding on the article itself must not change with the article's first words."""
    assert around("Rain fell on the town.", 0, 0) == {"before": "", "words": "", "behind": ""}


def test_a_place_that_ends_its_sentence_has_nothing_behind_it():
    assert beside("He said it rained. They left.", "it rained.") == ("He said", "")


def test_the_last_word_of_wrapped_text_is_no_line_of_its_own():
    assert beside(f"{LONG}\nexpected.", "expected") == (LONG, "")


USED = 30  # Of the characters on a side, as by `fingerprints`.
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
    (before, behind), (left, right) = beside(wrapped, "175"), beside(text, "175")
    assert (before[-USED:], behind[:USED]) == (left[-USED:], right[:USED])


@given(text=st.text(), data=st.data())
def test_any_span_of_any_text_has_words_of_that_text_beside_it(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = around(text, start, end)
    read = text.replace("\r\n", " \n").replace("\r", "\n")
    assert found["words"].split() == text[start:end].split()
    assert read[:start].endswith(found["before"])
    assert read[end:].startswith(found["behind"])


PLACES = st.tuples(st.integers(0, 2), st.integers(0, 90), st.integers(0, 90))


@given(texts=st.lists(st.text(max_size=80), min_size=3, max_size=3), places=st.lists(PLACES))
def test_places_are_cut_out_of_long_texts_as_out_of_short_ones(texts, places):
    """Long texts are cut by other means, of which nobody may see anything."""
    texts[1] += "é" * 20_000
    table = pl.DataFrame(
        [(at, *sorted(span)) for at, *span in places],
        schema=dict.fromkeys(("at", "start", "end"), pl.Int64),
        orient="row",
    )
    expected = [texts[at][start:end] for at, start, end in table.iter_rows()]
    assert cut(pl.Series(texts), table).to_list() == expected


@pytest.mark.parametrize("filling", ["a", "a ", ".", ". ", "\n", "\r\n", "“", " "])
def test_an_endless_line_is_looked_at_near_the_place_only(filling):
    """A line of 1 MB with a finding on each of its words would else take hours."""
    near, far = filling * 200, filling * 200_000
    assert beside(f"{far}12{far}", "12") == beside(f"{near}12{near}", "12")
