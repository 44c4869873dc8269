"""Why a finding takes the points it takes, in words.

In: the findings of one article and the declared weights. Out: a clause for
each finding. The points themselves are those of the report.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import polars as pl

from provenance import frames
from provenance.model import Finding, Severity, Weights
from provenance.reporters.labels import counted
from provenance.reporters.prices import declared
from provenance.reporters.safe import printable
from provenance.scoring import deduct
from provenance.scoring.keys import Price, price

# More than a dimension can lose.
_NO_LIMIT = 10**9
# Findings of one rule that are told in full; a page of thousands alike would not be read.
_IN_FULL = 10


@dataclass(frozen=True, slots=True)
class Priced:
    """A finding with what it costs.

    Attributes:
        cost: What the first finding of its kind takes.
        before: How many findings of the same key were counted before it.
        uncut: What it would take if its dimension could lose any number of points.
    """

    finding: Finding
    cost: Price
    before: int
    uncut: int


def priced(findings: pl.DataFrame, weights: Weights) -> list[Priced]:
    """The findings of one article: those of one key together, the dearest key first.

    Within a key they stand in the order in which `scoring.deduct` counts them, information last.
    """
    uncut = frames.rows(deduct(findings, _unlimited(weights)), Finding)
    keys = defaultdict[str, list[tuple[Finding, Price, int]]](list)
    for finding, other in zip(frames.rows(findings, Finding), uncut, strict=True):
        cost = price(finding.rule_id, finding.severity, weights)
        keys[cost.key].append((finding, cost, other.deduction))
    found, seen = [], Counter[str]()
    for key in sorted(keys, key=lambda key: (-taken(each for each, _, _ in keys[key]), key)):
        for finding, cost, points in sorted(keys[key], key=lambda item: _order(item[0])):
            found.append(Priced(finding, cost, seen[key], points))
            seen[key] += 1
    return found


def by_rule(items: Iterable[Priced]) -> Iterator[tuple[Sequence[Priced], Sequence[Priced]]]:
    """The findings of each rule in their order: the first ones, told in full, and all the others.

    Rules stand as their first findings do.
    """
    rules = defaultdict[str, list[Priced]](list)
    for item in items:
        rules[item.finding.rule_id].append(item)
    for own in rules.values():
        yield own[:_IN_FULL], own[_IN_FULL:]


def taken(findings: Iterable[Finding]) -> int:
    """The points that findings take together."""
    return sum(each.deduction for each in findings)


def reason(item: Priced, weights: Weights) -> str:
    """`takes 8 points: why`, or which repeat it is, or what its dimension had left; safe to print.

    The reason of a price is told with the first finding of its key.
    """
    finding, cost = item.finding, item.cost
    told = f"takes {counted(finding.deduction, 'point') if finding.deduction else 'no point'}"
    if finding.severity == Severity.INFO:
        return f"{told}: information"
    if cost.dimension is None:
        return f"{told}: no dimension counts it"
    if cost.words is not None:
        many = counted(finding.extent or 0, "word")
        told += f" for {many}, of {cost.points} for {cost.words} and more"
    elif finding.deduction < cost.points and not item.before:
        told += f" of {cost.points}"
    clauses = [f"repeat {item.before} of {printable(cost.key)}"] if item.before else []
    if finding.deduction < item.uncut:
        clauses.append(f"{printable(cost.dimension)} has no more to lose")
    if not item.before:
        clauses.append(printable(declared(cost, finding.severity, weights)))
    return f"{told}: {'; '.join(clauses)}"


def _unlimited(weights: Weights) -> Weights:
    wide = tuple(replace(each, weight=_NO_LIMIT) for each in weights.dimensions)
    return replace(weights, dimensions=wide)


def _order(finding: Finding) -> tuple[object, ...]:
    is_information = finding.severity == Severity.INFO
    return is_information, finding.rule_id, *(getattr(finding, name) for name in Finding.ORDER)
