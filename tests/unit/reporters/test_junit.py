"""JUnit XML, held to a schema and read back by another parser."""

import random
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from provenance.model import Measure, Outcome, Standing, Unit, Unread, Verdict
from provenance.reporters.junit import render
from provenance.reporters.palette import Style
from provenance.reporters.safe import encodable, printable

SCHEMA = etree.XMLSchema(file=str(Path(__file__).with_name("junit.xsd")))
FAILED = Verdict(1, ("1 error found", "mean score 55, and 60 is the least"))
INVALID = Verdict(2, ("1 input could not be read (a.txt)",))


def clear(*ids):
    """One check that looked at these articles."""
    return [Outcome(name, "figures", "clear", None) for name in ids]


def parsed(report):
    """The document as another program reads it, with counts that are true."""
    root = etree.fromstring(render(report, Style()))
    SCHEMA.assertValid(root)
    for element in (root, *root):
        for name, tag in (("tests", "testcase"), ("failures", "failure"), ("errors", "error")):
            assert int(element.get(name)) == len(element.findall(f".//{tag}"))
    for suite in root:
        assert int(suite.get("skipped")) == len(suite.findall("testcase/skipped"))
    return root


def cases(report):
    """The tests of the articles by name."""
    return {test.get("name"): test for suite in parsed(report)[1:] for test in suite}


def gate(report):
    return parsed(report)[0].find("testcase[@name='gate']")


def test_the_schema_refuses_what_is_no_report():
    """A schema that allows everything would prove nothing."""
    for text in ("<testsuites/>", "<testsuite name='x'/>", "<x/>"):
        assert not SCHEMA.validate(etree.fromstring(text))


def test_a_file_is_a_suite_and_an_article_a_test(report, article):
    texts = [
        article("b.txt", "B"),
        *(article("c", n, article_id=n, line=10 - int(n), embedded=True) for n in ("1", "2")),
    ]
    root = parsed(report(texts, outcomes=clear("b.txt", "1", "2")))
    told = [(suite.get("name"), [test.get("name") for test in suite]) for suite in root[1:]]
    assert told == [("b.txt", ["b.txt"]), ("c", ["2", "1"])]
    assert {test.get("classname") for test in root[2]} == {"c"}
    assert [len(test) for suite in root[1:] for test in suite] == [0, 0, 0]


def test_errors_and_warnings_are_one_failure_with_all_of_them(report, article, finding, rule):
    """Servers read the first failure of a test and pass over the others."""
    text = article("a.txt", "Share it\nnow please")
    found = [
        finding(text, "Share", message="first"),
        finding(text, "it", severity="info", message="second"),
        finding(text, "now", severity="error", message="third <&>"),
    ]
    told = report([text], found, [rule("BPL001", "share-label")], outcomes=clear("a.txt"))
    (test,) = cases(told).values()
    failure, output = test
    assert (failure.tag, failure.get("type")) == ("failure", "BPL001 share-label")
    assert failure.get("message") == "third <&> (and 1 finding more)"
    assert failure.text.splitlines() == [
        "a.txt:2:1: error BPL001 share-label third <&>",
        "a.txt:1:1: warning BPL001 share-label first",
    ]
    assert (output.tag, output.text) == (
        *("system-out", "a.txt:1:7: info BPL001 share-label second"),
    )


def test_information_fails_no_test(report, article, finding):
    text = article("a.txt", "Share")
    found = [finding(text, "Share", severity="info")]
    (test,) = cases(report([text], found, outcomes=clear("a.txt"))).values()
    assert [part.tag for part in test] == ["system-out"]


def test_a_finding_in_a_record_has_the_line_of_the_record(report, article, finding):
    text = article("c.jsonl", "one\nShare", article_id="x-1", line=17, embedded=True)
    (test,) = cases(report([text], [finding(text, "Share")])).values()
    assert test[0].text == ("c.jsonl:17: warning BPL001 rule-bpl001 a label of the page (x-1 2:1)")


def test_accepted_findings_fail_no_test_and_are_counted(report, article, finding):
    text = article("a.txt", "Share it")
    found = [
        finding(text, "Share", accepted="baseline"),
        finding(text, "it", accepted="settings"),
    ]
    told = report([text], found, outcomes=clear("a.txt"))
    assert [len(test) for test in cases(told).values()] == [0]
    (output,) = gate(told)
    assert output.text.splitlines() == [
        "no finding in 1 article",
        "1 finding accepted by baseline, 1 by settings",
    ]
    counted = {each.get("name"): each.get("value") for each in parsed(told)[0].find("properties")}
    assert (counted["findings"], counted["accepted"]) == ("2", "2")


def test_an_article_that_no_check_could_look_at_is_skipped(report, article):
    """That nothing was found in it means nothing."""
    texts = [article(name, "text") for name in ("a.txt", "b.txt", "c.txt")]
    outcomes = [
        Outcome("a.txt", "figures", "not_available", "no pack for ko"),
        Outcome("a.txt", "quotes", "not_applicable", "it has no words"),
        Outcome("a.txt", "sources", "not_available", "no pack for ko"),
        Outcome("b.txt", "figures", "not_available", "no pack for ko"),
        Outcome("b.txt", "quotes", "clear", None),
    ]
    told = cases(report(texts, outcomes=outcomes))
    assert [[part.tag for part in told[name]] for name in told] == [["skipped"], [], ["skipped"]]
    assert told["a.txt"][0].get("message") == "no check could look at it"
    assert told["a.txt"][0].text.splitlines() == ["it has no words", "no pack for ko"]


def test_an_article_on_which_a_check_failed_is_an_error(report, article, finding):
    """Whatever else was found: what the check would have found is not known."""
    text = article("a.txt", "Share")
    outcomes = [*clear("a.txt"), Outcome("a.txt", "quotes", "error", "ran out")]
    (test,) = cases(report([text], [finding(text, "Share")], outcomes=outcomes)).values()
    (error,) = test
    assert (error.tag, error.get("type")) == ("error", "check-failed")
    assert error.text.splitlines() == [
        "the check quotes failed on a.txt: ran out",
        "a.txt:1:1: warning BPL001 rule-bpl001 a label of the page",
    ]


def test_unread_input_is_an_error_of_its_own(report):
    unread = (Unread("a.txt", "not text"), Unread("c.jsonl:3", "not JSON"))
    root = parsed(report(unread=unread, verdict=INVALID))
    names = [test.get("name") for test in root[0].iter("testcase")]
    assert names == ["gate", "a.txt: not text", "c.jsonl:3: not JSON"]
    assert (root.get("tests"), root.get("errors")) == ("3", "3")


def test_the_gate_is_a_test_that_says_why(report):
    (failure,) = gate(report(verdict=FAILED))
    assert (failure.tag, failure.text.splitlines()) == ("failure", list(FAILED.reasons))
    assert failure.get("message") == "; ".join(FAILED.reasons)
    assert gate(report(verdict=INVALID))[0].tag == "error"
    assert gate(report())[0].tag == "system-out"


def test_a_run_over_nothing_is_not_green(report):
    """A report without a test is taken for a clean one."""
    root = parsed(report(verdict=Verdict(2, ("there was no article to check",))))
    assert (root.get("tests"), root.get("errors")) == ("1", "1")


def test_the_measures_of_the_gate_are_properties(report):
    measures = [
        Measure(*(name, "about", Unit.SCORE, True, value, None, None, standing, None, ()))
        for name, value, standing in (
            ("mean-score", 55.5, Standing.FAILED),
            ("duplicated-text", None, Standing.UNKNOWN),
            ("articles", 1200000.0, Standing.PASSED),
        )
    ]
    (suite,) = parsed(report(verdict=Verdict(1, ("too low",), tuple(measures))))
    told = {each.get("name"): each.get("value") for each in suite.find("properties")}
    assert told == {
        "version": "0.1.0",
        "settings": "0123456789abcdef",
        "exit-code": "1",
        "articles": "0",
        "findings": "0",
        "accepted": "0",
        "measure.mean-score": "55.5",
        "measure.duplicated-text": "unknown",
        "measure.articles": "1200000",
    }


def test_the_bytes_do_not_depend_on_the_order_of_the_rows(article, finding, report):
    texts = [article(f"{number}.txt", "Share it") for number in range(5)]
    found = [finding(text, word) for text in texts for word in ("Share", "it")]
    outcomes = clear(*(text.path for text in texts))
    told = set()
    for seed in range(5):
        random.Random(seed).shuffle(texts)
        random.Random(seed).shuffle(found)
        told.add(render(report(texts, found, outcomes=outcomes), Style()))
    assert len(told) == 1


def test_the_style_changes_nothing(strange_report):
    told = strange_report("a", "b")
    assert render(told, Style(color=True, width=40, quiet=True)) == render(told, Style())


@pytest.mark.parametrize(
    "text",
    [
        "]]>",
        "<![CDATA[x]]>",
        "<!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]>&y;",
        "&lt;&#0;&y;",
        "</failure></testcase>",
        "\x00\x01\x08\x0b\x0c\x1f\x7f",
        "\ufffe\uffff\U0001ffff",
        "a\r\nb\tc",
        "\"'><x y='",
        "\ud800 \udce9",
    ],
)
def test_what_xml_forbids_or_would_read_is_told_visibly(report, text):
    told = report(unread=(Unread(text, text),), verdict=Verdict(2, (text,)))
    root = parsed(told)
    assert gate(told)[0].text == printable(text)
    names = [test.get("name") for test in root.iter("testcase")]
    assert names == ["gate", f"{printable(text)}: {printable(text)}"]


def test_payloads_are_told_as_text(strange_report, payloads):
    for payload in map(encodable, payloads):  # No row holds a lone surrogate.
        told = parsed(strange_report(payload, payload))
        assert {suite.get("name") for suite in told[1:]} == {"c", printable(f"p{payload}")}


TEXT = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=40)


@given(text=TEXT, other=TEXT)
def test_whatever_an_article_holds_the_document_is_whole_and_harmless(strange_report, text, other):
    report = strange_report(text, other)
    root = parsed(report)
    assert root[0][1][0].text == f"{printable(text)}\n{printable(other)}"
    assert [len(suite.findall("testcase")) for suite in root] == [2, 1, 1]
    shown = render(report, Style()).decode()
    assert re.findall(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]", shown) == []
