"""The search for shared passages, from articles to verified regions.

Two channels propose anchors, fingerprints (`winnow`) and sketches of windows
(`lsh`); every anchor is grown word by word, and only what holds is a region.
Of the labels it gives the two that the words alone tell; `classify` gives the
others.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import polars as pl

from provenance.errors import ConfigError
from provenance.reuse import lsh, shingle, winnow
from provenance.reuse.compiled import each, kernel
from provenance.reuse.extend import passages
from provenance.reuse.join import Joined, Rows, joined, together
from provenance.reuse.shingle import Indices, Words
from provenance.reuse.verify import verified
from provenance.text.sizes import byte_size

Stage = Callable[[str], None]

# What the search may take unless it is told: enough for a million articles of 400 words.
MEMORY = 8 << 30
# Of the memory that is left beside texts and words, the keys sorted at a time may take a third;
# the rest is for their copies while they are put together, for anchors and for regions.
_KEYS = 3
# Fingerprints of a word, at most, in text that is not made to have more.
_DENSITY = 0.45
_MARGIN = 64 << 20
# Each part reads all words. Of 4 billion so small a part takes as much as the margin.
_MOST_PARTS = 200
# The index of a word takes half of a 64-bit anchor.
_MOST_WORDS = (1 << 32) - 1


@dataclass(frozen=True, slots=True)
class Search:
    """What a search found and how far it looked.

    Attributes:
        regions: A frame of `Region`.
        anchors: How many pairs of words were grown.
        giants: How many buckets held so many rows that not all their pairs were considered: each
            article in one is compared with the earliest and with the one before it.
        outlets: Columns `outlet` (null: not known) and `giants`: in how many of these articles of
            each outlet stand; outlets with none are left out.
        parts: In how many parts the fingerprints were sorted to keep within the memory.
    """

    regions: pl.DataFrame
    anchors: int
    giants: int
    outlets: pl.DataFrame
    parts: int


def find(
    articles: pl.DataFrame,
    min_words: int,
    *,
    archive: pl.DataFrame | None = None,
    memory: int | None = None,
    threads: int = 1,
) -> pl.DataFrame:
    """Every passage that two articles share.

    Args:
        articles: A frame of `Article`.
        min_words: Fewest words of a passage that must match.
        archive: A frame of `Article` with other ids. Articles are compared with these as well,
            but not these with one another.
        memory: Bytes that the search may take, the texts counted in; null for 8 GiB.
        threads: How many threads may work on large input. The result does not depend on it.

    Returns:
        A frame of `Region`, labelled `verbatim` when at least .95 of the words of both sides
        match, else `edited`. Every verbatim run of 8 words is among what is compared, and one of
        `min_words` is found, unless each of its fingerprints stands in more than 16 places: then
        an article is compared with the earliest that has it and with the one before. Time is
        n log n in the words and linear in the copies of one story.

    Raises:
        ConfigError: The memory does not hold the texts and their words, or these are too many.
    """
    return search(articles, min_words, archive=archive, memory=memory, threads=threads).regions


def search(
    articles: pl.DataFrame,
    min_words: int,
    *,
    archive: pl.DataFrame | None = None,
    memory: int | None = None,
    threads: int = 1,
    stage: Stage = lambda _: None,
) -> Search:
    """As `find`, with the numbers of the search; `stage` is called with the name of each stage."""
    table = articles if archive is None else pl.concat([articles, archive], how="diagonal")
    stage("words")
    words = shingle.words(table, threads)
    known = words.articles.select("article_id").join(
        table.select("article_id", "outlet"), on="article_id", how="left", maintain_order="left"
    )
    rows = _rows(words, known, articles)
    room = _room(words, memory)
    # As many parts are sorted at once as there are threads.
    parts = -(-int(_DENSITY * 8 * len(words.hashes)) * words.threads // room)
    parts = max(words.threads, min(_MOST_PARTS, parts))
    stage("fingerprints")
    anchors = _fingerprinted(words, rows, parts)
    stage("passages")
    found = passages(words, anchors.pairs, min_words)
    stage("sketches")
    more = lsh.anchors(words, found, rows, room)
    others = passages(words, more.pairs, min_words)
    found = np.concatenate([found, others[_fresh(found, others, words.large)]])
    stage("regions")
    regions = verified(words, found)
    stage("end")
    return Search(
        regions,
        len(anchors.pairs) + len(more.pairs),
        anchors.giants + more.giants,
        _outlets(known, rows, anchors.outlets + more.outlets),
        parts,
    )


def _rows(words: Words, known: pl.DataFrame, articles: pl.DataFrame) -> Rows:
    """What the join has to know of each article."""
    outlets = known["outlet"].rank("dense").fill_null(0).to_numpy().astype(np.int64)
    return Rows(
        bounds=words.bounds,
        owners=words.owners,
        judged=known["article_id"].is_in(articles["article_id"].implode()).to_numpy(),
        outlets=outlets,
        count=int(outlets.max(initial=0)) + 1,
    )


def _outlets(known: pl.DataFrame, rows: Rows, giants: Indices) -> pl.DataFrame:
    """In how many giants each outlet's articles stand."""
    names = known.select("outlet", number=pl.Series(rows.outlets)).unique().sort("number")
    return names.select("outlet", giants=pl.Series(giants).gather(names["number"])).filter(
        pl.col("giants") > 0
    )


def needed(texts: int, words: int) -> int:
    """Bytes that a search cannot do without: texts, what it knows of their words, some for keys.

    Args:
        texts: Bytes of all texts in UTF-8.
        words: How many words they hold.
    """
    return texts + 2 * 4 * words + _MARGIN


def more_memory(fixed: int) -> str:
    """What to do where a search needs more bytes than it may take: `fixed`, as from `needed`."""
    least = -(-3 * fixed // (2 * 10**6))
    return f"allow at least {least}M with --memory, or check fewer articles at once"


def _room(words: Words, memory: int | None) -> int:
    """Bytes for the keys that are sorted at a time."""
    if len(words.hashes) > _MOST_WORDS:
        raise ConfigError(
            f"{len(words.hashes):,} words are more than the {_MOST_WORDS:,} that can be searched "
            "in one piece",
            hint="check fewer articles at once, or new ones against an archive",
        )
    texts = byte_size(words.articles["text"])
    fixed = needed(texts, len(words.hashes))
    budget = MEMORY if memory is None else memory
    if budget <= fixed:
        raise ConfigError(
            f"{budget // 10**6} MB of memory do not hold {texts // 10**6} MB of text and what the "
            "search has to know of its words",
            hint=more_memory(fixed),
        )
    return max(1, (budget - fixed) // _KEYS)


def _fingerprinted(words: Words, rows: Rows, parts: int) -> Joined:
    """The anchors of equal fingerprints; as many parts at once as there are threads."""
    bits = len(words.hashes).bit_length()

    def found(part: int) -> Joined:
        return joined(winnow.fingerprints(words, part, parts), bits, rows, words.large)

    return together(each(found, range(parts), words.threads), rows)


def _fresh(known: Indices, others: Indices, large: bool) -> np.ndarray:
    """Which other passages lie by less than half in known ones of their pair, on one side."""
    kept = np.ones(len(others), np.bool_)
    fresh.at(large)(known, others, kept)
    return kept


@kernel()
def fresh(known: Indices, others: Indices, kept: np.ndarray) -> None:
    """Clears the marks of passages that are known already.

    Args:
        known, others: As from `extend.passages`, both by their articles.
        kept: A mark for each of the others.
    """
    first = 0
    for at in range(len(others)):
        left, right = others[at, 0], others[at, 1]
        while first < len(known) and (
            known[first, 0] < left or (known[first, 0] == left and known[first, 1] < right)
        ):
            first += 1
        left_words, right_words = 0, 0
        other = first
        while other < len(known) and known[other, 0] == left and known[other, 1] == right:
            left_words += max(
                0, min(known[other, 3], others[at, 3]) - max(known[other, 2], others[at, 2])
            )
            right_words += max(
                0, min(known[other, 5], others[at, 5]) - max(known[other, 4], others[at, 4])
            )
            other += 1
        kept[at] = (
            2 * left_words < others[at, 3] - others[at, 2]
            or 2 * right_words < others[at, 5] - others[at, 4]
        )
