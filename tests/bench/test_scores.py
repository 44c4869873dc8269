"""The script that times scoring feeds it what a check would, and says how much that was."""

import polars as pl
from scores import corpus, findings, lineages, measured, outcomes

from provenance import checks


def test_the_table_tells_how_much_was_scored_and_every_stage():
    told = measured(30)
    assert told.startswith("30 articles, 120 findings, ")
    for stage in ("deductions", "scores, caps, intervals", "outlets", "together"):
        assert f"| {stage} | " in told


def test_every_check_answers_for_every_article():
    assert len(outcomes(40)) == 40 * len(checks.CHECKS)


def test_findings_are_about_articles_that_there_are():
    ids = set(corpus(50)["article_id"])
    assert set(findings(50, ["NUM001", "DUP001", "BPL001"])["article_id"]) <= ids


def test_every_third_article_is_a_copy_of_the_one_before():
    table = lineages(9)
    assert table["lineage_id"].n_unique() == 6
    assert table.filter(pl.col("article_id") != pl.col("lineage_id")).height == 3
