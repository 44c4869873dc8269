"""`occurrence`: something stands too often, or not often enough, in a paragraph or an article."""

from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

from provenance.model import Scope
from provenance.rulebook.fields import Fields
from provenance.rulebook.language import Key, Shape
from provenance.rulebook.matchers import regex, subset
from provenance.rulebook.structures.structure import (
    Asked,
    Request,
    Structure,
    View,
    first_line,
    places,
    regexes,
)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """How often a regex may match; null for any number.

    Attributes:
        regex: What is counted.
        more_than: Finds the place where it matches for the first time too often.
        fewer_than: Finds the unit in which it does not match often enough.
    """

    regex: str
    more_than: int | None
    fewer_than: int | None


def _read(fields: Fields) -> Request:
    terms = regexes(fields, "regex")
    limits = Occurrence(
        regex=terms[0].value if terms else "",
        more_than=fields.number("more-than"),
        fewer_than=fields.number("fewer-than", least=1),
    )
    if (limits.more_than is None) == (limits.fewer_than is None):
        fields.log.add(fields.at, "`occurrence` has either `more-than` or `fewer-than`")
    return Request("occurrence", limits, terms)


def _find(asked: Sequence[Asked], view: View) -> pl.DataFrame:  # noqa: ARG001
    return places(
        (each.pattern, _often(each) if each.options.fewer_than is None else _rarely(each))
        for each in asked
    )


def _often(asked: Asked) -> pl.DataFrame:
    """The first match beyond the limit, in each unit that has one."""
    found = regex.spans(_holding(asked), asked.options.regex).sort("row", "start")
    told = found.with_columns(
        ordinal=pl.int_range(1, pl.len() + 1).over("row"), times=pl.len().over("row")
    ).filter(pl.col.ordinal == asked.options.more_than + 1)
    inside = told.rename({"start": "from", "end": "to"}).join(
        asked.units.select("row", "article_id", "start"), on="row"
    )
    return inside.select(
        "article_id",
        start=pl.col.start + pl.col("from"),
        end=pl.col.start + pl.col.to,
        detail=pl.format("{} times", "times"),
    )


def _holding(asked: Asked) -> pl.DataFrame:
    """The units that match at all.

    Texts that are not ASCII are slow to look through for boundaries of words, 20 MB/s: the pattern
    without them leaves few.
    """
    some = asked.units
    for pattern in (subset.unbounded(asked.options.regex), asked.options.regex):
        some = some.filter(pl.col.text.str.contains(pattern))
    return some


def _rarely(asked: Asked) -> pl.DataFrame:
    """The first line of each unit that has too few matches."""
    times = pl.col.text.str.count_matches(asked.options.regex)
    few = asked.units.with_columns(times=times).filter(pl.col.times < asked.options.fewer_than)
    detail = (
        pl.when(pl.col.times == 1).then(pl.lit("once")).otherwise(pl.format("{} times", "times"))
    )
    return first_line(few, detail)


STRUCTURE = Structure(
    kind="occurrence",
    about="Something stands too often, or not often enough.",
    scopes=(Scope.DOCUMENT, Scope.PARAGRAPH, Scope.LINE, Scope.TITLE),
    keys={
        "regex": Key(Shape.TEXT, "What is counted.", required=True),
        "more-than": Key(Shape.WHOLE, "The most times it may stand there."),
        "fewer-than": Key(Shape.WHOLE, "The fewest times it must stand there."),
    },
    read=_read,
    find=_find,
)
