"""Code Quality of GitLab, held to a schema of the fields that GitLab documents."""

import random

import jsonschema
import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.model import Notice, Outcome, Unread, Verdict
from provenance.reporters.gitlab import render
from provenance.reporters.palette import Style
from provenance.reporters.safe import encodable

# docs.gitlab.com, "Code Quality report format"; nothing else is allowed, so that a field that
# GitLab would ignore is seen here.
SCHEMA = {
    "type": "array",
    "items": {
        "type": "object",
        "additionalProperties": False,
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 16},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "additionalProperties": False,
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "minLength": 1},
                    "lines": {
                        "type": "object",
                        "additionalProperties": False,
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}
UNREAD = Verdict(2, ("1 input could not be read (a.txt)",))


def entries(report):
    told = orjson.loads(render(report, Style()))
    jsonschema.validate(told, SCHEMA)
    fingerprints = [entry["fingerprint"] for entry in told]
    assert len(fingerprints) == len(set(fingerprints))
    return told


def test_a_finding_is_an_entry_with_its_rule_and_its_line(report, article, finding, rule):
    text = article("wire/a.txt", "one\nShare it")
    told = finding(text, "it", fingerprint="0123456789abcdef:1", message="a label")
    assert entries(report([text], [told], [rule("BPL001", "share-label")])) == [
        {
            "description": "a label [share-label]",
            "check_name": "BPL001",
            "fingerprint": "0123456789abcdef:1",
            "severity": "minor",
            "location": {"path": "wire/a.txt", "lines": {"begin": 2}},
        }
    ]


def test_a_finding_in_a_record_is_at_the_line_of_the_record(report, article, finding):
    text = article("c.jsonl", "one\nShare", article_id="x-1", line=17, embedded=True)
    found = finding(text, "Share", fingerprint="0123456789abcdef:1")
    (told,) = entries(report([text], [found]))
    assert told["location"] == {"path": "c.jsonl", "lines": {"begin": 17}}
    assert told["description"] == "a label of the page (x-1 2:1) [rule-bpl001]"


def test_severities_are_told_in_the_words_of_gitlab(report, article, finding):
    text = article("a.txt", "Share it now")
    words = zip(("Share", "it", "now"), ("error", "warning", "info"), strict=True)
    found = [
        finding(text, word, severity=severity, fingerprint=f"0123456789abcdef:{severity}")
        for word, severity in words
    ]
    assert [told["severity"] for told in entries(report([text], found))] == [
        *("major", "minor", "info")
    ]


def test_accepted_findings_are_left_out(report, article, finding):
    """A merge request shows what is new."""
    text = article("a.txt", "Share it")
    found = [
        finding(text, "Share", accepted="baseline", fingerprint="0123456789abcdef:1"),
        finding(text, "it", fingerprint="0123456789abcdef:2"),
    ]
    (told,) = entries(report([text], found))
    assert told["fingerprint"] == "0123456789abcdef:2"


def test_unread_input_is_a_blocker(report):
    """A list without entries would say that all is well."""
    unread = (Unread("a.txt", "not text"), Unread("c.jsonl:3", "not JSON"))
    first, second, gate = entries(report(unread=unread, verdict=UNREAD))
    assert (first["description"], first["location"]["path"]) == ("not text", "a.txt")
    assert second["location"] == {"path": "c.jsonl", "lines": {"begin": 3}}
    assert {each["severity"] for each in (first, second, gate)} == {"blocker"}
    assert gate["description"] == UNREAD.reasons[0]


def test_a_check_that_failed_is_a_blocker(report, article):
    text = article("a.txt", "A")
    (told,) = entries(report([text], outcomes=[Outcome("a.txt", "figures", "error", "why")]))
    assert (told["severity"], told["check_name"]) == ("blocker", "check-failed")


def test_a_run_over_nothing_is_no_empty_list(report):
    (told,) = entries(report(verdict=Verdict(2, ("there was no article to check",))))
    assert (told["check_name"], told["severity"]) == ("gate", "blocker")


def test_a_gate_that_fails_on_a_limit_is_told_although_there_is_no_finding(report, article):
    text = article("a.txt", "A")
    (told,) = entries(report([text], verdict=Verdict(1, ("mean score 55, and 60 is the least",))))
    assert (told["description"], told["severity"]) == (
        *("mean score 55, and 60 is the least", "critical"),
    )


def test_the_entry_of_the_gate_stays_the_same_when_its_numbers_change(report):
    """Else each run would show one fault resolved and another one new."""
    many = [entries(report(verdict=Verdict(1, (f"{n} errors found",))))[0] for n in (1, 2)]
    assert many[0]["fingerprint"] == many[1]["fingerprint"]
    assert many[0]["description"] != many[1]["description"]


def test_nothing_found_is_an_empty_list(report, article):
    """GitLab takes an empty list for a clean run, and no file for a run without a result."""
    assert render(report([article("a.txt", "fine")]), Style()) == b"[\n]\n"


def test_notices_are_no_entries(report, article):
    told = report([article("a.txt", "fine")], notices=(Notice("b.pdf", "left out"),))
    assert entries(told) == []


def test_an_entry_is_one_line(report, article, finding):
    """Two reports can be compared line by line."""
    text = article("a.txt", "Share it")
    found = [finding(text, word, fingerprint=f"{word:x<16}:1") for word in ("Share", "it")]
    lines = render(report([text], found), Style()).decode().splitlines()
    assert [line[:15] for line in lines] == ["[", '{"description":', '{"description":', "]"]


def test_the_bytes_do_not_depend_on_the_order_of_the_rows(article, finding, report):
    texts = [article(f"{number}.txt", "Share it") for number in range(5)]
    found = [
        finding(text, word, fingerprint=f"{text.path:x<16}:{word}")
        for text in texts
        for word in ("Share", "it")
    ]
    told = set()
    for seed in range(5):
        random.Random(seed).shuffle(texts)
        random.Random(seed).shuffle(found)
        told.add(render(report(texts, found), Style()))
    assert len(told) == 1


def test_file_names_that_are_no_unicode_do_not_stop_the_report(report):
    (told,) = entries(report(unread=(Unread("caf\udce9.txt", "not text"),)))
    assert told["location"]["path"] == "caf\\udce9.txt"


def test_payloads_are_told_as_they_are_and_harm_no_terminal(strange_report, payloads):
    for payload in map(encodable, payloads):  # No row holds a lone surrogate.
        told = orjson.loads(render(strange_report(payload, payload), Style()))
        jsonschema.validate([entry | {"fingerprint": "x" * 16} for entry in told], SCHEMA)
        assert {entry["location"]["path"] for entry in told} >= {"c", f"p{payload}"}


TEXT = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=40)


@given(text=TEXT, other=TEXT)
def test_whatever_an_article_holds_every_finding_is_one_harmless_entry(strange_report, text, other):
    shown = render(strange_report(text, other), Style()).decode()
    assert len(orjson.loads(shown)) == 6  # An input, a check, the gate and three findings.
    assert shown.count("\n") == 8
    assert not set(shown) & set("\x1b\x7f\x9b\r\u2028\u202e")


@pytest.mark.parametrize("style", [Style(color=True, width=40, quiet=True), Style()])
def test_the_style_changes_nothing(report, style):
    told = report(unread=(Unread("a", "b"),))
    assert render(told, style) == render(told, Style())
