"""Reads a rule pack: `pack:`, `locale:` and `rules:`.

A rule is either a text rule with a `match:`, or a coded rule with the name of
the `check:` that decides it. Every rule has examples that must be found and
examples that must stay silent, two of each at least.
"""

import re
import string
from dataclasses import dataclass

from provenance.model import Confidence, Rule, Severity
from provenance.rulebook import patterns
from provenance.rulebook.document import Items, Node, Table
from provenance.rulebook.faults import FaultLog, Place, shown
from provenance.rulebook.fields import Fields, filled_text_of
from provenance.rulebook.patterns import Pattern

_DECLARED = ("id", "name", "category", "severity", "confidence", "message", "why", "fix")
_ID = re.compile(r"[A-Z]{3}[0-9]{3}")
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LOCALE = re.compile(r"[a-z]{2,3}")
_FEWEST_EXAMPLES = 2


@dataclass(frozen=True, slots=True)
class Entry:
    """One rule as it stands in a pack.

    Attributes:
        rule: What it declares.
        pattern: How it looks for its text; null for a coded rule.
        at: Where its id stands.
        log: The log of its file.
    """

    rule: Rule
    pattern: Pattern | None
    at: Place
    log: FaultLog


def read(document: Node, log: FaultLog) -> list[Entry]:
    """The rules of a pack, in its order; faults go to the log."""
    fields = Fields.of(document, "a pack", log, required=("pack", "locale", "rules"))
    _name(fields, "pack")
    locale = fields.text("locale", "und")
    if not _LOCALE.fullmatch(locale):
        advice = "write a language such as `en`, or `und` for any"
        log.add(fields.at_key("locale"), f"{shown(locale)} is not a locale", advice)
    rules = fields.node("rules")
    if isinstance(rules, Items):
        return [_entry(node, locale, log) for node in rules.items]
    if rules is not None:
        log.add(rules.at, "`rules` must be a list")
    return []


def _entry(node: Node, locale: str, log: FaultLog) -> Entry:
    fields = Fields.of(
        node, "a rule", log, required=(*_DECLARED, "examples", "since"), optional=_looks(node)
    )
    if ("match" in fields) == ("check" in fields):
        advice = "a text rule has `match`, a coded rule the name of its `check`"
        log.add(node.at, "a rule has either `match` or `check`", advice)
    rule = _rule(fields, locale, log)
    pattern = patterns.read(fields, rule.rule_id, locale) if "match" in fields else None
    return Entry(rule, pattern, fields.at_key("id"), log)


def _looks(node: Node) -> tuple[str, ...]:
    """The keys that say how a rule looks; a coded rule has only one."""
    coded = isinstance(node, Table) and any(key.text == "check" for key, _ in node.entries)
    return ("check", "match") if coded else ("check", *patterns.KEYS)


def _rule(fields: Fields, locale: str, log: FaultLog) -> Rule:
    rule_id = fields.text("id")
    if rule_id and not _ID.fullmatch(rule_id):
        advice = "an id is the three letters of the family and three digits, such as `BPL001`"
        log.add(fields.at_key("id"), f"{shown(rule_id)} is not a rule id", advice)
    examples = _examples(fields)
    return Rule(
        rule_id=rule_id,
        name=_name(fields, "name"),
        family=rule_id[:3],
        category=_name(fields, "category"),
        severity=Severity(fields.choice("severity", tuple(Severity), Severity.INFO)),
        confidence=Confidence(fields.choice("confidence", tuple(Confidence), Confidence.LOW)),
        message=_message(fields),
        why=fields.text("why"),
        fix=fields.text("fix"),
        locale=locale,
        check=fields.text("check") or None,
        hits=_corpora(examples, "hit"),
        misses=_corpora(examples, "miss"),
        one_outlet=examples.choice("outlet", ("same", "other"), "other") == "same",
        since=fields.text("since"),
        place=f"{log.file.place}:{fields.at_key('id').line}",
    )


def _name(fields: Fields, key: str) -> str:
    name = fields.text(key)
    if name and not _NAME.fullmatch(name):
        advice = "write it in lower case with hyphens, such as `share-bar`"
        fields.log.add(fields.at_key(key), f"`{key}` cannot be {shown(name)}", advice)
    return name


def _message(fields: Fields) -> str:
    """The message; only plain `{names}` may stand in it, since it is filled by `str.format`."""
    message = fields.text("message")
    at = fields.at_key("message")
    try:
        parts = list(string.Formatter().parse(message))
    except ValueError:
        fields.log.add(at, "a brace in `message` has no partner", "write {{ or }} for a brace")
        return message
    coded = "check" in fields
    for _, name, spec, conversion in parts:
        if name is None:
            continue
        if not (name.isidentifier() if coded else name == "match") or spec or conversion:
            advice = "a name alone, such as {left}" if coded else "a text rule has {match} only"
            fields.log.add(at, f"`message` cannot be filled: {shown('{' + name + '}')}", advice)
    return message


def _examples(fields: Fields) -> Fields:
    node = fields.node("examples")
    if node is None:
        return Fields("`examples`", fields.at, {}, fields.log)
    return Fields.of(node, "`examples`", fields.log, required=("hit", "miss"), optional=("outlet",))


def _corpora(examples: Fields, key: str) -> tuple[tuple[str, ...], ...]:
    """Each example as the texts of a small corpus; most are one text."""
    node = examples.node(key)
    if node is None:
        return ()
    items = node.items if isinstance(node, Items) else ()
    if len(items) < _FEWEST_EXAMPLES:
        message = f"`{key}` needs at least {_FEWEST_EXAMPLES} examples in a list"
        examples.log.add(node.at, message)
    return tuple(
        tuple(
            filled_text_of(text, examples.log)
            for text in (item.items if isinstance(item, Items) else (item,))
        )
        for item in items
    )
