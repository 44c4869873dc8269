"""A region is one passage: chained over small edits, dense with matches, with clean ends."""

import random
from difflib import SequenceMatcher

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.reuse.align import COST, LARGEST_GAP, Aligned, align


def runs_of(left, right):
    """Maximal stretches of three or more equal words, by brute force."""
    found = []
    for i in range(len(left)):
        for j in range(len(right)):
            if i and j and left[i - 1] == right[j - 1]:
                continue
            n = 0
            while i + n < len(left) and j + n < len(right) and left[i + n] == right[j + n]:
                n += 1
            if n >= 3:
                found.append((i, j, n))
    return found


def aligned(left, right, min_words=15):
    """The regions of two texts, one number a word."""
    numbers = {word: n for n, word in enumerate(dict.fromkeys([*left, *right]))}
    left, right = [numbers[word] for word in left], [numbers[word] for word in right]
    return align(left, right, runs_of(left, right), min_words)


def test_a_verbatim_passage_is_one_region_with_its_exact_ends(story):
    source, other = story(1), story(2)
    planted = other[:40] + source[50:90] + other[40:]
    assert aligned(source, planted) == [Aligned(50, 90, 40, 80, 40)]


def test_a_replaced_word_does_not_split_a_region(story):
    source = story(1, 40)
    copy = [*source[:20], "otherwise", *source[21:]]
    assert aligned(source, copy) == [Aligned(0, 40, 0, 40, 39)]


def test_words_put_in_do_not_split_a_region(story):
    source = story(1, 40)
    copy = [*source[:20], "and", "then", "again", *source[20:]]
    assert aligned(source, copy) == [Aligned(0, 40, 0, 43, 40)]


def test_words_left_out_do_not_split_a_region(story):
    source = story(1, 40)
    assert aligned(source, source[:18] + source[22:]) == [Aligned(0, 40, 0, 36, 36)]


def test_words_that_match_inside_an_edit_are_counted(story):
    """Two equal words between replaced ones are too few for a run, yet they match."""
    source = story(1, 40)
    copy = [*source[:20], "here", *source[21:23], "there", *source[24:]]
    assert aligned(source, copy) == [Aligned(0, 40, 0, 40, 38)]


def test_a_wide_gap_splits_a_region(story):
    """20 words that match, 17 that do not, 20 that do: two passages, not one."""
    source, other = story(1, 57), story(2, 57)
    gap = LARGEST_GAP + 1
    copy = source[:20] + other[20 : 20 + gap] + source[20 + gap :]
    assert aligned(source, copy) == [Aligned(0, 20, 0, 20, 20), Aligned(37, 57, 37, 57, 20)]


def test_a_gap_that_costs_more_than_the_chain_has_earned_begins_anew(story):
    """3 matching words before 8 others earn 3 and cost 4: they are not part of the passage."""
    source, other = story(1, 60), story(2, 60)
    assert COST * 8 > 3
    copy = source[:3] + other[3:11] + source[11:41] + other[41:]
    assert aligned(source, copy) == [Aligned(11, 41, 11, 41, 30)]


def test_passages_in_another_order_are_two_regions(story):
    source = story(1, 60)
    assert aligned(source, source[30:] + source[:30]) == [
        Aligned(0, 30, 30, 60, 30),
        Aligned(30, 60, 0, 30, 30),
    ]


def test_a_region_goes_on_over_its_end_if_two_words_match_after_a_few(story):
    """A colleague's insertion near the end must not cut the last two words off."""
    source, other = story(1, 40), story(2, 40)
    copy = other[:9] + source[:2] + ["so", "said"] + source[2:30] + ["now"] + source[30:32]
    assert aligned(source, copy) == [Aligned(0, 32, 9, 44, 32)]


def test_a_region_does_not_go_on_for_one_word(story):
    source, other = story(1, 40), story(2, 40)
    copy = [*source[:30], other[30], source[31], *other[32:]]
    assert aligned(source, copy) == [Aligned(0, 30, 0, 30, 30)]


@pytest.mark.parametrize(("length", "found"), [(14, 0), (15, 1)])
def test_a_region_has_at_least_the_words_asked_for(length, found, story):
    source, other = story(1, 60), story(2, 60)
    copy = other[:20] + source[20 : 20 + length] + other[20:]
    assert len(aligned(source, copy, min_words=15)) == found


@pytest.mark.parametrize("distance", [8, 10])
def test_scattered_phrases_are_no_passage(distance, story):
    """Three equal words in every eight or ten are common to any two reports of one event."""
    source, other = story(1, 200), story(2, 200)
    copy = [source[n] if n % distance < 3 else other[n] for n in range(200)]
    assert aligned(source, copy) == []


def test_a_sentence_put_in_splits_a_region(story):
    """The two articles go on twelve words apart: two passages."""
    source, other = story(1, 40), story(2, 12)
    copy = source[:20] + other + source[20:]
    assert aligned(source, copy) == [Aligned(0, 20, 0, 20, 20), Aligned(20, 40, 32, 52, 20)]


def test_a_passage_that_the_other_article_has_twice_is_told_twice(story):
    passage, other = story(1, 30), story(2, 40)
    found = aligned(passage, passage + other + passage)
    assert found == [Aligned(0, 30, 0, 30, 30), Aligned(0, 30, 70, 100, 30)]


def test_a_passage_that_repeats_itself_is_told_once():
    """Four equal sentences match each other in sixteen ways; one region says it all."""
    sentence = "the cat sat down on the old mat and looked out".split()
    assert aligned(sentence * 4, sentence * 4) == [Aligned(0, 44, 0, 44, 44)]


def test_no_runs_make_no_regions(story):
    assert align([1, 2, 3], [4, 5, 6], [], 15) == []


edits = st.lists(
    st.tuples(st.sampled_from(["put", "drop", "swap"]), st.integers(0, 119)), max_size=12
)


def edited(words, changes):
    words = list(words)
    for n, (change, at) in enumerate(sorted(changes, key=lambda item: -item[1])):
        if change == "put":
            words.insert(at, f"new{n}")
        elif change == "drop":
            del words[at : at + 1]
        else:
            words[at : at + 1] = [f"new{n}"]
    return words


@given(edits, st.integers(0, 99))
def test_a_copy_with_a_few_edits_is_one_region_with_the_words_of_an_optimal_alignment(
    story, changes, seed
):
    """No word is twice in the story, so that the longest common subsequence is difflib's."""
    source = story(seed, 120)
    copy = edited(source, changes)
    blocks = SequenceMatcher(None, source, copy, autojunk=False).get_matching_blocks()
    best = sum(block.size for block in blocks)
    found = aligned(source, copy)
    assert sum(region.matched for region in found) <= best
    assert sum(region.matched for region in found) >= best - 2 * len(changes)


@given(st.integers(0, 999), st.integers(2, 9))
def test_regions_hold_what_they_say(seed, size):
    """Of any two texts, however repetitive: enough words, inside both, no more than either."""
    rnd = random.Random(seed)
    left, right = (rnd.choices(range(size), k=60) for _ in range(2))
    for region in align(left, right, runs_of(left, right), 15):
        left_words = region.left_end - region.left_start
        right_words = region.right_end - region.right_start
        assert 0 <= region.left_start < region.left_end <= 60
        assert 0 <= region.right_start < region.right_end <= 60
        assert 15 <= region.matched <= min(left_words, right_words)
        assert left[region.left_start] == right[region.right_start]
        assert left[region.left_end - 1] == right[region.right_end - 1]
