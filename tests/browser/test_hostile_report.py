"""Script and markup wherever something from outside can stand: shown as text, never run.

That nothing was run, asked for, opened or refused is what the fixture `opened` asserts.
"""

import dataclasses
import json

import polars as pl
import pytest

from provenance import api
from provenance.model import Measure, Notice, Offender, Standing, Unit, Unread, Verdict
from provenance.reporters.html import render
from provenance.reporters.palette import Style
from provenance.reporters.safe import printable

STORY = (
    "{0}\n\nOfficials said on Tuesday that 40 of the 60 sheds {0} would close, and 35 of them did."
    " The mayor told “{0}” and nobody else said so, people who were there remembered later on."
    "\n\nAdvertisement\n\nShare\n"
)


def carried(payload):
    """A payload as a frame can hold it: without lone surrogates."""
    return payload.encode("utf-8", "replace").decode()


@pytest.fixture(scope="module")
def hostile(payloads, tmp_path_factory):
    """A real run over articles that hold payloads, with payloads put in what a run makes."""
    texts = list(map(carried, payloads))
    folder = tmp_path_factory.mktemp("hostile")
    lines = [
        json.dumps(
            {
                "id": f"{number} {text}",
                "title": text,
                "outlet": texts[number - 1],
                "byline": text,
                "date": f"2026-03-{number % 28 + 1:02}",
                "text": STORY.format(text),
            }
        )
        for number, text in enumerate(texts)
    ]
    (folder / "corpus.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return filled(api.check([str(folder / "corpus.jsonl")]), texts, payloads)


def filled(report, texts, payloads):
    """The report with payloads in paths, messages, rules, reasons, notices and the verdict."""
    some = iter(payloads * 20)
    rules = tuple(
        dataclasses.replace(
            rule, name=next(some), message=next(some), why=next(some), fix=next(some)
        )
        for rule in report.rules
    )
    measures = tuple(
        Measure(
            *(text, text, Unit.COUNT, False, 1.0, None, 0.0, Standing.FAILED, text),
            (Offender(text, 1.0),),
        )
        for text in payloads
    )
    return dataclasses.replace(
        report,
        rules=rules,
        articles=cycled(report.articles, texts, "path", "language"),
        findings=cycled(report.findings, texts, "message", "accepted_because").with_columns(
            accepted=pl.when(pl.int_range(pl.len()) % 5 == 0).then(pl.lit("baseline"))
        ),
        outcomes=cycled(report.outcomes.collect(), texts, "reason").lazy(),
        scores=cycled(report.scores, texts, "reason", "grade"),
        unread=tuple(Unread(text, text) for text in payloads),
        notices=tuple(Notice(text, text) for text in payloads),
        verdict=Verdict(2, tuple(payloads), measures),
    )


def cycled(table, texts, *columns):
    """A frame with other texts in some columns, every row another one."""
    rows = len(table)
    again = (texts * (rows // len(texts) + 1))[:rows]
    return table.with_columns(pl.Series(name, again, dtype=pl.String) for name in columns)


@pytest.fixture(scope="module")
def hostile_page(hostile):
    return render(hostile, Style())


def was_hit(watch):
    return watch.page.evaluate("'hit' in window || 'hit' in {} || document.querySelector('base')")


# All views one after the other, as links would show them.
EVERY_VIEW = """async (views) => {
  for (const view of views) {
    await go(view);
    if (current.id !== view) throw new Error(`${view} was not shown`);
  }
}"""


def test_no_payload_does_anything_in_any_view(opened, hostile_page):
    watch = opened(hostile_page)
    pages = watch.page.evaluate("[...document.querySelectorAll('#pages > *')].map((e) => e.id)")
    assert len(pages) > 200
    shown = [view for view in pages if view[0] == "a" or view.endswith("7")]  # Pairs are many.
    watch.page.evaluate(EVERY_VIEW, ["articles", "pairs", *shown, "overview"])
    assert not was_hit(watch)


def test_every_payload_is_shown_as_text_in_the_table(opened, hostile_page, payloads):
    watch = opened(hostile_page, "#articles")
    seen = []
    while True:
        seen += watch.titles()
        if watch.page.locator("#after").is_disabled():
            break
        watch.page.locator("#after").click()
    expected = {printable(" ".join(carried(text).split())) for text in payloads}
    assert {text[:200] for text in expected} - set(seen) <= {""}
    assert not was_hit(watch)


def test_every_payload_is_shown_as_text_in_the_verdict(opened, hostile_page, payloads):
    watch = opened(hostile_page)
    reasons = watch.page.locator(".verdict li").all_text_contents()
    assert set(map(printable, payloads)) <= set(reasons)


def test_every_text_is_shown_as_text_on_its_page(opened, hostile, hostile_page):
    """The sheds stand behind a payload: a payload that became markup would have eaten them."""
    watch = opened(hostile_page)
    pages = watch.page.evaluate(
        "[...document.querySelectorAll('#pages > article.sheet .columns')].map((e) => e.textContent)"
    )
    assert len(pages) == len(hostile.articles)
    for text in pages:
        assert "would close, and 35 of them did" in text
        assert "Advertisement" in text


def test_packed_pages_are_no_more_dangerous(opened, hostile, monkeypatch):
    monkeypatch.setattr("provenance.reporters.html.paging.STANDING_FINDINGS", 0)
    watch = opened(render(hostile, Style()))
    anchors = [f"a{number}" for number in range(1, len(hostile.articles) + 1)]
    watch.page.evaluate(EVERY_VIEW, anchors)
    assert not was_hit(watch)


def test_payloads_typed_into_the_search_do_nothing(opened, hostile_page, payloads):
    watch = opened(hostile_page, "#articles")
    for payload in payloads[::20]:
        watch.page.fill("#search", carried(payload).replace("\n", " "))
    assert not was_hit(watch)


def test_payloads_in_the_address_do_nothing(opened, sample_page):
    for anchor in (
        "#<img src=x onerror=window.hit=1>",
        "#a1\"'><script>",
        "#%E0%A4%A",
        "#a1n__proto__",
    ):
        assert not was_hit(opened(sample_page, anchor))


def test_the_policy_stops_what_would_get_past_the_escaping(opened, sample_page, chromium, tmp_path):
    """The second wall, on its own: markup that is put into the page by force runs nothing."""
    file = tmp_path / "forced.html"
    bad = b"<script>window.hit=1</script><img src=x onerror=window.hit=1><main"
    file.write_bytes(sample_page.replace(b"<main", bad, 1))
    context = chromium.new_context()
    page = context.new_page()
    page.goto(file.as_uri())
    page.wait_for_timeout(200)
    assert page.evaluate("'hit' in window") is False
    context.close()
