"""Single passages planted in articles that have nothing else in common: how many are found.

    python bench/planted.py [--cases 1000] [--grid 300] [--data DATA] [--out FILE]

A passage is a run of words (what stands between blanks and has a letter or a figure) out of the
middle of one article, put anywhere in another one, in the middle of a sentence too; of each kind,
all cases are one corpus. Three kinds have bars: 12 words as they are, 25 words of which a tenth
was replaced, 40 words of which a fifth was. `exact` replaces as many as that, rounded up; `chance`
each word with that chance. The grid below the bars also deletes and inserts: `mixed` does with half
of the edits the one, with a quarter each the others. A passage is found when one region of the two
articles covers at least half of it in both. The hit rate counts pairs of articles that have
nothing planted and yet a region. Articles are made up; with --data also those of
DATA/scale/allsides_articles.jsonl.gz, which do share passages of their own.
"""

import argparse
import gzip
import math
import random
import re
from dataclasses import dataclass
from pathlib import Path

import measure
import orjson
import polars as pl
import recall
from base import own_base
from corpus import unrelated
from measure import Figures

from provenance import reuse

ROOT = Path(__file__).parents[1]
MIN_WORDS = 12
FEWEST_WORDS = 150
WORD = re.compile(r"\S*\w\S*")


@dataclass(frozen=True)
class Kind:
    """A kind of planted passage: how many words, which share of them edited, and how."""

    words: int
    rate: float
    edits: str
    bar: float | None


BARS = (
    Kind(12, 0.0, "exact", 1.0),
    Kind(25, 0.1, "exact", 0.95),
    Kind(25, 0.1, "chance", 0.95),
    Kind(40, 0.2, "exact", 0.95),
    Kind(40, 0.2, "chance", 0.95),
)
GRID = tuple(
    Kind(words, rate, "mixed" if rate else "exact", None)
    for words in (15, 25, 40, 60)
    for rate in (0.0, 0.05, 0.1, 0.2)
)


def main() -> None:
    options = parse()
    count = 2 * max(options.cases, options.grid)
    bases = {"generated": unrelated(count, own_base()).articles["text"].to_list()}
    if base := measure.real_base(options.data):
        bases["real"] = read(base)
    figures: Figures = {"machine": measure.machine("polars", "numpy", "numba")}
    tables = []
    for name, texts in bases.items():
        rows = [trial(kind, texts, options.cases) for kind in BARS]
        rows += [trial(kind, texts, options.grid) for kind in GRID]
        figures[name] = rows
        tables.append(measure.table(f"Planted passages, {name} articles", rows))
        print(tables[-1], flush=True)
    measure.keep(figures, tables, options.out)


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--cases", type=int, default=1000, help="of each kind with a bar")
    parser.add_argument("--grid", type=int, default=300, help="of each other kind")
    parser.add_argument("--data", type=Path, help="folder with scale/allsides_articles.jsonl.gz")
    parser.add_argument("--out", type=Path, default=ROOT / "reports" / "bench" / "planted.json")
    return parser.parse_args()


def read(path: Path) -> list[str]:
    """The articles of a JSONL file that are long enough to take from, each text once."""
    with gzip.open(path, "rb") as lines:
        texts = dict.fromkeys(orjson.loads(line)["text"] for line in lines)
    return [text for text in texts if len(WORD.findall(text)) >= FEWEST_WORDS]


def trial(kind: Kind, texts: list[str], cases: int) -> Figures:
    """How many passages of a kind are found."""
    corpus, truth = planted(kind, texts, cases)
    regions = reuse.find(measure.as_articles(corpus), MIN_WORDS)
    judged = recall.found(truth, regions)
    pairs = len(corpus) * (len(corpus) - 1) // 2 - len(truth)
    others = (
        regions.select("left_id", "right_id")
        .unique()
        .join(
            truth.select(left_id="copy_id", right_id="source_id"),
            on=["left_id", "right_id"],
            how="anti",
        )
    )
    return {
        "words": kind.words,
        "edited": kind.rate,
        "how": kind.edits,
        "cases": len(truth),
        "bar": kind.bar,
        "recall": recall.mean(judged["pair"] >= 0.5),
        "coverage": recall.mean(judged["covered"]),
        "other pairs": len(others),
        "hit rate of other pairs": round(len(others) / max(1, pairs), 7),
    }


def planted(kind: Kind, texts: list[str], cases: int) -> tuple[pl.DataFrame, pl.DataFrame]:
    """A corpus of sources and of hosts, each host with a passage of its source, and the truth."""
    chance = random.Random(f"{kind.words} {kind.rate} {kind.edits}")
    drawn = chance.sample(texts, 2 * min(cases, len(texts) // 2))
    articles, truth = [], []
    for number, (source, host) in enumerate(zip(drawn[::2], drawn[1::2], strict=True)):
        text, spans = put(kind, source, host, chance)
        names = f"c{number:05}", f"s{number:05}"
        articles += [(names[0], text), (names[1], source)]
        truth.append((*names, *spans))
    columns = ["copy_id", "source_id", "source_start", "source_end", "copy_start", "copy_end"]
    corpus = pl.DataFrame(articles, ["article_id", "text"], orient="row").with_columns(
        outlet=pl.col("article_id"), date=pl.lit(None, pl.String)
    )
    return corpus, pl.DataFrame(truth, columns, orient="row")


def put(
    kind: Kind, source: str, host: str, chance: random.Random
) -> tuple[str, tuple[int, int, int, int]]:
    """The host with the passage in it, and the passage's place in the source and in the host."""
    words = list(WORD.finditer(source))
    middle = len(words) - kind.words
    first = chance.randint(middle // 10, middle - middle // 10)
    run = words[first : first + kind.words]
    start, end = run[0].start(), run[-1].end()
    passage = edited(kind, source[start:end], WORD.findall(host), chance)
    places = [match.start() for match in WORD.finditer(host)]
    place = chance.choice([*places, len(host)])
    before = host[:place] if not place or host[place - 1].isspace() else host[:place] + " "
    text = f"{before}{passage} {host[place:]}"
    return text, (start, end, len(before), len(before) + len(passage))


def edited(kind: Kind, passage: str, others: list[str], chance: random.Random) -> str:
    """The passage with some of its words edited, the white space between the others as it was."""
    spans = [match.span() for match in WORD.finditer(passage)]
    if kind.edits == "chance":
        chosen = [at for at in range(len(spans)) if chance.random() < kind.rate]
    else:
        chosen = chance.sample(range(len(spans)), math.ceil(kind.rate * len(spans)))
    for at in sorted(chosen, reverse=True):
        start, end = spans[at]
        old = passage[start:end]
        deed = chance.random() if kind.edits == "mixed" else 0.0
        new = other(old, others, chance)
        new = new if deed < 0.5 else "" if deed < 0.75 else f"{old} {new}"
        passage = passage[:start] + new + passage[end:]
    return passage


def other(old: str, others: list[str], chance: random.Random) -> str:
    """Another word of the host."""
    while (new := chance.choice(others)).strip('.,“”’"').lower() == old.strip('.,“”’"').lower():
        pass
    return new


if __name__ == "__main__":
    main()
