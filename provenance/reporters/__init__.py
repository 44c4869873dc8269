"""The output edge: one file and one line in `REPORTERS` for each format.

A reporter renders a whole `Report` to bytes, or to the files of a folder; it
reads no files, knows no clock and judges nothing. It is loaded when it is
asked for. `output` and `progress` are the only modules that write.
"""

import importlib
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, TypeAlias, cast

if TYPE_CHECKING:  # The command line reads the table for `--help`, which must be there at once.
    from provenance.model import Report
    from provenance.reporters.palette import Style

Reporter: TypeAlias = "Callable[[Report, Style], bytes]"
# Name and content of every file.
FolderReporter: TypeAlias = "Callable[[Report, Style], Iterator[tuple[str, bytes]]]"

# Each format with its module, which has a function `render`.
REPORTERS: dict[str, str] = {
    "text": "text",
    "grouped": "grouped",
    "concise": "concise",
    "json": "json",
    "jsonl": "jsonl",
    "csv": "csv",
    "markdown": "markdown",
    "html": "html",
    "sarif": "sarif",
    "github": "github",
    "gitlab": "gitlab",
    "junit": "junit",
    "parquet": "parquet",
}
# Formats of several files, which need the name of a folder.
FOLDERS = frozenset(["parquet"])


def reporter(name: str) -> Reporter:
    """What renders a format of one file.

    Raises:
        KeyError: There is no such format, or it has several files.
    """
    return cast("Reporter", _render(name))


def folder_reporter(name: str) -> FolderReporter:
    """What renders a format of several files."""
    return cast("FolderReporter", _render(name))


def _render(name: str) -> object:
    return importlib.import_module(f"{__name__}.{REPORTERS[name]}").render
