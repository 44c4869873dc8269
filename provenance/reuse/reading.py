"""Texts out of their column into the kernel that reads words, a batch at a time.

Goes in: a column of texts. Comes out: arrays of words. A batch is joined into
one stretch of memory in which every text ends with a line feed, so that the
kernel needs no look at the length, and no Python object is made of a word.
"""

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
import polars as pl
from numpy.typing import NDArray

from provenance.reuse import folding
from provenance.reuse.scan import scan

# Hashes, starts and ends of words, and how many words there are up to the end of each text.
Columns: TypeAlias = tuple[NDArray[Any], NDArray[Any], NDArray[Any], NDArray[Any]]

# Bytes of text in a batch: its words stay in the processor's cache.
_BYTES = 1 << 20
# Stands behind the last text: the kernel may look nine bytes beyond it, in whole blocks of eight.
_SPARE = pl.Series("text", [" " * 16])


@dataclass(frozen=True, slots=True)
class Batch:
    """Consecutive texts.

    Attributes:
        first, last: Their rows in the column, half-open.
    """

    first: int
    last: int
    texts: pl.Series


def batches(texts: pl.Series) -> Iterator[Batch]:
    """The texts in batches of about a megabyte, none of them without a text."""
    ends = np.cumsum(texts.str.len_bytes().to_numpy().astype(np.int64))
    first = 0
    while first < len(texts):
        before = int(ends[first - 1]) if first else 0
        last = max(first + 1, int(np.searchsorted(ends, before + _BYTES, side="right")))
        yield Batch(first, last, texts.slice(first, last - first))
        first = last


class _Room(threading.local):
    """A thread's arrays for the words of one batch, used again: new memory costs time to touch."""

    size = 0

    def grow(self, size: int) -> None:
        if size > self.size:
            self.size = size
            self.hashes = np.empty(size, np.uint32)
            self.starts, self.ends = np.empty((2, size), np.int32)
            self.odd = np.empty((size, 3), np.int64)


_room = _Room()
_folds = folding.Folds()


def read(batch: Batch) -> Columns:
    """The words of a batch by the compiled kernel: hashes, starts, ends, words up to each end.

    The first three are the thread's own and hold until it reads the next batch.
    """
    text = pl.concat([batch.texts, _SPARE]).str.join("\n").cast(pl.Binary).item()
    data = np.frombuffer(text, np.uint8)
    sizes = batch.texts.str.len_bytes().to_numpy().astype(np.int64)
    word_ends = np.empty(len(sizes), np.int64)
    room = _room
    room.grow(len(data) // 2 + 1)
    count, odd = scan.compiled(
        data,
        data[: len(data) // 8 * 8].view(np.uint64),
        np.cumsum(sizes + 1) - 1,
        folding.kinds(),
        folding.classes(),
        _folds.table,
        room.hashes,
        room.starts,
        room.ends,
        word_ends,
        room.odd,
    )
    for number, start, end in room.odd[:odd].tolist():
        word = text[start:end]
        _folds.fill(word.decode())
        room.hashes[number] = folding.raw_hash(word)
    return room.hashes[:count], room.starts[:count], room.ends[:count], word_ends
