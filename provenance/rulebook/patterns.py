"""How a text rule looks for its text: what is matched, where, and what is left alone.

Reads the `match:`, `where:`, `except:` and `flags:` of a rule. What they mean
is in `engine`; whether a phrase or a regex can be used is asked of `MATCHERS`
once for all rules, by `book`.
"""

from dataclasses import dataclass

from provenance.rulebook.document import Node, Table
from provenance.rulebook.faults import FaultLog, Place
from provenance.rulebook.fields import Fields
from provenance.rulebook.matchers import MATCHERS

KEYS = ("match", "where", "except", "flags")


@dataclass(frozen=True, slots=True)
class Term:
    """One phrase or regex of a rule.

    Attributes:
        kind: A key of `MATCHERS`.
        value: As written.
        at: Where it stands in its file.
    """

    kind: str
    value: str
    at: Place


@dataclass(frozen=True, slots=True)
class Where:
    """Which lines a rule looks at; null means no limit.

    Attributes:
        max_words, min_words: Words of the line, bullets and trailing counters left out.
        max_chars: Characters of the line.
        first_lines, last_lines: How far from the article's first or last line that is not
            blank. When both are given either will do.
        unpunctuated: Only lines that do not end in . ! ? or …, closing marks left out.
    """

    max_words: int | None = None
    min_words: int | None = None
    max_chars: int | None = None
    first_lines: int | None = None
    last_lines: int | None = None
    unpunctuated: bool = False


@dataclass(frozen=True, slots=True)
class Pattern:
    """How one text rule looks for its text.

    Attributes:
        rule_id: The rule.
        locale: Articles in this language are looked at, and those whose language is not known;
            all of them when it is `und`.
        match: Any one of these makes a line a candidate.
        exceptions: A line that one of these matches is left alone.
        where: Which lines are looked at.
        after: Rules (text rules without an `after` of their own); when there are any, only lines
            next below one that these or this rule itself flag are flagged. Blank lines between
            do not count.
        whole_line: True when the finding is the line, False when it is each place matched.
    """

    rule_id: str
    locale: str
    match: tuple[Term, ...]
    exceptions: tuple[Term, ...]
    where: Where
    after: tuple[str, ...]
    whole_line: bool


def read(fields: Fields, rule_id: str, locale: str) -> Pattern:
    """The pattern of a text rule from the rule's fields; faults go to their log."""
    where, after = _where(fields)
    match = _terms(fields.node("match"), "`match`", fields.log)
    whole_line = fields.choice("flags", ("line", "match"), "line") == "line"
    if not whole_line and any(term.kind != "regex" for term in match):
        advice = "leave `flags` out, or write the phrases as a regex"
        fields.log.add(fields.at_key("flags"), "`flags: match` needs a regex alone", advice)
    return Pattern(
        rule_id=rule_id,
        locale=locale,
        match=match,
        exceptions=_terms(fields.node("except"), "`except`", fields.log),
        where=where,
        after=after,
        whole_line=whole_line,
    )


def _terms(node: Node | None, what: str, log: FaultLog) -> tuple[Term, ...]:
    if node is None:
        return ()
    kinds = Fields.of(node, what, log, required=(), optional=MATCHERS)
    if isinstance(node, Table) and not node.entries:
        log.add(node.at, f"{what} is empty", f"the kinds are {', '.join(MATCHERS)}")
    return tuple(
        Term(kind, text.text, text.at) for kind in kinds.entries for text in kinds.texts(kind)
    )


def _where(fields: Fields) -> tuple[Where, tuple[str, ...]]:
    node = fields.node("where")
    if node is None:
        return Where(), ()
    names = {name.replace("_", "-"): name for name in Where.__dataclass_fields__}
    limits = Fields.of(node, "`where`", fields.log, required=(), optional=(*names, "after"))
    numbers = {name: limits.number(key) for key, name in names.items() if name != "unpunctuated"}
    where = Where(**numbers, unpunctuated=limits.flag("unpunctuated"))
    return where, tuple(text.text for text in limits.texts("after"))
