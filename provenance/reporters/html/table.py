"""The table of articles: one row for each article that was judged.

Goes in: a `View`. Comes out: rows, the order in which an editor meets them, and
the columns in which the page's script reads them. Findings that are accepted
count nowhere here.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import polars as pl

from provenance.model import Article, Finding, Label, Score, Severity
from provenance.reporters.html.view import View
from provenance.reporters.html.words import SEVERITIES, family_name, is_quotation
from provenance.reporters.safe import printable
from provenance.reporters.text import called

# Longer titles, ids and names of outlets are cut in the table; an article's own page has them.
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Kind:
    """What findings are counted by.

    Attributes:
        quotation: Whether it rests on quoted words, which readers can set aside.
    """

    family: str
    severity: str
    quotation: bool


@dataclass(frozen=True, slots=True)
class Row:
    """An article in the table; texts are safe to show.

    Attributes:
        title: Its headline, or what else it is called.
        place: Its file and id; empty where these are the title.
        outlet, date: Empty when unknown.
        score: Null when it has none.
        words: Outside boilerplate.
        found: How many findings count, by kind.
        shared: Words of the longest passage that also stands in another article and is no
            boilerplate; 0 when none does. `shared_prose` likewise of those that are no quotation.
    """

    article_id: str
    anchor: str
    title: str
    place: str
    outlet: str
    date: str
    score: int | None
    grade: str
    words: int
    found: tuple[tuple[Kind, int], ...]
    shared: int
    shared_prose: int

    def count(self, severity: str) -> int:
        """How many findings of one severity count."""
        return sum(number for kind, number in self.found if kind.severity == severity)


def rows(view: View) -> list[Row]:
    """All rows in reading order. Linear in articles, findings and regions."""
    shared = _longest(view.report.regions, pl.lit(value=True))
    prose = _longest(view.report.regions, pl.col("label") != Label.QUOTATION)
    return [
        _row(
            article,
            view.anchors[article_id],
            view.scores[article_id],
            _found(view.findings.get(article_id, ())),
            (shared.get(article_id, 0), prose.get(article_id, 0)),
        )
        for article_id, article in view.articles.items()
    ]


def worst_first(table: Iterable[Row]) -> list[Row]:
    """Most errors first, then the lowest score, those without one last; else as they came.

    An error is what fails a gate, and a low score may come of many small things.
    """
    return sorted(table, key=_badness)


def columns(table: Sequence[Row]) -> dict[str, object]:
    """The rows as the page's script reads them: a list for each column.

    `found` has for each row numbers in pairs: a kind, and how many. A kind is
    `(family * 3 + severity) * 2 + quotation`, with places in `families` and in `SEVERITIES`.
    `outlet` is a place in `outlets`, and -1 where there is none, as is `score`.
    """
    families = sorted({kind.family for row in table for kind, _ in row.found})
    outlets = sorted({row.outlet for row in table if row.outlet})
    family_codes = {family: number for number, family in enumerate(families)}
    outlet_codes = {outlet: number for number, outlet in enumerate(outlets)} | {"": -1}
    return {
        "families": [[family, family_name(printable(family))] for family in families],
        "outlets": outlets,
        "title": [row.title for row in table],
        "place": [row.place for row in table],
        "outlet": [outlet_codes[row.outlet] for row in table],
        "date": [row.date for row in table],
        "score": [-1 if row.score is None else row.score for row in table],
        "grade": [row.grade for row in table],
        "words": [row.words for row in table],
        "found": [_coded(row.found, family_codes) for row in table],
        "shared": [row.shared for row in table],
        "sharedProse": [row.shared_prose for row in table],
    }


def _row(
    article: Article,
    anchor: str,
    score: Score,
    found: tuple[tuple[Kind, int], ...],
    shared: tuple[int, int],
) -> Row:
    place = called(article.article_id, article.path, article.line, article.embedded)
    title = _one_line(article.title or "")
    return Row(
        article_id=article.article_id,
        anchor=anchor,
        title=title or _cut(place),
        place=_cut(place) if title else "",
        outlet=_one_line(article.outlet or ""),
        date=_one_line(article.date or ""),
        score=score.score,
        grade=printable(score.grade),
        words=score.words,
        found=found,
        shared=shared[0],
        shared_prose=shared[1],
    )


def _one_line(text: str) -> str:
    return _cut(printable(" ".join(text[: 4 * _LONGEST].split())))


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _found(findings: Iterable[Finding]) -> tuple[tuple[Kind, int], ...]:
    counts = Counter(
        (finding.rule_id, finding.severity) for finding in findings if finding.accepted is None
    )
    kinds: Counter[tuple[str, str, bool]] = Counter()
    for (rule_id, severity), number in counts.items():
        kinds[rule_id[:3], severity, is_quotation(rule_id)] += number
    return tuple((Kind(*key), number) for key, number in sorted(kinds.items()))


def _longest(regions: pl.DataFrame, wanted: pl.Expr) -> dict[str, int]:
    """Words of the longest region that is wanted and no boilerplate, by article."""
    kept = regions.filter(wanted & (pl.col("label") != Label.BOILERPLATE))
    sides = [
        kept.select(article_id=pl.col(f"{side}_id"), words=pl.col(f"{side}_words"))
        for side in ("left", "right")
    ]
    longest = pl.concat(sides).group_by("article_id").agg(pl.col("words").max())
    return dict(longest.select("article_id", "words").iter_rows())


def _badness(row: Row) -> tuple[int, int]:
    return -row.count(Severity.ERROR), 101 if row.score is None else row.score


def _coded(found: Iterable[tuple[Kind, int]], families: dict[str, int]) -> list[int]:
    codes = []
    for kind, number in found:
        severity = [level.value for level in SEVERITIES].index(kind.severity)
        codes += [(families[kind.family] * 3 + severity) * 2 + kind.quotation, number]
    return codes
