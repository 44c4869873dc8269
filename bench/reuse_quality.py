"""Measures how well shared passages are found on labelled pairs and on PAN 2013.

    python bench/reuse_quality.py DATA [--threshold 0.5] [--min-words 15]

DATA is the folder with `reuse/`. A pair is a corpus of two articles of different outlets, run
through the ordinary stages; its value is the share of the shorter text that lies in regions
other than boilerplate. PAN 2013 is one corpus of all its documents, scored per passage as in the
PAN text-alignment task (Potthast et al. 2010), offsets within 25 characters taken as equal.
"""

import argparse
import gzip
import json
import math
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

import polars as pl

from provenance import api, frames
from provenance.model import Article, Label

TOLERANCE = 25
BOOK = api.rules()
Span = tuple[int, int]
Detection = tuple[Span, Span]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("--threshold", type=float, default=0.5)
    parser.add_argument("--min-words", type=int, default=12)
    options = parser.parse_args()
    folder = options.data / "reuse"
    same_url(folder, options.threshold, options.min_words)
    for name in ("webis_web_pairs", "webis_terabyte_pairs"):
        webis(folder, name, options.threshold, options.min_words)
    clough(folder, options.min_words)
    pan(folder, options.min_words)


def same_url(folder: Path, threshold: float, min_words: int) -> None:
    shares = [
        shared(row["left"]["text"], row["right"]["text"], min_words)
        for row in records(folder / "same_url_pairs.jsonl.gz")
    ]
    found = sum(share >= threshold for share in shares) / len(shares)
    print(f"same URL: {len(shares)} pairs, {found:.3f} share {threshold} or more of the shorter")


def webis(folder: Path, name: str, threshold: float, min_words: int) -> None:
    judged = [
        (shared(row["left"], row["right"], min_words) >= threshold, int(row["label"]))
        for row in records(folder / f"{name}.jsonl.gz")
    ]
    right = sum(found and label >= 2 for found, label in judged)
    wrong = sum(found and label < 2 for found, label in judged)
    missed = sum(not found and label >= 2 for found, label in judged)
    template = sum(found and label == 1 for found, label in judged)
    print(
        f"{name}: F1 {2 * right / (2 * right + wrong + missed):.3f} at {threshold}"
        f" (right {right}, wrong {wrong}, of these same template {template}, missed {missed})"
    )


def clough(folder: Path, min_words: int) -> None:
    rows = list(records(folder / "clough_stevenson.jsonl.gz"))
    sources = {row["id"]: row["text"] for row in rows}
    shares = defaultdict(list)
    for row in rows:
        if row["label"] != "orig":
            shares[row["label"]].append(shared(row["text"], sources[row["source_id"]], min_words))
    none = shares.pop("non")
    copied = [share for found in shares.values() for share in found]
    wins = sum((yes > no) + (yes == no) / 2 for yes in copied for no in none)
    means = ", ".join(f"{label} {sum(found) / len(found):.2f}" for label, found in shares.items())
    print(f"Clough: AUC {wins / len(copied) / len(none):.3f} (mean share: {means})")


def pan(folder: Path, min_words: int) -> None:
    documents = list(records(folder / "pan13_docs.jsonl.gz"))
    cases = defaultdict(list)
    for row in records(folder / "pan13_passages.jsonl.gz"):
        case = (row["this_offset"], row["this_end"]), (row["source_offset"], row["source_end"])
        cases[row["susp"], row["source"]].append(case)
    begun = time.perf_counter()
    regions = api.look(
        frames.frame([article(row["id"], row["text"]) for row in documents], Article),
        BOOK,
        min_words,
    ).regions
    seconds = time.perf_counter() - begun
    precision, recall, granularity = aligned(cases, detections(regions))
    score = 2 * precision * recall / (precision + recall) / math.log2(1 + granularity)
    print(
        f"PAN 2013: plagdet {score:.3f} (precision {precision:.3f}, recall {recall:.3f},"
        f" granularity {granularity:.3f}); {len(documents)} documents in {seconds:.1f} s"
    )


def detections(regions: pl.DataFrame) -> dict[tuple[str, str], list[Detection]]:
    """The regions of each pair of documents, in both directions."""
    found = defaultdict(list)
    for row in regions.filter(pl.col("label") != Label.BOILERPLATE).iter_rows(named=True):
        left = row["left_start"], row["left_end"]
        right = row["right_start"], row["right_end"]
        found[row["left_id"], row["right_id"]].append((left, right))
        found[row["right_id"], row["left_id"]].append((right, left))
    return found


def aligned(
    cases: dict[tuple[str, str], list[Detection]], found: dict[tuple[str, str], list[Detection]]
) -> tuple[float, float, float]:
    """Precision a detection, recall a case, and detections a detected case."""
    precisions, recalls, hits = [], [], []
    for pair, gold in cases.items():
        for detection in found.get(pair, ()):
            touched = [case for case in gold if meet(detection, case)]
            parts = [overlap(snapped(detection, case), case) for case in touched]
            size = width(snapped(detection, touched[0])) if touched else width(detection)
            precisions.append(min(1.0, sum(parts) / size))
        for case in gold:
            touching = [snapped(each, case) for each in found.get(pair, ()) if meet(each, case)]
            covered = sum(union(clipped(touching, case, side)) for side in (0, 1))
            recalls.append(covered / width(case))
            hits += [len(touching)] if touching else []
    return mean(precisions), mean(recalls), mean(hits)


def meet(left: Detection, right: Detection) -> bool:
    return all(min(a[1], b[1]) > max(a[0], b[0]) for a, b in zip(left, right, strict=True))


def snapped(detection: Detection, case: Detection) -> Detection:
    """The detection with offsets that are nearly the case's put on them."""
    return tuple(  # type: ignore[return-value]
        tuple(g if abs(d - g) <= TOLERANCE else d for d, g in zip(span, gold, strict=True))
        for span, gold in zip(detection, case, strict=True)
    )


def overlap(left: Detection, right: Detection) -> int:
    return sum(min(a[1], b[1]) - max(a[0], b[0]) for a, b in zip(left, right, strict=True))


def clipped(found: Sequence[Detection], case: Detection, side: int) -> list[Span]:
    start, end = case[side]
    return [(max(each[side][0], start), min(each[side][1], end)) for each in found]


def width(spans: Detection) -> int:
    return sum(end - start for start, end in spans)


def mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


def shared(left: str, right: str, min_words: int) -> float:
    """The share of the shorter text that lies in regions other than boilerplate."""
    corpus = api.look(
        frames.frame([article("left", left), article("right", right)], Article), BOOK, min_words
    )
    regions = corpus.regions.filter(pl.col("label") != Label.BOILERPLATE)
    side, text = ("left", left) if len(left) <= len(right) else ("right", right)
    return union(zip(regions[f"{side}_start"], regions[f"{side}_end"], strict=True)) / len(text)


def union(spans: Iterable[Span]) -> int:
    """How many characters lie in at least one span."""
    total, reached = 0, 0
    for start, end in sorted(spans):
        total += max(0, end - max(start, reached))
        reached = max(reached, end)
    return total


def article(name: str, text: str) -> Article:
    return Article(name, name, 1, False, text, None, 0, f"outlet of {name}", None, "en")


def records(path: Path) -> Iterable[dict]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


if __name__ == "__main__":
    main()
