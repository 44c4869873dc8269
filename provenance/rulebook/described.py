"""One rule with all that is known of it: declaration, pattern, settings, measurements."""

from dataclasses import dataclass

from provenance.model import Rule, Severity, Weights
from provenance.rulebook.book import Rulebook
from provenance.rulebook.measured import Count, Measured
from provenance.rulebook.patterns import Pattern


@dataclass(frozen=True, slots=True)
class Described:
    """One rule.

    Attributes:
        rule: As declared.
        pattern: How it looks for its text; null for a coded rule.
        severity: As the user wants it; null when it takes no part.
        measured: The labelled sets, each with what the rule flagged in it.
        weights: What scores rest on, its price among it.
    """

    rule: Rule
    pattern: Pattern | None
    severity: Severity | None
    measured: tuple[tuple[Measured, Count], ...]
    weights: Weights


def describe(target: str, declared: Rulebook, chosen: Rulebook) -> Described | None:
    """The rule whose id or name is `target`, in any case; null when there is none.

    Args:
        target: An id or a name.
        declared: All rules.
        chosen: Those that take part.
    """
    wanted = target.lower()
    rule = next((r for r in declared.rules if wanted in (r.rule_id.lower(), r.name)), None)
    if rule is None:
        return None
    return Described(
        rule=rule,
        pattern=next((p for p in declared.patterns if p.rule_id == rule.rule_id), None),
        severity=next((r.severity for r in chosen.rules if r.rule_id == rule.rule_id), None),
        measured=tuple(
            (each, each.rules[rule.rule_id])
            for each in declared.measured
            if rule.rule_id in each.rules
        ),
        weights=declared.weights,
    )
