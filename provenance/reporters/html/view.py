"""What every part of the page needs to know, looked up once."""

from collections import defaultdict
from dataclasses import dataclass

from provenance import frames
from provenance.model import Article, Finding, Report, Reuse, Rule, Score
from provenance.reporters.html.own import Own
from provenance.reporters.html.pairing import Pair, chosen
from provenance.reporters.places import Places


@dataclass(frozen=True, slots=True)
class View:
    """A report by its keys.

    Attributes:
        articles: The articles that are judged, by id, in reading order: by path, then by line.
        findings: Their findings by article id, in the order of their places, accepted ones too.
        scores, reuse: By article id.
        rules: By rule id.
        anchors: The name of each article on the page, by id: `a1`, `a2` and so on in reading
            order, those of the archive behind the others.
        places: Where spans stand, of the archive's articles too.
        own: What else the report holds of an article.
        pairs: The pairs of articles that are shown side by side, by their two ids.
    """

    report: Report
    articles: dict[str, Article]
    findings: dict[str, list[Finding]]
    scores: dict[str, Score]
    reuse: dict[str, Reuse]
    rules: dict[str, Rule]
    anchors: dict[str, str]
    places: Places
    own: Own
    pairs: dict[tuple[str, str], Pair]

    @classmethod
    def of(cls, report: Report) -> "View":
        """The view of a report. Takes as much memory again as its texts and findings."""
        places, own = Places.of(report.articles, report.archive), Own.of(report)
        judged, archive = (
            sorted(frames.rows(table, Article), key=_reading_order)
            for table in (report.articles, report.archive)
        )
        findings = defaultdict(list)
        for finding in frames.rows(report.findings, Finding):
            findings[finding.article_id].append(finding)
        every = [article.article_id for article in (*judged, *archive)]
        return cls(
            report=report,
            articles={article.article_id: article for article in judged},
            findings=dict(findings),
            scores={row.article_id: row for row in frames.rows(report.scores, Score)},
            reuse={row.article_id: row for row in frames.rows(report.reuse, Reuse)},
            rules={rule.rule_id: rule for rule in report.rules},
            anchors={article_id: f"a{number}" for number, article_id in enumerate(every, 1)},
            places=places,
            own=own,
            pairs=chosen(own.telling, report.clusters),
        )


def _reading_order(article: Article) -> tuple[str, int, str]:
    return article.path, article.line, article.article_id
