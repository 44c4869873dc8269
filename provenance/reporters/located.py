"""Findings one by one in reading order, with everything that says where they are.

For every format that has a row or a record for each finding. Goes in: a
report. Comes out: findings by path and place, those that are accepted too.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import polars as pl

from provenance import frames
from provenance.model import Article, Finding, Report, Rule
from provenance.reporters.places import Places


@dataclass(frozen=True, slots=True)
class Located:
    """A finding with its article, its rule and its places.

    Attributes:
        file_line: Line of the file: of the finding, or of the record that the text stands in.
        file_column: Column in that line; null for a text inside a record.
        line, column: The place in the article's text, both from 1.
        end_line, end_column: The place behind its last character, likewise.
        evidence: The words it is about exactly as read: not safe to print.
    """

    finding: Finding
    article: Article
    rule: Rule
    file_line: int
    file_column: int | None
    line: int
    column: int
    end_line: int
    end_column: int
    evidence: str


def located(report: Report, places: Places | None = None) -> Iterator[Located]:
    """All findings of `report`, sorted by path, line of the file and place. Linear, plus a sort.

    Findings are made one at a time; held are the texts of the articles that have some. `places`
    are those of the report's articles and its archive, for who needs them besides: they hold all
    texts once more.
    """
    if places is None:
        has_finding = pl.col("article_id").is_in(report.findings["article_id"].unique().implode())
        places = Places.of(report.articles.filter(has_finding))
    rules = {rule.rule_id: rule for rule in report.rules}
    for finding in frames.rows(_ordered(report), Finding):
        yield _located(finding, rules[finding.rule_id], places)


def counting(report: Report, places: Places | None = None) -> Iterator[Located]:
    """Those of `located` that nothing accepts: what the gate judges by."""
    return (each for each in located(report, places) if each.finding.accepted is None)


def _ordered(report: Report) -> pl.DataFrame:
    """The findings by path, line of the record and place."""
    named = report.articles.select("article_id", "path", "line")
    joined = report.findings.join(named, on="article_id", how="left", maintain_order="left")
    ordered = joined.sort("path", "line", *Finding.ORDER, maintain_order=True)
    return ordered.select(report.findings.columns)


def _located(finding: Finding, rule: Rule, places: Places) -> Located:
    article = places.articles[finding.article_id]
    line, column = places.position(finding.article_id, finding.start)
    end_line, end_column = places.position(finding.article_id, finding.end)
    inside = article.embedded
    return Located(
        finding=finding,
        article=article,
        rule=rule,
        file_line=article.line if inside else article.line + line - 1,
        file_column=None if inside else column,
        line=line,
        column=column,
        end_line=end_line,
        end_column=end_column,
        evidence=places.evidence(finding.article_id, finding.start, finding.end),
    )
