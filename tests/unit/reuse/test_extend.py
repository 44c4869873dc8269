"""A passage is grown over small edits, dense with matches, with clean ends, and holds every run."""

import random
from difflib import SequenceMatcher

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.reuse.extend import (
    COST,
    DENSITY,
    LARGEST_DRIFT,
    LARGEST_GAP,
    LARGEST_SKIP,
    SHORT,
    SHORT_DENSITY,
    grow,
    in_common,
    passages,
)


def runs_of(left, right):
    """Where maximal stretches of three or more equal words begin, by brute force."""
    found = []
    for i in range(len(left)):
        for j in range(len(right)):
            if i and j and left[i - 1] == right[j - 1]:
                continue
            if left[i : i + 3] == right[j : j + 3] and min(len(left) - i, len(right) - j) >= 3:
                found.append((i, j))
    return found


def equal_runs(left, right, least):
    """All maximal stretches of equal words: where they begin, and how many words they have."""
    found = []
    for i in range(len(left)):
        for j in range(len(right)):
            if i and j and left[i - 1] == right[j - 1]:
                continue
            n = 0
            while i + n < len(left) and j + n < len(right) and left[i + n] == right[j + n]:
                n += 1
            if n >= least:
                found.append((i, j, n))
    return found


def pack(pairs):
    return np.array(sorted((i << 32) | j for i, j in pairs), np.uint64)


@pytest.fixture(scope="session")
def extended(words_at):
    """The passages of two texts at one speed: spans on both sides and matched words."""

    def _extended(left, right, min_words=15, anchors=None, large=False):
        words = words_at(large, " ".join(left), " ".join(right))
        anchors = runs_of(left, right) if anchors is None else anchors
        found = passages(words, pack((i, len(left) + j) for i, j in anchors), min_words)
        assert found.shape[1] == 7
        return [
            (a, b, c - len(left), d - len(left), matched)
            for _, _, a, b, c, d, matched in found.tolist()
        ]

    return _extended


def test_a_verbatim_passage_is_one_with_its_exact_ends(extended, story):
    source, other = story(1), story(2)
    planted = other[:40] + source[50:90] + other[40:]
    assert extended(source, planted) == [(50, 90, 40, 80, 40)]


@pytest.mark.parametrize("at", [0, 1, 20, 38, 39])
def test_it_does_not_matter_where_in_the_passage_the_anchor_lies(at, extended, story):
    source, other = story(1), story(2)
    planted = other[:40] + source[50:90] + other[40:]
    assert extended(source, planted, anchors=[(50 + at, 40 + at)]) == [(50, 90, 40, 80, 40)]


def test_a_replaced_word_does_not_split_a_passage(extended, story):
    source = story(1, 40)
    copy = [*source[:20], "otherwise", *source[21:]]
    assert extended(source, copy) == [(0, 40, 0, 40, 39)]


@pytest.mark.parametrize("count", range(1, LARGEST_SKIP + 2))
def test_words_put_in_do_not_split_a_passage(count, extended, story):
    """Those that growing skips, and one more, over which segments are chained."""
    source = story(1, 40)
    copy = source[:20] + story(2, count) + source[20:]
    assert extended(source, copy) == [(0, 40, 0, 40 + count, 40)]


@pytest.mark.parametrize("count", range(1, LARGEST_SKIP + 2))
def test_words_left_out_do_not_split_a_passage(count, extended, story):
    source = story(1, 40)
    kept = 40 - count
    assert extended(source, source[:18] + source[18 + count :]) == [(0, 40, 0, kept, kept)]


def test_words_that_match_inside_an_edit_are_counted(extended, story):
    """Two equal words between replaced ones are too few for a run, yet they match."""
    source = story(1, 40)
    copy = [*source[:20], "here", *source[21:23], "there", *source[24:]]
    assert extended(source, copy) == [(0, 40, 0, 40, 38)]


def test_single_words_that_match_between_two_segments_are_counted(extended, story):
    """Six words apart, of which the third is the same: the alignment pairs it."""
    source = story(1, 46)
    new = story(2, 6)
    copy = [*source[:20], *new[:2], source[22], *new[3:], *source[26:]]
    assert extended(source, copy) == [(0, 46, 0, 46, 41)]


def test_a_gap_of_sixteen_words_is_the_widest_in_a_passage(extended, story):
    """20 words that match, some that do not, 20 that do: one passage, or two."""
    source, other = story(1, 60), story(2, 60)
    for gap, expected in (
        (LARGEST_GAP, [(0, 56, 0, 56, 40)]),
        (LARGEST_GAP + 1, [(0, 20, 0, 20, 20), (37, 57, 37, 57, 20)]),
    ):
        copy = source[:20] + other[20 : 20 + gap] + source[20 + gap : 40 + gap]
        assert extended(source[: 40 + gap], copy) == expected


def test_ten_words_more_on_one_side_are_the_most_in_a_passage(extended, story):
    source, other = story(1, 40), story(2, 12)
    one = [(0, 40, 0, 40 + LARGEST_DRIFT, 40)]
    two = [(0, 20, 0, 20, 20), (20, 40, 31, 51, 20)]
    for count, expected in ((LARGEST_DRIFT, one), (LARGEST_DRIFT + 1, two)):
        copy = source[:20] + other[:count] + source[20:]
        assert extended(source, copy) == expected


def test_a_gap_that_costs_more_than_the_chain_has_earned_begins_anew(extended, story):
    """3 matching words before 8 others earn 6 and cost 8: they are not part of the passage."""
    source, other = story(1, 60), story(2, 60)
    assert COST * 8 > 2 * 3
    copy = source[:3] + other[3:11] + source[11:41] + other[41:]
    assert extended(source, copy) == [(11, 41, 11, 41, 30)]


def test_passages_in_another_order_are_two(extended, story):
    source = story(1, 60)
    assert sorted(extended(source, source[30:] + source[:30])) == [
        (0, 30, 30, 60, 30),
        (30, 60, 0, 30, 30),
    ]


def test_a_passage_goes_on_over_its_end_if_two_words_match_after_a_few(extended, story):
    """A colleague's insertion near the end must not cut the last two words off."""
    source, other = story(1, 40), story(2, 40)
    copy = other[:9] + source[:2] + ["so", "said"] + source[2:30] + ["now"] + source[30:32]
    assert extended(source, copy) == [(0, 32, 9, 44, 32)]


def test_a_passage_does_not_go_on_for_one_word(extended, story):
    source, other = story(1, 40), story(2, 40)
    copy = [*source[:30], other[30], source[31], *other[32:]]
    assert extended(source, copy) == [(0, 30, 0, 30, 30)]


@pytest.mark.parametrize(("length", "found"), [(11, 0), (12, 1)])
def test_a_passage_has_at_least_the_words_asked_for(length, found, extended, story):
    source, other = story(1, 60), story(2, 60)
    copy = other[:20] + source[20 : 20 + length] + other[20:]
    assert len(extended(source, copy, min_words=12)) == found


@pytest.mark.parametrize(("matched", "gap", "found"), [(-1, 6, 0), (0, 6, 1), (-1, 4, 1)])
def test_a_short_passage_with_much_else_inside_is_as_often_chance(
    matched, gap, found, extended, story
):
    """Two runs shorter than those asked for, so many words apart that .76 or .83 of all match."""
    source, other = story(1, 60), story(2, 60)
    half, rest = SHORT // 2, SHORT // 2 + matched
    assert (half + rest < SHORT_DENSITY * (half + rest + gap)) == (gap == 6)
    copy = source[:half] + other[half : half + gap] + source[half + gap : half + gap + rest]
    assert len(extended(source, copy, min_words=12)) == found


@pytest.mark.parametrize("distance", [8, 10])
def test_scattered_phrases_are_no_passage(distance, extended, story):
    """Three equal words in every eight or ten are common to any two reports of one event."""
    source, other = story(1, 200), story(2, 200)
    copy = [source[n] if n % distance < 3 else other[n] for n in range(200)]
    assert extended(source, copy) == []


def test_a_passage_that_the_other_article_has_twice_is_told_twice(extended, story):
    passage, other = story(1, 30), story(2, 40)
    found = extended(passage, passage + other + passage)
    assert sorted(found) == [(0, 30, 0, 30, 30), (0, 30, 70, 100, 30)]


def test_a_passage_that_repeats_itself_is_told_once(extended):
    """Four equal sentences match each other in sixteen ways; one passage says it all."""
    sentence = "the cat sat down on the old mat and looked out".split()
    assert extended(sentence * 4, sentence * 4) == [(0, 44, 0, 44, 44)]


def test_no_anchors_make_no_passages(extended, story):
    for large in (False, True):
        assert extended(story(1, 20), story(2, 20), anchors=[], large=large) == []
        assert extended([], [], anchors=[], large=large) == []


@pytest.mark.parametrize(
    ("behind", "in_front"),
    [
        ("x R R x R R", ""),
        ("", "R R x R R x"),
        ("x R R", "R R x"),
        ("x x x R R R x R R", "R R x R R R x x x"),
        ("x R x R R x x R R R", ""),
        ("x x x R R", "R R x x x"),
    ],
)
@pytest.mark.parametrize("length", [12, 13, 14])
def test_edits_beside_a_run_of_the_fewest_words_do_not_hide_it(
    length, behind, in_front, extended, story
):
    """Every run of so many words is reported, whatever else matches around it."""
    front, back = in_front.split(), behind.split()
    source, new = story(1, 60), iter(story(2, 60))
    begin = 20 - len(front)
    copy = [source[begin + n] if kind == "R" else next(new) for n, kind in enumerate(front)]
    copy += source[20 : 20 + length]
    copy += [source[20 + length + n] if kind == "R" else next(new) for n, kind in enumerate(back)]
    for large in (False, True):
        found = extended(source, copy, min_words=12, anchors=[(22, len(front) + 2)], large=large)
        assert any(
            a <= 20 and b >= 20 + length and c <= len(front) and d >= len(front) + length
            for a, b, c, d, _ in found
        )


@pytest.mark.parametrize("sizes", [(12, 9, 9), (12, 5, 12), (9, 9, 12), (5, 12, 4, 13, 5)])
def test_sparse_neighbours_do_not_hide_a_run(sizes, extended, story):
    """Runs with 16 other words between them: fewer than half match, yet twelve are a run."""
    source, other = story(1, 120), story(2, 120)
    begins = [sum(sizes[:n]) + LARGEST_GAP * n for n in range(len(sizes))]
    runs = [range(begin, begin + size) for begin, size in zip(begins, sizes, strict=True)]
    matching = {at for run in runs for at in run}
    assert len(matching) < DENSITY * runs[-1].stop
    copy = [source[n] if n in matching else other[n] for n in range(runs[-1].stop)]
    for large in (False, True):
        found = extended(source, copy, min_words=12, large=large)
        for run in runs:
            told = [max(a, c) <= run.start and run.stop <= min(b, d) for a, b, c, d, _ in found]
            assert any(told) or len(run) < 12


small = st.lists(st.sampled_from("abcd"), max_size=40)


@given(small, small, st.sampled_from([5, 12, 15]))
def test_both_speeds_give_the_same_passages(extended, left, right, min_words):
    expected = extended(left, right, min_words)
    assert extended(left, right, min_words, large=True) == expected


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
def test_a_copy_with_a_few_edits_has_the_words_of_an_optimal_alignment(
    extended, story, changes, seed
):
    """No word is twice in the story, so that the longest common subsequence is difflib's."""
    source = story(seed, 120)
    copy = edited(source, changes)
    blocks = SequenceMatcher(None, source, copy, autojunk=False).get_matching_blocks()
    best = sum(block.size for block in blocks)
    for large in (False, True):
        matched = sum(passage[-1] for passage in extended(source, copy, large=large))
        assert best - 2 * len(changes) <= matched <= best


@given(edits, st.integers(0, 99))
def test_every_verbatim_run_of_an_edited_copy_lies_in_one_passage(extended, story, changes, seed):
    source = story(seed, 120)
    copy = edited(source, changes)
    found = extended(source, copy, min_words=12)
    for i, j, n in equal_runs(source, copy, 12):
        assert any(a <= i and i + n <= b and c <= j and j + n <= d for a, b, c, d, _ in found)


@given(st.integers(0, 999), st.integers(2, 9))
def test_passages_hold_what_they_say(extended, seed, size):
    """Of any two texts, however repetitive: enough words, inside both, no more than either."""
    rnd = random.Random(seed)
    left, right = (rnd.choices("abcdefghi"[:size], k=60) for _ in range(2))
    for a, b, c, d, matched in extended(left, right):
        assert 0 <= a < b <= 60
        assert 0 <= c < d <= 60
        assert max(15, DENSITY * max(b - a, d - c)) <= matched <= min(b - a, d - c)
        assert (left[a], left[b - 1]) == (right[c], right[d - 1])


@given(st.integers(0, 999), st.integers(2, 9))
def test_passages_match_no_more_words_than_the_longest_common_subsequence(extended, seed, size):
    rnd = random.Random(seed)
    left, right = (rnd.choices("abcdefghi"[:size], k=50) for _ in range(2))
    for a, b, c, d, matched in extended(left, right, min_words=12):
        assert matched <= common(left[a:b], right[c:d])


def test_a_passage_never_runs_over_the_end_of_an_article(words_at, story):
    """The next article begins with the words that would go on; they are another article's."""
    whole = story(4, 60)
    for large in (False, True):
        words = words_at(large, whole[:30], whole[30:], whole)
        found = passages(words, pack([(5, 65), (35, 95)]), 15)
        assert found.tolist() == [[0, 2, 0, 30, 60, 90, 30], [1, 2, 30, 60, 90, 120, 30]]


def test_each_pair_has_its_own_passages_in_the_order_of_the_articles(words_at, story):
    """Three articles: nothing of one pair may be counted to another."""
    one, two, three = story(1, 20), story(2, 20), story(3, 20)
    for large in (False, True):
        words = words_at(large, one + two, two + three, three + one)
        found = passages(words, pack([(3, 103), (25, 45), (63, 83)]), 15)
        assert found.tolist() == [
            [0, 1, 20, 40, 40, 60, 20],
            [0, 2, 0, 20, 100, 120, 20],
            [1, 2, 60, 80, 80, 100, 20],
        ]


def test_many_anchors_of_one_passage_make_it_once(extended, story):
    text = story(1, 200)
    anchors = [(at, at) for at in range(200)]
    for large in (False, True):
        assert extended(text, text, anchors=anchors, large=large) == [(0, 200, 0, 200, 200)]


def common(left, right):
    """The length of the longest common subsequence, by its definition."""
    table = [[0] * (len(right) + 1) for _ in range(len(left) + 1)]
    for i, one in enumerate(left):
        for j, two in enumerate(right):
            best = max(table[i][j + 1], table[i + 1][j])
            table[i + 1][j + 1] = max(best, table[i][j] + (one == two))
    return table[-1][-1]


gaps = st.lists(st.sampled_from("abc"), max_size=LARGEST_GAP)


@given(gaps, gaps, st.integers(0, 16))
def test_the_words_in_common_of_two_gaps_are_the_longest_common_subsequence(left, right, dirt):
    """Whatever the row holds from the gap before."""
    words = [*left, "-", *right]
    row = np.full(LARGEST_GAP + 1, dirt)
    begin = len(left) + 1
    assert in_common(words, 0, len(left), begin, len(words), row) == common(left, right)


def grown(left, right):
    """How far two texts that begin alike are grown to the right, and, turned round, to the left."""
    left, right = left.split(), right.split()
    words = [*left, "|", *right]
    begin = len(left) + 1
    i, j, *counts = grow(words, 0, begin, len(left), len(words), 1)
    ahead = (i, j - begin, *counts)
    words.reverse()
    last, last_right = len(words) - 1, len(right) - 1
    i, j, *counts = grow(words, last, last_right, len(right), -1, -1)
    assert (last - i, last_right - j, *counts) == ahead
    return ahead


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("a b c d", "a b c d", (4, 4, 4, 4)),
        ("a b c d", "a b c x", (3, 3, 3, 3)),
        ("a b c d e", "a b x d e", (5, 5, 4, 2)),
        ("a b c d e f", "a b x d e f", (6, 6, 5, 5)),
        ("a b c d e", "a b d e", (5, 4, 4, 2)),
        ("a b d e", "a b c d e", (4, 5, 4, 2)),
        ("a b 1 2 3 d e f", "a b 4 5 6 d e f", (8, 8, 5, 5)),
        ("a b 1 2 3 4 c 6 d e f", "a b 5 6 7 8 c 9 d e f", (11, 11, 6, 5)),
        ("a b 1 2 3 4 5 6 7 d e f g h", "a b 8 9 10 11 12 13 14 d e f g h", (2, 2, 2, 2)),
        ("a b 1 2 3 4 d e f", "a b d e f", (2, 2, 2, 2)),
        ("a b c d", "a b x d", (2, 2, 2, 2)),
        ("a b 1 2 3 d e", "a b d e", (7, 4, 4, 2)),
        ("a b c", "a b c d e f", (3, 3, 3, 3)),
        ("x", "y", (0, 0, 0, 0)),
        ("1 d e f", "2 d e f", (4, 4, 3, 3)),
    ],
    ids=str,
)
def test_a_passage_is_grown_as_far_as_it_pays(left, right, expected):
    """Places past the last word on both sides, words matched, of these in runs; by hand.

    Up to three words are skipped where two equal ones follow, up to six when as many stand for them.
    A skipped word costs 1, a matched one earns 2; only runs of three count as such, and the first,
    which goes on with the anchor.
    """
    assert grown(left, right) == expected


def test_the_nearest_way_on_is_taken():
    """After one replaced word the text goes on; the same two words further on are not it."""
    assert grown("a x d e q r", "a y d e d e") == (4, 4, 3, 1)


def test_growing_ends_where_the_passage_has_earned_most():
    """Skips of three words for two matched ones cost more than they bring: 3 for 4, then again."""
    left = "a b c " + " ".join(f"x{n} y{n} z{n} p{n} q{n}" for n in range(4))
    right = "a b c " + " ".join(f"u{n} v{n} w{n} p{n} q{n}" for n in range(4))
    assert grown(left, right) == (23, 23, 11, 3)
