"""How long a check takes: start-up, five articles, and corpora of growing size.

    .venv/bin/python bench/check.py                      the sample corpus and generated corpora
    .venv/bin/python bench/check.py --articles FOLDER    also five (or more) articles of your own
    .venv/bin/python bench/check.py --json OUT.json      keep the figures

Whole processes, each several times after a warm-up; the median is what counts. The generated
corpora recombine the sentences of seeds/, give every tenth article a copy with a few words
changed, and are the same on every machine.
"""

import argparse
import itertools
import json
import os
import platform
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from provenance.api import check
from provenance.text.segment import sentence_spans

ROOT = Path(__file__).parents[1]
COMMAND = [sys.executable, "-m", "provenance"]


def main() -> None:
    """Measures, prints a table and keeps the figures where asked."""
    options = parse()
    figures = {"machine": machine(), "start-up": start_up(options.articles)}
    figures["corpora"] = [corpus(size) for size in options.sizes]
    print(json.dumps(figures, indent=2))
    if options.json:
        options.json.write_text(json.dumps(figures, indent=2) + "\n")


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", help="a folder of articles of your own")
    parser.add_argument("--sizes", type=int, nargs="*", default=[100, 1000, 10000])
    parser.add_argument("--json", type=Path)
    return parser.parse_args()


def machine() -> dict[str, object]:
    return {
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
        "cores": os.cpu_count(),
    }


def start_up(articles: str | None) -> dict[str, object]:
    """Seconds of whole processes, warm disk: help, the sample corpus, the user's articles."""
    runs = {"--help": ["--help"], "check seeds": ["check", "seeds"]}
    if articles:
        runs["check your articles"] = ["check", articles]
    return {name: timed([*COMMAND, *arguments]) for name, arguments in runs.items()}


def timed(command: list[str], runs: int = 9) -> dict[str, float]:
    seconds = []
    for _ in range(runs + 1):
        begin = time.perf_counter()
        subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
        seconds.append(time.perf_counter() - begin)
    return {"median_s": round(statistics.median(seconds[1:]), 3), "best_s": round(min(seconds), 3)}


def corpus(size: int) -> dict[str, object]:
    """A whole check of `size` generated articles in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "corpus.jsonl"
        megabytes = generate(path, size) / 1e6
        code = f"import check; check.run({str(path)!r})"
        done = subprocess.run(
            [sys.executable, "-c", code],
            cwd=Path(__file__).parent,
            capture_output=True,
            text=True,
            check=True,
        )
    figures = json.loads(done.stdout)
    figures |= {"articles": size, "megabytes": round(megabytes, 1)}
    figures["megabytes_per_cpu_second"] = round(megabytes / figures["cpu_s"], 2)
    return figures


def generate(path: Path, size: int) -> int:
    """Writes the corpus; returns its bytes of text."""
    chance = random.Random(20260301)
    sentences = [
        text[start:end]
        for source in sorted((ROOT / "seeds").rglob("*.md"))
        for text in [source.read_text(encoding="utf-8").split("---\n", 2)[-1]]
        for start, end in sentence_spans(text)
    ]
    words = sorted({word for sentence in sentences for word in sentence.split()})
    written, previous = 0, ""
    with path.open("w", encoding="utf-8") as file:
        for number in range(size):
            fresh = number % 10 or not previous
            text = story(chance, sentences, words) if fresh else edited(chance, previous, words)
            previous = text
            written += len(text.encode())
            date = f"2026-{1 + number % 12:02}-{1 + number % 28:02}"
            record = {"id": f"a{number:07}", "outlet": f"outlet-{number % 97}", "date": date}
            file.write(json.dumps({**record, "text": text}) + "\n")
    return written


def story(chance: random.Random, sentences: list[str], words: list[str]) -> str:
    """About 400 words: real sentences with half of their words drawn anew."""
    paragraphs, count = [], 0
    while count < 400:
        sentence = chance.choice(sentences).split()
        drawn = [chance.choice(words) if chance.random() < 0.5 else word for word in sentence]
        paragraphs.append(" ".join(drawn))
        count += len(drawn)
    return "\n\n".join(paragraphs)


def edited(chance: random.Random, text: str, words: list[str]) -> str:
    """A copy with one word in twenty replaced."""
    return "\n\n".join(
        " ".join(chance.choice(words) if chance.random() < 0.05 else word for word in line.split())
        for line in text.split("\n\n")
    )


def run(path: str) -> None:
    """In a process of its own: one check, its stages timed, the figures as JSON."""
    import resource

    marks: list[tuple[str, float]] = []
    begin, cpu = time.perf_counter(), time.process_time()
    report = check([path], progress=lambda stage, *_: marks.append((stage, time.perf_counter())))
    end = time.perf_counter()
    starts = [*marks, ("end", end)]
    stages: dict[str, float] = {}
    for (stage, at), (_, until) in itertools.pairwise(starts):
        stages[stage] = round(stages.get(stage, 0) + until - at, 3)
    figures = {
        "wall_s": round(end - begin, 3),
        "cpu_s": round(time.process_time() - cpu, 3),
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        "findings": len(report.findings),
        "regions": len(report.regions),
        "stages_s": stages,
    }
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
