"""What the gate can measure of a run, and one row of its table."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar


class Unit(StrEnum):
    """What a measure counts in: a share in [0, 1], a number of things, or points from 0 to 100."""

    SHARE = "share"
    COUNT = "count"
    SCORE = "score"


class Standing(StrEnum):
    """How a measure came out.

    `UNKNOWN`: it could not be measured, so a gate that has a limit on it is no valid run.
    """

    PASSED = "passed"
    WARNED = "warned"
    FAILED = "failed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Metric:
    """Something that limits can be set on, under `[gate.limits]`.

    Attributes:
        unit: What its value and its limits are in.
        at_least: True where more is better, so that a limit is the least that passes; else a limit
            is the most that passes.
        about: What it is, as a phrase for a table.
    """

    name: str
    unit: Unit
    at_least: bool
    about: str


METRICS: dict[str, Metric] = {
    metric.name: metric
    for metric in (
        Metric("articles", Unit.COUNT, True, "articles read"),
        Metric("mean-score", Unit.SCORE, True, "mean score of the articles that have one"),
        Metric("unscored-articles", Unit.SHARE, False, "articles without a score"),
        Metric("articles-with-boilerplate", Unit.SHARE, False, "articles with a boilerplate line"),
        Metric("boilerplate-text", Unit.SHARE, False, "characters in boilerplate lines"),
        Metric("duplicated-articles", Unit.SHARE, False, "articles that are copies of another one"),
        Metric("duplicated-text", Unit.SHARE, False, "characters that also stand elsewhere"),
        Metric("unresolved-figures", Unit.COUNT, False, "figures and dates that do not fit"),
    )
}


@dataclass(frozen=True, slots=True)
class Offender:
    """What a measure comes from: an article, an outlet, a rule or a file, and how much of it.

    Attributes:
        amount: In the unit of the measure.
    """

    ORDER: ClassVar[tuple[str, ...]] = ("name",)

    name: str
    amount: float


@dataclass(frozen=True, slots=True)
class Measure:
    """One row of the gate's table.

    Attributes:
        name: A metric of `METRICS`, or a term of the gate: `unread`, `findings`, `fail-under`.
        about: What it is, as a phrase.
        unit: See `Unit`.
        at_least: Whether its limits are the least that passes, not the most.
        value: What was measured; null when it could not be.
        warn: Beyond this it is told; null when there is no such limit.
        error: Beyond this the gate fails; null when there is no such limit.
        standing: How it came out; see `Standing`.
        reason: Why it could not be measured, or what else to know; null when nothing.
        worst: Those that take most part in it, the worst first; at most three.
    """

    name: str
    about: str
    unit: Unit
    at_least: bool
    value: float | None
    warn: float | None
    error: float | None
    standing: Standing
    reason: str | None
    worst: tuple[Offender, ...]
