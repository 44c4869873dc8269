"""The coverage of outlets' intervals is counted over draws of some of their articles."""

from types import SimpleNamespace

import outlets as bench_outlets
import polars as pl
import pytest

from provenance import frames, scoring
from provenance.model import Article, Credit, Finding, Grade, Lineage, OutletWeights, Weights

GRADES = (Grade("A", 90), Grade("B", 75), Grade("C", 60), Grade("D", 40), Grade("F", 0))


def a_report(scores_of):
    """What a check gives of articles with these scores, by outlet; each is a report of its own."""
    rows = [
        (f"{name}{n}", name, each) for name, of in scores_of.items() for n, each in enumerate(of)
    ]
    weights = Weights(
        150, 60, 50, (), (), {}, (), GRADES, OutletWeights(8, 5, 30, (), ())
    )  # fmt: skip
    report = SimpleNamespace(
        articles=frames.frame(
            [Article(key, "f", 1, False, "", None, 0, name, None, "en") for key, name, _ in rows],
            Article,
        ),
        scores=pl.DataFrame(
            [(key, score) for key, _, score in rows], ["article_id", "score"], orient="row"
        ),
        findings=frames.frame((), Finding),
        lineages=frames.frame([Lineage(key, key, key, "own", None) for key, *_ in rows], Lineage),
        credits=frames.frame((), Credit),
        weights=weights,
    )
    tables = (report.articles, report.scores, report.findings, report.lineages, report.credits)
    report.outlets = scoring.outlets(*tables, weights)
    return report


def test_outlets_whose_articles_are_all_alike_are_always_covered():
    found = bench_outlets.measured(a_report({"a": [80] * 30, "b": [80] * 30}), 10, 5)
    assert (found.rows, found.covered, found.wide) == (10, 1.0, 0.0)
    assert (found.lettered, found.same) == (1.0, 1.0)


def test_what_is_not_covered_is_told_by_its_side():
    """Of articles of which one in six is at 0, draws without it miss the mean or hold it."""
    found = bench_outlets.measured(a_report({"a": [100] * 25 + [0] * 5, "b": [100] * 30}), 5, 40)
    assert found.covered + found.below + found.above == pytest.approx(1)
    assert found.wide > 5


def test_outlets_with_few_articles_are_not_drawn_from():
    found = bench_outlets.measured(a_report({"a": [80] * 30, "b": [80] * 14}), 10, 3)
    assert found.rows == 3


def test_the_table_says_what_it_was_measured_on():
    report = a_report({"a": [80] * 30})
    text = bench_outlets.told("small", report, [bench_outlets.measured(report, 10, 2)])
    assert text.splitlines()[0] == (
        "small: 30 articles of 1 outlets, 30 units (30 own, 0 republished, 0 contested)"
    )
    assert text.splitlines()[2].split()[:3] == ["10", "2", "1.000"]
