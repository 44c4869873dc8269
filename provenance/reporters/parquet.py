"""Every table of a report as a Parquet file, and `manifest.json` for what is no table.

For data frames and warehouses. The tables are those of `Report`, texts of the
articles among them, with the rules, the gate's measures, and what was unread or
noted. The manifest comes last and tells name, rows, bytes and digest of each
file: a folder in which these do not agree holds parts of two runs.
"""

import io
from collections.abc import Iterable, Iterator
from dataclasses import asdict, fields
from hashlib import sha256
from typing import Any

import polars as pl

from provenance import frames
from provenance.model import Measure, Notice, Offender, Report, Rule, Unread
from provenance.reporters.json import as_document
from provenance.reporters.palette import Style
from provenance.reporters.safe import encodable

SCHEMA = "provenance/tables"
SCHEMA_VERSION = "1.0"
MANIFEST = "manifest.json"

_TEXT, _WHOLE, _REAL, _YES = pl.String(), pl.Int64(), pl.Float64(), pl.Boolean()
# As in the JSON report: without examples, and without the place of its file on this machine.
_RULE = {
    **dict.fromkeys(("rule_id", "name", "family", "category", "severity", "confidence"), _TEXT),
    **dict.fromkeys(("message", "why", "fix", "locale", "check", "since"), _TEXT),
    "clean": pl.Struct({"removal": _TEXT, "replacement": _TEXT, "safe": _YES}),
    **dict.fromkeys(("tags", "links"), pl.List(_TEXT)),
    "opt_in": _YES,
}
_MEASURE = {
    **dict.fromkeys(("name", "about", "unit"), _TEXT),
    "at_least": _YES,
    **dict.fromkeys(("value", "warn", "error"), _REAL),
    **dict.fromkeys(("standing", "reason"), _TEXT),
    "worst": pl.List(pl.Struct(frames.schema(Offender))),
}
_ROW_GROUP = 100_000


def render(report: Report, style: Style) -> Iterator[tuple[str, bytes]]:  # noqa: ARG001
    """Name and content of each file, one at a time, the manifest last."""
    written: list[dict[str, Any]] = []
    for name, table in _tables(report):
        data = _parquet(table)
        file = f"{name}.parquet"
        digest = sha256(data).hexdigest()
        written.append({"name": file, "rows": len(table), "bytes": len(data), "sha256": digest})
        yield file, data
    yield MANIFEST, _manifest(report, written)


def _tables(report: Report) -> Iterator[tuple[str, pl.DataFrame]]:
    for field in fields(report):
        value = getattr(report, field.name)
        if isinstance(value, (pl.DataFrame, pl.LazyFrame)):
            yield field.name, value.lazy().collect()
    yield "rules", _table(report.rules, _RULE)
    yield "measures", _table(report.verdict.measures, _MEASURE)
    yield "unread", _table(report.unread, frames.schema(Unread))
    yield "notices", _table(report.notices, frames.schema(Notice))


def _table(
    items: Iterable[Rule | Measure | Unread | Notice], schema: dict[str, pl.DataType]
) -> pl.DataFrame:
    """The columns of `schema`, from the fields of that name."""
    rows = [encodable(asdict(item)) for item in items]
    return pl.DataFrame([{name: row[name] for name in schema} for row in rows], schema=schema)


def _parquet(table: pl.DataFrame) -> bytes:
    # Given, so that neither the defaults of a version nor the number of threads show.
    file = io.BytesIO()
    table.write_parquet(file, compression="zstd", compression_level=3, row_group_size=_ROW_GROUP)
    return file.getvalue()


def _manifest(report: Report, written: list[dict[str, Any]]) -> bytes:
    return as_document(
        {
            "schema": SCHEMA,
            "schema_version": SCHEMA_VERSION,
            "version": report.version,
            "settings_digest": report.settings_digest,
            "exit_code": report.verdict.exit_code,
            "reasons": report.verdict.reasons,
            "scoring": asdict(report.weights),
            "files": written,
        }
    )
