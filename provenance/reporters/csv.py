"""One finding a row, for spreadsheets and data frames: RFC 4180, UTF-8, a header first.

Accepted findings are rows too, and so is input that could not be read (`kind`
tells). A spreadsheet runs nothing of it: a text that it could take for a
formula begins with an apostrophe, so values are as read only in the JSON
formats. No byte order mark: it would become part of the first column's name
for every reader but a spreadsheet, which can be told the encoding.
"""

import csv
import io
import re
from collections.abc import Iterator

from provenance.model import Report, Unread
from provenance.reporters.located import Located, located
from provenance.reporters.palette import Style
from provenance.reporters.safe import printable

COLUMNS = (
    *("kind", "severity", "rule_id", "rule_name", "family", "path", "file_line", "file_column"),
    *("field", "article_id", "outlet", "line", "column", "start", "end", "message", "evidence"),
    *("confidence", "deduction", "fingerprint", "accepted", "accepted_because"),
)
# What a cell of Excel holds; what is longer spills into the cells below. See its "Specifications
# and limits".
_LONGEST = 32_767
# White space, and what takes no room in a line; a spreadsheet may drop it and read on.
_PASSED_OVER = (
    '\\s"\u00ad\u034f\u115f\u1160\u180b-\u180e\u200b-\u200f\u2060-\u2064\u2800\u3164'
    "\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff"
)
# What begins a formula, in full width too (OWASP, "CSV Injection"). It may also stand behind a
# semicolon, which parts the cells of a file where the comma is the decimal sign.
_FORMULA = re.compile(f"(^|;)(?=[{_PASSED_OVER}]*+[=+\\-@＝＋－＠])")

Cell = str | int | None


def render(report: Report, style: Style) -> bytes:  # noqa: ARG001  (every reporter takes a style)
    """The rows in UTF-8, lines ended by CR LF."""
    document = io.StringIO()
    writer = csv.writer(document, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in _rows(report):
        writer.writerow([_cell(row.get(name)) for name in COLUMNS])
    return document.getvalue().encode()


def _rows(report: Report) -> Iterator[dict[str, Cell]]:
    for each in located(report):
        yield _finding(each)
    for item in report.unread:
        yield _unread(item)


def _finding(each: Located) -> dict[str, Cell]:
    finding, article = each.finding, each.article
    return {
        "kind": "finding",
        "severity": finding.severity,
        "rule_id": finding.rule_id,
        "rule_name": each.rule.name,
        "family": each.rule.family,
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
        "message": finding.message,
        "evidence": each.evidence,
        "confidence": finding.confidence,
        "deduction": finding.deduction,
        "fingerprint": finding.fingerprint,
        "accepted": finding.accepted,
        "accepted_because": finding.accepted_because,
    }


def _unread(item: Unread) -> dict[str, Cell]:
    return {"kind": "unread", "path": item.place, "message": item.reason}


def _cell(value: Cell) -> str | int:
    """A number as it is; a text on one line, safe to print, no formula, and not too long."""
    if not isinstance(value, str):
        return "" if value is None else value
    text = _FORMULA.sub(r"\1'", printable(value[:_LONGEST]))
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
