"""What is asked of one article of a finished run, beyond what its report holds."""

import polars as pl

from provenance import checks, frames, scoring
from provenance.model import Report
from provenance.scoring.gains import Gain


def gains(report: Report, article_id: str) -> list[Gain]:
    """What the score of an article of `report` would be without each of its faults."""
    own = pl.col("article_id") == article_id
    rules = {rule.rule_id: rule for rule in report.rules}
    blind = checks.unlooked(report.outcomes.filter(own), rules)
    words = report.scores.filter(own).select("article_id", "words")
    return list(frames.rows(scoring.gains(words, blind, report.findings, report.weights), Gain))
