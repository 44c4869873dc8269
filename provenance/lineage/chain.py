"""What stands behind one article: its lineage, its sources and the claims it shares.

In: the frames of a finished run and an article's id. Out: a `Chain`, rows to be
shown. It finds nothing new; it only picks out and counts.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import polars as pl

from provenance import frames
from provenance.lineage.statements import through
from provenance.model import (
    Article,
    Attribution,
    Claim,
    Credit,
    CreditSubject,
    Lineage,
    Mention,
    Person,
    Quote,
    Report,
)
from provenance.reuse.order import first
from provenance.reuse.surroundings import names

Named = tuple[str, str | None]  # kind and name


@dataclass(frozen=True, slots=True)
class Member:
    """An article of the same lineage.

    Attributes:
        row: Its place there.
        outlet, date: As in `Article`.
        certain: Whether it belongs there for certain.
        first: Whether it demonstrably ran before all others that do.
    """

    row: Lineage
    outlet: str | None
    date: str | None
    certain: bool
    first: bool


@dataclass(frozen=True, slots=True)
class Source:
    """A source of the article, with all statements that stand on it.

    Attributes:
        name, kind: As `Attribution.source` and `kind`.
        role: What the article says the person is; null when it does not.
        channels, via: Every one of its statements, each once, in order of the alphabet.
        statements: How many there are in the writer's words.
        quotations: How many times its own words are quoted.
        explained: Whether it is said of an anonymous source why it is not named; null for others.
        start, end: The first of the places that name it.
    """

    name: str | None
    kind: str
    role: str | None
    channels: tuple[str, ...]
    via: tuple[str, ...]
    statements: int
    quotations: int
    explained: bool | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Shared:
    """A claim that the article makes with others, and every place of it, its own first."""

    claim: Claim
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Chain:
    """What stands behind one article.

    Attributes:
        article: The article.
        lineage: Its place in its lineage.
        members: All articles of its lineage, the certain ones first, then by date; itself among
            them.
        credits: What it credits for itself, in order.
        through: The outlets and agencies through which its statements came, each with how many,
            those with most first.
        sources: Who stands behind it, those with most words first.
        claims: What it says that others say too, in its order.
    """

    article: Article
    lineage: Lineage
    members: tuple[Member, ...]
    credits: tuple[Credit, ...]
    through: tuple[tuple[str, int], ...]
    sources: tuple[Source, ...]
    claims: tuple[Shared, ...]


def chain(report: Report, article: Article) -> Chain:
    """What stands behind `article`, which is one of the report's. Linear in the report."""
    own = pl.col("article_id") == article.article_id
    lineage = next(frames.rows(report.lineages.filter(own), Lineage))
    credited = report.credits.filter(own, pl.col("subject") == CreditSubject.ARTICLE)
    return Chain(
        article,
        lineage,
        _members(report, lineage),
        tuple(frames.rows(credited, Credit)),
        _through(report, own, article.outlet),
        _sources(report, own),
        tuple(_shared(report, article)),
    )


def _members(report: Report, lineage: Lineage) -> tuple[Member, ...]:
    known = pl.concat([report.articles, report.archive]).select("article_id", "outlet", "date")
    about = {key: (outlet, date) for key, outlet, date in known.iter_rows()}
    wide = report.lineages.filter(pl.col("wide_id") == lineage.wide_id)
    rows = list(frames.rows(wide, Lineage))
    certain = {row.article_id for row in rows if row.lineage_id == lineage.lineage_id}
    earliest = first((key, about[key][1]) for key in certain)
    members = [
        Member(row, *about[key], key in certain, len(certain) > 1 and key == earliest)
        for row in rows
        for key in [row.article_id]
    ]
    return tuple(sorted(members, key=_by_date))


def _by_date(member: Member) -> tuple[bool, bool, bool, str, str]:
    date = member.date
    return not member.certain, not member.first, date is None, date or "", member.row.article_id


def _through(report: Report, own: pl.Expr, outlet: str | None) -> tuple[tuple[str, int], ...]:
    """How many of an article's statements came through each outlet or agency, its own left out."""
    rows = report.attributions.filter(own)
    counts = rows.with_columns(through=through()).drop_nulls("through").group_by("through").len()
    found = counts.sort(-pl.col("len").cast(pl.Int64), "through").collect().rows()
    return tuple((name, many) for name, many in found if not names(name, outlet))


def _sources(report: Report, own: pl.Expr) -> tuple[Source, ...]:
    """Everybody whose word stands in the article, as a statement, a quotation or both."""
    roles = {row.name: row.role for row in frames.rows(report.people.filter(own), Person)}
    stated: dict[Named, list[Attribution]] = defaultdict(list)
    quoted: dict[Named, list[Quote]] = defaultdict(list)
    for row in frames.rows(report.attributions.filter(own), Attribution):
        stated[row.kind, row.source].append(row)
    spoken = report.quotes.filter(own, pl.col("speaker").is_not_null())
    for quote in frames.rows(spoken, Quote):
        quoted[quote.speaker_kind or "", quote.speaker].append(quote)
    found = [
        _source(named, stated.get(named, ()), quoted.get(named, ()), roles.get(named[1] or ""))
        for named in {**stated, **quoted}
    ]
    return tuple(sorted(found, key=lambda each: (-each.statements - each.quotations, each.start)))


def _source(
    named: Named, stated: Sequence[Attribution], quoted: Sequence[Quote], role: str | None
) -> Source:
    places = [_place(row, row.source_start, row.source_end) for row in stated]
    places += [_place(row, row.speaker_start, row.speaker_end) for row in quoted]
    told = [row.explained for row in stated if row.explained is not None]
    return Source(
        name=named[1],
        kind=named[0],
        role=role,
        channels=tuple(sorted({row.channel for row in stated})),
        via=tuple(sorted({row.via for row in stated if row.via})),
        statements=len(stated),
        quotations=len({row.utterance for row in quoted}),
        explained=any(told) if told else None,
        start=min(places)[0],
        end=min(places)[1],
    )


def _place(row: Attribution | Quote, start: int | None, end: int | None) -> tuple[int, int]:
    """The words that name a source, else the place that stands on it."""
    return (row.start, row.end) if start is None or end is None else (start, end)


def _shared(report: Report, article: Article) -> Iterator[Shared]:
    """The claims in the order in which the article makes them."""
    own = report.mentions.filter(pl.col("article_id") == article.article_id)
    order = own.sort("start", "claim_id")["claim_id"].unique(maintain_order=True).to_list()
    claimed = pl.col("claim_id").is_in(order)
    claims = {row.claim_id: row for row in frames.rows(report.claims.filter(claimed), Claim)}
    mentions: dict[str, list[Mention]] = {claim_id: [] for claim_id in order}
    for row in frames.rows(report.mentions.filter(claimed), Mention):
        mentions[row.claim_id].append(row)
    for claim_id in order:
        places = sorted(mentions[claim_id], key=lambda row: row.article_id != article.article_id)
        yield Shared(claims[claim_id], tuple(places))
