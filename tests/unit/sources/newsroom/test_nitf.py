"""What of a NITF document is its article, and what it says of itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from provenance.sources.newsroom import nitf
from provenance.sources.newsroom.prose import text_of, words_of


def said(body="", head="", attributes=""):
    return nitf.said(etree.fromstring(f"<nitf {attributes}><head>{head}</head>{body}</nitf>"))


def text(content, end=""):
    return said(
        f"<body><body.content>{content}</body.content><body.end>{end}</body.end></body>"
    ).text


def test_each_paragraph_is_a_line():
    assert text("<p>One.</p>\n  <p>Two\n   words.</p>") == "One.\nTwo words."


def test_blocks_lists_subheads_and_tables_are_lines():
    content = (
        "<block><p>One.</p><hl2>Sub</hl2></block><ul><li>a</li><li>b</li></ul>"
        "<table><tr><td>1</td><td>2</td></tr></table><bq><block><p>Said.</p></block></bq>"
    )
    assert text(content) == "One.\nSub\na\nb\n1 2\nSaid."


def test_words_marked_inside_a_paragraph_stay_where_they_are():
    content = "<p>In <location><city>Oslo</city></location>, <em>noon</em> passed.</p>"
    assert text(content) == "In Oslo, noon passed."


def test_pictures_and_notes_are_no_prose():
    content = (
        "<p>One.</p><media><media-caption>A ferry</media-caption></media><note>Ed: hold</note>"
        "<p>Two.</p><!-- no --><?no no?>"
    )
    assert text(content) == "One.\nTwo."


def test_what_follows_an_element_that_is_left_out_is_kept():
    assert text("<p>One <fn>1</fn>and two.</p>") == "One and two."


def test_the_tagline_ends_the_text():
    """There an agency says who reported."""
    assert text("<p>One.</p>", "<tagline>Reporting by A. Reyes</tagline>") == (
        "One.\nReporting by A. Reyes"
    )


def test_the_head_of_the_body_is_not_text():
    found = said(
        "<body><body.head><hedline><hl1>Ferry <em>stops</em></hl1></hedline>"
        "<byline>By A. Reyes</byline><dateline>OSLO</dateline><abstract><p>Short.</p></abstract>"
        "</body.head><body.content><p>One.</p></body.content></body>"
    )
    assert found.text == "One."
    assert found.values == {"title": "Ferry stops", "byline": "By A. Reyes"}


def test_the_head_says_who_when_and_which():
    found = said(
        attributes='xml:lang="nb-NO"',
        head="<title>T</title><docdata><doc-id id-string='x-7'/><date.issue norm='20260301T0900Z'/>"
        "<date.release norm='20260302'/><doc.copyright holder='Agency'/></docdata>"
        "<pubdata name='The Gull' date.publication='20260303' ex-ref='https://gull.example/7'/>",
    )
    assert found.identity == "x-7"
    assert found.values == {
        "title": "T",
        "outlet": "The Gull",
        "date": "20260301T0900Z",
        "language": "nb-NO",
        "url": "https://gull.example/7",
    }


@pytest.mark.parametrize(
    ("head", "body", "outlet"),
    [
        ("<docdata><doc.copyright holder='H'/><doc.rights provider='P'/></docdata>", "", "H"),
        ("<docdata><doc.rights provider='P'/></docdata>", "", "P"),
        ("<docdata><doc.copyright holder='H'/></docdata>", "<distributor>D</distributor>", "D"),
        ("", "<distributor><org>Org</org> of Oslo</distributor>", "Org"),
        ("<pubdata name=' '/>", "", None),
    ],
)
def test_the_outlet_is_the_nearest_there_is_to_who_published_it(head, body, outlet):
    found = said(f"<body><body.head>{body}</body.head></body>", head)
    assert found.values.get("outlet") == outlet


@pytest.mark.parametrize(
    ("head", "date"),
    [
        ("<docdata><date.release norm='20260302'/></docdata>", "20260302"),
        ("<pubdata date.publication='20260303'/>", "20260303"),
        ("", None),
    ],
)
def test_the_date_is_of_issue_else_of_release_else_of_the_publication(head, date):
    assert said(head=head).values.get("date") == date


def test_an_address_that_is_none_of_the_web_is_left_out():
    assert "url" not in said(head="<pubdata ex-ref='file:///etc/passwd'/>").values


def test_a_document_without_anything_says_nothing():
    assert said() == nitf.Said("", None, {})


def test_names_in_a_namespace_are_the_same_names():
    document = etree.fromstring(
        '<n:nitf xmlns:n="http://iptc.org/std/NITF/2006-10-18/"><n:body><n:body.content>'
        "<n:p>One.</n:p></n:body.content></n:body></n:nitf>"
    )
    assert nitf.is_nitf(document)
    assert nitf.said(document).text == "One."


def test_characters_that_a_document_names_are_themselves():
    parser = etree.XMLParser(resolve_entities=False, load_dtd=False)
    document = etree.fromstring(
        '<!DOCTYPE p SYSTEM "x.dtd"><p>caf&eacute; <b>&mdash;</b></p>', parser
    )
    assert text_of(document) == words_of(document) == "café —"


WORD = st.text(st.characters(codec="ascii", categories=["L", "N"]), min_size=1, max_size=8)


@given(st.lists(st.lists(WORD, min_size=1, max_size=5), min_size=1, max_size=6), st.data())
def test_paragraphs_come_back_as_lines_wherever_the_source_breaks_them(paragraphs, data):
    blank = st.sampled_from([" ", "\n", "\r\n  ", "\t", " <em/> "])
    marked = "".join(f"<p>{data.draw(blank).join(words)}</p>" for words in paragraphs)
    assert text(marked) == "\n".join(" ".join(words) for words in paragraphs)
