"""One article's chain, for people: where it came from, who stands behind it, what others say too.

In: a `Chain` and its report. Out: a page in UTF-8, trees of
lines, or JSON for programs. All that came from outside goes through `printable`.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict
from typing import Any

from provenance.lineage.chain import Chain, Member, Shared, Source
from provenance.model import Channel, LineageReason, Mention, Report, SourceKind
from provenance.reporters.cells import cells, fold
from provenance.reporters.json import as_document
from provenance.reporters.labels import counted, field, hanging, not_read
from provenance.reporters.palette import Style
from provenance.reporters.places import Places
from provenance.reporters.safe import printable
from provenance.reporters.sourcing import independent
from provenance.reporters.text import heading

SCHEMA = "provenance/trace"
SCHEMA_VERSION = "1.3"
# Rows of one tree that are shown; a lineage of a thousand reprints is no page.
_SHOWN = 12
# In front of a row, and of its further lines.
_BRANCH, _LAST = ("├─ ", "│    "), ("└─ ", "     ")
_REASONS = {
    LineageReason.COPY: "shares most of its prose with {}",
    LineageReason.CREDIT: "credits {}",
    LineageReason.VIA: "has most of what it attributes through {}",
    LineageReason.OWN: "nothing shows that it came from another article",
}
_OTHERS = {
    LineageReason.COPY: "no credit",
    LineageReason.CREDIT: "credits {}",
    LineageReason.VIA: "mostly through {}",
}
_CHANNELS = {
    Channel.EVENT: "said before several",
    Channel.OUTLET: "",
    Channel.WRITING: "in writing",
    Channel.SPEECH: "",
}
_KINDS = {
    SourceKind.NAMED: "named",
    SourceKind.ROLE: "by role, without a name",
    SourceKind.ORGANISATION: "organisation",
    SourceKind.DOCUMENT: "document",
    SourceKind.COLLECTIVE: "several, without names",
    SourceKind.ANONYMOUS: "anonymous",
    SourceKind.AGENTLESS: "“it is believed” and the like",
    SourceKind.OUTLET: "outlet",
    SourceKind.AGENCY: "news agency",
    SourceKind.UNTOLD: "who that is could not be told",
}
# Behind all others: they name nobody.
_NOBODY = (SourceKind.AGENTLESS, SourceKind.UNTOLD)
# A name in the article's own writing is shown up to so many characters.
_NAME = 60
# Columns are lined up while all of them fit into this part of the line.
_LINED_UP = 0.6


def page(chain: Chain, report: Report, style: Style) -> bytes:
    """The chain behind an article of `report` as trees of lines, in UTF-8."""
    places = Places.of(report.articles, report.archive)
    lines = [style.paint(heading(chain.article), "strong")]
    for name in ("title", "outlet", "date"):
        lines += field(name, getattr(chain.article, name) or "not known", style)
    lines += ["", style.paint("where it came from", "strong"), *_origin(chain, places, style)]
    lines += ["", style.paint("who stands behind it", "strong")]
    known = sorted(chain.sources, key=lambda each: each.kind in _NOBODY)
    lines += _tree([_source(each, chain, places) for each in known], style)
    lines += [] if chain.sources else ["  nobody is told"]
    lines += ["", style.paint("what others say too", "strong")]
    lines += _claims(chain, places, style)
    lines += not_read(report)
    return "\n".join([*lines, ""]).encode()


def document(chain: Chain, report: Report, style: Style) -> bytes:  # noqa: ARG001  (as `page`)
    """The same for programs; `docs/wire-schema.md` describes the fields."""
    places = Places.of(report.articles, report.archive)
    article = asdict(chain.article)
    del article["text"]
    return as_document(
        {
            "schema": SCHEMA,
            "schema_version": SCHEMA_VERSION,
            "version": report.version,
            "settings_digest": report.settings_digest,
            "article": article,
            "lineage": asdict(chain.lineage),
            "members": [asdict(each.row) | _member_fields(each) for each in chain.members],
            "credits": [_placed(asdict(each), places) for each in chain.credits],
            "sources": [
                _placed({"article_id": chain.article.article_id} | asdict(each), places)
                for each in chain.sources
            ],
            "claims": [
                asdict(each.claim)
                | {"mentions": [_placed(asdict(row), places) for row in each.mentions]}
                for each in chain.claims
            ],
            "unread": [asdict(item) for item in report.unread],
        }
    )


PAGES: dict[str, Callable[[Chain, Report, Style], bytes]] = {"text": page, "json": document}


def _origin(chain: Chain, places: Places, style: Style) -> Iterator[str]:
    """Why it stands in its lineage, the articles of that, and what it credits."""
    yield from hanging("  ", _because(chain), style)
    yield from (line for name, many in chain.through for line in _part(name, many, chain, style))
    own = chain.article.article_id
    for credit in chain.credits:
        line, column = places.shown(own, credit.start)
        told = f"{credit.kind} credit at {line}:{column}: {credit.source} ({credit.form})"
        yield from hanging("  ", told, style)
    certain = [each for each in chain.members if each.certain]
    if len(certain) > 1:
        yield f"  {counted(len(certain), 'article')}, one report"
        yield from _members(certain, chain, style)
    if likely := [each for each in chain.members if not each.certain]:
        told = "may be of the same report: shared prose, or one agency or outlet behind them"
        yield from hanging("  ", told, style)
        yield from _members(likely, chain, style)


def _because(chain: Chain) -> str:
    reason = _REASONS[LineageReason(chain.lineage.reason)].format(chain.lineage.through)
    firsts = {each.row.article_id for each in chain.members if each.first}
    if chain.article.article_id in firsts:
        return reason + "; of its report it ran first"
    return reason + (", which ran first" if chain.lineage.through in firsts else "")


def _part(name: str, many: int, chain: Chain, style: Style) -> list[str]:
    """How much of an article came through an outlet, where that is not all that is told of it."""
    if chain.lineage.reason in (LineageReason.CREDIT, LineageReason.COPY):
        return []
    every = sum(each.statements for each in chain.sources)
    return hanging("  ", f"{many} of {counted(every, 'statement')} came through {name}", style)


def _members(members: Sequence[Member], chain: Chain, style: Style) -> Iterator[str]:
    """The articles as a tree in columns, the traced one always among those shown."""
    own = chain.article.article_id
    shown = list(members[:_SHOWN])
    here = next((each for each in members[_SHOWN:] if each.row.article_id == own), None)
    if here:
        shown[-1] = here
    rows = [_member(each, chain) for each in shown]
    yield from _tree(_lined_up(rows, style), style, hidden=len(members) - len(shown))


def _member(member: Member, chain: Chain) -> list[str]:
    """Its id, outlet and date, and what is to be said of it besides."""
    row, lineage, own = member.row, chain.lineage, chain.article.article_id
    told = _OTHERS.get(LineageReason(row.reason), "").format(row.through)
    known = told == _OTHERS.get(LineageReason(lineage.reason), "").format(lineage.through)
    notes = [
        "this article" if row.article_id == own else "",
        "ran first" if member.first else "",
        "" if known else told,
    ]
    return [row.article_id, member.outlet or "", member.date or "", _joined(notes, ", ")]


def _lined_up(rows: Sequence[Sequence[str]], style: Style) -> list[str]:
    """Rows of cells as lines; in columns where these leave room for the last."""
    safe = [[printable(cell) for cell in row] for row in rows]
    widths = [max(map(cells, column)) for column in zip(*safe, strict=True)][:-1]
    if sum(widths) > _LINED_UP * style.width:
        return [_joined(row, "  ") for row in safe]
    return [
        "  ".join(
            [
                cell + " " * (width - cells(cell))
                for cell, width in zip(row, widths, strict=False)
                if width
            ]
            + [row[-1]]
        ).rstrip()
        for row in safe
    ]


def _source(source: Source, chain: Chain, places: Places) -> str:
    line, column = places.shown(chain.article.article_id, source.start)
    many = {"statement": source.statements, "quotation": source.quotations}
    counts = [counted(number, noun) for noun, number in many.items() if number]
    told = [
        _KINDS[SourceKind(source.kind)],
        f"{' and '.join(counts)}, from {line}:{column}",
        *(f"via {each}" for each in source.via),
        *(_CHANNELS[Channel(each)] for each in source.channels),
    ]
    if source.explained is not None:
        told.append("says why it is not named" if source.explained else "no reason told")
    return f"{_joined([_called(source, chain), source.role or ''], ', ')}: {_joined(told, '; ')}"


def _called(source: Source, chain: Chain) -> str:
    """The name of a source; one that has none of its own as the article writes it."""
    written = " ".join(chain.article.text[source.start : source.end][:_NAME].split())
    if source.kind == SourceKind.AGENTLESS:
        return "nobody"
    if source.name is None:
        return f"“{written}”"
    at = written.casefold().find(source.name.casefold())
    return written[at : at + len(source.name)] if at >= 0 else source.name


def _joined(parts: Iterable[str], between: str) -> str:
    """The parts that say something."""
    return between.join(filter(None, parts))


def _claims(chain: Chain, places: Places, style: Style) -> Iterator[str]:
    """The claims of several reports, and how many stand in copies of this one alone."""
    several = [each for each in chain.claims if each.claim.lineages > 1]
    for shared in several:
        yield from _claim(shared, chain, places, style)
    if copied := len(chain.claims) - len(several):
        told = f"{copied:,} of its quotations and figures: only in articles of this same report"
        yield from hanging("  ", told, style)
    if not chain.claims:
        told = "no quotation and no figure of it stands in another article"
        yield from hanging("  ", told, style)


def _claim(shared: Shared, chain: Chain, places: Places, style: Style) -> Iterator[str]:
    claim = shared.claim
    many = f"{counted(claim.articles, 'article')}, {counted(claim.lineages, 'report')}"
    yield from hanging("  ", claim.label, style)
    yield from hanging("    ", f"{many}, independent sources: {independent(claim)}", style)
    yield from hanging("    ", f"Admiralty item {claim.item}: {claim.reason}", style)
    rows = _one_of_each(shared.mentions)
    told = [_mention(row, chain, places) for row in rows[:_SHOWN]]
    yield from _tree(told, style, indent="    ", hidden=len(rows) - len(told))


def _one_of_each(mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, one of each report before all others; the article's own come first."""
    seen: set[str] = set()
    first, later = list[Mention](), list[Mention]()
    for row in mentions:
        (later if row.lineage_id in seen else first).append(row)
        seen.add(row.lineage_id)
    return first + later


def _mention(row: Mention, chain: Chain, places: Places) -> str:
    here = row.article_id == chain.article.article_id
    line, column = places.shown(row.article_id, row.start)
    place = f"{line}:{column} here" if here else places.label(row.article_id, row.start)
    outlet = None if here else places.articles[row.article_id].outlet
    source = f"{row.primary} ({row.primary_kind})" if row.primary else "no source told"
    via = f"via {row.via}" if row.via else ""
    return _joined([place, outlet or "", _joined([source, via], " ")], "  ")


def _tree(rows: Sequence[str], style: Style, indent: str = "  ", hidden: int = 0) -> Iterator[str]:
    """The rows as the branches of a tree, each on as many lines as it needs.

    Of many only the first are shown; `hidden` ones were left out before.
    """
    shown = list(rows[:_SHOWN])
    if hidden := hidden + len(rows) - len(shown):
        shown.append(f"and {hidden:,} more")
    for place, row in enumerate(shown, start=1):
        lead, under = _LAST if place == len(shown) else _BRANCH
        first, *more = fold(printable(row), max(1, style.width - len(indent + under)))
        yield indent + lead + first
        yield from (indent + under + line for line in more)


def _member_fields(member: Member) -> dict[str, Any]:
    return {
        "outlet": member.outlet,
        "date": member.date,
        "certain": member.certain,
        "first": member.first,
    }


def _placed(fields: dict[str, Any], places: Places) -> dict[str, Any]:
    """The fields of a row that has a span, with the span's line, column and text."""
    line, column = places.position(fields["article_id"], fields["start"])
    evidence = places.evidence(fields["article_id"], fields["start"], fields["end"])
    return fields | {"line": line, "column": column, "evidence": evidence}
