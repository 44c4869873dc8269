"""With which articles a text is shared, and which of them it came from as far as that is known.

Goes in: a `View` and an article of it. Comes out: partners and its cluster, safe
to show. Passages that are boilerplate or only a few words that happen to agree
make nobody a partner.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from provenance.model import Article, Label, OriginReason, Region
from provenance.reporters.html.naming import Named, named
from provenance.reporters.html.pairs import pair_of
from provenance.reporters.html.view import View
from provenance.reuse.order import precedes

# Partners and members that are listed.
MOST_LISTED = 25
ORIGINS = {
    OriginReason.CREDIT: "all others credit its outlet",
    OriginReason.DATE: "it ran before all others",
    OriginReason.SUPERSET: "it holds the text of all others and more",
    OriginReason.TIE: "all are dated, and none ran before all others",
    OriginReason.UNKNOWN: "one has no date, and nothing else tells",
}


@dataclass(frozen=True, slots=True)
class Partner:
    """An article that shares passages with another one.

    Attributes:
        words: How many words match.
        labels: What the passages are, that of most words first.
        order: Which of the two ran first.
        pair: Where the two stand side by side; null when they do not.
        quotation: Whether all they share is quoted, which readers can set aside.
    """

    article: Named
    words: int
    labels: Sequence[str]
    order: str
    pair: str | None
    quotation: bool


@dataclass(frozen=True, slots=True)
class Cluster:
    """The near copies that an article is one of.

    Attributes:
        size: How many they are, the article counted.
        origin: The one the others are copies of; null when nothing tells.
        is_own: Whether the article is the origin itself.
        reason: Why, or why there is none.
        others: The first of the others.
    """

    size: int
    origin: Named | None
    is_own: bool
    reason: str
    others: Sequence[Named]


def partners(view: View, article: Article) -> tuple[list[Partner], int]:
    """Those with which `article` shares most words, and how many more there are."""
    words, labels = Counter[str](), defaultdict[str, Counter[str]](Counter)
    for region in view.own.regions(article.article_id):
        other = _other(region, article.article_id)
        words[other] += region.matched_words
        labels[other][region.label] += region.matched_words
    order = sorted(words, key=lambda other: (-words[other], other))
    listed = [
        _partner(view, article, other, words[other], labels[other]) for other in order[:MOST_LISTED]
    ]
    return listed, len(order) - len(listed)


def cluster(view: View, article: Article) -> Cluster | None:
    """The cluster of `article`; null when it is in none."""
    members = view.own.cluster(article.article_id)
    if not members:
        return None
    known = view.places.articles
    origin = known.get(members[0].origin_id or "")
    others = [row.article_id for row in members if row.article_id != article.article_id]
    return Cluster(
        size=len(members),
        origin=named(view, origin) if origin else None,
        is_own=origin is not None and origin.article_id == article.article_id,
        reason=ORIGINS[OriginReason(members[0].reason)],
        others=[named(view, known[each]) for each in others[:MOST_LISTED] if each in known],
    )


def ran_first(article: Article, other: Article) -> str:
    """Which of two articles ran first as far as their dates tell, as told on the page of one."""
    if precedes(article.date, other.date):
        return "ran later"
    return "ran first" if precedes(other.date, article.date) else "not known"


def _other(region: Region, article_id: str) -> str:
    return region.right_id if region.left_id == article_id else region.left_id


def _partner(view: View, article: Article, other: str, words: int, labels: Counter[str]) -> Partner:
    partner, pair = view.places.articles[other], pair_of(view, article.article_id, other)
    return Partner(
        article=named(view, partner),
        words=words,
        labels=sorted(labels, key=lambda label: (-labels[label], label)),
        order=ran_first(article, partner),
        pair=f"#{pair.anchor}" if pair else None,
        quotation=set(labels) == {Label.QUOTATION},
    )
