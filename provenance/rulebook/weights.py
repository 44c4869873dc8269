"""Reads the score's weights: the file whose first key is `scoring:`."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from provenance.model import Cap, Dimension, Grade, OutletWeights, Points, Severity, Share, Weights
from provenance.rulebook.document import Node, Table
from provenance.rulebook.faults import FaultLog, Place, nearest, shown
from provenance.rulebook.fields import Fields, number_of

_VERSION = "2"
_WHOLE = 100
# More would drown every outlet in the corpus, and each is drawn a thousand times.
MOST_UNITS = 1000
_KEY = re.compile(r"[A-Z]{3}[0-9]{0,3}")
_LETTER = re.compile(r"[A-F]")


@dataclass(frozen=True, slots=True)
class Scoring:
    """The scoring file.

    Attributes:
        weights: What it declares.
        keys: Every key of rules in it, with its place.
        at: Where it begins.
        log: The log of its file.
    """

    weights: Weights
    keys: tuple[tuple[str, Place], ...]
    at: Place
    log: FaultLog


def read(document: Node, log: FaultLog) -> Scoring:
    """The weights in `document`; faults go to the log."""
    keys = (
        *("scoring", "minimum-words", "minimum-coverage", "repeat-share", "dimensions"),
        *("points", "defaults", "caps", "grades", "outlets"),
    )
    fields = Fields.of(document, "a scoring file", log, required=keys)
    if "scoring" in fields and fields.text("scoring") != _VERSION:
        message = f"this program reads version {_VERSION} of the scoring file"
        log.add(fields.at_key("scoring"), message, f'write `scoring: "{_VERSION}"`')
    named: list[tuple[str, Place]] = []
    dimensions = tuple(_dimensions(fields, named))
    weights = Weights(
        minimum_words=fields.number("minimum-words") or 0,
        minimum_coverage=fields.number("minimum-coverage", most=_WHOLE) or 0,
        repeat_share=fields.number("repeat-share", most=_WHOLE - 1) or 0,
        dimensions=dimensions,
        points=tuple(_points(fields, named)),
        defaults=_defaults(fields.node("defaults"), log),
        caps=tuple(_caps(fields, named)),
        grades=tuple(_grades(fields)),
        outlets=_outlets(fields.node("outlets"), [each.name for each in dimensions], log, named),
    )
    return Scoring(weights, tuple(named), document.at, log)


_Named = list[tuple[str, Place]]


def _dimensions(above: Fields, named: _Named) -> Iterator[Dimension]:
    """The dimensions; each key counts to one, and their weights are 100."""
    log, counted, total = above.log, dict[str, str](), 0
    for name, _, value in _entries(above, "dimensions"):
        fields = Fields.of(
            value, f"the dimension `{name}`", log, required=("weight", "counts", "why")
        )
        keys = _keys(fields, "counts", named)
        for key, at in keys:
            if key in counted:
                message = f"{key} already counts to `{counted[key]}`"
                log.add(at, message, "a key counts to one dimension")
            counted.setdefault(key, name)
        weight = fields.number("weight", most=_WHOLE) or 0
        total += weight
        yield Dimension(name, weight, tuple(key for key, _ in keys), fields.text("why"))
    if counted and total != _WHOLE and not log.faults():
        log.add(above.at_key("dimensions"), f"the weights add up to {total}, not to {_WHOLE}")


def _points(above: Fields, named: _Named) -> Iterator[Points]:
    for name, at, value in _entries(above, "points"):
        what = f"the points of {name}"
        fields = Fields.of(value, what, above.log, required=("points", "why"), optional=("words",))
        _note(name, at, named, above.log)
        points = fields.number("points", most=_WHOLE) or 0
        yield Points(name, points, fields.number("words", least=1), fields.text("why"))


def _caps(above: Fields, named: _Named) -> Iterator[Cap]:
    """The caps, the strictest first."""
    found = []
    for name, _, value in _entries(above, "caps"):
        fields = Fields.of(
            value,
            f"the cap `{name}`",
            above.log,
            required=("limit", "rules", "why"),
            optional=("different", "words"),
        )
        found.append(
            Cap(
                name=name,
                limit=fields.number("limit", most=_WHOLE) or 0,
                rules=tuple(key for key, _ in _keys(fields, "rules", named)),
                different=fields.number("different", least=1) or 1,
                words=fields.number("words", least=1),
                why=fields.text("why"),
            )
        )
    yield from sorted(found, key=lambda cap: (cap.limit, cap.name))


def _grades(above: Fields) -> Iterator[Grade]:
    """The bands, whose least scores must fall to 0."""
    log, least = above.log, _WHOLE + 1
    for name, at, value in _entries(above, "grades"):
        number = number_of(value, log, most=_WHOLE)
        if not _LETTER.fullmatch(name):
            log.add(at, f"{shown(name)} is no grade", "grades are the letters A to F")
        elif number >= least:
            log.add(at, f"the grade {name} begins no lower than the one above it")
        least = number
        yield Grade(name, number)
    if least and "grades" in above and not log.faults():
        log.add(above.at_key("grades"), f"scores under {least} have no grade", "end at 0")


def _outlets(
    node: Node | None, dimensions: Collection[str], log: FaultLog, named: _Named
) -> OutletWeights:
    if node is None:
        return OutletWeights(0, 0, 0, (), ())
    keys = ("prior-units", "minimum-units", "widest-interval", "republished", "shares")
    fields = Fields.of(node, "`outlets`", log, required=keys)
    republished = fields.texts("republished")
    for each in republished:
        if each.text not in dimensions:
            log.add(
                each.at, f"there is no dimension {shown(each.text)}", nearest(each.text, dimensions)
            )
    return OutletWeights(
        prior_units=fields.number("prior-units", most=MOST_UNITS) or 0,
        minimum_units=fields.number("minimum-units", least=1) or 1,
        widest=fields.number("widest-interval", most=_WHOLE) or 0,
        republished=tuple(each.text for each in republished),
        shares=tuple(_shares(fields, named)),
    )


def _shares(above: Fields, named: _Named) -> Iterator[Share]:
    for name, _, value in _entries(above, "shares"):
        fields = Fields.of(
            value, f"the share `{name}`", above.log, required=("rules", "severities", "why")
        )
        severities = fields.texts("severities")
        for each in severities:
            if each.text not in set(Severity):
                advice = nearest(each.text, list(Severity))
                above.log.add(each.at, f"{shown(each.text)} is no severity", advice)
        yield Share(
            name=name,
            rules=tuple(key for key, _ in _keys(fields, "rules", named)),
            severities=tuple(each.text for each in severities),
            why=fields.text("why"),
        )


def _defaults(node: Node | None, log: FaultLog) -> dict[str, int]:
    if node is None:
        return {}
    fields = Fields.of(node, "`defaults`", log, required=tuple(Severity))
    return {level.value: fields.number(level) or 0 for level in Severity}


def _entries(fields: Fields, key: str) -> Iterator[tuple[str, Place, Node]]:
    """The lines of the table under a key; a fault when it is none."""
    node = fields.node(key)
    if isinstance(node, Table):
        yield from ((name.text, name.at, value) for name, value in node.entries)
    elif node is not None:
        fields.log.add(node.at, f"`{key}` must be lines of `name: value`")


def _keys(fields: Fields, key: str, named: _Named) -> list[tuple[str, Place]]:
    found = [(each.text, each.at) for each in fields.texts(key)]
    for name, at in found:
        _note(name, at, named, fields.log)
    return found


def _note(key: str, at: Place, named: _Named, log: FaultLog) -> None:
    """Keeps a key of rules with its place; a fault when it cannot be one."""
    if not _KEY.fullmatch(key):
        log.add(at, f"{shown(key)} is no rule and no beginning of one", "such as NUM or NUM001")
        return
    named.append((key, at))
