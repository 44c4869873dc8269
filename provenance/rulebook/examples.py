"""Reads the `examples:` of a rule: texts that it must find, and texts that it must leave alone."""

import re

from provenance.model import METADATA, Example
from provenance.rulebook.document import Items, Node, Table
from provenance.rulebook.faults import FaultLog, nearest, shown
from provenance.rulebook.fields import Fields, filled_text_of
from provenance.rulebook.language import Key, Shape

FEWEST = 2
_OUTLETS = ("same", "other")
_AT = re.compile(r"([1-9][0-9]*):([1-9][0-9]*)-([1-9][0-9]*):([1-9][0-9]*)")

EXAMPLE_KEYS = {
    "text": Key(Shape.TEXT, "The text.", required=True),
    "at": Key(
        Shape.TEXT,
        "Where the finding must lie: `LINE:COLUMN-LINE:COLUMN`, from 1, the end exclusive.",
        pattern=_AT.pattern,
    ),
    "also": Key(Shape.TEXTS, "Ids of other rules that may find something in it."),
    "given": Key(Shape.TEXTS, "Metadata fields that its record fills.", choices=METADATA),
    "blank": Key(
        Shape.TEXTS, "Metadata fields that its record has and leaves empty.", choices=METADATA
    ),
}
KEYS = {
    "hit": Key(
        Shape.EXAMPLES,
        "Texts it must find, two at least; a list of texts is a corpus, its first is judged.",
        required=True,
        keys=EXAMPLE_KEYS,
    ),
    "miss": Key(
        Shape.EXAMPLES,
        "Texts the rule must leave alone, two at least.",
        required=True,
        keys=EXAMPLE_KEYS,
    ),
    "outlet": Key(
        Shape.TEXT,
        "`same` when the texts of an example are of one outlet.",
        choices=_OUTLETS,
    ),
}


def read(rule: Fields) -> tuple[tuple[Example, ...], tuple[Example, ...], bool]:
    """Hits, misses, and whether the texts of each are of one outlet; faults go to the log."""
    node = rule.node("examples")
    if node is None:
        return (), (), False
    fields = Fields.declared(node, "`examples`", rule.log, KEYS)
    one_outlet = fields.choice("outlet", _OUTLETS, "other") == "same"
    return _examples(fields, "hit"), _examples(fields, "miss"), one_outlet


def _examples(fields: Fields, key: str) -> tuple[Example, ...]:
    node = fields.node(key)
    if node is None:
        return ()
    items = node.items if isinstance(node, Items) else ()
    if len(items) < FEWEST:
        fields.log.add(node.at, f"`{key}` needs at least {FEWEST} examples in a list")
    return tuple(_example(item, fields.log) for item in items)


def _example(node: Node, log: FaultLog) -> Example:
    if isinstance(node, Items) and node.items:
        return Example(tuple(filled_text_of(text, log) for text in node.items))
    if not isinstance(node, Table) or not EXAMPLE_KEYS.keys() & {
        key.text for key, _ in node.entries
    }:
        return Example((filled_text_of(node, log),))
    fields = Fields.declared(node, "an example", log, EXAMPLE_KEYS)
    text = fields.node("text")
    at = fields.text("at") or None
    if at and not _AT.fullmatch(at):
        log.add(fields.at_key("at"), f"{shown(at)} is not a place", "such as 3:1-3:15")
    given, blank = _metadata(fields, "given"), _metadata(fields, "blank")
    if both := sorted({*given} & {*blank}):
        log.add(fields.at_key("blank"), f"`{both[0]}` cannot be both given and blank")
    return Example(
        texts=(filled_text_of(text, log),) if text else (),
        at=at,
        also=tuple(each.text for each in fields.texts("also")),
        given=given,
        blank=blank,
    )


def _metadata(fields: Fields, key: str) -> tuple[str, ...]:
    """The metadata fields under a key, sorted, each once."""
    named = fields.texts(key)
    for each in named:
        if each.text not in METADATA:
            advice = nearest(each.text, METADATA) or f"the fields are {', '.join(METADATA)}"
            fields.log.add(each.at, f"there is no metadata field {shown(each.text)}", advice)
    return tuple(sorted({each.text for each in named}))
