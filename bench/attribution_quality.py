"""Measures quotations and agency credits on PolNeAR, and tells what drifts and does not end.

    python bench/attribution_quality.py DATA

DATA is the folder with `attribution/polnear_train.jsonl.gz`. A gold direct quotation is the
words between quotation marks in a gold content; it is found when one extracted span covers half
of them. Precision is over extracted spans of 3 words or more, right when mostly inside gold
content. The New York Times is left out of both: its marks are mangled in this copy. Credits are
per article against `wire`; articles whose `wire` is not told (`NA`) are left out.
"""

import argparse
import gzip
import json
import re
import time
from collections.abc import Iterator
from pathlib import Path

from provenance import api, attribution, frames
from provenance.model import Article

MANGLED = "nyt"
MARKED = re.compile(r"[“\"]([^“”\"]+)(?:[”\"]|$)")
WORD = re.compile(r"\w+")
Span = tuple[int, int]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("data", type=Path)
    folder = parser.parse_args().data / "attribution"
    with gzip.open(folder / "polnear_train.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    articles = frames.frame([article(row) for row in rows], Article)
    begun = time.perf_counter()
    lexicons = api.rules().lexicons
    quotes = attribution.read(articles, attribution.Lexicon.of(lexicons)).quotes
    credited = attribution.credits(articles, lexicons["credits.en"])
    seconds = time.perf_counter() - begun
    print(f"{len(rows)} articles, {len(rows) / seconds:.0f} articles/s for quotations and credits")
    judge_quotes(rows, quotes.select("article_id", "start", "end", "closed").rows())
    judge_credits(rows, set(credited.filter(kind="agency")["article_id"]))
    begun = time.perf_counter()
    drifts = attribution.drift(articles, quotes)
    weighty = sum(item.changes_substance for item in drifts)
    seconds = time.perf_counter() - begun
    print(f"drift: {len(drifts)} pairs of wordings, {weighty} of substance, in {seconds:.1f} s")


def judge_quotes(rows: list[dict], quotes: list[tuple[str, int, int, bool]]) -> None:
    found: dict[str, list[tuple[int, int, bool]]] = {row["id"]: [] for row in rows}
    for article_id, start, end, closed in quotes:
        found[article_id].append((start, end, closed))
    read = [row for row in rows if row["outlet"] != MANGLED]
    gold = covered = spans = inside = endless = 0
    for row in read:
        extracted = [(start, end) for start, end, _ in found[row["id"]]]
        for start, end in marked(row):
            gold += 1
            covered += any(2 * (min(end, e) - max(start, s)) >= end - start for s, e in extracted)
        content = mask(contents(row), len(row["text"]))
        long = [(s, e) for s, e in extracted if len(WORD.findall(row["text"][s:e])) >= 3]
        spans += len(long)
        inside += sum(2 * content.count(1, s, e) >= e - s for s, e in long)
        endless += any(not closed for _, _, closed in found[row["id"]])
    print(f"quotations: recall {covered / gold:.4f} of {gold}, precision {inside / spans:.4f}")
    print(f"quotations without end: in {endless} of {len(read)} articles")


def judge_credits(rows: list[dict], credited: set[str]) -> None:
    told = [row for row in rows if row["wire"] != "NA"]
    gold = {row["id"] for row in told if row["wire"] not in {"None", None}}
    found = credited & {row["id"] for row in told}
    right = len(gold & found)
    print(
        f"agency credits: precision {right / len(found):.3f},"
        f" recall {right / len(gold):.3f} of {len(gold)}"
    )
    print("  missed:", ", ".join(sorted(gold - found)) or "none")
    print("  wrong:", ", ".join(sorted(found - gold)) or "none")


def contents(row: dict) -> Iterator[Span]:
    for annotation in row["annotations"]:
        for item in annotation["attributions"]:
            yield from ((start, end) for start, end in item.get("content") or ())


def marked(row: dict) -> set[Span]:
    """The words between quotation marks in gold contents; a mark may stand just outside."""
    text = row["text"]
    found = set()
    for start, end in contents(row):
        for match in MARKED.finditer(text, start, end):
            if WORD.search(match[1]):
                found.add(match.span(1))
    return found


def mask(spans: Iterator[Span], size: int) -> bytearray:
    covered = bytearray(size)
    for start, end in spans:
        covered[start:end] = b"\1" * (end - start)
    return covered


def article(row: dict) -> Article:
    return Article(
        row["id"], row["id"], 1, False, row["text"], row["title"], 0, row["outlet"], None, "en"
    )


if __name__ == "__main__":
    main()
