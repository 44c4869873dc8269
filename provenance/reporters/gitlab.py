"""Code Quality of GitLab: a list of entries, one a line, that merge requests show.

Findings that are accepted are left out. GitLab shows only entries, so input
that could not be read, and a gate that did not pass, are entries too: a run
that looked at nothing is not an empty list.
"""

import io
from collections.abc import Iterator
from hashlib import blake2b
from typing import Any

import orjson

from provenance.model import Report, Severity
from provenance.reporters.annotations import Fault, faults, sentence
from provenance.reporters.located import Located, counting
from provenance.reporters.palette import Style
from provenance.reporters.safe import encodable, escape_json, printable

# The words of GitLab, most serious first: no valid run, a gate that failed, and findings.
_INVALID, _FAILED = "blocker", "critical"
_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}
# An entry must have a file; the gate is about all of them.
_ALL = "."

Fields = dict[str, Any]


def render(report: Report, style: Style) -> bytes:  # noqa: ARG001  (every reporter takes a style)
    """The list in UTF-8: faults, the gate unless it passed, findings in reading order."""
    document = io.BytesIO()
    document.write(b"[")
    for number, entry in enumerate(_entries(report)):
        document.write(b",\n" if number else b"\n")
        document.write(escape_json(orjson.dumps(encodable(entry))))
    document.write(b"\n]\n")
    return document.getvalue()


def _entries(report: Report) -> Iterator[Fields]:
    for fault in faults(report):
        yield _fault(fault)
    if report.verdict.exit_code:
        yield _gate(report)
    for each in counting(report):
        yield _finding(each)


def _fault(fault: Fault) -> Fields:
    digest = _digest(fault.kind, fault.place, fault.sentence)
    return _entry(fault.sentence, fault.kind, digest, _INVALID, fault.path, fault.line or 1)


def _gate(report: Report) -> Fields:
    verdict = report.verdict
    severity = _INVALID if verdict.exit_code == 2 else _FAILED
    reasons = "; ".join(map(printable, verdict.reasons))
    # The numbers in the reasons change from run to run; that the gate did not pass does not.
    return _entry(reasons, "gate", _digest("gate", severity), severity, _ALL, 1)


def _finding(each: Located) -> Fields:
    finding = each.finding
    told = f"{sentence(each)} [{printable(each.rule.name)}]"
    severity = _SEVERITIES[Severity(finding.severity)]
    path, line = each.article.path, each.file_line
    return _entry(told, finding.rule_id, finding.fingerprint, severity, path, line)


def _entry(  # noqa: PLR0913, PLR0917  (the fields of an entry)
    description: str, check_name: str, fingerprint: str, severity: str, path: str, line: int
) -> Fields:
    return {
        "description": description,
        "check_name": check_name,
        "fingerprint": fingerprint,
        "severity": severity,
        "location": {"path": path, "lines": {"begin": line}},
    }


def _digest(*parts: str) -> str:
    """What tells an entry that is no finding from others; longer than any of a finding's."""
    return blake2b("\x00".join(parts).encode(), digest_size=16).hexdigest()
