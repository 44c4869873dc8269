"""What is known of a text beforehand saves searches, and never loses what they would find."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.numbers.dates.mentions import mentions
from provenance.numbers.extract import story_of
from provenance.numbers.hints import CLOCK, DAY, RANKS, REFERENCE
from provenance.numbers.relations import relate
from provenance.numbers.scan import hints

from .conftest import article

WORDS = """Orla Tarn the largest second-largest city is , . toll that figure rose could 12 40 1,250
seven Seventy-five half one of dozens ½ died three days later on June 10 14 2016 1990 Monday Tuesday
born in 1960 aged ago at 25:10 p.m. 13 a.m. \uffff \ufffe é— \n \x1c""".split(" ")
TEXTS = st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)


def known(grammar, *texts):
    return list(hints(pl.Series(texts, dtype=pl.String), grammar))


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("Tarn, the largest city. Orla, the largest port.", RANKS),
        ("It is not known if that toll\n was right.", REFERENCE),
        ("It is not known if the figure\x1cis right.", REFERENCE),
        ("They met at 17:30.", CLOCK),
        ("They met at 5 p.m.", CLOCK),
        ("They met on Monday.", DAY),
        ("They met three days later.", "chain"),
        ("They met three years ago.", "ago"),
        ("Brenk, born in 1960, left.", "birth"),
    ],
)
def test_a_text_gives_the_hint_of_what_it_holds(grammar, text, hint):
    held, nothing = known(grammar, text, "The boats left the harbour.")
    assert hint in held.held
    assert nothing.held == frozenset()


def test_one_superlative_is_no_hint_since_two_ranks_are_held_against_one_another(grammar):
    (held,) = known(grammar, "Tarn, the largest city.")
    assert RANKS not in held.held


def test_places_are_those_of_digits_and_of_what_stands_before_a_number_word(grammar):
    (told,) = known(grammar, "So 12 of the seven left in May 1990.")
    assert told.numbers == [3, 12, 31]
    assert told.dates == [27, 31]


def test_a_text_that_holds_the_mark_is_read_at_the_same_places(grammar):
    marked, plain = known(grammar, "\uffff So 12 \uffffleft.", "\ufffe So 12 \ufffeleft.")
    assert marked.numbers == plain.numbers == [5]


def test_texts_are_told_apart_and_empty_ones_hold_nothing(grammar):
    one, nothing, other = known(grammar, "12 left.", "", "Only 7.")
    assert [each.numbers for each in (one, nothing, other)] == [[0], [], [5]]


@given(TEXTS)
def test_figures_are_the_same_with_and_without_hints(grammar, text):
    (told,) = known(grammar, text)
    read = story_of(article(text), grammar.lexicon, told)
    assert read.quantities == story_of(article(text), grammar.lexicon).quantities


@given(TEXTS)
def test_dates_are_the_same_with_and_without_hints(grammar, text):
    (told,) = known(grammar, text)
    assert mentions(text, grammar.dates, told.dates) == mentions(text, grammar.dates)


@given(TEXTS)
def test_relations_are_the_same_with_and_without_hints(grammar, text):
    (told,) = known(grammar, text)
    stories = (story_of(article(text), grammar.lexicon, each) for each in (told, None))
    with_hints, without = (list(relate(story, grammar)) for story in stories)
    assert with_hints == without
