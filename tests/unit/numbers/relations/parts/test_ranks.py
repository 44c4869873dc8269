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


WAYS = {
    "biggest is largest": ("second-biggest", "third-largest", [False]),
    "largest without an ordinal is the first": ("largest", "second-largest", [False]),
    "largest twice is one rank": ("largest", "biggest", [True]),
    "digits are ordinals": ("10th-largest", "tenth-largest", [True]),
    "digits count past the words": ("23rd-largest", "24th-largest", [False]),
    "smallest is another list": ("second-largest", "third-smallest", []),
    "oldest is another list": ("second-largest", "third-oldest", []),
}


@pytest.mark.parametrize(("one", "other", "expected"), WAYS.values(), ids=WAYS.keys())
def test_ways_to_tell_a_rank(relate, one, other, expected):
    text = f"Tarn is Orla's {one} city. The mayor of Tarn, Orla's {other} city, slept."
    assert verdicts(relate, text) == expected


NAMES = {
    "a name of two words": "New Tarn, Orla's {} city, was dark.",
    "an adverb with a capital in front": "But New Tarn is Orla's {} city.",
    "a relative clause": "New Tarn, which is Orla's {} city, was dark.",
    "a name in brackets behind": "Orla's {} city, New Tarn, was dark.",
    "the whole told first": "In Orla the dark fell. New Tarn is the {} city in Orla.",
}


@pytest.mark.parametrize("text", NAMES.values(), ids=NAMES.keys())
def test_a_name_is_found_beside_its_rank(relate, text):
    first = "Trains to New Tarn, Orla's second-largest city, ran late."
    assert verdicts(relate, f"{first} {text.format('second-largest')}") == [True]
    assert verdicts(relate, f"{first} {text.format('third-largest')}") == [False]


@given(st.integers(2, 9), st.integers(2, 9), st.booleans())
def test_two_ranks_fit_when_they_are_one_in_either_order(relate, one, other, swapped):
    words = "second third fourth fifth sixth seventh eighth ninth".split()
    first = f"Tarn is Orla's {words[one - 2]}-largest city."
    second = f"Schools in Tarn, Orla's {other}th-largest city, were shut."
    text = f"{second} {first}" if swapped else f"{first} {second}"
    assert verdicts(relate, text) == [one == other]


def test_three_ranks_are_held_against_one_another(relate):
    """A place that fits one rank and not another is told once, as not fitting."""
    text = " ".join(
        f"It is known that Tarn is Orla's {rank}-largest city."
        for rank in ("second", "third", "second")
    )
    assert verdicts(relate, text) == [False, False]


def test_a_line_break_ends_what_is_beside_a_rank(relate):
    """A headline's name is none of the paragraph's."""
    text = "Tarn is Orla's second-largest city.\nTarn\nOrla's third-largest city was dark."
    assert verdicts(relate, text) == []


@pytest.mark.parametrize("rank", ["LARGEST", "Largest", "SECOND-LARGEST", "Second Largest"])
def test_a_rank_in_capitals_is_one(relate, rank):
    place = "second-largest" if rank.lower().startswith("second") else "largest"
    text = f"The {rank} city in Orla is Tarn. Trains to Orla's {place} city, Tarn, were late."
    assert verdicts(relate, f"{text} It is not the largest.") == [True]


def test_a_measure_within_a_word_is_no_rank(relate):
    first = "Tarn is Orla's second-largest city and the largest port."
    assert verdicts(relate, f"{first} The largest city in Orla is Tarn.") == [False]
    assert verdicts(relate, f"{first} The enlargest city in Orla is Tarn.") == []
