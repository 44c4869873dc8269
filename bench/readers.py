"""How fast each reader is, on files that this program writes.

    python -m bench.readers [--articles 2000] [--out reports/bench/readers.md]

One line a format: megabytes of text, CPU seconds of this process and of those it
starts, megabytes of text a second, articles a second. Standing beside it: what of
that is the reader's own, without title, language and metadata, which all share.
"""

import argparse
import csv
import gc
import io
import json
import random
import resource
import tempfile
import time
from collections.abc import Callable
from html import escape
from pathlib import Path

import polars as pl

from provenance.config import Config
from provenance.model import Article
from provenance.sources import READERS
from provenance.sources.articles import Origin, article, stated

_SYLLABLES = "ba ce di fo gu la me ni po ru sta the tra ver won".split()


def articles(count: int, seed: int = 7) -> list[dict[str, str]]:
    """Records of about 6 kB of made-up prose in paragraphs, the same for the same seed."""
    chance = random.Random(seed)
    words = ["".join(chance.choices(_SYLLABLES, k=chance.randint(1, 4))) for _ in range(5000)]

    def sentence() -> str:
        return " ".join(chance.choices(words, k=chance.randint(8, 25))).capitalize() + "."

    def paragraph() -> str:
        return " ".join(sentence() for _ in range(chance.randint(2, 5)))

    return [
        {
            "id": f"a-{number}",
            "title": " ".join(chance.choices(words, k=8)).capitalize(),
            "outlet": f"Gazette {number % 50}",
            "date": f"2026-03-{1 + number % 28:02}",
            "text": "\n".join(paragraph() for _ in range(18)),
        }
        for number in range(count)
    ]


def _jsonl(records: list[dict[str, str]]) -> bytes:
    return b"".join(json.dumps(record).encode() + b"\n" for record in records)


def _csv(records: list[dict[str, str]]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, records[0])
    writer.writeheader()
    writer.writerows(records)
    return out.getvalue().encode()


def _ninjs(records: list[dict[str, str]]) -> bytes:
    items = [
        {
            "uri": f"urn:example:{record['id']}",
            "type": "text",
            "versionCreated": record["date"],
            "copyrightHolder": record["outlet"],
            "headlines": [{"role": "main", "value": record["title"]}],
            "bodies": [{"contentType": "text/plain", "value": record["text"]}],
        }
        for record in records
    ]
    return json.dumps(items).encode()


def _paragraphs(text: str) -> str:
    return "".join(f"<p>{escape(line)}</p>" for line in text.split("\n"))


def _newsml(records: list[dict[str, str]]) -> bytes:
    items = "".join(
        f'<newsItem guid="urn:{record["id"]}"><itemMeta><itemClass qcode="ninat:text"/>'
        f"<provider><name>{record['outlet']}</name></provider>"
        f"<versionCreated>{record['date']}</versionCreated></itemMeta>"
        f"<contentMeta><headline>{record['title']}</headline></contentMeta><contentSet><inlineXML>"
        f"<nitf><body><body.content>{_paragraphs(record['text'])}</body.content></body></nitf>"
        "</inlineXML></contentSet></newsItem>"
        for record in records
    )
    head = '<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>'
    return f"{head}{items}</itemSet></newsMessage>".encode()


def _rss(records: list[dict[str, str]]) -> bytes:
    items = "".join(
        f"<item><guid>{record['id']}</guid><title>{record['title']}</title>"
        f"<description>{escape(_paragraphs(record['text']))}</description></item>"
        for record in records
    )
    return f'<rss version="2.0"><channel><title>Gazette</title>{items}</channel></rss>'.encode()


def _table(write: str, **options: str) -> Callable[[list[dict[str, str]]], bytes]:
    def written(records: list[dict[str, str]]) -> bytes:
        out = io.BytesIO()
        getattr(pl.DataFrame(records), write)(out, **options)
        return out.getvalue()

    return written


FILES: dict[str, tuple[str, Callable[[list[dict[str, str]]], bytes]]] = {
    "JSON lines": (".jsonl", _jsonl),
    "JSON, an array": (".json", lambda records: json.dumps(records).encode()),
    "ninjs 3, an array": (".json", _ninjs),
    "CSV": (".csv", _csv),
    "Parquet, zstd": (".parquet", _table("write_parquet", compression="zstd")),
    "Arrow file": (".arrow", _table("write_ipc")),
    "Arrow stream": (".arrow", _table("write_ipc_stream")),
    "NewsML-G2 with NITF": (".xml", _newsml),
    "RSS": (".rss", _rss),
}


def _cpu() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def _shared(records: list[dict[str, str]], config: Config) -> float:
    """CPU seconds that making articles of these records takes when nothing has to be parsed."""
    start = _cpu()
    for number, record in enumerate(records):
        origin = Origin(record["id"], "a", number, embedded=True)
        article(origin, record["text"], stated(record, config.fields))
    return _cpu() - start


def measured(name: str, records: list[dict[str, str]], shared: float) -> str:
    """A row of the table."""
    suffix, written = FILES[name]
    config = Config(max_article_mb=1000, seconds_per_document=600)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"a{suffix}")
        path.write_bytes(written(records))
        gc.collect()
        start = _cpu()
        with path.open("rb") as stream:
            rows = list(READERS[suffix](stream, path.name, config))
        seconds = _cpu() - start
    texts = [row.text for row in rows if isinstance(row, Article)]
    if len(texts) != len(records):
        raise SystemExit(f"{name}: {len(texts)} of {len(records)} read; {rows[0]}")
    size = sum(len(text.encode()) for text in texts) / 1e6
    own = max(seconds - shared, 1e-3)
    return (
        f"| {name} | {size:.1f} | {seconds:.2f} | {size / seconds:.0f} | "
        f"{len(texts) / seconds:,.0f} | {size / own:.0f} |"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--out", type=Path)
    asked = parser.parse_args()
    records = articles(asked.articles)
    shared = min(_shared(records, Config()) for _ in range(3))
    head = (
        "| file | MB of text | CPU s | MB/s | articles/s | MB/s of the reader alone |\n"
        "|---|---|---|---|---|---|"
    )
    lines = [head, *(measured(name, records, shared) for name in FILES)]
    print("\n".join(lines))
    if asked.out:
        told = f"`python -m bench.readers --articles {asked.articles}`, one core of two.\n"
        asked.out.write_text("# Readers\n\n" + told + "\n" + "\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
