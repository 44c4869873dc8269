"""What lies in a folder and in the folders below it, each thing met once.

Symbolic links are not followed, so there are no loops and nothing outside the
folder is reached. Hidden files and folders are passed over without a word.
Nothing is opened but folders.
"""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from provenance.config.globs import Parts

# A folder with this file holds batches of a run; as `provenance.scale.store` writes it.
BATCHES = ".provenance-run"


class Kind(Enum):
    """What was met; folders are entered, not met."""

    FILE = "file"
    LINK = "link"
    SPECIAL = "pipe, device or socket"
    SKIPPED = "skipped"
    BATCHES = "batches"
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
        if any(entry.name == BATCHES for entry in entries):
            yield Met(above, Kind.BATCHES)
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
