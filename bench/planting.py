"""From the plan of a corpus to its texts, and to the truth of what stands where in them.

A plan says of each article how many words of its own it has, what it copies from which other one,
where that goes and which footer ends it. Nothing here knows why: `corpus` makes the plans.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import polars as pl
from base import Base, Ids, Indices, gather
from numpy.typing import NDArray

PLAIN, VERBATIM, EDITED, EXCERPT = range(4)
KINDS = ("plain", "verbatim", "edited", "excerpt")
BATCH = 16384
END = "\x1f"
FIRST_DAY = np.datetime64("2025-01-01")
# Which of an article's segments is the copied one.
COPIED = 1


@dataclass(frozen=True)
class Plan:
    """What each article is to be made of; one value an article.

    Attributes:
        kind: `PLAIN` and so on.
        own: Words of its own.
        source: The article copied from, a plain one; itself when nothing is copied.
        first, words: What is copied of the source, in words.
        cut: Word of its own text before which the copied words are put.
        rate: Chance that a copied word is edited.
        footer: Which footer ends it; -1 for none.
        outlet, day: Where and when it ran.
    """

    kind: Indices
    own: Indices
    source: Indices
    first: Indices
    words: Indices
    cut: Indices
    rate: NDArray[np.float64]
    footer: Indices
    outlet: Indices
    day: Indices

    def __len__(self) -> int:
        return len(self.kind)


def written(
    plan: Plan, footers: Indices, base: Base, chance: np.random.Generator
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The articles and the truth, as in `corpus.Corpus`.

    In batches: only the words of all articles are held at once, 4 bytes each, and the texts.

    Args:
        plan: What the articles are made of.
        footers: Words of each footer.
        base: The language they are written in.
        chance: Decides all that the plan leaves open.
    """
    pool = Pool.of(plan, footers, base, chance)
    texts, truths = zip(*(pool.write(rows, chance) for rows in batches(len(plan))), strict=True)
    articles = pl.DataFrame({"text": pl.concat(texts)}).select(
        article_id=names(np.arange(len(plan))),
        text="text",
        outlet="outlet-" + pl.Series(plan.outlet).cast(pl.String).str.zfill(3),
        date=(FIRST_DAY + plan.day).astype(str),
    )
    return articles, pl.concat(truths)


def batches(count: int) -> Iterator[Indices]:
    for begin in range(0, count, BATCH):
        yield np.arange(begin, min(begin + BATCH, count))


def names(numbers: Indices) -> pl.Series:
    """The ids of articles."""
    return "a" + pl.Series(numbers).cast(pl.String).str.zfill(7)


@dataclass(frozen=True)
class Pool:
    """All words there are to make articles of: footers, the end mark, then articles' own words.

    Attributes:
        pieces: The pieces of the base and the end mark.
        chars: Code points of each; `bare` without white space.
        stream: From which words for edits are drawn.
        words: Numbers of pieces.
        starts: Where each article's own words begin.
        footers: Where each footer begins, and the end mark after them.
    """

    plan: Plan
    pieces: pl.Series
    chars: Indices
    bare: Indices
    stream: Ids
    words: Ids
    starts: Indices
    footers: Indices

    @classmethod
    def of(cls, plan: Plan, footers: Indices, base: Base, chance: np.random.Generator) -> "Pool":
        parts = [base.chain(footers, chance), np.array([len(base.pieces)], np.int32)]
        parts += [base.chain(plan.own[rows], chance) for rows in batches(len(plan))]
        return cls(
            plan=plan,
            pieces=pl.concat([base.pieces, pl.Series([END])]),
            chars=np.append(base.chars, len(END)),
            bare=np.append(base.bare, len(END)),
            stream=base.inner,
            words=np.concatenate(parts),
            starts=footers.sum() + 1 + np.cumsum(plan.own) - plan.own,
            footers=np.concatenate([[0], np.cumsum(footers)]).astype(np.int64),
        )

    def write(self, rows: Indices, chance: np.random.Generator) -> tuple[pl.Series, pl.DataFrame]:
        """The texts of these articles and the truth about them."""
        starts, lengths = self._segments(rows)
        words = self.words[gather(starts.ravel(), lengths.ravel())]
        rates = np.zeros(lengths.shape)
        rates[:, COPIED] = self.plan.rate[rows]
        counts, words = self._edited(words, np.repeat(rates.ravel(), lengths.ravel()), chance)
        ends = np.append(0, np.cumsum(counts))[np.cumsum(lengths)].reshape(lengths.shape)
        text = self.pieces.gather(words).str.join("").str.split(END).explode()
        return text[: len(rows)].str.strip_chars_end(), self._truth(rows, words, ends)

    def _segments(self, rows: Indices) -> tuple[Indices, Indices]:
        """Start and length in the pool of: own words, copy, own words, footer, end mark."""
        plan, own = self.plan, self.starts[rows]
        cut, footer = plan.cut[rows], plan.footer[rows]
        copied = self.starts[plan.source[rows]] + plan.first[rows]
        mark = np.full(len(rows), self.footers[-1])
        starts = [own, copied, own + cut, np.where(footer < 0, 0, self.footers[footer]), mark]
        sizes = np.append(np.diff(self.footers), 0)
        footed = sizes[footer]
        lengths = [cut, plan.words[rows], plan.own[rows] - cut, footed, np.ones_like(mark)]
        return np.stack(starts, axis=1), np.stack(lengths, axis=1)

    def _edited(
        self, words: Ids, rates: NDArray[np.float64], chance: np.random.Generator
    ) -> tuple[Indices, Ids]:
        """How many words became of each, and the words: half of the edits replace one."""
        luck = chance.random(len(words))
        edited = np.flatnonzero(luck < rates)
        deed = luck[edited] / rates[edited]
        fresh = self.stream[chance.integers(0, len(self.stream), len(edited))]
        counts = np.ones(len(words), np.int64)
        counts[edited[(deed >= 0.5) & (deed < 0.75)]] = 0
        counts[edited[deed >= 0.75]] = 2
        ends = np.cumsum(counts)
        found = np.repeat(words, counts)
        replaced = (deed < 0.5) | (deed >= 0.75)
        found[ends[edited[replaced]] - 1] = fresh[replaced]
        return counts, found

    def _truth(self, rows: Indices, words: Ids, ends: Indices) -> pl.DataFrame:
        """Where the copies stand, and where their originals."""
        plan = self.plan
        planted = np.flatnonzero(plan.kind[rows] != PLAIN)
        copy, source = rows[planted], plan.source[rows[planted]]
        begins = np.append(0, ends[:-1, -1])[planted]
        first, last = ends[planted, COPIED - 1], ends[planted, COPIED]
        chars = np.append(0, np.cumsum(self.chars[words]))
        blank = self.chars - self.bare
        source_start = self._chars(self.starts[source], plan.first[copy])
        passage = self.starts[source] + plan.first[copy]
        source_end = source_start + self._chars(passage, plan.words[copy])
        return pl.DataFrame(
            {
                "kind": np.array(KINDS)[plan.kind[copy]].tolist(),
                "source_id": names(source),
                "copy_id": names(copy),
                "rate": plan.rate[copy],
                "source_first_word": plan.first[copy],
                "source_words": plan.words[copy],
                "copy_first_word": first - begins,
                "copy_words": last - first,
                "source_start": source_start,
                "source_end": source_end - blank[self.words[passage + plan.words[copy] - 1]],
                "copy_start": chars[first] - chars[begins],
                "copy_end": chars[last] - chars[begins] - blank[words[last - 1]],
            },
            schema_overrides={"kind": pl.String},
        )

    def _chars(self, starts: Indices, lengths: Indices) -> Indices:
        """Code points of runs of the pool."""
        ends = np.cumsum(lengths)
        sums = np.append(0, np.cumsum(self.chars[self.words[gather(starts, lengths)]]))
        return np.asarray(sums[ends] - sums[ends - lengths])
