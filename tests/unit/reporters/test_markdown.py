"""The report as a comment: what matters first, within its size, and nothing in it alive."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from provenance.model import (
    Measure,
    Notice,
    Offender,
    OutletScore,
    Standing,
    Unit,
    Unread,
    Verdict,
)
from provenance.reporters.markdown import LIMIT, render
from provenance.reporters.palette import Style

MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
TEXT = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=40)
# All that our own lines are made of; code spans hold what came from outside.
BLOCKS = {"heading", "paragraph", "bullet_list", "list_item", "inline"}
BLOCKS |= {"table", "thead", "tbody", "tr", "th", "td"}
PARTS = {"text", "code_inline", "strong"}


def page(report):
    return render(report, Style()).decode()


def kinds(tokens):
    return {token.type.removesuffix("_open").removesuffix("_close") for token in tokens}


def outlet(name, score, **fields):
    rest = {"own": 1, "republished": 0, "contested": 0, "reason": None, "handling": None}
    ends = (None, None) if score is None else (score - 5, score + 5)
    counts = {"articles": 3, "units": 2, "low": ends[0], "high": ends[1], "letter": "B"}
    return OutletScore(outlet=name, score=score, shares=(), **counts | rest | fields)


def measure(**fields):
    defaults = {
        "name": "duplicated-text",
        "about": "shared text",
        "unit": Unit.SHARE,
        "at_least": False,
        "value": 0.25,
        "warn": 0.1,
        "error": 0.2,
        "standing": Standing.FAILED,
        "reason": None,
        "worst": (Offender("Post", 0.5),),
    }
    return Measure(**defaults | fields)


def test_a_finding_is_told_under_its_article_with_its_words_in_their_line(
    report, article, finding, span
):
    text = article("a.txt", "one\nplease Share it", title="A title")
    other = article("b.txt", "Share")
    told = finding(text, "Share", related=(span(other, "Share"),), severity="error", deduction=8)
    shown = page(report([text, other], [told], verdict=Verdict(1, ("1 error found",))))
    assert (
        shown
        == """\
## 🛑 gate failed

- 1 error found
- 2 articles, 1 finding: 1 error, 0 warnings, 0 info

| Family | Errors | Warnings | Info | Most |
|---|---|---|---|---|
| BPL | 1 | 0 | 0 | BPL001 rule-bpl001 1 |

### Findings, the worst articles first

#### `a.txt`: 1 error, score 92 A

A title

- 🛑 **error** BPL001 rule-bpl001, 2:8: a label of the page
  - `please` **`Share`** `it`
  - with `b.txt:1:1`

"""
    )


def test_the_gates_table_has_value_limits_standing_and_who_is_worst(report):
    unknown = measure(value=None, warn=None, standing=Standing.UNKNOWN, reason="no text", worst=())
    shown = page(report(verdict=Verdict(1, ("too much",), (measure(), unknown))))
    assert (
        "| What | Value | Limit |  | Most in |\n|---|---|---|---|---|\n"
        "| duplicated-text: shared text | 25% | at most 20%; warning: at most 10% | failed "
        "| Post 50% |\n"
        "| duplicated-text: shared text | no text | at most 20% | unknown |  |\n"
    ) in shown


def test_outlets_come_with_the_lowest_score_first_and_those_without_last(report):
    rows = [outlet("Post", 90), outlet("Echo", None, letter="F"), outlet("Sun", 40)]
    shown = page(report(outlets=rows))
    table = shown[shown.index("| Outlet") :].splitlines()[2:5]
    assert table == [
        "| Sun | B | 40 (35 to 45) | 2 | 3 |",
        "| Post | B | 90 (85 to 95) | 2 | 3 |",
        "| Echo | F | no score | 2 | 3 |",
    ]


def test_what_was_not_read_or_is_to_note_is_listed(report):
    told = report(
        unread=(Unread("b.txt:3", "not text"),),
        notices=(Notice("c.pdf", "left out"), Notice("", "no settings")),
        verdict=Verdict(2, ("1 input could not be read",)),
    )
    shown = page(told)
    assert shown.startswith("## 🛑 not a valid run\n\n- 1 input could not be read\n")
    assert "### Could not be read\n\n- `b.txt:3`: not text\n" in shown
    assert "### Please note\n\n- `c.pdf`: left out\n- no settings\n" in shown


def test_accepted_findings_are_counted_and_not_shown(report, article, finding):
    text = article("a.txt", "Share Tweet")
    known = finding(text, "Share", accepted="baseline")
    shown = page(report([text], [known, finding(text, "Tweet")]))
    assert "- 1 finding accepted by baseline\n" in shown
    assert "| BPL | 0 | 1 | 0 |" in shown
    assert "1:7" in shown
    assert "1:1:" not in shown
    assert page(report([text], [known])).startswith("## ✅ gate passed\n")


def test_the_article_with_most_errors_comes_first_then_most_warnings_then_the_path(
    report, article, finding
):
    texts = [article(f"{name}.txt", "Share Tweet") for name in "abcd"]
    findings = [finding(text, "Share") for text in texts]
    findings += [finding(texts[3], "Tweet", severity="error"), finding(texts[2], "Tweet")]
    shown = page(report(texts, findings))
    order = [line[6:11] for line in shown.splitlines() if line.startswith("####")]
    assert order == ["d.txt", "c.txt", "a.txt", "b.txt"]


def test_of_many_findings_in_an_article_the_most_severe_are_shown(report, article, finding):
    text = article("a.txt", "Share " * 30)
    found = [finding(text, "Share", message=f"number {n:02}") for n in range(30)]
    last = finding(text, "Share", message="number 99", severity="error")
    shown = page(report([text], [*found, last]))
    assert shown.count("**warning**") == 19
    assert "number 99" in shown
    assert "- and 11 more findings in this article\n" in shown


@pytest.mark.parametrize("char", ["a", "`", "\U0001f6a2", "\x00"])
def test_it_is_never_longer_than_a_comment_may_be_and_says_what_is_left_out(
    report, article, finding, rule, char
):
    """Whatever fills it: places, reasons, names of outlets or findings."""
    long = char * 3_000
    texts = [article(f"{n}{long}", f"Share {long}", title=long) for n in range(300)]
    findings = [finding(text, "Share", message=long) for text in texts for _ in range(2)]
    told = report(
        texts,
        findings,
        [rule("BPL001", long)],
        unread=tuple(Unread(f"{n}{long}", long) for n in range(200)),
        notices=tuple(Notice(long, f"{n}{long}") for n in range(200)),
        outlets=[outlet(f"{n}{long}", 50) for n in range(200)],
        verdict=Verdict(2, tuple(f"{n}{long}" for n in range(200)), (measure(reason=long),) * 50),
    )
    shown = page(told)
    assert LIMIT / 2 < len(shown.encode()) <= LIMIT < 65_536
    for noun in ("reasons", "inputs", "measures", "outlets", "notices", "findings"):
        assert f" more {noun}" in shown
    counts = shown.count("**warning**")
    assert f"{600 - counts} more findings: for these ask for another format." in shown


def test_colors_and_width_change_nothing(report, article, finding):
    text = article("a.txt", "Share")
    told = report([text], [finding(text, "Share")])
    assert render(told, Style(color=True, width=40, quiet=True)) == render(told, Style())


def everywhere(strange_report, text, other):
    """A report with a text wherever one can come from outside, the gate's table and outlets too."""
    told = strange_report(text, other)
    from dataclasses import replace  # noqa: PLC0415

    from provenance import frames  # noqa: PLC0415

    table = measure(reason=text, worst=(Offender(text, 0.5),))
    outlets = frames.frame([outlet(text, 50)], OutletScore)
    return replace(told, outlets=outlets, verdict=Verdict(2, (text, other), (table,)))


def assert_is_inert(document):
    tokens = MARKDOWN.parse(document)
    assert kinds(tokens) <= BLOCKS
    for token in tokens:
        assert kinds(token.children or ()) <= PARTS
    columns = {"tr_open": 0, "td_open": 0, "th_open": 0}
    for token in tokens:
        if token.type in columns:
            columns[token.type] += 1
    assert columns["th_open"] + columns["td_open"] == 5 * columns["tr_open"]


@given(text=TEXT, other=TEXT)
def test_whatever_a_report_holds_is_no_markup(strange_report, text, other):
    assert_is_inert(page(everywhere(strange_report, text, other)))


def test_payloads_are_shown_and_do_nothing(strange_report, payloads):
    plain = [*payloads, "@all #1 GH-1 www.x.org", "![x](//x.org)", "a|b\n|-|-|", "</details>"]
    for payload in plain:
        text = payload.encode("utf-8", "backslashreplace").decode()  # As they are read.
        assert_is_inert(page(everywhere(strange_report, text, "x")))
