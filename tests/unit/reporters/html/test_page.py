"""The whole page: one file, its own policy, links that lead somewhere, the same bytes."""

import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest

from provenance.reporters.html import packing, paging, render
from provenance.reporters.palette import Style


class Page(HTMLParser):
    """What a page is made of: its elements with their attributes, and the texts in some."""

    def __init__(self, page):
        super().__init__(convert_charrefs=True)
        self.elements, self.ids, self.links = [], [], []
        self.inside, self.texts = None, {"style": [], "script": [], "title": []}
        self.feed(page.decode())

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        self.inside = tag
        self.ids += [value for name, value in attrs if name == "id"]
        self.links += [value for name, value in attrs if name == "href"]

    def handle_endtag(self, tag):
        self.inside = None

    def handle_data(self, text):
        if self.inside in self.texts:
            self.texts[self.inside].append(text)


@pytest.fixture
def made(report, article, finding, region):
    """A page of two articles that share a passage, with a finding in one."""
    text = "Rain closed the pass for a second day and the road to the quarry with it."
    left, right = article("left", text, title="Rain"), article("right", text, outlet="The Post")
    regions = [region((0, 60), (0, 60), matched_words=12, left_words=12, right_words=12)]
    return report([left, right], [finding(left, "Rain closed")], regions=regions)


def page_of(made):
    return Page(render(made, Style()))


def test_the_policy_lets_nothing_run_but_the_page_itself(made):
    page = page_of(made)
    (policy,) = [
        attrs["content"]
        for tag, attrs in page.elements
        if attrs.get("http-equiv") == "Content-Security-Policy"
    ]
    allowed = dict(part.strip().split(" ", 1) for part in policy.split(";"))
    assert allowed["default-src"] == "'none'"
    for tag in ("style", "script"):
        content = page.texts[tag][0].encode()
        digest = base64.b64encode(hashlib.sha256(content).digest()).decode()
        assert allowed[f"{tag}-src"] == f"'sha256-{digest}'"
    assert set(allowed) == {
        "default-src",
        "style-src",
        "script-src",
        "img-src",
        "base-uri",
        "form-action",
    }


def test_the_policy_comes_before_anything_it_is_about(made):
    tags = [tag for tag, attrs in page_of(made).elements]
    assert tags[:4] == ["html", "head", "meta", "meta"]


def test_nothing_is_fetched_and_nothing_inline_is_needed(made):
    """A style attribute or a handler would be refused by the page's own policy."""
    for tag, attrs in page_of(made).elements:
        assert tag not in {"link", "img", "iframe", "object", "embed", "base", "form", "video"}
        assert {"style", "src", "srcset", "action", "xlink:href"} & attrs.keys() == set()
        assert not [name for name in attrs if name.startswith("on")]


def test_every_link_leads_to_a_place_in_the_page(made):
    page = page_of(made)
    assert len(page.links) > 8
    assert {link for link in page.links if link.removeprefix("#") not in page.ids} == set()
    assert all(link.startswith("#") for link in page.links)


def test_an_id_stands_once(made):
    ids = page_of(made).ids
    assert sorted(ids) == sorted(set(ids))


def test_the_page_of_each_article_and_pair_stands_in_the_document(made):
    assert {"a1", "a2", "p1"} <= set(page_of(made).ids)


def test_the_parts_come_in_the_order_in_which_they_are_read(made):
    order = ["overview", "articles", "pairs", "a1", "a2", "p1", "data"]
    ids = page_of(made).ids
    assert [name for name in ids if name in order] == order


def test_the_same_report_is_the_same_bytes(made):
    assert render(made, Style()) == render(made, Style(color=True, width=40))


def test_a_report_on_nothing_is_a_page(report):
    page = page_of(report())
    assert "overview" in page.ids


@pytest.fixture
def large(report, article, finding):
    """Thirty articles, of which the later ones have lower scores, and the last one an error."""
    articles = [article(f"{number:02}.txt", f"Story {number}. Share") for number in range(30)]
    found = [
        finding(story, "Share", deduction=number, message=f"m{number}")
        for number, story in enumerate(articles)
    ]
    return report(articles, found)


@pytest.fixture
def packs(monkeypatch):
    monkeypatch.setattr(paging, "STANDING_BYTES", 1_000)
    monkeypatch.setattr(packing, "_GROUP", 20_000)


def groups(page):
    """The ids of the articles in each block of a page, unpacked."""
    blocks = re.findall(rb'<script type="application/octet-stream" id="group-\d+">(.*?)<', page)
    for block in blocks:
        text = packing.zlib.decompress(base64.b64decode(block)).decode()
        yield re.findall(r'<article [^>]*id="(a\d+)"', text)


def test_more_pages_than_a_browser_likes_are_packed(large, packs):
    page = render(large, Style())
    assert b"<article" not in page
    packed = [name for group in groups(page) for name in group]
    assert sorted(packed) == sorted(f"a{number}" for number in range(1, 31))
    assert len(list(groups(page))) > 2


def test_so_many_findings_are_packed_without_a_try(large, packs, monkeypatch):
    monkeypatch.setattr(paging, "STANDING_BYTES", 10**9)
    assert b"<article" in render(large, Style())
    monkeypatch.setattr(paging, "STANDING_FINDINGS", 29)
    assert b"<article" not in render(large, Style())


def test_a_packed_report_says_without_a_script_what_is_missing(large, packs):
    """Its pages cannot be read then, which must not look like a report without articles."""
    assert b"<noscript><p>The pages of articles and pairs are packed" in render(large, Style())


def test_a_report_whose_pages_stand_in_it_needs_no_such_word(large):
    assert b"<noscript>" not in render(large, Style())


def test_when_not_all_find_room_the_worst_do_and_the_others_are_counted(large, packs, monkeypatch):
    monkeypatch.setattr(paging, "MOST_PAGES", 3)
    page = render(large, Style())
    assert [name for group in groups(page) for name in group] == ["a30", "a29", "a28"]
    assert b"27 of 30 articles have no page in this file" in page


def test_the_file_stops_growing_at_its_limit(large, packs, monkeypatch):
    monkeypatch.setattr(paging, "MOST_BYTES", 1)
    page = render(large, Style())
    assert len(list(groups(page))) == 1
    assert b"articles have no page in this file" in page


def test_articles_that_are_left_out_are_not_linked_in_the_table(large, packs, monkeypatch):
    monkeypatch.setattr(paging, "MOST_PAGES", 3)
    table = (
        render(large, Style()).decode().partition('<tbody id="rows">')[2].partition("</tbody")[0]
    )
    assert re.findall(r'href="#(\w+)"', table) == ["a30", "a29", "a28"]
    assert table.count("<tr>") == 30


def test_no_payload_becomes_markup_wherever_it_stands(strange_report, payloads):
    """The elements and attributes of a page are the same whatever its texts say."""
    plain = page_of(strange_report("plain", "text"))
    allowed = {(tag, name) for tag, attrs in plain.elements for name in attrs}
    allowed |= {("span", "title"), ("span", "class")}  # Of characters that are made visible.
    tags = {tag for tag, attrs in plain.elements}
    for payload in payloads:
        text = payload.encode("utf-8", "replace").decode()
        for pair in ((text, "text"), ("plain", text)):
            page = page_of(strange_report(*pair))
            assert {tag for tag, attrs in page.elements} <= tags
            assert {(tag, name) for tag, attrs in page.elements for name in attrs} <= allowed
            assert all(re.fullmatch(r"[a-z0-9-]+", name) for name in page.ids)
            assert all(re.fullmatch(r"#[a-z0-9-]+", link) for link in page.links)


def test_no_control_character_reaches_the_file(strange_report):
    text = "".join(map(chr, [*range(9), *range(14, 32), 0x7F, 0x202E, 0x2066, 0xFFFF]))
    page = render(strange_report(f"a{text}b", "c"), Style()).decode()
    assert {char for char in page if char in text} == set()


def test_lone_surrogates_cost_no_report(report, article, rule, finding):
    """A rule file can hold one, and UTF-8 cannot."""
    story = article("a.txt", "Share")
    odd = rule("BPL001", "name\ud800", why="\udfff", fix="x")
    page = render(report([story], [finding(story, "Share")], [odd]), Style())
    assert b"\\ud800" in page
