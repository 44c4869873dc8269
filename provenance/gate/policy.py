"""What fails the gate: a level of severity, and rules that fail it at any."""

import difflib
from collections.abc import Collection
from dataclasses import dataclass

from provenance.errors import ConfigError
from provenance.model import Severity

NEVER = "never"
LEVELS = (Severity.ERROR, Severity.WARNING, Severity.INFO)  # most serious first


@dataclass(frozen=True, slots=True)
class Policy:
    """What fails the gate.

    Attributes:
        level: `error`, `warning`, `info` or `never`; null when only rules are named.
        rules: Rule ids, or the letters and digits ids begin with, that fail it at any severity.
    """

    level: str | None
    rules: tuple[str, ...]


def policy(fail_on: str) -> Policy:
    """The policy that a comma-separated list of one level at most and rule ids stands for.

    A list of rule ids alone fails on those only; `error,NUM001` on errors and on that rule.

    Raises:
        ConfigError: A name is neither a level nor like a rule id, or two levels are named.

    >>> policy("error, NUM001")
    Policy(level='error', rules=('NUM001',))
    """
    names = [name.strip() for name in fail_on.split(",") if name.strip()]
    levels = [name for name in names if name in (*LEVELS, NEVER)]
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
    near = difflib.get_close_matches(name.lower(), [*LEVELS, NEVER], 1)
    guess = f"did you mean {near[0]}? " if near else ""
    return ConfigError(
        f"{name!r} is no level of the gate and no rule id",
        hint=f"{guess}levels are error, warning, info and never; ids look like NUM001",
    )
