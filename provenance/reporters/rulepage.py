"""The page of one rule: everything it declares, and all that is known of it."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, fields
from typing import Any

from provenance.model import Clean, Example, Removal
from provenance.reporters import precision, prices
from provenance.reporters.json import as_document
from provenance.reporters.labels import field, hanging, on_record
from provenance.reporters.palette import Style
from provenance.reporters.safe import printable
from provenance.rulebook.described import Described
from provenance.rulebook.patterns import Pattern, Where
from provenance.rulebook.terms import Term
from provenance.trials.labelled import FURNITURE

_TAKES_OUT = {
    Removal.LINE: "the line",
    Removal.MATCH: "the place",
    Removal.REST: "all from there on",
}


def page(described: Described, style: Style) -> bytes:
    """Everything about a rule, for people; UTF-8."""
    rule = described.rule
    told = described.severity
    lines = [
        style.paint(f"{rule.rule_id} {printable(rule.name)}", "strong"),
        *field("severity", f"{told or rule.severity}, confidence {rule.confidence}", style),
        *_settings(described, style),
        *field("category", rule.category, style),
        *field("language", "any" if rule.locale == "und" else rule.locale, style),
        *field("says", rule.message, style),
        *field("why", rule.why, style),
        *field("fix", rule.fix, style),
        *prices.lines(rule.rule_id, told or rule.severity, described.weights, style),
        *field("decided by", f"the check {rule.check}" if rule.check else "its patterns", style),
        *(_pattern(described.pattern, style) if described.pattern else ()),
        *(field("cleaned by", _clean(rule.clean), style) if rule.clean else ()),
        *(field("tags", ", ".join(rule.tags), style) if rule.tags else ()),
        *(line for link in rule.links for line in field("see", link, style)),
        *field("since", rule.since, style),
        *field("declared in", rule.place, style),
        *_measured(described, style),
        *_examples("found in", rule.hits, style),
        *_examples("silent on", rule.misses, style),
    ]
    return "\n".join([*lines, ""]).encode()


def as_json(described: Described, style: Style) -> bytes:  # noqa: ARG001  (as `page`)
    """The same as a JSON object; UTF-8. `settings_severity` is null when the rule is off."""
    pattern = described.pattern
    sets = [
        {"set": each.name, "source": each.source, "date": each.date, **precision.as_fields(count)}
        for each, count in described.measured
    ]
    return as_document(
        {
            **asdict(described.rule),
            "settings_severity": described.severity,
            "look": _look(pattern) if pattern else None,
            "measured": sets,
            "price": prices.as_fields(
                described.rule.rule_id,
                described.severity or described.rule.severity,
                described.weights,
            ),
        }
    )


def _settings(described: Described, style: Style) -> list[str]:
    """What the settings change."""
    if described.severity is None and described.rule.opt_in:
        return field("settings", "off unless they name it", style)
    if described.severity is None:
        return field("settings", "switch it off", style)
    if described.severity != described.rule.severity:
        return field("settings", f"change it from {described.rule.severity}", style)
    return []


def _pattern(pattern: Pattern, style: Style) -> Iterator[str]:
    look = _look(pattern)
    yield from field("looks at", f"each {look['scope']}", style)
    for name, key in (("for", "match"), ("leaves alone", "except")):
        for kind, values in look[key].items():
            told = "; ".join(values) if isinstance(values, list) else _options(values)
            yield from field(name, f"{kind}: {told}", style)
    if look["where"]:
        yield from field("where", _options(look["where"]), style)
    yield from field("flags", "the whole" if look["flags"] == "whole" else "the place", style)


def _look(pattern: Pattern) -> dict[str, Any]:
    """How a rule looks, by the keys of its file."""
    request = pattern.request
    match = {request.kind: asdict(request.options)} if request else _terms(pattern.match)
    limits = {each.name: getattr(pattern.where, each.name) for each in fields(Where)}
    where = {key.replace("_", "-"): value for key, value in limits.items() if value}
    return {
        "scope": pattern.scope,
        "match": match,
        "where": where | ({"after": list(pattern.after)} if pattern.after else {}),
        "except": _terms(pattern.exceptions),
        "flags": "whole" if pattern.whole else "match",
    }


def _terms(terms: Iterable[Term]) -> dict[str, list[str]]:
    told: dict[str, list[str]] = {}
    for term in terms:
        told.setdefault(term.kind, []).append(term.value)
    return told


def _options(options: dict[str, Any]) -> str:
    return ", ".join(
        key.replace("_", "-") + ("" if value is True else f" {_words(value)}")
        for key, value in options.items()
        if value is not None
    )


def _words(value: Any) -> str:  # noqa: ANN401  (whatever an option holds)
    if isinstance(value, list | tuple):
        return " / ".join(map(_words, value))
    return f"{value:g}" if isinstance(value, float) else str(value)


def _clean(clean: Clean) -> str:
    change = f"“{clean.replacement}” in place of" if clean.replacement else "taking out"
    safety = "safe" if clean.safe else "only on request"
    return f"{change} {_TAKES_OUT[clean.removal]} ({safety})"


def _measured(described: Described, style: Style) -> Iterator[str]:
    for each, count in described.measured:
        told = f"{count.hits:,} lines flagged, {count.right:,} not of the story"
        if described.rule.family in FURNITURE:
            told += f": precision {precision.share(count.right, count.hits)}"
        yield from field("measured", f"{precision.set_name(each)}: {told}", style)


def _examples(name: str, examples: tuple[Example, ...], style: Style) -> Iterator[str]:
    """Examples; the earlier articles that one needs stand under it."""
    yield ""
    yield f"  {name}"
    for example in examples:
        for number, text in enumerate(example.texts):
            lead = "    beside: " if number else "  - "
            for line in text.splitlines() or [""]:
                yield from hanging(lead, line, style)
                lead = " " * len(lead)
        if record := on_record(example):
            yield from hanging("    ", record, style)


PAGES = {"text": page, "json": as_json}
