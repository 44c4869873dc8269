"""A quotation worded otherwise is told with its edits; the same words and mere cuts are not."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.attribution import drift
from provenance.attribution.drift import _candidates

LOCK = "the lock at the mouth of the river has held through every storm since my father kept it"


@pytest.fixture(scope="session")
def drifts(articles, quotes):
    """The drifts between quotations, each in an article of its own."""

    def _drifts(*quotations):
        frame = articles(*(f"The keeper spoke. “{words}”" for words in quotations))
        return drift(frame, quotes(frame))

    return _drifts


def edits_of(found):
    return [item.edits for item in found]


@pytest.mark.parametrize(
    ("other", "edits", "weighs"),
    [
        (LOCK.replace("every storm", "each storm"), (("every", "each"),), False),
        (LOCK.replace("every storm", "every bad storm"), (("", "bad"),), False),
        (LOCK.replace("the river", "river"), (("the", ""),), False),
        (LOCK.replace("has held", "has not held"), (("", "not"),), True),
        (LOCK.replace("has held", "must have held"), (("has", "must have"),), True),
        (LOCK.replace("every storm", "40 storms"), (("every storm", "40 storms"),), True),
    ],
)
def test_a_change_is_told_with_its_words_and_its_weight(other, edits, weighs, drifts):
    (found,) = drifts(LOCK, other)
    assert found.edits == edits
    assert found.changes_substance is weighs


def test_both_wordings_know_where_they_run(articles, quotes):
    texts = f"“{LOCK}”", f"He said: “{LOCK.replace('every', 'each')}”", f"“{LOCK}” again"
    frame = articles(*texts)
    (found,) = drift(frame, quotes(frame))
    assert [place[0] for place in found.left] == ["a0", "a2"]
    ((name, start, end),) = found.right
    assert (name, texts[1][start:end]) == ("a1", LOCK.replace("every", "each"))
    assert found.matched == len(LOCK.split()) - 1


@pytest.mark.parametrize(
    "other",
    [
        LOCK,
        LOCK.capitalize() + ".",
        LOCK.replace("has held", "[mostly] has held"),
        " ".join(LOCK.split()[:12]),
        " ".join(LOCK.split()[4:]),
        "And I say that " + LOCK + ", and so will my son",
        "And " + " ".join(LOCK.split()[:-1]),
        LOCK.replace("of the river has held through", "… has held through"),
        LOCK.replace("of the river has held through", "... has held through"),
    ],
)
def test_the_same_words_and_cuts_are_no_drift(other, drifts):
    assert drifts(LOCK, other) == []


@pytest.mark.parametrize(
    "other",
    [
        "The lock at the mouth of the canal was rebuilt by two brothers from the hills",
        "my father kept the lock and every storm since has left the mouth of the river as it was",
        "through every storm since my father kept it",
        "",
        " ".join(LOCK.split()[:12]) + " the year that we lost both our boats",
        " ".join(LOCK.split()[:9] + [f"w{n}" for n in range(40)] + LOCK.split()[9:]),
    ],
    ids=["other words", "other order", "too few", "none", "other end", "two ends of a speech"],
)
def test_other_sentences_about_the_same_thing_are_no_drift(other, drifts):
    assert drifts(LOCK, other) == []


def test_a_word_changed_here_and_there_makes_another_sentence(drifts):
    """3 of 20 words, far apart: .85 of the words match, but only half of the trigrams."""
    words = [*LOCK.split(), "for", "me"]
    for at in (4, 9, 14):
        words[at] = f"x{at}"
    assert drifts(LOCK + " for me", " ".join(words)) == []


def test_quotations_of_a_few_words_are_not_compared(drifts):
    """Seven words of a slogan are anybody's."""
    assert drifts("we will build the lock again soon", "we will not build the lock again") == []


def test_two_wordings_in_one_article_are_no_drift(articles, quotes):
    frame = articles(f"“{LOCK}” he said. “{LOCK.replace('every', 'each')}” he said later.")
    assert drift(frame, quotes(frame)) == []


def test_a_long_cut_without_an_ellipsis_weighs_nothing(drifts):
    """Ten words left out in the middle, a number among them, are a cut and no change of a word."""
    middle = "and I have counted 40 of them in my own book"
    longer = LOCK.replace("every storm", f"every storm, {middle},")
    assert [item.changes_substance for item in drifts(LOCK, longer)] == [False]


def test_the_edits_are_told_from_left_to_right(drifts):
    (found,) = drifts(LOCK.replace("every", "each"), LOCK)
    assert found.edits == (("each", "every"),)


def test_a_hundred_reprints_are_one_wording(drifts):
    (found,) = drifts(*[LOCK] * 100, LOCK.replace("every", "each"))
    assert len(found.left) == 100
    assert len(found.right) == 1


def test_many_wordings_of_one_quotation_are_not_compared_in_all_pairs():
    """A motto quoted in a thousand ways would make half a million comparisons."""
    rnd = random.Random(1)
    versions = sorted(
        tuple(word if rnd.random() > 0.1 else f"{word}x{n}" for word in LOCK.split())
        for n in range(1000)
    )
    assert len(list(_candidates(versions))) < 10 * 1000


def test_documents_in_quotation_marks_are_not_compared(drifts):
    """Beyond 400 words a comparison would not be linear."""
    long = " ".join(f"w{n}" for n in range(500))
    assert drifts(long, long.replace("w250", "other")) == []


def test_no_quotations_do_not_drift(articles, quotes):
    frame = articles("Nobody spoke.", "")
    assert drift(frame, quotes(frame)) == []


words = st.lists(st.sampled_from("we sail not on every day of the year".split()), max_size=16)


@given(st.lists(words.map(" ".join), max_size=5))
def test_any_quotations_are_compared_whatever_the_order_of_the_articles(articles, quotes, texts):
    frame = articles(*(f"“{text}”" for text in texts))
    found = drift(frame, quotes(frame))
    assert drift(frame.reverse(), quotes(frame.reverse())) == found
    for item in found:
        assert item.matched >= 8
        assert item.edits
        assert item.left < item.right
