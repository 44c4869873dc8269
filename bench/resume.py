"""What a kill costs: a run is killed at random moments, and run again to its end.

    .venv/bin/python bench/resume.py --points 50 --report reports/bench/resume.md

The run checks the sample corpus in batches of ten, by two workers, into a new folder each time.
Told is whether the report of the second run has the bytes of an undisturbed one, whether a file was
torn, and how much of the work the second run found done.
"""

import argparse
import random
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import polars as pl

ROOT = Path(__file__).parents[1]
_MAIN = """
import sys
from provenance import cli
from provenance.sources import stream

stream.BATCH_ARTICLES = 10
sys.exit(cli.main(sys.argv[1:]))
"""


def main() -> None:
    options = parse()
    chance = random.Random(20261121)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        whole, seconds = undisturbed(folder)
        rows = [killed(folder, whole, chance.uniform(0.05, seconds)) for _ in range(options.points)]
    same = sum(row["same"] for row in rows)
    torn = sum(row["torn"] for row in rows)
    under_way = [row for row in rows if row["kept"]]
    text = (
        "# Kills\n\n"
        f"`python bench/resume.py --points {options.points}`\n\n"
        f"A run of {seconds:.1f} s was killed (SIGKILL) at {len(rows)} random moments, and run "
        "again.\n\n"
        "| what | count |\n|---|---:|\n"
        f"| the second run's report has the bytes of an undisturbed one | {same} of {len(rows)} |\n"
        f"| a table in the folder could not be read after the kill | {torn} |\n"
        f"| batches were kept when the kill came | {len(under_way)} |\n"
        f"| kept then, median | {statistics.median(row['kept'] for row in rows):.0f} |\n"
    )
    print(text)
    if options.report:
        options.report.write_text(text)


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--points", type=int, default=50)
    parser.add_argument("--report", type=Path)
    return parser.parse_args()


def begin(folder: Path, report: str, *more: str) -> subprocess.Popen[bytes]:
    words = ["check", "seeds", "--workers", "2", "-f", f"json={folder / report}", *more]
    return subprocess.Popen(
        [sys.executable, "-c", _MAIN, *words],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def undisturbed(folder: Path) -> tuple[bytes, float]:
    """The report, and how long it takes; the second time, when all is loaded from disk once."""
    for _ in range(2):
        started = time.monotonic()
        begin(folder, "whole.json", "--checkpoint", str(folder / "first")).wait()
        seconds = time.monotonic() - started
        shutil.rmtree(folder / "first")
    return (folder / "whole.json").read_bytes(), seconds


def killed(folder: Path, whole: bytes, moment: float) -> dict[str, int]:
    """One kill and the run after it."""
    store = folder / "store"
    process = begin(folder, "parts.json", "--checkpoint", str(store))
    try:
        process.wait(timeout=moment)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        process.wait()
    tables = [file for end in ("arrow", "parquet") for file in store.glob(f"[0-9a-f]*/*.{end}")]
    torn = sum(not readable(file) for file in tables)
    kept = len({file.parent for file in tables})
    begin(folder, "parts.json", "--checkpoint", str(store)).wait()
    same = (folder / "parts.json").read_bytes() == whole
    shutil.rmtree(store)
    (folder / "parts.json").unlink()
    return {"same": same, "torn": torn, "kept": kept}


def readable(file: Path) -> bool:
    read = pl.read_ipc if file.suffix == ".arrow" else pl.read_parquet
    try:
        read(file)
    except (OSError, pl.exceptions.PolarsError):
        return False
    return True


if __name__ == "__main__":
    main()
