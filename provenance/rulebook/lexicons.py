"""Reads a lexicon: `lexicon:`, `locale:` and `tables:` of phrases by table and key."""

from collections.abc import Mapping
from dataclasses import dataclass

from provenance.rulebook.document import Items, Node, Table, Text
from provenance.rulebook.faults import FaultLog, Place
from provenance.rulebook.fields import Fields

Tables = Mapping[str, Mapping[str, tuple[str, ...]]]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """One lexicon file.

    Attributes:
        key: Name and locale, such as `numbers.en`.
        tables: Phrases by table and key, in the file's order.
        at: Where its name stands.
        log: The log of its file.
    """

    key: str
    tables: Tables
    at: Place
    log: FaultLog


def read(document: Node, log: FaultLog) -> Lexicon:
    """The lexicon in `document`; faults go to the log."""
    fields = Fields.of(document, "a lexicon", log, required=("lexicon", "locale", "tables"))
    tables = {name: _table(node, name, log) for name, node in _entries(fields, "tables")}
    key = f"{fields.text('lexicon')}.{fields.text('locale')}"
    return Lexicon(key, tables, fields.at_key("lexicon"), log)


def _entries(fields: Fields, key: str) -> list[tuple[str, Node]]:
    node = fields.node(key)
    if isinstance(node, Table):
        return [(name.text, value) for name, value in node.entries]
    if node is not None:
        fields.log.add(node.at, f"`{key}` must be lines of `key: value`")
    return []


def _table(node: Node, name: str, log: FaultLog) -> dict[str, tuple[str, ...]]:
    keys = [key.text for key, _ in node.entries] if isinstance(node, Table) else []
    fields = Fields.of(node, f"the table `{name}`", log, required=(), optional=keys)
    return {key: _phrases(fields, key) for key in keys}


def _phrases(fields: Fields, key: str) -> tuple[str, ...]:
    """The value as texts, nearly always a list of plain ones, which is taken as it is."""
    node = fields.node(key)
    if isinstance(node, Items):
        plain = [item.text for item in node.items if isinstance(item, Text)]
        if plain and len(plain) == len(node.items) and all(map(str.strip, plain)):
            return tuple(plain)
    return tuple(text.text for text in fields.texts(key))
