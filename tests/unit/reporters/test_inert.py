"""Text from outside means nothing to Markdown, nor to what GitHub and GitLab read into it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from provenance.reporters.inert import cell, code, prose
from provenance.reporters.safe import printable

MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
TEXT = st.text(st.characters(exclude_categories=()), max_size=60) | st.text(
    "`*_[]()<>!#@|\\~$&:-+.=1a \n", max_size=60
)


def shown(markdown):
    """What a page shows of one line: pairs of kind and text; other kinds are markup."""
    paragraph, *rest = MARKDOWN.parse(f"x {markdown}")[1:-1]
    assert rest == []
    return [(token.type, token.content) for token in paragraph.children]


@pytest.mark.parametrize(
    "text",
    [
        "8 errors found, and the gate fails on error",
        "“310”, but its parts come to 297 (140 + 95 + 62); a part left out could explain it",
        "Straße und Brücke: 3,5 % mehr",
    ],
)
def test_words_stay_words(text):
    assert prose(text, 100) == text


@pytest.mark.parametrize(
    "text",
    [
        *("@name", "a@b.org", "#1", "GH-12", "ABC-12", "owner/repo#1", "!12", "~label", "%23"),
        *("https://x.org", "www.x.org", "ftp://x", ":smile:", "$x$", "&amp;", "\\*", "*a*", "_a_"),
        *("[a](b)", "![a](b)", "<b>", "<!--", "`a`", "~~a~~", "- a", "+ a", "1. a", "1) a", "---"),
        *(
            "a | b",
            "{{a}}",
            "a1b2c3d4e5f6",
            "GHSA-abcd-efgh-ijkl",
            "a  b\n# c",
            "\u202ea",
            "\u200b",
        ),
    ],
)
def test_what_could_be_more_than_words_stands_in_a_code_span(text):
    """There neither Markdown nor GitHub nor GitLab reads anything."""
    assert shown(prose(text, 100)) == [("text", "x "), ("code_inline", printable(text))]


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("a", "`a`"),
        ("`", "`` ` ``"),
        ("a``b`", "``` a``b` ```"),
        (" a ", "`  a  `"),
        ("a ", "`a `"),
        ("", "(empty)"),
        ("  ", "(empty)"),
    ],
)
def test_a_code_span_is_longer_than_any_backticks_in_it(text, span):
    """See CommonMark, "Code spans": one space inside both ends is taken off."""
    assert code(text, 20) == span


def test_a_long_text_is_cut_between_its_ends():
    assert prose("one two three four five six seven eight", 20) == "one two … eight"
    assert len(code("`" * 1_000_000, 20)) < 100


@pytest.mark.parametrize("text", ["a|b", "a\\|b", "|", "a \\", "`|`"])
def test_a_bar_or_a_backslash_ends_no_cell(text):
    table = MARKDOWN.parse(f"| a | b |\n|---|---|\n| {cell(text, 20)} | end |\n")
    row = [token.children for token in table if token.type == "inline"][2:]
    assert [token.content for cells in row for token in cells] == [
        text.replace("|", r"\x7c"),
        "end",
    ]


@given(TEXT)
def test_any_text_is_shown_whole_and_is_no_markup(text):
    plain = printable(text)
    told = shown(prose(text, 1000))
    kinds = {kind for kind, _ in told}
    assert kinds <= {"text", "code_inline"}
    if plain.strip():
        assert "".join(content for _, content in told)[2:].strip() == plain.strip()
    words = "".join(content for kind, content in told if kind == "text")
    assert not re.search(r"[@#$&<>\[\]{}|\\^~_*!=`]|://|www\.", words)


@given(TEXT, TEXT)
def test_two_spans_in_a_line_never_run_into_one(one, other):
    told = shown(f"{code(one, 1000)}, {code(other, 1000)}")
    spans = [content for kind, content in told if kind == "code_inline"]
    assert spans == [printable(text) for text in (one, other) if printable(text).strip()]
