"""Text that also stands in other articles.

Goes in: labelled regions. Comes out: one finding for an article that is a
near-duplicate of others and one for each other stretch of it that is shared,
never one a pair. An article that demonstrably ran first gets none, and
boilerplate gives none (`recurrence` tells it).
"""

import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from itertools import accumulate

import polars as pl

from provenance.checks.corpus import Check, Corpus, Examined, alone, finding, wordless
from provenance.checks.views import View, by_article, overlapping, views
from provenance.model import Finding, Label
from provenance.reuse import Surroundings, near_duplicates

_COPY = "DUP001"
_PASSAGE = "DUP002"
_CREDITED = "DUP003"
_QUOTATION = "DUP004"
_OWN = "DUP008"
_PHRASE = "DUP009"

# Labels of what is no reuse of somebody's text, and the labels that come under each rule.
_SLIGHT = frozenset([Label.QUOTATION, Label.INCIDENTAL])
_KINDS = {
    _PASSAGE: frozenset(Label) - _SLIGHT,
    _QUOTATION: frozenset([Label.QUOTATION]),
    _PHRASE: frozenset([Label.INCIDENTAL]),
}
# A stretch of one article that others share, and the rule it comes under if it is not credited.
_Stretch = tuple[str, Sequence[View]]
Pairs = Set[tuple[str, ...]]


def _run(corpus: Corpus) -> Examined:
    if skipped := alone(corpus):
        return Examined([], skipped)
    known = Surroundings.of(corpus.known, corpus.credits)
    near = set(near_duplicates(corpus.regions).rows())
    prose = views(corpus.regions.filter(pl.col("label") != Label.BOILERPLATE), corpus)
    credited = _credited_copies(corpus, known)
    found = (
        _finding(stretch, known, credited, corpus)
        for seen in by_article(prose.filter(~pl.col("ran_first")))
        for stretch in _stretches(seen, near)
    )
    return Examined([item for item in found if item is not None], wordless(corpus))


def _stretches(seen: Sequence[View], near: Pairs) -> Iterator[_Stretch]:
    """What one article shares, each stretch once.

    Text of other outlets: all of it with near-duplicates, else passage by passage, then quotations
    and phrases. A passage that stands in what is already told, and a quotation or a phrase in a
    passage, is not told again. Text of its own outlet: all passages, but no quotations or phrases.
    """
    others = [view for view in seen if not view.own]
    own = [view for view in seen if view.own and view.label not in _SLIGHT]
    copied = _copies(others, near)
    if all(view.label in _SLIGHT for view in copied):
        copied = []
    if copied:
        yield _COPY, copied
    told = copied
    for rule_id, labels in _KINDS.items():
        fresh = _outside([view for view in others if view.label in labels], told)
        yield from ((rule_id, stretch) for stretch in overlapping(fresh))
        told = [*told, *fresh]
    yield from ((_OWN, stretch) for stretch in _own_stretches(own, near))


def _own_stretches(own: Sequence[View], near: Pairs) -> list[list[View]]:
    """One for all earlier articles of which this one is a copy, then the other stretches."""
    copied = _copies(own, near)
    rest = overlapping(_outside(own, copied))
    return [copied, *rest] if copied else rest


def _copies(seen: Sequence[View], near: Pairs) -> list[View]:
    """The views of near-duplicates."""
    return [
        view
        for view in seen
        if (view.article_id, view.other_id) in near or (view.other_id, view.article_id) in near
    ]


def _outside(seen: Sequence[View], told: Sequence[View]) -> list[View]:
    """The views of which less than half lies in the spans of those told."""
    groups = overlapping(sorted(told, key=lambda view: (view.start, view.end)))
    spans = [(group[0].start, max(view.end for view in group)) for group in groups]
    before = [0, *accumulate(end - start for start, end in spans)]

    def covered(point: int) -> int:
        """Characters told before a point."""
        at = bisect_right(spans, (point, point))
        return before[at] - max(0, spans[at - 1][1] - point) if at else 0

    return [
        view
        for view in seen
        if 2 * (covered(view.end) - covered(view.start)) < view.end - view.start
    ]


def _credited_copies(corpus: Corpus, known: Surroundings) -> Set[str]:
    """The near-duplicates that credit the outlet of one of their cluster, or an agency as it does.

    Of many copies the search links each to a few only, and the one that is credited may be none of
    these.
    """
    found: set[str] = set()
    for members in corpus.clusters.group_by("cluster_id").agg("article_id")["article_id"]:
        outlets = Counter(known.name(member) for member in members)
        agencies = Counter(name for member in members for name in known.agencies.get(member, ()))
        for member in members:
            outlet = known.name(member)
            named = any(outlets[name] and name != outlet for name in known.credited(member))
            shared = any(agencies[name] > 1 for name in known.agencies.get(member, ()))
            if named or shared:
                found.add(member)
    return found


def _finding(
    stretch: _Stretch, known: Surroundings, credited: Set[str], corpus: Corpus
) -> Finding | None:
    rule_id, seen = stretch
    if (rule_id == _COPY and seen[0].article_id in credited) or (
        rule_id in (_COPY, _PASSAGE)
        and any(known.credits_other(view.article_id, view.other_id) for view in seen)
    ):
        rule_id = _CREDITED
    if rule_id not in corpus.rules:
        return None
    first = min(seen, key=_earliest)
    others = {view.other_id for view in seen}
    # Of many copies the search links each to a few only; the passage's count knows all.
    count = max(len(others), *(view.articles - 1 for view in seen))
    there = [view for view in seen if view.other_id == first.other_id]
    words = sum(view.matched for view in there)
    # Of the words in shared passages those that match; never all while one does not.
    share = first.share * words / max(1, sum(view.longest for view in there))
    return finding(
        corpus.rules[rule_id],
        (first.article_id, first.start, first.end),
        (first.other,),
        found="1 other article" if count == 1 else f"{count:,} other articles",
        other=first.other_id,
        words=words,
        share=f"{math.floor(100 * share)}%",
        containment=f"{first.containment:.2f}",
        jaccard=f"{first.jaccard:.2f}",
        order=first.order,
        extent=None if rule_id not in (_COPY, _PASSAGE) else _extent(seen, known),
    )


def _extent(seen: Sequence[View], known: Surroundings) -> int:
    """Words for which nobody is credited: as many as match in the one other with most of them.

    An article that credits anybody for its text has none. Whether it is the right one is asked by
    name, and a score must not depend on what outlets are called.
    """
    if known.sources.get(seen[0].article_id):
        return 0
    matched: Counter[str] = Counter()
    for view in seen:
        matched[view.other_id] += view.matched
    return max(matched.values())


def _earliest(view: View) -> tuple[bool, str, bool, int, str, int]:
    """Sorts views by when the other article ran, undated last, then the longest prose first."""
    quoted = view.label == Label.QUOTATION
    return view.date is None, view.date or "", quoted, -view.matched, view.other_id, view.start


CHECK = Check(
    name="duplication",
    question="Which text of the article also stands in other articles?",
    families=("DUP",),
    rules=(_COPY, _PASSAGE, _CREDITED, _QUOTATION, _OWN, _PHRASE),
    run=_run,
    between=True,
)
