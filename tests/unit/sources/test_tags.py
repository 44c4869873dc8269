"""The tags of a page that carry metadata are found where they stand, and nothing is read twice."""

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.sources.tags import tags, unescaped


def test_the_head_of_a_page_is_taken_apart():
    found = tags("""
        <!DOCTYPE html><HTML lang="en-GB" class=a><head>
        <meta charset=utf-8><title>Bridge shut &amp; guarded</title>
        <META property="og:title" content='Bridge "shut"'/><meta name=author content=Ann>
        <meta itemprop="datePublished" content="2026-03-01"/>
        <link rel="canonical nofollow" href="https://a.example/b"><link rel=icon href=/i>
        <script type="application/ld+json">{"a": 1}</script><script>var a = "<meta name=b>";</script>
        </head><body><h1>Bridge <em>shut</em></h1><h1>Other</h1></body></html>
    """)
    assert found.languages == ["en-GB"]
    assert found.charsets == ["utf-8"]
    assert found.metas == {
        "og:title": ['Bridge "shut"'],
        "author": ["Ann"],
        "datepublished": ["2026-03-01"],
    }
    assert found.links == {
        "canonical": ["https://a.example/b"],
        "nofollow": ["https://a.example/b"],
        "icon": ["/i"],
    }
    assert found.headings == {"title": ["Bridge shut & guarded"], "h1": ["Bridge shut", "Other"]}
    assert found.scripts == ['{"a": 1}']


@pytest.mark.parametrize(
    "hidden",
    [
        "<!-- {} -->",
        "<script>{}</script>",
        "<style>{}</style>",
        "<svg>{}</svg>",
        "<template>{}</template>",
        "<!-- never closed {}",
        "<script>never closed {}",
    ],
)
def test_tags_in_comments_code_and_drawings_are_none(hidden):
    """The title of a drawing is not the page's."""
    inner = "<title>Logo</title><meta name=author content=Bot>"
    found = tags("<meta name=date content=2026>" + hidden.format(inner))
    assert (found.metas, found.headings) == ({"date": ["2026"]}, {})


@pytest.mark.parametrize(
    ("tag", "charset"),
    [
        ("<meta charset='windows-1252'>", "windows-1252"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">', "koi8-r"),
        ('<meta content="text/html;CHARSET=koi8-r" http-equiv=content-type />', "koi8-r"),
    ],
)
def test_the_declared_encoding_is_found(tag, charset):
    assert tags(tag).charsets == [charset]


def test_an_encoding_that_is_only_talked_about_is_not_declared():
    assert tags('<meta name="description" content="how to set charset=utf-7">').charsets == []


@pytest.mark.parametrize("value", ["<b>", "a > b", "it's", "a\nb", ""])
def test_a_value_in_quotes_is_taken_whole(value):
    assert tags(f'<meta name="x" content="{value}">').metas == {"x": [value]}


@given(st.text(max_size=30))
def test_what_is_escaped_comes_back(value):
    found = tags(f'<meta name="x" content="{html.escape(value)}">')
    assert found.metas == {"x": [html.unescape(html.escape(value))]}


@given(st.text(alphabet="<>/!-=\"' \nmetalinkscrpho1", max_size=300))
def test_any_page_has_tags_or_none(page):
    found = tags(page)
    assert all(isinstance(name, str) for name in [*found.metas, *found.links, *found.headings])


def test_of_an_attribute_that_is_repeated_the_first_counts():
    assert tags("<meta name=x name=y content=1 content=2>").metas == {"x": ["1"]}


def test_a_reference_to_a_huge_number_is_left_as_it_is():
    """Python refuses to make a number of so many digits, and would stop at it."""
    huge = f"&#{'9' * 5000};"
    assert unescaped(huge) == huge
    assert unescaped("&amp;&#233;") == "&é"


@pytest.mark.parametrize(
    "unit",
    [
        *("<meta content='", '<meta content="', "<!--", "<script ", "<title>", "<h1>x", "<meta a="),
        *("<meta a='\"<meta b=\"'", "<link ", "<svg", "<html lang='\"", "<script></script"),
    ],
)
def test_a_megabyte_that_is_never_closed_is_gone_through_once(unit):
    """What reads a part of it again for each tag would never come back."""
    found = tags(unit * (1_000_000 // len(unit)))
    assert len(found.metas) <= 20_000
