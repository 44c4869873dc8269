"""The page that explains one article: everything behind its score.

An article is found by id or path. The page holds nothing that the report does
not hold, so that a reader can add the numbers up: `100 - ... = score`.
"""

import difflib
import posixpath
from collections.abc import Iterator, Sequence

import polars as pl

from provenance import frames
from provenance.errors import UsageError
from provenance.model import (
    Article,
    Finding,
    Outcome,
    Quantity,
    Relation,
    Report,
    Rule,
    Score,
    Status,
)
from provenance.reporters import sourcing
from provenance.reporters.labels import counted, field, not_read
from provenance.reporters.palette import Style
from provenance.reporters.places import Places
from provenance.reporters.safe import printable
from provenance.reporters.text import finding_lines, heading, ledger
from provenance.scoring.readability import Readability

_SHOWN = 10  # ids listed when a file holds several articles
# From here on a number would be told with an exponent.
_LARGE = 100_000
_STATUS = {
    Status.FOUND: "findings above",
    Status.CLEAR: "looked, found nothing",
    Status.NOT_APPLICABLE: "does not apply",
    Status.NOT_AVAILABLE: "could not look",
    Status.ERROR: "failed",
}


def find_article(report: Report, target: str, command: str = "explain") -> Article:
    """The article whose id is `target`, or the only one read from the file or folder `target`.

    `command` is what the user typed, for the hint.

    Raises:
        UsageError: There is none, or `target` holds several; the hint names what there is.
    """
    table = report.articles
    found = table.filter(pl.col("article_id") == target)
    if found.is_empty():
        found = table.filter(_is_from(target))
    if len(found) == 1:
        return next(frames.rows(found, Article))
    if found.is_empty():
        raise _unknown_article(report, target)
    ids = ", ".join(found["article_id"].head(_SHOWN))
    more = ", ..." if len(found) > _SHOWN else ""
    raise UsageError(
        f"{target} holds {counted(len(found), 'article')}",
        hint=f"name one of them: provenance {command} ID {target}, with ID one of {ids}{more}",
    )


def unknown_target(rules: Sequence[Rule], target: str) -> UsageError:
    """The error for a target that is no rule and no file, with the rules it may have meant."""
    names = [name for rule in rules for name in (rule.rule_id, rule.name)]
    lower = {name.lower(): name for name in names}
    near = [lower[name] for name in difflib.get_close_matches(target.lower(), lower, 3)]
    guess = f"did you mean {' or '.join(near)}? " if near else ""
    return UsageError(
        f"{target!r} is no rule and no file",
        hint=f"{guess}`provenance rules list` shows all rules; for an article of a corpus name "
        "its file as well: provenance explain ID corpus.jsonl",
    )


def article_page(
    report: Report, article: Article, readability: Readability | None, style: Style
) -> bytes:
    """Every reason behind the score of `article`, which is one of the report's, in UTF-8."""
    lines = [style.paint(heading(article), "strong")]
    for name in ("title", "outlet", "date", "language"):
        lines += field(name, getattr(article, name) or "not known", style)
    lines += ["", *_findings(report, article, style)]
    lines += [*_outcomes(report, article), ""]
    lines += [*_extracted(report, article, style.width), ""]
    lines += _readability(readability)
    lines += not_read(report)
    return "\n".join([*lines, ""]).encode()


def _is_from(target: str) -> pl.Expr:
    """Whether an article was read from the file `target`, or from below the folder `target`."""
    path, place = pl.col("path"), posixpath.normpath(target)
    below = "" if place == "." else f"{place.rstrip('/')}/"
    return (path == place) | path.str.starts_with(below)


def _unknown_article(report: Report, target: str) -> UsageError:
    if report.unread:
        told = "; ".join(f"{item.place}: {item.reason}" for item in report.unread[:_SHOWN])
        return UsageError(f"no article {target!r} could be read", hint=told)
    near = difflib.get_close_matches(target, report.articles["article_id"].to_list(), 3)
    guess = f"did you mean {' or '.join(near)}?" if near else "ids are shown by `provenance check`"
    return UsageError(f"there is no article {target!r} among those read", hint=guess)


def _findings(report: Report, article: Article, style: Style) -> Iterator[str]:
    """Each finding with the points it takes, then the sum."""
    own = report.findings.filter(pl.col("article_id") == article.article_id)
    findings = list(frames.rows(own, Finding))
    places = Places.of(report.articles, report.archive)
    rules = {rule.rule_id: rule for rule in report.rules}
    for finding in findings:
        yield from finding_lines(finding, places, rules, style)
        points = (
            f"takes {counted(finding.deduction, 'point')}"
            if finding.deduction
            else "takes no point"
        )
        yield f"    {points}, confidence {finding.confidence}"
        yield ""
    scored = report.scores.filter(pl.col("article_id") == article.article_id)
    score = next(frames.rows(scored, Score))
    yield f"  {ledger(findings, score, style)}"
    taken = "".join(f" - {item.deduction}" for item in findings if item.deduction)
    if score.score is not None and taken:
        yield f"  100{taken} = {score.score}"
    yield f"  judged on {counted(score.words, 'word')} outside boilerplate"
    yield ""


def _outcomes(report: Report, article: Article) -> Iterator[str]:
    yield "  checks"
    own = report.outcomes.filter(pl.col("article_id") == article.article_id)
    for outcome in frames.rows(own, Outcome):
        reason = f": {printable(outcome.reason)}" if outcome.reason else ""
        yield f"    {printable(outcome.check):<14}{_STATUS[Status(outcome.status)]}{reason}"


def _extracted(report: Report, article: Article, width: int) -> Iterator[str]:
    """What was read out of the text: figures, relations and sources one by one."""
    places = Places.of(report.articles, report.archive)
    own = {
        name: getattr(report, name).filter(pl.col("article_id") == article.article_id)
        for name in ("quantities", "quotes", "credits")
    }
    nouns = {"quotes": "direct quotation", "credits": "credit", "quantities": "figure"}
    yield "  " + ", ".join(counted(len(own[name]), noun) for name, noun in nouns.items())
    for quantity in frames.rows(own["quantities"], Quantity):
        line, column = places.shown(article.article_id, quantity.start)
        told = places.evidence(article.article_id, quantity.start, quantity.end)
        yield f"    {f'{line}:{column}':<8} {printable(told)}: {_reading(quantity)}"
    yield from _relations(report, article, places)
    if behind := list(sourcing.behind(report, article, places, width)):
        yield from ("  who says what", *behind)


def _relations(report: Report, article: Article, places: Places) -> Iterator[str]:
    """Which figures and dates were held against which others, and whether they fit."""
    own = report.relations.filter(pl.col("article_id") == article.article_id)
    if own.is_empty():
        return
    yield f"  {counted(len(own), 'relation')} of figures and dates, {own['fits'].sum()} fit"
    for relation in frames.rows(own, Relation):
        line, column = places.shown(article.article_id, relation.start)
        spans = [(relation.article_id, relation.start, relation.end)]
        spans += [(other.article_id, other.start, other.end) for other in relation.others]
        told = " | ".join(f"“{printable(places.evidence(*span))}”" for span in spans)
        answer = "fits" if relation.fits else "does not fit"
        yield f"    {f'{line}:{column}':<8} {relation.kind}, {answer}: {told}"


def _reading(quantity: Quantity) -> str:
    """How a figure was understood, in the words of `Quantity`."""
    low = _amount(quantity.low)
    high = "no limit" if quantity.high is None else _amount(quantity.high)
    reach = low if low == high else f"{low} to {high}"
    words = [quantity.unit, *quantity.modifiers, quantity.noun, quantity.event]
    about = " ".join(printable(word) for word in words if word)
    qualifiers = f" [{printable(', '.join(quantity.qualifiers))}]" if quantity.qualifiers else ""
    return f"{quantity.kind} {reach} {about}".rstrip() + qualifiers


def _amount(value: float) -> str:
    """A number without an exponent, six digits of it where it is small."""
    return f"{value:,.0f}" if abs(value) >= _LARGE else f"{value:,g}"


def _readability(scores: Readability | None) -> Iterator[str]:
    """Readability with the counts behind it; it moves no score."""
    if scores is None:
        yield "  readability: not told (English texts of 100 words and more only)"
        return
    yield "  readability (by textstat, for information, moves no score)"
    yield f"    Flesch reading ease   {scores.flesch_reading_ease:.1f}"
    yield f"    Flesch-Kincaid grade  {scores.flesch_kincaid_grade:.1f}"
    yield f"    Gunning fog           {scores.gunning_fog:.1f}"
    counts = (scores.words, scores.sentences, scores.syllables)
    nouns = ("word", "sentence", "syllable")
    yield f"    counted: {', '.join(map(counted, counts, nouns))}"
