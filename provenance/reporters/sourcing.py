"""Who says what, for people: a line or two under a report, and the list behind one article.

In: a report. Out: lines of text; all that came from outside goes through
`printable`. The whole chain behind one article is `reporters/trace.py`.
"""

from collections.abc import Iterator

import polars as pl

from provenance import frames
from provenance.model import Article, Attribution, Claim, Person, Quote, QuoteUse, Report
from provenance.reporters.cells import head
from provenance.reporters.labels import counted
from provenance.reporters.places import Places
from provenance.reporters.safe import printable

_SPOKEN = (QuoteUse.SPEECH, QuoteUse.PHRASE)


def totals(report: Report) -> list[str]:
    """How many statements and quotations have a source, and how many claims stand on one.

    No line for what the articles do not hold.
    """
    return [*_attributed(report), *_quoted(report), *_claimed(report)]


def behind(report: Report, article: Article, places: Places, width: int) -> Iterator[str]:
    """The people, quotations, sources and shared claims of one article, a line each.

    Each kind stands under a heading that says how many there are; no heading for none.
    """
    groups = {
        "people": _people(report, article, places, width),
        "quotations": _quotations(report, article, places, width),
        "statements and whose word they rest on": _sources(report, article, places, width),
        "said elsewhere too": _shared(report, article, places, width),
    }
    for name, rows in groups.items():
        if told := list(rows):
            yield from (f"  {name}: {len(told):,}", *told)


def _people(report: Report, article: Article, places: Places, width: int) -> Iterator[str]:
    own = pl.col("article_id") == article.article_id
    for person in frames.rows(report.people.filter(own), Person):
        told = ", ".join(filter(None, (person.title, person.role))) or "no role told"
        times = counted(len(person.mentions), "mention")
        yield _line(places, person, f"{person.name}: {told}; {times}", width)


def _quotations(report: Report, article: Article, places: Places, width: int) -> Iterator[str]:
    own = pl.col("article_id") == article.article_id
    for quote in frames.rows(report.quotes.filter(own), Quote):
        words = places.evidence(quote.article_id, quote.start, quote.end)
        speaker = f"{quote.speaker} ({quote.resolution})" if quote.speaker else quote.resolution
        yield _line(places, quote, f"{speaker}, {quote.use}: “{words}”", width)


def _sources(report: Report, article: Article, places: Places, width: int) -> Iterator[str]:
    own = pl.col("article_id") == article.article_id
    for source in frames.rows(report.attributions.filter(own), Attribution):
        via = f" via {source.via}" if source.via else ""
        evidence = places.evidence(source.article_id, source.start, source.end)
        told = f"{source.source or 'nobody told'} ({source.kind}{via}): {evidence}"
        yield _line(places, source, told, width)


def _shared(report: Report, article: Article, places: Places, width: int) -> Iterator[str]:
    for claim, start in _claims(report, article):
        many = independent(claim)
        told = f"{claim.label}: {counted(claim.articles, 'article')}, {many} independent"
        line, column = places.shown(article.article_id, start)
        yield head(f"    {f'{line}:{column}':<8} {printable(told)}", width)


def independent(claim: Claim) -> str:
    """How many independent sources: `1`, or `1 (1-2)` where that is not certain."""
    if claim.fewest == claim.most:
        return str(claim.fewest)
    return f"{claim.fewest} ({claim.fewest}-{claim.most})"


def _attributed(report: Report) -> list[str]:
    kinds = report.attributions.group_by("kind").len().collect()
    told = ", ".join(f"{many:,} {kind}" for kind, many in sorted(kinds.rows(), key=_most))
    every = counted(int(kinds["len"].sum()), "statement")
    return [f"attributed: {every} ({told})"] if len(kinds) else []


def _quoted(report: Report) -> list[str]:
    spoken = report.quotes.filter(pl.col("use").is_in(_SPOKEN))
    many, told = spoken.select(pl.len(), speaker=pl.col("speaker").count()).collect().row(0)
    return [f"quotations: {many:,}, of {told:,} the text tells the speaker"] if many else []


def _claimed(report: Report) -> list[str]:
    shared = report.claims.filter(pl.col("articles") > 1)
    single = len(shared.filter(pl.col("most") < 2))
    line = f"claims: {len(shared):,} in several articles, {single:,} of them on one source"
    return [line] if len(shared) else []


def _most(item: tuple[str, int]) -> tuple[int, str]:
    return -item[1], item[0]


def _claims(report: Report, article: Article) -> Iterator[tuple[Claim, int]]:
    """The claims that an article makes with others, each with its first place in it."""
    own = report.mentions.filter(pl.col("article_id") == article.article_id)
    first = dict(own.group_by("claim_id").agg(pl.col("start").min()).iter_rows())
    shared = pl.col("claim_id").is_in(list(first)) & (pl.col("articles") > 1)
    for claim in frames.rows(report.claims.filter(shared), Claim):
        yield claim, first[claim.claim_id]


def _line(places: Places, row: Person | Quote | Attribution, told: str, width: int) -> str:
    line, column = places.shown(row.article_id, row.start)
    return head(f"    {f'{line}:{column}':<8} {printable(told)}", width)
