"""One JSON object a line, for programs that read a report line by line.

Each line says what it is under `kind`: `finding` (accepted ones too, by path
and place), `unread`, `notice`, and at the very end one `verdict`. A file whose
last line is no verdict was cut off. Values are exact; characters that could
harm a terminal are written as JSON escapes.
"""

import io
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

import orjson

from provenance.model import Report, Span, unread_inputs
from provenance.reporters.located import Located, located
from provenance.reporters.palette import Style
from provenance.reporters.places import Places
from provenance.reporters.safe import encodable, escape_json

SCHEMA = "provenance/lines"
SCHEMA_VERSION = "1.0"

Fields = dict[str, Any]


def render(report: Report, style: Style) -> bytes:  # noqa: ARG001  (every reporter takes a style)
    """The lines in UTF-8. No more than one line is held besides what is written."""
    document = io.BytesIO()
    for fields in _lines(report):
        document.write(_line(fields))
    return document.getvalue()


def _lines(report: Report) -> Iterator[Fields]:
    places = Places.of(report.articles, report.archive)
    for each in located(report, places):
        yield _finding(each, places)
    for item in report.unread:
        yield {"kind": "unread", **asdict(item)}
    for notice in report.notices:
        yield {"kind": "notice", **asdict(notice)}
    yield _verdict(report)


def _finding(each: Located, places: Places) -> Fields:
    """The fields of the JSON report's findings, and where the finding is and whose rule it is."""
    finding, article = each.finding, each.article
    return {
        "kind": "finding",
        "path": article.path,
        "file_line": each.file_line,
        "file_column": each.file_column,
        "field": article.field,
        "article_id": article.article_id,
        "outlet": article.outlet,
        "line": each.line,
        "column": each.column,
        "start": finding.start,
        "end": finding.end,
        "rule_id": finding.rule_id,
        "rule_name": each.rule.name,
        "family": each.rule.family,
        "severity": finding.severity,
        "confidence": finding.confidence,
        "message": finding.message,
        "evidence": each.evidence,
        "related": [_related(span, places) for span in finding.related],
        "extent": finding.extent,
        "deduction": finding.deduction,
        "fingerprint": finding.fingerprint,
        "accepted": finding.accepted,
        "accepted_because": finding.accepted_because,
    }


def _related(span: Span, places: Places) -> Fields:
    line, column = places.position(span.article_id, span.start)
    return {
        "path": places.articles[span.article_id].path,
        "article_id": span.article_id,
        "line": line,
        "column": column,
        "start": span.start,
        "end": span.end,
        "note": span.note,
        "evidence": places.evidence(span.article_id, span.start, span.end),
    }


def _verdict(report: Report) -> Fields:
    """The last line: the gate's answer, and how many lines of each kind stand before it."""
    return {
        "kind": "verdict",
        "schema": SCHEMA,
        "schema_version": SCHEMA_VERSION,
        "version": report.version,
        "settings_digest": report.settings_digest,
        **asdict(report.verdict),
        "articles": len(report.articles),
        "findings": len(report.findings),
        "accepted": report.findings["accepted"].count(),
        "unread": unread_inputs(report.unread),
        "notices": len(report.notices),
    }


def _line(fields: Fields) -> bytes:
    """One line that does no harm on a terminal."""
    try:
        line = orjson.dumps(fields, option=orjson.OPT_APPEND_NEWLINE)
    except orjson.JSONEncodeError:  # A lone surrogate in a name.
        line = orjson.dumps(encodable(fields), option=orjson.OPT_APPEND_NEWLINE)
    return escape_json(line)
