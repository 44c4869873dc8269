"""Findings as a table, which a spreadsheet must show and never run."""

import csv
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.model import Unread
from provenance.reporters.csv import COLUMNS, render
from provenance.reporters.palette import Style

TEXT = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=40)


def rows(report, **style):
    text = render(report, Style(**style)).decode()
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


@pytest.fixture
def shown(report):
    """The one cell that shows a text."""

    def _shown(text):
        (row,) = rows(report(unread=(Unread("a.txt", text),)))
        return row["message"]

    return _shown


def test_a_finding_is_a_row(report, article, finding):
    text = article("a.txt", "one\nShare, it", outlet="Post", line=3)
    told = finding(text, "Share, it", message='a "label"', fingerprint="00:1", deduction=2)
    (row,) = rows(report([text], [told]))
    assert row == dict.fromkeys(COLUMNS, "") | {
        "kind": "finding",
        "severity": "warning",
        "rule_id": "BPL001",
        "rule_name": "rule-bpl001",
        "family": "BPL",
        "path": "a.txt",
        "file_line": "4",
        "file_column": "1",
        "article_id": "a.txt",
        "outlet": "Post",
        "line": "2",
        "column": "1",
        "start": "4",
        "end": "13",
        "message": 'a "label"',
        "evidence": "Share, it",
        "confidence": "high",
        "deduction": "2",
        "fingerprint": "00:1",
    }


def test_lines_end_as_the_standard_says_and_begin_without_a_mark(report, article, finding):
    """RFC 4180; a byte order mark would become part of the first column's name."""
    text = article("a.txt", "Share")
    document = render(report([text], [finding(text, "Share")]), Style())
    assert document.startswith(b"kind,severity,")
    assert document.count(b"\r\n") == document.count(b"\n") == 2


def test_numbers_stay_numbers(report, article, finding):
    text = article("a.txt", "Share")
    (line,) = render(report([text], [finding(text, "Share")]), Style()).splitlines()[1:]
    assert b",1,1,0,5," in line


def test_accepted_findings_and_unread_input_have_rows_too(report, article, finding):
    """A table can be filtered; what is not in it cannot be asked for."""
    text = article("a.txt", "Share")
    known = finding(text, "Share", accepted="baseline", accepted_because="ours")
    told = rows(report([text], [known], unread=(Unread("c.jsonl:3", "not JSON"),)))
    assert [row["accepted_because"] for row in told] == ["ours", ""]
    assert told[1] == dict.fromkeys(COLUMNS, "") | {
        "kind": "unread",
        "path": "c.jsonl:3",
        "message": "not JSON",
    }


def test_nothing_to_tell_is_a_header(report, article):
    told = render(report([article("a.txt", "fine")]), Style(color=True, width=40))
    assert told.decode() == ",".join(COLUMNS) + "\r\n"


@pytest.mark.parametrize("sign", "=+-@\uff1d\uff0b\uff0d\uff20")
@pytest.mark.parametrize(
    "before",
    [
        "",
        " ",
        "\t",
        "\u00a0",
        "\u200b",
        "\ufeff",
        "\u2060 \u3000",
        '"',
        ' "',
        "\ufe0f",
        "\U000e0020",
    ],
)
def test_what_begins_a_formula_gets_an_apostrophe(shown, sign, before):
    text = f"{before}{sign}cmd|' /C calc'!A0"
    assert shown(text) == "'" + text.replace("\t", " ")


@pytest.mark.parametrize("text", ["a;=1+1", "a; =1+1", 'a;"=1+1', "a;\u200b@x", ";;-1"])
def test_what_begins_a_formula_behind_a_semicolon_gets_one_there(shown, text):
    """Where the comma is the decimal sign a spreadsheet parts the cells of this file at `;`."""
    assert shown(text) == text[: text.rindex(";") + 1] + "'" + text[text.rindex(";") + 1 :]


@pytest.mark.parametrize("text", ["a = b", "1-2", "e-mail", "a@b.org", "x;y", "'=1", "5, -3"])
def test_other_text_is_as_it_was(shown, text):
    assert shown(text) == text


@pytest.mark.parametrize(
    ("raw", "told"), [("\r=1", r"\x0d=1"), ("a\n=1", r"a\x0a=1"), ("\x00=1", r"\x00=1")]
)
def test_line_ends_and_controls_are_visible_and_begin_no_cell(shown, raw, told):
    assert shown(raw) == told


def test_a_cell_is_never_longer_than_a_spreadsheet_takes(shown):
    assert shown("a" * 32_767) == "a" * 32_767
    assert shown("a" * 1_000_000) == "a" * 32_767
    assert shown("\x00" * 40_000) == (r"\x00" * 40_000)[:32_766] + "…"


@given(text=TEXT, other=TEXT)
def test_no_cell_is_a_formula_whatever_a_report_holds(strange_report, text, other):
    """Held to the plain reading: what is left without blanks begins with no sign of a formula."""
    for row in rows(strange_report(text, other)):
        for value in row.values():
            for part in value.split(";"):
                assert not re.sub(r'[\s"\u200b-\u200f\u2060\ufeff]', "", part).startswith(
                    ("=", "+", "-", "@")
                )


@given(text=TEXT, other=TEXT)
def test_every_row_has_every_column_and_no_control(strange_report, text, other):
    document = render(strange_report(text, other), Style()).decode()
    assert document.count("\n") == 1 + 4
    assert not re.search(r"[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e]", document)
    for row in rows(strange_report(text, other)):
        assert None not in row
        assert None not in row.values()


def test_payloads_stay_in_their_cells(strange_report, payloads):
    for payload in payloads:
        text = payload.encode("utf-8", "backslashreplace").decode()  # As they are read.
        told = rows(strange_report(text, "x"))
        assert [row["kind"] for row in told] == ["finding"] * 3 + ["unread"]
