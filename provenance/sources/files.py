"""What a file to be read is, which files count, and how their names are shown."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath


@dataclass(frozen=True, slots=True)
class File:
    """A file to be read.

    Attributes:
        path: Its name for the user, as from `printable`.
        location: What to open.
        identity: Equal for two names of one file.
        suffix: In lower case, with its dot.
    """

    path: str
    location: Path
    identity: str
    suffix: str


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


def suffix(name: str) -> str:
    """The suffix by which a file's reader is chosen; empty when it has none."""
    return PurePath(name).suffix.lower()


def unreadable(fault: OSError | ValueError) -> str:
    """Why a file or folder cannot be opened or read, and what to do."""
    reason = fault.strerror if isinstance(fault, OSError) and fault.strerror else str(fault)
    return f"cannot be read ({reason.lower()}); check the path and its permissions"
