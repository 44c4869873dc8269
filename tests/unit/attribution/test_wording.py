"""Two desks' ways of writing down one sentence give the same words."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from provenance.attribution.wording import CUT, Weight, changed, inserted, is_small, said
from provenance.text.tokens import tokenise


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("We’re closing the lock", "We are closing the lock"),
        ("They weren't told", "They were not told"),
        ("It won’t hold, it can't", "It will not hold, it cannot"),
        ("They’ve said we’ll sail", "They have said we will sail"),
        ("That’s it, there's more", "That is it, there is more"),
        ("I’m gonna stay", "I am going to stay"),
        ("Let's go", "Let us go"),
        ("We told [the harbour] crews", "We told crews"),
        ("[T]he lock holds", "The lock holds"),
        ("the  lock,\u00a0holds", "The lock holds!"),
        ("The crew‘s bell", "The crew's bell"),
        ("The boss's bell", "The boss’ bell"),
        ("Not since the 1930's", "Not since the 1930s"),
        ("It is “safe”", 'It is "safe"'),
        ("twelve of the Fifth Brigade", "12 of the 5th Brigade"),
        ("33,000 letters", "33000 letters"),
        ("No. 1 priority", "number one priority"),
        ("the 2nd of the two", "the second of the 2"),
    ],
)
def test_what_a_desk_does_to_a_sentence_does_not_show(one, other):
    assert said(one) == said(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The captain's boat", "The captain is boat"),
        ("It will hold", "It will not hold"),
        ("Number one", "Number two"),
        ("We sail", "We sailed"),
    ],
)
def test_what_was_said_otherwise_stays_different(one, other):
    assert said(one) != said(other)


@pytest.mark.parametrize("dots", ["…", "...", "....", ". . .", " … "])
def test_an_ellipsis_is_one_sign(dots):
    assert said(f"We sail{dots}on Monday") == ("we", "sail", CUT, "on", "monday")


def test_an_editors_bracket_that_is_never_closed_is_read():
    assert said("We told [the harbour crews") == ("we", "told", "the", "harbour", "crews")


@pytest.mark.parametrize(
    ("before", "after", "weight"),
    [
        ("will not", "will", Weight.NEGATION),
        ("nobody", "somebody", Weight.NEGATION),
        ("", "without", Weight.NEGATION),
        ("like", "unlike", Weight.NEGATION),
        ("can", "must", Weight.MODAL),
        ("could", "", Weight.MODAL),
        ("40", "14", Weight.NUMBER),
        ("5th", "6th", Weight.NUMBER),
        ("hundreds", "thousands", Weight.NUMBER),
    ],
)
def test_a_negation_a_modal_verb_or_a_number_weighs(before, after, weight):
    assert changed(before.split(), after.split()) == {weight}
    assert changed(after.split(), before.split()) == {weight}


def test_all_that_an_edit_changes_is_told():
    assert changed(["can", "not"], ["40"]) == set(Weight)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("the", "a"),
        ("der", "under"),
        ("really", ""),
        ("although", "though"),
        ("will", "would"),
        ("", "we pray"),
    ],
)
def test_small_words_do_not_weigh(before, after):
    assert changed(before.split(), after.split()) == frozenset()


def test_moving_a_word_does_not_weigh():
    assert changed(["not", "to", "go"], ["to", "not", "go"]) == frozenset()


def test_no_word_that_weighs_is_small():
    """Else a negation could be told as a matter of small words."""
    weighty = "not no never can could may might must shall should hundred thousand half".split()
    assert not any(map(is_small, weighty))
    assert all(map(is_small, ("the", "a", "of", "and", "will", "we")))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We told [the harbour] crews [on Monday]", ("[the harbour]", "[on Monday]")),
        ("[T]he lock [holds]", ("[holds]",)),
        ("We told [the harbour crews", ()),
        ("", ()),
    ],
)
def test_what_editors_put_in_is_told_as_it_stands(text, found):
    assert inserted(text) == found


def test_empty_and_odd_texts_have_no_words():
    assert said("") == said("“—”") == said("[said the mayor]") == ()


plain = st.text(alphabet="ab’'nt .…T", max_size=20)


@given(plain, plain)
def test_what_an_editor_puts_in_brackets_never_shows(before, after):
    # Full stops on both sides would become three in a row, which say that words are left out.
    assume(not before.rstrip().endswith(".") or not after.lstrip().startswith("."))
    assert said(f"{before} [the mayor’s] {after}") == said(f"{before} {after}")


@given(plain)
def test_words_are_bounded_and_never_empty(text):
    words = said(text)
    assert "" not in words
    assert len(words) <= 2 * len(tokenise(text).words) + text.count("…") + text.count(".")


def test_wires_shorten_the_words_of_amounts():
    assert said("300 mln dlrs, or 2 pct") == said("300 million dollars, or 2 percent")


def test_the_report_on_the_unemployed_is_the_report_on_the_employed():
    """The monthly one is called by either name."""
    assert changed(["employment"], ["unemployment"]) == frozenset()
