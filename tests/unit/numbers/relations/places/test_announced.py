"""A reference to a figure that is not there is told; skaters, eclipses and prose are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

KIND = "figure-announced-and-missing"
PROSE = "Fruit rolled down the stairs as far as the river, and dogs ran after it. "


@pytest.fixture
def told(relate):
    def _told(text):
        return [text[row.start : row.end] for row in relate(text, KIND) if not row.fits]

    return _told


@pytest.mark.parametrize(
    ("sentence", "figure"),
    [
        ("If the figure is confirmed, it would be the longest queue in years.", "the figure"),
        ("That number could double by spring.", "That number"),
        ("This figure does not include the children.", "This figure"),
        ("That toll is still disputed.", "That toll"),
        ("The tally was kept on a door.", "The tally"),
    ],
)
def test_a_figure_that_was_never_given_is_told(told, sentence, figure):
    assert told(PROSE + sentence) == [figure]


@pytest.mark.parametrize(
    "before",
    [
        "There are 31 ships off Varn. ",
        "There are 31 ships off Varn.\n\n",
        f"There are 31 ships off Varn.\n\n{PROSE}\n\n",
        "Dozens of ships are waiting. ",
        "A third of the ships are waiting. ",
    ],
)
def test_a_figure_in_the_paragraphs_before_is_what_is_meant(relate, before):
    (row,) = relate(f"{before}If the figure is correct, the harbour is full.", KIND)
    assert row.fits


def test_a_figure_far_above_is_not_what_is_meant(told):
    far = "There are 31 ships off Varn.\n\n" + f"{PROSE * 4}\n\n" * 4
    assert told(f"{far}If the figure is correct, the harbour is full.") == ["the figure"]


def test_a_figure_behind_the_reference_is_what_is_meant(told):
    assert told(f"{PROSE}That number was brought up by half, to 75,000 crates.") == []


@pytest.mark.parametrize("word", ["deadly", "killed", "casualties"])
def test_a_sentence_of_the_dead_means_a_figure_of_people(told, word):
    """A distance or a count of lorries is not what "the most deadly" speaks of."""
    sentence = f"If the figure is confirmed, the raid would be {word} as none before."
    assert told(f"The raid was five kilometres south of Tolk. {sentence}") == ["the figure"]
    assert told(f"The raid killed 40 men. {sentence}") == []
    assert told(f"Some 40 people were in the house. {sentence}") == []


@pytest.mark.parametrize(
    "text",
    [
        "The figure skater is in town. She was the number one of her club.",
        "She is a public figure. The total eclipse was over by then.",
        "The figure of a saint has stood there for ever. A number of them have.",
        "The number of ships is not known. The toll road was closed.",
        "Go figure. That figures.",
        "The death toll is likely to rise as long as it rains.",
    ],
)
def test_other_figures_numbers_tolls_and_totals_are_left_alone(told, text):
    assert told(PROSE + text) == []


@given(st.text("the figure is number toll.\n 3", max_size=200))
def test_every_finding_is_a_reference_in_the_text(relate, text):
    for row in relate(text, KIND):
        assert text[row.start : row.end].split()[-1] in {"figure", "number", "toll"}


def test_a_page_of_references_is_read(told):
    assert len(told("that figure is that figure " * 2_000)) > 0
