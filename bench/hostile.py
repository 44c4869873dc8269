"""Measures what hostile input costs before it is stopped, and that a bad record loses only itself.

    .venv/bin/python bench/hostile.py                      all cases
    .venv/bin/python bench/hostile.py --markdown OUT.md    keep the table

Bombs are made anew, under a temporary folder, and never unpacked there. Each case is read in a
process of its own; told are its CPU-seconds and its peak of memory, and both again without what a
process takes that reads one line; and then CPU-seconds and peak of the whole command, start
included. The records are 10,000 short ones, of which one is bad in one of
14 ways, plain and packed; told is which were lost.
"""

import argparse
import gzip
import multiprocessing
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import zstandard

from provenance.config import Config
from provenance.sources.reading import read

RECORDS = 10_000
BAD = 7_000
KINDS = {
    "NaN": b'{"text": "x", "n": NaN}',
    "Infinity": b'{"text": "x", "n": Infinity}',
    "lone surrogate": rb'{"text": "\ud800"}',
    "not UTF-8": b'{"text": "caf\xe9"}',
    "NUL": b'{"text": "a\0b"}',
    "cut line": b'{"text": "The ferry',
    "other type": b'{"text": 7}',
    "id twice": b'{"id": "3", "text": "Another."}',
    "over-long line": b'{"text": "' + b"x" * 5_000_001 + b'"}',
    "2,000 levels": b'{"text": "x", "n": ' + b"[" * 2_000 + b"]" * 2_000 + b"}",
    "huge integer": b'{"text": "x", "n": ' + b"9" * 10_000 + b"}",
    "no object": b'["x"]',
    "empty text": b'{"text": ""}',
    "control character": b'{"text": "a\x01b"}',
}
Measured = tuple[float, float, int, str]


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    arguments.add_argument("--markdown", type=Path)
    with tempfile.TemporaryDirectory() as folder:
        lines = [*_bombs(Path(folder)), "", *_records(Path(folder))]
    page = "\n".join(lines) + "\n"
    print(page)
    if target := arguments.parse_args().markdown:
        target.write_text(page, encoding="utf-8")


def _bombs(folder: Path) -> Iterator[str]:
    (folder / "one.jsonl").write_bytes(b'{"text": "The ferry left at noon."}\n')
    seconds, memory, _, _ = _alone(folder / "one.jsonl")
    yield "One line alone, which is in all figures but those behind `+`: "
    yield f"{seconds:.2f} CPU s, {memory:.0f} MB.\n"
    yield "| input | bytes | unpacks to | CPU s | + | peak MB | + | check s | MB | articles | why |"
    yield "|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---|"
    for name, (size, make) in BOMBS.items():
        path = folder / name.split(" ")[-1]
        make(path)
        taken, peak, articles, reason = _alone(path)
        whole, most = _command(path)
        figures = (
            *(f"{path.stat().st_size:,}", size, f"{taken:.2f}", f"{taken - seconds:.2f}"),
            *(f"{peak:.0f}", f"{peak - memory:.0f}", f"{whole:.2f}", f"{most:.0f}"),
        )
        yield f"| {name} | {' | '.join(figures)} | {articles:,} | {reason} |"
        path.unlink()


def _records(folder: Path) -> Iterator[str]:
    yield f"{RECORDS:,} records, line {BAD:,} bad; the lines lost are:\n"
    yield "| kind | .jsonl | .jsonl.gz | .jsonl.zst |"
    yield "|---|---:|---:|---:|"
    good = [b'{"id": "%d", "text": "The ferry left at noon."}' % n for n in range(1, RECORDS + 1)]
    for kind, record in KINDS.items():
        data = b"\n".join([*good[: BAD - 1], record, *good[BAD:]])
        lost = [_lost(folder, suffix, pack(data)) for suffix, pack in PACKED.items()]
        yield f"| {kind} | {' | '.join(lost)} |"


def _lost(folder: Path, suffix: str, data: bytes) -> str:
    path = folder / f"records.jsonl{suffix}"
    path.write_bytes(data)
    reading = read([str(path)], Config())
    lines = {*range(1, RECORDS + 1)} - {*reading.articles["line"]}
    told = [item.place.rpartition(":")[2] for item in reading.unread]
    assert told == [str(line) for line in sorted(lines)], (suffix, told)
    return ", ".join(told)


def _alone(path: Path) -> Measured:
    """CPU-seconds, MB, articles and the last reason of reading `path` in a process of its own."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(_measured, (str(path),))


def _measured(path: str) -> Measured:
    began = time.process_time()
    reading = read([path], Config())
    taken = time.process_time() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6
    reason = reading.unread[-1].reason.partition(";")[0] if reading.unread else ""
    return taken, peak, len(reading.articles), reason


def _command(path: Path) -> tuple[float, float]:
    """CPU-seconds and MB of `provenance check` on a file, the best of three."""
    command = [sys.executable, "-m", "provenance", "check", str(path), "-q"]
    found = []
    for _ in range(3):
        child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, _, used = os.wait4(child.pid, 0)
        found.append((used.ru_utime + used.ru_stime, used.ru_maxrss * 1024 / 1e6))
    return min(found)


def _zst(data: bytes) -> bytes:
    return zstandard.ZstdCompressor(level=3).compress(data)


def _endless(path: Path) -> None:
    """45 kB for one line of 1.5 GB."""
    packer = zstandard.ZstdCompressor(level=3).compressobj()
    block = b"x" * 1_000_000
    with path.open("wb") as file:
        file.write(packer.compress(b'{"text": "'))
        for _ in range(1_500):
            file.write(packer.compress(block))
        file.write(packer.flush())


def _parts(unit: bytes, times: int) -> Callable[[Path], None]:
    """The same packed part again and again."""
    return lambda path: path.write_bytes(unit * times) and None


def _sparse(path: Path) -> None:
    with path.open("wb") as file:
        os.truncate(file.fileno(), 1_000_000_000)


def _window(path: Path) -> None:
    parameters = zstandard.ZstdCompressionParameters(window_log=31)
    packer = zstandard.ZstdCompressor(compression_params=parameters).compressobj()
    path.write_bytes(packer.compress(b'{"text": "x"}') + packer.flush())


LINES = b'{"text": "x"}\n' * 70_000
NEWS = b"".join(b'{"text": "%s"}\n' % os.urandom(500).hex().encode() for _ in range(5_000))
PACKED = {"": bytes, ".gz": lambda data: gzip.compress(data, 1), ".zst": _zst}
BOMBS: dict[str, tuple[str, Callable[[Path], None]]] = {
    "one line endless.jsonl.zst": ("1.5 GB", _endless),
    "one line, as text endless.txt.zst": ("1.5 GB", _endless),
    "zeros zeros.jsonl.gz": ("10 GB", _parts(gzip.compress(bytes(10_000_000)), 1_000)),
    "zeros, as text zeros.txt.gz": ("10 GB", _parts(gzip.compress(bytes(10_000_000)), 1_000)),
    "blank lines blank.jsonl.gz": ("10 GB", _parts(gzip.compress(b"\n" * 10_000_000), 1_000)),
    "news, then blank lines mixed.jsonl.gz": (
        "10 GB",
        _parts(gzip.compress(NEWS) + gzip.compress(b"\n" * 10_000_000) * 1_000, 1),
    ),
    "packed twice twice.jsonl.gz.gz": ("-", _parts(gzip.compress(gzip.compress(LINES)), 1)),
    "window of 2 GB window.jsonl.zst": ("13 B", _window),
    "empty parts empty.jsonl.gz": ("0", _parts(gzip.compress(b""), 500_000)),
    "garbage, 500,000 lines garbage.jsonl": ("-", _parts(b"{\n", 500_000)),
    "plain zeros, on no disk sparse.jsonl": ("-", _sparse),
    "tiny records records.jsonl.zst": ("10 GB", _parts(_zst(LINES), 10_000)),
}

if __name__ == "__main__":
    main()
