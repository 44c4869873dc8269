"""A figure that only the summary at the top has is told; a list in the story is no summary."""

import pytest

KIND = "summary-figure-not-in-body"
FILLER = (
    "Trains will run again on the line from Monday, after a landslip took the track away below "
    "the quarry and left the signal hanging over the river on its wire for all of the winter.\n\n"
)
BODY = FILLER * 6


@pytest.fixture
def told(relate):
    """The figures of a summary that the text does not have."""

    def _told(top, body=BODY, **values):
        text = f"{top}\n\n{body}"
        rows = relate(text, KIND, **values)
        return [text[row.start : row.end] for row in rows if not row.fits]

    return _told


@pytest.mark.parametrize("mark", ["•", "-", "*", "–"[:0] + "·", "▪"])
def test_points_with_list_marks_are_a_summary(told, mark):
    top = f"{mark} The Skarv line reopens\n{mark} 4,800 commuters took the bus"
    assert told(top) == ["4,800"]


def test_points_below_a_heading_are_a_summary(told):
    assert told("Key points:\nThe pool stays shut\nThe crack will cost $750,000") == ["$750,000"]
    points = "The pool stays shut\n\nThe crack will cost $750,000"
    assert told(f"Highlights\n\n{points}") == ["$750,000"]


def test_lines_without_a_stop_before_the_first_paragraph_are_a_summary(told):
    assert told("The pool stays shut\n\nThe crack will cost $750,000 to mend") == ["$750,000"]


def test_a_summary_may_stand_below_a_first_paragraph(told):
    top = f"{FILLER}• The line reopens\n• 4,800 commuters took the bus"
    assert told(top) == ["4,800"]


@pytest.mark.parametrize(
    "again", ["4,800 commuters", "almost 5,000 commuters", "4,790 people", "more than 4,800 souls"]
)
def test_a_figure_that_the_text_has_in_any_form_is_found_right(relate, again):
    top = "• The line reopens\n• 4,800 commuters took the bus"
    (row,) = relate(f"{top}\n\n{BODY}Every day {again} took one of them.", KIND)
    assert (row.fits, row.stated, row.expected, row.held) == (True, "", "", "")


def test_a_figure_with_an_open_end_tells_only_of_its_own_noun(told):
    """At least 40 dogs say nothing of 4,800 commuters."""
    top = "• The line reopens\n• 4,800 commuters took the bus"
    assert told(top, BODY + "At least 40 dogs took the bus too.") == ["4,800"]
    assert told(top, BODY + "At least 4,000 commuters took it.") == []


def test_a_sum_of_what_the_text_says_is_no_new_figure(told):
    top = "• The line reopens\n• 60 drivers get a medal"
    assert told(top, BODY + "The band is for 40 drivers. Cakes wait for 20 drivers.") == []


@pytest.mark.parametrize(
    "top",
    [
        # Nothing that a reader would look for.
        "• The line reopens\n• Half of the commuters took the bus",
        "• The line reopens\n• Three drivers get a medal",
        "• The line reopens\n• Dozens of commuters took the bus",
        "• The line reopens\n• It was built in 1931",
        # A list that the story itself announces.
        f"{FILLER}These are the changes:\n• The line reopens\n• 4,800 commuters go by train",
        # One line is no list.
        f"{FILLER}• 4,800 commuters took the bus",
        # Paragraphs with marks are the story.
        f"• {FILLER.strip()} {FILLER}• 4,800 commuters took the bus and " + "walked on " * 30,
        # Short paragraphs of running text.
        "The line reopens on Monday.\n\nSo far 4,800 commuters took the bus.",
    ],
)
def test_what_is_no_figure_of_a_summary_is_left_alone(told, top):
    assert told(top) == []


def test_a_brief_without_a_body_is_left_alone(told):
    assert told("• The line reopens\n• 4,800 commuters took the bus", "More on page four.") == []


def test_the_headline_is_no_point(told):
    title = "Skarv line to carry 4,800 commuters again"
    top = f"{title}\n\nThe line reopens"
    assert told(top, title=title, body_start=len(title) + 1) == []
