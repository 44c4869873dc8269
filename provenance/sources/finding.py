"""The files that a path of the user's stands for.

A path is a file, a folder or a glob. A file named outright is always read or
said to be unread; in folders and globs only files with a reader count. Nothing
is opened here, and nothing raises: what cannot be found is an `Unread`, so that
everything else is still read.
"""

import difflib
import itertools
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from provenance.config import globs
from provenance.model import Notice, Unread
from provenance.sources import folders
from provenance.sources.files import File, Scope, printable, suffixes, unreadable

_NAMES_COMPARED = 10_000


def find(path: str, scope: Scope) -> Iterator[File | Unread | Notice]:
    """The files at `path`, in no order that matters, and what became of the rest."""
    try:
        mode = os.stat(path).st_mode  # noqa: PTH116  (an empty Path is the current folder)
    except (FileNotFoundError, NotADirectoryError):
        if globs.is_glob(path):
            yield from folders.matching(path, scope)
        else:
            yield Unread(printable(path), _missing(path))
    except (OSError, ValueError) as fault:
        yield Unread(printable(path), unreadable(fault))
    else:
        if stat.S_ISDIR(mode):
            yield from folders.in_folder(path, scope)
        else:
            yield _named(path, mode, scope)


def _missing(path: str) -> str:
    """Why nothing is at `path`; a name much like it in the same folder is offered."""
    named = Path(path)
    if named.is_symlink():
        return "is a symbolic link to something that does not exist; name its target"
    try:
        names = [entry.name for entry in itertools.islice(named.parent.iterdir(), _NAMES_COMPARED)]
    except OSError:
        return "does not exist, nor does its folder; check the path"
    close = difflib.get_close_matches(named.name, names, n=1)
    hint = f"did you mean {printable(close[0])}?" if close else "check the path"
    return f"does not exist; {hint}"


def _named(path: str, mode: int, scope: Scope) -> File | Unread:
    """The file at `path`, named outright."""
    place, (kind, packing) = printable(path), suffixes(path)
    if not stat.S_ISREG(mode):
        return Unread(place, "is a pipe, a device or a socket; pipe its text in and name it -")
    if kind not in scope.suffixes:
        ending = kind + packing
        which = f"that end in {printable(ending)}" if ending else "without a suffix"
        return Unread(
            place, f"there is no reader for files {which}; those read end in {scope.listed()}"
        )
    location, identity = Path(path), os.path.realpath(path)
    return File(place, location, identity, kind, packing, location.is_symlink())
