"""The files behind articles, for whoever writes them anew: where each one is, and its bytes."""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath

from provenance.config import Config, globs
from provenance.errors import InputError
from provenance.sources.decoding import MEGABYTE
from provenance.sources.files import File, Scope, printable, unreadable
from provenance.sources.finding import find
from provenance.sources.readers import READERS

STDIN = "-"
# The formats of which a file is one article; of all others it may be any number.
_ONE_ARTICLE = (".txt", ".md", ".html", ".htm", ".xhtml")


@dataclass(frozen=True, slots=True)
class Original:
    """A file that articles are read from.

    Attributes:
        path: As `Article.path`; `-` for standard input.
        name: Its path below the folder or glob that the user named; its own name when it was named
            outright. Parts are joined by `/`, and none of them is `..`.
        suffix: By which its reader is chosen.
        identity: The file behind all links; empty for standard input.
        location: What to open; null for standard input.
        data: The bytes of standard input; empty for a file, which is read when it is needed.
        is_packed: Whether its bytes have to be unpacked before its reader can read them.
    """

    path: str
    name: str
    suffix: str
    identity: str
    location: Path | None
    data: bytes = b""
    is_packed: bool = False

    def read(self) -> bytes:
        """All bytes of the file, as they are now.

        Raises:
            OSError: It cannot be read.
        """
        return self.data if self.location is None else self.location.read_bytes()


def originals(paths: Iterable[str], config: Config) -> list[Original]:
    """The files at `paths`, each once and under the path by which its articles know it, by path.

    Standard input is not among them. A file whose name is not UTF-8 is left out: what is shown for
    it could be the name of another one.
    """
    found: dict[str, Original] = {}
    for file in _found(paths, config):
        known = found.setdefault(file.identity, file)
        found[file.identity] = min(known, file, key=_preference)
    return sorted(found.values(), key=lambda file: file.path)


def standard_input(stdin_format: str, config: Config) -> Original | None:
    """All of standard input; null when it is closed or cannot be read.

    Of one article no more is read than may be in one, so that the reader can tell; formats of
    several are read to the end, and take the memory they need.
    """
    if sys.stdin is None or sys.stdin.closed:
        return None
    suffix = f".{stdin_format}"
    most = config.max_article_mb * MEGABYTE + 1 if suffix in _ONE_ARTICLE else -1
    try:
        data = sys.stdin.buffer.read(most)
    except OSError:
        return None
    return Original(STDIN, STDIN, suffix, "", None, data)


def stdin_bytes() -> bytes:
    """All bytes of standard input.

    Raises:
        InputError: It is closed or cannot be read.
    """
    if sys.stdin is None or sys.stdin.closed:
        raise InputError("standard input is closed", place=STDIN, hint="pipe a file into it")
    try:
        return sys.stdin.buffer.read()
    except OSError as fault:
        raise InputError(f"standard input {unreadable(fault)}", place=STDIN) from fault


def _found(paths: Iterable[str], config: Config) -> Iterator[Original]:
    scope = Scope(tuple(READERS), config.exclude)
    for path in paths:
        rows = () if path == STDIN else find(path, scope)
        for file in rows:
            if isinstance(file, File) and file.path == file.location.as_posix():
                name = _name(path, file.location)
                yield Original(
                    file.path,
                    name,
                    file.suffix,
                    file.identity,
                    file.location,
                    is_packed=bool(file.packing),
                )


def _name(path: str, location: Path) -> str:
    folder = Path(path)
    if folder == location:
        return location.name
    if not folder.is_dir() and globs.is_glob(path):
        folder = Path(globs.base(path)[0])
    return printable(PurePath(location).relative_to(folder))


def _preference(file: Original) -> tuple[int, str, int]:
    """As in reading: the shortest path; of one path the longest name, which tells most."""
    return len(file.path), file.path, -len(file.name)
