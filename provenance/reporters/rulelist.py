"""The rules that take part: a table for people, JSON for programs, a page for the manual."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict

from provenance.model import Rule
from provenance.reporters.cells import head
from provenance.reporters.json import as_document
from provenance.reporters.palette import Style
from provenance.reporters.safe import printable

_MARKUP = re.compile(r"[\\`*_\[\]<>#|&~]")


def table(rules: Sequence[Rule], style: Style) -> bytes:
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


def as_json(rules: Sequence[Rule], style: Style) -> bytes:  # noqa: ARG001  (as `table`)
    """A JSON list of the rules, each with the fields of `Rule` but its place; UTF-8."""
    items = [asdict(rule) for rule in rules]
    for item in items:
        del item["place"]
    return as_document(items)


def as_markdown(rules: Sequence[Rule], style: Style) -> bytes:  # noqa: ARG001  (as `table`)
    """A page with one section a rule: what it says, why, what to do, its examples; UTF-8."""
    return "".join(["# Rules\n", *(_section(rule) for rule in rules)]).encode()


def _section(rule: Rule) -> str:
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
            *examples,
            "",
        ]
    )


def _examples(verb: str, examples: Sequence[tuple[str, ...]]) -> Iterator[str]:
    """The judged text of each example, as an indented block that no mark-up can leave."""
    for texts in examples:
        yield f"It {verb}:\n"
        yield from (f"    {printable(line)}" for line in texts[0].splitlines())
        yield ""


def _plain(text: str) -> str:
    """Text that Markdown and the HTML in it leave as it is."""
    return _MARKUP.sub(r"\\\g<0>", printable(" ".join(text.split())))


LISTS = {"text": table, "json": as_json, "markdown": as_markdown}
