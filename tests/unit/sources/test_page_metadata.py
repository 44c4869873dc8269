"""A page's own words on its article: the most trusted source first, nothing invented."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.sources.pages import is_address, page_stated

LINKED = {
    "@type": "NewsArticle",
    "headline": "Linked title",
    "datePublished": "2026-03-01T09:00:00+01:00",
    "author": "Ann",
    "publisher": {"name": "Linked Post"},
    "inLanguage": "fr",
    "url": "https://linked.example/a",
}
NAMED = {
    "og:title": "Meta title",
    "article:published_time": "2026-04-02",
    "author": "Bo",
    "og:site_name": "Meta Post",
    "og:locale": "de_DE",
    "og:url": "https://meta.example/a",
}


def page(linked=None, named=None, more="", lang=""):
    script = f'<script type="application/ld+json">{json.dumps(linked)}</script>' if linked else ""
    metas = "".join(
        f'<meta property="{key}" content="{value}">' for key, value in (named or {}).items()
    )
    return f"<html lang='{lang}'><head>{metas}{script}{more}</head><body><p>Text.</p></body></html>"


def short(known):
    return (known.title, known.outlet, known.date, known.language, known.url)


def test_linked_data_is_believed_before_meta_tags():
    known = page_stated(page(LINKED, NAMED, lang="es"))
    assert short(known)[:3] == ("Linked title", "Linked Post", "2026-03-01T08:00:00Z")
    assert short(known)[3:] == ("fr", "https://linked.example/a")
    assert known.given == ("byline", "date", "outlet", "title")
    assert (known.blank, known.faults) == ((), {})


def test_meta_tags_say_what_linked_data_does_not():
    known = page_stated(page({"@type": "Article"}, NAMED))
    assert short(known) == ("Meta title", "Meta Post", "2026-04-02", "de", "https://meta.example/a")


@pytest.mark.parametrize("key", ["headline", "datePublished", "publisher", "inLanguage"])
@pytest.mark.parametrize("value", [7, None, [], {"x": 1}, "", "  ", True])
def test_linked_data_that_cannot_be_used_gives_way_to_meta_tags(key, value):
    known = page_stated(page(LINKED | {key: value}, NAMED))
    place = ["headline", "publisher", "datePublished", "inLanguage"].index(key)
    assert short(known)[place] == ("Meta title", "Meta Post", "2026-04-02", "de")[place]
    assert known.faults == {}


def test_the_headline_of_the_page_is_its_title_when_nothing_else_says():
    titles = "<title>Bridge shut | Post</title>"
    assert page_stated(page(more=titles) + "<h1>Bridge is shut</h1>").title == "Bridge is shut"
    assert page_stated(page(more=titles) + "<h1>A</h1><h1>B</h1>").title == "Bridge shut | Post"
    assert page_stated(page(more=titles)).title == "Bridge shut | Post"


@pytest.mark.parametrize(
    ("title", "plain"),
    [
        ("Bridge shut | Harbour Post", "Bridge shut"),
        ("Bridge shut - Harbour Post", "Bridge shut"),
        ("Bridge shut – Harbour Post", "Bridge shut"),
        ("  Bridge \n shut ", "Bridge shut"),
        ("The Harbour Post", "The Harbour Post"),
        ("Bridge shut | News", "Bridge shut | News"),
        ("Bridge-Harbour Post", "Bridge-Harbour Post"),
        (" | Harbour Post", "| Harbour Post"),
    ],
)
def test_the_name_of_the_outlet_is_no_part_of_a_title(title, plain):
    known = page_stated(page(named={"og:title": title, "og:site_name": "Harbour Post"}))
    assert known.title == plain


@pytest.mark.parametrize(
    ("key", "values", "field"),
    [
        ("headline", ("Bridge shut", "Road open"), "title"),
        ("datePublished", ("2026-03-01", "2026-03-02"), "date"),
        ("publisher", ("Post", "Times"), "outlet"),
        ("inLanguage", ("en", "fr"), "language"),
    ],
)
def test_a_source_that_says_two_things_is_not_believed_nor_is_another(key, values, field):
    """Which of the two is right cannot be known; a third is not made right by that."""
    first, second = (LINKED | {key: value} for value in values)
    known = page_stated(page([first, second], NAMED))
    assert getattr(known, field) is None
    assert known.faults == {field: f"is given as {values[0]!r} and as {values[1]!r}"}
    assert (field in known.blank) == (field != "language")


def test_the_same_said_twice_is_one_thing():
    again = LINKED | {"headline": " linked  TITLE", "datePublished": "2026-03-01T08:00:00Z"}
    known = page_stated(page([LINKED, again]))
    assert (known.title, known.date) == ("Linked title", "2026-03-01T08:00:00Z")
    assert known.faults == {}


def test_several_authors_are_no_conflict_and_none_is_kept():
    known = page_stated(page(LINKED | {"author": [{"name": "Ann"}, {"name": "Bo"}]}))
    assert "byline" in known.given
    assert "Ann" not in repr(known)


@pytest.mark.parametrize("date", ["yesterday", "03/04/2026", "1772355600"])
def test_a_date_that_cannot_be_read_is_left_out_and_told(date):
    known = page_stated(page(LINKED | {"datePublished": date}))
    assert known.date is None
    assert known.faults == {"date": f"cannot be read as a date ({date!r})"}
    assert known.blank == ("date",)


def test_a_page_that_says_nothing_promises_nothing():
    """No field is missed that a page does not have."""
    known = page_stated("<html><body><p>Text.</p></body></html>")
    assert short(known) == (None,) * 5
    assert (known.given, known.blank, known.faults) == ((), (), {})


def test_a_field_that_a_page_has_and_leaves_empty_is_blank():
    known = page_stated(page(named={"og:title": "", "author": " ", "og:site_name": "Post"}))
    assert (known.given, known.blank) == (("outlet",), ("byline", "title"))


def test_the_canonical_address_comes_first():
    link = "<link rel='canonical' href='https://canonical.example/a'>"
    assert page_stated(page(LINKED, NAMED, link)).url == "https://canonical.example/a"
    assert page_stated(page(LINKED, NAMED)).url == "https://linked.example/a"
    assert page_stated(page(None, NAMED)).url == "https://meta.example/a"


@pytest.mark.parametrize(
    "address",
    [
        *("/a", "a.html", "", "javascript:alert(1)", "file:///etc/passwd", "http://", "https:a"),
        *(
            "http://a b",
            "http://[",
            "https://a.example/" + "x" * 2000,
            None,
            7,
            ["https://a.example"],
        ),
    ],
)
def test_what_is_no_whole_address_of_the_web_is_none(address):
    """What it would be relative to is not known, and nothing is looked up."""
    assert not is_address(address)


def test_language_of_the_page_is_the_one_it_declares_for_itself():
    assert page_stated(page(lang="pt-BR")).language == "pt"
    assert page_stated(page(named={"og:locale": "de_AT"}, lang="x-default!")).language == "de"
    assert page_stated(page(LINKED | {"inLanguage": "English"}, lang="en")).language == "en"


@given(st.text(alphabet="<>/=\"' metalinkscrp{}[]:,@ogtidchar", max_size=300))
def test_any_page_says_something_or_nothing(text):
    known = page_stated(text)
    assert set(known.given) & set(known.blank) == set()
    assert known.url is None or known.url.startswith("http")


def test_a_hostile_page_is_gone_through_once():
    assert page_stated("<meta property='og:title' content='x'>" * 200_000).title == "x"
