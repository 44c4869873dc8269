"""What lies in a folder and in the folders below it, each thing met once.

Symbolic links are not followed, so there are no loops and nothing outside the
folder is reached. Hidden files and folders are passed over without a word.
Nothing is opened but folders, and what may tell that one holds tables of a report.
"""

import os
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from provenance.config.globs import Parts

# A folder with this file holds batches of a run; as `provenance.scale.store` writes it.
BATCHES = ".provenance-run"
# What tells that a folder holds the tables of a report, and how it begins to say so; as
# `provenance.reporters.parquet` writes it.
TABLES = "manifest.json"
_TABLES = re.compile(rb'\{\s*"schema":\s*"provenance/tables"')
_FIRST_BYTES = 100


class Kind(Enum):
    """What was met; folders are entered, not met."""

    FILE = "file"
    LINK = "link"
    SPECIAL = "pipe, device or socket"
    SKIPPED = "skipped"
    BATCHES = "batches"
    TABLES = "tables"
    FAULT = "fault"


@dataclass(frozen=True, slots=True)
class Met:
    """One thing in a folder.

    Attributes:
        parts: Its path below the folder, name by name; empty for the folder itself.
        fault: Why it could not be looked into; null for all kinds but `FAULT`.
    """

    parts: Parts
    kind: Kind
    fault: OSError | None = None


def walk(folder: Path, depth: int | None, skip: Callable[[Parts], bool]) -> Iterator[Met]:
    """Everything in `folder`.

    Args:
        folder: An existing folder; followed if it is a link itself.
        depth: How many levels of folders below it to enter; null for all.
        skip: Tells from its parts what is neither met nor entered but `SKIPPED`.
    """
    waiting: list[Parts] = [()]
    while waiting:
        above = waiting.pop()
        try:
            with os.scandir(folder.joinpath(*above)) as found:
                entries = sorted(found, key=lambda entry: entry.name)
        except OSError as fault:
            yield Met(above, Kind.FAULT, fault)
            continue
        if ours := _ours(entries):
            yield Met(above, ours)
            continue
        for entry in entries:
            parts = (*above, entry.name)
            if entry.name.startswith("."):
                continue
            met = Met(parts, Kind.SKIPPED) if skip(parts) else _met(entry, parts)
            if met:
                yield met
            elif depth is None or len(above) < depth:
                waiting.append(parts)


def is_ours(folder: Path) -> bool:
    """Whether `folder`, which need not be there, holds what a run wrote, so that it is no input."""
    try:
        with os.scandir(folder) as entries:
            return _ours(entries) is not None
    except OSError:
        return False


def _ours(entries: Iterable[os.DirEntry[str]]) -> Kind | None:
    """What of our own the folder of `entries` holds; null for a folder of somebody's."""
    for entry in entries:
        if entry.name == BATCHES:
            return Kind.BATCHES
        if entry.name == TABLES and _says_tables(entry):
            return Kind.TABLES
    return None


def _says_tables(entry: os.DirEntry[str]) -> bool:
    try:
        if not entry.is_file(follow_symlinks=False):
            return False
        with Path(entry.path).open("rb") as stream:
            return _TABLES.match(stream.read(_FIRST_BYTES)) is not None
    except OSError:
        return False


def _met(entry: os.DirEntry[str], parts: Parts) -> Met | None:
    """What `entry` is; null when it is a folder."""
    try:
        if entry.is_symlink():
            return Met(parts, Kind.LINK)
        if entry.is_dir(follow_symlinks=False):
            return None
        is_file = entry.is_file(follow_symlinks=False)
    except OSError as fault:
        return Met(parts, Kind.FAULT, fault)
    return Met(parts, Kind.FILE if is_file else Kind.SPECIAL)
