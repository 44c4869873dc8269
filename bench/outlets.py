"""Measures how often an outlet's interval from a few of its articles covers what all of them give.

    python bench/outlets.py FILE ... [--repeats 100] [--out FILE]

Each FILE is a corpus, JSONL with outlets and dates. It is checked once, as a whole. Then 10, 20 and
40 articles of every outlet with at least half as many again are drawn without replacement, and the
outlets are rolled up anew from these alone: their lineages, scores and findings are those of the
whole. An interval of 90 % is honest when it covers the score that the whole corpus gives in about
90 of 100 draws. Articles drawn are part of the whole, so a draw of most of an outlet's articles
covers more often than it would cover the next year's.
"""

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import polars as pl

from provenance import api, scoring
from provenance.model import Report

OUT = Path(__file__).parents[1] / "reports" / "bench" / "outlets.txt"
SIZES = (10, 20, 40)
# An outlet is drawn from when it has so many times the articles of a draw.
LEAST = 1.5


@dataclass(frozen=True)
class Figures:
    """What was found for draws of one size.

    Attributes:
        rows: Outlets drawn, each draw counted.
        covered: The share of them whose interval covers the score of the whole corpus.
        below, above: The shares in which that score lies under the interval or over it.
        wide: The mean width of the intervals, in points.
        lettered: The share that got another letter than `F`.
        same: The share of these whose letter is that of the whole corpus.
    """

    size: int
    rows: int
    covered: float
    below: float
    above: float
    wide: float
    lettered: float
    same: float


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--repeats", type=int, default=100)
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    texts = []
    for path in options.files:
        report = api.check([str(path)])
        texts.append(
            told(path.stem, report, [measured(report, size, options.repeats) for size in SIZES])
        )
    options.out.write_text("\n".join(texts), "utf-8")
    print("\n".join(texts))


def measured(report: Report, size: int, repeats: int) -> Figures:
    """Draws `repeats` times and compares with the whole."""
    drawn = pl.concat(samples(report, size, repeats))
    both = drawn.join(report.outlets, on="outlet", suffix="_whole").drop_nulls("score")
    whole, known = pl.col("score_whole"), pl.col("letter") != scoring.CANNOT_BE_JUDGED
    shares = both.select(
        covered=whole.is_between("low", "high").mean(),
        below=(whole < pl.col("low")).mean(),
        above=(whole > pl.col("high")).mean(),
        wide=(pl.col("high") - pl.col("low")).mean(),
        lettered=known.mean(),
        same=(pl.col("letter") == pl.col("letter_whole")).filter(known).mean(),
    )
    return Figures(size, len(both), *(value or 0.0 for value in shares.row(0)))


def samples(report: Report, size: int, repeats: int) -> Iterator[pl.DataFrame]:
    """The outlets as rolled up from `size` articles of each."""
    random = np.random.default_rng(size)
    for _ in range(repeats):
        shuffled = report.articles.with_columns(
            turn=pl.Series(random.permutation(len(report.articles)))
        ).sort("turn")
        large = pl.len().over("outlet") >= LEAST * size
        kept = shuffled.filter(large).group_by("outlet").head(size).select("article_id")
        yield scoring.outlets(
            *(
                table.join(kept, on="article_id", how="semi")
                for table in (
                    *(report.articles, report.scores, report.findings),
                    *(report.lineages, report.credits),
                )
            ),
            report.weights,
        )


def told(name: str, report: Report, figures: list[Figures]) -> str:
    """The figures as a table, under what they were measured on."""
    outlets = report.outlets
    standing = ", ".join(
        f"{outlets[each].sum()} {each}" for each in ("own", "republished", "contested")
    )
    head = (
        f"{name}: {len(report.articles)} articles of {len(outlets)} outlets, "
        f"{outlets['units'].sum()} units ({standing})\n"
        f"{'articles':>8} {'drawn':>6} {'covered':>8} {'below':>6} {'above':>6} {'width':>6}"
        f" {'with a letter':>14} {'the same':>9}\n"
    )
    return head + "".join(
        f"{each.size:>8} {each.rows:>6} {each.covered:>8.3f} {each.below:>6.3f}"
        f" {each.above:>6.3f} {each.wide:>6.1f} {each.lettered:>14.3f} {each.same:>9.3f}\n"
        for each in figures
    )


if __name__ == "__main__":
    main()
