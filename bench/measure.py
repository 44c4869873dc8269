"""Measuring one thing in a process of its own, and the facts of the machine it ran on.

A script that measures hands `main` its jobs by name. A job gets its arguments, makes ready what
it needs, calls `clock` around what is to be measured and returns figures as a dictionary.
"""

import functools
import inspect
import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, TypeVar

import polars as pl

Result = TypeVar("Result")
Figures = dict[str, Any]
Job = Callable[..., Figures]
# What decides how many threads a library starts.
THREADS = ("POLARS_MAX_THREADS", "NUMBA_NUM_THREADS", "RAYON_NUM_THREADS", "OMP_NUM_THREADS")


def clock(work: Callable[[], Result]) -> tuple[Result, Figures]:
    """The result of `work` with seconds of wall and of all cores, and the process's peak memory."""
    begin, cpu = time.perf_counter(), time.process_time()
    result = work()
    figures = {
        "wall_s": round(time.perf_counter() - begin, 3),
        "cpu_s": round(time.process_time() - cpu, 3),
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }
    return result, figures


def apart(name: str, *, threads: int = 1, **arguments: object) -> Figures:
    """The figures of a job of the running script, in a process of its own.

    A job that fails is told on stderr and has the figure `failed`; the others go on.
    """
    arguments |= {"threads": threads}
    command = [sys.executable, sys.argv[0], "--job", name, json.dumps(arguments, default=str)]
    environment = os.environ | dict.fromkeys(THREADS, str(threads))
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    if done.returncode:
        print(done.stderr, file=sys.stderr)
        last = done.stderr.strip().splitlines()[-1:] or [f"exit code {done.returncode}"]
        return {"failed": last[0]}
    figures: Figures = json.loads(done.stdout.splitlines()[-1])
    return figures


def is_job(jobs: Mapping[str, Job]) -> bool:
    """Does the job this process was started for, if it was; prints its figures."""
    if sys.argv[1:2] != ["--job"]:
        return False
    print(json.dumps(jobs[sys.argv[2]](**json.loads(sys.argv[3]))))
    return True


def median(runs: Sequence[Figures]) -> Figures:
    """The run with the median CPU time; one that failed if any did."""
    failed = [run for run in runs if "cpu_s" not in run]
    if failed:
        return failed[0]
    middle = statistics.median_low([run["cpu_s"] for run in runs])
    return next(run for run in runs if run["cpu_s"] == middle) | {
        "runs_cpu_s": [run["cpu_s"] for run in runs]
    }


def machine(*packages: str) -> Figures:
    """What the figures depend on; no names and no paths."""
    return {
        "cpu": _cpu(),
        "cores": os.cpu_count(),
        "memory_gib": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30, 1),
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        "packages": {name: installed(name) for name in packages},
    }


def installed(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def _cpu() -> str:
    facts = Path("/proc/cpuinfo")
    lines = facts.read_text().splitlines() if facts.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor()


def articles(corpus: Path | str, count: int | None = None) -> pl.DataFrame:
    """A frame of `Article` from a corpus as `corpus.py` writes it."""
    return as_articles(pl.read_parquet(corpus, n_rows=count))


def as_articles(corpus: pl.DataFrame) -> pl.DataFrame:
    return corpus.select(
        article_id="article_id",
        path="article_id",
        line=pl.lit(1, pl.Int64),
        embedded=pl.lit(value=True),
        text="text",
        title=pl.lit(None, pl.String),
        body_start=pl.lit(0, pl.Int64),
        outlet="outlet",
        date="date",
        language=pl.lit("en"),
    )


def generated(path: Path, **arguments: object) -> Path:
    """Writes a corpus, in a process of its own as its memory is not to be counted.

    Returns:
        Where its truth is.
    """
    command = [sys.executable, str(Path(__file__).with_name("corpus.py")), str(path)]
    for name, value in arguments.items():
        command += [f"--{name}", str(value)] if value is not None else []
    subprocess.run(command, check=True, capture_output=True)
    return truth_of(path)


def truth_of(corpus: Path | str) -> Path:
    return Path(corpus).with_suffix(".truth.parquet")


def threaded(function: Callable[..., Result], threads: int) -> Callable[..., Result]:
    """The function told how many threads it may use, if it wants to know."""
    wants = "threads" in inspect.signature(function).parameters
    return functools.partial(function, threads=threads) if wants else function


def warm_up(table: pl.DataFrame) -> pl.DataFrame:
    """Some of the articles, enough that all is loaded that a run on more of them loads."""
    return table.head(min(20_000, len(table) // 5))


def megabytes(table: pl.DataFrame) -> float:
    """Of text in UTF-8."""
    return float(table["text"].str.len_bytes().to_numpy().sum()) / 1e6


def speed(table: pl.DataFrame, cpu_s: float) -> Figures:
    size = megabytes(table)
    return {"megabytes": round(size, 1), "mb_per_cpu_s": round(size / max(cpu_s, 1e-9), 2)}


def real_base(data: Path | None) -> Path | None:
    """The file whose words corpora are made of; null when they are to be made up."""
    return data / "scale" / "allsides_articles.jsonl.gz" if data else None


def numbers(text: str) -> list[int]:
    """Whole numbers with commas between them, as on the command line."""
    return [int(each) for each in text.split(",") if each]


def keep(figures: Figures, tables: Sequence[str], path: Path) -> None:
    """Writes the figures as JSON, and beside it as Markdown tables."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(figures, indent=2) + "\n")
    facts = figures["machine"]
    versions = ", ".join(f"{name} {number}" for name, number in facts["packages"].items() if number)
    head = (
        f"{facts['cpu']}, {facts['cores']} cores, {facts['memory_gib']} GiB, {facts['system']},"
        f" Python {facts['python']}, {versions}."
    )
    path.with_suffix(".md").write_text("\n\n".join([head, *tables]) + "\n")


def table(title: str, rows: Sequence[Mapping[str, object]]) -> str:
    """A Markdown table; the columns are those of all rows, in order."""
    columns = list(dict.fromkeys(name for row in rows for name in row))
    lines = [f"## {title}", "", "| " + " | ".join(columns) + " |", "|" + "---|" * len(columns)]
    lines += ["| " + " | ".join(_cell(row.get(name)) for name in columns) + " |" for row in rows]
    return "\n".join(lines)


def _cell(value: object) -> str:
    return "" if value is None else f"{value:,}" if isinstance(value, int | float) else str(value)
