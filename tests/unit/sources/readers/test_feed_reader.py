"""A feed is as many articles as it has entries with a text."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.config import Config
from provenance.model import Article, Notice, Unread
from provenance.sources.confined import Refused
from provenance.sources.readers import READERS, feed

HEAD = (
    '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>'
)


def rss(*entries, channel="<title>Harbour Gazette</title><language>en-gb</language>", before=""):
    items = "".join(f"<item>{entry}</item>" for entry in entries)
    return f"{before}{HEAD}{channel}{items}</channel></rss>"


def read(document, **settings):
    data = document if isinstance(document, bytes) else document.encode()
    return list(feed.read(io.BytesIO(data), "news.rss", Config(**settings)))


STORY = (
    "<title>Ferry stops</title><link>https://gazette.example/1</link>"
    "<guid>https://gazette.example/1</guid><dc:creator>Maja Berg</dc:creator>"
    "<pubDate>Mon, 02 Mar 2026 12:30:00 +0100</pubDate><description>Short.</description>"
    "<content:encoded><![CDATA[<p>The ferry stopped &amp; stayed.</p><p>Nobody said <b>why</b>.</p>"
    "<script>var a;</script>]]></content:encoded>"
)


def test_an_entry_of_rss_is_an_article():
    (article,) = read(rss(STORY))
    assert article.text == "The ferry stopped & stayed.\nNobody said why."
    assert (article.article_id, article.line) == ("https://gazette.example/1", 1)
    assert (article.path, article.embedded) == ("news.rss", True)
    assert (article.title, article.outlet) == ("Ferry stops", "Harbour Gazette")
    assert (article.date, article.language) == ("2026-03-02T11:30:00Z", "en")
    assert article.url == "https://gazette.example/1"
    assert article.encoding == "utf-8"
    assert (article.given, article.blank) == (("byline", "date", "outlet", "title"), ())
    assert "Maja" not in repr(article)


ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title>Hafenblatt</title><entry>
<id>tag:hafen.example,2026:1</id><title type="html">Fähre &lt;i&gt;steht&lt;/i&gt;</title>
<updated>2026-03-03T00:00:00Z</updated><published>2026-03-02T00:00:00Z</published>
<link rel="self" href="https://hafen.example/self"/>
<link rel="alternate" href="https://hafen.example/1"/><author><name>M</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Die Fähre steht.</p></div>
</content></entry></feed>"""


def test_an_entry_of_atom_is_an_article():
    (article,) = read(ATOM)
    assert article.text == "Die Fähre steht."
    assert article.article_id == "tag:hafen.example,2026:1"
    assert (article.title, article.outlet) == ("Fähre steht", "Hafenblatt")
    assert (article.date, article.language) == ("2026-03-02T00:00:00Z", "de")
    assert article.url == "https://hafen.example/1"


def test_the_last_change_is_the_date_when_the_first_day_is_not_told():
    (article,) = read(ATOM.replace("published>", "other>"))
    assert article.date == "2026-03-03T00:00:00Z"


def test_a_summary_stands_in_for_the_content_and_that_is_told():
    """A score of a teaser is no score of the story."""
    found = read(rss(STORY, "<description>Only &lt;b&gt;this&lt;/b&gt;.</description>"))
    assert [row.text for row in found[:2]] == [
        "The ferry stopped & stayed.\nNobody said why.",
        "Only this.",
    ]
    assert found[2:] == [Notice("news.rss", "1 entry gives only a summary, which is read")]


@pytest.mark.parametrize("empty", ["", "<description/>", "<description> &lt;p&gt; </description>"])
def test_an_entry_without_a_text_is_unread_and_costs_only_itself(empty):
    found = read(rss(STORY, "<title>A</title>" + empty, "<description>Last.</description>"))
    assert [row.line for row in found if isinstance(row, Article)] == [1, 3]
    assert Unread("news.rss:2", "the entry has neither content nor a summary") in found


@pytest.mark.parametrize("guid", ["", "<guid>17</guid>"])
def test_an_id_that_could_be_anybodys_is_none(guid):
    """Two feeds may both have an entry 17."""
    article = read(rss(f"{guid}<description>Text.</description>"))[0]
    assert article.article_id == "news.rss:1"


def test_fields_that_are_empty_or_cannot_be_used_are_told():
    entry = "<title/><pubDate>on Monday</pubDate><description>Text.</description>"
    article, *told = read(rss(entry, entry, channel=""))[1:]
    assert article.blank == ("date", "title")
    assert article.given == ()
    assert told[0] == Notice(
        "news.rss:1",
        "the date of the entry cannot be read as a date ('on Monday') and is left out; so is that "
        "of 1 more",
    )


@pytest.mark.parametrize(
    "declared",
    [
        '<!DOCTYPE rss [<!ENTITY a "b">]>',
        '<?xml version="1.0"?>\n<!-- x --><!doctype rss SYSTEM "x.dtd" [ ]>',
        '\ufeff<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        "<!DOCTYPE rss <!ENTITY",
    ],
)
def test_a_document_type_that_declares_something_is_refused(declared):
    (unread,) = read(rss(STORY, before=declared))
    assert unread.place == "news.rss"
    assert "declares entities" in unread.reason


def test_the_document_type_of_old_rss_is_passed_over():
    old = '<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://x.example/rss-0.91.dtd">'
    assert read(rss(STORY, before=f'<?xml version="1.0"?>{old}')) == read(rss(STORY))


def test_an_entity_that_nobody_declared_is_no_text_of_another_file():
    found = read(rss("<description>a &xxe; b</description>"))
    assert "root" not in repr(found)


@pytest.mark.parametrize("encoding", ["iso-8859-1", "windows-1252"])
def test_a_feed_in_an_old_encoding_is_read_as_it_declares(encoding):
    declaration = f'<?xml version="1.0" encoding="{encoding}"?>'
    document = rss("<description>Die Förde.</description>", before=declaration)
    found = read(document.encode(encoding))
    assert (found[0].text, found[0].encoding) == ("Die Förde.", "windows-1252")
    assert found[-1] == Notice("news.rss", "is read as windows-1252, as it is marked or declares")


def test_utf8_is_believed_whatever_is_declared():
    declaration = '<?xml version="1.0" encoding="iso-8859-1"?>'
    assert read(rss("<description>Förde</description>", before=declaration))[0].text == "Förde"


TWO = rss(STORY, "<description>Second.</description>")


def test_a_feed_that_is_cut_off_in_an_entry_is_read_up_to_that_and_breaks_off():
    """Half a story is no story."""
    article, unread = read(TWO[: TWO.index("Second.") + 4])
    assert article.text.startswith("The ferry stopped")
    reason = "the feed breaks off in entry 2, which is not read; fetch it again"
    assert unread == Unread("news.rss", reason, breaks_off=True)


@pytest.mark.parametrize("end", ["</channel>", "</item>", "<item", "</channel></rss"])
def test_a_feed_that_is_cut_off_behind_an_entry_keeps_it_and_breaks_off(end):
    begun = TWO.rindex("</item>") + len("</item>")
    found = read(TWO[:begun] + (end if end != "</item>" else ""))
    assert [row.line for row in found if isinstance(row, Article)] == [1, 2]
    reason = "the feed breaks off behind the last entry that is read; fetch it again"
    assert found[-1] == Unread("news.rss", reason, breaks_off=True)


def test_a_feed_of_atom_that_is_cut_off_breaks_off():
    (unread,) = read(ATOM[: ATOM.index("</content>")])
    assert unread.breaks_off
    assert "in entry 1" in unread.reason


@pytest.mark.parametrize("behind", ["", "\n<!-- from the cache -->", " </RSS >"])
def test_a_feed_that_is_only_sloppy_has_a_notice(behind):
    sloppy = TWO.replace("Second.", "Second & last.") + behind
    found = read(sloppy)
    assert [row.line for row in found if isinstance(row, Article)] == [1, 2]
    assert found[-1] == Notice(
        "news.rss", "the feed is not well formed; what could be made out of it is read"
    )


@pytest.mark.parametrize(
    ("document", "words"),
    [
        ("", "neither RSS nor Atom"),
        ("just text", "neither RSS nor Atom"),
        ("<html><body><p>A page.</p></body></html>", "neither RSS nor Atom"),
        (rss(), "no entry"),
        (b"\0", "looks binary"),
        ("x" * 1_000_001, "max-article-mb"),
    ],
)
def test_what_is_no_feed_with_entries_is_unread(document, words):
    (unread,) = read(document, max_article_mb=1)
    assert isinstance(unread, Unread)
    assert words in unread.reason


def test_a_feed_that_takes_too_long_is_unread():
    (unread,) = read(HEAD + "<a>" * 500_000, seconds_per_document=1)
    assert unread.reason.startswith("the feed takes more than 1 s")


def test_what_to_install_is_said_when_it_is_not_there(monkeypatch):
    monkeypatch.setattr(feed, "ask", lambda *_: Refused("needs it", "feedparser"))
    (unread,) = read(rss(STORY))
    assert unread.reason.endswith("pip install 'provenance-check[news]'")


def test_a_reference_to_a_huge_number_stops_nothing():
    found = read(rss(f"<description>a &amp;#{'9' * 5000}; b</description>"))
    assert found[0].text.startswith("a ")


@given(st.text(alphabet="<>/ items&;![]CDATA\"'=x\n?", max_size=200))
def test_any_entry_is_an_article_or_unread(entry):
    found = read(rss(entry))
    assert any(isinstance(row, Article | Unread) for row in found)


def test_feeds_are_told_by_their_suffix():
    assert READERS[".rss"] is READERS[".atom"] is feed.read
