"""Pairs of texts with runs of words in common."""

from hypothesis import given
from hypothesis import strategies as st

from provenance.lineage.runs import sharing

SENTENCE = "the harbour burned all night and nobody knew who had closed the gate"


def test_nothing_pairs_with_nothing():
    assert sharing([]) == []
    assert sharing(["", "one two three"]) == []


def test_marks_and_case_do_not_matter():
    assert sharing([SENTENCE, f"“{SENTENCE.replace(' ', ', ').upper()}!”"]) == [(0, 1)]


def test_apostrophes_do_not_part_words():
    assert sharing(["we don't know that", "we dont know that"]) == [(0, 1)]


def test_fewer_than_four_words_are_no_run():
    assert sharing(["the harbour burned", "the harbour burned"]) == []


def test_a_quarter_of_the_shorter_text_is_enough():
    eleven = "a b c d e f g h i j k"
    assert sharing([eleven, "a b c d e"]) == [(0, 1)]
    assert sharing([eleven, "a b c d 1 2 3 4 5 6 7"]) == []


def test_exactly_a_quarter_of_the_runs_is_enough():
    """Eleven words are eight runs; of these two are in both, and one is too few."""
    eleven = "a b c d e f g h i j k"
    assert sharing([eleven, "a b c d e 1 2 3 4 5 6"]) == [(0, 1)]
    assert sharing([eleven, "a b c d 0 1 2 3 4 5 6"]) == []


def test_a_run_of_eight_texts_is_rare_and_of_nine_is_not():
    texts = [f"make our harbour great {n}" for n in range(9)]
    assert len(sharing(texts[:8])) == 8 * 7 / 2
    assert len(sharing(texts)) == 8


def test_a_run_does_not_reach_over_from_one_text_into_the_next():
    assert sharing(["a b", "c d", "a b c d"]) == []
    assert sharing(["x a b", "c d y", "a b", "c d"]) == []


def test_a_phrase_that_everybody_uses_leads_to_the_first_only():
    """Otherwise a slogan in 5,000 speeches would be 12 million comparisons."""
    texts = [f"make our harbour great {n}" for n in range(40)]
    assert sharing(texts) == [(0, n) for n in range(1, 40)]


@given(st.lists(st.text(alphabet="ab ", min_size=8, max_size=30), max_size=6, unique=True))
def test_every_pair_has_words_in_common(texts):
    for left, right in sharing(texts):
        assert left < right
        assert set(texts[left].split()) & set(texts[right].split())


@given(st.lists(st.sampled_from(SENTENCE.split()), min_size=4, max_size=30))
def test_a_text_inside_another_one_is_found(words):
    text = " ".join(words)
    assert sharing([text, f"{text} 1 2 3 4 5"]) == [(0, 1)]


def test_a_text_that_repeats_one_word_is_no_trouble():
    assert sharing(["no " * 200_000, SENTENCE]) == []
