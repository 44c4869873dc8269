"""Summaries and captions are told from running text by their shape and place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.numbers.relations.places import layout

HEADINGS = {"key points"}
LONG = "word " * 30
BODY = f"{LONG}\n\n" * 8


def points(text, first=0):
    return [line.text for line in layout.summary(text, first, HEADINGS)]


def captions(text):
    return [line.text for line in layout.captions(text, 0, range(len(text)), {"photo"})]


@pytest.mark.parametrize("mark", ["•", "·", "▪", "●", "*", "-", "&bull;"])
def test_every_list_mark_makes_points(mark):
    assert points(f"{mark} One thing\n{mark} Another\n\n{BODY}") == [
        f"{mark} One thing",
        f"{mark} Another",
    ]


def test_windows_line_ends_make_no_difference():
    assert points(f"• One thing\r\n• Another\r\n\r\n{BODY}") == ["• One thing", "• Another"]


def test_points_below_a_heading_end_at_a_blank_line():
    wrapped = "\n".join(["some words of a paragraph that is wrapped"] * 30)
    assert points(f"Key points:\nOne thing\nAnother.\n\n{wrapped}") == ["One thing", "Another."]


def test_points_with_blank_lines_between_end_at_the_first_paragraph():
    assert points(f"Key Points\n\nOne thing\n\nAnother.\n\n{BODY}") == ["One thing", "Another."]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "• One thing",
        f"• One thing\n\n{BODY}",
        f"These changes come:\n• One thing\n• Another\n\n{BODY}",
        f"• One thing\n• Another\n\n{LONG}",
        f"• {LONG}\n• {LONG}{LONG}\n\n{BODY}",
        BODY + "• One thing\n• Another\n" + BODY[:0],
        "\n".join(["some words of a paragraph that is wrapped"] * 60),
    ],
)
def test_running_text_and_lists_of_the_story_are_no_summary(text):
    assert points(text) == []


def test_a_summary_is_looked_for_behind_the_headline():
    text = f"• Headline\n• One thing\n• Another\n\n{BODY}"
    assert points(text, len("• Headline\n")) == ["• One thing", "• Another"]


@pytest.mark.parametrize(
    "line", ["Hundreds Of Barges Destroyed", "STORM OVER THE VALLEY", "Photos: 40 Dead in the Hail"]
)
def test_short_lines_with_capitals_are_captions(line):
    assert captions(f"Running text.\n   {line}\nMore of it.") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Two Words",
        "Hundreds Of Barges Destroyed.",
        "Hundreds of barges destroyed",
        "“Hundreds Of Barges”",
        "• Hundreds Of Barges Destroyed",
        "A " * 60,
        "One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve Thirteen",
    ],
)
def test_other_lines_are_no_captions(line):
    assert captions(line) == []


@given(st.text("aB •\n\r.:-", max_size=300))
def test_every_line_is_where_it_says(text):
    """Findings are placed by these offsets."""
    for line in layout.lines(text, 0):
        assert text[line.start : line.end] == line.text == line.text.strip() != ""


@given(st.lists(st.sampled_from(["• One thing", "Key points", LONG, "Short line", ""])))
def test_points_stand_in_the_text_in_order(parts):
    text = "\n".join(parts) + "\n" + BODY
    found = layout.summary(text, 0, HEADINGS)
    assert [text[line.start : line.end] for line in found] == [line.text for line in found]
    assert found == sorted(found, key=lambda line: line.start)


def test_a_megabyte_of_marks_is_read():
    assert points("• \n" * 300_000) == []
