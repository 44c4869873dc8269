"""From the bytes of a page to its article, or the reason why there is none."""

import pytest

from provenance.config import Config
from provenance.sources import webpages
from provenance.sources.confined import Refused
from provenance.sources.webpages import NoArticle, web_page

WORD = "Die „Brücke“ über die Förde – am Montag gesperrt – öffnet früher."


@pytest.fixture
def asked(monkeypatch):
    """What was given to the extractor, which finds every page to be all article."""
    given = []

    def ask(task, page, seconds):
        given.append(page.decode())
        return page.decode()

    monkeypatch.setattr(webpages, "ask", ask)
    return given


@pytest.mark.parametrize(
    ("labels", "head", "encoding"),
    [
        (["koi8-r"], "<meta charset=windows-1251>", "koi8-r"),
        (["no such"], "<meta charset=windows-1251>", "windows-1251"),
        ([], "<meta charset=windows-1251>", "windows-1251"),
        ([], "<?xml version=\"1.0\" encoding='koi8-r'?><meta charset=windows-1251>", "koi8-r"),
        ([], "<meta charset=windows-1251><meta charset=koi8-r>", "windows-1251"),
        ([], " " * 5000 + "<meta charset=koi8-r>", "windows-1252"),
    ],
)
def test_the_server_is_believed_before_the_page_and_the_page_before_its_bytes(
    asked, labels, head, encoding
):
    """Only its beginning is looked at, as a browser does."""
    page = web_page((head + f"<p>{WORD} {WORD}</p>").encode("windows-1252"), labels, Config())
    assert page.decoded.encoding == encoding
    assert page.decoded.is_guess == (encoding == "windows-1252")
    assert asked == [page.decoded.text]


def test_the_extractor_is_given_the_page_as_utf8(asked):
    web_page(WORD.encode("utf-16"), [], Config())
    assert asked == ["\ufeff" + WORD]


@pytest.mark.parametrize("found", [None, "", " \n", "\ufeff", 3])
def test_no_text_is_no_article(monkeypatch, found):
    monkeypatch.setattr(webpages, "ask", lambda *_: found)
    assert web_page(b"x", [], Config()) == NoArticle("no article text found in the page")


def test_what_is_wrong_with_all_pages_is_told_apart(monkeypatch):
    """One word on what to install is enough for an archive of a million pages."""
    monkeypatch.setattr(webpages, "ask", lambda *_: Refused("needs it", "trafilatura"))
    assert web_page(b"x", [], Config()).is_for_all is True
    monkeypatch.setattr(webpages, "ask", lambda *_: Refused("breaks the parser"))
    assert web_page(b"x", [], Config()) == NoArticle("the page breaks the parser")


def test_a_page_with_too_much_markup_is_not_given_to_the_extractor(asked):
    assert "deep in one another" in web_page(b"<div>" * 3000, [], Config()).reason
    assert asked == []
