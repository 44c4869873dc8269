"""Reads a report that `provenance check -f json` wrote back into frames.

In: a file. Out: the tables that its scores rest on and those that it states.
Everything is checked before anything is computed from it, since a report may
come from strangers: the types of all values, that ids are known and told once,
and that the weights are ones that can be reckoned with. What else a report
holds is not looked at, and texts are not in it.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import orjson
import polars as pl

from provenance import checks, frames
from provenance.errors import InputError
from provenance.model import (
    Article,
    Credit,
    Finding,
    Lineage,
    Outcome,
    OutletScore,
    Rule,
    Score,
    Severity,
    Status,
    Weights,
)
from provenance.reporters.json import SCHEMA, SCHEMA_VERSION
from provenance.rulebook.weights import MOST_UNITS
from provenance.sources.files import unreadable
from provenance.sources.originals import STDIN, stdin_bytes
from provenance.sources.trees import held, key_path

_TABLES: dict[str, type] = {
    "articles": Article,
    "archive": Article,
    "findings": Finding,
    "outcomes": Outcome,
    "scores": Score,
    "outlets": OutletScore,
    "lineages": Lineage,
    "credits": Credit,
}
# What a report leaves out, and no score rests on.
_LEFT_OUT: dict[str, dict[str, object]] = {
    "articles": {"text": ""},
    "archive": {"text": ""},
    "rules": {"hits": [], "misses": [], "one_outlet": False, "place": ""},
}
_ABOUT_ARTICLES = ("findings", "outcomes", "scores")
_ABOUT_ANY = ("lineages", "credits")
# What the weights of the dimensions add up to.
_WHOLE = 100
_HINT = "make it with: provenance check PATHS -f json -o report.json"


@dataclass(frozen=True, slots=True)
class Reported:
    """What a report states, as far as its scores rest on it.

    Attributes:
        version: Of the program that made it.
        rules: Those that took part, by id.
        weights: What its scores rest on.
        articles, archive: Frames of `Article`, their texts empty.
        findings, outcomes, scores, outlets, lineages, credits: Frames of what they are named
            after; every article id in them is of one of the articles, or of the archive.
    """

    version: str
    rules: dict[str, Rule]
    weights: Weights
    articles: pl.DataFrame
    archive: pl.DataFrame
    findings: pl.DataFrame
    outcomes: pl.DataFrame
    scores: pl.DataFrame
    outlets: pl.DataFrame
    lineages: pl.DataFrame
    credits: pl.DataFrame


def read(path: str) -> Reported:
    """The report at `path`, `-` for standard input. Takes some ten times the memory of the file.

    Raises:
        InputError: It cannot be read, is no report, is one of another schema, or is not whole. The
            message tells where in the document.
    """
    try:
        return _reported(orjson.loads(_bytes(path)))
    except (OSError, ValueError) as fault:
        reason = f"is no JSON: {fault}" if isinstance(fault, orjson.JSONDecodeError) else str(fault)
        told = unreadable(fault) if isinstance(fault, OSError) else reason
        raise InputError(f"the report {told}", place=path, hint=_HINT) from fault


def _bytes(path: str) -> bytes:
    return stdin_bytes() if path == STDIN else Path(path).read_bytes()


def _reported(document: object) -> Reported:
    """The document's tables.

    Raises:
        ValueError: Something in it is not as it must be; the message tells what and where.
    """
    if not isinstance(document, dict) or document.get("schema") != SCHEMA:
        raise ValueError(f'is no report: an object with "schema": "{SCHEMA}" is needed')
    if document.get("schema_version") != SCHEMA_VERSION:
        raise ValueError(f"is not of version {SCHEMA_VERSION}, which this program reads")
    tables = {name: _table(document, name, row) for name, row in _TABLES.items()}
    rules = _list(document, "rules", Rule)
    reported = Reported(
        version=_one(document, "version", str),
        rules={rule.rule_id: rule for rule in rules},
        weights=_one(document, "scoring", Weights),
        **tables,
    )
    _refuse_twice([rule.rule_id for rule in rules], "rules")
    _refuse_unusable(reported.weights)
    _refuse_unknown(reported)
    _refuse_gaps(reported)
    return reported


def _one(document: Mapping[str, object], name: str, hint: Any) -> Any:  # noqa: ANN401
    if name not in document:
        raise ValueError(f"is not whole: `{name}` is missing")
    return held([document[name]], hint, lambda _: name)[0]


def _list(document: Mapping[str, object], name: str, row: type) -> tuple[Any, ...]:
    """The rows under a key, with what a report leaves out of them."""
    value, added = document.get(name), _LEFT_OUT.get(name)
    if added and isinstance(value, list):
        document = {name: [item | added if isinstance(item, dict) else item for item in value]}
    items: tuple[Any, ...] = _one(document, name, tuple[row, ...])  # type: ignore[valid-type]
    return items


def _table(document: Mapping[str, object], name: str, row: type) -> pl.DataFrame:
    items = _list(document, name, row)
    keys = row.ORDER  # type: ignore[attr-defined]
    _refuse_twice([tuple(getattr(item, key) for key in keys) for item in items], name)
    for number, item in enumerate(items if row is Article else ()):
        _refuse_date(item.date, f"{name}[{number}].date")
    return frames.frame(items, row)


def _refuse_twice(keys: Collection[object], name: str) -> None:
    seen: set[object] = set()
    for number, key in enumerate(keys):
        if key in seen:
            raise ValueError(f"`{name}[{number}]` tells again of what a row above it is about")
        seen.add(key)


def _refuse_date(date: str | None, path: str) -> None:
    try:
        datetime.fromisoformat(date or "2000-01-01")
    except ValueError:
        raise ValueError(f"`{path}` is no date") from None


def _refuse_unusable(weights: Weights) -> None:
    """Refuses weights that could not have come out of a file of weights."""
    outlets, within = weights.outlets, range(101)
    shares = [weights.minimum_coverage, weights.repeat_share + 1, outlets.widest]
    points = [each.points for each in weights.points]
    limits = [each.limit for each in weights.caps]
    rooms = [each.weight for each in weights.dimensions]
    bands = [grade.least for grade in weights.grades]
    full = [each.words for each in weights.points if each.words is not None]
    full += [each.words for each in weights.caps if each.words is not None]
    if not {*shares, *points, *weights.defaults.values(), *limits, *rooms, *bands} <= {*within}:
        raise ValueError("`scoring` holds points or shares that are not from 0 to 100")
    if sum(rooms) != _WHOLE:
        raise ValueError(f"`scoring.dimensions` have weights that do not add up to {_WHOLE}")
    if [*weights.caps] != sorted(weights.caps, key=lambda cap: (cap.limit, cap.name)):
        raise ValueError("`scoring.caps` do not stand with the strictest first")
    if bands != sorted(set(bands), reverse=True) or bands[-1:] != [0]:
        raise ValueError("`scoring.grades` do not fall to 0")
    if outlets.prior_units > MOST_UNITS:
        raise ValueError(f"`scoring.outlets.prior_units` is over {MOST_UNITS:,}")
    if min([*full, *(cap.different for cap in weights.caps), outlets.minimum_units], default=1) < 1:
        raise ValueError("`scoring` holds a number under 1 where at least 1 is needed")
    if outlets.prior_units < 0:
        raise ValueError("`scoring.outlets.prior_units` is under 0")
    if weights.defaults.keys() != set(Severity):
        raise ValueError(f"`scoring.defaults` must hold {', '.join(Severity)}")
    _refuse_twice([each.name for each in weights.dimensions], "scoring.dimensions")
    _refuse_twice([each.key for each in weights.points], "scoring.points")
    _refuse_twice([each.name for each in weights.caps], "scoring.caps")
    _refuse_twice([each.name for each in outlets.shares], "scoring.outlets.shares")


def _refuse_unknown(reported: Reported) -> None:
    """Refuses ids and words that the rest of the report, or the program, knows nothing of."""
    articles = set(reported.articles["article_id"])
    everything = articles | set(reported.archive["article_id"])
    for name in _ABOUT_ARTICLES:
        _refuse_others(getattr(reported, name)["article_id"], articles, f"{name}[].article_id")
    for name in _ABOUT_ANY:
        _refuse_others(getattr(reported, name)["article_id"], everything, f"{name}[].article_id")
    found, outcomes = reported.findings, reported.outcomes
    _refuse_others(found["rule_id"], reported.rules, "findings[].rule_id")
    _refuse_others(found["severity"], set(Severity), "findings[].severity")
    _refuse_others(outcomes["status"], set(Status), "outcomes[].status")
    _refuse_others(outcomes["check"], {each.name for each in checks.CHECKS}, "outcomes[].check")


def _refuse_others(values: Iterable[str], known: Collection[str], path: str) -> None:
    others = sorted(set(values).difference(known))
    if others:
        raise ValueError(f"`{path}`: '{key_path('', others[0])}' is not known")


def _refuse_gaps(reported: Reported) -> None:
    """Refuses a report without articles, and articles of which a check tells nothing."""
    if reported.articles.is_empty():
        raise ValueError("holds no article")
    told = dict(reported.outcomes.group_by("article_id").len().iter_rows())
    for article_id in reported.articles["article_id"]:
        if told.get(article_id, 0) < len(checks.CHECKS):
            raise ValueError(
                f"`outcomes[]` does not tell of every check on '{key_path('', article_id)}'"
            )
