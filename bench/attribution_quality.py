"""Measures who says what on PolNeAR: quotations, speakers, dangling names, agency credits, drift.

    python bench/attribution_quality.py DATA

DATA is the folder with `attribution/polnear_*.jsonl.gz`. A gold direct quotation is the
words between quotation marks in a gold content; it is found when one extracted span covers half
of them. Precision is over extracted spans of 3 words or more, right when mostly inside gold
content. The New York Times is left out of both: its marks are mangled in this copy. A speaker is
right when its words, or the name it was resolved to, share a name with the source of a gold
attribution whose content covers half of the quotation; told with and without sources that are
pronouns. Credits are per article against `wire`; articles whose `wire` is not told (`NA`) are left
out. Dangling: articles with a warning of ATT002 to ATT004.
"""

import argparse
import gzip
import json
import re
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import polars as pl

from provenance import api, attribution, checks, frames
from provenance.model import Article, Quote

MANGLED = "nyt"
MARKED = re.compile(r"[“\"]([^“”\"]+)(?:[”\"]|$)")
WORD = re.compile(r"\w+")
PRONOUNS = frozenset("he she they it we i him her them his their one who".split())
EMPTY = frozenset("the a an of mr mrs ms dr gen sen rep president former and in for to 's".split())
Span = tuple[int, int]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("data", type=Path)
    folder = parser.parse_args().data / "attribution"
    rows = [row for path in sorted(folder.glob("polnear_*.jsonl.gz")) for row in read(path)]
    if not rows:
        parser.error(f"no polnear_*.jsonl.gz in {folder}")
    articles = frames.frame([article(row) for row in rows], Article)
    lexicon = attribution.Lexicon.of(api.rules().lexicons)
    attribution.read(articles.head(20), lexicon)
    begun = time.process_time()
    said = attribution.read(articles, lexicon)
    seconds = time.process_time() - begun
    print(f"{len(rows)} articles, {len(rows) / seconds:.0f} a CPU-second for all that is read")
    judge_quotes(rows, said.quotes.select("article_id", "start", "end", "closed").rows())
    judge_speakers(rows, said.quotes)
    own = said.credits.filter(kind="agency", subject="article")
    judge_credits(rows, set(own["article_id"]))
    judge_dangling(articles)
    begun = time.perf_counter()
    utterances = attribution.utterances(articles, said.quotes)
    drifts = attribution.drift(articles, said.quotes.lazy(), utterances.lazy())
    weighty = sum(item.changes_substance for item in drifts)
    seconds = time.perf_counter() - begun
    print(f"drift: {len(drifts)} pairs of wordings, {weighty} of substance, in {seconds:.1f} s")


def read(path: Path) -> Iterator[dict]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def judge_speakers(rows: list[dict], quotes: pl.DataFrame) -> None:
    gold = {row["id"]: list(attributed(row)) for row in rows}
    texts = {row["id"]: row["text"] for row in rows}
    spoken = quotes.filter(use="speech", form="marked")
    outlets = {row["id"]: row["outlet"] for row in rows}
    told = Counter[str]()
    for quote in frames.rows(spoken, Quote):
        text, size = texts[quote.article_id], quote.end - quote.start
        sources = [
            text[start:end]
            for (start, end), contents in gold[quote.article_id]
            if 2 * sum(max(0, min(e, quote.end) - max(s, quote.start)) for s, e in contents) >= size
        ]
        if outlets[quote.article_id] == MANGLED or not sources:
            continue
        told["all"] += 1
        if quote.speaker is None:
            continue
        words = text[quote.speaker_start : quote.speaker_end] if quote.speaker_start else ""
        names = tokens(f"{quote.speaker} {words}")
        right = any(names & tokens(source) for source in sources)
        told["told"] += 1
        told["right"] += right
        if any(tokens(source) - PRONOUNS for source in sources):
            told["named"] += 1
            told["named right"] += right
    print(
        f"speakers: right {share(told['right'], told['told'])} of {told['told']} told,"
        f" {share(told['named right'], told['named'])} without pronouns;"
        f" told of {share(told['told'], told['all'])} of {told['all']} quotations in gold content"
    )


def share(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "-"


def judge_dangling(articles: pl.DataFrame) -> None:
    """Articles in which the sourcing check warns of somebody or something never introduced."""
    book = api.rules()
    corpus = api.look(articles, book, 12)
    findings, _ = checks.examine(corpus)
    levels = ("warning", "error")
    for rules in (("ATT002",), ("ATT003",), ("ATT004",), ("ATT002", "ATT003", "ATT004")):
        hit = {f.article_id for f in findings if f.rule_id in rules and f.severity in levels}
        print(f"dangling ({', '.join(rules)}): {len(hit)} of {len(articles)} articles")
    counts = Counter(f.rule_id for f in findings if f.rule_id[:3] in {"ATT", "QUO"})
    print("findings:", ", ".join(f"{rule} {count}" for rule, count in sorted(counts.items())))


def attributed(row: dict) -> Iterator[tuple[Span, list[Span]]]:
    """The source of every gold attribution, as one span, with the spans of its content."""
    for annotation in row["annotations"]:
        for item in annotation["attributions"]:
            if item.get("source") and item.get("content"):
                source = item["source"]
                yield (source[0][0], source[-1][1]), [tuple(span) for span in item["content"]]


def tokens(words: str) -> set[str]:
    """The words of a name or phrase, without those that any other may have."""
    return {word for word in re.findall(r"[\w'’]+", words.lower()) if word not in EMPTY}


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
