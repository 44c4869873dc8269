"""A caption whose figure the text gives otherwise is told; sub-heads of other things are not."""

import pytest

KIND = "caption-figure-differs"
TOTAL = "The raid on the canal brought the number of barges destroyed by the gunners to {}."
PLAIN = "The hailstorm destroyed {} greenhouses in the Orla valley, the growers said."
BARGES = "Hundreds Of Barges Destroyed"


@pytest.fixture
def told(relate):
    """What is told of a caption below a text: the figure, and the one of the text."""

    def _told(body, caption):
        text = f"{body}\n\nVideo\n     {caption}"
        return [
            (text[row.start : row.end], text[row.others[0].start : row.others[0].end])
            for row in relate(text, KIND)
            if not row.fits
        ]

    return _told


def test_vague_words_above_a_running_total_are_told(told):
    assert told(TOTAL.format(175), BARGES) == [("Hundreds", "175")]


def test_a_running_total_counts_even_where_another_figure_fits(told):
    """With more than 200 above and a total of 175 below, the caption fits the one only."""
    body = f"Gunners destroyed more than 200 barges on Monday.\n\n{TOTAL.format(175)}"
    assert told(body, BARGES) == [("Hundreds", "175")]


def test_a_stated_figure_is_held_against_the_text(told):
    assert told(PLAIN.format(210), "340 Greenhouses Destroyed In Orla Valley") == [("340", "210")]


def test_a_caption_that_fits_is_counted_as_looked_at(relate):
    (row,) = relate(f"{PLAIN.format(210)}\n\n210 Greenhouses Destroyed In Orla Valley", KIND)
    assert (row.fits, row.stated, row.expected, row.held) == (True, "", "", "")


@pytest.mark.parametrize(
    ("body", "caption"),
    [
        (TOTAL.format(264), BARGES),
        (TOTAL.format(175), "Dozens Of Barges Destroyed"),
        # Other nouns, other events, nothing that happened.
        (PLAIN.format(210), "340 Barns Destroyed In Orla Valley"),
        (PLAIN.format(210), "340 Greenhouses Sold In Orla Valley"),
        (PLAIN.format(210), "Five Greenhouse Tips For The Winter"),
        # Running text is no caption: a stop behind it, small letters, too long.
        (PLAIN.format(210), "340 Greenhouses Destroyed In Orla Valley."),
        (PLAIN.format(210), "some 340 greenhouses destroyed in Orla valley"),
        (PLAIN.format(210), "340 Greenhouses Destroyed In Orla Valley " + "And Beyond " * 8),
        # The text gives a reason to differ.
        ("In 2009 a hailstorm destroyed 210 greenhouses.", "340 Greenhouses Destroyed Here"),
        ("The storm destroyed another 210 greenhouses.", "340 Greenhouses Destroyed Here"),
    ],
)
def test_what_may_well_differ_is_left_alone(told, body, caption):
    assert told(body, caption) == []


def test_the_headline_is_no_caption(relate):
    """Headlines are looked at by a rule of their own."""
    title = "340 Greenhouses Destroyed In Orla Valley"
    text = f"{title}\n\n{PLAIN.format(210)}"
    assert relate(text, KIND, title=title, body_start=len(title) + 1) == []


def test_a_page_of_captions_is_read(relate):
    text = PLAIN.format(210) + "\n\n" + "Storm Over Orla Valley\n" * 20_000
    assert relate(text, KIND) == []
