"""Whether a gate could fail on what it names, given the rules that take part."""

from collections.abc import Collection

from provenance.config.policy import policy
from provenance.errors import ConfigError


def refuse_blind(fail_on: str, rule_ids: Collection[str]) -> None:
    """Refuses a gate that could never fail, or never on a rule it names.

    Args:
        fail_on: See `provenance.config.policy`.
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
