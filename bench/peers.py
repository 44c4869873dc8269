"""Whole-article duplicates and aligned regions, side by side with other tools on one corpus.

    pip install rensa gaoya xxhash          (datasketch is a dependency of the package)
    pip install text-dedup                  (in an environment of its own: it pins old versions)

    python bench/peers.py [--articles 10000,100000] [--rounds 3] [--only "gaoya;rensa"]
                          [--data DATA] [--text-dedup OTHER/bin/python] [--out FILE]

Every tool gets the same texts, in memory before its clock starts, one thread, and a process of
its own; the tools take turns, A B C A B C, and the median of the rounds counts. The task is the
same: word 5-grams, 128 hashes, articles at a Jaccard similarity of .8 or more.

datasketch hashes with xxh32 in bulk; its and rensa's shingles are made in Python as their manuals
do: all of them first, in lists, of words without punctuation as ours are and text-dedup's. "frugal"
is the cheapest way there is: shingles are made when they are asked for, of what stands between
blanks, by which a copy with another comma is another text. gaoya makes its own.
The clock of the peers stops when each article's neighbours are known: joining them to clusters is
on us. text-dedup is a command: all it does counts, reading and writing included. What is not
installed is said.

Recall is the share of the planted reprints with an exact similarity of .8 or more that end in one
cluster with what they copy; strangers are articles in a cluster most of which is another story.
With --data the corpus is made of the words of real articles.
"""

import argparse
import functools
import importlib.util
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import measure
import polars as pl
from measure import Figures, Job, clock

from provenance import reuse

ROOT = Path(__file__).parents[1]
HASHES = 128
THRESHOLD = 0.8
# For tools that want to be told; datasketch and text-dedup choose 9 bands of 13.
BANDS, ROWS = 16, 8
MIN_WORDS = 12
WORDS = 5
WORD = re.compile(r"\w+")
Groups = Sequence[Sequence[int]]


def shingles(text: str) -> list[str]:
    """The word 5-grams of a text."""
    return _grams(WORD.findall(text.lower()))


def frugal_shingles(text: str) -> list[str]:
    """The same of words with their punctuation."""
    return _grams(text.lower().split())


def _grams(words: list[str]) -> list[str]:
    return list({" ".join(words[at : at + WORDS]) for at in range(max(1, len(words) - WORDS + 1))})


def main() -> None:
    options = parse()
    wanted = options.only.split(";") if options.only else list(JOBS)
    figures: Figures = {"machine": measure.machine(*PACKAGES), "corpora": []}
    tables = []
    with tempfile.TemporaryDirectory() as folder:
        for size in options.articles:
            corpus = Path(folder) / f"{size}.parquet"
            similar(
                corpus,
                measure.generated(corpus, articles=size, base=measure.real_base(options.data)),
            )
            runs: dict[str, list[Figures]] = {name: [] for name in wanted}
            for _ in range(options.rounds):
                for name in wanted:
                    runs[name].append(measure.apart(name, corpus=corpus, other=options.text_dedup))
            found = {name: measure.median(each) for name, each in runs.items()}
            figures["corpora"].append({"articles": size, "tools": found})
            tables.append(measure.table(f"{size:,} articles", compared(found)))
            print(tables[-1], flush=True)
    measure.keep(figures, tables, options.out)


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--articles", type=measure.numbers, default=[10_000])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", help=f"of {';'.join(JOBS)}")
    parser.add_argument("--data", type=Path, help="folder with scale/allsides_articles.jsonl.gz")
    parser.add_argument("--text-dedup", default=sys.executable, help="a Python that has it")
    parser.add_argument("--out", type=Path, default=ROOT / "reports" / "bench" / "peers.json")
    return parser.parse_args()


def similar(corpus: Path, truth: Path) -> None:
    """Keeps of the truth the reprints that are to be found: their exact similarity is enough."""
    texts = dict(pl.read_parquet(corpus, columns=["article_id", "text"]).iter_rows())
    reprints = pl.read_parquet(truth).filter(pl.col("kind") != "excerpt")
    pairs = list(reprints.select("source_id", "copy_id").iter_rows())
    enough = [jaccard(texts[source], texts[copy]) >= THRESHOLD for source, copy in pairs]
    reprints.with_columns(similar=pl.Series(enough, dtype=pl.Boolean)).write_parquet(truth)


def jaccard(left: str, right: str) -> float:
    ours, theirs = set(shingles(left)), set(shingles(right))
    return len(ours & theirs) / len(ours | theirs)


def compared(found: dict[str, Figures]) -> list[dict[str, object]]:
    """The rows of the table: how many times the CPU seconds of ours each tool takes."""
    shown = ("cpu_s", "wall_s", "mb_per_cpu_s", "peak_mb", "clusters", "recall", "strangers")
    rows = []
    for name, figures in found.items():
        row: dict[str, object] = {"tool": name}
        if "cpu_s" in figures:
            row |= {key: figures.get(key) for key in shown}
            for ours in ("clusters", "regions"):
                own = found.get(f"ours: {ours}", {}).get("cpu_s")
                row[f"x ours ({ours})"] = own and round(figures["cpu_s"] / own, 1)
        else:
            row["cpu_s"] = figures.get("absent") or f"failed: {figures['failed']}"
        rows.append(row)
    return rows


def ours_clusters(corpus: str, **_: object) -> Figures:
    """`reuse.duplicates`, from texts to clusters."""
    articles = measure.articles(corpus)
    duplicates = measure.threaded(reuse.duplicates, 1)
    duplicates(measure.warm_up(articles))
    found, figures = clock(lambda: duplicates(articles))
    groups = found.group_by("cluster_id").agg(pl.col("article_id").str.slice(1).cast(pl.Int64))
    return figures | rated(corpus, groups["article_id"].to_list(), figures["cpu_s"])


def ours_regions(corpus: str, **_: object) -> Figures:
    """`reuse.find`, from texts to aligned regions: more than the others do."""
    articles = measure.articles(corpus)
    find = measure.threaded(reuse.find, 1)
    find(measure.warm_up(articles), MIN_WORDS)
    regions, figures = clock(lambda: find(articles, MIN_WORDS))
    return (
        figures
        | measure.speed(measure.articles(corpus), figures["cpu_s"])
        | {"regions": len(regions)}
    )


def datasketch(corpus: str, *, frugal: bool = False, **_: object) -> Figures:
    """`MinHash.bulk` with xxh32, then `MinHashLSH`."""
    if missing := absent("datasketch", "xxhash"):
        return missing
    from datasketch import MinHash, MinHashLSH
    from xxhash import xxh32_intdigest

    def work() -> list[list[int]]:
        tokens = ([each.encode() for each in grams] for grams in shingled(texts, frugal=frugal))
        data = tokens if frugal else list(tokens)
        sketches = MinHash.bulk(data, num_perm=HASHES, hashfunc=xxh32_intdigest)
        index = MinHashLSH(threshold=THRESHOLD, num_perm=HASHES)
        for number, sketch in enumerate(sketches):
            index.insert(number, sketch)
        return [index.query(sketch) for sketch in sketches]

    texts = texts_of(corpus)
    neighbours, figures = clock(work)
    return figures | rated(corpus, neighbours, figures["cpu_s"])


def rensa(corpus: str, *, frugal: bool = False, **_: object) -> Figures:
    """`RMinHash` of the same strings, then `RMinHashLSH`."""
    if missing := absent("rensa"):
        return missing
    from rensa import RMinHash, RMinHashLSH

    def work() -> list[list[int]]:
        tokens = shingled(texts, frugal=frugal)
        sketches = RMinHash.from_token_sets(tokens if frugal else list(tokens), HASHES, 42)
        index = RMinHashLSH(THRESHOLD, HASHES, BANDS)
        index.insert_many(sketches)
        return list(index.query_all(sketches))

    texts = texts_of(corpus)
    neighbours, figures = clock(work)
    return figures | rated(corpus, neighbours, figures["cpu_s"])


def shingled(texts: Iterable[str], *, frugal: bool) -> Iterator[list[str]]:
    return map(frugal_shingles if frugal else shingles, texts)


def gaoya(corpus: str, **_: object) -> Figures:
    """`MinHashStringIndex`, which makes the shingles itself."""
    if missing := absent("gaoya"):
        return missing
    from gaoya.minhash import MinHashStringIndex

    def work() -> list[list[int]]:
        index = MinHashStringIndex(
            32, THRESHOLD, BANDS, ROWS, None, "word", lowercase=True, ngram_range=(WORDS, WORDS)
        )
        index.par_bulk_insert_docs(list(range(len(texts))), texts)
        return list(index.par_bulk_query(texts))

    texts = texts_of(corpus)
    neighbours, figures = clock(work)
    return figures | rated(corpus, neighbours, figures["cpu_s"])


def text_dedup(corpus: str, other: str, **_: object) -> Figures:
    """The command `text_dedup.minhash` of one process, with xxh3, its faster hash."""
    probe = [other, "-c", "import text_dedup.minhash"]
    if subprocess.run(probe, capture_output=True, check=False).returncode:
        return {"absent": "not installed: text-dedup"}
    with tempfile.TemporaryDirectory() as folder:
        command = [other, "-m", "text_dedup.minhash", "--path", "parquet", "--split", "train"]
        command += ["--data_files", corpus, "--column", "text", "--cache_dir", f"{folder}/cache"]
        command += ["--output", f"{folder}/out", "--ngram", str(WORDS), "--num_proc", "1"]
        command += ["--threshold", str(THRESHOLD), "--num_perm", str(HASHES)]
        command += ["--hash_func", "xxh3", "--batch_size", "10000"]
        before, begin = children_s(), time.perf_counter()
        subprocess.run(command, capture_output=True, check=True)
        wall = round(time.perf_counter() - begin, 3)
    after = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    cpu = round(children_s() - before, 3)
    return {"wall_s": wall, "cpu_s": cpu, "peak_mb": after} | measure.speed(
        measure.articles(corpus), cpu
    )


JOBS: dict[str, Job] = {
    "ours: clusters": ours_clusters,
    "ours: regions": ours_regions,
    "datasketch": datasketch,
    "rensa": rensa,
    "datasketch, frugal": functools.partial(datasketch, frugal=True),
    "rensa, frugal": functools.partial(rensa, frugal=True),
    "gaoya": gaoya,
    "text-dedup": text_dedup,
}
PACKAGES = ("polars", "numpy", "numba", "datasketch", "xxhash", "rensa", "gaoya")


def absent(*modules: str) -> Figures:
    """A figure that says which modules are not installed; empty when all are."""
    missing = [name for name in modules if importlib.util.find_spec(name) is None]
    return {"absent": f"not installed: {', '.join(missing)}"} if missing else {}


def children_s() -> float:
    """CPU seconds of the processes this one waited for."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def texts_of(corpus: str) -> list[str]:
    return pl.read_parquet(corpus, columns=["text"])["text"].to_list()


def rated(corpus: str, groups: Groups, cpu_s: float) -> Figures:
    """Speed over the text, and how good the clusters are that `groups` join to."""
    truth = pl.read_parquet(measure.truth_of(corpus)).select(
        "similar",
        source=pl.col("source_id").str.slice(1).cast(pl.Int64),
        copy=pl.col("copy_id").str.slice(1).cast(pl.Int64),
    )
    cluster = joined(groups)
    pairs = truth.filter("similar").select("source", "copy").rows()
    found = sum(cluster.get(a, -1) == cluster.get(b, -2) for a, b in pairs)
    story = dict(truth.select("copy", "source").iter_rows())
    stories: dict[int, Counter[int]] = defaultdict(Counter)
    for each, root in cluster.items():
        stories[root][story.get(each, each)] += 1
    return measure.speed(measure.articles(corpus), cpu_s) | {
        "clusters": len(stories),
        "recall": round(found / max(1, len(pairs)), 4),
        "strangers": sum(each.total() - max(each.values()) for each in stories.values()),
    }


def joined(groups: Groups) -> dict[int, int]:
    """For each article that has a neighbour, one article that stands for its cluster."""
    parent: dict[int, int] = {}

    def root(node: int) -> int:
        while parent.setdefault(node, node) != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for group in groups:
        for other in group[1:]:
            parent[root(other)] = root(group[0])
    return {node: root(node) for node in list(parent)}


if __name__ == "__main__":
    if not measure.is_job(JOBS):
        main()
