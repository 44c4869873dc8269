"""What a page says of its own article in JSON-LD is told, and of no other."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.sources.jsonld import article_said

STORY = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Bridge shut",
    "datePublished": "2026-03-01",
    "author": {"@type": "Person", "name": "Ann Oder"},
    "publisher": {"@type": "Organization", "name": "Harbour Gazette"},
    "inLanguage": "en-GB",
    "mainEntityOfPage": {"@id": "https://gazette.example/bridge"},
}
SAID = {
    "title": ["Bridge shut"],
    "outlet": ["Harbour Gazette"],
    "date": ["2026-03-01"],
    "byline": ["Ann Oder"],
    "language": ["en-GB"],
    "url": ["https://gazette.example/bridge"],
}


def said(*values):
    return article_said([json.dumps(value) for value in values])


def test_everything_an_article_says_of_itself_is_told():
    assert said(STORY) == SAID


@pytest.mark.parametrize(
    "around",
    [
        lambda story: [story],
        lambda story: {"@context": "https://schema.org", "@graph": [{"@type": "WebSite"}, story]},
        lambda story: {"@type": "WebPage", "mainEntity": story},
        lambda story: {"@graph": [{"@type": ["WebPage"], "mainEntity": [story]}]},
    ],
)
def test_it_may_stand_in_a_list_a_graph_or_a_page(around):
    assert said({"@type": "Organization", "name": "x"}, around(STORY)) == SAID


@pytest.mark.parametrize(
    "kind",
    [
        *("Article", "ReportageNewsArticle", "schema:NewsArticle", "BlogPosting", "Report"),
        *("http://schema.org/OpinionNewsArticle", ["Thing", "LiveBlogPosting"]),
    ],
)
def test_many_kinds_are_articles(kind):
    assert said(STORY | {"@type": kind}) == SAID


@pytest.mark.parametrize("kind", ["WebPage", "Product", "NewsArticleList", None, 3, [], [None]])
def test_other_kinds_are_not(kind):
    assert said(STORY | {"@type": kind}) == {}


@pytest.mark.parametrize(
    "around",
    [
        lambda story: {"@type": "ItemList", "itemListElement": [story]},
        lambda story: {"@type": "WebPage", "hasPart": story, "relatedLink": [story]},
        lambda story: {"@type": "Organization", "subjectOf": story},
    ],
)
def test_an_article_in_a_list_is_another_one(around):
    """The stories to read next have headlines and dates as well."""
    assert said(around(STORY | {"headline": "Read next"})) == {}


def test_a_publisher_may_be_told_by_its_id():
    named = {"@id": "#us", "@type": "Organization", "name": "Harbour Gazette"}
    graph = {"@graph": [STORY | {"publisher": {"@id": "#us"}}, named]}
    assert said(graph)["outlet"] == ["Harbour Gazette"]
    assert said(STORY | {"publisher": {"@id": "#else"}})["outlet"] == [""]
    assert said(STORY | {"publisher": {"@id": ["#us"]}})["outlet"] == [""]


def test_names_may_be_texts_and_several():
    authors = [{"name": "Ann"}, "Bo", {"@type": "Person"}, 7]
    assert said(STORY | {"author": authors, "publisher": "Post"})["byline"] == ["Ann", "Bo", "", 7]
    assert said(STORY | {"publisher": "Post"})["outlet"] == ["Post"]


def test_a_field_that_is_there_and_empty_is_told_as_empty():
    """A record that has a field and leaves it empty breaks its own promise."""
    assert said({"@type": "Article", "author": [], "headline": "", "url": {}}) == {
        "title": [""],
        "byline": [""],
        "url": [""],
    }


def test_a_language_may_be_an_object():
    spoken = {"@type": "Language", "name": "French", "alternateName": "fr"}
    assert said(STORY | {"inLanguage": spoken})["language"] == ["fr"]


def test_what_two_articles_say_is_told_in_order():
    other = STORY | {"headline": "Road open"}
    assert said(STORY, other)["title"] == ["Bridge shut", "Road open"]


def test_references_that_were_left_in_the_json_are_characters():
    assert said(STORY | {"headline": "Bread &amp; butter &#39;26"})["title"] == [
        "Bread & butter '26"
    ]


@pytest.mark.parametrize(
    "broken",
    [
        *("", "{", "null", "3", '"x"', "[]", "[[{}]]", '{"@graph": 3}', "<!-- {} -->", "NaN"),
        *('{"@type": "Article", "headline": "a\nb"}', "[" * 100_000, '{"@type": "\\ud800"}'),
    ],
)
def test_what_is_not_json_or_says_nothing_is_passed_over(broken):
    assert article_said([broken, json.dumps(STORY)]) == SAID


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["@id", "@type", "@graph", "name", "author", "publisher", "mainEntity"]
            ),
            inner,
            max_size=4,
        )
    ),
)


@given(st.dictionaries(st.sampled_from([*STORY, "@graph", "url", "mainEntity"]), VALUES))
def test_any_json_has_values_of_known_fields_or_none(value):
    assert set(said(value | {"@type": "Article"})) <= set(SAID)


def test_a_script_with_very_many_nodes_is_not_gone_through_for_ever():
    assert len(said([STORY] * 5000)["title"]) == 1000
