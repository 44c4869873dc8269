"""The score of an article as a sum that a reader can add up, each point with its findings.

Goes in: a `Score` and the findings that have a note. Comes out: the parts of the
sum, safe to show. It computes nothing but the sum of the points shown.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from provenance.model import Finding, Score, Weights
from provenance.reporters.html.marking import visible
from provenance.reporters.labels import counted
from provenance.reporters.ledger import taken
from provenance.scoring.keys import dimension_of

_WHOLE = 100


@dataclass(frozen=True, slots=True)
class Part:
    """A dimension of the score.

    Attributes:
        reason: Why it could not be judged; empty when it was.
        costs: Numbers of the notes that take points of it, with the points.
        unlisted: Points of findings without a note.
    """

    name: Markup
    weight: int
    lost: int
    reason: Markup
    costs: Sequence[tuple[int, int]]
    unlisted: int


@dataclass(frozen=True, slots=True)
class Ledger:
    """A score with all that it is made of.

    Attributes:
        score: Null when there is none.
        low, high: Null when they say no more than the score.
        judged: How much text and how much of the score it rests on.
        reason: Why there is no score; empty when there is one.
        losses: What took points, with the points, as they stand in the sum.
        left: What is left of 100.
        caps: What each cap that holds allows and why.
    """

    score: int | None
    grade: Markup
    low: int | None
    high: int | None
    judged: Markup
    reason: Markup
    losses: Sequence[tuple[Markup, int]]
    left: int
    parts: Sequence[Part]
    caps: Sequence[tuple[Markup, int, int, Markup]]


def ledger(score: Score, findings: Sequence[Finding], weights: Weights) -> Ledger:
    """The ledger of an article; `findings` are those with a note, in the order of their numbers."""
    costs = _costs(findings, weights)
    whys = {cap.name: cap.why for cap in weights.caps}
    losses = [(visible(name), points) for name, points in taken(score)]
    is_open = score.low < score.high
    return Ledger(
        score=score.score,
        grade=visible(score.grade),
        low=score.low if is_open else None,
        high=score.high if is_open else None,
        judged=_judged(score),
        reason=visible(score.reason or "") if score.score is None else Markup(),
        losses=losses,
        left=_WHOLE - sum(points for _, points in losses),
        parts=[
            Part(
                name=visible(part.name),
                weight=part.weight,
                lost=part.lost,
                reason=Markup() if part.judged else visible(part.reason or "unknown"),
                costs=costs[part.name],
                unlisted=max(0, part.lost - sum(points for _, points in costs[part.name])),
            )
            for part in score.dimensions
        ],
        caps=[
            (visible(cap.name), cap.limit, cap.taken, visible(whys.get(cap.name, "")))
            for cap in score.caps
        ],
    )


def _costs(
    findings: Sequence[Finding], weights: Weights
) -> defaultdict[str | None, list[tuple[int, int]]]:
    """By dimension, the numbers of the findings that take points, with the points."""
    costs = defaultdict[str | None, list[tuple[int, int]]](list)
    for number, finding in enumerate(findings, 1):
        if finding.deduction:
            costs[dimension_of(finding.rule_id, weights)].append((number, finding.deduction))
    return costs


def _judged(score: Score) -> Markup:
    words = counted(score.words, "word")
    return visible(f"{words} outside boilerplate; {score.coverage} % of the score could be judged")
