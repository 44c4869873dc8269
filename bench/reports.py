"""Measures the formats, and what tells findings apart, on a run made up of many findings.

    .venv/bin/python bench/reports.py                        100,000 findings, 20,000 articles
    .venv/bin/python bench/reports.py --findings 1000000 --articles 250000 --stages fingerprint
    .venv/bin/python bench/reports.py --markdown OUT.md      keep the table

Articles of 2.6 kB, records of one file, half of them with characters beyond ASCII. Five kinds of
findings take turns: a label that is a line of its own, a figure against another one of its text, a
figure against one of another article, a passage that stands in another article, a word. The same on
every machine. Each stage runs in a process of its own, which makes the run first; told are the
CPU-seconds of all its threads, how long it took, its peak of memory and the bytes that came out.
`--stages` takes names of formats, and `fingerprint`, `accept`, `judge`.
"""

import argparse
import itertools
import multiprocessing
import random
import resource
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from provenance import api, checks, frames, gate, reporters
from provenance.gate.acceptance import Accepted, accept
from provenance.gate.fingerprints import base
from provenance.model import (
    Article,
    Attribution,
    Claim,
    Cluster,
    Credit,
    Finding,
    Lineage,
    Mention,
    Outcome,
    OutletScore,
    Person,
    Quantity,
    Quote,
    Region,
    Relation,
    Report,
    Reuse,
    Score,
    Span,
    Status,
    Verdict,
)
from provenance.model.baseline import Entry, Reach
from provenance.reporters.palette import Style

SEED = 7
OUTLETS = 200
PARAGRAPHS = 2_000
OF_AN_ARTICLE = 9
LABELS = ("Advertisement", "Share this story", "Read more", "Related articles", "Most read")
LETTERS = "aaabcddeeeeefghiiiklmnnooprrsstttuvw"
RULES = ("BPL001", "NUM001", "NUM002", "DUP001", "DMG001")
TODAY = date(2026, 11, 21)
EMPTY = {
    "outlets": OutletScore,
    "regions": Region,
    "clusters": Cluster,
    "quantities": Quantity,
    "relations": Relation,
    "quotes": Quote,
    "credits": Credit,
    "people": Person,
    "attributions": Attribution,
    "lineages": Lineage,
    "claims": Claim,
    "mentions": Mention,
    "archive": Article,
}
HEAD = "| stage | CPU s | s | GB | MB out |\n|---|---:|---:|---:|---:|"


def main() -> None:
    """Measures each stage once and prints a table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--findings", type=int, default=100_000)
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--stages", nargs="*", default=[*STAGES, *reporters.REPORTERS])
    parser.add_argument("--markdown", type=Path)
    options = parser.parse_args()
    command = f"python bench/reports.py --findings {options.findings} --articles {options.articles}"
    told = f"{options.findings:,} findings in {options.articles:,} articles: `{command}`."
    rows = [told, "", HEAD]
    print("\n".join(rows), flush=True)
    sizes = options.findings, options.articles
    with multiprocessing.get_context("spawn").Pool(1, maxtasksperchild=1) as pool:
        for name in options.stages:
            rows.append(pool.apply(measured, (name, *sizes)))
            print(rows[-1], flush=True)
    if options.markdown:
        options.markdown.write_text("\n".join([*rows, ""]))


def measured(name: str, findings: int, articles: int) -> str:
    """The row of one stage."""
    report = made_up(findings, articles)
    cpu, wall = time.process_time(), time.perf_counter()
    size = STAGES[name](report) if name in STAGES else rendered(report, name)
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    return f"| {name} | {cpu:.2f} | {wall:.2f} | {peak:.2f} | {size / 1e6:.1f} |"


def fingerprinted(report: Report) -> int:
    found = gate.fingerprint(report.findings, report.articles)
    return int(found["fingerprint"].str.len_bytes().sum())


def taken(report: Report) -> int:
    """With every other fingerprint in a baseline."""
    told = report.findings.select(base(), "rule_id").unique().sort("fingerprint").gather_every(2)
    entries = [
        Entry(digits, rule_id, Reach.ARTICLE, "", "", 1, None, None, "0" * 16)
        for digits, rule_id in told.iter_rows()
    ]
    found, _ = accept(report.findings, report.articles, Accepted(TODAY, entries))
    return int(found["accepted"].str.len_bytes().sum())


def judged(report: Report) -> int:
    names = ("articles", "findings", "outcomes", "scores", "regions", "clusters")
    evidence = gate.Evidence(**{name: getattr(report, name) for name in names}, unread=())
    return sum(map(len, gate.judge(evidence, "error", 60).reasons))


STAGES: dict[str, Callable[[Report], int]] = {
    "fingerprint": fingerprinted,
    "accept": taken,
    "judge": judged,
}


def rendered(report: Report, name: str) -> int:
    if name in reporters.FOLDERS:
        return sum(len(part) for _, part in reporters.folder_reporter(name)(report, Style()))
    return len(reporters.reporter(name)(report, Style()))


def made_up(findings: int, articles: int) -> Report:
    """A run of so many findings in so many articles."""
    book, chance = api.rules(), random.Random(SEED)
    paragraphs = [paragraph(chance, number) for number in range(PARAGRAPHS)]
    texts = [text(chance, paragraphs) for _ in range(articles)]
    table = frames.frame((article(*each) for each in enumerate(texts)), Article)
    found = frames.frame(itertools.islice(all_findings(texts), findings), Finding)
    named = checks.CHECKS
    looked = (Outcome(key(n), c.name, Status.CLEAR, None) for n in range(articles) for c in named)
    scores = (Score(key(n), 80, "B", 80, 80, 100, 400, None, (), ()) for n in range(articles))
    return Report(
        version="0",
        settings_digest="0" * 16,
        rules=tuple(rule for rule in book.rules if rule.rule_id in RULES),
        weights=book.weights,
        articles=table,
        findings=gate.fingerprint(found, table),
        outcomes=frames.frame(looked, Outcome),
        scores=frames.frame(scores, Score),
        reuse=frames.frame((Reuse(key(n), 0.0, 0.0, 0, 0) for n in range(articles)), Reuse),
        unread=(),
        notices=(),
        verdict=Verdict(0, ("made up",)),
        **{name: frames.frame((), row) for name, row in EMPTY.items()},
    )


def key(number: int) -> str:
    return f"article-{number:07}"


def paragraph(chance: random.Random, number: int) -> str:
    """Three sentences; in the first a figure, in every tenth paragraph characters beyond ASCII."""
    words = ["".join(chance.choices(LETTERS, k=chance.randint(2, 9))) for _ in range(50)]
    words[6] = f"{chance.randint(2, 900)} people"
    if number % 10 == 0:
        words[20:22] = ["“café", "crème”"]
    return " ".join(
        " ".join(part).capitalize() + "." for part in (words[:15], words[15:30], words[30:])
    )


def text(chance: random.Random, paragraphs: list[str]) -> str:
    """Paragraphs with a label between two of them."""
    chosen = chance.sample(paragraphs, OF_AN_ARTICLE)
    chosen.insert(chance.randint(1, OF_AN_ARTICLE - 1), chance.choice(LABELS))
    return "\n\n".join(chosen) + "\n"


def article(number: int, told: str) -> Article:
    outlet, day = f"Outlet {number % OUTLETS}", f"2026-03-{number % 28 + 1:02}"
    title = f"{told[:50]} {number}"
    return Article(
        *(key(number), "corpus.jsonl", number + 1, True, told, title, 0, outlet, day, "en"),
        given=("date", "outlet", "title"),
        field="text",
    )


def all_findings(texts: list[str]) -> Iterator[Finding]:
    """One of each kind in every article, then again one further down."""
    for turn in range(OF_AN_ARTICLE - 1):
        for number in range(len(texts)):
            yield from findings_of(texts, number, turn)


def findings_of(texts: list[str], number: int, turn: int) -> Iterator[Finding]:
    other = (number + 1) % len(texts)
    passages, others = texts[number].split("\n\n"), texts[other].split("\n\n")
    here, there = figure(texts[number], passages[turn]), figure(texts[other], others[turn])
    below = figure(texts[number], passages[-1])
    yield made(number, 0, label(texts[number], passages))
    yield made(number, 1, here, Span(key(number), *below, "against"))
    yield made(number, 2, below, Span(key(other), *there, "told elsewhere"))
    start = texts[number].index(passages[turn])
    copy = Span(key(other), 0, len(others[0]), "the same words")
    yield made(number, 3, (start, start + len(passages[turn])), copy)
    yield made(number, 4, (here[1], here[1] + 20))


def label(told: str, passages: list[str]) -> tuple[int, int]:
    words = next(each for each in passages if each in LABELS)
    start = told.index(f"\n{words}\n") + 1
    return start, start + len(words)


def figure(told: str, passage: str) -> tuple[int, int]:
    """The figure of a paragraph; of a label its first letters."""
    start = told.index(passage)
    end = told.find(" people", start, start + len(passage))
    return (start, start + 5) if end < 0 else (told.rindex(" ", 0, end) + 1, end + 7)


def made(number: int, kind: int, span: tuple[int, int], *related: Span) -> Finding:
    severity = ("warning", "error", "warning", "info", "warning")[kind]
    message = f"{RULES[kind]} found something at {span[0]} that an editor should look at"
    return Finding(RULES[kind], key(number), *span, severity, "high", message, related, None, 0)


if __name__ == "__main__":
    main()
