"""What fails the gate: a level of severity, and rules that fail it at any.

Goes in: the words of `fail-on`. Comes out: a `Policy`. It does not know which
rules there are.
"""

import difflib
import re
from dataclasses import dataclass

from provenance.errors import ConfigError
from provenance.model import Severity

NEVER = "never"
LEVELS = (Severity.ERROR, Severity.WARNING, Severity.INFO)  # most serious first
# A rule id, or the letters and digits that ids begin with.
RULES = re.compile(r"[A-Z]{1,3}|[A-Z]{3}[0-9]{1,3}")
_WORDS = (*LEVELS, NEVER)


@dataclass(frozen=True, slots=True)
class Policy:
    """What fails the gate.

    Attributes:
        level: `error`, `warning`, `info` or `never`; null when only rules are named.
        rules: Rule ids, or the letters and digits ids begin with, that fail it at any severity;
            sorted.
    """

    level: str | None
    rules: tuple[str, ...]

    def __str__(self) -> str:
        """As it can stand in a settings file, the level first."""
        return ",".join([self.level, *self.rules] if self.level else self.rules)

    @property
    def severities(self) -> tuple[Severity, ...]:
        """The severities that reach the level, most serious first."""
        if self.level in (None, NEVER):
            return ()
        return LEVELS[: LEVELS.index(Severity(self.level)) + 1]


def policy(fail_on: str) -> Policy:
    """The policy that a comma-separated list of one level at most and rule ids stands for.

    A list of rule ids alone fails on those only; `error,NUM001` on errors and on that rule.

    Raises:
        ConfigError: A name is neither a level nor like a rule id, or two levels are named.

    >>> policy("NUM001, error")
    Policy(level='error', rules=('NUM001',))
    """
    names = sorted({name.strip() for name in fail_on.split(",")} - {""})
    levels = [name for name in names if name in _WORDS]
    rules = tuple(name for name in names if name not in levels)
    for name in rules:
        if not RULES.fullmatch(name):
            raise _unknown(name)
    if len(levels) > 1 or not names:
        raise ConfigError(
            f"the gate needs one level or some rule ids, not {_short(fail_on)}",
            hint="for example warning, NUM001 or error,NUM001",
        )
    return Policy(levels[0] if levels else None, rules)


def _unknown(name: str) -> ConfigError:
    near = difflib.get_close_matches(name[:40].lower(), _WORDS, 1)
    guess = f"did you mean {near[0]}? " if near else ""
    return ConfigError(
        f"{_short(name)} is no level of the gate and no rule id",
        hint=f"{guess}levels are error, warning, info and never; ids look like NUM001",
    )


def _short(text: str) -> str:
    """`text` as it can stand in a message: escaped, and not longer than 60 characters."""
    shown = repr(text[:60])
    return shown if len(shown) <= 60 else shown[:57] + "..."
