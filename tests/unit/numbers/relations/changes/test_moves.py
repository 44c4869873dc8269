"""A move is a thing that went up or down, from what and to what, and by how much."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.model import Article
from provenance.numbers.extract import story_of
from provenance.numbers.relations.changes.moves import moves


@pytest.fixture(scope="module")
def read_moves(grammar):
    """The likeliest reading of each move of a text: rises, and its three figures as written."""

    def _read_moves(text):
        article = Article("a", "a", 1, False, text, None, 0, None, None, None)
        found = []
        for sentence in story_of(article, grammar.lexicon).sentences:
            for _, (move, *_) in moves(sentence, grammar):
                rows = (move.stated.row, move.new.row, move.old.row)
                found.append((move.rises, *(text[row.start : row.end] for row in rows)))
        return found

    return _read_moves


UP = ("12 percent", "$56", "$50")
TOLD = {
    "the new figure may stand first": "Fares rose 12 percent to $56 from $50.",
    "the old figure may stand first": "Fares rose 12 percent from $50 to $56.",
    "the change may stand last": "Fares went up from $50 to $56, an increase of 12 percent.",
    "by may stand before the change": "Fares climbed by 12 percent, to $56 from $50.",
    "a noun may tell the change": "It was a 12 percent increase, from $50 to $56.",
}


@pytest.mark.parametrize("text", TOLD.values(), ids=TOLD.keys())
def test_one_rise_is_read_in_every_order(read_moves, text):
    assert read_moves(text) == [(True, *UP)]


def test_the_words_say_which_way_it_went(read_moves):
    """The figures may say another; that is for the relation to tell."""
    assert read_moves("Fares fell 12 percent to $56 from $50.") == [(False, *UP)]


def test_more_than_last_year_is_a_rise_without_a_word_for_it(read_moves):
    assert read_moves("It sold 56 boats, 12 percent more than 50 a year ago.") == [
        (True, "12 percent", "56", "more than 50"),
    ]


def test_the_bound_of_such_a_comparison_is_not_one_of_the_figure(grammar):
    """The "more than" belongs to the change: the old figure is 50, and no more."""
    text = "It sold 56 boats, 12 percent more than 50 a year ago."
    article = Article("a", "a", 1, False, text, None, 0, None, None, None)
    (sentence,) = story_of(article, grammar.lexicon).sentences
    ((_, (move, *_)),) = moves(sentence, grammar)
    assert (move.old.row.bound, move.old.row.value) == ("exact", 50)


NONE = {
    "no word says that anything moved": "It gave 12 percent to Tarn, $56 to Orla from $50.",
    "a share of something is no change": "Fares rose 12 percent of costs to $56 from $50.",
    "a level is no change": "The rate rose to 12 percent, to $56 from $50.",
    "figures of two kinds are not before and after": "Fares rose 12 percent to $56 from 50 boats.",
    "figures of two currencies are not comparable": "Fares rose 12 percent to $56 from £50.",
    "a figure a thousand times as large lacks its million": "Sales rose 12% to $56 from $50,000.",
    "a year is no figure to rise from": "Sales rose 12 percent from 1986 to 2240.",
    "a year is no figure to have more than": "It sold 2,240 boats, 12 percent more than 1986.",
    "a single figure has nothing before it": "Fares rose 12 percent.",
}


@pytest.mark.parametrize("text", NONE.values(), ids=NONE.keys())
def test_no_move_is_read_where(read_moves, text):
    assert read_moves(text) == []


@given(
    old=st.integers(101, 999),
    new=st.integers(101, 999),
    percent=st.integers(1, 99),
    rises=st.booleans(),
)
def test_any_three_figures_are_put_in_their_places(read_moves, old, new, percent, rises):
    """Which figure is which hangs on the words, never on the values."""
    word = "rose" if rises else "fell"
    text = f"Fares {word} {percent} percent to ${new} from ${old}."
    assert read_moves(text) == [(rises, f"{percent} percent", f"${new}", f"${old}")]


@given(st.text("rose 12 percent to$from,.\n", max_size=90))
def test_any_text_is_read(read_moves, text):
    assert all(len(move) == 4 for move in read_moves(text))


def test_a_very_long_row_of_rises_ends(read_moves):
    """A table of changes in one line is no prose, and must not be tried in all its pairs."""
    assert len(read_moves("rose 12 percent to $56 from $50, " * 3_000)) < 3_000
