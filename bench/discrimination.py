"""Whether scores tell the articles of one group of outlets from those of another.

    .venv/bin/python bench/discrimination.py DATA    DATA holds attribution/polnear_train.jsonl.gz

Prints the area under the curve for the score and for what each dimension took: the chance that an
article of the first group has more than one of the second, ties counting half; .5 is a coin. With
the 95 % interval of Hanley and McNeil (1982).
"""

import argparse
import gzip
import json
import math
import tempfile
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from pathlib import Path

from provenance import api, frames
from provenance.model import Score

FILE = Path("attribution") / "polnear_train.jsonl.gz"
FIRST = ("nyt", "wash-post", "usa-today", "politico")
SECOND = ("breitbart", "huff-post", "west-journal")
KEYS = ("id", "text", "outlet", "date", "title")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path)
    options = parser.parse_args()
    first, second = scored(options.data / FILE)
    print(f"{', '.join(FIRST)} ({len(first)}) against {', '.join(SECOND)} ({len(second)})")
    groups = [[row.score or 0 for row in rows] for rows in (first, second)]
    print(f"{'score':<12} {told(*groups)}")
    for place, part in enumerate(first[0].dimensions):
        kept = [[-row.dimensions[place].lost for row in rows] for rows in (first, second)]
        print(f"{part.name:<12} {told(*kept)}")


def scored(path: Path) -> tuple[list[Score], list[Score]]:
    """The scores of both groups."""
    with tempfile.TemporaryDirectory() as folder, gzip.open(path, "rt") as lines:
        corpus = Path(folder) / "corpus.jsonl"
        records = [json.loads(line) for line in lines]
        kept = [{key: row[key] for key in KEYS if row.get(key)} for row in records]
        corpus.write_text("".join(json.dumps(row) + "\n" for row in kept))
        report = api.check([str(corpus)])
    outlets = dict(report.articles.select("article_id", "outlet").iter_rows())
    rows = [row for row in frames.rows(report.scores, Score) if row.score is not None]
    return tuple(  # type: ignore[return-value]
        [row for row in rows if outlets[row.article_id] in group] for group in (FIRST, SECOND)
    )


def told(first: Sequence[int], second: Sequence[int]) -> str:
    """The area with its interval."""
    area = auc(first, second)
    wide = 1.96 * error(area, len(first), len(second))
    return f"{area:.3f} ({area - wide:.3f} to {area + wide:.3f})"


def auc(first: Sequence[int], second: Sequence[int]) -> float:
    """The chance that one of the first is above one of the second, ties counting half."""
    ordered = sorted(second)
    below = sum(bisect_left(ordered, value) + bisect_right(ordered, value) for value in first)
    return below / (2 * len(first) * len(second))


def error(area: float, first: int, second: int) -> float:
    """The standard error of an area, by Hanley and McNeil."""
    above, below = area / (2 - area), 2 * area**2 / (1 + area)
    spread = area * (1 - area)
    spread += (first - 1) * (above - area**2) + (second - 1) * (below - area**2)
    return math.sqrt(spread / (first * second))


if __name__ == "__main__":
    main()
