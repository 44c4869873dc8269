"""Workflow commands, read back as GitHub's runner reads them."""

import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.model import Notice, Outcome, Unread, Verdict
from provenance.reporters.github import render
from provenance.reporters.palette import Style
from provenance.reporters.safe import encodable, printable

KNOWN = {"error", "warning", "notice"}
PASSED, FAILED, INVALID = (Verdict(code, ("why",)) for code in (0, 1, 2))


def unescaped(text, *characters):
    """As the runner does it: the sign of percent last."""
    for character in (*characters, "%"):
        text = text.replace(f"%{ord(character):02X}", character)
    return text


def parsed(line):
    """A line as the runner reads it (actions/runner, ActionCommand.cs): name, properties, text."""
    start, _, rest = line.lstrip().partition("::")
    assert start == ""
    head, _, data = rest.partition("::")
    name, _, properties = head.partition(" ")
    assert name in KNOWN
    told = dict(each.split("=", 1) for each in properties.split(",") if each)
    told = {key: unescaped(value, "\r", "\n", ":", ",") for key, value in told.items()}
    return name, told, unescaped(data, "\r", "\n")


def commands(report):
    shown = render(report, Style()).decode()
    assert shown.endswith("\n")
    # The older syntax is looked for anywhere in a line; line ends are those of .NET's readers.
    assert "##[" not in shown
    assert re.findall(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]", shown) == []
    told = [parsed(line) for line in shown.splitlines()]
    names = [name for name, _, _ in told]
    assert all(names.count(name) <= 10 for name in KNOWN)
    return told


def test_a_finding_is_an_annotation_of_its_lines_and_columns(report, article, finding, rule):
    text = article("wire/a.txt", "one\nShare it, now")
    told = finding(text, "it, now", message='a label: "it, now" 100%')
    first, _ = commands(report([text], [told], [rule("BPL001", "share-label")]))
    place = {"file": "wire/a.txt", "line": "2", "endLine": "2", "col": "7", "endColumn": "14"}
    title = {"title": "BPL001 share-label"}
    assert first == ("warning", place | title, 'a label: "it, now" 100%')


def test_the_lines_of_a_command_are_as_documented(report, article, finding):
    """By hand, so that the reader above cannot agree with a mistake."""
    text = article("a,b.txt", "Share")
    told = report([text], [finding(text, "Share", message="50%: a, b\r\n::error::c")])
    assert render(told, Style()).decode().splitlines()[0] == (
        "::warning file=a%2Cb.txt,line=1,endLine=1,col=1,endColumn=6,title=BPL001 rule-bpl001"
        "::50%25: a, b\\x0d\\x0a::error::c"
    )


def test_a_finding_of_several_lines_has_no_columns(report, article, finding):
    """GitHub refuses an annotation with columns in two lines, and shows none."""
    text = article("a.txt", "one\ntwo\nthree")
    first, _ = commands(report([text], [finding(text, "e\ntwo\nth")]))
    assert first[1] | {"title": ""} == {"file": "a.txt", "line": "1", "endLine": "3", "title": ""}


def test_a_finding_that_ends_with_its_line_is_not_in_the_next(report, article, finding):
    text = article("a.txt", "one\ntwo\nthree")
    first, _ = commands(report([text], [finding(text, "two\n")]))
    assert (first[1]["line"], first[1]["endLine"]) == ("2", "2")


def test_lines_count_from_the_line_of_the_file_where_the_text_begins(report, article, finding):
    text = article("a.md", "one\nShare", line=10)
    first, _ = commands(report([text], [finding(text, "Share")]))
    assert (first[1]["line"], first[1]["endLine"]) == ("11", "11")


def test_a_finding_in_a_record_has_the_line_of_the_record_alone(report, article, finding):
    text = article("c.jsonl", "one\nShare", article_id="x-1", line=17, embedded=True)
    first, _ = commands(report([text], [finding(text, "Share")]))
    assert {key: first[1][key] for key in first[1] if key != "title"} == {
        "file": "c.jsonl",
        "line": "17",
    }
    assert first[2] == "a label of the page (x-1 2:1)"


def test_standard_input_is_no_file(report, article, finding):
    text = article("-", "Share")
    first, _ = commands(report([text], [finding(text, "Share")]))
    assert "file" not in first[1]


def many(article, finding, severity, count):
    """Texts with a finding each."""
    texts = [article(f"{severity}-{number:03}.txt", "Share") for number in range(count)]
    return texts, [finding(text, "Share", severity=severity) for text in texts]


def test_the_most_severe_come_first_and_never_more_than_are_shown(report, article, finding):
    """GitHub drops what is beyond ten of a kind, and does not say so."""
    told = [many(article, finding, severity, 30) for severity in ("info", "warning", "error")]
    texts, found = ([each for part in parts for each in part] for parts in zip(*told, strict=True))
    shown = commands(report(texts, found, verdict=FAILED))
    kinds = [name for name, _, _ in shown]
    # One error is the verdict, and one notice says how much is left.
    assert kinds == [*["error"] * 9, *["warning"] * 10, *["notice"] * 9, "notice", "error"]
    assert [told[1]["file"] for told in shown[:2]] == ["error-000.txt", "error-001.txt"]
    assert shown[-2][2].startswith("62 findings more: ")
    assert shown[-1][1]["title"] == "provenance: the gate failed"


def test_a_run_that_passed_leaves_room_for_what_is_not_shown_and_for_its_verdict(
    report, article, finding
):
    shown = commands(report(*many(article, finding, "info", 30), verdict=PASSED))
    assert [name for name, _, _ in shown] == ["notice"] * 10
    assert shown[-2][2].startswith("22 findings more: ")
    assert shown[-1][1]["title"] == "provenance: the gate passed"


def test_of_a_rule_there_is_one_annotation_in_an_article(report, article, finding):
    """Thirty labels of one page would take the place of every other article."""
    text, other = article("a.txt", "Share " * 30), article("b.txt", "Share")
    starts = range(0, 180, 6)
    found = [finding(text, "Share", start=start, end=start + 5) for start in starts]
    shown = commands(report([text, other], [*found, finding(other, "Share")]))
    assert [told[1].get("file") for told in shown] == ["a.txt", "b.txt", None, None]
    assert shown[0][2] == "a label of the page (and 29 more here)"
    assert shown[2][2].startswith("29 findings more: ")


def test_what_could_not_be_looked_at_comes_before_every_finding(report, article, finding):
    text = article("a.txt", "Share")
    told = report(
        [text],
        [finding(text, "Share", severity="error")],
        outcomes=[Outcome("a.txt", "figures", "error", "ran out")],
        unread=(Unread("c.jsonl:3", "not JSON"),),
        verdict=INVALID,
    )
    unread, failed, found, verdict = commands(told)
    title = "Input that could not be read"
    assert unread == (
        *("error", {"file": "c.jsonl", "line": "3", "title": title}, "c.jsonl:3: not JSON"),
    )
    assert failed[2] == "a.txt:1: the check figures failed on a.txt: ran out"
    assert found[1]["title"] == "BPL001 rule-bpl001"
    assert verdict == ("error", {"title": "provenance: not a valid run"}, "why")


def test_faults_that_have_no_room_are_counted(report, article, finding):
    text = article("a.txt", "Share")
    unread = tuple(Unread(f"{number}.txt", "not text") for number in range(2000))
    told = report(
        [text], [finding(text, "Share", severity="error")], unread=unread, verdict=INVALID
    )
    shown = commands(told)
    assert [name for name, _, _ in shown] == [*["error"] * 9, "notice", "error"]
    assert shown[-2][2].startswith("1,991 faults and 1 finding more: ")


def test_accepted_findings_are_counted_and_not_shown(report, article, finding):
    text = article("a.txt", "Share it")
    found = [finding(text, word, accepted="baseline") for word in ("Share", "it")]
    assert commands(report([text], found)) == [
        (
            "notice",
            {"title": "provenance: the gate passed"},
            "no finding in 1 article; 2 findings accepted by baseline",
        )
    ]


def test_there_is_always_a_verdict(report):
    """A step without a line looks like a step that did not run."""
    assert [name for name, _, _ in commands(report(verdict=PASSED))] == ["notice"]
    assert [name for name, _, _ in commands(report(verdict=INVALID))] == ["error"]


def test_a_long_text_is_cut(report, article, finding):
    """GitHub refuses an annotation of more than 64 KB, and evidence may be an article."""
    text = article("a.txt", "Share")
    first, _ = commands(report([text], [finding(text, "Share", message="m" * 100_000)]))
    assert first[2] == "m" * 1000 + "…"


def test_the_bytes_do_not_depend_on_the_order_of_the_rows(article, finding, report):
    texts, found = many(article, finding, "error", 30)
    told = set()
    for seed in range(5):
        random.Random(seed).shuffle(texts)
        random.Random(seed).shuffle(found)
        told.add(render(report(texts, found), Style()))
    assert len(told) == 1


def test_notices_of_the_run_take_no_room(report, article):
    told = report([article("a.txt", "A")], notices=(Notice("b.pdf", "left out"),))
    assert len(commands(told)) == 1


INJECTIONS = [
    "\n::error::injected",
    "\r\n::add-mask::secret",
    "%0A::stop-commands::token",
    "%250A::warning::x",
    "##[error]injected",
    "##[add-mask]secret",
    "::set-output name=a::b",
    "::",
    "a::b,c=d:e",
    "\u2028::error::x",
    "\x85::error::x",
    "file=x,line=1::error::",
]


@pytest.mark.parametrize("payload", INJECTIONS)
def test_nothing_from_outside_ends_a_command_or_begins_one(strange_report, payload):
    told = commands(strange_report(payload, payload))
    assert len(told) == 6  # An input, a check, three findings and the verdict.
    shown = printable(payload).replace("##[", "##\\x5b")
    assert shown in told[-1][2]
    assert all(set(properties) <= PROPERTIES for _, properties, _ in told)


PROPERTIES = {"file", "line", "endLine", "col", "endColumn", "title"}


def test_payloads_are_told_and_do_nothing(strange_report, payloads):
    for payload in map(encodable, payloads):  # No row holds a lone surrogate.
        told = commands(strange_report(payload, payload))
        assert len(told) == 6
        assert all(set(properties) <= PROPERTIES for _, properties, _ in told)


TEXT = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=40)
PARTS = ["::", "##[", "]", "%", "0A", "\n", " ", ",", "=", "error", "#"]
STEERING = st.lists(st.sampled_from(PARTS), min_size=1).map("".join)


@given(text=TEXT | STEERING, other=TEXT | STEERING)
def test_whatever_an_article_holds_the_commands_can_be_read_back(strange_report, text, other):
    told = commands(strange_report(text, other))
    shown = [printable(each).replace("##[", "##\\x5b") for each in (text, other)]
    assert told[-1][2] == "; ".join(shown)
    assert {properties["title"] for _, properties, _ in told} >= {f"BPL001 {shown[0]}"}
