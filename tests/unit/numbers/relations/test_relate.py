"""What is told of one place once, when several relations have something to say of it."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

SENTENCE = "The hailstorm destroyed {} greenhouses in the Orla valley."
GAP = " Nobody had seen it come. "
CONFLICT = "same-quantity-conflict"


def failing(rows):
    return [row for row in rows if not row.fits]


def story(*figures):
    return GAP.join(SENTENCE.format(figure) for figure in figures)


def test_a_third_figure_is_named_beside_the_second(relate):
    """An editor must see all that clash, in one finding."""
    text = story(340, 210, 95)
    (row,) = failing(relate(text))
    assert (row.kind, row.stated, row.expected) == (CONFLICT, "“340”", "“210”")
    assert [(text[o.start : o.end], o.note) for o in row.others] == [
        ("210", "the other figure: 210"),
        ("95", "the other figure: 95"),
    ]


@given(st.permutations([340, 210, 95]))
def test_the_order_of_the_figures_does_not_matter(relate, figures):
    text = story(*figures)
    (row,) = failing(relate(text))
    seen = [text[row.start : row.end], *(text[o.start : o.end] for o in row.others)]
    assert seen == [str(figure) for figure in figures]


@given(scale=st.integers(1, 40))
def test_scaling_all_figures_keeps_the_answer(relate, scale):
    figures = [figure * scale for figure in (340, 210, 95)]
    (row,) = failing(relate(story(*figures)))
    assert len(row.others) == 2


@pytest.mark.parametrize("figures", list(itertools.permutations([340, 340, 210])))
def test_a_repeat_is_named_once(relate, figures):
    text = story(*figures)
    (row,) = failing(relate(text))
    places = [row.start, *(other.start for other in row.others)]
    assert len(places) == len(set(places)) == 3


def test_figures_that_are_one_are_told_as_fitting(relate):
    rows = relate(story(340, 340), CONFLICT)
    assert rows
    assert failing(rows) == []


def test_a_place_that_fits_one_figure_and_not_another_is_told_as_not_fitting(relate):
    rows = [row for row in relate(story(340, 340, 210), CONFLICT) if row.start == 24]
    assert [row.fits for row in rows] == [False]


TITLE = "Hailstorm destroys 210 greenhouses"


def under(title, text):
    return {"text": f"{title}\n\n{text}", "title": title, "body_start": len(title) + 2}


def test_the_headline_is_held_against_the_text_once(relate):
    """Two findings about one pair of figures are one too many."""
    rows = failing(relate(**under(TITLE, story(340))))
    assert [row.kind for row in rows] == ["headline-figure-differs"]


def test_below_a_headline_the_text_is_held_against_itself(relate):
    rows = failing(relate(**under("Hail in the Orla valley", story(340, 210))))
    assert [row.kind for row in rows] == [CONFLICT]


def test_a_figure_of_the_headline_is_no_mention_of_the_text(relate):
    """The headline fits the second figure: the two of the text are what does not fit."""
    values = under(TITLE, story(340, 210))
    (row,) = failing(relate(**values))
    assert row.kind == CONFLICT
    assert all(place.start >= values["body_start"] for place in (row, *row.others))


def test_an_age_in_the_headline_is_told_once(relate):
    text = "Ada Brenk, 47, was rescued from a ravine on Monday after a night in the rain."
    rows = failing(relate(**under("Ada Brenk, 41, rescued from ravine", text)))
    assert [row.kind for row in rows] in ([], ["headline-figure-differs"])


def test_a_caption_and_the_text_are_told_once(relate):
    text = (
        "The hailstorm destroyed 210 greenhouses in the Orla valley, and growers are sad.\n\n"
        "Photo: The 340 greenhouses destroyed in the Orla valley.\n\nNobody had seen it come."
    )
    assert [row.kind for row in failing(relate(text))] == ["caption-figure-differs"]


@given(st.lists(st.integers(2, 999), min_size=1, max_size=8))
def test_no_two_failing_relations_hold_the_same_two_places(relate, figures):
    rows = failing(relate(story(*figures)))
    pairs = [frozenset((row.start, row.others[0].start)) for row in rows]
    assert len(pairs) == len(set(pairs))
