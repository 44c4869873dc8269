"""How long a whole check takes: start-up, five articles, corpora of growing size, real articles.

    .venv/bin/python bench/check.py                      the sample corpus and generated corpora
    .venv/bin/python bench/check.py --articles FOLDER    also five (or more) articles of your own
    .venv/bin/python bench/check.py --corpus FILE...     also these files of articles
    .venv/bin/python bench/check.py --sizes 1000000      other sizes
    .venv/bin/python bench/check.py --report OUT.md      keep the figures

Whole processes; start-up several times after a warm-up, of which the median counts. The generated
corpora are those of made_up.py, which plants faults; how many of them are found is told, of copies
and by rule. CPU seconds are those of the process and its workers; memory is the peak of the main
process, and of the largest worker. The share of each family is measured over 2,000 of the articles
in one process.
"""

import argparse
import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from made_up import found, generate

from provenance import attribution, numbers, reuse, rulebook, sources
from provenance.api import Recorder, check, look, rules
from provenance.api.judging import examine
from provenance.cli import FRUGAL
from provenance.config import Config
from provenance.text import segment

ROOT = Path(__file__).parents[1]
COMMAND = [sys.executable, "-m", "provenance"]


def main() -> None:
    """Measures, prints a table and keeps the figures where asked."""
    options = parse()
    told = [f"# The whole check\n\n`{shown_command()}`\n\n{machine()}\n"]
    if not options.no_start:
        told.append(start_up(options.articles))
    with tempfile.TemporaryDirectory() as folder:
        corpora = [("generated", generated(Path(folder), size)) for size in options.sizes]
        if options.corpus:
            corpora.append(("given", options.corpus))
        told.append(table([measured(name, paths, options) for name, paths in corpora]))
        print(told[-1], flush=True)
        few = {"generated": generated(Path(folder), 2000)} if options.sizes else {}
        told += [shares(name, paths) for name, paths in {**dict(corpora), **few}.items()]
    text = "\n".join(told)
    print(text, flush=True)
    if options.report:
        options.report.write_text(text)


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", help="a folder of articles of your own")
    parser.add_argument("--corpus", nargs="*", help="files of articles of your own")
    parser.add_argument("--sizes", type=int, nargs="*", default=[1000, 10_000])
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--memory", type=int, default=8 * 10**9, help="bytes that a run may take")
    parser.add_argument("--no-start", action="store_true", help="leave start-up out")
    parser.add_argument("--report", type=Path)
    return parser.parse_args()


def shown_command() -> str:
    """The command as it was given, without where the corpora are."""
    words = [
        word if word.startswith("-") or word.isdecimal() else Path(word).name
        for word in sys.argv[1:]
    ]
    return " ".join(["python bench/check.py", *words])


def machine() -> str:
    return f"Python {platform.python_version()}, {platform.system()}, {os.cpu_count()} cores."


def start_up(articles: str | None) -> str:
    """Seconds of whole processes, warm disk: help, the sample corpus, the user's articles."""
    runs = {"--help": ["--help"], "check seeds": ["check", "seeds"]}
    if articles:
        runs["check your articles"] = ["check", articles]
    rows = [f"| `{name}` | {timed([*COMMAND, *words])} |" for name, words in runs.items()]
    return "\n".join(["| command | seconds, median of 9 |", "|---|---:|", *rows, ""])


def timed(command: list[str], runs: int = 9) -> float:
    seconds = []
    for _ in range(runs + 1):
        begin = time.perf_counter()
        subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
        seconds.append(time.perf_counter() - begin)
    return round(statistics.median(seconds[1:]), 3)


def generated(folder: Path, size: int) -> list[str]:
    path = folder / f"corpus-{size}.jsonl"
    generate(path, size)
    return [str(path)]


def measured(name: str, paths: list[str], options: argparse.Namespace) -> dict[str, object]:
    """A whole check in a process of its own."""
    given = [name, str(options.workers), str(options.memory), *paths]
    done = subprocess.run(
        [sys.executable, __file__, "--inside", *given],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        env=FRUGAL | os.environ,
    )
    return {"corpus": name, **json.loads(done.stdout)}


def table(rows: list[dict[str, object]]) -> str:
    names = list(rows[0])
    lines = [" | ".join(names), " | ".join("---" for _ in names)]
    lines += [" | ".join(str(row[name]) for name in names) for row in rows]
    return "\n".join(f"| {line} |" for line in lines) + "\n"


def inside(name: str, workers: str, memory: str, *paths: str) -> None:
    """One check by some workers under a bound of memory in bytes; the figures as JSON."""
    begin = time.perf_counter()
    told = Recorder()
    report = check(list(paths), Config(memory=int(memory)), workers=int(workers), progress=told)
    wall = time.perf_counter() - begin
    usages = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    cpu = sum(usage.ru_utime + usage.ru_stime for usage in usages)
    megabytes = report.articles["text"].str.len_bytes().sum() / 1e6
    planted = ", ".join(f"{rule} {seen}/{all_}" for rule, (seen, all_) in found(report).items())
    figures = {
        "articles": len(report.articles),
        "MB": round(megabytes, 1),
        "wall s": round(wall, 1),
        "CPU s": round(cpu, 1),
        "MB per CPU-s": round(megabytes / cpu, 2),
        "CPU ms an article": round(1000 * cpu / len(report.articles), 2),
        "main GB": round(usages[0].ru_maxrss * 1024 / 1e9, 2),
        "worker GB": round(usages[1].ru_maxrss * 1024 / 1e9, 2),
        "findings": len(report.findings),
        "planted, found": planted if name == "generated" else "-",
        "stages, s": ", ".join(f"{each['stage']} {each['seconds']:.0f}" for each in told.stages()),
    }
    print(json.dumps(figures))


def shares(name: str, paths: list[str]) -> str:
    """CPU seconds of each family of stages over 2,000 articles, in one process."""
    every = sources.read(paths, Config()).articles
    articles = every.gather_every(max(1, len(every) // 2000)).head(2000)
    megabytes = articles["text"].str.len_bytes().sum() / 1e6
    book = rules()
    told: dict[str, float] = {}

    def clocked(family: str, work: Callable[[], object]) -> None:
        if "DUP" in family:
            work()  # Its kernels are compiled, or loaded, once.
        begin = time.process_time()
        work()
        told[family] = time.process_time() - begin

    lines = segment.lines(articles)
    lexicon, grammar = attribution.Lexicon.of(book.lexicons), numbers.Grammar.of(book.lexicons)
    attribution.read(articles.head(5), lexicon)
    numbers.read(articles.head(5), grammar)
    clocked("rules (BPL, DMG)", lambda: rulebook.match(book.patterns, lines, articles))
    clocked("quotations and sources (QUO, ATT)", lambda: attribution.read(articles, lexicon))
    clocked("figures and dates (NUM, DAT)", lambda: numbers.read(articles, grammar))
    clocked("shared passages (DUP)", lambda: reuse.find(articles, 12))
    corpus = look(articles, book, 12)
    clocked("checks", lambda: examine(corpus))
    whole = sum(told.values())
    rows = [
        f"| {family} | {seconds:.2f} | {megabytes / seconds:.1f} | {100 * seconds / whole:.0f} % |"
        for family, seconds in told.items()
    ]
    head = f"Of 2,000 articles of `{name}`, {megabytes:.1f} MB:\n"
    return "\n".join(
        [head, "| family | CPU s | MB per CPU-s | share |", "|---|---:|---:|---:|", *rows, ""]
    )


if __name__ == "__main__":
    if sys.argv[1:2] == ["--inside"]:
        inside(*sys.argv[2:])
    else:
        main()
