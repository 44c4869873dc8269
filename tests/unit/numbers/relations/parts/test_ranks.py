"""One name has one rank in one list; other regions, years and measures are other lists."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

KIND = "rank-clash"


def verdicts(relate, text):
    """Whether each pair of ranks in `text` fits, in order."""
    return [row.fits for row in relate(text, KIND)]


@pytest.mark.parametrize(
    "first", ["Tarn, Orla's {}-largest city, was dark.", "Tarn is Orla's {} largest city."]
)
@pytest.mark.parametrize(
    "second",
    [
        "Tarn is the {}-largest city in Orla.",
        "Trains to Orla's {}-largest city, Tarn, were late.",
        "As Orla's {}-biggest city, Tarn has two ports.",
        "Schools in Tarn, the {} largest city in Orla, were shut.",
        "Tarn (the {}-largest city in Orla) has two ports.",
        "It is smaller than Brenk after all. Tarn is Orla's {}-largest city.",
    ],
)
def test_one_name_has_one_rank(relate, first, second):
    one = first.format("second")
    assert verdicts(relate, f"{one} {second.format('second')}") == [True]
    assert verdicts(relate, f"{one} {second.format('third')}") == [False]
    assert verdicts(relate, f"{one} {second.format('2nd')}") == [True]


@pytest.mark.parametrize(
    "second",
    [
        "Brenk is the third-largest city in Orla.",
        "Tarn is the third-largest city in Varn.",
        "Tarn is the third-largest port in Orla.",
        "Tarn is the third-richest city in Orla.",
        "Tarn was once the third-largest city in Orla.",
        "Tarn became the third-largest city in Orla.",
        "The third-largest city in Orla was dark.",
        "It is the third-largest city in Orla.",
        "Tarn is one of the largest cities in Orla.",
        "Tarn is the largest city.",
        "Tarn is among the largest of Orla.",
    ],
)
def test_another_name_list_or_time_is_left_alone(relate, second):
    assert verdicts(relate, f"Tarn, Orla's second-largest city, was dark. {second}") == []


def test_ranks_are_read_where_no_figure_stands(relate):
    """They are no figures themselves, so their sentences are not among those with figures."""
    text = "Tarn is Orla's second-largest city.\n\nTarn is Orla's third-largest city."
    (row,) = relate(text, KIND)
    assert text[row.start : row.end] == "third-largest city"
    assert row.held == "ranks of Tarn"
    assert [text[other.start : other.end] for other in row.others] == ["second-largest city"]


@given(st.text("second-largest city, Tarn's\n ", max_size=80))
def test_any_text_is_read(relate, text):
    assert relate(text, KIND) is not None


def test_a_long_row_of_ranks_is_read(relate):
    """Ranks are compared pair by pair, so that only the first few are."""
    assert len(relate("Tarn is Orla's second-largest city. " * 5000, KIND)) <= 66
