"""SARIF 2.1.0: one run with its rules, its findings and what it could not look at.

For code scanning and for viewers. Findings that are accepted are in it as
suppressed results. The file is held to what code scanning stores, the most
severe findings first; how many were left out is told in a notification, since
nothing may be missing without a word.

It gives no `automationDetails.id`: that would take the place of the category
that is named where the file is uploaded.
"""

import heapq
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from provenance.model import Acceptance, Report, Severity
from provenance.reporters.annotations import KINDS, faults, sentence
from provenance.reporters.json import as_document
from provenance.reporters.located import Located, located
from provenance.reporters.palette import Style
from provenance.reporters.places import Places
from provenance.reporters.safe import printable
from provenance.reporters.sarif_places import fault_location, location, message, related
from provenance.reporters.sarif_rules import LEVELS, described

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
# What code scanning stores of a run, and of the places of a result; beyond 25,000 results and
# 1,000 places it refuses the file (docs.github.com, "SARIF results exceed one or more limits").
MOST_RESULTS = 5000
MOST_RELATED = 100

_LEFT_OUT, _NOTICE = "left-out", "notice"
_NOTIFICATIONS = {
    **KINDS,
    _LEFT_OUT: "Findings that are not in this file",
    _NOTICE: "What was left out or assumed on purpose",
}
_SEVERITIES = tuple(Severity)

Fields = dict[str, Any]


def render(report: Report, style: Style) -> bytes:  # noqa: ARG001  (every reporter takes a style)
    """The log in UTF-8. Time grows with the findings, memory with those that are written."""
    chosen = _most_severe(report)
    driver = {
        "name": "provenance",
        "version": report.version,
        "rules": [described(rule) for rule in report.rules],
        "notifications": [
            {"id": name, "shortDescription": {"text": text}}
            for name, text in _NOTIFICATIONS.items()
        ],
    }
    run = {
        "tool": {"driver": driver},
        "invocations": [_invocation(report, len(report.findings) - len(chosen))],
        "columnKind": "unicodeCodePoints",
        "results": _results(report, chosen),
        "properties": {
            "settingsDigest": report.settings_digest,
            "verdict": asdict(report.verdict),
            "articles": len(report.articles),
            "findings": len(report.findings),
            "accepted": report.findings["accepted"].count(),
            "unit": "lines and columns from 1, start and end from 0, in Unicode code points",
        },
    }
    return as_document({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _most_severe(report: Report) -> list[Located]:
    """The findings to write, in reading order; those that count before those that are accepted."""

    def key(item: tuple[int, Located]) -> tuple[bool, int, int]:
        number, each = item
        finding = each.finding
        return finding.accepted is not None, _SEVERITIES.index(Severity(finding.severity)), number

    chosen = heapq.nsmallest(MOST_RESULTS, enumerate(located(report)), key=key)
    return [each for _, each in sorted(chosen, key=lambda item: item[0])]


def _results(report: Report, chosen: Sequence[Located]) -> list[Fields]:
    places = Places.of(report.articles, report.archive)
    numbers = {rule.rule_id: number for number, rule in enumerate(report.rules)}
    by_baseline = Acceptance.BASELINE.value in report.findings["accepted"]
    return [_result(each, numbers, places, by_baseline) for each in chosen]


def _result(each: Located, numbers: dict[str, int], places: Places, by_baseline: bool) -> Fields:
    finding = each.finding
    others = related(finding.related, places, MOST_RELATED)
    return {
        "ruleId": finding.rule_id,
        "ruleIndex": numbers[finding.rule_id],
        "level": LEVELS[Severity(finding.severity)],
        "message": {"text": message(sentence(each))},
        "locations": [location(each)],
        **({"relatedLocations": others} if others else {}),
        **({"partialFingerprints": _fingerprint(each)} if finding.fingerprint else {}),
        **({"baselineState": _state(each)} if by_baseline else {}),
        # An empty list says that it was looked for one, as the schema has it.
        "suppressions": [_suppression(each)] if finding.accepted else [],
        "properties": {
            "confidence": finding.confidence,
            "deduction": finding.deduction,
            "related": len(finding.related),
        },
    }


def _fingerprint(each: Located) -> Fields:
    return {"provenance/v1": each.finding.fingerprint}


def _state(each: Located) -> str:
    return "unchanged" if each.finding.accepted == Acceptance.BASELINE else "new"


def _suppression(each: Located) -> Fields:
    because = each.finding.accepted_because
    told = f"accepted by {each.finding.accepted}" + (f": {printable(because)}" if because else "")
    return {"kind": "external", "status": "accepted", "justification": told}


def _invocation(report: Report, left_out: int) -> Fields:
    """How the run went. One with faults did not run as it should, whatever it found."""
    verdict = report.verdict
    told = [
        _notification(fault.kind, "error", fault.sentence) | {"locations": [fault_location(fault)]}
        for fault in faults(report)
    ]
    if left_out:
        text = (
            f"{left_out:,} of {len(report.findings):,} findings are not in this file, which holds "
            "the most severe; the formats json, jsonl and csv have all"
        )
        told.append(_notification(_LEFT_OUT, "warning", text))
    told += [
        _notification(_NOTICE, "note", f"{printable(item.place)}: {printable(item.message)}")
        for item in report.notices
    ]
    return {
        "executionSuccessful": verdict.exit_code != 2,
        "exitCode": verdict.exit_code,
        "exitCodeDescription": "; ".join(map(printable, verdict.reasons)),
        "toolExecutionNotifications": told,
    }


def _notification(name: str, level: str, text: str) -> Fields:
    number = list(_NOTIFICATIONS).index(name)
    return {
        "descriptor": {"id": name, "index": number},
        "level": level,
        "message": {"text": message(text)},
    }
