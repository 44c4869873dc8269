"""Text that also stands in articles of other outlets.

Goes in: labelled regions. Comes out: one finding for an article that is a
near-duplicate of others and one for each other stretch of it that is shared,
never one a pair. An article that demonstrably ran first gets none; boilerplate
and an outlet's reuse of its own text give none.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import polars as pl

from provenance.checks.corpus import Check, Corpus, Examined, finding
from provenance.model import Finding, Label, Span, Status
from provenance.reuse import Surroundings, near_duplicates
from provenance.text.tokens import WORD

_COPY = "DUP001"
_PASSAGE = "DUP002"
_CREDITED = "DUP003"
_QUOTATION = "DUP004"


def _run(corpus: Corpus) -> Examined:
    if len(corpus.articles) < 2:
        reason = (Status.NOT_AVAILABLE, "nothing to compare with")
        return Examined([], dict.fromkeys(corpus.articles["article_id"], reason))
    known = Surroundings.of(corpus.articles, corpus.credits)
    views = _views(corpus.regions, known)
    breadth = _breadth(views)
    found = (
        _finding(stretch, known, breadth, corpus)
        for seen in views.values()
        for stretch in _stretches([view for view in seen if not view.ran_first])
    )
    return Examined([item for item in found if item is not None], _skipped(corpus))


@dataclass(frozen=True, slots=True)
class _View:
    """A region as one of its two articles sees it.

    Attributes:
        start, end: Its span in this article.
        other: Its span in the other one.
        share: Share of this article's words that stand in the other one.
        containment: Share of this span's shingles that stand in the other span.
        quoted: Whether the region is a quotation.
        near: Whether the two articles are near-duplicates.
        ran_first: Whether this article demonstrably ran before the other one.
    """

    article_id: str
    start: int
    end: int
    other: Span
    matched: int
    share: float
    containment: float
    jaccard: float
    quoted: bool
    near: bool
    ran_first: bool


# A stretch of one article that others share, and the rule it comes under if it is not credited.
_Stretch = tuple[str, Sequence[_View]]
# A region from one of its sides: the article, where its span begins, and the other article.
_Side = tuple[str, int, str]


def _views(regions: pl.DataFrame, known: Surroundings) -> dict[str, list[_View]]:
    """The regions that articles of different outlets share, by article."""
    near = set(near_duplicates(regions).rows())
    views: dict[str, list[_View]] = defaultdict(list)
    for row in regions.filter(pl.col("label") != Label.BOILERPLATE).iter_rows(named=True):
        ids = row["left_id"], row["right_id"]
        if not known.same_outlet(*ids):
            for side, other in (("left", "right"), ("right", "left")):
                view = _view(row, side, other, known, near=ids in near)
                views[view.article_id].append(view)
    return views


def _view(
    row: Mapping[str, Any], side: str, other: str, known: Surroundings, *, near: bool
) -> _View:
    article_id, other_id = row[f"{side}_id"], row[f"{other}_id"]
    date = known.dates[other_id]
    first = known.ran_before(other_id, article_id)
    note = f"also in {other_id}" + (f", ran first on {date}" if first else "")
    return _View(
        article_id=article_id,
        start=row[f"{side}_start"],
        end=row[f"{side}_end"],
        other=Span(other_id, row[f"{other}_start"], row[f"{other}_end"], note),
        matched=row["matched_words"],
        share=row[f"{side}_share"],
        containment=row[f"{side}_containment"],
        jaccard=row["jaccard"],
        quoted=row["label"] == Label.QUOTATION,
        near=near,
        ran_first=known.ran_before(article_id, other_id),
    )


def _breadth(views: Mapping[str, Sequence[_View]]) -> dict[_Side, int]:
    """For each side of each region, in how many other articles its stretch stands."""
    found: dict[_Side, int] = {}
    for seen in views.values():
        for _, stretch in _stretches(seen):
            others = len({view.other.article_id for view in stretch})
            found |= {
                (view.article_id, view.start, view.other.article_id): others for view in stretch
            }
    return found


def _stretches(views: Sequence[_View]) -> Iterator[_Stretch]:
    """What one article shares: all of it with near-duplicates, else stretch by stretch.

    A passage that stands in what is already told, and a quotation in a passage, is not told
    again.
    """
    copied = [view for view in views if view.near]
    if all(view.quoted for view in copied):
        copied = []
    if copied:
        yield _COPY, copied
    told = _merged(copied)
    passages = [view for view in views if not view.quoted and not _is_inside(view, told)]
    yield from ((_PASSAGE, stretch) for stretch in _overlapping(passages))
    told = _merged([*copied, *passages])
    quotations = [view for view in views if view.quoted and not _is_inside(view, told)]
    yield from ((_QUOTATION, stretch) for stretch in _overlapping(quotations))


def _overlapping(views: Sequence[_View]) -> list[list[_View]]:
    """The views in groups whose spans overlap."""
    groups: list[list[_View]] = []
    reached = -1
    for view in sorted(views, key=lambda view: (view.start, view.end, view.other.article_id)):
        if view.start >= reached:
            groups.append([])
        groups[-1].append(view)
        reached = max(reached, view.end)
    return groups


def _merged(views: Sequence[_View]) -> list[tuple[int, int]]:
    return [
        (stretch[0].start, max(view.end for view in stretch)) for stretch in _overlapping(views)
    ]


def _is_inside(view: _View, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether half of a view lies in the spans."""
    inside = sum(max(0, min(view.end, end) - max(view.start, start)) for start, end in spans)
    return 2 * inside >= view.end - view.start


def _finding(
    stretch: _Stretch, known: Surroundings, breadth: Mapping[_Side, int], corpus: Corpus
) -> Finding | None:
    rule_id, views = stretch
    if rule_id != _QUOTATION and any(
        known.credits_other(view.article_id, view.other.article_id) for view in views
    ):
        rule_id = _CREDITED
    if rule_id not in corpus.rules:
        return None
    first = min(views, key=lambda view: _earliest(view, known))
    other_id = first.other.article_id
    seen_there = breadth.get((other_id, first.other.start, first.article_id), 0)
    count = max(seen_there, len({view.other.article_id for view in views}))
    matched = sum(view.matched for view in views if view.other.article_id == other_id)
    return finding(
        corpus.rules[rule_id],
        (first.article_id, first.start, first.end),
        (first.other,),
        found="1 other article" if count == 1 else f"{count} other articles",
        other=other_id,
        words=matched,
        share=f"{first.share:.0%}",
        containment=f"{first.containment:.2f}",
        jaccard=f"{first.jaccard:.2f}",
        order=_order(first, known),
    )


def _earliest(view: _View, known: Surroundings) -> tuple[bool, str, str, bool, int, int]:
    """Sorts views by when the other article ran, undated last, then the longest prose first."""
    other_id = view.other.article_id
    date = known.dates[other_id]
    return date is None, date or "", other_id, view.quoted, -view.matched, view.start


def _order(view: _View, known: Surroundings) -> str:
    other_id = view.other.article_id
    if known.ran_before(other_id, view.article_id):
        return f"it ran there first, on {known.dates[other_id]}"
    return "which ran first is not known"


def _skipped(corpus: Corpus) -> dict[str, tuple[Status, str]]:
    """Articles without a word."""
    return {
        article_id: (Status.NOT_APPLICABLE, "no words to compare")
        for article_id, text in corpus.articles.select("article_id", "text").iter_rows()
        if not WORD.search(text)
    }


CHECK = Check(
    name="duplication",
    question="Which text of the article also stands in articles of other outlets?",
    families=("DUP",),
    rules=(_COPY, _PASSAGE, _CREDITED, _QUOTATION),
    run=_run,
)
