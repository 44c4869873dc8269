"""Pairs of texts that have many runs of words in common.

A sieve in front of what is costly: what it proposes may still be different.
Words are compared without marks, by hashes; identical texts must come once.
"""

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
import polars as pl
from numpy.typing import NDArray

Numbers: TypeAlias = NDArray[np.int64]
Hashes: TypeAlias = NDArray[np.uint64]

# A quotation of eight words in which one changed keeps a run of four on one side of it.
_RUN = 4
# Two texts share at least this part of the shorter one's runs. A change of a word costs it four.
_SHARED = 0.25
# A run in more texts than this is a common phrase; each is compared with its first only.
_RARE = 8
_FACTOR = np.uint64(0x9E3779B97F4A7C15)  # 2^64 divided by the golden ratio, odd


def sharing(texts: Sequence[str]) -> list[tuple[int, int]]:
    """The pairs of texts that share a quarter of the shorter one's runs of four words, in order.

    Linear in the texts: a run proposes at most so many pairs for each text.

    >>> sharing(["We saw the harbour burn.", "“We saw the harbour, burn”", "Nobody saw it at all"])
    [(0, 1)]
    """
    table, counts = _shared(*_runs(texts))
    holders, first = pl.len().over("run"), pl.col("text").min().over("run")
    table = table.with_columns(few=holders <= _RARE, first=first).filter(holders > 1)
    few = table.filter("few").select("run", "text")
    pairs = few.join(few, on="run", suffix="_right").filter(pl.col("text") < pl.col("text_right"))
    stars = table.filter(~pl.col("few"), pl.col("text") != pl.col("first"))
    stars = stars.select("first", "text").rename({"text": "text_right", "first": "text"})
    pairs = pl.concat([pairs.select("text", "text_right"), stars])
    common = pairs.group_by("text", "text_right").len().sort("text", "text_right")
    left, right, many = (common[name].to_numpy() for name in common.columns)
    enough = many >= _SHARED * np.minimum(counts[left], counts[right])
    return list(zip(left[enough].tolist(), right[enough].tolist(), strict=True))


def _runs(texts: Sequence[str]) -> tuple[Numbers, Hashes]:
    """The runs of all texts in order: the number of each one's text, and its hash."""
    plain = pl.Series(texts, dtype=pl.String).str.to_lowercase().str.replace_all("['’]", "")
    words = plain.str.extract_all(r"\w+")
    hashes = words.explode(empty_as_null=False).hash().to_numpy()
    owners = np.repeat(np.arange(len(texts)), words.list.len().to_numpy())
    size = max(len(hashes) - _RUN + 1, 0)
    runs = np.zeros(size, np.uint64)
    for place in range(_RUN):
        runs = runs * _FACTOR + hashes[place : place + size]
    whole = owners[:size] == owners[len(owners) - size :]
    return owners[:size][whole], runs[whole]


def _shared(owners: Numbers, runs: Hashes) -> tuple[pl.DataFrame, Numbers]:
    """The runs that stand more than once, each once a text, and how many different a text has.

    Nearly all stand once; a sort of plain numbers sets these aside.
    """
    order = np.argsort(runs)
    again = runs[order[1:]] == runs[order[:-1]]
    several = np.zeros(len(runs), np.bool_)
    several[order[1:][again]] = several[order[:-1][again]] = True
    table = pl.DataFrame({"text": owners[several], "run": runs[several]}).unique()
    every = np.concatenate([owners[~several], table["text"].to_numpy()])
    return table, np.bincount(every, minlength=1)
