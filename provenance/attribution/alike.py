"""Pairs of utterances that may have enough words in common, told from their keys.

A sieve in front of what is costly: what it proposes may still be different.
Nearly all shingles stand in one text only; a sort of plain integers sets these
aside, in parts of the hashes, so that the memory for it does not grow with them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

from provenance.attribution.keys import Form, parts, texts, worded

# A shingle in more texts than this is a common phrase; they are compared with its first only.
_RARE = 8
# So many shingles are sorted at a time, and so many pairs held against one another.
_PART = 1 << 23
_PAIRS = 1 << 17
_HASHES = 1 << 64

_KEY = ("article_id", "utterance")

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Texts:
    """The different texts of utterances in one form, numbered in order of their first places.

    Attributes:
        form: The form.
        utterances: A frame of `UTTERANCES`: the utterances in this form.
        first: Columns `number`, `article_id`, `utterance` and `digest` of the first of each text,
            in order, and `times`, at how many places it stands.
        sizes: How many shingles each has.
        bits: As `bits` of `UTTERANCES`, one row for each of these numbers.
    """

    form: Form
    utterances: pl.LazyFrame
    first: pl.DataFrame
    sizes: Numbers
    bits: NDArray[np.uint64]

    @classmethod
    def of(cls, utterances: pl.LazyFrame, form: Form, *order: str) -> "Texts":
        """From a frame of `UTTERANCES`; places of one article are ordered by columns of it."""
        utterances = utterances.filter(pl.col("form") == form.value)
        size = pl.col("shingles").list.len().cast(pl.Int64)
        table = utterances.select(*_KEY, "start", "end", "digest", "bits", size=size)
        every = table.collect(engine="streaming").sort("article_id", *order)
        every = every.with_columns(times=pl.len().over("digest"))
        first = every.unique("digest", keep="first", maintain_order=True)
        first = first.with_columns(number=pl.int_range(pl.len()))
        bits = np.ascontiguousarray(first["bits"].to_numpy().T)
        numbered = first.select("number", *_KEY, "digest", "times")
        return cls(form, utterances, numbered, first["size"].to_numpy(), bits)

    def alike(self, least: float) -> tuple[Numbers, Numbers, Numbers]:
        """The pairs of texts that may have this share of the shorter one's shingles in common.

        A shingle proposes all pairs of the texts that hold it as long as it is rare, else those
        with the first. Linear in the shingles.

        Returns:
            The smaller and the larger number of each pair, in order, and how many shingles
            proposed it.
        """
        found = [np.zeros(0, np.int64)]
        for owners, counts in self._held():
            for left, right in _proposed(owners, counts):
                may = self._may_share(left, right, least)
                found.append(left[may] * len(self.sizes) + right[may])
        pairs, times = np.unique(np.concatenate(found), return_counts=True)
        left, right = np.divmod(pairs, max(len(self.sizes), 1))
        return left, right, times

    def shorter(self, left: Numbers, right: Numbers) -> Numbers:
        """How many shingles the shorter one of each pair has."""
        return np.minimum(self.sizes[left], self.sizes[right])

    def common(self, left: Numbers, right: Numbers) -> Numbers:
        """How many shingles the texts of each pair have in common."""
        numbers = np.unique(np.concatenate([left, right]))
        held = self.utterances.select(*_KEY, "shingles").join(self._lazy(numbers), on=_KEY)
        held = held.select("number", "shingles")
        lists = held.collect(engine="streaming").sort("number")["shingles"]
        found = [np.zeros(0, np.int64)]
        for first in range(0, len(left), _PAIRS):
            sides = (side[first : first + _PAIRS] for side in (left, right))
            here, there = (lists[np.searchsorted(numbers, side)] for side in sides)
            found.append(here.list.set_intersection(there).list.len().cast(pl.Int64).to_numpy())
        return np.concatenate(found)

    def places(self, numbers: Iterable[int]) -> pl.DataFrame:
        """The utterances of some texts: their rows of `UTTERANCES` but for the keys, and `number`.

        By article and start.
        """
        columns = (*_KEY, "start", "end", "speakers", "digest")
        texts = self._lazy(numbers).select("number", "digest")
        found = self.utterances.select(columns).join(texts, on="digest").drop("digest")
        return found.collect(engine="streaming").sort("article_id", "start", "end")

    def wordings(
        self, articles: pl.DataFrame, quotes: pl.LazyFrame, numbers: Iterable[int]
    ) -> dict[int, tuple[str, ...]]:
        """Some of the texts, by their numbers: the words as they were said; see `keys.worded`.

        Args:
            articles: A frame of `Article`.
            quotes: A frame of `Quote`: the quotations of these.
            numbers: Which ones.
        """
        wanted = self._lazy(numbers)
        ids = wanted.select(pl.col("article_id").unique().implode()).collect()["article_id"]
        asked = quotes.filter(pl.col("article_id").is_in(ids)).join(wanted, on=_KEY, how="semi")
        found = parts(asked, self.form).join(wanted, on=_KEY, maintain_order="left").collect()
        return dict(zip(found["number"], map(worded, texts(articles, found)), strict=True))

    def _lazy(self, numbers: Iterable[int]) -> pl.LazyFrame:
        """The first utterances of some texts, in order."""
        return self.first[sorted(set(numbers))].lazy()

    def _held(self) -> Iterator[tuple[Numbers, Numbers]]:
        """The texts of each shingle that several hold, in order, and how many these are.

        Shingle after shingle; in parts of their hashes.
        """
        shingles = (
            self.utterances.select(*_KEY, "shingles")
            .join(self.first.lazy(), on=_KEY)
            .select("number", "shingles")
            .explode("shingles", empty_as_null=False)
        )
        several = 1 + int(self.sizes.sum()) // _PART
        for part in range(several):
            low, high = (_HASHES * at // several for at in (part, part + 1))
            hashed = pl.col("shingles").is_between(
                pl.lit(low, pl.UInt64), pl.lit(high - 1, pl.UInt64)
            )
            yield _repeated(shingles.filter(hashed).collect(engine="streaming"))

    def _may_share(self, left: Numbers, right: Numbers, least: float) -> NDArray[np.bool_]:
        """Whether bits leave it open that the pairs have so much in common.

        A shingle in common is a bit in common, unless another one of its text has the bit too.
        """
        sizes = self.sizes
        set_ = sum(map(np.bitwise_count, self.bits), np.zeros(len(sizes), np.int64))
        shorter = np.where(sizes[left] <= sizes[right], left, right)
        common = (sizes - set_)[shorter]
        for bits in self.bits:
            common += np.bitwise_count(bits[left] & bits[right])
        return common >= least * sizes[shorter]


def _repeated(table: pl.DataFrame) -> tuple[Numbers, Numbers]:
    """The numbers of each shingle that stands more than once, in order, and how many these are."""
    hashes, owners = table["shingles"].to_numpy(), table["number"].to_numpy()
    order = np.lexsort((owners, hashes))
    hashes, owners = hashes[order], owners[order]
    first = np.flatnonzero(np.r_[True, hashes[1:] != hashes[:-1]])
    counts = np.diff(np.r_[first, len(hashes)])
    several = np.repeat(counts > 1, counts)
    return owners[several].astype(np.int64), counts[counts > 1]


def _proposed(owners: Numbers, counts: Numbers) -> Iterator[tuple[Numbers, Numbers]]:
    """The pairs that each shingle proposes, of the texts that hold it one after the other."""
    rare = np.repeat(counts <= _RARE, counts)
    few, several = owners[rare], np.repeat(np.arange(len(counts)), counts)[rare]
    for gap in range(1, _RARE):
        same = several[gap:] == several[:-gap]
        yield few[:-gap][same], few[gap:][same]
    first = np.repeat(owners[np.cumsum(counts) - counts], counts)
    others = ~rare & (owners != first)
    yield first[others], owners[others]
