"""Findings by rule: what goes wrong most, and where."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.model import Notice, Unread, Verdict
from provenance.reporters import text as by_article
from provenance.reporters.cells import cells
from provenance.reporters.grouped import render
from provenance.reporters.palette import Style

TEXT = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=40)


def lines(report, **style):
    return render(report, Style(**style)).decode().splitlines()


def heads(shown):
    return [line for line in shown if re.match(r"(error|warning|info) ", line)]


def test_a_rule_is_told_once_with_its_reason_and_its_places(report, article, finding, rule, span):
    text = article("a.txt", "one\nplease Share it")
    other = article("b.txt", "Share")
    findings = [finding(text, "Share", related=(span(other, "Share"),)), finding(other, "Share")]
    told = report([text, other], findings, [rule("BPL001", "share-label")])
    assert lines(told)[:8] == [
        "warning BPL001 share-label  2 findings in 2 articles",
        "    why: Readers take it for the story.",
        "  a.txt:2:8  a label of the page",
        "    please [Share] it",
        "    with b.txt:1:1",
        "  b.txt:1:1  a label of the page",
        "    Share",
        "",
    ]


def test_the_words_are_not_shown_again_where_the_message_holds_their_line(report, article, finding):
    text = article("a.txt", "Share")
    told = report([text], [finding(text, "Share", message="a label: Share")])
    assert lines(told)[2:4] == ["  a.txt:1:1  a label: Share", ""]


def test_rules_come_by_severity_then_the_most_frequent_first(report, article, finding):
    text = article("a.txt", "Share Tweet Like")
    findings = [
        finding(text, "Share", "BPL001", severity="info"),
        finding(text, "Share", "BPL002"),
        finding(text, "Share", "BPL003"),
        finding(text, "Tweet", "BPL003"),
        finding(text, "Like", "BPL004", severity="error"),
        finding(text, "Like", "BPL005"),
    ]
    ids = [line.split()[1] for line in heads(lines(report([text], findings)))]
    assert ids == ["BPL004", "BPL003", "BPL002", "BPL005", "BPL001"]


@pytest.mark.parametrize(("number", "shown"), [(12, 12), (13, 10), (5_000, 10)])
def test_of_many_places_the_first_are_shown_and_the_others_counted(
    report, article, finding, number, shown
):
    text = article("a.txt", "Share")
    told = report([text], [finding(text, "Share", message=f"{n:04}") for n in range(number)])
    page = lines(told)
    assert heads(page) == [
        f"warning BPL001 rule-bpl001  {number:,} findings in 1 article",
    ]
    assert len([line for line in page if line.startswith("  a.txt:")]) == shown
    more = [f"  and {number - shown:,} more findings"] if number > shown else []
    assert [line for line in page if line.startswith("  and ")] == more


def test_accepted_findings_are_left_out_and_counted(report, article, finding):
    text = article("a.txt", "Share Tweet")
    known = finding(text, "Share", accepted="baseline")
    page = lines(report([text], [known, finding(text, "Tweet")]))
    assert heads(page) == ["warning BPL001 rule-bpl001  1 finding in 1 article"]
    assert any("1 finding accepted by baseline" in line for line in page)


def test_it_ends_as_the_report_by_article_does(report, article):
    told = report(
        [article("a.txt", "fine")],
        unread=(Unread("b.txt", "not text"),),
        notices=(Notice("c.pdf", "left out"),),
        verdict=Verdict(2, ("1 input could not be read",)),
    )
    page, other = lines(told), by_article.render(told, Style()).decode().splitlines()
    assert page[-8:] == other[-8:]
    assert page[0] == "could not be read"
    assert page[-1] == "not a valid run: 1 input could not be read"


def test_quiet_is_summary_and_verdict(report, article, finding):
    text = article("a.txt", "Share")
    page = lines(report([text], [finding(text, "Share")]), quiet=True)
    assert page == ["1 article, 1 finding: 0 errors, 1 warning, 0 info", page[-1]]
    assert page[-1].startswith("gate passed")


def test_colors_take_nothing_away(report, article, finding):
    text = article("a.txt", "please Share it")
    told = report([text], [finding(text, "Share")])
    colored = "\n".join(lines(told, color=True))
    plain = "\n".join(lines(told)).replace("[", "").replace("]", "")
    assert re.sub(r"\x1b\[[\d;]*m", "", colored) == plain


def test_a_narrow_terminal_is_kept_to(report, article, finding, rule):
    text = article("a.txt", "A long line before the label. " * 5 + "Share" + " and after it." * 9)
    findings = [
        finding(text, "Share", message="A message of many words " * 6),
        finding(text, "A long line before the label. A long line", message="short"),
    ]
    told = report([text], findings, [rule("BPL001", "share-label", why="A long reason. " * 20)])
    for color in (False, True):
        page = [re.sub(r"\x1b\[[\d;]*m", "", line) for line in lines(told, width=40, color=color)]
        assert [line for line in page[: page.index("")] if cells(line) > 40] == []


@given(text=TEXT, other=TEXT)
def test_whatever_an_article_holds_nothing_reaches_the_terminal(strange_report, text, other):
    document = render(strange_report(text, other), Style()).decode()
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]", document)
    assert len(heads(document.splitlines())) == 2
