"""A web page is one article: its story, without the page around it, and what it says of itself."""

import io
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.config import Config
from provenance.model import Article, Notice, Unread
from provenance.sources import webpages
from provenance.sources.confined import Refused
from provenance.sources.readers import READERS, html


def rows(page, **settings):
    data = page if isinstance(page, bytes) else page.encode()
    return list(html.read(io.BytesIO(data), "news/a.html", Config(**settings)))


def read(page, **settings):
    (row,) = rows(page, **settings)
    return row


@pytest.mark.parametrize("extractor", ["trafilatura", "resiliparse"])
def test_the_story_is_the_text_and_the_page_around_it_is_not(news_page, body, extractor):
    article = read(news_page(), extractor=extractor)
    lines = article.text.split("\n")
    assert [line for line in lines if line != "Ferry stops without a word"] == list(body)
    assert article.text[article.body_start :].lstrip() == "\n".join(body)


def test_the_page_says_what_the_article_is(news_page):
    canonical = '<link rel="canonical" href="https://gazette.example/ferry">'
    article = read(news_page(head=canonical))
    assert (article.article_id, article.path, article.line) == ("news/a.html", "news/a.html", 1)
    assert article.embedded is True
    assert article.field is None
    assert article.title == "Ferry stops without a word"
    assert article.outlet == "Harbour Gazette"
    assert article.date == "2026-03-02T11:30:00Z"
    assert article.language == "en"
    assert article.url == "https://gazette.example/ferry"
    assert article.encoding == "utf-8"
    assert article.given == ("byline", "date", "outlet", "title")
    assert article.blank == ()


def test_who_wrote_it_is_not_kept(news_page):
    assert "Maja" not in repr(read(news_page()))


def test_a_page_that_says_nothing_of_itself_has_what_its_text_shows(news_page, body):
    """Its language is that of its words; nothing else is made up."""
    article = read(f"<html><body><article><p>{'</p><p>'.join(body)}</p></article></body></html>")
    assert (article.title, article.outlet, article.date, article.url) == (None, None, None, None)
    assert article.language == "en"
    assert (article.given, article.blank) == ((), ())


@pytest.mark.parametrize("date", ["on Monday", "02/03/2026"])
def test_what_cannot_be_used_is_left_out_and_told(news_page, date):
    article, told = rows(news_page(linked={"@type": "Article", "datePublished": date}))
    assert article.date is None
    assert told == Notice(
        "news/a.html",
        f"the date of the page cannot be read as a date ({date!r}) and is left out",
    )


def test_linked_data_that_is_no_json_is_passed_over(news_page):
    broken = '<script type="application/ld+json">{"@type": "Article", "headline": </script>'
    article = read(news_page(linked=None, head=broken))
    assert article.title == "Ferry stops without a word"


CASES = {
    "meta": ("windows-1252", '<meta charset="iso-8859-1">', "as it is marked or declares"),
    "http-equiv": (
        "windows-1251",
        '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">',
        "as it is marked or declares",
    ),
    "its bytes": ("windows-1252", "", "which its bytes look like"),
}


@pytest.mark.parametrize(("encoding", "head", "how"), CASES.values(), ids=CASES)
def test_an_old_page_is_read_in_its_encoding_which_is_told(news_page, encoding, head, how):
    word = "Дорога" if encoding == "windows-1251" else "Förde – „Brücke“"
    paragraph = f"{word} the bridge was shut at noon on Monday, and nobody could say why it was."
    page = news_page(linked=None, head=head, paragraphs=[paragraph] * 1)
    article, told = rows(page.encode(encoding))
    assert paragraph in article.text
    assert article.encoding == encoding
    assert told == Notice("news/a.html", f"is read as {encoding}, {how}")


def test_the_xml_declaration_of_a_page_is_heeded(news_page):
    page = '<?xml version="1.0" encoding="koi8-r"?>' + news_page(paragraphs=["Мост закрыт."])
    article = rows(page.encode("koi8-r"))[0]
    assert article.encoding == "koi8-r"
    assert "Мост закрыт." in article.text


def test_utf8_is_believed_whatever_is_declared(news_page):
    paragraph = "The café on the quay stayed open all day, its owner said on Monday."
    article = read(news_page(head='<meta charset="iso-8859-1">', paragraphs=[paragraph]))
    assert paragraph in article.text
    assert article.encoding == "utf-8"


@pytest.mark.parametrize(
    "page",
    [
        "",
        "plain",
        "<html></html>",
        "<html><body></body></html>",
        "<html><head><title>Only a title</title></head></html>",
        "<script>document.write('The story is made by a script.')</script>",
        "<nav><ul>" + "<li><a href='/'>Section of the news</a></li>" * 40 + "</ul></nav>",
        "<html><body><!-- <p>The story is in a comment.</p> --></body></html>",
    ],
)
def test_a_page_without_a_story_is_unread_and_never_a_good_article(page):
    assert read(page) == Unread("news/a.html", "no article text found in the page")


@pytest.mark.parametrize(
    ("page", "words"),
    [
        (b"\0<html>", "looks binary"),
        (b"\xc3\xa9\xc3\xa9\n\xff", "not valid UTF-8"),
        (b"<p>" * 100_001, "100,001 elements"),
        (b"<div>" * 2001, "2,001 deep"),
        (b"x" * 1_000_001, "max-article-mb"),
    ],
)
def test_what_is_not_taken_apart_says_why(page, words):
    assert words in read(page, max_article_mb=1).reason


def test_the_line_of_a_byte_that_is_no_text_is_told():
    assert read(b"<html>\n<body>\n\0").place == "news/a.html:3"


def test_a_page_that_takes_too_long_is_unread_and_the_next_one_is_read(news_page):
    slow = "<!-->" + "<div>" * 100_000 + "-->"
    unread = read(slow, extractor="resiliparse", seconds_per_document=1)
    assert unread.reason.startswith("the page takes more than 1 s")
    assert isinstance(read(news_page()), Article)


def test_what_to_install_is_said_when_it_is_not_there(monkeypatch, news_page):
    missing = Refused("needs the package lxml, which is not installed", "lxml")
    monkeypatch.setattr(webpages, "ask", lambda *_: missing)
    assert read(news_page()).reason.endswith("pip install 'provenance-check[html]'")


def test_the_settings_choose_what_takes_the_page_apart(monkeypatch, news_page):
    asked = []
    monkeypatch.setattr(webpages, "ask", lambda *given: asked.append((given[0], given[2])) or "x y")
    read(news_page())
    read(news_page(), extractor="resiliparse", seconds_per_document=3)
    assert asked == [("trafilatura", 10), ("resiliparse", 3)]


def test_no_parser_is_loaded_but_in_the_process_that_may_crash(news_page, tmp_path):
    (tmp_path / "a.html").write_text(news_page())
    code = (
        "import sys; from provenance import sources; from provenance.config import Config\n"
        "assert len(sources.read([sys.argv[1]], Config()).articles) == 1\n"
        "print(*sys.modules)"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "a.html")]
    done = subprocess.run(command, capture_output=True, check=True, text=True)
    assert {"trafilatura", "resiliparse", "lxml"} & set(done.stdout.split()) == set()


@given(st.binary(max_size=300))
def test_any_bytes_are_one_article_or_one_reason(data):
    row, *told = rows(data, extractor="resiliparse")
    assert isinstance(row, Article | Unread)
    assert all(isinstance(each, Notice) for each in told)


def test_pages_are_told_by_their_suffix():
    assert {READERS[suffix] for suffix in (".html", ".htm", ".xhtml")} == {html.read}
