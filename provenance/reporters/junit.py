"""JUnit XML: a test for each article, for every build server that reads tests.

One suite for each file, one test for each article in it. A test fails on
findings that are errors or warnings, with one `failure` that holds them all,
since servers read only the first; information goes to its output. It is an
error when a check failed on the article, and skipped when no check could look
at it. A first suite holds the gate as a test of its own and each input that
could not be read, so that a run over nothing is never all green.
"""

import itertools
from collections import defaultdict
from collections.abc import Iterator

import polars as pl

from provenance import frames
from provenance.model import Article, Report, Severity, Status
from provenance.reporters.accepted import accepted
from provenance.reporters.annotations import UNREAD, Fault, faults, sentence
from provenance.reporters.junit_xml import Result, Suite, Test, document
from provenance.reporters.labels import counted
from provenance.reporters.located import Located, counting
from provenance.reporters.palette import Style
from provenance.reporters.safe import printable

_NAME = "provenance"
_GATE = {0: Result.PASSED, 1: Result.FAILURE, 2: Result.ERROR}
_LOOKED = [Status.FOUND.value, Status.CLEAR.value]
_NOT_LOOKED = "no check could look at it"


def render(report: Report, style: Style) -> bytes:  # noqa: ARG001  (every reporter takes a style)
    """The document in UTF-8. Time and memory grow with what is written, and a sort of findings."""
    run = [_gate(report), *(_unread(each) for each in faults(report) if each.kind == UNREAD)]
    files = itertools.groupby(_articles(report), key=lambda test: test.suite)
    suites = [Suite.of(path, tests) for path, tests in files]
    return document(_NAME, [Suite.of(_NAME, run, _properties(report)), *suites])


def _gate(report: Report) -> Test:
    verdict = report.verdict
    told = "; ".join(verdict.reasons)
    result = _GATE[verdict.exit_code]
    if result == Result.PASSED:
        return Test(_NAME, "gate", output=tuple(filter(None, (told, accepted(report.findings)))))
    output = tuple(filter(None, (accepted(report.findings),)))
    return Test(_NAME, "gate", result, "gate", told, verdict.reasons, output)


def _unread(fault: Fault) -> Test:
    told = f"{fault.place}: {fault.sentence}"
    return Test(_NAME, told, Result.ERROR, fault.kind, fault.sentence, (told,))


def _properties(report: Report) -> dict[str, object]:
    verdict = report.verdict
    return {
        "version": report.version,
        "settings": report.settings_digest,
        "exit-code": verdict.exit_code,
        "articles": len(report.articles),
        "findings": len(report.findings),
        "accepted": report.findings["accepted"].count(),
    } | {
        f"measure.{each.name}": each.standing if each.value is None else f"{each.value:.15g}"
        for each in verdict.measures
    }


def _articles(report: Report) -> Iterator[Test]:
    """The tests of the articles, in the order in which findings come."""
    broken = defaultdict(list)
    for fault in faults(report):
        broken[fault.article_id].append(fault)
    blind = _blind(report)
    found = itertools.groupby(counting(report), key=lambda each: each.article.article_id)
    ahead = next(found, None)
    for article in sorted(frames.rows(report.articles, Article), key=_reading_order):
        name, own = article.article_id, list[Located]()
        if ahead and ahead[0] == name:
            own = list(ahead[1])
            ahead = next(found, None)
        yield _article(article, own, broken[name], blind.get(name))


def _reading_order(article: Article) -> tuple[str, int, str]:
    return article.path, article.line, article.article_id


def _blind(report: Report) -> dict[str, list[str]]:
    """The articles at which no check could look, with the reasons."""
    looked = report.outcomes.filter(pl.col("status").is_in(_LOOKED)).select("article_id").collect()
    unlooked = report.articles.select("article_id").join(looked, on="article_id", how="anti")
    reasons = (
        report.outcomes.filter(pl.col("article_id").is_in(unlooked["article_id"].implode()))
        .select("article_id", "reason")
        .drop_nulls()
        .unique()
        .sort("article_id", "reason")
        .collect()
    )
    told: dict[str, list[str]] = {name: [] for name in unlooked["article_id"]}
    for name, reason in reasons.iter_rows():
        told[name].append(reason)
    return told


def _article(
    article: Article, found: list[Located], broken: list[Fault], blind: list[str] | None
) -> Test:
    by_severity: dict[Severity, list[Located]] = {severity: [] for severity in Severity}
    for each in found:
        by_severity[Severity(each.finding.severity)].append(each)
    failing = [*by_severity[Severity.ERROR], *by_severity[Severity.WARNING]]
    result, kind, message = _result(broken, failing, blind)
    faulty = [fault.sentence for fault in broken]
    lines = (*faulty, *map(_line, failing), *((blind or ()) if result == Result.SKIPPED else ()))
    output = tuple(map(_line, by_severity[Severity.INFO]))
    return Test(article.path, article.article_id, result, kind, message, lines, output)


def _result(
    broken: list[Fault], failing: list[Located], blind: list[str] | None
) -> tuple[Result, str, str]:
    """The result with its kind and its message; what is most serious wins."""
    if broken:
        return Result.ERROR, broken[0].kind, broken[0].sentence
    if failing:
        first, more = failing[0], len(failing) - 1
        told = f" (and {counted(more, 'finding')} more)" if more else ""
        kind = f"{first.finding.rule_id} {first.rule.name}"
        return Result.FAILURE, kind, f"{sentence(first)}{told}"
    if blind is not None:
        return Result.SKIPPED, "", _NOT_LOOKED
    return Result.PASSED, "", ""


def _line(each: Located) -> str:
    place = f"{printable(each.article.path)}:{each.file_line}"
    column = "" if each.file_column is None else f":{each.file_column}"
    finding = each.finding
    return (
        f"{place}{column}: {finding.severity} {finding.rule_id} {each.rule.name} {sentence(each)}"
    )
