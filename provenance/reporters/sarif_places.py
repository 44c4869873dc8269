"""Where findings stand, as SARIF tells it.

A text that is a file has a region of the file. A text inside a record has the
line of its record as its region, since its own lines are none of the file; its
place in the text is among the properties of every location, in code points.
"""

import re
from typing import Any
from urllib.parse import quote

from provenance.model import Article, Finding, Span
from provenance.reporters.annotations import Fault
from provenance.reporters.located import Located
from provenance.reporters.places import Places
from provenance.reporters.safe import printable

Fields = dict[str, Any]

# Longer evidence would bring a file to the 10 MB that code scanning takes; its place is enough.
_LONGEST_EVIDENCE = 1000


def location(each: Located) -> Fields:
    """The place of a finding."""
    end = (each.end_line, each.end_column)
    return _location(each.article, each.finding, (each.line, each.column), end)


def related(spans: tuple[Span, ...], places: Places, most: int) -> list[Fields]:
    """The first `most` of the places that a finding rests on too, numbered from 1."""
    return [
        {
            "id": number,
            "message": {"text": message(span.note or "also here")},
            **_location(
                places.articles[span.article_id],
                span,
                places.position(span.article_id, span.start),
                places.position(span.article_id, span.end),
            ),
        }
        for number, span in enumerate(spans[:most], 1)
    ]


def fault_location(fault: Fault) -> Fields:
    """The file of a fault, with its line where there is one."""
    region = {"region": {"startLine": fault.line}} if fault.line else {}
    return {"physicalLocation": {"artifactLocation": _artifact(fault.path), **region}}


def message(text: str) -> str:
    """`text` safe to print and without the syntax of links, which viewers would follow.

    SARIF 2.1.0, 3.11.6: `[text](target)` in a message is a link to a place or an address.
    """
    return printable(text).replace("](", "] (")


def uri(path: str) -> str:
    """A path as a URI reference: percent-encoded, bytes that are no UTF-8 as they are.

    >>> uri("wire/a b%.txt"), uri("/srv/a.txt"), uri("a:b.txt")
    ('wire/a%20b%25.txt', 'file:///srv/a.txt', 'a%3Ab.txt')
    """
    try:
        raw = path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # Surrogates that stand for no byte of a file name.
        raw = path.encode("utf-8", "surrogatepass")
    # Two slashes at the beginning would name a host.
    absolute = path.startswith("/")
    return "file://" + quote(re.sub(rb"^/+", b"/", raw)) if absolute else quote(raw)


def _location(
    article: Article, span: Finding | Span, start: tuple[int, int], end: tuple[int, int]
) -> Fields:
    evidence = article.text[span.start : span.end]
    short = len(evidence) <= _LONGEST_EVIDENCE
    region = _region(article, start, end)
    if short and not article.embedded:
        region["snippet"] = {"text": evidence}
    return {
        "physicalLocation": {"artifactLocation": _artifact(article.path), "region": region},
        "logicalLocations": [{"fullyQualifiedName": article.article_id, "kind": "article"}],
        "properties": {
            "article": article.article_id,
            "field": article.field,
            "line": start[0],
            "column": start[1],
            "endLine": end[0],
            "endColumn": end[1],
            "start": span.start,
            "end": span.end,
            "evidence": evidence if short else None,
        },
    }


def _region(article: Article, start: tuple[int, int], end: tuple[int, int]) -> Fields:
    if article.embedded:
        return {"startLine": article.line}
    above = article.line - 1
    return {
        "startLine": above + start[0],
        "startColumn": start[1],
        "endLine": above + end[0],
        "endColumn": end[1],
    }


def _artifact(path: str) -> Fields:
    if path == "-":
        return {"uri": "-", "description": {"text": "standard input"}}
    return {"uri": uri(path)}
