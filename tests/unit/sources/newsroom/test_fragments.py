"""Bodies of feeds and items are HTML without a page around it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.sources.newsroom.fragments import looks_like_markup, text_of


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>One.</p><p>Two.</p>", "One.\nTwo."),
        ("One.<br>Two.<br/>Three.", "One.\nTwo.\nThree."),
        ("<p>One <b>and</b> <i>two</i>.</p>", "One and two."),
        ("in<b>side</b>", "inside"),
        ("<P CLASS='a'>One.</P >", "One."),
        ("<ul><li>One</li><li>Two</li></ul>", "One\nTwo"),
        ("<tr><td>1</td><td>2</td></tr>", "1 2"),
        ("a\n  b\t c", "a b c"),
        ("Fish &amp; chips &lt;b&gt; &eacute; &#233; &#x2014;", "Fish & chips <b> é é —"),
        ("<p>One<!-- <p>not</p> --> more</p>", "One more"),
        ("One<!-- never closed", "One"),
        ("<script>var a = '<p>';</script><p>One</p>", "One"),
        ("<STYLE>p {}</STYLE >One", "One"),
        ("One<script>never closed", "One"),
        ("İİ<script>x</script>One", "İİ One"),
        ("If a < b, then c > d.", "If a < b, then c > d."),
        ("<pre>x</pre><predicate>y</predicate>", "x\ny"),
        ("<?xml version='1.0'?><!DOCTYPE html>One", "One"),
        ("", ""),
        ("<p> </p>&nbsp;", ""),
    ],
)
def test_markup_is_taken_out_and_nothing_else(markup, text):
    assert text_of(markup) == text


@pytest.mark.parametrize(
    ("text", "yes"),
    [
        ("<p>One</p>", True),
        (" \n<div class='a'>", True),
        ("<!-- x -->", True),
        ("One</p> two", True),
        ("One < two", False),
        ("<3 of them", False),
        ("", False),
    ],
)
def test_what_looks_like_markup(text, yes):
    assert looks_like_markup(text) == yes


@pytest.mark.parametrize("piece", ["<", "<a", "<!--", "<script>", "</", "&", "<p ", "<a <b '\""])
def test_a_megabyte_that_is_never_closed_comes_to_an_end(piece):
    assert isinstance(text_of(piece * (10**6 // len(piece))), str)


@given(st.lists(st.text(st.characters(codec="ascii", categories=["L", "N"]), min_size=1)))
def test_paragraphs_come_back_as_lines(words):
    assert text_of("".join(f"<p>{word}</p>" for word in words)) == "\n".join(words)


@given(st.text())
def test_any_text_ends_without_blank_lines(text):
    lines = text_of(text).split("\n")
    assert lines == [""] or all(line == line.strip() and line for line in lines)
