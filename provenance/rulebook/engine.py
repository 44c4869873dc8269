"""Runs text rules over lines, column by column.

Lines are folded once, and each match kind is run once for the phrases or
regexes of all rules. Exceptions, conditions, lines next below and spans are
looked at afterwards, on the few lines that were matched. Rule patterns never
meet Python's `re`.
"""

from collections.abc import Sequence
from dataclasses import fields

import polars as pl

from provenance.frames import conform, frame, schema
from provenance.model import Match
from provenance.rulebook.matchers import MATCHERS, regex
from provenance.rulebook.matchers.matcher import PAIRS
from provenance.rulebook.patterns import Pattern, Where
from provenance.text.fold import fold

_ANY = "und"
# What may stand behind the mark that ends a sentence.
_CLOSING = "\"'”’»›)]} "
_FINAL = [".", "!", "?", "…"]
_LIMITS = {field.name: pl.Boolean if field.type is bool else pl.Int64 for field in fields(Where)}


def match(patterns: Sequence[Pattern], lines: pl.DataFrame, articles: pl.DataFrame) -> pl.DataFrame:
    """Every place where a text rule holds.

    Args:
        patterns: Of a rulebook, in any order.
        lines: A frame of `Line`.
        articles: A frame of `Article`: the articles of the lines, for their languages.

    Returns:
        A frame of `Match`, each place of each rule once. Linear in the text.
    """
    table = _columns(lines, articles)
    hits = _below(patterns, _candidates(patterns, table), table)
    whole = [number for number, pattern in enumerate(patterns) if pattern.whole_line]
    flagged = hits.filter(pl.col.pattern.is_in(whole)).join(table, on="row")
    places = [frame([], Match), _places(flagged, patterns)]
    for number in hits["pattern"].unique():
        if not patterns[number].whole_line:
            rows = hits.filter(pl.col.pattern == number)
            places.append(_parts(patterns[number], table.join(rows, on="row")))
    return conform(pl.concat(places).unique(), Match)


def _columns(lines: pl.DataFrame, articles: pl.DataFrame) -> pl.DataFrame:
    """The lines with what rules ask about them; `row` numbers them, so that next lines differ by 1.

    `ordinal` counts an article's lines from its first one, `remaining` from its last one; both
    from 1.
    """
    lines = lines.sort("article_id", "number")
    table = lines.with_row_index("row").with_columns(
        folded=fold(lines["text"]),
        chars=pl.col.end - pl.col.start,
        article=pl.col.article_id.rle_id(),
        is_unpunctuated=~pl.col.text.str.strip_chars_end(_CLOSING).str.slice(-1).is_in(_FINAL),
    )
    row = pl.col.row.cast(pl.Int64)
    return table.with_columns(
        words=pl.col.folded.str.count_matches(" ", literal=True) + 1,
        ordinal=row - row.min().over("article") + 1,
        remaining=row.max().over("article") - row + 1,
    ).join(articles.select("article_id", "language"), on="article_id", how="left")


def _candidates(patterns: Sequence[Pattern], table: pl.DataFrame) -> pl.DataFrame:
    """Pairs of `row` and `pattern` where a line is looked at, matched, and no exception holds.

    Each kind looks at all lines at once, since its cost hardly depends on the number of rules.
    Conditions and exceptions are then asked of the few lines that were matched.
    """
    hits = _found(_terms(patterns, "match"), table)
    asked = hits.join(_conditions(patterns), on="pattern").join(table, on="row")
    left = asked.filter(_is_looked_at()).select("row", "pattern")
    some = table.join(left, on="row", how="semi")
    spared = _found(_terms(patterns, "exceptions"), some)
    return left.join(spared, on=["row", "pattern"], how="anti")


def _found(terms: pl.DataFrame, table: pl.DataFrame) -> pl.DataFrame:
    """Pairs of `row` and `pattern`, each once, where one of the pattern's terms matches."""
    found = [pl.DataFrame(schema=PAIRS)]
    for kind, matcher in MATCHERS.items():
        of_kind = terms.filter(pl.col.kind == kind)
        if len(of_kind):
            found.append(matcher.find(table, of_kind))
    return pl.concat(found).join(terms, on="term").select("row", "pattern").unique()


def _terms(patterns: Sequence[Pattern], part: str) -> pl.DataFrame:
    """All phrases and regexes in one part of the patterns, `match` or `exceptions`, numbered."""
    rows = [
        (number, term.kind, term.value)
        for number, pattern in enumerate(patterns)
        for term in getattr(pattern, part)
    ]
    columns = {"pattern": pl.UInt32, "kind": pl.String, "value": pl.String}
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
    """Whether a pattern's conditions hold for a line; a limit that is null always does."""
    in_language = (pl.col.locale == _ANY) | (pl.col.locale == pl.col.language)
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
        rows = candidates.filter(pl.col.pattern == number).join(table, on="row").sort("row")
        flagged = settled.filter(pl.col.pattern.is_in(above))["row"]
        kept.append(_chained(rows, flagged).select("row", "pattern"))
    return pl.concat(kept)


def _chained(rows: pl.DataFrame, flagged: pl.Series) -> pl.DataFrame:
    """The rows next below a flagged one, and those next below these, within an article."""
    row = pl.col.row.cast(pl.Int64)
    is_first = pl.col.ordinal == 1
    is_below = ~is_first & (row - 1).is_in(flagged.cast(pl.Int64).implode())
    begins_run = is_first | (row.diff() != 1).fill_null(value=True)
    rows = rows.with_columns(run=begins_run.cum_sum())
    return rows.filter(is_below.cast(pl.UInt8).cum_max().over("run") == 1)


def _places(flagged: pl.DataFrame, patterns: Sequence[Pattern]) -> pl.DataFrame:
    """The whole lines of the flagged rows."""
    ids = pl.Series("rule_id", [pattern.rule_id for pattern in patterns], dtype=pl.String)
    return flagged.with_columns(rule_id=ids.gather(flagged["pattern"])).select(*schema(Match))


def _parts(pattern: Pattern, rows: pl.DataFrame) -> pl.DataFrame:
    """Each place in the rows that one of the pattern's regexes matches."""
    found = [regex.spans(rows, term.value) for term in pattern.match]
    inside = pl.concat(found).rename({"start": "from", "end": "to"}).join(rows, on="row")
    return inside.select(
        pl.lit(pattern.rule_id).alias("rule_id"),
        "article_id",
        start=pl.col.start + pl.col("from"),
        end=pl.col.start + pl.col.to,
    )
