"""The article score: 100 less what each finding takes away.

Goes in: findings and the declared weights. Comes out: the same findings with
their deductions, and one score an article. Nothing else changes a score, so
`100 - sum(deduction) == score` holds for every article that has one, and the
report alone is enough to check it. The outlet, the author and the length of
the article are never looked at.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from provenance.model import Dimension, Finding, Score, Weights


def deduct(findings: Iterable[Finding], weights: Weights) -> list[Finding]:
    """The findings with the points each takes from its article.

    The n-th finding of one rule in one article brings that rule's loss to
    p * (2 - 2^(1-n)), p being its points: 1, 1.5, 1.75 ... and never 2 times p, so that a
    long article is not ruined by one habit and repeating a fault never helps. A dimension
    takes at most its cap; findings past the cap take nothing and stay in the report. Within
    a dimension the dearest rules are counted first, so that a cap cuts the small ones.

    Returns:
        In the order of `Finding.ORDER` within each article. O(n log n).
    """
    by_article: dict[str, list[Finding]] = defaultdict(list)
    for item in findings:
        by_article[item.article_id].append(item)
    scored: list[Finding] = []
    for article_id in sorted(by_article):
        scored += _deduct_article(by_article[article_id], weights)
    return scored


def score(
    article_id: str,
    words: int,
    blind: Collection[str],
    findings: Sequence[Finding],
    weights: Weights,
) -> Score:
    """One article's score from its findings as `deduct` returned them.

    Args:
        article_id: The article.
        words: Words outside boilerplate; under the declared minimum the score is null.
        blind: Rule families whose check could not look at the article. A dimension with one of
            them was not judged; when the others hold less than the declared share of all
            points, the score is null, since a hundred for not having looked would be a lie.
        findings: The article's findings.
        weights: The declared weights.
    """
    coverage = _coverage(blind, weights)
    reason = None
    if words < weights.minimum_words:
        reason = f"{words} words outside boilerplate, {weights.minimum_words} are needed"
    elif coverage < weights.minimum_coverage:
        reason = (
            f"{coverage} % of the score could be judged, {weights.minimum_coverage} % are needed"
        )
    value = 100 - sum(item.deduction for item in findings) if reason is None else None
    return Score(article_id, value, words, reason)


def _coverage(blind: Collection[str], weights: Weights) -> int:
    """Points of the dimensions that were judged, in whole percent of all points."""
    total = sum(dimension.cap for dimension in weights.dimensions)
    reached = sum(dim.cap for dim in weights.dimensions if not set(dim.families) & set(blind))
    return 100 * reached // total if total else 0


def _deduct_article(findings: list[Finding], weights: Weights) -> list[Finding]:
    dimension_of = {name: dim for dim in weights.dimensions for name in dim.families}
    left = {dimension.name: dimension.cap for dimension in weights.dimensions}
    seen: dict[str, int] = defaultdict(int)
    scored = []
    for item in sorted(findings, key=lambda item: _dearest_first(item, weights)):
        seen[item.rule_id] += 1
        points = _points(item, weights)
        loss = _saturated(points, seen[item.rule_id]) - _saturated(points, seen[item.rule_id] - 1)
        loss = _within_cap(loss, dimension_of.get(item.rule_id[:3]), left)
        scored.append(replace(item, deduction=loss))
    return sorted(scored, key=_order)


def _dearest_first(item: Finding, weights: Weights) -> tuple[object, ...]:
    return (-_points(item, weights), item.rule_id, *_order(item))


def _order(item: Finding) -> tuple[object, ...]:
    return tuple(getattr(item, name) for name in Finding.ORDER)


def _points(item: Finding, weights: Weights) -> int:
    """The declared points of a finding's rule; information never costs any."""
    if item.severity == "info":
        return 0
    return weights.points.get(item.rule_id, weights.defaults[item.severity])


def _saturated(points: int, count: int) -> int:
    """Points lost to `count` findings of one rule, rounded half up."""
    return int(points * (2 - 2 ** (1 - count)) + 0.5) if count else 0


def _within_cap(loss: int, dimension: Dimension | None, left: dict[str, int]) -> int:
    if dimension is None:
        return 0
    loss = min(loss, left[dimension.name])
    left[dimension.name] -= loss
    return loss
