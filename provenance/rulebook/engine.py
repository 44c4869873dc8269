"""Runs text rules over articles, column by column.

The units of each scope are made and folded once, and each match kind is run
once for the phrases or regexes of all rules. Limits, exceptions, lines next
below and places are looked at afterwards, on the few units that were matched.
The structural kinds come last, since they may ask what the others flagged. Rule
patterns never meet Python's `re`.
"""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields

import polars as pl

from provenance.frames import conform, frame, schema
from provenance.model import ANY, Cluster, Line, Match, Scope
from provenance.rulebook.matchers import MATCHERS, phrases, regex
from provenance.rulebook.matchers.matcher import PAIRS, by_language, by_words
from provenance.rulebook.patterns import Pattern, Where
from provenance.rulebook.structures import STRUCTURES
from provenance.rulebook.structures.structure import PLACES, Asked, View
from provenance.rulebook.units import units

_LIMITS = {field.name: pl.Boolean if field.type is bool else pl.Int64 for field in fields(Where)}
# Lines that rules look at whose scope is the corpus.
MAY_RECUR = {
    "rule_id": pl.String,
    "article_id": pl.String,
    "start": pl.Int64,
    "end": pl.Int64,
    "chars": pl.Int64,
    "folded": pl.String,
}
# Lines that one thread takes at a time, at most and at least: what a batch costs besides its text
# is as much as 10,000 lines are, and what is found of it takes memory.
_LARGEST_BATCH = 150_000
_SMALLEST_BATCH = 20_000


def match(
    patterns: Sequence[Pattern], lines: pl.DataFrame, articles: pl.DataFrame, threads: int = 1
) -> pl.DataFrame:
    """Every place where a text rule holds, but for rules whose scope is the corpus.

    Args:
        patterns: Of a rulebook, in any order.
        lines: A frame of `Line`.
        articles: A frame of `Article`: the articles of the lines.
        threads: How many batches of articles are looked at side by side; changes no result.

    Returns:
        A frame of `Match`, each place of each rule once. Linear in the text.
    """
    here = [pattern for pattern in patterns if pattern.scope is not Scope.CORPUS]

    def found(some: pl.DataFrame) -> pl.DataFrame:
        return _match(here, some, articles)

    with ThreadPoolExecutor(threads) as pool:
        told = pool.map(found, _batches(lines, threads))
        return conform(pl.concat([frame((), Match), *told]), Match)


def recur(
    patterns: Sequence[Pattern],
    lines: pl.DataFrame,
    articles: pl.DataFrame,
    clusters: pl.DataFrame,
) -> pl.DataFrame:
    """Every place where a text rule holds whose scope is the corpus; otherwise as `match`.

    Articles whose outlet is not known are in nobody's corpus.

    Args:
        patterns: Of a rulebook, in any order.
        lines: A frame of `Line`.
        articles: A frame of `Article`: the articles of the lines.
        clusters: A frame of `Cluster` over these articles.
    """
    return recurring(patterns, may_recur(patterns, lines, articles), articles, clusters)


def may_recur(
    patterns: Sequence[Pattern], lines: pl.DataFrame, articles: pl.DataFrame
) -> pl.DataFrame:
    """The lines that rules look at whose scope is the corpus; an article's depend on it alone.

    Args:
        patterns: Of a rulebook, in any order.
        lines: A frame of `Line`.
        articles: A frame of `Article`: the articles of the lines.

    Returns:
        A frame of `MAY_RECUR`, a row for each rule and line.
    """
    there = [pattern for pattern in patterns if pattern.scope is Scope.CORPUS]
    published = articles.filter(pl.col.outlet.is_not_null())
    if not there or published.is_empty():
        return pl.DataFrame(schema=MAY_RECUR)
    lines = lines.join(published.select("article_id"), on="article_id", how="semi")
    some = published.join(lines.select("article_id"), on="article_id", how="semi")
    table = units(Scope.CORPUS, lines, some, _fold_chars(there))
    view = View(table, lines, {}, {}, some, frame((), Cluster))
    return pl.concat(
        _allowed(pattern, view)
        .filter(pl.col.folded.is_not_null())
        .select(rule_id=pl.lit(pattern.rule_id), **{name: name for name in list(MAY_RECUR)[1:]})
        for pattern in there
    )


def recurring(
    patterns: Sequence[Pattern],
    lines: pl.DataFrame,
    articles: pl.DataFrame,
    clusters: pl.DataFrame,
) -> pl.DataFrame:
    """What comes back, as `recur` tells it, of the lines that may.

    Args:
        patterns: As for `may_recur`.
        lines: As from it.
        articles: A frame of `Article`: all that are counted.
        clusters: A frame of `Cluster` over these articles.
    """
    found = [frame((), Match)]
    published = articles.filter(pl.col.outlet.is_not_null())
    for pattern in patterns:
        if pattern.scope is Scope.CORPUS and pattern.request and not pattern.silent:
            mine = lines.filter(pl.col.rule_id == pattern.rule_id)
            view = View(mine, frame((), Line), {}, {}, published, clusters)
            asked = Asked(0, pattern.rule_id[:3], pattern.request.options, mine)
            places = STRUCTURES[pattern.request.kind].find([asked], view)
            found.append(places.select(pl.lit(pattern.rule_id).alias("rule_id"), *list(PLACES)[1:]))
    told = pl.concat(each.select(*schema(Match)) for each in found).sort(*Match.ORDER, "detail")
    return conform(told.unique(Match.ORDER, keep="first"), Match)


def _batches(lines: pl.DataFrame, threads: int) -> Iterator[pl.DataFrame]:
    """The lines in parts of whole articles, about as many and as large for each thread."""
    size = max(_SMALLEST_BATCH, min(_LARGEST_BATCH, -(-len(lines) // threads)))
    lines = lines.sort("article_id", "number")
    ends = lines.select(pl.col.article_id.rle_id()).to_series().rle().struct.field("len").cum_sum()
    first = 0
    for end in ends:
        if end - first >= size:
            yield lines[first:end]
            first = end
    if first < len(lines):
        yield lines[first:]


def _match(
    patterns: Sequence[Pattern], lines: pl.DataFrame, articles: pl.DataFrame
) -> pl.DataFrame:
    some = articles.join(lines.select("article_id"), on="article_id", how="semi")
    places, none = [frame((), Match)], frame((), Cluster)
    for scope in Scope:
        mine = [pattern for pattern in patterns if pattern.scope is scope]
        if mine:
            table = units(scope, lines, some, _fold_chars(mine))
            hits = _below(mine, _candidates(mine, table), table)
            places += _worded(mine, hits, table)
            view = View(table, lines, *_flagged(mine, hits), some, none)
            places += _structural(mine, view)
    silent = [pattern.rule_id for pattern in patterns if pattern.silent]
    told = pl.concat(places).filter(~pl.col.rule_id.is_in(silent)).sort(*Match.ORDER, "detail")
    return told.unique(Match.ORDER, keep="first")


def _fold_chars(patterns: Sequence[Pattern]) -> int | None:
    """Up to how many characters units must be folded for these patterns; null for all of them.

    Phrases and limits in words need it; of the structural kinds each says for itself.
    """
    needed = [STRUCTURES[each.request.kind].fold_chars for each in patterns if each.request]
    limits = {(each.where.max_words, each.where.min_words) for each in patterns}
    worded = not max(needed, default=0) and limits != {(None, None)}
    if len(needed) < len(patterns) or worded or any(each.exceptions for each in patterns):
        return None
    return max(needed)


def _candidates(patterns: Sequence[Pattern], table: pl.DataFrame) -> pl.DataFrame:
    """Pairs of `row` and `pattern` where a unit is looked at, matched, and no exception holds.

    Each kind looks at all units at once, since its cost hardly depends on the number of rules.
    Conditions and exceptions are then asked of the few units that were matched.
    """
    hits = _found(_terms(patterns, "match"), table)
    # Rows and patterns are numbered by their places, so that nothing has to be joined.
    asked = pl.concat(
        [table[hits["row"]], _conditions(patterns)[hits["pattern"]]], how="horizontal"
    )
    left = asked.filter(_is_looked_at()).select("row", "pattern")
    some = table.join(left, on="row", how="semi")
    spared = _found(_terms(patterns, "exceptions"), some)
    return left.join(spared, on=["row", "pattern"], how="anti")


def _found(terms: pl.DataFrame, table: pl.DataFrame) -> pl.DataFrame:
    """Pairs of `row` and `pattern`, each once, where one of the pattern's terms matches."""
    if terms.is_empty() or table.is_empty():
        return pl.DataFrame(schema={"row": pl.UInt32, "pattern": pl.UInt32})
    found = [pl.DataFrame(schema=PAIRS)]
    lines = table.select("row", "text", "folded", "words", "language")
    for spoken, some in by_language(lines, terms):
        for kind, matcher in MATCHERS.items():
            of_kind = some.filter(pl.col.kind == kind)
            if len(of_kind):
                parts = by_words(spoken, of_kind) if matcher.reads_on else [(spoken, of_kind)]
                found += [matcher.find(*part) for part in parts]
    return pl.concat(found).join(terms, on="term").select("row", "pattern").unique()


def _terms(patterns: Sequence[Pattern], part: str) -> pl.DataFrame:
    """All phrases and regexes in one part of the patterns, `match` or `exceptions`, numbered."""
    rows = [
        (number, pattern.locale, pattern.where.max_words, term.kind, term.value)
        for number, pattern in enumerate(patterns)
        for term in getattr(pattern, part)
    ]
    columns = {
        "pattern": pl.UInt32,
        "locale": pl.String,
        "max_words": pl.Int64,
        "kind": pl.String,
        "value": pl.String,
    }
    return pl.DataFrame(rows, schema=columns, orient="row").with_row_index("term")


def _conditions(patterns: Sequence[Pattern]) -> pl.DataFrame:
    """The locale and the limits of every pattern, by its number."""
    rows = [
        (number, pattern.locale, *(getattr(pattern.where, limit) for limit in _LIMITS))
        for number, pattern in enumerate(patterns)
    ]
    columns = {"pattern": pl.UInt32, "locale": pl.String, **_LIMITS}
    return pl.DataFrame(rows, schema=columns, orient="row")


def _is_looked_at() -> pl.Expr:
    """Whether a pattern's conditions hold for a unit; a limit that is null always does."""
    in_language = (pl.col.locale == ANY) | (pl.col.locale == pl.col.language)
    at_top = pl.col.ordinal <= pl.col.first_lines
    at_bottom = pl.col.remaining <= pl.col.last_lines
    anywhere = pl.col.first_lines.is_null() & pl.col.last_lines.is_null()
    return (
        (in_language | pl.col.language.is_null())
        & (pl.col.words <= pl.col.max_words).fill_null(value=True)
        & (pl.col.words >= pl.col.min_words).fill_null(value=True)
        & (pl.col.chars <= pl.col.max_chars).fill_null(value=True)
        & (anywhere | at_top.fill_null(value=False) | at_bottom.fill_null(value=False))
        & (pl.col.is_unpunctuated | ~pl.col.unpunctuated)
        & (pl.col.is_outside | ~pl.col.outside_prose)
    )


def _below(
    patterns: Sequence[Pattern], candidates: pl.DataFrame, table: pl.DataFrame
) -> pl.DataFrame:
    """The candidates without those that wait for a flagged line above and have none."""
    waiting = [number for number, pattern in enumerate(patterns) if pattern.after]
    settled = candidates.filter(~pl.col.pattern.is_in(waiting))
    kept = [settled]
    for number in waiting:
        above = [n for n, each in enumerate(patterns) if each.rule_id in patterns[number].after]
        rows = candidates.filter(pl.col.pattern == number).sort("row")
        rows = rows.with_columns(ordinal=table["ordinal"].gather(rows["row"]))
        flagged = settled.filter(pl.col.pattern.is_in(above))["row"]
        kept.append(_chained(rows, flagged).select("row", "pattern"))
    return pl.concat(kept)


def _chained(rows: pl.DataFrame, flagged: pl.Series) -> pl.DataFrame:
    """The rows next below a flagged one, and those next below these, within an article."""
    is_first = pl.col.ordinal == 1
    begins_run = is_first | (pl.col.row.cast(pl.Int64).diff() != 1).fill_null(value=True)
    # A join, since `is_in` looks through all flagged rows for every row.
    below = pl.DataFrame({"row": flagged.unique() + 1}).with_columns(below="row")
    rows = rows.join(below, on="row", how="left", maintain_order="left").with_columns(
        run=begins_run.cum_sum(), below=pl.when(~is_first).then("below")
    )
    return rows.filter(pl.col.row >= pl.col.below.min().over("run"))


def _worded(
    patterns: Sequence[Pattern], hits: pl.DataFrame, table: pl.DataFrame
) -> Iterator[pl.DataFrame]:
    """The places of phrases and regexes: whole units, or what was matched in them."""
    whole = [number for number, pattern in enumerate(patterns) if pattern.whole]
    ids = pl.Series("rule_id", [pattern.rule_id for pattern in patterns], dtype=pl.String)
    flagged = hits.filter(pl.col.pattern.is_in(whole)).join(table, on="row")
    none = pl.lit(None, dtype=pl.String)
    yield flagged.with_columns(rule_id=ids.gather(flagged["pattern"]), detail=none).select(
        *schema(Match)
    )
    for number in hits["pattern"].unique():
        if not patterns[number].whole:
            rows = hits.filter(pl.col.pattern == number)
            yield _parts(patterns[number], table.join(rows, on="row"))


def _parts(pattern: Pattern, rows: pl.DataFrame) -> pl.DataFrame:
    """Each place in the rows that one of the pattern's phrases or regexes matches."""
    regexes = [term.value for term in pattern.match if term.kind == regex.MATCHER.kind]
    worded = [term for term in pattern.match if term.kind != regex.MATCHER.kind]
    found = [regex.places(rows, value) for value in regexes]
    if worded:
        found.append(phrases.spans(rows, [(term.kind, term.value) for term in worded]))
    inside = pl.concat(found).rename({"start": "from", "end": "to"}).join(rows, on="row")
    return inside.select(
        pl.lit(pattern.rule_id).alias("rule_id"),
        "article_id",
        start=pl.col.start + pl.col("from"),
        end=pl.col.start + pl.col.to,
        detail=pl.lit(None, dtype=pl.String),
    )


def _flagged(
    patterns: Sequence[Pattern], hits: pl.DataFrame
) -> tuple[dict[str, pl.Series], dict[str, pl.Series]]:
    """By rule family, the rows that phrases and regexes flag; and those that they warn of."""
    families = {pattern.rule_id[:3] for pattern in patterns}
    numbers = {
        family: [n for n, each in enumerate(patterns) if each.rule_id.startswith(family)]
        for family in families
    }

    def rows(wanted: Sequence[int]) -> pl.Series:
        return hits.filter(pl.col.pattern.is_in(wanted))["row"].unique()

    flagged = {family: rows(some) for family, some in numbers.items()}
    warned = {
        family: rows([number for number in some if not patterns[number].informs])
        for family, some in numbers.items()
    }
    return flagged, warned


def _structural(patterns: Sequence[Pattern], view: View) -> Iterator[pl.DataFrame]:
    """The places of the structural kinds, each kind asked once for all its rules."""
    ids = pl.Series("rule_id", [pattern.rule_id for pattern in patterns], dtype=pl.String)
    for kind, structure in STRUCTURES.items():
        asked = [
            Asked(number, pattern.rule_id[:3], pattern.request.options, _allowed(pattern, view))
            for number, pattern in enumerate(patterns)
            if pattern.request and pattern.request.kind == kind
        ]
        if asked:
            found = structure.find(asked, view).select(*PLACES)
            named = found.with_columns(rule_id=ids.gather(found["pattern"]))
            yield named.select(*schema(Match))


def _allowed(pattern: Pattern, view: View) -> pl.DataFrame:
    """The units that a pattern's language, limits and exceptions let it look at."""
    asked = view.units.join(_conditions([pattern]).drop("pattern"), how="cross")
    looked_at = asked.filter(_is_looked_at()).select(view.units.columns)
    if not pattern.exceptions:
        return looked_at
    spared = _found(_terms([pattern], "exceptions"), looked_at)
    return looked_at.join(spared, on="row", how="anti")
