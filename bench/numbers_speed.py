"""The speed of reading figures and dates and of relating them: the whole numeric pass.

    python bench/numbers_speed.py [FILE ...] [--articles 600] [--only NAME] [--write DAY]

Measured are the texts of each FILE (one article, or a JSONL file with `text`, `.gz` or not; at most
so many articles, evenly spread), as many generated articles, and hostile lines of a megabyte each.
Figures are megabytes a second of processor time on one core, from a frame of `Article` to frames
of figures and relations, after a warm-up. The bar is 3 MB/s of news; of the hostile lines each must
stay below two seconds, since time may only grow with the text. (A script called `numbers.py` would
stand in the way of the module `numbers` of Python, which polars needs.)
"""

import argparse
import gzip
import json
import time
from collections.abc import Iterator
from pathlib import Path

import polars as pl
from base import own_base
from corpus import news

from provenance import frames, numbers, rulebook
from provenance.model import Article
from provenance.sources.packs import rule_files

REPORT = Path(__file__).parents[1] / "reports" / "bench" / "numbers.md"
MEGABYTE = 1_000_000
# What is repeated to a line of a megabyte.
HOSTILE = {
    "digits": "7",
    "no white space": "ab1,c",
    "fractions": "1/2 ",
    "money": "$1 ",
    "amounts in pairs": "$1 $1",
    "commas": "1,1,1,",
    "numbers": "1 ",
    "number words": "one ",
    "joined words": "one hundred and ",
    "idioms": "one of ",
    "multiples": "twice ",
    "men": "20 men ",
    "list marks": "(1) ",
    "ranges": "20 to ",
    "both bounds": "more than 20 and fewer than 30 ",
    "ages": "said Reyes, 41, ",
    "shares": "3 of 20 (15%). ",
    "shares in one line": "12 of 48 (25%) ",
    "rates": "five at $10 each for $60, ",
    "changes": "rose 5% to 105 from 100 ",
    "dates": "on Monday, May 5, 2014 ",
    "births": "Born in 1950, he was 40 in 1990. ",
    "times": "5 pm ",
    "conversions": "5 km (3.1 miles) ",
    "rounded conversions": "5 km (3 miles) ",
    "short sentences": "A 1. ",
    "short lines": "1\n",
    "points": "- 20 men died\n",
    "captions": "Brenk Mill Road 20 Men\n\n",
    "conflicts": "A fire killed 20 men, police said. A fire killed 30 men, police said. ",
    "long words": "x" * 5_000 + " 5 men died. ",
}


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    parser.add_argument("--articles", type=int, default=600)
    parser.add_argument("--only", default="", metavar="NAME", help="what has NAME in its name")
    parser.add_argument("--write", default="", metavar="DAY")
    options = parser.parse_args()
    grammar = numbers.Grammar.of(rulebook.load(rule_files(())).lexicons)
    chosen = [
        (name, texts)
        for name, texts in texts_of(options.files, options.articles)
        if options.only in name
    ]
    table = "\n".join([*TITLE, *(row(name, texts, grammar) for name, texts in chosen)])
    print(table)
    if options.write:
        REPORT.write_text(HEAD.format(day=options.write) + table + "\n", "utf-8")


def texts_of(files: list[Path], count: int) -> Iterator[tuple[str, list[str]]]:
    """Name and texts of everything that is measured."""
    for path in files:
        texts = list(read(path))
        yield path.name, texts[:: max(len(texts) // count, 1)][:count]
    yield "generated", news(count, own_base()).articles["text"].to_list()
    for name, piece in HOSTILE.items():
        yield f"1 MB of {name}", [(piece * (MEGABYTE // len(piece) + 1))[:MEGABYTE]]


def read(path: Path) -> Iterator[str]:
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as stream:
        if ".jsonl" in path.suffixes:
            yield from (json.loads(line)["text"] for line in stream)
        else:
            yield stream.read()


def row(name: str, texts: list[str], grammar: numbers.Grammar) -> str:
    articles = as_articles(texts)
    numbers.read(articles.head(20 if len(texts) > 20 else 0), grammar)
    start = time.process_time()
    reading = numbers.read(articles, grammar)
    seconds = time.process_time() - start
    size = sum(len(text.encode()) for text in texts) / MEGABYTE
    return (
        f"| {name} | {len(texts)} | {size:.2f} | {len(reading.quantities)} "
        f"| {len(reading.relations)} | {seconds:.2f} | {size / max(seconds, 1e-9):.1f} |"
    )


def as_articles(texts: list[str]) -> pl.DataFrame:
    return frames.frame(
        [
            Article(f"{n:06}", "-", 1, False, text, None, 0, None, None, "en")
            for n, text in enumerate(texts)
        ],
        Article,
    )


TITLE = (
    "| text | articles | MB | figures | relations | seconds | MB/s |",
    "|---|---|---|---|---|---|---|",
)
HEAD = """# Speed of the numeric pass

As of {day}, by `python bench/numbers_speed.py FILE ... --write DAY`: processor time on one core,
from articles in memory to their figures and relations.

"""


if __name__ == "__main__":
    main()
