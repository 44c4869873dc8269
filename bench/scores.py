"""How long scoring takes at scale: findings and outcomes in, scores of articles and outlets out.

    .venv/bin/python bench/scores.py                     a million articles
    .venv/bin/python bench/scores.py --articles 100000   fewer
    .venv/bin/python bench/scores.py --markdown OUT.md   keep the table

The findings are drawn from all rules that can take points, four an article on average, with the
outcomes of every check; the same on every machine. One process, as a check has them in memory.
"""

import argparse
import os
import resource
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import polars as pl

from provenance import api, checks, frames, scoring
from provenance.model import Article, Credit, Finding, Lineage, Outcome, Status

PER_ARTICLE = 4
OUTLETS = 5_000
SEED = 7


def main() -> None:
    """Measures each stage once and prints a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=1_000_000)
    parser.add_argument("--markdown", type=Path)
    options = parser.parse_args()
    table = measured(options.articles)
    print(table)
    if options.markdown:
        options.markdown.write_text(table)


def measured(size: int) -> str:
    """The table for so many articles."""
    book = api.rules()
    rules = {rule.rule_id: rule for rule in book.rules}
    articles, found, looked = corpus(size), findings(size, list(rules)), outcomes(size)
    words = articles.select("article_id", words=pl.lit(400, dtype=pl.Int64))
    seconds: dict[str, float] = {}

    def timed(name: str, stage: Callable[[], pl.DataFrame]) -> pl.DataFrame:
        begin = time.perf_counter()
        done = stage()
        seconds[name] = time.perf_counter() - begin
        return done

    blind = timed("which families could not look", lambda: checks.unlooked(looked, rules))
    deducted = timed("deductions", lambda: scoring.deduct(found, book.weights))
    scores = timed(
        "scores, caps, intervals", lambda: scoring.score(words, blind, deducted, book.weights)
    )
    rolled = timed(
        "outlets",
        lambda: scoring.outlets(
            articles, scores, deducted, lineages(size), frames.frame((), Credit), book.weights
        ),
    )
    if len(scores) != size or scores["score"].null_count() == size:
        raise SystemExit("scoring lost articles")
    rows = [f"| {name} | {taken:.1f} |" for name, taken in seconds.items()]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    told = f"{size:,} articles, {len(found):,} findings, {len(looked):,} outcomes,"
    return "\n".join(
        [
            f"{told} {len(rolled):,} outlets; {os.cpu_count()} cores, peak {peak:.1f} GB.",
            "",
            "| stage | seconds |",
            "|---|---:|",
            *rows,
            f"| together | {sum(seconds.values()):.1f} |",
            "",
        ]
    )


def ids(size: int) -> pl.Series:
    return pl.Series("article_id", [f"article-{n:07}" for n in range(size)])


def corpus(size: int) -> pl.DataFrame:
    """Articles without their texts, of which scoring takes nothing."""
    outlet = pl.format("Outlet {}", pl.int_range(pl.len()) % OUTLETS)
    day = pl.format("2024-{}-{}", *(_two_digits(pl.int_range(pl.len()) % n + 1) for n in (12, 28)))
    bare = {
        name: pl.lit(None, dtype=kind)
        for name, kind in frames.schema(Article).items()
        if name != "article_id"
    }
    filled = bare | {
        "path": pl.lit("corpus.jsonl"),
        "line": pl.lit(1, dtype=pl.Int64),
        "embedded": pl.lit(value=True),
        "text": pl.lit(""),
        "body_start": pl.lit(0, dtype=pl.Int64),
        "given": pl.lit([], dtype=pl.List(pl.String)),
        "blank": pl.lit([], dtype=pl.List(pl.String)),
        "outlet": outlet,
        "date": day,
        "field": pl.lit("text"),
    }
    return frames.conform(ids(size).to_frame().with_columns(**filled), Article)


def findings(size: int, rules: list[str]) -> pl.DataFrame:
    random = np.random.default_rng(SEED)
    many = PER_ARTICLE * size
    names = pl.Series(rules).gather(random.integers(0, len(rules), many))
    start = random.integers(0, 2000, many)
    return frames.conform(
        pl.DataFrame(
            {
                "rule_id": names,
                "article_id": ids(size).gather(random.integers(0, size, many)),
                "start": start,
                "end": start + 10,
                "severity": pl.Series(["error", "warning", "info"]).gather(
                    random.choice(3, many, p=[0.05, 0.6, 0.35])
                ),
                "confidence": "high",
                "message": "made up",
                "extent": random.integers(0, 200, many),
                "deduction": pl.repeat(0, many, dtype=pl.Int64, eager=True),
            }
        )
        .with_columns(
            pl.when(pl.col("rule_id").str.starts_with("DUP00")).then("extent").alias("extent"),
            related=pl.lit([], dtype=frames.schema(Finding)["related"]),
            fingerprint=pl.lit(""),
            accepted=pl.lit(None, dtype=pl.String),
            accepted_because=pl.lit(None, dtype=pl.String),
        )
        .select(list(frames.schema(Finding))),
        Finding,
    )


def outcomes(size: int) -> pl.DataFrame:
    """Every check of every article; one article in twenty is in a language without packs."""
    names = pl.DataFrame({"check": [check.name for check in checks.CHECKS]})
    known = ids(size).to_frame().with_columns(number=pl.int_range(pl.len()))
    lost = (pl.col("number") % 20 == 0) & pl.col("check").is_in(["figures", "dates", "sourcing"])
    return frames.conform(
        known.join(names, how="cross").select(
            "article_id",
            "check",
            status=pl.when(lost)
            .then(pl.lit(Status.NOT_AVAILABLE.value))
            .otherwise(pl.lit(Status.CLEAR.value)),
            reason=pl.when(lost).then(pl.lit("no rules for its language")),
        ),
        Outcome,
    )


def lineages(size: int) -> pl.DataFrame:
    """Every third article is a copy of the one before it, at another outlet."""
    place = pl.int_range(pl.len())
    every = ids(size).to_frame().with_columns(_first=place - (place % 3 == 1).cast(pl.Int64))
    lineage = pl.col("article_id").gather(pl.col("_first"))
    rows = every.with_columns(
        lineage_id=lineage,
        wide_id=lineage,
        reason=pl.lit("own"),
        through=pl.lit(None, dtype=pl.String),
    )
    return frames.conform(rows, Lineage)


def _two_digits(number: pl.Expr) -> pl.Expr:
    return number.cast(pl.String).str.zfill(2)


if __name__ == "__main__":
    main()
