"""The findings of a report as Markdown: by article, the worst first, within so many bytes."""

import dataclasses
from collections.abc import Iterator

import polars as pl

from provenance import frames
from provenance.model import Report, Score, Severity
from provenance.reporters.inert import code, prose
from provenance.reporters.labels import counted
from provenance.reporters.ledger import ranged
from provenance.reporters.located import Located, located
from provenance.reporters.places import Places
from provenance.reporters.text import heading

# Articles and findings of one article at most: more than these have room for, and few enough that
# a million findings cost nothing.
_ARTICLES, _OF_ONE = 600, 20
_NAME, _MESSAGE, _LINE = 80, 300, 100  # cells
_RELATED = 3
_ICONS = {Severity.ERROR: "🛑", Severity.WARNING: "⚠️", Severity.INFO: "🔹"}
_LAST = 200  # bytes for saying what is left out


def findings(report: Report, counting: pl.DataFrame, room: int) -> str:
    """The findings in `counting`, a frame of `Finding`, in at most `room` bytes of UTF-8.

    Of articles in the same standing those come first that are read first. What there is no room
    for is counted in the last line.
    """
    if counting.is_empty():
        return ""
    worst = _worst_first(report, counting)
    page = ["### Findings, the worst articles first\n"]
    room -= len(page[0]) + _LAST
    shown = 0
    for block, number in _blocks(report, counting, worst):
        room -= len(block.encode())
        if room < 0:
            break
        page.append(block)
        shown += number
    if hidden := len(counting) - shown:
        page.append(f"\n{counted(hidden, 'more finding')}: for these ask for another format.\n")
    return "".join([*page, "\n"])


def _worst_first(report: Report, counting: pl.DataFrame) -> pl.DataFrame:
    """Id and numbers of findings of each article: the most errors first, then warnings, then info.

    Columns: `article_id`, and one for each severity.
    """
    numbers = [(pl.col("severity") == each).sum().alias(each) for each in Severity]
    table = counting.group_by("article_id").agg(numbers)
    table = table.join(report.articles.select("article_id", "path", "line"), on="article_id")
    down = [True] * len(Severity) + [False] * 3
    table = table.sort(*Severity, "path", "line", "article_id", descending=down)
    return table.select("article_id", *Severity).head(_ARTICLES)


def _blocks(
    report: Report, counting: pl.DataFrame, worst: pl.DataFrame
) -> Iterator[tuple[str, int]]:
    """The parts that the page is made of, each with the number of findings it shows."""
    few = _first_of_each(counting, worst)
    ids = pl.concat([few["article_id"], few["related"].explode().struct["article_id"]])
    known = pl.col("article_id").is_in(ids.implode())
    small = dataclasses.replace(
        report,
        findings=few,
        articles=report.articles.filter(known),
        archive=report.archive.filter(known),
    )
    places = Places.of(small.articles, small.archive)
    scores = report.scores.join(worst, on="article_id", how="semi")
    scored = {score.article_id: score for score in frames.rows(scores, Score)}
    found: dict[str, list[Located]] = {}
    for each in located(small, places):
        found.setdefault(each.article.article_id, []).append(each)
    for article_id, *numbers in worst.iter_rows():
        own = found[article_id]
        first, *others = own
        head = _heading(first, scored[article_id], numbers)
        yield head + _finding(first, places), 1
        yield from ((_finding(each, places), 1) for each in others)
        if hidden := sum(numbers) - len(own):
            yield f"- and {counted(hidden, 'more finding')} in this article\n", 0


def _first_of_each(counting: pl.DataFrame, worst: pl.DataFrame) -> pl.DataFrame:
    """The most severe findings of the articles in `worst`, so many of each at most."""
    own = counting.join(worst, on="article_id", how="semi", maintain_order="left")
    rank = pl.col("severity").replace_strict({each: n for n, each in enumerate(Severity)})
    ranked = own.sort(rank, maintain_order=True)
    return ranked.group_by("article_id", maintain_order=True).head(_OF_ONE)


def _heading(first: Located, score: Score, numbers: list[int]) -> str:
    words = zip(("error", "warning", "info"), numbers, strict=True)
    told = ", ".join(counted(number, word) for word, number in words if number)
    title = f"{prose(first.article.title, _NAME)}\n\n" if first.article.title else ""
    name = code(heading(first.article), _NAME)
    return f"\n#### {name}: {told}, {prose(ranged(score), _NAME)}\n\n{title}"


def _finding(each: Located, places: Places) -> str:
    """One item of the list: what it says and where, the words in their line, where else to look."""
    finding, rule = each.finding, each.rule
    line, column = places.shown(finding.article_id, finding.start)
    name = prose(f"{rule.rule_id} {rule.name}", _NAME)
    icon, message = _ICONS[Severity(finding.severity)], prose(finding.message, _MESSAGE)
    told = f"- {icon} **{finding.severity}** {name}, {line}:{column}: {message}\n"
    piece = places.excerpt(finding.article_id, finding.start, finding.end, _LINE)
    if finding.start < finding.end and not (piece.alone and piece.marked in finding.message):
        parts = (piece.before, ""), (piece.marked, "**"), (piece.after, "")
        cut = [f"{bold}{code(part.strip(), _LINE)}{bold}" for part, bold in parts if part.strip()]
        told += f"  - {' '.join(cut)}\n"
    return told + _related(each, places)


def _related(each: Located, places: Places) -> str:
    spans = each.finding.related
    if not spans:
        return ""
    shown = [code(places.label(span.article_id, span.start), _NAME) for span in spans[:_RELATED]]
    hidden = len(spans) - len(shown)
    more = f" and {counted(hidden, 'more place')}" if hidden else ""
    return f"  - with {', '.join(shown)}{more}\n"
