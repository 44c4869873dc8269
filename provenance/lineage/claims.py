"""Claims of several articles, with how many independent sources stand behind each.

In: groups of places, one a claim, and the lineages of the articles. Out: rows
of `Claim` and `Mention`. A quotation has one speaker, whoever carries it: where
two are named, one quotes the other or a report is mistaken. For a figure,
sources are counted as pairs of a lineage and a source, of which no two may have
either in common: a maximum matching.
"""

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace

from provenance.lineage.admiralty import SEVERAL, rate
from provenance.lineage.primaries import count, fewest, heard, identity, most, people
from provenance.lineage.statements import Stated
from provenance.model import Channel, Claim, ClaimKind, Lineage, Mention

# How much of a claim its label shows, in characters: a line.
_LABEL = 80
# Behind a figure, what it counts: to the end of the clause.
_CLAUSE = re.compile(r"[^\r\n.;:!?,()“”\"]*(?:[.,](?=\d)[^\r\n.;:!?,()“”\"]*)*")
# Of a quotation, what stands in front of "she said".
_PART = re.compile(r"[^”\"]*")
_DAY = len("2024-05-03")

Places = Sequence[Stated]


def quotation(
    places: Places, texts: Mapping[str, str], lineages: Mapping[str, Lineage]
) -> tuple[Claim, list[Mention]]:
    """A quotation as a claim; `places` are where it stands, in order."""
    first = _PART.match(texts[places[0].article_id], places[0].start, places[0].end)
    words = _shown(first[0] if first else "").rstrip(",")
    several = people(places) > 1
    claim = _claim(ClaimKind.QUOTATION, f"“{words}”", places, lineages, heard(places), (1, 1))
    if several:
        item, reason = SEVERAL
        claim = replace(claim, item=item, reason=reason)
    named = [identity(place) for place in places if place.primary]
    event = f"{named[0]}: “{words}”" if named and not several else None
    return claim, list(_mentions(claim, places, lineages, [event] * len(places)))


def figure(
    places: Places,
    texts: Mapping[str, str],
    lineages: Mapping[str, Lineage],
    dates: Mapping[str, str | None],
    disputed: Container[tuple[str, int]],
) -> tuple[Claim, list[Mention]]:
    """A figure as a claim; `disputed` are the figures that do not fit others of their article."""
    contradicted = any((place.article_id, place.start) in disputed for place in places)
    first = places[0]
    clause = _CLAUSE.match(texts[first.article_id], first.end, first.end + 2 * _LABEL)
    label = _shown(texts[first.article_id][first.start : clause.end() if clause else first.end])
    sources = fewest(places, lineages), most(places, lineages)
    told = count(places)
    claim = _claim(
        ClaimKind.FIGURE, label, places, lineages, told, sources, contradicted=contradicted
    )
    events = [_event(place, dates[place.article_id]) for place in places]
    return claim, list(_mentions(claim, places, lineages, events))


def _claim(  # noqa: PLR0913, PLR0917  (what a claim is made of)
    kind: ClaimKind,
    label: str,
    places: Places,
    lineages: Mapping[str, Lineage],
    primaries: int,
    sources: tuple[int, int],
    *,
    contradicted: bool = False,
) -> Claim:
    articles = {place.article_id for place in places}
    reports = len({lineages[article_id].lineage_id for article_id in articles})
    item, reason = rate(places, reports, sources, contradicted=contradicted)
    return Claim(
        claim_id=f"{places[0].article_id}:{places[0].start}-{places[0].end}",
        kind=kind,
        label=label,
        articles=len(articles),
        lineages=reports,
        primaries=primaries,
        fewest=sources[0],
        most=sources[1],
        item=item,
        reason=reason,
    )


def _mentions(
    claim: Claim, places: Places, lineages: Mapping[str, Lineage], events: Sequence[str | None]
) -> Iterator[Mention]:
    for place, event in zip(places, events, strict=True):
        yield Mention(
            claim_id=claim.claim_id,
            article_id=place.article_id,
            start=place.start,
            end=place.end,
            lineage_id=lineages[place.article_id].lineage_id,
            primary=place.primary,
            primary_kind=place.primary_kind,
            event=event,
            via=place.via,
        )


def _event(place: Stated, when: str | None) -> str | None:
    """What one source said before several people on one day; null for what it said elsewhere."""
    if place.channel != Channel.EVENT or not place.primary or not when:
        return None
    return f"{identity(place)}, {place.channel} of {when[:_DAY]}"


def _shown(text: str) -> str:
    """A text on one line, cut at a word where it is long."""
    plain = " ".join(text.split())
    if len(plain) <= _LABEL:
        return plain
    return plain[:_LABEL].rpartition(" ")[0].rstrip(" ,;:") + "…"
