"""The words around a figure, and when two sentences are nearly the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.model import Article
from provenance.numbers.extract import story_of
from provenance.numbers.relations.conflicts.windows import (
    alike,
    alike_before,
    both_differ,
    named,
    of_figure,
    shared,
)


@pytest.fixture(scope="module")
def around(grammar):
    """The window of the first figure of a text that is one sentence."""

    def _around(text):
        article = Article("a", "a", 1, False, text, None, 0, None, None, "en")
        sentence = story_of(article, grammar.lexicon).sentences[0]
        return of_figure(sentence, 0, grammar.lexicon)

    return _around


def test_content_words_stand_nearest_first(around):
    found = around("The old cannery of Orla fills 90 tins of herring in the night.")
    assert found.left == ("fills", "orla", "cannery", "old")
    assert found.right == ("tins", "herring", "night")


def test_other_figures_are_told_by_what_they_allow(around):
    """More than 30 is not 30."""
    exact = around("Hail broke 90 sheds and 30 mills.")
    bound = around("Hail broke 90 sheds and more than 30 mills.")
    assert len(exact.numbers) == 1
    assert exact.numbers.isdisjoint(bound.numbers)


def test_names_are_told_in_one_spelling_without_days_and_months(around):
    found = around("On Monday the American crew sold 90 tins to the Orla mill in June.")
    assert found.names == {"us", "orla"}


def test_a_title_has_no_names(around):
    assert around("Hundreds Of Orla Sheds Wrecked").names == frozenset()


def test_cues_are_those_of_the_clause_and_before(around):
    found = around("Last year Orla sold 90 tins, but now nobody buys.")
    assert "cue.then" in found.cues_before
    assert "cue.now" not in found.cues


def test_years_and_months_of_the_clause_are_told(around):
    found = around("In June 1984 Orla sold 90 tins, and by 1990 it was gone.")
    assert (found.years, found.months) == ({"1984"}, {"june"})


def test_a_sentence_that_was_not_cut_ends_at_its_full_stop(around):
    assert around("The mill sold 90 tins.The Orla boats left.").right == ("tins",)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("The Orla cannery fills 90 tins per hour.", "The Orla cannery fills 70 tins per hour.", True),
        ("The cannery fills 90 tins per hour.", "The cannery fills 70 tins per hour.", False),
        ("The Orla cannery fills 90 tins per hour.", "The Orla mill fills 70 tins per hour.", False),
        ("Orla has 90 tins.", "Orla has 70 tins.", False),
        ("Orla has sold 90 tins.", "Orla has sold 70 tins.", False),
        ("Orla has been robbed 9 times.", "In all, Orla has been robbed 7 times.", True),
    ],
)  # fmt: skip
def test_sentences_are_alike(around, left, right, expected):
    assert alike(around(left), around(right)) is expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("The crew of Orla mended the old nets 9 times.", "The crew of Orla mended the old nets 7 weeks.", True),
        ("The crew of Orla mended the old nets 9 times.", "The crew of Varn mended the old nets 7 times.", False),
        ("The crew mended the old wooden nets 9 times.", "The crew mended the old wooden nets 7 times.", False),
        ("Orla mended it 9 times.", "Orla mended it 7 times.", False),
    ],
)  # fmt: skip
def test_sentences_are_alike_up_to_the_figure(around, left, right, expected):
    assert alike_before(around(left), around(right)) is expected


def test_a_word_that_opens_both_sentences_is_no_name_for_sure(around):
    one, other = around("Hail broke 90 sheds."), around("Hail broke 70 sheds.")
    assert not named(one, other)
    assert named(one, around("The Hail broke 70 sheds."))


def test_shared_words_are_told_in_the_order_of_the_text(around):
    one, other = around("Old Orla sold 90 fat cows."), around("Then old Orla sold 70 fat hens.")
    assert shared(one, other) == ["old", "orla", "fat"]


@pytest.mark.parametrize(
    ("mine", "yours", "expected"),
    [("ab", "ac", True), ("ab", "a", False), ("", "a", False), ("a", "b", True)],
)
def test_both_differ_when_each_has_something_of_its_own(mine, yours, expected):
    assert both_differ(mine, yours) is expected


WORDS = st.lists(st.sampled_from("orla Varn mill sells tins and the old".split()), max_size=30)


@given(WORDS, WORDS)
def test_every_window_is_like_itself_in_either_order(around, before, after):
    one = around(f"{' '.join(before)} sells 90 tins {' '.join(after)}")
    other = around(f"{' '.join(after)} sells 70 tins {' '.join(before)}")
    assert alike(one, other) == alike(other, one)
    assert len(one.left) <= 10
    assert len(one.right) <= 10


def test_a_very_long_sentence_is_read_as_far_as_needed(around):
    found = around("Orla sold 90 tins " + "the " * 300 + "herring")
    assert found.right == ("tins",)
