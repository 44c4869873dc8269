"""A NewsML-G2 item carries an article in one of several ways, or none."""

import pytest
from lxml import etree

from provenance.sources.newsroom import newsml
from provenance.sources.newsroom.nitf import Said

NITF = "<nitf><body><body.head><hedline><hl1>Inner</hl1></hedline></body.head>{}</body></nitf>"
CONTENT = NITF.format("<body.content><p>One.</p></body.content>")


def item(content="", meta="", about="", rights="", attributes=""):
    return etree.fromstring(
        '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" '
        f"{attributes}><rightsInfo>{rights}</rightsInfo>"
        f"<itemMeta>{meta}</itemMeta><contentMeta>{about}</contentMeta>"
        f"<contentSet>{content}</contentSet></newsItem>"
    )


def said(**parts):
    found = newsml.said(item(**({"content": f"<inlineXML>{CONTENT}</inlineXML>"} | parts)))
    assert isinstance(found, Said), found
    return found


@pytest.mark.parametrize(
    "content",
    [
        f"<inlineXML>{CONTENT}</inlineXML>",
        '<inlineXML><html xmlns="x"><head><title>T</title></head><body><p>One.</p></body></html></inlineXML>',
        "<inlineXML><div><p>One.</p><figure>F</figure></div></inlineXML>",
        '<inlineData contenttype="text/plain">\nOne.</inlineData>',
        '<inlineData contenttype="text/html">&lt;p>One.&lt;/p></inlineData>',
        "<inlineData>&lt;p>One.&lt;/p></inlineData>",
        f'<remoteContent href="http://x/a.jpg"/><inlineXML>{CONTENT}</inlineXML>',
        f"<inlineXML><nitf/></inlineXML><inlineXML>{CONTENT}</inlineXML>",
    ],
)
def test_the_text_stands_in_the_item_in_one_of_these_ways(content):
    assert said(content=content).text == "One."


def test_plain_text_keeps_its_lines_and_what_looks_like_a_tag():
    content = '<inlineData contenttype="text/plain">One &lt;b>.\n\nTwo.</inlineData>'
    assert said(content=content).text == "One <b>.\n\nTwo."


def test_the_envelope_says_who_when_and_which():
    found = said(
        attributes='guid="https://gull.example/7" xml:lang="en-GB"',
        meta="<provider qcode='p:X'><name>Agency</name></provider>"
        "<versionCreated>2026-03-01</versionCreated><firstCreated>2026-02-01</firstCreated>",
        about="<headline> Ferry\n stops </headline><creator><name>A. Reyes</name></creator>",
    )
    assert found.identity == "https://gull.example/7"
    assert found.values == {
        "title": "Ferry stops",
        "byline": "A. Reyes",
        "outlet": "Agency",
        "date": "2026-03-01",
        "language": "en-GB",
        "url": "https://gull.example/7",
    }


def test_what_the_envelope_leaves_open_the_article_in_it_says():
    assert said().values == {"title": "Inner"}


@pytest.mark.parametrize(
    ("meta", "rights", "outlet"),
    [
        ("<provider literal='Lit'/>", "<copyrightHolder><name>H</name></copyrightHolder>", "Lit"),
        ("<provider qcode='p:X'/>", "<copyrightHolder><name>H</name></copyrightHolder>", "H"),
        ("<provider qcode='nprov:REUTERS'/>", "", "REUTERS"),
        ("<provider uri='http://x'/>", "", None),
    ],
)
def test_the_outlet_is_the_provider_by_name_else_the_holder_else_its_code(meta, rights, outlet):
    assert said(meta=meta, rights=rights).values.get("outlet") == outlet


def test_the_language_of_the_content_comes_before_that_of_the_envelope():
    found = said(attributes='xml:lang="en"', about='<language tag="sv"/>')
    assert found.values["language"] == "sv"


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("", "it has no content"),
        ("<inlineXML/>", "no text in its inlineXML"),
        ("<inlineXML><sports-content/></inlineXML>", "no text in its inlineXML of sports-content"),
        ('<remoteContent href="http://x/story.html"/>', "no text in its remoteContent"),
        ("<inlineData> \n</inlineData>", "no text in its inlineData"),
    ],
)
def test_why_an_item_has_no_text_is_told(content, why):
    found = newsml.said(item(content=content))
    assert isinstance(found, str)
    assert why in found


@pytest.mark.parametrize(
    ("meta", "content", "yes"),
    [
        ('<itemClass qcode="ninat:text"/>', "", True),
        ('<itemClass uri="http://cv.iptc.org/newscodes/ninature/text"/>', "", True),
        ("", "", True),
        ('<itemClass qcode="ninat:picture"/>', "", False),
        ('<itemClass qcode="ninat:text"/>', "<inlineXML><sports-content/></inlineXML>", False),
    ],
)
def test_whether_an_item_should_hold_an_article(meta, content, yes):
    assert newsml.is_prose(item(meta=meta, content=content)) == yes


def test_the_items_of_a_message_are_those_of_all_its_sets():
    message = etree.fromstring(
        "<newsMessage><header/><itemSet><newsItem guid='a'/><!-- x --><packageItem guid='b'/>"
        "</itemSet><itemSet><newsItem guid='c'/></itemSet></newsMessage>"
    )
    assert [each.get("guid") for each in newsml.items(message)] == ["a", "b", "c"]
