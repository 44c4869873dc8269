"""`lines`, `starts` and `contains`: folded phrases, whole words."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.rulebook.matchers import MATCHERS
from provenance.rulebook.matchers.matcher import PAIRS
from provenance.rulebook.matchers.phrases import MOST_NESTED
from provenance.text.fold import fold


def found(kind, phrases, *lines):
    """The pairs of line and phrase where a phrase of this kind matches, sorted."""
    texts = pl.Series("text", lines, dtype=pl.String)
    table = pl.DataFrame({"text": texts, "folded": fold(texts)}).with_row_index("row")
    terms = pl.DataFrame({"value": phrases}, schema={"value": pl.String}).with_row_index("term")
    pairs = MATCHERS[kind].find(table, terms)
    assert dict(pairs.schema) == PAIRS
    return sorted(pairs.iter_rows())


def lines_hit(kind, phrases, *lines):
    return [lines[row] for row, _ in found(kind, phrases, *lines)]


def test_lines_matches_only_the_whole_line():
    lines = ("Share", "share this", "Do share", "SHARE", "shares")
    assert lines_hit("lines", ["share"], *lines) == ["Share", "SHARE"]


@pytest.mark.parametrize("line", ["Share:", "Share :", "Share…", "Share...", "• Share (3)"])
def test_lines_passes_over_a_colon_or_ellipsis_at_the_end(line):
    assert lines_hit("lines", ["share"], line) == [line]
    assert lines_hit("lines", ["share:"], line) == [line]


def test_lines_says_which_phrase():
    assert found("lines", ["a", "b"], "B", "x", "A") == [(0, 1), (2, 0)]


def test_lines_of_any_length_may_stand_beside_short_phrases():
    assert lines_hit("lines", ["a"], "a", "x" * 1_000_000) == ["a"]


def test_starts_matches_the_beginning_only():
    lines = ("Read more: x", "» READ MORE", "I read more", "Read  more")
    assert lines_hit("starts", ["read more"], *lines) == [
        "Read more: x",
        "» READ MORE",
        "Read  more",
    ]


def test_contains_matches_anywhere():
    lines = ("All rights reserved.", "© X. ALL RIGHTS RESERVED", "all rights")
    assert lines_hit("contains", ["all rights reserved"], *lines) == list(lines[:2])


@pytest.mark.parametrize("kind", ["starts", "contains"])
@pytest.mark.parametrize(
    ("phrase", "line", "hit"),
    [
        ("follow us", "Follow using a map", False),
        ("follow us", "Follow us, please", True),
        ("follow us", "Follow us", True),
        ("related:", "Related:x", True),
        ("ad", "ads", False),
        ("é", "été", False),
        ("photo (", "Photo (AP)", True),
        ("c++", "c++11", True),
    ],
)
def test_a_phrase_neither_begins_nor_ends_inside_a_word(kind, phrase, line, hit):
    assert bool(found(kind, [phrase], line)) is hit


def test_a_later_whole_word_counts_where_an_earlier_place_is_inside_one():
    assert lines_hit("contains", ["ad"], "bad ad") == ["bad ad"]
    assert lines_hit("starts", ["ad"], "ads ad") == []


@pytest.mark.parametrize("phrase", ["a.b", "a*b", "[x]", "(y", "a|b", "^a", "$5", "a\\b", "a{2}"])
def test_what_means_something_in_a_regex_means_itself_in_a_phrase(phrase):
    assert lines_hit("contains", [phrase], f"x {phrase} y", "x aab y", "acb") == [f"x {phrase} y"]


@pytest.mark.parametrize("kind", ["starts", "contains"])
def test_phrases_inside_one_another_are_all_found(kind):
    phrases = ["all rights", "all rights reserved", "all"]
    assert found(kind, phrases, "All rights reserved") == [(0, 0), (0, 1), (0, 2)]


def test_a_line_is_told_once_however_often_it_holds_the_phrase():
    assert found("contains", ["ad"], "ad ad ad") == [(0, 0)]


def test_the_same_phrase_of_two_rules_is_found_for_both():
    for kind in ("lines", "starts", "contains"):
        assert found(kind, ["Share", "share"], "share") == [(0, 0), (0, 1)]


@pytest.mark.parametrize("kind", ["lines", "starts", "contains"])
def test_no_lines_have_no_matches(kind):
    assert found(kind, ["a"]) == []


@pytest.mark.parametrize("kind", ["starts", "contains"])
def test_a_line_that_holds_every_phrase_at_every_place_is_searched(kind):
    phrases = ["a" * n for n in range(1, MOST_NESTED + 1)]
    line = "a" * 400_000
    assert found(kind, phrases, line, "a") == [(1, 0)]


WORDS = st.sampled_from(["ad", "read", "more", "all", "é", "u.s.", "x"])
PHRASES = st.lists(WORDS, min_size=1, max_size=3).map(" ".join)
LINES = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)


@given(st.lists(PHRASES, min_size=1, max_size=5), st.lists(LINES, max_size=5))
def test_literals_agree_with_looking_for_each_phrase_in_words(phrases, lines):
    """The slow and obvious way: words between spaces."""
    expected = {"lines": set(), "starts": set(), "contains": set()}
    for row, line in enumerate(lines):
        for term, phrase in enumerate(phrases):
            expected["lines"] |= {(row, term)} if line == phrase else set()
            padded = f"{line} "
            expected["starts"] |= {(row, term)} if padded.startswith(f"{phrase} ") else set()
            expected["contains"] |= {(row, term)} if f" {phrase} " in f" {padded}" else set()
    for kind, pairs in expected.items():
        assert set(found(kind, phrases, *lines)) == pairs
