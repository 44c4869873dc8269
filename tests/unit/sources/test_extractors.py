"""What the program that takes pages apart makes of them, and how it speaks."""

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.sources import extractors
from provenance.sources.extractors import ASKED, TASKS, TOLD, answer, serve

BODY = ["The ferry stopped at noon on Monday.", "Nobody on the quay could say why it did."]
PAGE = f"""<html><head><title>Ferry</title><script>var a = "<p>code</p>";</script></head><body>
<header><nav><ul>{"<li><a href='/n'>Section of the news</a></li>" * 30}</ul></nav></header>
<main><article><h1>Ferry stops</h1><p>{BODY[0]}</p><p>{BODY[1]}</p></article></main>
<div class="comments"><p>First comment of a reader.</p></div>
<footer><p>Copyright of the Gazette. All rights reserved.</p></footer></body></html>""".encode()


@pytest.mark.parametrize("task", ["trafilatura", "resiliparse"])
def test_the_article_is_left_of_a_page_a_line_for_each_paragraph(task):
    lines = TASKS[task](PAGE).split("\n")
    assert [line for line in lines if line != "Ferry stops"] == BODY


@pytest.mark.parametrize("task", ["trafilatura", "resiliparse"])
def test_a_page_of_nothing_but_links_holds_no_article(task):
    """Its menu would be an article of good standing, shared with every other page."""
    links = b"<html><body><nav><ul>" + b"<li><a href='/'>Section of the news</a></li>" * 40
    assert not TASKS[task](links + b"</ul></nav></body></html>")


@pytest.mark.parametrize("task", TASKS)
def test_nothing_is_made_of_nothing(task):
    found = TASKS[task](b"")
    assert not found or found["entries"] == []


@given(st.text(alphabet="<>/apdivscript &;'\"=-!\n\x00é", max_size=200))
def test_any_page_has_a_text_or_none(page):
    for task in ("trafilatura", "resiliparse"):
        found = answer(task, page.encode())
        assert "fault" in found or isinstance(found["found"], str | None)


RSS = b"""<rss version="2.0"><channel><title>Gazette</title><language>en</language>
<item><title>Ferry</title><link>https://a.example/1</link><guid>https://a.example/1</guid>
<pubDate>Sun, 01 Mar 2026 10:00:00 GMT</pubDate><description>&lt;p&gt;Short.&lt;/p&gt;</description>
</item></channel></rss>"""


def test_a_feed_is_taken_apart():
    assert TASKS["feed"](RSS) == {
        "version": "rss20",
        "malformed": False,
        "title": ("text/plain", "Gazette"),
        "language": "en",
        "entries": [
            {
                "id": "https://a.example/1",
                "link": "https://a.example/1",
                "published": "Sun, 01 Mar 2026 10:00:00 GMT",
                "title": ("text/plain", "Ferry"),
                "content": [],
                "summary": ("text/html", "<p>Short.</p>"),
            }
        ],
    }


@pytest.mark.parametrize("name", ["feed.xml", "https://a.example/feed.xml", "/etc/passwd"])
def test_a_feed_that_is_a_name_is_not_looked_up(name, tmp_path, monkeypatch):
    """The library would open a file, or an address, of that name."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "feed.xml").write_bytes(RSS)
    assert TASKS["feed"](name.encode())["entries"] == []


def asked(*tasks):
    parts = (
        ASKED.pack(seconds, len(task), len(given)) + task.encode() + given
        for task, given, seconds in tasks
    )
    return io.BytesIO(b"".join(parts))


def replies(stream):
    stream.seek(0)
    while header := stream.read(TOLD.size):
        yield json.loads(stream.read(TOLD.unpack(header)[0]))


def test_every_task_is_answered_in_order(monkeypatch):
    def turned(given):
        return given.decode()[::-1]

    def broken(given):
        raise KeyError(given.decode())

    monkeypatch.setattr(extractors, "TASKS", {"turn": turned, "break": broken})
    told = io.BytesIO()
    serve(asked(("turn", "añb".encode(), 5), ("break", b"x", 0), ("turn", b"", 0)), told)
    assert list(replies(told)) == [{"found": "bña"}, {"fault": "KeyError"}, {"found": ""}]


def test_a_task_that_is_cut_off_is_the_end():
    told = io.BytesIO()
    serve(io.BytesIO(ASKED.pack(0, 1, 1)[:-1]), told)
    assert told.getvalue() == b""


def test_want_of_memory_ends_the_program(monkeypatch):
    """What is left of it then is nothing to go on with."""

    def greedy(given):
        raise MemoryError

    monkeypatch.setattr(extractors, "TASKS", {"greedy": greedy})
    with pytest.raises(MemoryError):
        answer("greedy", b"")
