"""The whole report as JSON, for programs. `docs/wire-schema.md` describes every field.

Deterministic bytes: frames are written in their own order, keys as below, with
no time, no machine and no path that the user did not name. Values are exact;
characters that could harm a terminal are written as JSON escapes.
"""

import io
import itertools
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

import orjson
import polars as pl

from provenance.model import Report, Rule
from provenance.reporters.palette import Style
from provenance.reporters.places import Places
from provenance.reporters.safe import encodable, escape_json

SCHEMA = "provenance/report"
SCHEMA_VERSION = "1.6"
_OPTIONS = orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE

_OPEN, _CLOSE = b"{\n", b"\n}\n"
# Rows that are held as dictionaries at a time: more keep the garbage collector busy.
_BATCH = 200

# The examples of a rule, and the place of its file, which differs by machine.
_HIDDEN = frozenset(["hits", "misses", "one_outlet", "place"])

Fields = dict[str, Any]


def render(report: Report, style: Style) -> bytes:  # noqa: ARG001  (every reporter takes a style)
    """The document in UTF-8. Time and memory grow with what is written."""
    places = Places.of(report.articles, report.archive)
    return in_pieces(
        {
            "schema": SCHEMA,
            "schema_version": SCHEMA_VERSION,
            "version": report.version,
            "settings_digest": report.settings_digest,
            "verdict": asdict(report.verdict),
            "articles": map(_article, rows(_articles(report))),
            "archive": map(_article, rows(report.archive)),
            "findings": (
                _with_places(fields, "related", places) for fields in rows(report.findings)
            ),
            "scores": rows(report.scores),
            "outlets": rows(report.outlets),
            "outcomes": rows(report.outcomes),
            "regions": (_region(fields, places) for fields in rows(report.regions)),
            "clusters": rows(report.clusters),
            "quantities": (_place(fields, places) for fields in rows(report.quantities)),
            "relations": (
                _with_places(fields, "others", places) for fields in rows(report.relations)
            ),
            "quotes": (_place(fields, places) for fields in rows(report.quotes)),
            "credits": (_place(fields, places) for fields in rows(report.credits)),
            "people": (_with_places(fields, "mentions", places) for fields in rows(report.people)),
            "attributions": (_place(fields, places) for fields in rows(report.attributions)),
            "lineages": rows(report.lineages),
            "claims": rows(report.claims),
            "mentions": (_place(fields, places) for fields in rows(report.mentions)),
            "scoring": asdict(report.weights),
            "rules": [_rule(rule) for rule in report.rules],
            "unread": [asdict(item) for item in report.unread],
            "notices": [asdict(item) for item in report.notices],
        }
    )


def as_document(value: Any) -> bytes:  # noqa: ANN401  (any tree that JSON can hold)
    """`value` as indented JSON in UTF-8 that does no harm on a terminal."""
    try:
        document = orjson.dumps(value, option=_OPTIONS)
    except orjson.JSONEncodeError:  # A lone surrogate: rare, and looking for it takes a second.
        document = orjson.dumps(encodable(value), option=_OPTIONS)
    return escape_json(document)


def in_pieces(fields: Fields) -> bytes:
    """An object as by `as_document`, in which iterators are lists whose items are never held whole.

    Items as dictionaries take ten times the memory of what is written of them.
    """
    document = io.BytesIO()
    for name, value in fields.items():
        document.write(b",\n" if document.tell() else _OPEN)
        if isinstance(value, Iterator):
            _write_list(document, name, value)
        else:
            document.write(as_document({name: value})[len(_OPEN) : -len(_CLOSE)])
    document.write(_CLOSE)
    return document.getvalue()


def _write_list(document: io.BytesIO, name: str, items: Iterator[Fields]) -> None:
    document.write(f'  "{name}": ['.encode())
    before, after = b"[\n  [", b"\n  ]\n]\n"
    filled = False
    while batch := list(itertools.islice(items, _BATCH)):
        document.write(b"," if filled else b"")
        document.write(as_document([batch])[len(before) : -len(after)])
        filled = True
    document.write(b"\n  ]" if filled else b"]")


def _articles(report: Report) -> pl.DataFrame:
    """The articles, each with how much of it also stands in others."""
    return report.articles.join(report.reuse, on="article_id", how="left", maintain_order="left")


def rows(table: pl.DataFrame | pl.LazyFrame) -> Iterator[Fields]:
    """The rows as dictionaries, in the frame's order and with its column names.

    A frame to be collected is collected when the first row is asked for.
    """
    for part in table.lazy().collect().iter_slices(_BATCH):
        yield from part.to_dicts()


def _article(fields: Fields) -> Fields:
    """Everything but the text, with its length, within which all spans lie."""
    return {key: fields[key] for key in fields if key != "text"} | {
        "characters": len(fields["text"])
    }


def _with_places(fields: Fields, name: str, places: Places) -> Fields:
    """As `_place`, with the places of the spans under `name` too."""
    return _place(fields, places) | {name: [_place(span, places) for span in fields[name]]}


def _place(fields: Fields, places: Places) -> Fields:
    """The fields of a row that has a span, with the span's line, column and text."""
    article_id, start = fields["article_id"], fields["start"]
    line, column = places.position(article_id, start)
    evidence = places.evidence(article_id, start, fields["end"])
    return fields | {"line": line, "column": column, "evidence": evidence}


def _region(fields: Fields, places: Places) -> Fields:
    for side in ("left", "right"):
        line, column = places.position(fields[f"{side}_id"], fields[f"{side}_start"])
        fields |= {f"{side}_line": line, f"{side}_column": column}
    return fields


def _rule(rule: Rule) -> Fields:
    """Everything but what is hidden."""
    fields = asdict(rule)
    return {key: fields[key] for key in fields if key not in _HIDDEN}
