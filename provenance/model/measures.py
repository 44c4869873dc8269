"""What the gate can measure of a run, one row of its table, and how its amounts are written."""

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

    `WARNED`: beyond its warning limit and not its other one. `UNKNOWN`: nothing was measured that
    a pass could rest on, so the run is no valid one; nor is it when `unread` or `checked` failed,
    or there was no article. Any other `FAILED` is exit code 1.
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
        Metric(
            "unread-share",
            Unit.SHARE,
            False,
            "inputs that could not be read, of all that were found",
        ),
        Metric("mean-score", Unit.SCORE, True, "mean score of the articles that have one"),
        Metric("unscored-articles", Unit.SHARE, False, "articles without a score"),
        Metric(
            "articles-with-boilerplate",
            Unit.SHARE,
            False,
            "articles with a boilerplate line at warning or error",
        ),
        Metric(
            "boilerplate-text",
            Unit.SHARE,
            False,
            "characters in boilerplate lines at warning or error",
        ),
        Metric(
            "duplicated-articles",
            Unit.SHARE,
            False,
            "articles that are near-copies of another one and not their origin",
        ),
        Metric(
            "duplicated-text",
            Unit.SHARE,
            False,
            "characters that also stand in another article, where this one is not known to have "
            "run first; quotations, set phrases and boilerplate left out",
        ),
        Metric(
            "unresolved-figures",
            Unit.COUNT,
            False,
            "figures and dates that do not fit, at warning or error",
        ),
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
        name: A metric of `METRICS`, or a term of the gate: `unread`, `checked`, `findings` or
            `fail-under`.
        about: What it is, as a phrase.
        unit: See `Unit`.
        at_least: Whether its limits are the least that passes, not the most.
        value: What was measured; null when it could not be.
        warn: Beyond this it is told; null when there is no such limit.
        error: Beyond this the gate fails; null when there is no such limit.
        standing: How it came out; see `Standing`.
        reason: Why it is unknown, or what else to know; null when nothing.
        worst: Those that take most part in it, the worst first; at most three. Files of `unread`,
            rules of findings, articles of scores; else outlets, or files where none is known.
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


def shown(amount: float, unit: Unit, beside: float = 0) -> str:
    """An amount as people read it, with as many digits as tell it from 0 and the one `beside` it.

    >>> shown(0.3125, Unit.SHARE), shown(0.500001, Unit.SHARE, 0.5), shown(1200, Unit.COUNT)
    ('31.25%', '50.0001%', '1,200')
    """
    others = {0.0, float(beside)} - {float(amount)}
    texts = ((digits, _rounded(amount, unit, digits)) for digits in (2, 4, 8, 15))
    clear = (text for n, text in texts if text not in {_rounded(x, unit, n) for x in others})
    return next(clear, str(amount))


def _rounded(amount: float, unit: Unit, digits: int) -> str:
    number = f"{amount * 100 if unit is Unit.SHARE else amount:,.{digits}f}"
    return number.rstrip("0").rstrip(".") + ("%" if unit is Unit.SHARE else "")
