"""The report for an editor at a terminal: by article, with the evidence in its line.

Articles with findings come first, by path; then those without, one line each;
then what could not be looked at or read; a summary; and the gate's verdict on
the last line. Everything that came from outside goes through `printable`.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import polars as pl

from provenance import frames
from provenance.model import (
    Article,
    Finding,
    Report,
    Reuse,
    Rule,
    Score,
    Severity,
    Span,
    Status,
    unread_inputs,
)
from provenance.reporters import sourcing
from provenance.reporters.accepted import accepted, told
from provenance.reporters.cells import cells, fold, head
from provenance.reporters.gate_table import gate_table, worth_showing
from provenance.reporters.labels import counted
from provenance.reporters.ledger import ledger, ranged
from provenance.reporters.palette import Style
from provenance.reporters.places import Excerpt, Places
from provenance.reporters.safe import printable
from provenance.text.segment import sentence_spans

_RELATED_SHOWN = 3
_GUTTER = 11  # cells of the line number and the bar before a line of an article
_VERDICTS = {0: "gate passed", 1: "gate failed", 2: "not a valid run"}
_COULD_NOT_LOOK = (Status.NOT_AVAILABLE, Status.NOT_APPLICABLE, Status.ERROR)


@dataclass(frozen=True, slots=True)
class View:
    """What every part of the page needs.

    Attributes:
        rules: By id.
        scores, reuse: By article id.
        first: For each rule the finding that is shown first, which also tells why and what to do.
        accepted: For each article how many of its findings are accepted, by what.
    """

    places: Places
    style: Style
    rules: dict[str, Rule]
    scores: dict[str, Score]
    reuse: dict[str, Reuse]
    first: dict[str, Finding]
    accepted: dict[str, Counter[str]]


def render(report: Report, style: Style) -> bytes:
    """The page in UTF-8; its last lines, summary and verdict, alone when `style.quiet`."""
    lines = [] if style.quiet else list(_body(report, style))
    return "\n".join([*lines, *closing(report, style), ""]).encode()


def closing(report: Report, style: Style) -> list[str]:
    """The last lines of every page about a run: the summary, and the verdict behind all.

    The gate's table stands between them where it says more than the verdict.
    """
    passed_over = accepted(report.findings)
    lines = [summary(report), *([passed_over] if passed_over else [])]
    lines += [*compared(report), *sourcing.totals(report)]
    if worth_showing(report.verdict.measures) and not style.quiet:
        lines += ["", *gate_table(report.verdict.measures, style), ""]
    return [*lines, verdict(report, style)]


def remainder(report: Report) -> Iterator[str]:
    """What could not be judged or read, and what to note, each part ended by an empty line."""
    yield from _not_judged(report)
    yield from _section("could not be read", [(u.place, u.reason) for u in report.unread])
    yield from _section("please note", [(n.place, n.message) for n in report.notices])


def summary(report: Report) -> str:
    """How many articles, findings that count by severity, and inputs not read, in one line."""
    counts = Counter(report.findings.filter(pl.col("accepted").is_null())["severity"].to_list())
    words = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "info"}
    each = ", ".join(counted(counts[level], word) for level, word in words.items())
    line = f"{counted(len(report.articles), 'article')}, {counted(counts.total(), 'finding')}"
    number = unread_inputs(report.unread)
    unread = f", {counted(number, 'input')} not read" if number else ""
    return f"{line}: {each}{unread}" if counts else f"{line}{unread}"


def compared(report: Report) -> list[str]:
    """How many relations of figures and dates were looked at, and how many fit; none, no line."""
    checked, fit = len(report.relations), int(report.relations["fits"].sum())
    told = f"figures and dates: {counted(checked, 'relation')} checked, {fit:,} fit"
    return [told] if checked else []


def verdict(report: Report, style: Style) -> str:
    """The gate's answer with its reasons, in one line."""
    code = report.verdict.exit_code
    answer = style.paint(_VERDICTS[code], "failed" if code else "passed")
    return f"{answer}: {'; '.join(map(printable, report.verdict.reasons))}"


def reading_order(article: Article) -> tuple[str, int, str]:
    """By path, then by place in the file."""
    return article.path, article.line, article.article_id


def finding_lines(
    finding: Finding, places: Places, rules: dict[str, Rule], style: Style
) -> Iterator[str]:
    """A finding: its place, rule and message, its evidence, and the other places it rests on.

    A line that the message already shows whole is not shown again.
    """
    rule = rules[finding.rule_id]
    severity = style.paint(finding.severity, finding.severity)
    label = places.label(finding.article_id, finding.start)
    opening = f"{label}  {finding.severity} {rule.rule_id} {printable(rule.name)}"
    painted = f"{label}  {severity} {rule.rule_id} {style.paint(printable(rule.name), 'strong')}"
    message = printable(finding.message)
    evidence = places.excerpt(finding.article_id, finding.start, finding.end, style.width - _GUTTER)
    if cells(opening) + cells(message) + 4 <= style.width:
        yield f"  {painted}: {message}"
    else:
        yield f"  {painted}"
        yield from _wrapped(message, "    ", style.width)
    if finding.start < finding.end and not (evidence.alone and evidence.marked in message):
        yield from _evidence(evidence, style)
    for span in finding.related[:_RELATED_SHOWN]:
        yield from _related(span, finding, places, style)
    if len(finding.related) > _RELATED_SHOWN:
        yield f"    and {counted(len(finding.related) - _RELATED_SHOWN, 'more place')}"


def _body(report: Report, style: Style) -> Iterator[str]:
    """Everything above the summary, each part ended by an empty line."""
    findings: dict[str, list[Finding]] = defaultdict(list)
    passed_over: dict[str, Counter[str]] = defaultdict(Counter)
    for finding in frames.rows(report.findings, Finding):
        if finding.accepted is None:
            findings[finding.article_id].append(finding)
        else:
            passed_over[finding.article_id][finding.accepted] += 1
    places = Places.of(report.articles, report.archive)
    ordered = sorted(frames.rows(report.articles, Article), key=reading_order)
    found = [article for article in ordered if article.article_id in findings]
    clean = [article for article in ordered if article.article_id not in findings]
    first: dict[str, Finding] = {}
    for article in found:
        for finding in findings[article.article_id]:
            first.setdefault(finding.rule_id, finding)
    rules = {rule.rule_id: rule for rule in report.rules}
    scores = {score.article_id: score for score in frames.rows(report.scores, Score)}
    shared = {reuse.article_id: reuse for reuse in frames.rows(report.reuse, Reuse)}
    view = View(places, style, rules, scores, shared, first, passed_over)
    for article in found:
        yield from _article(article, findings[article.article_id], view)
    yield from _clean(clean, view)
    yield from remainder(report)


def _article(article: Article, findings: list[Finding], view: View) -> Iterator[str]:
    style, score = view.style, view.scores[article.article_id]
    yield f"{style.paint(heading(article), 'strong')}  {ranged(score)}"
    about = [printable(value) for value in (article.title, article.outlet, article.date) if value]
    if about:
        yield head(" · ".join(about), style.width)
    if shared := _shared(view.reuse[article.article_id]):
        yield shared
    if passed_over := told(view.accepted.get(article.article_id, Counter())):
        yield passed_over
    for finding in findings:
        yield ""
        yield from finding_lines(finding, view.places, view.rules, style)
        if view.first[finding.rule_id] is finding:
            yield from _advice(view.rules[finding.rule_id], style)
    if score.score != 100:
        yield ""
        yield from ledger(score, style)
    yield ""


def _shared(reuse: Reuse) -> str:
    """How much of the article also stands elsewhere, in a few words; empty when nothing does."""
    if not reuse.shared or not reuse.shared_articles:
        return ""
    where = f"{reuse.shared:.0%} also in {counted(reuse.shared_articles, 'other article')}"
    if reuse.shared_prose is None:
        return f"{where}, all of it quotations or boilerplate"
    return f"{where}, {reuse.shared_prose:.0%} outside quotations and boilerplate"


def heading(article: Article) -> str:
    """The article's file, with the line and the id where they say more; safe to print."""
    return called(article.article_id, article.path, article.line, article.embedded)


def called(article_id: str, path: str, line: int, embedded: bool) -> str:
    """As `heading`, from the fields of an article."""
    place = f"{path}:{line}" if embedded else path
    named = article_id in (path, place)
    return printable(place if named else f"{place}  {article_id}")


def _evidence(piece: Excerpt, style: Style) -> Iterator[str]:
    """The line the span stands in; without colours a second line marks the span."""
    first, *more = fold(piece.before + piece.marked + piece.after, style.width - _GUTTER)
    if not piece.alone:
        first = f"{piece.before}{style.paint(piece.marked, 'mark')}{piece.after}"
    yield f"{piece.number:>8} | {first}"
    yield from (f"{'| ':>{_GUTTER}}{line}" for line in more)
    if not style.color and not piece.alone:
        underline = "^" * max(1, cells(piece.marked))
        yield f"{'| ':>{_GUTTER}}{' ' * cells(piece.before)}{underline}"


def _related(span: Span, finding: Finding, places: Places, style: Style) -> Iterator[str]:
    """Another place of a finding; a long text that is the first one's is not shown again."""
    piece = places.excerpt(span.article_id, span.start, span.end, style.width - _GUTTER)
    first = places.evidence(finding.article_id, finding.start, finding.end)
    same = len(first) > style.width and first == places.evidence(
        span.article_id, span.start, span.end
    )
    told = ", ".join(filter(None, (printable(span.note), "the same words" if same else "")))
    label = places.label(span.article_id, span.start)
    yield from _wrapped(f"{label}  {told}".rstrip(), "    ", style.width)
    if not same:
        yield from _evidence(piece, style)


def _advice(rule: Rule, style: Style) -> Iterator[str]:
    """Why and what to do, one line each; `explain` has the full text."""
    for word, text in (("why", rule.why), ("fix", rule.fix)):
        yield style.paint(f"    {word}: {_gist(printable(text), style.width - 9)}", "faint")


def _gist(text: str, room: int) -> str:
    """The sentences from the first on that fit into `room` cells, or the first one cut."""
    ends = [end for _, end in sentence_spans(text) if cells(text[:end]) <= room]
    return text[: ends[-1]] if ends else head(text, room)


def _wrapped(text: str, indent: str, width: int) -> list[str]:
    return [indent + line for line in fold(text, width - len(indent))]


def _clean(articles: list[Article], view: View) -> Iterator[str]:
    if not articles:
        return
    yield view.style.paint("nothing found in", "strong")
    for article in articles:
        score = view.scores[article.article_id]
        accepted_here = told(view.accepted.get(article.article_id, Counter()))
        words = (
            *(heading(article), accepted_here),
            *(printable(score.reason or ""), printable(article.title or "")),
        )
        line = "  ".join([f"  {ranged(score):<11}", *filter(None, words)])
        yield head(line, view.style.width)
    yield ""


def _not_judged(report: Report) -> Iterator[str]:
    """Every check that could not look or had nothing to look at: the reason, how many articles."""
    could_not = report.outcomes.filter(pl.col("status").is_in(_COULD_NOT_LOOK))
    counts = could_not.group_by("check", reason=pl.coalesce("reason", "status")).len()
    everywhere = len(report.articles)
    told = [
        (check, f"{reason} ({_where(number, everywhere)})")
        for check, reason, number in counts.sort("check", "reason").collect().iter_rows()
    ]
    return _section("not judged", told)


def _where(number: int, everywhere: int) -> str:
    if number == everywhere:
        return "every article" if number > 1 else "the article"
    return f"{number:,} of {everywhere:,} articles"


def _section(title: str, entries: list[tuple[str, str]]) -> Iterator[str]:
    if not entries:
        return
    yield title
    for name, text in entries:
        yield f"  {printable(name)}: {printable(text)}" if name else f"  {printable(text)}"
    yield ""
