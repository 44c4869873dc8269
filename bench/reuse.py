"""The reuse engine on generated corpora of known truth: speed, memory, growth and recall.

    python bench/reuse.py [--articles 10000,100000,1000000] [--threads 1,2] [--data DATA]
                          [--story 1250,2500,5000,10000] [--template 100000] [--out FILE]

Each figure is of a process of its own, of one run after a warm-up on fewer articles, from texts in
memory (a frame of `Article`) on: CPU seconds of all threads, wall, and the peak memory of the
whole process, the texts included. Three things are measured: `regions`, the search for aligned
passages, with the CPU seconds of each stage; `stories`, labels and clusters
from these regions; `duplicates`, near-duplicate articles straight from the texts. Then: one story
with more and more copies among 20,000 articles, whose cost must grow as the copies do; and
articles that share one template of 60 words and nothing else, which must not make a single
cluster. With --data the corpora are made of the words of DATA/scale/allsides_articles.jsonl.gz.
"""

import argparse
import itertools
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import measure
import polars as pl
import recall
from measure import Figures, Job, clock

from provenance import frames, reuse
from provenance.model import Credit, Match, Quote
from provenance.reuse import search as engine

ROOT = Path(__file__).parents[1]
MIN_WORDS = 12
STORY_ARTICLES = 20_000
PACKAGES = ("polars", "numpy", "numba")


def main() -> None:
    options = parse()
    figures: Figures = {"machine": measure.machine(*PACKAGES), "words": "generated"}
    base = measure.real_base(options.data)
    if base:
        figures["words"] = "of real articles"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        figures["news"] = news(options.articles, options.threads, base, folder)
        figures["growth"] = growth(figures["news"])
        figures["story"] = [story(copies, base, folder) for copies in options.story]
        figures["template"] = [template(count, base, folder) for count in options.template]
    tables = shown(figures)
    print("\n\n".join(tables))
    measure.keep(figures, tables, options.out)


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    numbers = measure.numbers
    parser.add_argument("--articles", type=numbers, default=[10_000, 100_000])
    parser.add_argument("--threads", type=numbers, default=[1, 2])
    parser.add_argument("--story", type=numbers, default=[1250, 2500, 5000, 10_000])
    parser.add_argument("--template", type=numbers, default=[100_000])
    parser.add_argument("--data", type=Path, help="folder with scale/allsides_articles.jsonl.gz")
    parser.add_argument("--out", type=Path, default=ROOT / "reports" / "bench" / "reuse.json")
    return parser.parse_args()


def news(sizes: list[int], threads: list[int], base: Path | None, folder: Path) -> list[Figures]:
    """Corpora of growing size, each with one and more threads."""
    rows = []
    for size in sizes:
        corpus = folder / f"news-{size}.parquet"
        measure.generated(corpus, articles=size, base=base)
        for count in threads:
            figures = measured(corpus, count, judge=count == threads[0])
            rows.append({"articles": size, "threads": count} | figures)
        corpus.unlink()
    return rows


def story(copies: int, base: Path | None, folder: Path) -> Figures:
    """One story with this many copies; the same number of articles whatever the copies."""
    corpus = folder / f"story-{copies}.parquet"
    total = max(STORY_ARTICLES, copies + 1)
    measure.generated(corpus, kind="story", articles=total, copies=copies, base=base)
    return {"copies": copies, "articles": total} | measured(corpus)


def template(count: int, base: Path | None, folder: Path) -> Figures:
    """Articles with one template; no cluster may come of them."""
    corpus = folder / f"template-{count}.parquet"
    measure.generated(corpus, kind="template", articles=count, base=base)
    return {"articles": count} | measured(corpus)


def measured(corpus: Path, threads: int = 1, *, judge: bool = False) -> Figures:
    return {
        "regions": measure.apart("regions", threads=threads, corpus=corpus, judge=judge),
        "duplicates": measure.apart("duplicates", threads=threads, corpus=corpus),
    }


def regions(corpus: str, threads: int, *, judge: bool) -> Figures:
    """The search, then labels and clusters; with `judge` also how much of the truth is there."""
    articles = measure.articles(corpus)
    search = measure.threaded(engine.search, threads)
    search(measure.warm_up(articles), MIN_WORDS)
    marks: list[tuple[str, float]] = []
    found, figures = clock(
        lambda: search(
            articles, MIN_WORDS, stage=lambda name: marks.append((name, time.process_time()))
        )
    )
    clusters, stories = clock(lambda: labelled(found.regions, articles))
    figures |= measure.speed(articles, figures["cpu_s"]) | {"regions": len(found.regions)}
    figures["stages_s"] = {
        name: round(after - before, 3) for (name, before), (_, after) in itertools.pairwise(marks)
    }
    figures |= {"anchors": found.anchors, "giants": found.giants, "parts": found.parts}
    figures["stories"] = stories | {"clusters": clusters["cluster_id"].n_unique()}
    if judge:
        truth = pl.read_parquet(measure.truth_of(corpus))
        figures["recall"] = recall.by_kind(recall.found(truth, found.regions))
        figures["precision"] = recall.unexplained(found.regions, truth, articles)
    return figures


def labelled(found: pl.DataFrame, articles: pl.DataFrame) -> pl.DataFrame:
    """The clusters of regions whose labels rest on the regions alone."""
    quotes, credit, matches = (frames.frame([], row) for row in (Quote, Credit, Match))
    return reuse.clusters(
        reuse.classify(found, articles, quotes, credit, matches), articles, credit
    )


def duplicates(corpus: str, threads: int) -> Figures:
    """Near-duplicate articles straight from the texts."""
    articles = measure.articles(corpus)
    work = measure.threaded(reuse.duplicates, threads)
    work(measure.warm_up(articles))
    clusters, figures = clock(lambda: work(articles))
    figures |= measure.speed(articles, figures["cpu_s"])
    return figures | {"clusters": clusters["cluster_id"].n_unique()}


JOBS: dict[str, Job] = {"regions": regions, "duplicates": duplicates}


def growth(rows: list[Figures]) -> Figures:
    """Cost of an article in the largest corpus against that in the one before, per thread count."""
    found: Figures = {}
    for threads in sorted({row["threads"] for row in rows}):
        sizes = [row for row in rows if row["threads"] == threads][-2:]
        for what in ("regions", "duplicates"):
            costs = [row[what].get("cpu_s", 0) / row["articles"] for row in sizes]
            if len(costs) == 2 and all(costs):
                found[f"{what}, {threads} threads"] = round(costs[1] / costs[0], 3)
    return found


def shown(figures: Figures) -> list[str]:
    """The figures as Markdown tables."""
    tables = [measure.table(f"News ({figures['words']} words)", lines(figures["news"]))]
    if figures["growth"]:
        title = "Cost of an article in the largest corpus, times that in the next smaller one"
        tables.append(measure.table(title, [figures["growth"]]))
    tables.append(measure.table("One story with many copies", lines(figures["story"])))
    tables.append(measure.table("One template in all articles", lines(figures["template"])))
    for row in figures["news"]:
        judged = row["regions"]
        size = f"{row['articles']:,} articles"
        if judged.get("stages_s"):
            title = f"CPU seconds of each stage, {size}, {row['threads']} threads"
            tables.append(measure.table(title, [judged["stages_s"]]))
        if "recall" in judged:
            tables.append(measure.table(f"Planted passages found, {size}", judged["recall"]))
            tables.append(measure.table(f"Regions, {size}", [judged["precision"]]))
    return tables


def lines(rows: list[Figures]) -> list[dict[str, object]]:
    """One line for each thing measured of each corpus."""
    shown_figures = ("cpu_s", "wall_s", "mb_per_cpu_s", "peak_mb", "regions", "clusters")
    found = []
    for row in rows:
        head = {name: row[name] for name in ("copies", "articles", "threads") if name in row}
        whats: Mapping[str, Any] = {
            "regions": row["regions"],
            "stories": row["regions"].get("stories", {}),
            "duplicates": row["duplicates"],
        }
        for what, figures in whats.items():
            said = figures.get("absent") or figures.get("failed")
            cells = {name: figures.get(name) for name in shown_figures}
            found.append(head | {"what": what} | ({"cpu_s": said} if said else cells))
    return found


if __name__ == "__main__":
    if not measure.is_job(JOBS):
        main()
