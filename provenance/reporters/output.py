"""Writing: reports to standard output or to a file that is never half written, talk beside."""

import os
import sys
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from provenance.errors import OutputError
from provenance.model import Report
from provenance.reporters.accepted import accepted
from provenance.reporters.palette import Style
from provenance.reporters.safe import printable
from provenance.reporters.text import verdict


def write(data: bytes, target: str | None) -> None:
    """Writes `data` to the file `target`, or to standard output when that is null or `-`.

    Folders on the way to a file are made.

    Raises:
        OutputError: The file or the stream cannot be written; an older file is left as it was.
    """
    try:
        if target is None or target == "-":
            _write_stream(data)
        else:
            Path(target).parent.mkdir(parents=True, exist_ok=True)
            replace(Path(target), data)
    except OSError as fault:
        raise _unwritable(fault, target or "standard output") from fault


def append(data: bytes, target: str) -> None:
    """Writes `data` at the end of the file `target`, on a line of its own.

    The file is made when there is none.

    Raises:
        OutputError: It cannot be written.
    """
    try:
        start = b"\n" if _ends_within_a_line(Path(target)) else b""
        with Path(target).open("ab") as stream:
            stream.write(start + data)
    except OSError as fault:
        raise _unwritable(fault, target) from fault


def _ends_within_a_line(file: Path) -> bool:
    if not file.is_file() or not file.stat().st_size:
        return False
    with file.open("rb") as stream:
        stream.seek(-1, os.SEEK_END)
        return stream.read() != b"\n"


def write_folder(files: Iterable[tuple[str, bytes]], target: str) -> None:
    """Writes every file, by its name, into the folder `target`; others in it are left alone.

    All are written beside the older ones before the first takes its place, so that a full disk
    leaves the older ones as they were. Of these the last goes first, and the new one comes last:
    where it stands, the others are of its run. Folders are made where there are none.

    Raises:
        OutputError: One cannot be written.
    """
    folder = Path(target)
    waiting: dict[Path, Path] = {}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in files:
            waiting[folder / name] = _temporary(folder / name, data)
        for seal in list(waiting)[-1:]:
            seal.unlink(missing_ok=True)
        for place, temporary in waiting.items():
            temporary.replace(place)
    except OSError as fault:
        raise _unwritable(fault, target) from fault
    finally:
        for temporary in waiting.values():
            temporary.unlink(missing_ok=True)


def replace(target: Path, data: bytes) -> None:
    """Writes the file `target` as a temporary one in its folder, synced, then renamed over it.

    Links are followed, and devices and pipes (`/dev/null`) are written to, not replaced.

    Raises:
        OSError: It cannot be written; an older file is left as it was.
    """
    target = Path(os.path.realpath(target))
    if target.exists() and not target.is_file():
        target.write_bytes(data)
        return
    temporary = _temporary(target, data)
    try:
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _temporary(target: Path, data: bytes) -> Path:
    """A file beside `target`, written and synced, to be renamed to it."""
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.chmod(_mode(target))
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def files_read(report: Report) -> set[str]:
    """The files behind the articles of `report` and behind what could not be read."""
    places = {item.place for item in report.unread}
    with_line = (place.rpartition(":") for place in places)
    files = {path for path, _, line in with_line if line.isdecimal()}
    return {*report.articles["path"], *report.archive["path"], *places, *files}


def spare(target: str, inputs: Iterable[str]) -> None:
    """Refuses a `target` that is one of `inputs`, files by the names the user knows them by.

    A folder is refused that one of them lies in, as the report's files have names of their own.

    Raises:
        OutputError: Writing would replace what was read.
    """
    if target == "-" or not os.path.exists(target):  # noqa: PTH110
        return
    files = {_real(path) for path in inputs}
    if _real(target) in files:
        raise OutputError(
            "the report would replace a file that this run has read",
            place=target,
            hint="name another file for the report",
        )
    if _real(target) in map(os.path.dirname, files):
        raise OutputError(
            "the report would be written among files that this run has read",
            place=target,
            hint="name a folder of its own for the report",
        )


def talk(report: Report) -> None:
    """Notices, what is accepted and the verdict on standard error, beside what no one reads."""
    for notice in report.notices:
        say(f"{notice.place}: {notice.message}" if notice.place else notice.message)
    talk_of_accepted(report)
    say(verdict(report, Style()))


def talk_of_accepted(report: Report) -> None:
    """What is accepted, on standard error; nothing when nothing is.

    That is said even where nothing else is: without it a run would look cleaner than it was.
    """
    say(accepted(report.findings))


def say(message: str) -> None:
    """Talk on standard error, each line safe to print; a closed standard error is no fault."""
    with suppress(OSError):
        for line in message.splitlines():
            print(printable(line), file=sys.stderr)  # noqa: T201


def _unwritable(fault: OSError, target: str) -> OutputError:
    return OutputError(
        f"the report cannot be written: {fault.strerror or type(fault).__name__}",
        place=target,
        hint="name a place that can be written to",
    )


def _real(path: str) -> str:
    """The file behind all links, escaped like names in a report, which may not be valid text."""
    return os.path.realpath(path).encode("utf-8", "backslashreplace").decode()


def _write_stream(data: bytes) -> None:
    """To standard output. A reader that has seen enough and closed it (`| head`) is no fault."""
    if sys.stdout is None:  # Closed by the caller, as by `>&-`.
        raise OSError(None, "standard output is closed")
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        _discard_the_rest()
    except OSError:
        _discard_the_rest()
        raise


def _discard_the_rest() -> None:
    """Points standard output nowhere, so that Python's last flush at exit cannot fail as well."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def _mode(target: Path) -> int:
    """The permissions an ordinary write would leave: the old file's, else those of the umask."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
