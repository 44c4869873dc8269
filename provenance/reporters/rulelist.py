"""The rules that take part: a table for people, JSON for programs, a page for the manual."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict

from provenance.model import Example, Rule
from provenance.reporters import precision
from provenance.reporters.cells import head
from provenance.reporters.json import as_document
from provenance.reporters.labels import on_record
from provenance.reporters.palette import Style
from provenance.reporters.safe import printable
from provenance.rulebook.measured import Count, Measured
from provenance.trials.labelled import FURNITURE, pack

_MARKUP = re.compile(r"[\\`*_\[\]<>#|&~]")
_NOTHING = Count(0, 0)
Sets = Sequence[Measured]


def table(rules: Sequence[Rule], sets: Sets, style: Style) -> bytes:  # noqa: ARG001
    """One line a rule: id, severity, confidence, language, name and message; UTF-8."""
    width = max((len(rule.name) for rule in rules), default=0)
    lines = []
    for rule in rules:
        severity = style.paint(f"{rule.severity:<8}", rule.severity)
        facts = f"{rule.rule_id} {severity}{rule.confidence:<7}{printable(rule.locale):<4}"
        room = max(20, style.width - 28 - width)
        message = head(printable(rule.message), room)
        lines.append(f"{facts}{printable(rule.name):<{width}}  {message}\n")
    return "".join(lines).encode()


def as_json(rules: Sequence[Rule], sets: Sets, style: Style) -> bytes:  # noqa: ARG001
    """A JSON list of the rules: the fields of `Rule` but its place, and `measured`; UTF-8."""
    items = []
    for rule in rules:
        item = asdict(rule)
        del item["place"]
        item["measured"] = [
            {"set": each.name, "date": each.date, **precision.as_fields(each.rules[rule.rule_id])}
            for each in sets
            if rule.rule_id in each.rules
        ]
        items.append(item)
    return as_document(items)


def as_markdown(rules: Sequence[Rule], sets: Sets, style: Style) -> bytes:  # noqa: ARG001
    """A page: what was measured of each pack, then one section a rule with its examples; UTF-8."""
    measured = _measured(rules, sets) if sets else ()
    sections = (_section(rule, sets) for rule in rules)
    return "".join(["# Rules\n", *measured, *sections]).encode()


def _measured(rules: Sequence[Rule], sets: Sets) -> Iterator[str]:
    """The sets, a table of the packs, and what is told per category."""
    yield "\n## What was measured\n\n"
    yield (
        "Lines of web pages that people judged: of the story, or not. Counted are the lines that "
        "rules flag at\nwarning or error, each once; rules that only inform are not counted. "
        "Precision is the share of these that\nare not of the story, with its 95 % interval "
        "(Wilson 1927); recall the share of all lines not of the story\nthat are flagged. What a "
        "category could have found is not labelled, so its column is its share of all lines\nnot "
        "of the story. Most pages are English: other packs meet few lines of theirs, and where few "
        "were flagged\nthe interval says more than the share.\n\n"
    )
    for each in sets:
        told = [
            each.what,
            each.source,
            f"{each.lines:,} lines, {each.furniture:,} not of the story",
        ]
        about = "; ".join(filter(None, told))
        yield f"- {_plain(precision.set_name(each))}: {_plain(about)}\n"
    furniture = [rule for rule in rules if rule.family in FURNITURE]
    packs = dict.fromkeys(pack(rule) for rule in furniture)
    yield from _precision("pack", sets, packs, [each.packs for each in sets])
    categories = sorted({rule.category for rule in furniture})
    yield from _precision("category", sets, categories, [each.categories for each in sets])
    yield from _families(sets)


def _precision(
    what: str, sets: Sets, names: Iterable[str], counts: Sequence[Mapping[str, Count]]
) -> Iterator[str]:
    """A table with a row for each name and set."""
    yield f"\n| {what} | set | flagged | not of the story | precision | recall |\n"
    yield "|---|---|---|---|---|---|\n"
    for name in names:
        for each, counted in zip(sets, counts, strict=True):
            count = counted.get(name, _NOTHING)
            shown = precision.share(count.right, count.hits)
            recall = precision.share(count.right, each.furniture)
            numbers = f"{count.hits:,} | {count.right:,} | {shown} | {recall}"
            yield f"| {_plain(name)} | {_plain(precision.set_name(each))} | {numbers} |\n"


def _families(sets: Sets) -> Iterator[str]:
    """A table of what each family flags: of the lines that are not of the story, and of others."""
    yield "\n| family | set | of the lines not of the story | of the story lines |\n"
    yield "|---|---|---|---|\n"
    for name in sorted({name for each in sets for name in each.families}):
        for each in sets:
            count = each.families.get(name, _NOTHING)
            found = precision.share(count.right, each.furniture)
            touched = precision.share(count.hits - count.right, each.lines - each.furniture)
            row = f"{_plain(name)} | {_plain(precision.set_name(each))} | {found} | {touched}"
            yield f"| {row} |\n"


def _section(rule: Rule, sets: Sets) -> str:
    facts = f"{rule.severity}, confidence {rule.confidence}, language {rule.locale}"
    facts += f", category {rule.category}, since {rule.since}"
    examples = [*_examples("finds", rule.hits), *_examples("leaves alone", rule.misses)]
    return "\n".join(
        [
            f"\n## {rule.rule_id} {rule.name}\n",
            f"{_plain(facts)}.\n",
            f"> {_plain(rule.message)}\n",
            f"{_plain(rule.why)}\n",
            f"What to do: {_plain(rule.fix)}\n",
            *_of_rule(rule, sets),
            *examples,
            "",
        ]
    )


def _of_rule(rule: Rule, sets: Sets) -> Iterator[str]:
    """What was measured of a text rule that says that a line is not of the story."""
    if not sets or rule.check or rule.family not in FURNITURE:
        return
    told = [
        f"{precision.share(count.right, count.hits)} of {count.hits:,} lines "
        f"({precision.set_name(each)})"
        for each in sets
        if (count := each.rules.get(rule.rule_id))
    ]
    yield f"Precision: {_plain('; '.join(told) or 'it flags no line of the sets')}.\n"


def _examples(verb: str, examples: Sequence[Example]) -> Iterator[str]:
    """The judged text of each example, as an indented block that no mark-up can leave."""
    for example in examples:
        record = on_record(example)
        yield f"It {verb}, where {record}:\n" if record else f"It {verb}:\n"
        yield from (f"    {printable(line)}" for line in example.texts[0].splitlines())
        yield ""


def _plain(text: str) -> str:
    """Text that Markdown and the HTML in it leave as it is."""
    return _MARKUP.sub(r"\\\g<0>", printable(" ".join(text.split())))


LISTS = {"text": table, "json": as_json, "markdown": as_markdown}
