"""A page with more markup than any needs is told from its tags, in one go."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.sources.markup import MOST_ELEMENTS, MOST_LEVELS, too_complex

STORY = (
    "<html><body><article><p>The ferry stopped.</p><p>Nobody said why.</p></article></body></html>"
)


@given(st.text(alphabet="<>/!-aAbpdivscript \n'\"=", max_size=400))
def test_no_small_page_has_too_much_markup(page):
    assert too_complex(page) is None


def test_elements_as_many_as_the_limit_are_let_through_and_one_more_is_not():
    assert too_complex("<p>" * MOST_ELEMENTS) is None
    reason = too_complex("<P>" * MOST_ELEMENTS + "<br/>")
    assert reason == "the page has 100,001 elements, more than 100,000"


def test_levels_as_many_as_the_limit_are_let_through_and_one_more_is_not():
    assert too_complex("<div>" * MOST_LEVELS + "</div><b>") is None
    reason = too_complex("<div>" * (MOST_LEVELS + 1))
    assert reason == "the page has elements 2,001 deep in one another, more than 2,000"


@pytest.mark.parametrize("wrap", ["{}", "</div>{}", "</b></i></div>" * 5000 + "{}"])
def test_end_tags_before_do_not_hide_the_depth(wrap):
    """Were they counted as levels below zero, five thousand would pay for the divs behind them."""
    assert "deep in one another" in too_complex(wrap.format("<DIV class='a'>" * 3000))


@pytest.mark.parametrize(
    "page",
    [
        "<div><b>x</b></div>" * 9000,
        "<p>one<p>two<li>three<br><img src=a><td>" * 9000,
        "<ul>" + "<li><a href='/'>x" * 9000 + "</ul>",
    ],
)
def test_what_is_closed_or_needs_no_end_tag_is_no_depth(page):
    assert too_complex(page) is None


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ("<!--", "-->"),
        ("<script>", "</script>"),
        ("<SCRIPT type='a'>", "</Script>"),
        ("<style>", "</style>"),
        ("<svg>", "</svg>"),
        ("<textarea>", "</textarea>"),
    ],
)
def test_tags_in_code_comments_and_drawings_are_none(opening, closing):
    """A script of a few kilobytes writes hundreds of tags that it never closes."""
    assert too_complex(f"{opening}{'<div>' * 5000}{closing}{STORY}") is None
    assert too_complex(f"{opening}{'<div>' * 5000}{STORY}") is None
    assert too_complex(f"{opening}x{closing}{'<div>' * 5000}") is not None


@pytest.mark.parametrize(
    ("unit", "elements"),
    [
        *(("<!--", 0), ("<script ", 0), ("</", 0), ("<", 0), ("<svg><!--", 0)),
        *(("<a<", 333_333), ("<x", 500_000), ("<script></script", 0)),
    ],
)
def test_a_megabyte_that_is_never_closed_is_gone_through_once(unit, elements):
    """What looks for an end anew from each beginning would never come back."""
    reason = too_complex(unit * (1_000_000 // len(unit))) or "the page has 0 elements"
    assert reason.startswith(f"the page has {elements:,} elements")
