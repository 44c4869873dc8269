"""Pairs of utterances are proposed from their keys as they would be from their words."""

import random
from itertools import combinations

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.attribution import UTTERANCES, alike
from provenance.attribution.alike import Texts
from provenance.attribution.keys import Form, utterances

SENTENCE = "the harbour burned all night and nobody knew who had closed the gate"
LOCK = "the lock at the mouth of the river has held through every storm since my father kept it"


def table(sets, form=Form.SAID):
    """A frame of utterances that hold these shingles, one an article; hashes are made of numbers."""
    rows = []
    for n, numbers in enumerate(sets):
        shingles = sorted(number * 0x9E3779B97F4A7C15 % 2**64 for number in numbers)
        bits = [0] * 4
        for each in shingles:
            bits[each >> 62] |= 1 << (each >> 56) % 64
        rows.append((f"a{n:05}", 0, form.value, 0, 1, [], n, shingles, bits))
    return pl.DataFrame(rows, schema=UTTERANCES, orient="row")


def proposed(sets, least):
    """The pairs of these sets of shingles, each with how many shingles proposed it."""
    texts = Texts.of(table(sets).lazy(), Form.SAID, "start")
    left, right, times = (each.tolist() for each in texts.alike(least))
    return dict(zip(zip(left, right, strict=True), times, strict=True))


def by_definition(sets):
    """All pairs of the holders of a rare shingle, and those of the first with all others."""
    times = {}
    for number in set().union(*sets):
        found = [at for at, one in enumerate(sets) if number in one]
        pairs = combinations(found, 2) if len(found) <= 8 else ((found[0], at) for at in found[1:])
        for pair in pairs:
            times[pair] = times.get(pair, 0) + 1
    return times


@pytest.mark.parametrize("part", [3, 1 << 23])
@given(st.lists(st.frozensets(st.integers(0, 30), max_size=12), max_size=24))
def test_no_pair_with_enough_in_common_is_passed_over(part, sets):
    """Held against all pairs: those whose shingles are rare, and those of a first holder."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(alike, "_PART", part)
        found = proposed(sets, 0.6)
    expected = by_definition(sets)
    enough = {
        (left, right)
        for left, right in expected
        if len(sets[left] & sets[right]) >= 0.6 * min(len(sets[left]), len(sets[right]))
    }
    assert list(found) == sorted(found)
    assert enough <= set(found)
    assert found.items() <= expected.items()


@given(st.lists(st.frozensets(st.integers(0, 40), max_size=20), min_size=2, max_size=12))
def test_what_two_texts_have_in_common_is_counted(sets):
    texts = Texts.of(table(sets).lazy(), Form.SAID, "start")
    left, right = np.array(list(combinations(range(len(sets)), 2))).T
    common = [len(one & other) for one, other in combinations(sets, 2)]
    shorter = [min(len(one), len(other)) for one, other in combinations(sets, 2)]
    assert texts.common(left, right).tolist() == common
    assert texts.shorter(left, right).tolist() == shorter


def test_pairs_that_are_counted_in_parts_are_counted_alike(monkeypatch):
    texts = Texts.of(table([{1, 2, 3}, {2, 3, 4}, {3, 4, 5}]).lazy(), Form.SAID, "start")
    left, right = np.array([[0, 0, 1], [1, 2, 2]])
    monkeypatch.setattr(alike, "_PAIRS", 1)
    assert texts.common(left, right).tolist() == [2, 1, 2]


def test_equal_texts_are_one_with_the_number_of_the_first():
    rows = table([{1, 2}, {3}, {1, 2}]).with_columns(digest=pl.Series([7, 8, 7], dtype=pl.UInt64))
    for order in (rows, rows.reverse()):
        texts = Texts.of(order.lazy(), Form.SAID, "start")
        assert texts.first.select("number", "article_id", "times").rows() == [
            (0, "a00000", 2),
            (1, "a00001", 1),
        ]
        found = texts.places([0]).select("number", "article_id").rows()
        assert found == [(0, "a00000"), (0, "a00002")]


def test_the_other_form_is_not_looked_at():
    rows = table([{1, 2}, {1, 2}], Form.WRITTEN)
    assert Texts.of(rows.lazy(), Form.SAID, "start").first.is_empty()


def test_no_texts_make_no_pairs():
    assert proposed([], 0.6) == {}


def test_many_wordings_of_one_quotation_are_not_compared_in_all_pairs():
    """A motto quoted in a thousand ways would make half a million comparisons."""
    rnd = random.Random(1)
    versions = sorted(
        frozenset(at if rnd.random() > 0.3 else 1000 * n + at for at in range(20))
        for n in range(1, 1000)
    )
    assert len(proposed(versions, 0.6)) < 10 * 1000


def sharing(articles, quotes, texts):
    """The pairs of quoted texts that share a quarter of the shorter one's runs of four words."""
    frame = articles(*(f"Somebody said: “{text}”" for text in texts))
    quotes = quotes(frame).with_columns(use=pl.lit("speech"), words=pl.lit(8, pl.Int64))
    texts = Texts.of(utterances(frame, quotes).lazy(), Form.WRITTEN, "utterance")
    left, right, runs = texts.alike(0.25)
    enough = runs >= 0.25 * texts.shorter(left, right)
    found = texts.first["article_id"]
    return sorted(zip(found[left[enough]], found[right[enough]], strict=True))


@pytest.fixture(scope="session")
def shared(articles, quotes):
    return lambda *texts: sharing(articles, quotes, texts)


ONE = [("a0", "a1")]


def test_marks_case_and_apostrophes_do_not_matter(shared):
    assert shared(SENTENCE, f"{SENTENCE.replace(' ', ', ').upper()}!") == ONE
    assert shared("we don't know that", "we dont know that") == ONE


def test_fewer_than_four_words_are_no_run(shared):
    assert shared("the harbour burned", "the harbour burned!") == []


def test_exactly_a_quarter_of_the_runs_of_the_shorter_text_is_enough(shared):
    """Eleven words are eight runs; of these two are in both, and one is too few."""
    eleven = "aa b c d e f g h i j k"
    assert shared(eleven, "aa b c d e") == ONE
    assert shared(eleven, "aa b c d e 1 2 3 4 5 6") == ONE
    assert shared(eleven, "aa b c d 0 1 2 3 4 5 6") == []


def test_a_run_of_eight_texts_is_rare_and_of_nine_is_not(shared):
    texts = [f"make our harbour great {n}" for n in range(9)]
    assert len(shared(*texts[:8])) == 8 * 7 / 2
    assert len(shared(*texts)) == 8


def test_a_phrase_that_everybody_uses_leads_to_the_first_only(shared):
    """Otherwise a slogan in 5,000 speeches would be 12 million comparisons."""
    found = shared(*(f"make our harbour great {n}" for n in range(40)))
    assert {left for left, _ in found} == {"a0"}
    assert len(found) == 39


def test_texts_are_read_again_by_their_numbers(articles, quotes):
    frame = articles(f"“{LOCK}”", "Nobody spoke.", f"It held. “{LOCK.replace('every', 'each')}”")
    found = quotes(frame)
    texts = Texts.of(utterances(frame, found).lazy(), Form.SAID, "start", "end")
    first, second = tuple(LOCK.split()), tuple(LOCK.replace("every", "each").split())
    assert texts.wordings(frame, found.lazy(), [1, 0, 1]) == {0: first, 1: second}
    assert texts.wordings(frame.reverse(), found.reverse().lazy(), [1]) == {1: second}
    assert texts.wordings(frame, found.lazy(), []) == {}
