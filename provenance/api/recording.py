"""What a run was made of and how it went, as one document for whoever has to trust it.

In: the report of a run, its settings and its input. Out: plain values. The times
and the memory differ from run to run, which is why none of it stands in a report.
"""

import os
import platform
import resource
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from typing import Any

import polars as pl

from provenance import __version__, sources
from provenance.api.configured import rules_digest
from provenance.api.progress import Progress, silent
from provenance.config import Config
from provenance.model import Report

SCHEMA = "provenance/manifest"
SCHEMA_VERSION = "1.1"
_PACKAGES = ("polars", "numpy", "numba", "datasketch", "orjson")
_CHUNK = 1 << 20
# Which file it is, its size, and when it was changed; null where there is none.
Stamp = tuple[int, int, int] | None


class Recorder:
    """A `Progress` that notes when each stage began, and passes on what it is told.

    Args:
        progress: Who else is told.
        clock: Seconds that only grow.
    """

    def __init__(
        self, progress: Progress = silent, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._progress, self._clock = progress, clock
        self.began = datetime.now(UTC)
        self.stamps: Mapping[str, Stamp] = {}
        self._marks: list[tuple[str, float]] = [("start", clock())]

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Notes the stage when it is a new one."""
        if stage != self._marks[-1][0]:
            self._marks.append((stage, self._clock()))
        self._progress(stage, done, total)

    def look_at(self, paths: Iterable[str], config: Config) -> None:
        """Notes how the files at `paths` are before the run, so that a change can be told."""
        self.stamps = {path: _stamp(path) for path in sources.files(paths, config)}

    def stages(self) -> list[dict[str, object]]:
        """Name and seconds of each stage so far, in the order in which they began."""
        ends = [at for _, at in self._marks[1:]] + [self._clock()]
        return [
            {"stage": name, "seconds": round(end - at, 3)}
            for (name, at), end in zip(self._marks, ends, strict=True)
        ]


def manifest(
    report: Report, paths: Sequence[str], against: Sequence[str], config: Config, told: Recorder
) -> dict[str, Any]:
    """The manifest of a run that has just ended; see docs/wire-schema.md.

    Args:
        report: What came of the run.
        paths: What was read, as it was named.
        against: The archive, likewise.
        config: Its settings.
        told: What noted its stages, and by `look_at` how the files were before it.
    """
    files = sorted({*sources.files((*paths, *against), config), *told.stamps})
    return {
        "schema": SCHEMA,
        "schema_version": SCHEMA_VERSION,
        "version": __version__,
        "began": told.began.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "settings_digest": report.settings_digest,
        "rules_digest": rules_digest(config),
        "machine": {"system": platform.system(), "cores": os.cpu_count() or 1},
        "packages": {"python": platform.python_version(), **{p: version(p) for p in _PACKAGES}},
        "paths": list(paths),
        "against": list(against),
        "inputs": [_input(path, told.stamps) for path in files],
        "counts": _counts(report),
        "unread": [{"place": row.place, "reason": row.reason} for row in report.unread],
        "notices": [{"place": row.place, "message": row.message} for row in report.notices],
        "not_looked_at": _unlooked(report.outcomes),
        "stages": told.stages(),
        "peak_memory": _peaks(),
        "exit_code": report.verdict.exit_code,
        "reasons": list(report.verdict.reasons),
    }


def _input(path: str, before: Mapping[str, Stamp]) -> dict[str, object]:
    """A file with its size and the BLAKE2b digest of its bytes; nulls where it is gone by now.

    It is `changed` when it is not what it was `before`; null where that is not known.
    """
    digest, size = blake2b(digest_size=16), 0
    told: dict[str, object] = {"path": path, "bytes": None, "blake2b": None}
    with suppress(OSError), Path(path).open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
            size += len(chunk)
        told |= {"bytes": size, "blake2b": digest.hexdigest()}
    # Looked at last, so that a change while it was digested shows as well.
    return told | {"changed": _stamp(path) != before.get(path) if before else None}


def _stamp(path: str) -> Stamp:
    try:
        known = Path(path).stat()
    except OSError:
        return None
    return known.st_ino, known.st_size, known.st_mtime_ns


def _counts(report: Report) -> dict[str, object]:
    findings = report.findings.with_columns(family=pl.col("rule_id").str.head(3))
    return {
        "articles": len(report.articles),
        "characters": int(report.articles["text"].str.len_chars().sum()),
        "unread": sum(row.count for row in report.unread),
        "regions": len(report.regions),
        "clusters": report.clusters["cluster_id"].n_unique(),
        "findings": {
            str(level): count
            for level, count in findings.group_by("severity").len().sort("severity").rows()
        },
        "families": dict(findings.group_by("family").len().sort("family").rows()),
        "accepted": int(findings["accepted"].is_not_null().sum()),
    }


def _unlooked(outcomes: pl.LazyFrame) -> list[dict[str, object]]:
    """How many articles each check did not look at, and why."""
    could_not = outcomes.filter(pl.col("reason").is_not_null())
    table = could_not.group_by("check", "status", "reason").len("articles")
    return table.sort("check", "status", "reason").collect().to_dicts()


def _peaks() -> dict[str, int]:
    """The most memory that this process, and the largest of its workers, held at once; bytes."""
    unit = 1 if sys.platform == "darwin" else 1024
    return {
        "main": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit,
        "largest_worker": resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * unit,
    }
