"""Reads the score's weights: the file whose first key is `scoring:`."""

import re
from dataclasses import dataclass

from provenance.model import Dimension, Severity, Weights
from provenance.rulebook.document import Node, Table
from provenance.rulebook.faults import FaultLog, Place, shown
from provenance.rulebook.fields import Fields, number_of

_VERSION = "1"
_FAMILY = re.compile(r"[A-Z]{3}")


@dataclass(frozen=True, slots=True)
class Scoring:
    """The scoring file.

    Attributes:
        weights: What it declares.
        points_at: Where the points of each rule stand.
        at: Where it begins.
        log: The log of its file.
    """

    weights: Weights
    points_at: dict[str, Place]
    at: Place
    log: FaultLog


def read(document: Node, log: FaultLog) -> Scoring:
    """The weights in `document`; faults go to the log."""
    keys = (
        *("scoring", "minimum-words", "minimum-coverage"),
        *("dimensions", "points", "defaults"),
    )
    fields = Fields.of(document, "a scoring file", log, required=keys)
    if "scoring" in fields and fields.text("scoring") != _VERSION:
        message = f"this program reads version {_VERSION} of the scoring file"
        log.add(fields.at_key("scoring"), message, f'write `scoring: "{_VERSION}"`')
    points = _numbers(fields, "points")
    weights = Weights(
        minimum_words=fields.number("minimum-words") or 0,
        minimum_coverage=fields.number("minimum-coverage") or 0,
        dimensions=_dimensions(fields.node("dimensions"), log),
        points={key: number for key, (number, _) in points.items()},
        defaults=_defaults(fields.node("defaults"), log),
    )
    return Scoring(weights, {key: at for key, (_, at) in points.items()}, document.at, log)


def _dimensions(node: Node | None, log: FaultLog) -> tuple[Dimension, ...]:
    if not isinstance(node, Table):
        if node is not None:
            log.add(node.at, "`dimensions` must be lines of `name:` with `cap` and `families`")
        return ()
    found: list[Dimension] = []
    counted: dict[str, str] = {}
    for name, value in node.entries:
        what = f"the dimension `{name.text}`"
        fields = Fields.of(value, what, log, required=("cap", "families"))
        families = fields.texts("families")
        for family in families:
            if not _FAMILY.fullmatch(family.text):
                log.add(family.at, f"{shown(family.text)} is not the three letters of a family")
            elif family.text in counted:
                message = f"{family.text} already counts to `{counted[family.text]}`"
                log.add(family.at, message, "a family counts to one dimension")
            counted.setdefault(family.text, name.text)
        names = tuple(family.text for family in families)
        found.append(Dimension(name.text, names, fields.number("cap") or 0))
    return tuple(found)


def _numbers(fields: Fields, key: str) -> dict[str, tuple[int, Place]]:
    node = fields.node(key)
    if isinstance(node, Table):
        log = fields.log
        return {name.text: (number_of(value, log), name.at) for name, value in node.entries}
    if node is not None:
        fields.log.add(node.at, f"`{key}` must be lines of `key: number`")
    return {}


def _defaults(node: Node | None, log: FaultLog) -> dict[str, int]:
    if node is None:
        return {}
    fields = Fields.of(node, "`defaults`", log, required=tuple(Severity))
    return {level.value: fields.number(level) or 0 for level in Severity}
