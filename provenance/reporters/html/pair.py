"""The page on which two articles stand side by side, with the words that differ marked.

Goes in: a `View` and a pair. Comes out: an element with the pair's anchor as its
id. It tells what differs, never which side is right. `#p3s1` is the first shared
passage of pair `p3`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from provenance.model import Article, OriginReason, Region
from provenance.reporters.cells import head
from provenance.reporters.html.aligned import CHANGES, LETTERS, Aligned, aligned
from provenance.reporters.html.marking import visible
from provenance.reporters.html.naming import Named, named
from provenance.reporters.html.pairing import Pair
from provenance.reporters.html.sharing import ORIGINS
from provenance.reporters.html.templates import render
from provenance.reporters.html.view import View
from provenance.reuse.comparison import LEFT, RIGHT, Comparison, Half, Passage, Side
from provenance.reuse.difference import difference
from provenance.reuse.order import precedes
from provenance.text.tokens import WORD

# Characters of both texts together that are aligned; longer ones are for `provenance compare`.
MOST_TEXT = 120_000
# Passages with their numbers, and changes, that are listed.
MOST_LISTED = 50
_SHOWN = 80  # cells of a changed piece of text


@dataclass(frozen=True, slots=True)
class Head:
    """One of the two articles.

    Attributes:
        letter: `A` or `B`; `other` that of the other one.
        shared: Share of its words that lie in passages shared with the other one, in [0, 1].
    """

    letter: str
    other: str
    article: Named
    words: int
    shared: float


@dataclass(frozen=True, slots=True)
class Change:
    """A figure, name or negation that differs, and the number of its passage."""

    kind: str
    passage: int
    left: Markup
    right: Markup


def pair_page(view: View, pair: Pair) -> Markup:
    """The page of a pair; all of both texts, unless they are longer than `MOST_TEXT` together."""
    regions = view.own.between(pair.left_id, pair.right_id)
    left, right = (view.places.articles[each] for each in (pair.left_id, pair.right_id))
    is_short = len(left.text) + len(right.text) <= MOST_TEXT
    comparison = _comparison(view, left, right, regions if is_short else [])
    changes = list(_changes(comparison))
    return render(
        "pair.html.j2",
        anchor=pair.anchor,
        heads=_heads(view, comparison, regions[0]),
        order=visible(_order(left, right)),
        origin=_origin(view, left, right),
        regions=regions[:MOST_LISTED],
        labels=[region.label for region in regions],
        region_count=len(regions),
        changes=changes[:MOST_LISTED],
        change_count=len(changes),
        is_short=is_short,
        bands=_bands(view, comparison) if is_short else (),
    )


def _comparison(view: View, left: Article, right: Article, regions: Sequence[Region]) -> Comparison:
    first = LEFT if precedes(left.date, right.date) else None
    return Comparison(
        left=_half(left),
        right=_half(right),
        first=RIGHT if precedes(right.date, left.date) else first,
        min_words=min((region.matched_words for region in regions), default=0),
        passages=tuple(_passage(region, left.text, right.text) for region in regions),
        version=view.report.version,
        settings_digest=view.report.settings_digest,
    )


def _half(article: Article) -> Half:
    return Half(article, sum(1 for _ in WORD.finditer(article.text)), None, None)


def _passage(region: Region, left: str, right: str) -> Passage:
    spans = (region.left_start, region.left_end), (region.right_start, region.right_end)
    return Passage(region, tuple(difference(left, spans[0], right, spans[1])))


def _heads(view: View, comparison: Comparison, region: Region) -> list[Head]:
    halves = (
        (LEFT, comparison.left, region.left_share),
        (
            RIGHT,
            comparison.right,
            region.right_share,
        ),
    )
    return [
        Head(
            letter=LETTERS[side],
            other=LETTERS[RIGHT if side == LEFT else LEFT],
            article=named(view, half.article),
            words=half.words,
            shared=shared,
        )
        for side, half, shared in halves
    ]


def _order(left: Article, right: Article) -> str:
    """Which ran first, with the dates that tell."""
    for one, other, letters in ((left, right, "AB"), (right, left, "BA")):
        if precedes(one.date, other.date):
            return f"{letters[0]} ran first: on {one.date}, and {letters[1]} on {other.date}."
    return "Which ran first is not known."


def _origin(view: View, left: Article, right: Article) -> Markup:
    """What their cluster says of where they come from; empty when they share none."""
    members = view.own.cluster(left.article_id)
    if right.article_id not in {row.article_id for row in members}:
        return Markup()
    reason = ORIGINS[OriginReason(members[0].reason)]
    origin = members[0].origin_id
    of = f"They are among {len(members):,} near copies"
    letters = {left.article_id: "A", right.article_id: "B"}
    if origin is None:
        return visible(f"{of} whose origin is not known: {reason}.")
    known = view.places.articles.get(origin)
    name = letters.get(origin) or (known.title if known and known.title else origin)
    return visible(f"{of} whose origin is {name}: {reason}.")


def _changes(comparison: Comparison) -> Iterator[Change]:
    """The figures, names and negations that differ, in the order of the left text."""
    left, right = comparison.texts
    for number, passage in enumerate(comparison.passages, 1):
        for edit in passage.edits:
            if edit.changed:
                yield Change(
                    CHANGES[edit.changed],
                    number,
                    _short(left[edit.left_start : edit.left_end]),
                    _short(right[edit.right_start : edit.right_end]),
                )


def _short(words: str) -> Markup:
    return visible(head(" ".join(words.split()), _SHOWN))


def _bands(view: View, comparison: Comparison) -> Iterator[Aligned]:
    articles = {LEFT: comparison.left.article, RIGHT: comparison.right.article}

    def line_of(side: Side, offset: int) -> int:
        return view.places.shown(articles[side].article_id, offset)[0]

    return aligned(comparison, line_of)
