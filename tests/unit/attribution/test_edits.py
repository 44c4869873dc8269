"""What differs between two wordings is told by its kind, and cuts are told apart from changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.attribution.edits import SUBSTANCE, Edit, EditKind, brackets, edits, steps
from provenance.attribution.wording import said

LOCK = "we have told the crews that the lock at Tarn holds until the end of the winter"


def told(left, right):
    here, there = said(left), said(right)
    found = edits(here, there, steps(here, there))
    return [(edit.kind, edit.left, edit.right) for edit in found]


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("the lock", "a lock", "function-words"),
        ("that the", "the", "function-words"),
        ("holds until", "will hold for", "other"),
        ("the crews", "the tired crews", "interpolation"),
        ("holds", "does not hold", "negation"),
        ("holds", "may hold", "modal"),
        ("the winter", "2 winters", "number"),
        ("crews that", "crews who for so many years have feared it that", "merge"),
        ("crews that the", "men who for so many long hard years feared it a", "other"),
    ],
)
def test_a_change_has_one_kind(old, new, kind):
    (found,) = told(LOCK, LOCK.replace(old, new))
    assert found[0] == kind


def test_the_same_change_has_the_same_kind_from_either_side():
    other = LOCK.replace("holds", "does not hold")
    (here,), (there,) = told(LOCK, other), told(other, LOCK)
    assert (here[0], here[1], here[2]) == (there[0], there[2], there[1])
    assert Edit(EditKind.OTHER, "a", "b").turned() == Edit(EditKind.OTHER, "b", "a")


def test_words_left_out_at_an_end_are_told_beside_a_change_only():
    """A desk may quote less; that it does is worth telling where it also quotes otherwise."""
    assert told(LOCK, f"yes {LOCK} and longer") == []
    other = LOCK.replace("the lock", "a lock")
    assert told(LOCK, f"{other} and longer") == [
        ("function-words", "the", "a"),
        ("truncation", "", "and longer"),
    ]


def test_where_an_end_is_worded_otherwise_and_longer_the_rest_is_a_cut():
    other = f"last year {LOCK}".replace("we have told", "we had told")
    assert told(other.replace("last year we", "last year they"), LOCK) == [
        ("truncation", "last year", ""),
        ("function-words", "they had", "we have"),
    ]
    assert told(LOCK, LOCK.replace("the winter", "the spring and the summer")) == [
        ("other", "winter", "spring"),
        ("truncation", "", "and the summer"),
    ]


def test_ends_that_differ_in_more_than_two_words_are_other_sentences():
    """What stands before a sentence in one report need not be what stands there in another."""
    assert told(f"this will not be so {LOCK}", f"nobody wants the rain {LOCK}") == []


def test_a_word_written_as_two_or_in_the_other_spelling_is_no_change():
    assert told(f"we organise and {LOCK}", f"we organize and {LOCK}") == []
    other = LOCK.replace("until the", "until mid winter the")
    assert told(other, other.replace("mid winter", "midwinter")) == []
    assert told(f"{LOCK} and mid winter", f"{LOCK} and midwinter") == []


def test_a_word_that_matches_by_chance_beyond_a_gap_is_no_match():
    """Two sentences that share their end share it, and not the "we" of other beginnings."""
    other = f"we {' '.join(f'w{n}' for n in range(9))} {LOCK.removeprefix('we have told ')}"
    assert told(LOCK, other) == []
    cut = LOCK.replace("told the", "… the")
    assert told(cut, LOCK) == []


def test_a_clause_put_in_does_not_weigh_though_it_denies():
    """Four words and more stand on their own; one to three turn what stands around them."""
    found = told(LOCK, LOCK.replace("holds", "not that anybody asked holds"))
    assert [kind for kind, _, _ in found] == ["interpolation"]
    found = told(LOCK, LOCK.replace("holds", "not for long holds"))
    assert [kind for kind, _, _ in found] == ["negation"]


def test_what_an_ellipsis_stands_for_is_no_change():
    assert told(LOCK, LOCK.replace("that the lock at Tarn", "…")) == []


def test_a_negation_that_moves_changes_nothing():
    """The words stay the same, and so does what they deny."""
    found = told("we asked them not to go today", "we asked them to not go today")
    assert not {kind for kind, _, _ in found} & SUBSTANCE


def test_a_number_that_moves_to_an_end_changes_nothing():
    found = told(LOCK.replace("the lock", "the 1973 lock"), f"in 1973 {LOCK}")
    assert not {kind for kind, _, _ in found} & SUBSTANCE


def test_words_that_stand_at_the_end_of_the_other_side_have_moved():
    left = "the lock that holds the winter out will hold without a leak for all of us"
    right = "the lock that holds the winter out will hold for all of us without a leak we hope"
    assert "negation" not in [found[0] for found in told(left, right)]


def test_an_infinitive_for_a_modal_verb_is_the_grammar_of_the_writer():
    """The speaker's "shall take care" runs as the duty “to take care”."""
    left, right = (
        "shall keep the lock shut all of the winter",
        "to keep the lock shut all of the winter",
    )
    assert [found[0] for found in told(left, right)] == ["other"]


def test_a_weighty_word_on_both_sides_of_an_edit_does_not_make_it_weigh():
    found = told(LOCK.replace("holds", "can not stay"), LOCK.replace("holds", "can not fail"))
    assert [kind for kind, _, _ in found] == ["other"]


def test_the_gravest_of_several_changes_in_one_edit_is_told():
    found = told(LOCK, LOCK.replace("holds", "could not have stood 40 days"))
    assert [kind for kind, _, _ in found] == ["negation"]


def test_brackets_of_one_side_are_interpolations():
    left, right = "our [old] gunners [at Tarn]", "our gunners [at Tarn] and [the] rest"
    assert brackets(left, right) == (
        Edit(EditKind.INTERPOLATION, "[old]", ""),
        Edit(EditKind.INTERPOLATION, "", "[the]"),
    )
    assert brackets("plain", "plain") == ()


words = st.lists(st.sampled_from("we can not sail on 40 … days".split()), max_size=12).map(tuple)


@given(words, words)
def test_edits_lead_from_one_wording_to_the_other_and_turn_round(left, right):
    """Each edit's words stand on its side, and the same way back gives the same kinds."""
    way = steps(left, right)
    found = edits(left, right, way)
    back = [(name, c, d, a, b) for name, a, b, c, d in way]
    assert tuple(edit.turned() for edit in edits(right, left, back)) == found
    for edit in found:
        assert edit.left in " ".join(left)
        assert edit.right in " ".join(right)
        assert edit.left != edit.right


@given(words)
def test_a_wording_does_not_differ_from_itself(wording):
    assert edits(wording, wording, steps(wording, wording)) == ()
