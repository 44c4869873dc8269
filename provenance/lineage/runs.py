"""Pairs of texts that have many runs of words in common.

A sieve in front of what is costly: what it proposes may still be different.
Words are compared without marks, by hashes; identical texts must come once.
"""

from collections.abc import Sequence

import polars as pl

# A quotation of eight words in which one changed keeps a run of four on one side of it.
_RUN = 4
# Two texts share at least this part of the shorter one's runs. A change of a word costs it four.
_SHARED = 0.25
# A run in more texts than this is a common phrase; each is compared with its first only.
_RARE = 8
_FACTOR = 0x9E3779B97F4A7C15  # 2^64 divided by the golden ratio, odd


def sharing(texts: Sequence[str]) -> list[tuple[int, int]]:
    """The pairs of texts that share a quarter of the shorter one's runs of four words, in order.

    Linear in the texts: a run proposes at most so many pairs for each text.

    >>> sharing(["We saw the harbour burn.", "“We saw the harbour, burn”", "Nobody saw it at all"])
    [(0, 1)]
    """
    runs = _runs(texts)
    counts = dict(runs.group_by("text").len().iter_rows())
    holders, first = pl.len().over("run"), pl.col("text").min().over("run")
    runs = runs.with_columns(few=holders <= _RARE, first=first).filter(holders > 1)
    few = runs.filter("few").select("run", "text")
    pairs = few.join(few, on="run", suffix="_right").filter(pl.col("text") < pl.col("text_right"))
    stars = runs.filter(~pl.col("few"), pl.col("text") != pl.col("first"))
    stars = stars.select("first", "text").rename({"text": "text_right", "first": "text"})
    pairs = pl.concat([pairs.select("text", "text_right"), stars])
    common = pairs.group_by("text", "text_right").len().sort("text", "text_right")
    return [
        (left, right)
        for left, right, many in common.iter_rows()
        if many >= _SHARED * min(counts[left], counts[right])
    ]


def _runs(texts: Sequence[str]) -> pl.DataFrame:
    """The runs of every text, each once: columns `text`, its number, and `run`, a hash."""
    plain = pl.Series(texts, dtype=pl.String).str.to_lowercase().str.replace_all("['’]", "")
    numbers = pl.Series(range(len(texts)), dtype=pl.Int64)
    words = pl.DataFrame({"text": numbers, "word": plain.str.extract_all(r"\w+")})
    words = words.explode("word").with_columns(pl.col("word").hash())
    run = pl.lit(0, pl.UInt64)
    for place in range(_RUN):
        run = run * _FACTOR + pl.col("word").shift(-place)
    whole = pl.col("text").shift(1 - _RUN) == pl.col("text")
    return words.select("text", run=run, whole=whole).filter("whole").select("text", "run").unique()
