"""Findings, limits and what could not be read to an exit code with its reasons and its table.

It refuses to pass a run that read less than it was given, or nothing at all,
or in which nothing was looked at, whatever the policy.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import polars as pl

from provenance.config import Limit
from provenance.config.policy import Policy, policy
from provenance.gate import metrics, terms
from provenance.gate.evidence import Evidence
from provenance.gate.limits import held
from provenance.model import METRICS, Measure, Standing, Verdict
from provenance.model.measures import shown

PASSED, FAILED, INVALID = 0, 1, 2
# Of all inputs, the share that may be passed over where the settings name no other. What is unread
# can hold whatever the gate looks for; single bad records stay far below this in scraped corpora,
# and beyond it something is wrong with the feed and not with a record.
MOST_UNREAD = 0.01


def judge(
    evidence: Evidence,
    fail_on: str,
    fail_under: int | None = None,
    limits: Sequence[Limit] = (),
    *,
    keep_going: bool = False,
) -> Verdict:
    """The verdict on a run. O(n log n) in its articles, findings and regions.

    Args:
        evidence: What it found and could not read.
        fail_on: See `provenance.config.policy`. Findings that are accepted do not count.
        fail_under: The score that every article must have; null for none.
        limits: Limits on metrics of the run. What the settings accept does not count in these;
            what the baseline accepts does, as it changes nothing about the articles.
        keep_going: Whether unread input is only counted, unless a path that was named is lost.

    Returns:
        The rows `unread`, `articles` (with the limits on it, and never under one), `checked`,
        `findings`, `fail-under` when it is set, and a row for each other limit by its name. The
        exit code is 2 when one of them is unknown, anything was unread or nothing looked at, else
        1 when one has failed, else 0. Of the reasons those for 2 come first, then what failed or
        why it passed, then what is beyond a warning limit.

    Raises:
        ConfigError: `fail_on` names no policy.
    """
    wanted, counting = policy(fail_on), evidence.counting
    rows = tuple(_rows(evidence, wanted, fail_under, limits, keep_going))
    invalid = [row for row in rows if _is_invalid(row)]
    failed = [row for row in rows if row.standing is Standing.FAILED and row not in invalid]
    code = INVALID if invalid else FAILED if failed else PASSED
    reasons = [*_unmet(invalid), *_failed(failed, counting, wanted)]
    if code == PASSED:
        reasons = [terms.passing(counting, len(evidence.articles), wanted)]
    return Verdict(code, (*reasons, *_warned(rows)), rows)


def _rows(
    evidence: Evidence,
    wanted: Policy,
    fail_under: int | None,
    limits: Sequence[Limit],
    keep_going: bool,
) -> Iterator[Measure]:
    by_metric = {limit.metric: limit for limit in limits}
    if keep_going:
        by_metric["unread-share"] = _passed_over(by_metric.get("unread-share"))
    own = by_metric.pop("articles", None)
    yield terms.unread(evidence.unread, evidence.lost, keep_going=keep_going)
    yield terms.articles(evidence, *((own.warn, own.error) if own else (None, None)))
    yield terms.checked(evidence)
    yield terms.findings(evidence.counting, wanted)
    if fail_under is not None:
        yield terms.fail_under(evidence.scores, fail_under)
    for metric, limit in sorted(by_metric.items()):
        reading = metrics.read(metric, evidence)
        yield held(METRICS[metric], reading, limit.warn, limit.error)


def _passed_over(own: Limit | None) -> Limit:
    """The limits on unread input that is passed over: the user's, and never none that fails."""
    if own is None:
        return Limit("unread-share", error=MOST_UNREAD)
    return own if own.error is not None else replace(own, error=max(MOST_UNREAD, own.warn or 0))


def _is_invalid(row: Measure) -> bool:
    """Whether the run is no valid one for this row."""
    if row.standing is not Standing.FAILED:
        return row.standing is Standing.UNKNOWN
    return row.name in ("unread", "checked") or (row.name == "articles" and not row.value)


def _unmet(rows: Sequence[Measure]) -> Iterator[str]:
    """Why the run is no valid one; without an article that alone says it."""
    for row in rows:
        if row.reason:
            own = row.name in ("unread", "articles", "checked")
            yield row.reason if own else f"{row.name} could not be judged: {row.reason}"


def _failed(rows: Sequence[Measure], counting: pl.DataFrame, wanted: Policy) -> Iterator[str]:
    for row in rows:
        if row.name == "findings":
            yield from terms.failing(counting, wanted)
        else:
            by_article = row.name == "fail-under" and row.reason
            yield by_article or _beyond(row, row.error)


def _warned(rows: Sequence[Measure]) -> Iterator[str]:
    for row in rows:
        if row.standing is Standing.WARNED and row.name == "unread":
            yield row.reason or row.name
        elif row.standing is Standing.WARNED:
            yield f"beyond a warning limit: {_beyond(row, row.warn)}"


def _beyond(row: Measure, limit: float | None) -> str:
    """`mean-score: 58.2 is under 60`."""
    if row.value is None or limit is None:
        return row.name
    value, bound = shown(row.value, row.unit, limit), shown(limit, row.unit, row.value)
    return f"{row.name}: {value} is {'under' if row.at_least else 'over'} {bound}"
