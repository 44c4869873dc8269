"""The gate: findings and what could not be read to an exit code with its reasons.

Pure. It reads nothing but its arguments and prints nothing. It refuses to pass
a run that read less than it was given, or nothing at all, whatever the policy.
"""

import difflib
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import polars as pl

from provenance.errors import ConfigError
from provenance.model import Severity, Unread, Verdict

PASSED, FAILED, INVALID = 0, 1, 2
NEVER = "never"
_LEVELS = (Severity.ERROR, Severity.WARNING, Severity.INFO)  # most serious first


@dataclass(frozen=True, slots=True)
class Policy:
    """What fails the gate.

    Attributes:
        level: `error`, `warning`, `info` or `never`; null when only rules are named.
        rules: Rule ids, or the letters and digits ids begin with, that fail it at any severity.
    """

    level: str | None
    rules: tuple[str, ...]


def judge(
    findings: pl.DataFrame, unread: Sequence[Unread], articles_count: int, fail_on: str
) -> Verdict:
    """The verdict on a run.

    Args:
        findings: A frame of `Finding`.
        unread: Input that could not be read; any one makes the run invalid.
        articles_count: Articles read; none makes the run invalid.
        fail_on: See `policy`.

    Returns:
        Exit code 2 when something was unread or nothing was read, else 1 when a finding reaches
        the policy, else 0. Findings that fail the gate are named even beside unread input.

    Raises:
        ConfigError: `fail_on` names no policy.
    """
    wanted = policy(fail_on)
    reasons = _invalid(unread, articles_count)
    failing = _failing(findings, wanted)
    exit_code = INVALID if reasons else FAILED if failing else PASSED
    reasons += failing
    return Verdict(exit_code, tuple(reasons or [_passed(len(findings), articles_count, wanted)]))


def policy(fail_on: str) -> Policy:
    """The policy that a comma-separated list of one level at most and rule ids stands for.

    A list of rule ids alone fails on those only; `error,NUM001` on errors and on that rule.

    Raises:
        ConfigError: A name is neither a level nor like a rule id, or two levels are named.

    >>> policy("error, NUM001")
    Policy(level='error', rules=('NUM001',))
    """
    names = [name.strip() for name in fail_on.split(",") if name.strip()]
    levels = [name for name in names if name in (*_LEVELS, NEVER)]
    rules = tuple(name for name in names if name not in levels)
    for name in rules:
        if not (name.isascii() and name.isalnum() and name.isupper()):
            raise _unknown(name)
    if len(levels) > 1 or not names:
        raise ConfigError(
            f"the gate needs one level or some rule ids, not {fail_on!r}",
            hint="for example --fail-on warning, --fail-on NUM001 or --fail-on error,NUM001",
        )
    return Policy(levels[0] if levels else None, rules)


def refuse_blind(fail_on: str, rule_ids: Collection[str]) -> None:
    """Refuses a gate that could never fail, or never on what it names.

    Args:
        fail_on: See `policy`.
        rule_ids: The rules that take part.

    Raises:
        ConfigError: No rule takes part, or `fail_on` names no policy, or a rule that does not.
    """
    if not rule_ids:
        raise ConfigError("no rule takes part", hint="loosen `select`, `ignore` or `severity`")
    for name in policy(fail_on).rules:
        if not any(rule_id.startswith(name) for rule_id in rule_ids):
            raise ConfigError(
                f"the gate is to fail on {name}, but no such rule takes part",
                hint="see `provenance rules list`, and whether it is ignored or off",
            )


def _unknown(name: str) -> ConfigError:
    near = difflib.get_close_matches(name.lower(), [*_LEVELS, NEVER], 1)
    guess = f"did you mean {near[0]}? " if near else ""
    return ConfigError(
        f"{name!r} is no level of the gate and no rule id",
        hint=f"{guess}levels are error, warning, info and never; ids look like NUM001",
    )


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
    return _LEVELS[: _LEVELS.index(Severity(level)) + 1] if level in _LEVELS else ()


def _counted(number: int, thing: str) -> str:
    """A number with its noun: `1 file`, `1,200 files`."""
    if thing == Severity.INFO:
        thing = "info finding"
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"
