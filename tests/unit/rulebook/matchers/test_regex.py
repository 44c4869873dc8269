"""`regex`: where patterns match, in code points, in linear time."""

import re

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.rulebook.matchers import MATCHERS, regex


def spans(pattern, *texts):
    """The matched texts with their lines, in order."""
    table = pl.DataFrame({"text": texts}, schema={"text": pl.String}).with_row_index("row")
    found = regex.spans(table, pattern).sort("row", "start")
    return [(row, start, end) for row, start, end in found.iter_rows()]


def refusal(pattern):
    return MATCHERS["regex"].refusals([pattern])[0]


def test_find_tells_which_pattern_matches_which_line():
    table = pl.DataFrame({"text": ["ab", "b", "x"]}).with_row_index("row")
    terms = pl.DataFrame(
        {"term": [4, 7], "value": ["a", "b$"]}, schema={"term": pl.UInt32, "value": pl.String}
    )
    assert sorted(MATCHERS["regex"].find(table, terms).iter_rows()) == [(0, 4), (0, 7), (1, 7)]


def found(pattern, text):
    """Whether a pattern is found in a text, and the places where it matches."""
    table = pl.DataFrame({"text": [text]}).with_row_index("row")
    terms = pl.DataFrame({"term": [0], "value": [pattern]}, schema_overrides={"term": pl.UInt32})
    places = regex.places(table, pattern).select("start", "end").rows()
    return MATCHERS["regex"].find(table, terms).height == 1, places


@pytest.mark.parametrize("space", [" ", "\u00a0", "\u2009", "\u202f"])
@pytest.mark.parametrize("pattern", ["by sea", "by[ -]sea", r"(?i)BY\x20SEA"])
def test_a_space_of_a_pattern_is_any_space_of_the_line(pattern, space):
    """Pages put no-break spaces where they like, and what reads the same is the same."""
    assert found(pattern, f"é by{space}sea") == (True, [(2, 8)])


@pytest.mark.parametrize(
    "pattern", [r"by\x{a0}sea", r"by\xA0sea", "by\u00a0sea", r"by[\x{00A0}]sea"]
)
def test_a_pattern_that_names_the_no_break_space_finds_it_alone(pattern):
    """Where it stands may be what a rule is about."""
    assert found(pattern, "by\u00a0sea") == (True, [(0, 6)])
    assert found(pattern, "by sea") == (False, [])


def test_case_counts_unless_the_pattern_says_otherwise():
    assert spans("share", "Share") == []
    assert spans("(?i)share", "Share") == [(0, 0, 5)]


def test_every_match_is_told():
    assert spans("fo+", "fo x foo", "none", "foofo") == [
        (0, 0, 2),
        (0, 5, 8),
        (2, 0, 3),
        (2, 3, 5),
    ]


@pytest.mark.parametrize(
    "before", ["é", "e\u0301", "😀", "👩‍👩‍👧", "\u00ad", "\u00a0", "漢字", "\U0010ffff", "\ufffd"]
)
def test_spans_count_code_points(before):
    """Polars itself tells bytes."""
    text = f"{before} ad {before}ad"
    assert [text[start:end] for _, start, end in spans("ad", text)] == ["ad", "ad"]
    assert spans("ad", text)[0][1] == len(before) + 1


@pytest.mark.parametrize("mark", ["\ufdd0", "\ufdd1", "\ufdd0\ufdd1", "\ufdd1\ufdd0"])
def test_a_text_that_holds_the_marks_themselves_keeps_its_offsets(mark):
    """A hostile text could otherwise forge matches or shift them."""
    text = f"{mark}ad{mark}{mark} ad{mark}"
    assert [text[start:end] for _, start, end in spans("ad", text)] == ["ad", "ad"]


def test_matches_of_no_width_are_left_out():
    assert spans("x*", "axxb") == [(0, 1, 3)]
    assert spans("^|$", "ab") == []


def test_groups_in_a_pattern_do_not_change_what_is_told():
    assert spans("(a)(b)?(?P<x>c)", "abc ac") == [(0, 0, 3), (0, 4, 6)]


def test_dollar_signs_in_the_text_stay_what_they_are():
    assert spans(r"\$[0-9]+", "cost $0 and ${0}1 or $12") == [(0, 5, 7), (0, 21, 24)]


@pytest.mark.parametrize(
    "pattern", [r"^(\w+\s?)*$", r"(a+)+$", r"(a|a)*b", r"(a|aa)+$", r"(.*a){12}", r"(x+x+)+y"]
)
def test_patterns_that_explode_elsewhere_stay_linear_here(pattern):
    """Python's `re` needs longer than the age of the universe for these."""
    assert refusal(pattern) is None
    text = "a" * 200_000 + "!"
    spans(pattern, text, "ab" * 100_000 + "!")


@pytest.mark.parametrize(
    ("pattern", "reason", "offset"),
    [
        ("ab(?=c)", "look-around", 2),
        ("ab(?!c)", "look-around", 2),
        ("(?<=a)b", "look-around", 0),
        (r"(a)\1", "back-reference", 3),
        ("(?>a)", "atomic group", 0),
        ("a*b)", "unopened", 3),
        ("a(b", "unclosed group", 1),
        ("[b", "unclosed character class", 0),
        ("*a", "missing expression", 0),
        (r"\p{Nope}", "the property `Nope`", 0),
        ("a{3", "unclosed counted repetition", 1),
        (r"(\w{20}){20}", "too large when compiled", 0),
    ],
)
def test_what_the_engine_does_not_take_is_refused_with_its_place(pattern, reason, offset):
    found = refusal(pattern)
    assert reason in found.message
    assert found.offset == offset


@pytest.mark.parametrize("pattern", ["a{20}", "a{3,20}", r"\{99\}", "[{99}]", r"\x{41}{3}", "a{0}"])
def test_small_repeats_and_braces_that_are_none_are_let_pass(pattern):
    assert refusal(pattern) is None


@pytest.mark.parametrize(
    "pattern", [".{0,80}", "a{21}", "[^x]{1,99}", "(ab){2,40}", "a{99999999999}"]
)
def test_large_repeats_are_refused_with_the_advice_to_limit_the_line(pattern):
    assert "where: {max-chars" in refusal(pattern).advice


@pytest.mark.parametrize(
    "pattern",
    ["((a{20}){20}){3}", "(?:(?:a{20}){20}){3}", "((?i)(ab|cd{9}){20}){9}", "(((){20}){20}){3}"],
)
def test_repeats_of_repeats_are_refused(pattern):
    assert "multiply into too many" in refusal(pattern).message


def test_each_of_many_patterns_gets_its_own_answer():
    answers = MATCHERS["regex"].refusals(["a", "(", "b", "x{99}", "c"])
    assert [answer is None for answer in answers] == [True, False, True, False, True]


def test_no_patterns_get_no_answers():
    assert MATCHERS["regex"].refusals([]) == []


@given(st.text(max_size=30))
def test_any_pattern_is_refused_or_can_be_used(pattern):
    if refusal(pattern) is None:
        spans(pattern, "some text", pattern)


SIMPLE = st.sampled_from(["a", "ab", "[ab]+", "é", "b|é", "(?:ab)+", "a.", "^a", "b$"])


@given(SIMPLE, st.text(alphabet="abé 😀\u0301\ufdd0", max_size=25))
def test_spans_agree_with_pythons_engine_where_both_know_the_pattern(pattern, text):
    expected = [(0, *match.span()) for match in re.finditer(pattern, text)]
    assert spans(pattern, text) == [span for span in expected if span[1] < span[2]]
