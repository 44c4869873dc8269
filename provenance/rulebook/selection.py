"""Which rules take part, and how much they matter, by the user's settings.

A rule is named by its id, by the beginning of it (`BPL` is a family, `BPL02` a
group), by its category or by its name.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from provenance.errors import ConfigError, FaultList
from provenance.model import Rule, Scope, Severity
from provenance.rulebook.book import Rulebook
from provenance.rulebook.faults import nearest, shown
from provenance.rulebook.patterns import Pattern

OFF = "off"
_ID_BEGINNING = re.compile(r"[A-Z]{3}[0-9]{0,3}")


def select(
    book: Rulebook,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    severity: Iterable[tuple[str, str]] = (),
) -> Rulebook:
    """The rulebook with only the rules that take part, their severities as the user wants them.

    Args:
        book: All rules.
        select: Names of rules that take part; when there are none all do, but for those of packs
            that are `opt-in`, which `select` or `severity` must name.
        ignore: Names of rules that do not, whatever `select` says.
        severity: Names of rules and their level or `off`; a later pair wins.

    Returns:
        A rule finds the same whatever others take part: the patterns of those that it asks what
        they flag (`after:`, `run:`) stay, silently.

    Raises:
        FaultList: Of `ConfigError`: names that are no rule's, levels that do not exist.
    """
    severity = tuple(severity)
    faults = _unknown(book, select, ignore, severity)
    if faults:
        raise FaultList(faults)
    rules = [
        changed
        for rule in book.rules
        if _takes_part(rule, select, severity) and not _is_named(rule, ignore)
        if (changed := _with_severity(rule, severity))
    ]
    kept = {rule.rule_id for rule in rules}
    asked = _asked(book.patterns, kept)
    patterns = tuple(
        pattern if pattern.rule_id in kept else replace(pattern, silent=True)
        for pattern in book.patterns
        if pattern.rule_id in kept | asked
    )
    off = {rule.family for rule in book.rules if not rule.opt_in} - {rule.family for rule in rules}
    loud = {rule.rule_id for rule in rules if rule.severity is not Severity.INFO}
    quieted = tuple(
        rule.rule_id
        for rule in book.rules
        if not (rule.opt_in or rule.severity is Severity.INFO or rule.rule_id in loud)
    )
    return replace(
        book,
        rules=tuple(rules),
        patterns=patterns,
        off=book.off | off,
        quieted=(*book.quieted, *quieted),
    )


def _asked(patterns: Sequence[Pattern], kept: set[str]) -> set[str]:
    """The rules that those kept ask what they flag."""
    runs = {
        p.rule_id[:3]
        for p in patterns
        if p.rule_id in kept and p.request and p.request.kind == "run"
    }
    asked = {
        p.rule_id for p in patterns if p.rule_id[:3] in runs and p.match and p.scope is Scope.LINE
    }
    return asked | {other for p in patterns if p.rule_id in kept | asked for other in p.after}


def _takes_part(rule: Rule, select: Sequence[str], severity: tuple[tuple[str, str], ...]) -> bool:
    if select or not rule.opt_in:
        return not select or _is_named(rule, select)
    return _is_named(rule, [name for name, level in severity if level != OFF])


def _unknown(
    book: Rulebook,
    select: Sequence[str],
    ignore: Sequence[str],
    severity: tuple[tuple[str, str], ...],
) -> list[ConfigError]:
    levels = (*Severity, OFF)
    names = [name for name, _ in severity]
    settings = {"select": select, "ignore": ignore, "severity": names}
    words = {word for rule in book.rules for word in (rule.rule_id, rule.category, rule.name)}
    faults = [
        ConfigError(f"`{setting}` names no rule: {shown(name)}", hint=nearest(name, words))
        for setting, wanted in settings.items()
        for name in wanted
        if not any(_is_named(rule, (name,)) for rule in book.rules)
    ]
    faults += [
        ConfigError(f"`severity` of {shown(name)} cannot be {shown(level)}", hint=_one_of(levels))
        for name, level in severity
        if level not in levels
    ]
    return faults


def _one_of(levels: Iterable[str]) -> str:
    return f"it is one of {', '.join(levels)}"


def _is_named(rule: Rule, names: Iterable[str]) -> bool:
    return any(
        name in (rule.category, rule.name)
        or (_ID_BEGINNING.fullmatch(name) is not None and rule.rule_id.startswith(name))
        for name in names
    )


def _with_severity(rule: Rule, severity: tuple[tuple[str, str], ...]) -> Rule | None:
    """The rule with the last severity given for it; null when that is `off`."""
    for name, level in reversed(severity):
        if _is_named(rule, (name,)):
            return None if level == OFF else replace(rule, severity=Severity(level))
    return rule
