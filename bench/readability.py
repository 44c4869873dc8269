"""Readability at scale: how fast, and whether it counts what textstat counts.

    .venv/bin/python bench/readability.py FILE ...                 tables to the terminal
    .venv/bin/python bench/readability.py FILE ... --write DAY     kept in reports/bench

FILE is JSON Lines, gzipped or not, with a `text` a record; all are taken as English. The first
`--sample` articles are also given to textstat, one formula after the other as its users do: the
counts must be equal, and how much its sentences move Flesch's formula is told. The time is that of
this process, dictionaries loaded once before.
"""

import argparse
import gzip
import resource
import statistics
import time
from collections.abc import Iterator
from pathlib import Path

import orjson
import polars as pl
import textstat
from textstat.backend import counts

from provenance import frames
from provenance.model import Article, Readability
from provenance.scoring.readability import readability, readability_of

OUT = Path(__file__).parent.parent / "reports" / "bench" / "readability.md"
US = "en_US"
MEGABYTE = 1_000_000
HOSTILE = {
    "one run of letters": "ba",
    "apostrophes": "'",
    "contractions": "'ll",
    "full stops": ". ",
    "short words": "a ",
    "line ends": "x\n",
    "dashes": "—",
}
FORMULAS = {
    "Flesch reading ease": "flesch_reading_ease",
    "Flesch-Kincaid grade": "flesch_kincaid_grade",
    "Gunning fog": "gunning_fog",
    "Dale-Chall": "dale_chall",
    "SMOG": "smog",
    "Coleman-Liau": "coleman_liau",
    "Automated Readability Index": "automated",
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--articles", type=int, default=1_000_000, help="the first so many")
    parser.add_argument("--sample", type=int, default=300)
    parser.add_argument("--write", metavar="DAY")
    options = parser.parse_args()
    readability_of(article("word", "warm"))
    textstat.flesch_reading_ease("warm")
    lines = [*speeds(options), "", *agreements(options), "", *medians(options), "", *hostile()]
    text = "\n".join(lines) + "\n"
    print(text)
    if options.write:
        command = "python bench/readability.py FILE ... --write DAY"
        OUT.write_text(f"# Readability\n\nAs of {options.write}, by `{command}`.\n\n{text}")


def speeds(options: argparse.Namespace) -> Iterator[str]:
    yield "| text | articles | MB | words | CPU s | s | articles a CPU-second | MB a CPU-second |"
    yield "|---|---:|---:|---:|---:|---:|---:|---:|"
    for path in options.files:
        articles = read(path, options.articles)
        size = articles["text"].str.len_bytes().sum() / MEGABYTE
        (cpu, wall), rows = timed(articles)
        words = rows["words"].sum()
        yield (
            f"| {path.name} | {len(rows):,} | {size:.1f} | {words:,} | {cpu:.2f} | {wall:.2f} "
            f"| {len(rows) / cpu:,.0f} | {size / cpu:.1f} |"
        )
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEGABYTE
    yield f"\nPeak memory {peak:.2f} GB, the articles and the dictionaries (.2 GB) in it."


def agreements(options: argparse.Namespace) -> Iterator[str]:
    yield (
        "| text | articles | all counts but sentences equal to textstat's | sentences, ours by "
        "textstat's | Flesch, ours less textstat's: median, 5 to 95 % | textstat, articles a "
        "CPU-second |"
    )
    yield "|---|---:|---:|---:|---:|---:|"
    for path in options.files:
        articles = read(path, options.sample)
        rows = list(frames.rows(readability(articles), Readability))
        texts = [typed(text) for text in articles["text"]]
        equal = sum(map(is_equal, rows, texts))
        share = sum(row.sentences for row in rows) / sum(map(textstat.sentence_count, texts))
        begin = time.process_time()
        eases = [all_seven(text)[0] for text in texts]
        taken = time.process_time() - begin
        moved = [
            row.flesch_reading_ease - ease
            for row, ease in zip(rows, eases, strict=True)
            if row.flesch_reading_ease is not None
        ]
        cuts = statistics.quantiles(moved, n=20)
        yield (
            f"| {path.name} | {len(rows)} | {equal} | {share:.3f} "
            f"| {cuts[9]:+.1f}, {cuts[0]:+.1f} to {cuts[-1]:+.1f} | {len(rows) / taken:.0f} |"
        )


def medians(options: argparse.Namespace) -> Iterator[str]:
    names = [path.name for path in options.files]
    yield f"| median | {' | '.join(names)} |"
    yield "|---|" + "---:|" * len(names)
    rows = [readability(read(path, options.articles)) for path in options.files]
    for name, column in FORMULAS.items():
        yield f"| {name} | {' | '.join(f'{each[column].median():.1f}' for each in rows)} |"
    for name in ("complex_words", "unfamiliar"):
        shares = (each.select(pl.col(name).sum() / pl.col("words").sum()).item() for each in rows)
        yield f"| {name} of all words | {' | '.join(f'{share:.3f}' for share in shares)} |"
    without = (f"{each['smog'].null_count() / len(each):.3f}" for each in rows)
    yield f"| articles without SMOG | {' | '.join(without)} |"


def hostile() -> Iterator[str]:
    yield "| 1 MB of | CPU s |"
    yield "|---|---:|"
    for name, unit in HOSTILE.items():
        text = unit * (MEGABYTE // len(unit.encode()))
        (cpu, _), _ = timed(frames.frame([article(text, "a")], Article))
        yield f"| {name} | {cpu:.2f} |"


def timed(articles: pl.DataFrame) -> tuple[tuple[float, float], pl.DataFrame]:
    """Seconds of processor and clock, and the rows."""
    begin = time.process_time(), time.perf_counter()
    rows = readability(articles)
    return (time.process_time() - begin[0], time.perf_counter() - begin[1]), rows


def all_seven(text: str) -> list[float]:
    return [
        textstat.flesch_reading_ease(text),
        textstat.flesch_kincaid_grade(text),
        textstat.gunning_fog(text),
        textstat.dale_chall_readability_score(text),
        textstat.smog_index(text),
        textstat.coleman_liau_index(text),
        textstat.automated_readability_index(text),
    ]


def is_equal(row: Readability, text: str) -> bool:
    return (
        (row.words, row.syllables, row.letters, row.characters, row.pieces)
        == (
            counts.count_words(text),
            counts.count_syllables(text, US),
            counts.count_letters(text),
            counts.count_chars(text, ignore_spaces=True),
            counts.count_words(text, rm_punctuation=False),
        )
    ) and (row.polysyllables, row.complex_words, row.unfamiliar) == (
        counts.count_polysyllable_words(text, US),
        counts.count_difficult_words(text, US, 3),
        counts.count_difficult_words(text, US, 0),
    )


def typed(text: str) -> str:
    """As a text is counted: typographic apostrophes and dashes as one types them."""
    return text.replace("’", "'").replace("—", " ").replace("--", " ")


def read(path: Path, limit: int) -> pl.DataFrame:
    with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as lines:
        records = (orjson.loads(line) for line, _ in zip(lines, range(limit), strict=False))
        named = (article(record["text"], f"a{n:07}") for n, record in enumerate(records))
        return frames.frame(named, Article)


def article(text: str, article_id: str) -> Article:
    return Article(article_id, "a", 1, True, text, None, 0, None, None, "en")


if __name__ == "__main__":
    main()
