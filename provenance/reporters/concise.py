"""One finding a line, for machines that read lines and for `grep`.

`path:line:column: severity RULE name message`, ordered by path and place. For
a text inside a record the place is `path:line` of the record and the line ends
in the place within the text. Input that could not be read is
`place: unread: reason`. Never coloured, never shortened.
"""

from collections.abc import Iterator

from provenance.model import Report
from provenance.reporters.located import Located, counting
from provenance.reporters.palette import Style
from provenance.reporters.safe import printable


def render(report: Report, style: Style) -> bytes:  # noqa: ARG001  (every reporter takes a style)
    """The lines in UTF-8, empty when there is nothing to tell."""
    return "".join(f"{line}\n" for line in _lines(report)).encode()


def _lines(report: Report) -> Iterator[str]:
    for each in counting(report):
        place, inside = _place(each)
        finding = each.finding
        words = (finding.severity, finding.rule_id, each.rule.name, finding.message)
        yield f"{place}: {' '.join(map(printable, words))}{inside}"
    for item in report.unread:
        yield f"{printable(item.place)}: unread: {printable(item.reason)}"


def _place(each: Located) -> tuple[str, str]:
    """The place in the file, and for a text inside a record the place in the text."""
    path = printable(each.article.path)
    if each.file_column is not None:
        return f"{path}:{each.file_line}:{each.file_column}", ""
    inside = f" ({printable(each.article.article_id)} {each.line}:{each.column})"
    return f"{path}:{each.file_line}", inside
