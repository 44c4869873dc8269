"""Measures the figures: false alarms on clean news, planted conflicts found, extraction.

    python bench/numbers_quality.py DATA [--show]

DATA is the folder with `numbers/*.jsonl.gz`. Measured are

- findings of family NUM at warning or error for 1,000 clean items (ABC, WSJ): every one is a
  false alarm until somebody has read it;
- ContraDoc news texts with a planted numeric contradiction: in how many a finding stands in the
  planted sentence, and all findings on the whole set, to be read by hand;
- NewsQuant: values found and right, one to one within a sentence, both ends for ranges (micro
  F1), and the class of the bound over matched values. A gold `up` or `down` is a direction and
  not a bound, so an exact figure is right there;
- Recognizers-Text cases with all their numbers, percentages or ranges read as given.

`--show` prints what NewsQuant and the clean sets get wrong, for a person to read. The grammar and
its lexicon are mended on general grounds, never by adding an exception for one record.
"""

import argparse
import gzip
import json
import re
import time
from collections.abc import Iterator
from pathlib import Path

from provenance import frames, numbers, rulebook
from provenance.model import Article, Quantity
from provenance.numbers.conflicts import Conflict, conflicts
from provenance.sources.packs import rule_files
from provenance.text import language, tokens

# NewsQuant's classes of bound, and ours.
CLASSES = {
    "=": {"exact", "range", "vague"},
    "~": {"about", "nearly", "vague"},
    ">": {"more-than"},
    "<": {"less-than", "up-to"},
    "up": {"exact"},
    "down": {"exact"},
}
RANGE = re.compile(r"(-?[\d.]+)\s*-\s*(-?[\d.]+)")
INTERVAL = re.compile(r"[(\[](-?[\d.]*),(-?[\d.]*)[)\]]")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    files = [file for file in rule_files(()) if file.place.endswith("numbers.en.yaml")]
    book = rulebook.load(files)
    lexicon = numbers.Lexicon.of(book.lexicons["numbers.en"])
    folder = options.data / "numbers"
    for name in ("clean_abc", "clean_wsj"):
        clean(folder / f"{name}.jsonl.gz", lexicon)
    contradoc(folder / "contradoc_news.jsonl.gz", lexicon)
    newsquant(folder / "newsquant.jsonl.gz", lexicon, show=options.show)
    for name in ("NumberModel", "PercentModel", "NumberRangeModel"):
        recognizers(folder / f"recognizers_{name}.jsonl.gz", lexicon)


def records(path: Path) -> Iterator[dict]:
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        for line in stream:
            yield json.loads(line)


def search(texts: list[str], lexicon: numbers.Lexicon) -> tuple[list[Conflict], list[Quantity]]:
    """Conflicts and figures of `texts`, whose article ids are their places in the list."""
    articles = [
        Article(f"{n:06}", "-", 1, False, text, None, 0, None, None, told(text))
        for n, text in enumerate(texts)
    ]
    table = frames.frame(articles, Article)
    found = numbers.quantities(table, lexicon)
    return conflicts(table, found), list(frames.rows(found, Quantity))


def told(text: str) -> str | None:
    return language.guess(tokens.tokenise(text).words)


def clean(path: Path, lexicon: numbers.Lexicon) -> None:
    texts = [record["text"] for record in records(path)]
    start = time.perf_counter()
    found, figures = search(texts, lexicon)
    megabytes = sum(map(len, texts)) / 1e6
    print(
        f"{path.name}: {len(texts)} items, {len(figures)} figures, {len(found)} findings, "
        f"{len(found) / len(texts) * 1000:.1f} for 1,000 items; "
        f"{megabytes / (time.perf_counter() - start):.1f} MB/s with language and frames"
    )
    for conflict in found:
        tell(conflict, texts)


def contradoc(path: Path, lexicon: numbers.Lexicon) -> None:
    items = list(records(path))
    texts = [item["text"] for item in items]
    found, _ = search(texts, lexicon)
    planted = [n for n, item in enumerate(items) if item["numeric_label"]]
    hit = {int(c.left.article_id) for c in found if in_evidence(c, items[int(c.left.article_id)])}
    print(f"{path.name}: {len(hit & set(planted))} of {len(planted)} planted found")
    print(f"  {len(found)} findings on all {len(items)} texts:")
    for conflict in found:
        tell(conflict, texts)


def in_evidence(conflict: Conflict, item: dict) -> bool:
    """True when one of the spans stands in the planted sentence."""
    start = item["text"].find(item["evidence"])
    end = start + len(item["evidence"])
    rows = (conflict.left, conflict.right, *conflict.repeats)
    return start >= 0 and any(start <= row.start and row.end <= end for row in rows)


def tell(conflict: Conflict, texts: list[str]) -> None:
    text = texts[int(conflict.left.article_id)]
    for row in (conflict.left, conflict.right):
        context = " ".join(text[max(0, row.start - 80) : row.end + 80].split())
        print(f"    {conflict.confidence:.2f} {text[row.start : row.end]!r} in {context!r}")


def newsquant(path: Path, lexicon: numbers.Lexicon, *, show: bool) -> None:
    items = list(records(path))
    _, figures = search([item["text"] for item in items], lexicon)
    right = wrong = missed = bounds = 0
    for n, item in enumerate(items):
        gold = [(ends_of(q["value"]), q["change"]) for q in item["quantities"]]
        false = []
        for row in (row for row in figures if int(row.article_id) == n):
            match = next((g for g in gold if same(g[0], ends(row))), None)
            if match is None:
                false.append(item["text"][row.start : row.end])
                continue
            gold.remove(match)
            right += 1
            bounds += row.bound in CLASSES[match[1]]
        wrong, missed = wrong + len(false), missed + len(gold)
        if show and (false or gold):
            print(f"    {item['text'][:300]!r}\n      too many {false}, missed {gold}")
    precision, recall = right / (right + wrong), right / (right + missed)
    print(
        f"{path.name}: value P {precision:.3f} R {recall:.3f} "
        f"F1 {2 * precision * recall / (precision + recall):.3f}, bound class {bounds / right:.3f}"
    )


def ends_of(value: str) -> tuple[float, ...]:
    both = RANGE.fullmatch(value)
    return tuple(sorted(map(float, both.groups()))) if both else (float(value),)


def ends(row: Quantity) -> tuple[float, ...]:
    two = row.bound in ("range", "vague") and row.high is not None
    return (row.low, row.high or 0.0) if two else (row.value,)


def same(gold: tuple[float, ...], mine: tuple[float, ...]) -> bool:
    return len(gold) == len(mine) and all(map(close, gold, mine))


def close(left: float | None, right: float | None) -> bool:
    if left is None or right is None:
        return left is right
    return abs(left - right) <= 1e-6 * max(abs(left), abs(right), 1e-3)


def recognizers(path: Path, lexicon: numbers.Lexicon) -> None:
    items = list(records(path))
    _, figures = search([item["Input"] for item in items], lexicon)
    ranges = "Range" in path.name
    right = 0
    for n, item in enumerate(items):
        mine = [row for row in figures if int(row.article_id) == n]
        told_values = [result["Resolution"].get("value") for result in item["Results"]]
        if ranges:
            gold = sorted(filter(None, map(interval, told_values)), key=str)
            read = sorted(((r.low, r.high) for r in mine if r.bound != "exact"), key=str)
            right += len(gold) == len(read) and all(
                close(a[0], b[0]) and close(a[1], b[1]) for a, b in zip(gold, read, strict=True)
            )
        else:
            values = sorted(float(v.rstrip("%")) for v in told_values if v and v != "null")
            read_values = sorted(row.value for row in mine)
            right += same(tuple(values), tuple(read_values))
    print(f"{path.name}: {right} of {len(items)} cases")


def interval(value: str | None) -> tuple[float, float | None] | None:
    found = INTERVAL.fullmatch(value or "")
    return (float(found[1] or 0), float(found[2]) if found[2] else None) if found else None


if __name__ == "__main__":
    main()
