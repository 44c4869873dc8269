"""One article's chain, for people: where it came from, who stands behind it, what others say too.

In: a `Chain` and its report. Out: a page in UTF-8, trees of
lines, or JSON for programs. All that came from outside goes through `printable`.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict
from typing import Any

from provenance.lineage.chain import Chain, Member, Shared, Source
from provenance.model import Channel, Claim, LineageReason, Mention, Report
from provenance.reporters.cells import fold, head
from provenance.reporters.json import as_document
from provenance.reporters.labels import counted, field
from provenance.reporters.palette import Style
from provenance.reporters.places import Places
from provenance.reporters.safe import printable
from provenance.reporters.text import heading

SCHEMA = "provenance/trace"
SCHEMA_VERSION = "1.0"
# Rows of one tree that are shown; a lineage of a thousand reprints is no page.
_SHOWN = 12
# In front of a row, and of its further lines.
_BRANCH, _LAST = ("├─ ", "│    "), ("└─ ", "     ")
_REASONS = {
    LineageReason.COPY: "shares most of its prose with {}",
    LineageReason.CREDIT: "credits {}",
    LineageReason.VIA: "says most of it through {}",
    LineageReason.OWN: "nothing shows that it came from another article",
}
_CHANNELS = {
    Channel.EVENT: "said before several",
    Channel.OUTLET: "through an outlet",
    Channel.WRITING: "in writing",
    Channel.SPEECH: "",
}


def page(chain: Chain, report: Report, style: Style) -> bytes:
    """The chain behind an article of `report` as trees of lines, in UTF-8."""
    places = Places.of(report.articles, report.archive)
    lines = [style.paint(heading(chain.article), "strong")]
    for name in ("title", "outlet", "date"):
        lines += field(name, getattr(chain.article, name) or "not known", style)
    lines += ["", style.paint("where it came from", "strong"), *_origin(chain, places, style)]
    lines += ["", style.paint("who stands behind it", "strong")]
    lines += _tree([_source(each, chain, places) for each in chain.sources], style)
    lines += [] if chain.sources else ["  nobody is told"]
    lines += ["", style.paint("what others say too", "strong")]
    lines += _claims(chain, places, style)
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
        }
    )


PAGES: dict[str, Callable[[Chain, Report, Style], bytes]] = {"text": page, "json": document}


def independent(claim: Claim) -> str:
    """How many independent sources: `1`, or `1 (1-2)` where that is not certain."""
    if claim.fewest == claim.most:
        return str(claim.fewest)
    return f"{claim.fewest} ({claim.fewest}-{claim.most})"


def _origin(chain: Chain, places: Places, style: Style) -> Iterator[str]:
    """Why it stands in its lineage, the articles of that, and what it credits."""
    reason = _REASONS[LineageReason(chain.lineage.reason)].format(chain.lineage.through)
    yield head(f"  {printable(reason)}", style.width)
    own = chain.article.article_id
    certain = [each for each in chain.members if each.certain]
    if len(certain) > 1:
        yield f"  {counted(len(certain), 'article')}, one report"
        yield from _tree([_member(each, own) for each in certain], style)
    if likely := [each for each in chain.members if not each.certain]:
        yield "  may be of the same report: shared prose, or one agency behind them"
        yield from _tree([_member(each, own) for each in likely], style)
    for credit in chain.credits:
        line, column = places.shown(own, credit.start)
        told = f"  credits {credit.source} ({credit.kind}, {credit.form}) at {line}:{column}"
        yield head(printable(told), style.width)


def _member(member: Member, own: str) -> str:
    row = member.row
    reason = {LineageReason.COPY: "copy of {}", LineageReason.CREDIT: "credits {}"}
    told = [
        row.article_id,
        member.outlet,
        member.date,
        "this article" if row.article_id == own else None,
        "ran first" if member.first else None,
        reason.get(LineageReason(row.reason), "").format(row.through),
    ]
    return "  ".join(filter(None, told))


def _source(source: Source, chain: Chain, places: Places) -> str:
    line, column = places.shown(chain.article.article_id, source.start)
    many = {"statement": source.statements, "quotation": source.quotations}
    told = [
        source.kind,
        *(counted(number, noun) for noun, number in many.items() if number),
        f"from {line}:{column}",
        *(f"via {each}" for each in source.via),
    ]
    more = [_CHANNELS[Channel(each)] for each in source.channels]
    if source.explained is not None:
        more.append("says why it is not named" if source.explained else "no reason told")
    if source.role:
        more.append(source.role)
    return f"{source.name or 'nobody told'} ({', '.join(told)}){_led(more)}"


def _led(parts: Iterable[str]) -> str:
    """The parts that say something, behind a colon; nothing when none does."""
    told = "; ".join(filter(None, parts))
    return f": {told}" if told else ""


def _claims(chain: Chain, places: Places, style: Style) -> Iterator[str]:
    """The claims of several reports, and how many stand in copies of this one alone."""
    several = [each for each in chain.claims if each.claim.lineages > 1]
    for shared in several:
        yield from _claim(shared, chain, places, style)
    if copied := len(chain.claims) - len(several):
        yield f"  {counted(copied, 'claim')} shared with copies of this report alone"
    if not chain.claims:
        yield "  no quotation and no figure of it stands in another article"


def _claim(shared: Shared, chain: Chain, places: Places, style: Style) -> Iterator[str]:
    claim = shared.claim
    many = f"{counted(claim.articles, 'article')}, {counted(claim.lineages, 'report')}"
    yield head(f"  {printable(claim.label)}", style.width)
    yield f"    {many}, independent sources: {independent(claim)}"
    yield head(f"    Admiralty item {claim.item}: {printable(claim.reason)}", style.width)
    rows = [_mention(row, chain, places) for row in shared.mentions]
    yield from _tree(rows, style, indent="    ")


def _mention(row: Mention, chain: Chain, places: Places) -> str:
    here = row.article_id == chain.article.article_id
    line, column = places.shown(row.article_id, row.start)
    place = f"{line}:{column} here" if here else places.label(row.article_id, row.start)
    source = f"{row.primary} ({row.primary_kind})" if row.primary else "no source told"
    via = f" via {row.via}" if row.via else ""
    return f"{place}  {source}{via}"


def _tree(rows: Sequence[str], style: Style, indent: str = "  ") -> Iterator[str]:
    """The rows as the branches of a tree, each on as many lines as it needs; of many the first."""
    shown = list(rows[:_SHOWN])
    if len(rows) > _SHOWN:
        shown.append(f"and {len(rows) - _SHOWN:,} more")
    for place, row in enumerate(shown, start=1):
        lead, under = _LAST if place == len(shown) else _BRANCH
        first, *more = fold(printable(row), style.width - len(indent + under))
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
