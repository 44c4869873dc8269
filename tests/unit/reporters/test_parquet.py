"""A report as tables: what is read back is what was found."""

import dataclasses
import hashlib
import io
import json
import os
import subprocess
import sys

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

from provenance.model import Measure, Notice, Offender, Rule, Standing, Unit, Unread, Verdict
from provenance.reporters.palette import Style
from provenance.reporters.parquet import render

TEXT = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=20)
MEASURE = Measure(
    *("duplicated-text", "shared", Unit.SHARE, False, 0.25, None, 0.1, Standing.FAILED, None),
    (Offender("Post", 0.2),),
)


def files(report):
    return dict(render(report, Style()))


def tables(report):
    found = files(report)
    found.pop("manifest.json")
    return {
        name.removesuffix(".parquet"): pl.read_parquet(io.BytesIO(data))
        for name, data in found.items()
    }


@pytest.fixture
def told(report, article, finding, rule):
    text = article("a.txt", "one\nShare", outlet="Post")
    return report(
        [text],
        [finding(text, "Share", accepted="baseline")],
        [rule("BPL001", "share-label", tags=("ours",))],
        unread=(Unread("b.txt", "not text"),),
        notices=(Notice("c.pdf", "left out"),),
        verdict=Verdict(2, ("1 input could not be read",), (MEASURE,)),
    )


def test_every_frame_is_read_back_as_it_was(told):
    read = tables(told)
    frames = {
        field.name: getattr(told, field.name).lazy().collect()
        for field in dataclasses.fields(told)
        if isinstance(getattr(told, field.name), pl.DataFrame | pl.LazyFrame)
    }
    assert len(frames) > 15
    for name, frame in frames.items():
        assert_frame_equal(read[name], frame)


def test_what_is_no_frame_of_the_report_is_a_table_too(told):
    read = tables(told)
    assert read["unread"].to_dicts() == [
        {"place": "b.txt", "reason": "not text", "count": 1, "breaks_off": False}
    ]
    assert read["notices"].to_dicts() == [{"place": "c.pdf", "message": "left out"}]
    assert read["measures"].to_dicts() == [
        dataclasses.asdict(MEASURE) | {"worst": [{"name": "Post", "amount": 0.2}]}
    ]
    (row,) = read["rules"].to_dicts()
    assert (row["rule_id"], row["severity"], row["tags"], row["clean"]) == (
        *("BPL001", "warning", ["ours"], None),
    )


def test_no_field_of_a_rule_or_a_measure_is_forgotten(told):
    """But examples, and the place of the rule's file, which differs by machine."""
    read = tables(told)
    fields = {field.name for field in dataclasses.fields(Rule)}
    assert set(read["rules"].columns) == fields - {"hits", "misses", "one_outlet", "place"}
    assert read["measures"].columns == [field.name for field in dataclasses.fields(Measure)]


def test_tables_without_rows_have_their_columns(report):
    """A query over a clean run must not fail for want of a column."""
    empty = tables(report())
    assert all(len(table) == 0 and table.columns for table in empty.values())
    assert {"rules", "measures", "unread", "notices"} < empty.keys()


def test_the_manifest_comes_last_and_knows_every_file(told):
    *others, last = render(told, Style())
    manifest = json.loads(last[1])
    assert last[0] == "manifest.json"
    assert manifest["files"] == [
        {
            "name": name,
            "rows": len(pl.read_parquet(io.BytesIO(data))),
            "bytes": len(data),
            "sha256": hashlib.sha256(data).hexdigest(),
        }
        for name, data in others
    ]
    assert (manifest["exit_code"], manifest["reasons"]) == (2, ["1 input could not be read"])
    assert manifest["scoring"]["minimum_words"] == told.weights.minimum_words


SAMPLE = """
import hashlib, polars as pl
from provenance.reporters.parquet import _parquet
numbers = pl.DataFrame({"n": range(250_000)})
table = numbers.with_columns(t=pl.col("n").cast(pl.String) + "x", l=pl.concat_list("n"))
print(hashlib.sha256(_parquet(table)).hexdigest())
"""


def test_neither_threads_nor_the_hash_seed_show_in_the_bytes():
    """Several row groups, so that there is something to be done at once."""
    digests = {
        subprocess.run(
            [sys.executable, "-c", SAMPLE],
            env=os.environ | {"PYTHONHASHSEED": seed, "POLARS_MAX_THREADS": threads},
            capture_output=True,
            check=True,
        ).stdout
        for seed, threads in (("1", "1"), ("2", "4"))
    }
    assert len(digests) == 1


@settings(max_examples=15)
@given(text=TEXT, other=TEXT)
def test_whatever_an_article_holds_is_read_back(strange_report, text, other):
    told = strange_report(text, other)
    read = tables(told)
    assert_frame_equal(read["articles"], told.articles)
    assert_frame_equal(read["findings"], told.findings)
    assert read["notices"]["message"].to_list() == [text]


def test_a_file_name_that_is_no_text_is_told_by_visible_escapes(report):
    assert tables(report(unread=(Unread("a\udcff", "gone"),)))["unread"]["place"][0] == "a\\udcff"
