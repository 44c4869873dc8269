"""XML comes from strangers: it is told what it is by its root, and can do nothing."""

import io
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.config import Config
from provenance.model import Article, Notice, Unread
from provenance.sources.readers import xml as reader

NITF = "<nitf><head/><body><body.content><p>At noon.</p></body.content></body></nitf>"


def rows(content, **settings):
    data = content if isinstance(content, bytes) else content.encode()
    return list(reader.read(io.BytesIO(data), "a.xml", Config(**settings)))


def only(content, **settings):
    (row,) = rows(content, **settings)
    return row


def news_item(guid, content=f"<inlineXML>{NITF}</inlineXML>", kind="text"):
    return (
        f'<newsItem guid="{guid}"><itemMeta><itemClass qcode="ninat:{kind}"/></itemMeta>'
        f"<contentSet>{content}</contentSet></newsItem>"
    )


def test_a_nitf_document_is_an_article():
    row = only('<?xml version="1.0" encoding="UTF-8"?>' + NITF)
    assert (row.article_id, row.text, row.line) == ("a.xml", "At noon.", 1)
    assert (row.embedded, row.encoding) == (True, "utf-8")


def test_a_news_item_is_an_article_with_its_guid():
    row = only(news_item("urn:x:1"))
    assert (row.article_id, row.text) == ("urn:x:1", "At noon.")


def test_each_item_of_a_message_has_its_line():
    items = "\n".join([news_item("a"), news_item("b", "<inlineXML/>"), news_item("c")])
    first, bad, last = rows(f"<newsMessage><itemSet>\n{items}\n</itemSet></newsMessage>")
    assert [(row.article_id, row.line) for row in (first, last)] == [("a", 2), ("c", 4)]
    assert bad.place == "a.xml:3"
    assert "holds no article text: there is no text in its inlineXML" in bad.reason


def test_a_message_without_an_item_is_unread():
    assert "no item" in only("<newsMessage><itemSet/></newsMessage>").reason


@pytest.mark.parametrize(
    "content",
    [
        "<packageItem/>",
        "<conceptItem/>",
        "<planningItem/>",
        "<knowledgeItem/>",
        "<catalogItem/>",
        "<sports-content/>",
        news_item("a", "<remoteContent href='x'/>", "picture"),
        news_item("a", "<inlineXML><sports-content/></inlineXML>"),
    ],
)
def test_what_holds_no_prose_is_passed_over_with_a_notice(content):
    row = only(content)
    assert isinstance(row, Notice)
    assert "holds no article text" in row.message


def test_a_text_whose_text_is_missing_is_unread():
    assert isinstance(only(news_item("a", "")), Unread)
    assert only("<nitf><body/></nitf>").reason == "there is no text in it"


def test_a_root_that_is_unknown_is_told():
    assert "the root element 'invoice' is none that is read" in only("<invoice/>").reason


@pytest.mark.parametrize("name", ["utf-16", "iso-8859-1", "windows-1252"])
def test_a_declared_encoding_is_kept_to_and_recorded(name):
    content = NITF.replace("noon", "Fährüberfahrt")
    row = only(f'<?xml version="1.0" encoding="{name}"?>{content}'.encode(name))
    assert (row.text, row.encoding) == ("At Fährüberfahrt.", name)


def test_bytes_that_are_not_of_the_encoding_are_refused_with_the_line():
    row = only(b"<nitf>\ncaf\xe9</nitf>")
    assert (row.place, "not XML" in row.reason) == ("a.xml:2", True)


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ("", "a.xml"),
        ("text", "a.xml:1"),
        ("<nitf>\n<a></nitf>", "a.xml:2"),
        ("<nitf>\n\n<a b></a></nitf>", "a.xml:3"),
        ("<nitf/>\n<nitf/>", "a.xml:2"),
        ("<nitf>\n&undeclared;</nitf>", "a.xml:2"),
    ],
)
def test_what_is_not_xml_is_told_with_its_line(content, place):
    row = only(content)
    assert row.place == place
    assert row.reason.startswith("not XML: ")


def test_a_document_type_without_declarations_is_passed_over():
    row = only(f'<!DOCTYPE nitf SYSTEM "http://x.example/nitf-3-4.dtd">\n{NITF}')
    assert row.text == "At noon."


LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))


@pytest.mark.parametrize(
    "declared",
    [
        '<!ENTITY x "y">',
        '<!ENTITY x SYSTEM "file:///etc/passwd">',
        '<!ENTITY % p SYSTEM "http://x.example/p.dtd"> %p;',
        "<!ELEMENT nitf ANY>",
        f'<!ENTITY a0 "ha">{LAUGHS}',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("before", ["", "<!-- " + "x" * 70_000 + " -->"])
def test_a_document_that_declares_anything_is_refused_before_anything_of_it_is_used(
    declared, encoding, before
):
    """A few hundred bytes could become gigabytes, or a file of ours."""
    content = f"{before}<!DOCTYPE nitf [{declared}]>{NITF.replace('noon', '&x;&a11;')}"
    row = only(f'<?xml version="1.0" encoding="{encoding}"?>{content}'.encode(encoding))
    assert isinstance(row, Unread)
    assert "root:" not in row.reason


def test_a_declaration_is_not_even_parsed():
    assert "declares entities" in only("<!DOCTYPE nitf [ <<< &&& ").reason


def test_a_declaration_in_an_encoding_that_hides_it_is_met_when_it_is_parsed():
    content = f'<?xml version="1.0"?><!DOCTYPE nitf [<!ENTITY x "y">]>{NITF}'
    assert "declares entities" in only(content.encode("utf-16")).reason


def test_an_entity_that_only_its_unread_dtd_could_declare_is_refused_and_not_dropped():
    row = only(f'<!DOCTYPE nitf SYSTEM "n.dtd">{NITF.replace("noon", "&own;")}')
    assert "names the entity 'own'" in row.reason
    row = only(f'<!DOCTYPE nitf SYSTEM "n.dtd">{NITF.replace("noon", "caf&eacute;")}')
    assert row.text == "At café."


@pytest.mark.parametrize("content", ["<a>" * 101, "<nitf>" + "<p/>" * 200_001])
def test_depth_and_number_of_elements_are_held_to_a_limit(content):
    assert "more than 100 levels or 200,000 elements" in only(content).reason


def test_what_the_parser_itself_finds_too_deep_is_told_too():
    assert "Excessive depth" in only("<a>" * 400_000).reason


def test_entities_without_number_take_no_time_to_speak_of():
    content = NITF.replace("noon", "&eacute;" * 400_000)
    row = only(f'<!DOCTYPE nitf SYSTEM "n.dtd">{content}')
    assert len(row.text) == 400_004


def test_a_file_over_the_limit_is_unread():
    assert "more than the 1 MB" in only(b"<nitf>" + b" " * 1_000_000, max_article_mb=1).reason


def test_without_lxml_it_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "lxml", None)
    assert "pip install 'provenance-check[news]'" in only(NITF).reason


@pytest.mark.parametrize("root", ["rss", "feed", "rdf:RDF xmlns:rdf='r'"])
def test_a_feed_is_handed_to_its_reader(monkeypatch, root):
    from provenance.sources.readers import feed  # noqa: PLC0415

    def read(stream, path, config):
        yield Notice(path, stream.read().decode())

    monkeypatch.setattr(feed, "read", read)
    document = f"<{root}></{root.split()[0]}>"
    assert only(document) == Notice("a.xml", document)


PIECES = st.sampled_from(
    "<nitf> </nitf> <body> <body.content> <p> </p> <newsItem> text &amp; <!DOCTYPE [ ]> <!ENTITY "
    "<![CDATA[ ]]> <!-- --> &x; <? ?>".split()
)


@given(st.lists(PIECES).map("".join) | st.binary(max_size=200))
def test_anything_is_rows(content):
    for row in rows(content):
        assert isinstance(row, Article | Unread | Notice)
