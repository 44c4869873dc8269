"""What was measured, held against its limits: one row of the gate's table.

It knows neither findings nor articles, only numbers.
"""

from dataclasses import dataclass

from provenance.model import Measure, Metric, Offender, Standing


@dataclass(frozen=True, slots=True)
class Reading:
    """What was measured, before any limit.

    Attributes:
        value: In the unit of the metric; null when it could not be measured.
        reason: Why it could not be, or what else to know; null when nothing, or when there was no
            article at all, which the row of `articles` says.
        worst: See `Measure`.
        doubtful: Whether too little was looked at for a pass to rest on `value`. What is beyond a
            limit all the same has failed.
    """

    value: float | None
    reason: str | None = None
    worst: tuple[Offender, ...] = ()
    doubtful: bool = False


def held(
    metric: Metric, reading: Reading, warn: float | None = None, error: float | None = None
) -> Measure:
    """The row of `reading` under the limits `warn` and `error`; null for no limit."""
    return Measure(
        name=metric.name,
        about=metric.about,
        unit=metric.unit,
        at_least=metric.at_least,
        value=reading.value,
        warn=warn,
        error=error,
        standing=_standing(metric, reading, warn, error),
        reason=reading.reason,
        worst=reading.worst,
    )


def _standing(
    metric: Metric, reading: Reading, warn: float | None, error: float | None
) -> Standing:
    if reading.value is None:
        return Standing.UNKNOWN
    if not _within(reading.value, error, metric):
        return Standing.FAILED
    if reading.doubtful:
        return Standing.UNKNOWN
    return Standing.PASSED if _within(reading.value, warn, metric) else Standing.WARNED


def _within(value: float, limit: float | None, metric: Metric) -> bool:
    """Whether `value` keeps `limit`; what cannot be compared, such as NaN, does not."""
    if limit is None:
        return True
    return value >= limit if metric.at_least else value <= limit
