"""What a file to be read is, which files count, how they are opened, how their names are shown."""

import os
import stat
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import BinaryIO

PACKINGS = (".gz", ".zst")
# Opening a pipe would wait for a writer; a link that was no link when it was found leads astray.
# Where the system has no such flags it has no such pipes either.
_NO_WAIT = getattr(os, "O_NONBLOCK", 0)
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)


class RefusedError(OSError):
    """Why a file is not read, or no further; its text is the reason with what to do."""


@dataclass(frozen=True, slots=True)
class File:
    """A file to be read.

    Attributes:
        path: Its name for the user, as from `printable`.
        location: What to open.
        identity: Equal for two names of one file.
        suffix: Of what it holds once it is unpacked; in lower case, with its dot.
        packing: The suffixes behind that, of `PACKINGS`, such as `.gz`; empty when there is none.
        is_link: Whether the user named a symbolic link, which may be followed.
    """

    path: str
    location: Path
    identity: str
    suffix: str
    packing: str = ""
    is_link: bool = False

    def open(self) -> BinaryIO:
        """The bytes of the file, packed as they are.

        Never waits, and opens nothing but a file, whatever took its place since it was found. Only
        its own name is guarded like that, not those of the folders above it.

        Raises:
            OSError: It cannot be opened; `RefusedError` when it is no file any more.
        """
        flags = _NO_WAIT if self.is_link else _NO_WAIT | _NO_LINK
        opener = lambda name, mode: os.open(name, mode | flags)  # noqa: E731
        stream = open(self.location, "rb", opener=opener)  # noqa: SIM115
        if stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
            return stream
        stream.close()
        raise RefusedError("is no file any more, but a pipe, a device or a socket")


@dataclass(frozen=True, slots=True)
class Scope:
    """Which files in folders are articles: those with a known suffix that no glob excludes."""

    suffixes: Collection[str]
    exclude: Sequence[str]

    def listed(self) -> str:
        """The suffixes, for a sentence."""
        *others, last = self.suffixes
        return f"{', '.join(others)} or {last}"


def printable(path: str | PurePath) -> str:
    r"""`path` with `/` between its parts and without `./`; bytes that are no text as `\udcff`."""
    shown = PurePath(path).as_posix() if path else "''"
    return shown.encode("utf-8", "backslashreplace").decode()


def suffixes(name: str) -> tuple[str, str]:
    """The suffix by which a file's reader is chosen, and those of its packing; empty without any.

    >>> suffixes("archive/Corpus.JSONL.gz")
    ('.jsonl', '.gz')
    """
    stem, packing = PurePath(name).name.lower(), ""
    while (last := PurePath(stem).suffix) in PACKINGS:
        stem, packing = stem[: -len(last)], last + packing
    return last, packing


def unreadable(fault: OSError | ValueError) -> str:
    """Why a file or folder cannot be opened or read, and what to do."""
    if isinstance(fault, RefusedError):
        return str(fault)
    reason = fault.strerror if isinstance(fault, OSError) and fault.strerror else str(fault)
    return f"cannot be read ({reason.lower()}); check the path and its permissions"
