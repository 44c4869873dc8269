"""Findings, limits and what could not be read to an exit code with its reasons.

It refuses to pass a run that read less than it was given, or nothing at all,
whatever the policy.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

from provenance.config import Limit
from provenance.gate.policy import LEVELS, Policy, policy
from provenance.model import Severity, Unread, Verdict

PASSED, FAILED, INVALID = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the gate judges by.

    Attributes:
        articles, findings, outcomes, scores, reuse, regions, clusters: Frames of `Article`,
            `Finding`, `Outcome`, `Score`, `Reuse`, `Region` and `Cluster`, of the articles judged.
        unread: Input that could not be read.
    """

    articles: pl.DataFrame
    findings: pl.DataFrame
    outcomes: pl.DataFrame
    scores: pl.DataFrame
    reuse: pl.DataFrame
    regions: pl.DataFrame
    clusters: pl.DataFrame
    unread: Sequence[Unread]


def judge(
    evidence: Evidence,
    fail_on: str,
    fail_under: int | None = None,
    limits: Sequence[Limit] = (),
) -> Verdict:
    """The verdict on a run.

    Args:
        evidence: What it found and could not read. Any unread input, or no article, makes the run
            invalid.
        fail_on: See `policy`. Findings that are accepted do not count.
        fail_under: The score that every article must have; null for none.
        limits: Limits on metrics of the run; accepted findings count in these, as they change
            nothing about the articles.

    Returns:
        Exit code 2 when something was unread, nothing was read, or what has a limit could not be
        measured; else 1 when a finding reaches the policy or a limit is passed; else 0. Findings
        that fail the gate are named even beside unread input.

    Raises:
        ConfigError: `fail_on` names no policy.
    """
    wanted = policy(fail_on)
    counting = evidence.findings.filter(pl.col("accepted").is_null())
    reasons = _invalid(evidence.unread, len(evidence.articles))
    failing = _failing(counting, wanted)
    exit_code = INVALID if reasons else FAILED if failing else PASSED
    reasons += failing
    passed = [_passed(len(counting), len(evidence.articles), wanted)]
    return Verdict(exit_code, tuple(reasons or passed))


def _invalid(unread: Sequence[Unread], articles_count: int) -> list[str]:
    """Why the run is no valid run; empty when it is one."""
    reasons = []
    if unread:
        files = len({_file(item.place) for item in unread})
        where = f"in {_counted(files, 'file')}" if len(unread) > 1 else f"({unread[0].place})"
        reasons.append(f"{_counted(len(unread), 'input')} could not be read {where}")
    if not articles_count:
        reasons.append("there was no article to check")
    return reasons


def _file(place: str) -> str:
    """The file of a place, `file` or `file:line`."""
    path, _, line = place.rpartition(":")
    return path if path and line.isdecimal() else place


def _failing(findings: pl.DataFrame, wanted: Policy) -> list[str]:
    """One reason for the level and one for each rule or family that was found."""
    reasons = []
    counts = Counter(findings["severity"].to_list())
    told = [_counted(counts[level], level) for level in _reached(wanted.level) if counts[level]]
    if told:
        reasons.append(f"{' and '.join(told)} found, and the gate fails on {wanted.level}")
    ids = Counter(findings["rule_id"].to_list())
    for name in wanted.rules:
        number = sum(count for rule_id, count in ids.items() if rule_id.startswith(name))
        if number:
            reasons.append(f"{_counted(number, 'finding')} of {name}, on which the gate fails")
    return reasons


def _passed(findings_count: int, articles_count: int, wanted: Policy) -> str:
    where = f"in {_counted(articles_count, 'article')}"
    if not findings_count:
        return f"no finding {where}"
    told = f"{_counted(findings_count, 'finding')} {where}"
    looked_for = [*_reached(wanted.level), *wanted.rules]
    if not looked_for:
        return f"{told}, and the gate fails on none"
    return f"no {' or '.join(looked_for)} among {told}"


def _reached(level: str | None) -> tuple[Severity, ...]:
    """The severities that fail the gate at `level`, most serious first."""
    return LEVELS[: LEVELS.index(Severity(level)) + 1] if level in LEVELS else ()


def _counted(number: int, thing: str) -> str:
    """A number with its noun: `1 file`, `1,200 files`."""
    if thing == Severity.INFO:
        thing = "info finding"
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"
