"""One JSON object a line: what a pipeline reads without holding a report."""

import json
import re

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.model import Notice, Unread, Verdict
from provenance.reporters import json as whole
from provenance.reporters.jsonl import render
from provenance.reporters.palette import Style

TEXT = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=40)


def lines(report, **style):
    return [json.loads(line) for line in render(report, Style(**style)).splitlines()]


@pytest.fixture
def told(report, article, finding, span):
    """A finding of a record, with a second place in another article."""
    text = article(
        *("c.jsonl", "one\nShare"),
        article_id="x",
        line=17,
        embedded=True,
        outlet="Post",
        field="body",
    )
    other = article("b.txt", "and\nShare")
    found = finding(
        *(text, "Share"),
        related=(span(other, "Share", "also here"),),
        fingerprint="00:1",
        deduction=3,
    )
    return report([text, other], [found])


def test_a_finding_says_where_it_is_and_what_it_is(told):
    assert lines(told)[0] == {
        "kind": "finding",
        "path": "c.jsonl",
        "file_line": 17,
        "file_column": None,
        "field": "body",
        "article_id": "x",
        "outlet": "Post",
        "line": 2,
        "column": 1,
        "start": 4,
        "end": 9,
        "rule_id": "BPL001",
        "rule_name": "rule-bpl001",
        "family": "BPL",
        "severity": "warning",
        "confidence": "high",
        "message": "a label of the page",
        "evidence": "Share",
        "related": [
            {
                "path": "b.txt",
                "article_id": "b.txt",
                "line": 2,
                "column": 1,
                "start": 4,
                "end": 9,
                "note": "also here",
                "evidence": "Share",
            }
        ],
        "extent": None,
        "deduction": 3,
        "fingerprint": "00:1",
        "accepted": None,
        "accepted_because": None,
    }


def test_all_that_the_json_report_says_of_a_finding_is_there(told):
    """So that a program can take either."""
    (finding,) = json.loads(whole.render(told, Style()))["findings"]
    line = lines(told)[0]
    assert {key: line[key] for key in finding if key != "related"} == {
        key: value for key, value in finding.items() if key != "related"
    }
    (there,), (here,) = finding["related"], line["related"]
    assert there == {key: here[key] for key in there}


def test_the_last_line_is_the_verdict_with_the_number_of_the_others(report, article, finding):
    """A file that was cut off must not pass for a short one."""
    text = article("a.txt", "Share Tweet")
    known = finding(text, "Share", accepted="settings", accepted_because="ours")
    told = report(
        [text],
        [known, finding(text, "Tweet")],
        unread=(Unread("b.txt", "not text"),),
        notices=(Notice("c.pdf", "left out"), Notice("", "no settings")),
        verdict=Verdict(2, ("1 input could not be read",)),
    )
    *others, last = lines(told)
    kinds = [line["kind"] for line in others]
    assert kinds == ["finding", "finding", "unread", "notice", "notice"]
    assert [line["accepted_because"] for line in others[:2]] == ["ours", None]
    assert others[2:4] == [
        {"kind": "unread", "place": "b.txt", "reason": "not text", "count": 1, "breaks_off": False},
        {"kind": "notice", "place": "c.pdf", "message": "left out"},
    ]
    assert last == {
        "kind": "verdict",
        "schema": "provenance/lines",
        "schema_version": "1.0",
        "version": "0.1.0",
        "settings_digest": "0123456789abcdef",
        "exit_code": 2,
        "reasons": ["1 input could not be read"],
        "measures": [],
        "articles": 1,
        "findings": 2,
        "accepted": 1,
        "unread": 1,
        "notices": 2,
    }


def test_a_run_over_nothing_is_a_verdict(report):
    assert [line["kind"] for line in lines(report())] == ["verdict"]


def test_colors_and_width_change_nothing(told):
    assert render(told, Style(color=True, width=40, quiet=True)) == render(told, Style())


def test_a_file_name_that_is_no_text_is_told_by_visible_escapes(report):
    told = lines(report(unread=(Unread("a\udcff.txt", "gone"),)))
    assert told[0]["place"] == "a\\udcff.txt"


@given(text=TEXT, other=TEXT)
def test_every_line_parses_back_and_harms_no_terminal(strange_report, text, other):
    document = render(strange_report(text, other), Style())
    assert not re.search(
        r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]", document.decode()
    )
    told = [orjson.loads(line) for line in document.split(b"\n")[:-1]]
    assert [line["kind"] for line in told] == [*["finding"] * 3, "unread", "notice", "verdict"]
    assert {line["evidence"] for line in told[:3]} <= {text, other}


def test_payloads_come_through_unchanged(strange_report, payloads):
    for payload in payloads:
        text = payload.encode("utf-8", "backslashreplace").decode()  # As they are read.
        told = lines(strange_report(text, "x"))
        assert text in [line.get("evidence") for line in told]
