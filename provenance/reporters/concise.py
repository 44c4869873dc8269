"""One finding a line, for machines that read lines and for `grep`.

`path:line:column: severity RULE name message`, ordered by path and place. For
a text inside a record the place is `path:line` of the record and the line ends
in the place within the text. Input that could not be read is
`place: unread: reason`. Never coloured, never shortened.
"""

from collections.abc import Iterator

from provenance import frames
from provenance.model import Finding, Report
from provenance.reporters.palette import Style
from provenance.reporters.places import Places
from provenance.reporters.safe import printable


def render(report: Report, style: Style) -> bytes:  # noqa: ARG001  (every reporter takes a style)
    """The lines in UTF-8, empty when there is nothing to tell."""
    return "".join(f"{line}\n" for line in _lines(report)).encode()


def _lines(report: Report) -> Iterator[str]:
    places = Places.of(report.articles, report.archive)
    names = {rule.rule_id: rule.name for rule in report.rules}
    findings = list(frames.rows(report.findings, Finding))
    for finding in sorted(findings, key=lambda finding: _order(finding, places)):
        place, inside = _place(finding, places)
        words = (finding.severity, finding.rule_id, names[finding.rule_id], finding.message)
        yield f"{place}: {' '.join(map(printable, words))}{inside}"
    for item in report.unread:
        yield f"{printable(item.place)}: unread: {printable(item.reason)}"


def _order(finding: Finding, places: Places) -> tuple[object, ...]:
    article = places.articles[finding.article_id]
    key = [getattr(finding, name) for name in Finding.ORDER]
    return (article.path, article.line, *key)


def _place(finding: Finding, places: Places) -> tuple[str, str]:
    """The place in the file, and for a text inside a record the place in the text."""
    article = places.articles[finding.article_id]
    if not article.embedded:
        return places.label(finding.article_id, finding.start), ""
    line, column = places.position(finding.article_id, finding.start)
    inside = f" ({printable(article.article_id)} {line}:{column})"
    return f"{printable(article.path)}:{article.line}", inside
