"""Figures for one thing that several articles give, as one claim each.

In: articles, their figures, and which of them share passages. Out: groups of
places. Two figures are one claim when they are the same amount of the same
thing, nothing that is told of them differs, a name stands near both, and the
articles are on one story. Amounts that are only close are none: what clashes
or was updated is for others to tell; nor are "millions", years, and what a page
counts of itself. What one outlet prints on many pages is printed once.
"""

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import itemgetter

import polars as pl

from provenance import frames
from provenance.lineage.joining import groups, joined
from provenance.lineage.naming import Names
from provenance.lineage.words import ClaimWords
from provenance.model import Bound, Quantity

_KINDS = ("count", "money", "percent", "measure")
# How far from a figure a name still speaks of it, in characters: a sentence on either side.
_NEAR = 250
# Two articles that share no passage are on one story when so many names stand in both, so many
# of them near the figures, and they ran within so many days of one another.
_NAMES = 4
_NAMES_NEAR = 2
_DAYS = 14
# Of an amount with so many digits that tell, such as 212 or 1,350, so many names are enough.
_DIGITS = 3
_NAMES_OF_PRECISE = 2
# "Two leaders" may be any; "two people killed" are told by what happened.
_FEW = 4
# Smaller amounts ("two people") and spans of time ("30 seconds") are too common to be told by
# names; shared passages tell them.
_SMALL = 20
_COMMON = "measure"
# Shares of one group are asked for in every poll: one more name tells which poll it is, and one
# more which time it is where a date is not known.
_SHARE = "percent"
# Said of one of two figures, they are two: a rate and a count, what is and what is not.
_ONE_SIDED = frozenset(["rate", "negated"])
# Said of both in different ways, they are two.
_FAMILIES = ("year", "month")
_DAY = len("2024-05-03")
# A year is written without a comma, and "11-hour" says what sort of thing it is.
_YEAR = re.compile(r"(?:19|20)\d\d")
_SORT = re.compile(r"[\w.]+[-‐‑][^\W\d_]+")
_NUMERAL = re.compile(r"[a-z]+ty-[a-z]+")
# Two places in one outlet with so many characters in common on either side are one text.
_AROUND = 40

# So many figures are looked at at a time, to keep within memory what is read for it.
_PART = 1 << 14


@dataclass(frozen=True, slots=True)
class _Given:
    """A figure with what stands around it."""

    figure: Quantity
    names: Names
    near: frozenset[str]
    day: date | None
    outlet: str | None
    page: str

    @property
    def place(self) -> tuple[str, int]:
        return self.figure.article_id, self.figure.start


def counted(
    articles: pl.DataFrame, quantities: pl.LazyFrame, stories: pl.DataFrame, words: ClaimWords
) -> list[list[Quantity]]:
    """The mentions of every figure that two articles or more give, in order.

    Linear in the figures and in the texts: each is compared with the first and the last one of each
    name. Texts are read of so many figures at a time.

    Args:
        articles: A frame of `Article`.
        quantities: A frame of `Quantity` over them.
        stories: The pairs of articles that share a passage or a quotation, the smaller id first,
            in columns of `lineages.PAIR`.
        words: Those of the lexicon.
    """
    sharing = pl.concat([stories[side] for side in stories.columns]).unique()
    found: list[list[Quantity]] = []
    for part in _by_thing(quantities, words, sharing):
        figures = list(frames.rows(part, Quantity))
        given = _around(articles, figures, words)
        ids = part["article_id"].unique().implode()
        near = stories.filter(*(pl.col(side).is_in(ids) for side in stories.columns))
        linked = frozenset(near.rows())
        for _, group in groupby(zip(part["group"], figures, strict=True), key=itemgetter(0)):
            places = [(figure.article_id, figure.start) for _, figure in group]
            here = [given[place] for place in places if place in given]
            found += _claimed(here, linked)
    return sorted(found, key=lambda figures: (figures[0].article_id, figures[0].start))


def _claimed(
    given: Sequence[_Given], linked: Container[tuple[str, str]]
) -> Iterator[list[Quantity]]:
    """The claims that figures of one thing are in several articles, in order."""
    pairs = list(_pairs(given, linked))
    for group in groups(joined({at for pair in pairs for at in pair}, pairs)):
        for part in _at_one_time(_printed_once((given[at] for at in group), linked)):
            figures = [each.figure for each in part]
            if len({each.article_id for each in figures}) > 1:
                yield figures


def _printed_once(places: Iterable[_Given], linked: Container[tuple[str, str]]) -> list[_Given]:
    """The places but those that only repeat a text of the same outlet's other pages."""
    seen: dict[tuple[str, str], str] = {}
    kept = []
    for each in places:
        own = each.figure.article_id
        first = seen.setdefault((each.outlet, each.page), own) if each.outlet else own
        if first == own or (first, own) in linked:
            kept.append(each)
    return kept


def _at_one_time(places: Sequence[_Given]) -> list[list[_Given]]:
    """The places of one claim, in parts where they lie further apart than one story does.

    What is said again and again for years is no news of one time, and nobody knows of which part
    a place without a date is.
    """
    parts: list[list[_Given]] = []
    dated = ((each.day, at) for at, each in enumerate(places) if each.day)
    for day, at in sorted(dated):
        if not parts or (day - (parts[-1][0].day or day)).days > _DAYS:
            parts.append([])
        parts[-1].append(places[at])
    if len(parts) <= 1:
        return [list(places)]
    order = {each.place: at for at, each in enumerate(places)}
    return [sorted(part, key=lambda each: order[each.place]) for part in parts]


def _by_thing(
    quantities: pl.LazyFrame, words: ClaimWords, sharing: pl.Series
) -> Iterator[pl.DataFrame]:
    """The figures of one amount and one thing that two articles or more give.

    Frames of `Quantity` with a column `group`, each with whole groups, of which each is in order.
    """
    key = ("kind", "unit", "value", "thing")
    telling = (pl.col("value") >= _SMALL) & (pl.col("kind") != _COMMON)
    told = quantities.filter(
        pl.col("kind").is_in(_KINDS),
        pl.col("bound") != Bound.VAGUE,
        pl.col("noun").is_not_null() & ~pl.col("noun").is_in(words.page),
        telling | pl.col("article_id").is_in(sharing.implode()),
    ).with_columns(thing=pl.col("noun").replace(words.nouns))
    ids = pl.col("article_id")
    things = told.group_by(key).agg(several=ids.min() != ids.max()).filter("several")
    several = things.collect(engine="streaming").sort(key)
    numbered = several.select(*key, group=pl.int_range(pl.len())).lazy()
    found = told.join(numbered, on=key, nulls_equal=True).collect(engine="streaming")
    found = found.sort("group", *Quantity.ORDER)
    part = pl.col("row").min().over("group") // _PART
    start = 0
    for size in found.with_row_index("row").select(part.rle().struct.field("len")).to_series():
        yield found.slice(start, size)
        start += size


def _around(
    articles: pl.DataFrame, figures: Iterable[Quantity], words: ClaimWords
) -> dict[tuple[str, int], _Given]:
    """The figures by article and offset, with the names and the day of their article."""
    wanted: dict[str, list[Quantity]] = defaultdict(list)
    for figure in figures:
        wanted[figure.article_id].append(figure)
    given = {}
    known = articles.filter(pl.col("article_id").is_in(list(wanted)))
    known = known.select("article_id", "text", "date", "outlet")
    for article_id, text, when, outlet in known.iter_rows():
        names = Names(text, words.common)
        day = date.fromisoformat(when[:_DAY]) if when else None
        for figure in wanted[article_id]:
            start, end = figure.start, figure.end
            if _counts(figure, text):
                near = names.near(start, end, _NEAR)
                page = text[max(0, start - _AROUND) : end + _AROUND]
                given[article_id, start] = _Given(figure, names, near, day, outlet, page)
    return given


def _counts(figure: Quantity, text: str) -> bool:
    """Whether a figure says how much there is, rather than when or of what sort."""
    shown = text[figure.start : figure.end]
    if text.startswith(("-", "‐", "‑"), figure.end) or _YEAR.fullmatch(shown):
        return False
    return not _SORT.fullmatch(shown) or bool(_NUMERAL.fullmatch(shown.casefold()))


def _pairs(
    given: Sequence[_Given], linked: Container[tuple[str, str]]
) -> Iterator[tuple[int, int]]:
    """Figures of one thing that are one claim, each with the first and last of a name near it."""
    holders: dict[str, tuple[int, int]] = {}
    for at, each in enumerate(given):
        others = set[int]()
        for name in each.near:
            first, last = holders.get(name, (at, at))
            others.update((first, last))
            holders[name] = first, at
        for other in sorted(others - {at}):
            if _is_one(given[other], each, linked):
                yield other, at


def _is_one(left: _Given, right: _Given, linked: Container[tuple[str, str]]) -> bool:
    """Whether nothing tells two figures apart, and their articles are on one story."""
    one, other = left.figure, right.figure
    if not (_is_telling(one, other) and _compatible(one, other)):
        return False
    pair = one.article_id, other.article_id
    return pair[0] == pair[1] or pair in linked or _on_one_story(left, right)


def _is_telling(one: Quantity, other: Quantity) -> bool:
    return one.value >= _FEW or (one.event is not None and one.event == other.event)


def _on_one_story(left: _Given, right: _Given) -> bool:
    """Whether names and dates tell that two articles without a common passage are on one story."""
    figure = left.figure
    digits = f"{figure.value:.6g}".replace(".", "").strip("0")
    enough = _NAMES_OF_PRECISE if len(digits) >= _DIGITS else _NAMES
    undated = left.day is None or right.day is None
    more = 1 + undated if figure.kind == _SHARE else 0
    return (
        figure.value >= _SMALL
        and figure.kind != _COMMON
        and len(left.near & right.near) >= _NAMES_NEAR + more
        and len(left.names.every & right.names.every) >= enough
        and (left.day is None or right.day is None or abs((left.day - right.day).days) <= _DAYS)
    )


def _compatible(one: Quantity, other: Quantity) -> bool:
    """Whether the intervals meet, and what is told of both figures does not differ."""
    if one.event and other.event and one.event != other.event:
        return False
    here, there = set(one.modifiers), set(other.modifiers)
    if not (here <= there or there <= here):
        return False
    if not _meet(one, other) or (set(one.qualifiers) ^ set(other.qualifiers)) & _ONE_SIDED:
        return False
    return all(_agree(one.qualifiers, other.qualifiers, family) for family in _FAMILIES)


def _meet(one: Quantity, other: Quantity) -> bool:
    highs = [each.high for each in (one, other) if each.high is not None]
    return max(one.low, other.low) <= min(highs, default=float("inf"))


def _agree(one: Sequence[str], other: Sequence[str], family: str) -> bool:
    """Whether two figures have a qualifier of a family in common, or one has none."""
    here, there = (
        {word for word in words if word.startswith(f"{family}:")} for words in (one, other)
    )
    return not here or not there or bool(here & there)
