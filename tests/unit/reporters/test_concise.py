"""One finding a line, stable enough to parse."""

import re

from hypothesis import given
from hypothesis import strategies as st

from provenance.model import Unread
from provenance.reporters.concise import render
from provenance.reporters.palette import Style

LINE = re.compile(r"(.+?):(\d+)(?::(\d+))?: (error|warning|info) ([A-Z]{3}\d{3}) (\S+) (.*)")


def lines(report, **style):
    return render(report, Style(**style)).decode().splitlines()


def test_a_finding_is_place_severity_rule_name_and_message(report, article, finding, rule):
    text = article("a.txt", "one\nShare it")
    told = finding(text, "it", message='a label: "it"')
    assert lines(report([text], [told], [rule("BPL001", "share-label")])) == [
        'a.txt:2:7: warning BPL001 share-label a label: "it"'
    ]


def test_a_finding_inside_a_record_tells_record_and_place_in_the_text(report, article, finding):
    text = article("c.jsonl", "one\nShare", article_id="x-1", line=17, embedded=True)
    assert lines(report([text], [finding(text, "Share")])) == [
        "c.jsonl:17: warning BPL001 rule-bpl001 a label of the page (x-1 2:1)"
    ]


def test_lines_come_by_path_then_record_then_place(report, article, finding):
    two = article("b.txt", "Share")
    one = article("a.txt", "go Share")
    records = [
        article("c", "Share", article_id=name, line=line, embedded=True)
        for name, line in (("x", 10), ("y", 9))
    ]
    findings = [finding(item, "Share") for item in (two, one, *records)] + [finding(one, "go")]
    places = [line.split(": ")[0] for line in lines(report([two, one, *records], findings))]
    assert places == ["a.txt:1:1", "a.txt:1:4", "b.txt:1:1", "c:9", "c:10"]


def test_unread_input_has_lines_too(report):
    """A machine that reads only these lines must not miss what was not read."""
    unread = (Unread("a.txt", "not text"), Unread("c.jsonl:3", "not JSON"))
    assert lines(report(unread=unread)) == [
        "a.txt: unread: not text",
        "c.jsonl:3: unread: not JSON",
    ]


def test_nothing_to_tell_is_no_line(report, article):
    assert render(report([article("a.txt", "fine")]), Style()) == b""


def test_colors_and_width_change_nothing(report, article, finding):
    text = article("a.txt", "Share")
    told = report([text], [finding(text, "Share", message="m" * 300)])
    assert lines(told, color=True, width=40) == lines(told)


TEXT = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=40)


@given(text=TEXT, other=TEXT)
def test_whatever_an_article_holds_a_finding_is_one_line_without_controls(
    strange_report, text, other
):
    document = render(strange_report(text, other), Style()).decode()
    assert document.count("\n") == 4
    assert re.findall(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]", document) == []


@given(message=TEXT)
def test_lines_can_be_parsed_back(report, article, finding, message):
    text = article("a.txt", "Share")
    (line,) = lines(report([text], [finding(text, "Share", message="m" + message)]))
    assert LINE.fullmatch(line).groups()[:6] == (
        *("a.txt", "1", "1", "warning"),
        *("BPL001", "rule-bpl001"),
    )
