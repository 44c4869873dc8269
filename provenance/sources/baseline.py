"""Finds and reads the baseline of a run. What it says is for `provenance.gate` to tell."""

import os
from collections.abc import Iterable
from pathlib import Path

from provenance.errors import ConfigError
from provenance.sources.files import printable
from provenance.sources.textfiles import small_text

# What a baseline is called unless a setting names another. Folders are read without it.
NAME = "provenance-baseline.jsonl"
# Millions of bytes that are read: about 3,000,000 entries.
MOST_MB = 1000


def find_baseline(folders: Iterable[str]) -> str | None:
    """The baseline in the first of `folders` that holds one; null when none does."""
    paths = (os.path.join(folder, NAME) for folder in folders)  # noqa: PTH118  (no `./` before it)
    return next((printable(path) for path in paths if os.path.isfile(path)), None)  # noqa: PTH113


def read_baseline(path: str) -> str:
    """The text of a baseline.

    Raises:
        ConfigError: It does not exist, cannot be read, is too large or is no UTF-8 text.
    """
    if not os.path.exists(path):  # noqa: PTH110  (pathlib's raises when it may not look)
        raise ConfigError(
            "there is no such baseline",
            place=printable(path),
            hint="make it with `provenance baseline write`, or correct the setting gate.baseline",
        )
    return small_text(Path(path), printable(path), ConfigError, MOST_MB)
