"""Lines, tables and baselines hold what docs/wire-schema.md says, field by field."""

import json
from dataclasses import fields

import pytest

from provenance import api
from provenance.config import Config
from provenance.model import Notice, Unread
from provenance.model.baseline import Entry
from provenance.reporters import jsonl, parquet
from provenance.reporters.palette import Style

LINES, TABLES, BASELINE, MANIFEST = 5, 6, 7, 8


@pytest.fixture
def told(report, article, finding):
    text = article("a.txt", "Share")
    return report(
        [text],
        [finding(text, "Share")],
        unread=(Unread("b.txt", "not text"),),
        notices=(Notice("c.txt", "left out"),),
    )


def test_every_field_of_a_line_is_documented_and_nothing_else_is(told, documented):
    """Programs are written against the document."""
    lines = [json.loads(line) for line in jsonl.render(told, Style()).splitlines()]
    kinds = {line["kind"]: line for line in lines}
    assert set(kinds) == {"finding", "unread", "notice", "verdict"}
    shown = {f"{kind}.{name}" for kind in ("finding", "verdict") for name in kinds[kind]}
    assert documented(LINES) - {"finding", "unread", "notice", "verdict"} == shown


def test_the_manifest_of_the_tables_is_documented(told, documented):
    files = dict(parquet.render(told, Style()))
    manifest = json.loads(files["manifest.json"])
    assert set(manifest) == documented(TABLES)
    assert set(manifest["files"][0]) == {"name", "rows", "bytes", "sha256"}


def test_every_key_of_the_baseline_is_documented(documented):
    assert {field.name for field in fields(Entry)} == documented(BASELINE)


def test_the_manifest_of_a_run_is_documented(documented, tmp_path):
    (tmp_path / "a.txt").write_text("The pass was shut at noon on Monday.\n")
    told, paths = api.Recorder(), [str(tmp_path)]
    report = api.check(paths, progress=told)
    assert set(api.manifest(report, paths, (), Config(), told)) == documented(MANIFEST)
