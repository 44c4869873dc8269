"""Dates are read once for all relations, whatever the article."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

KINDS = {
    "weekday-of-date": "It was Thursday, 27 June 2017.",
    "weekdays-of-one-year": "From Friday, April 3, to Wednesday, April 7.",
    "impossible-date": "It ends on 31 April.",
    "impossible-time": "It began at 25:10 on Tuesday.",
    "implausible-year": "It was closed in May 2104.",
    "reversed-years": "It ran from 2014 to 2011.",
    "age-and-birth-year": "Born in 1960, he was 45 when it closed in 2016.",
    "duration-and-years": "He led it from 1990 to 1995, a nine-year term.",
    "date-chain": "Two days after Monday's storm, on Friday, it opened.",
}
WORDS = st.sampled_from(
    ["from", "to", "1990", "1985", "born", "in", "aged", "45", "Monday", "May", "3", ",", "(", ")",
     "-", "three", "days", "later", "after", "years", "at", "25:10", "died", "on", ".", "\n", "was"]
)  # fmt: skip


@pytest.mark.parametrize(("kind", "text"), KINDS.items())
def test_every_relation_is_asked(relate, kind, text):
    assert [row.fits for row in relate(text, kind)][-1] is False


def test_relations_of_sentences_side_by_side_do_not_disturb_one_another(relate):
    text = "\n\n".join(KINDS.values())
    told = {row.kind for row in relate(text) if not row.fits}
    assert set(KINDS) <= told


@pytest.mark.parametrize("text", ["", "\n", "Fruit rolled down the stairs.", "It may march on."])
def test_a_text_without_a_date_has_none(relate, text):
    assert relate(text) == []


@given(st.lists(WORDS, max_size=60).map(" ".join))
def test_places_lie_in_the_text_and_what_fits_tells_nothing(relate, text):
    for row in relate(text):
        assert 0 <= row.start < row.end <= len(text)
        assert bool(row.stated) is not row.fits
        assert all(text[other.start : other.end] for other in row.others)


@pytest.mark.parametrize(
    "piece",
    ["from 1990 to ", "born in 1990 died ", "three days later, on May 3, ", "on Monday, May 3, "],
)
def test_a_megabyte_of_the_same_words_is_read(relate, piece):
    """One line without a sentence must not cost more than its length."""
    relate(piece * (200_000 // len(piece)))
