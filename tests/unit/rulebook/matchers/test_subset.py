r"""`subset`: the regex syntax that RE2 and Rust's `regex` share, and nothing else.

What RE2 takes was asked of RE2 itself, once; it is no dependency.
"""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.rulebook.matchers import subset


def is_taken_by_rust(pattern):
    try:
        pl.select(pl.lit("").str.contains(pattern))
    except pl.exceptions.ComputeError:
        return False
    return True


@pytest.mark.parametrize(
    "pattern",
    [
        "(?P<n_1>a)", "(?:a*)*", "[[:alpha:]]", "[[:^alpha:]]", "[^[:space:]]", "[x[:digit:]-]",
        "[]a]", "[^]a]", "[a-]", "[-a]", r"[\w-]", "[a&b]", r"[a\]b]", r"[a\[b]", "[a-z-9]",
        r"\x41", r"\x{41}", r"[\x41-\x{5a}]", r"[\t-\r]", "(?i)a", "(?s)a", "(?m)a", "(?U)a",
        "(?ims)a", "(?i-s:a)", "(?-i:a)", "a(?i)b", r"\A\z\b\B", r"\a\f\t\n\r\v", r"\d\D\s\S\w\W",
        r"\pL", r"\PL", r"\p{Lu}", r"\P{Greek}", r"[\p{L}x]", r"\p{Any}", "a||b", "()", "a{2}",
        "a{2,}", "a{2,3}?", "a*?", "a+?", "a??", "^*", "}", "]", "a-b&&c--d~~e", r"\_\ \-\"\%\/\#",
        r"\.\*\+\?\(\)\[\]\{\}\|\^\$\\", "é", "",
    ],
)  # fmt: skip
def test_what_both_engines_take_may_be_used(pattern):
    assert subset.refusal(pattern) is None
    assert is_taken_by_rust(pattern)


@pytest.mark.parametrize(
    ("pattern", "what", "offset"),
    [
        ("ab(?=c)", "look-around", 2),
        ("ab(?!c)", "look-around", 2),
        ("(?<=a)b", "look-around", 0),
        ("(?<!a)b", "look-around", 0),
        (r"(a)\1", "a back-reference", 3),
        ("(?P<n>a)(?P=n)", "a back-reference", 8),
        ("x(?>a)", "an atomic group", 1),
        ("a++", "a possessive repeat", 2),
        ("a{2}+", "a possessive repeat", 4),
        ("a**", "a repeat of a repeat", 2),
        ("a{2}{3}", "a repeat of a repeat", 4),
        ("a*??", "a repeat of a repeat", 3),
        ("[a&&b]", "the class operation `&&`", 2),
        ("[a--b]", "the class operation `--`", 2),
        ("[a~~b]", "the class operation `~~`", 2),
        ("[a[bc]]", "a class in a class", 2),
        ("[[.a.]]", "a class in a class", 1),
        ("[[:nope:]]", "the class `nope`", 1),
        (r"x\u0041", r"`\u`", 1),
        (r"[\u0041]", r"`\u`", 1),
        ("(?x) a", "a group that begins with `(?x)`", 0),
        ("(?R)", "a group that begins with `(?R)`", 0),
        ("(?u)a", "a group that begins with `(?u)`", 0),
        ("(?1)", "a group that begins with `(?1)`", 0),
        ("(?<n>a)", "a group named like this", 0),
        ("(?P<a.b>a)", "a group named like this", 0),
        ("(?P<é>a)", "a group named like this", 0),
        ("(?(1)a|b)", "a condition", 0),
        ("(?P>n)", "recursion", 0),
        ("(?&n)", "recursion", 0),
        ("(?#c)", "a comment", 0),
        ("(?|a|b)", "a branch reset", 0),
        (r"a\<", r"a boundary of words by `\<`", 1),
        (r"\b{start}a", "a boundary with a name", 0),
        (r"[\b]", r"`\b` in a class", 1),
        (r"\C", r"`\C`", 0),
        (r"\Qa\E", r"quoting by `\Q`", 0),
        (r"a\Z", r"`\Z`", 1),
        (r"\G", r"`\G`", 0),
        (r"a\Kb", r"`\K`", 1),
        (r"\0", "an octal number", 0),
        (r"[\0]", "an octal number", 1),
        (r"\p{greek}", "the property `greek`", 0),
        (r"\p{Letter}", "the property `Letter`", 0),
        (r"\p{sc=Greek}", "the property `sc=Greek`", 0),
        (r"[x\p{Emoji}]", "the property `Emoji`", 2),
        (r"\é", r"`\é`", 0),
        ("a\\", "`\\`", 1),
    ],
)
def test_what_one_engine_does_not_take_is_refused_with_its_place(pattern, what, offset):
    found = subset.refusal(pattern)
    assert found.message == f"a pattern cannot hold {what}"
    assert found.offset == offset
    assert found.advice


@given(st.text(max_size=40))
def test_the_pieces_of_a_pattern_are_the_pattern(pattern):
    assert "".join(piece[0] for piece in subset.pieces(pattern)) == pattern


ATOMS = st.sampled_from(
    r"a é . ^ $ \d \W \. [ab] [^a-c] [\w.-] [[:digit:]x] \x{e9} \pL \p{Lu}".split()
)
REPEATS = st.sampled_from(["", "*", "+", "?", "*?", "{2}", "{1,3}", "{2,}?"])
PATTERNS = st.recursive(
    st.tuples(ATOMS, REPEATS).map("".join),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map("".join),
        st.tuples(inner, inner).map("(?:{0[0]}|{0[1]})".format),
        st.tuples(st.sampled_from(["(", "(?:", "(?i:"]), inner, REPEATS).map("{0[0]}{0[1]}){0[2]}".format),
    ),
    max_leaves=8,
)  # fmt: skip


@given(PATTERNS)
def test_patterns_of_the_shared_syntax_are_not_refused(pattern):
    assert subset.refusal(pattern) is None
    assert is_taken_by_rust(pattern)


def test_a_pattern_of_openings_takes_no_time():
    """Each opening of a class could otherwise be looked for to the end of the pattern."""
    assert subset.refusal("[[:" * 20_000).offset == 1
    assert subset.refusal("(?P<" * 20_000) is not None


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        (r"\bno\b", "(?:)no(?:)"),
        (r"\B*a", "(?:)*a"),
        (r"\\b", r"\\b"),
        (r"[\d]\d", r"[\d]\d"),
        ("no", "no"),
    ],
)
def test_boundaries_and_nothing_else_are_taken_out(pattern, expected):
    assert subset.unbounded(pattern) == expected


@given(
    st.lists(
        st.sampled_from([r"\b", r"\B", "a", "é", " ", "(a|\\b)", "[a ]", "?", "|"]), max_size=8
    ),
    st.text("aé .", max_size=8),
)
def test_without_its_boundaries_a_pattern_matches_in_every_text_that_it_did(parts, text):
    """Texts that it does not match are not looked at again."""
    pattern = "".join(parts)
    texts = pl.Series([text])
    try:
        expected = texts.str.contains(pattern).item()
    except pl.exceptions.ComputeError:
        return
    assert texts.str.contains(subset.unbounded(pattern)).item() >= expected
