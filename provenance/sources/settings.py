"""Finds the settings file of a run. What it says is for `provenance.config` to tell."""

import os
import tomllib
from pathlib import Path

from provenance.errors import ConfigError
from provenance.sources.files import printable
from provenance.sources.textfiles import small_text

_OWN = "provenance.toml"
_SHARED = "pyproject.toml"


def find_settings(explicit: str | None, start: Path) -> tuple[str, str] | None:
    """The settings file: how it is named to the user, and its text; null when there is none.

    Args:
        explicit: The file the user named; null to look for `provenance.toml`, or else a
            `pyproject.toml` with a table `[tool.provenance]`, in `start` and in the folders
            above it, up to the first that holds `.git`.
        start: An existing folder, absolute. Names are relative to it.

    Raises:
        ConfigError: The file cannot be read, or the one named does not exist.
    """
    if explicit is not None:
        place = printable(explicit)
        return place, small_text(Path(explicit), place, ConfigError)
    for folder in (start, *start.parents):
        for name in (_OWN, _SHARED):
            path = folder / name
            if os.path.isfile(path):  # noqa: PTH113  (pathlib's raises when it may not look)
                place = printable(os.path.relpath(path, start))
                text = small_text(path, place, ConfigError)
                if name == _OWN or _has_table(text):
                    return place, text
        if os.path.exists(folder / ".git"):  # noqa: PTH110
            break
    return None


def _has_table(text: str) -> bool:
    """Whether a pyproject holds settings of ours. A broken one that names us may."""
    if "provenance" not in text:
        return False
    try:
        tool = tomllib.loads(text).get("tool")
    except (ValueError, RecursionError):
        return True
    return isinstance(tool, dict) and "provenance" in tool
