"""Tables kept under a key that says all they follow from.

A key is a digest of everything that what is kept under it was made of: so what
is found under a key is what would be made again, and a run that was stopped goes
on where it was by running again. What a key holds is there whole or not at all:
it is written beside its place, synced, and moved there.
"""

import fcntl
import io
import os
import shutil
import tempfile
import weakref
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from hashlib import blake2b, file_digest
from pathlib import Path
from typing import NoReturn, TextIO

import polars as pl

from provenance.errors import ConfigError, MachineError

_UNFINISHED = ".unfinished-"
# A folder with this file holds batches, and no articles: see `provenance.sources.walking`.
MARK = ".provenance-run"
_LISTED = "tables"
_ARROW, _PARQUET = ".arrow", ".parquet"
_READS: dict[str, Callable[..., pl.DataFrame]] = {_ARROW: pl.read_ipc, _PARQUET: pl.read_parquet}
_OTHER = "name an empty folder for --checkpoint, or one of an earlier run"


def key(*parts: str | bytes) -> str:
    """A digest of `parts` in their order, 32 hexadecimal digits."""
    digest = blake2b(digest_size=16)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "little"))
        digest.update(data)
    return digest.hexdigest()


class Store:
    """A folder of tables by key.

    Args:
        folder: An existing folder, as made by `opened`.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def holds(self, name: str) -> bool:
        """Whether there is something under a key."""
        return (self.folder / name).is_dir()

    def keep(self, name: str, tables: Mapping[str, pl.DataFrame], *, small: bool = False) -> None:
        """Keeps `tables` under a key; nothing happens when it is there already.

        Args:
            name: The key.
            tables: Frames by name.
            small: Whether to write Parquet, which is several times smaller and which other
                programs read; else Arrow, which is several times faster.
        """
        if self.holds(name):
            return
        try:
            self._write(name, tables, small)
        except (OSError, pl.exceptions.PolarsError) as fault:
            reason = getattr(fault, "strerror", None) or str(fault)
            raise MachineError(
                f"a batch cannot be kept: {reason}",
                place=str(self.folder),
                hint="make room, or name a folder with more with --checkpoint",
            ) from None

    def _write(self, name: str, tables: Mapping[str, pl.DataFrame], small: bool) -> None:
        beside = Path(tempfile.mkdtemp(prefix=_UNFINISHED, dir=self.folder))
        for title, table in tables.items():
            if small:
                table.write_parquet(beside / f"{title}{_PARQUET}", compression_level=1)
            else:
                table.rechunk().write_ipc(beside / f"{title}{_ARROW}", compression="lz4")
        files = sorted(beside.iterdir())
        (beside / _LISTED).write_text("".join(f"{_entry(file)}\n" for file in files))
        for file in (*files, beside / _LISTED, beside):
            _sync(file)
        try:
            beside.replace(self.folder / name)
        except OSError:
            if not self.holds(name):
                raise
            shutil.rmtree(beside, ignore_errors=True)
        _sync(self.folder)

    def tables(self, name: str) -> dict[str, pl.DataFrame]:
        """The tables under a key.

        Raises:
            KeyError: There is nothing.
            ConfigError: What is there is not what was kept.
        """
        return {file.stem: _read(file) for file in self._files(name)}

    def scan(self, names: Sequence[str]) -> dict[str, pl.LazyFrame]:
        """The tables under several keys that hold the same, the rows of all of them, unread.

        Reading them later takes the columns and rows that are asked for. Raises as `tables` does.
        """
        found: dict[str, list[Path]] = defaultdict(list)
        for name in names:
            for file in self._files(name):
                found[file.name].append(file)
        return {
            Path(name).stem: (
                pl.scan_ipc(files, glob=False)
                if name.endswith(_ARROW)
                else pl.scan_parquet(files, glob=False)
            )
            for name, files in found.items()
        }

    def _files(self, name: str) -> list[Path]:
        """The files under a key, in the order of their names, once they are what was kept."""
        if not self.holds(name):
            raise KeyError(name)
        folder = self.folder / name
        try:
            files = sorted(file for file in folder.iterdir() if file.name != _LISTED)
            listed = (folder / _LISTED).read_text().splitlines()
            whole = listed == [_entry(file) for file in files]
        except (OSError, ValueError):
            raise _damaged(folder) from None
        if not whole:
            raise _damaged(folder)
        return files


def _read(file: Path) -> pl.DataFrame:
    # Polars would take signs in a file's name for a pattern.
    return _READS[file.suffix](io.BytesIO(file.read_bytes()))


def _entry(file: Path) -> str:
    """A file's name and the digest of its bytes, by which a key tells that it is whole."""
    with file.open("rb") as data:
        return f"{file.name} {file_digest(data, 'blake2b').hexdigest()}"


def _damaged(folder: Path) -> ConfigError:
    hint = "delete this folder, and the run makes it again"
    return ConfigError("what is kept here was changed since", place=str(folder), hint=hint)


class Temporary:
    """A folder that is removed when nothing refers to this any more, and when the program ends.

    A copy of this process that ends first leaves it.

    Attributes:
        folder: Where it is.

    Raises:
        ConfigError: There is no room for temporary files.
    """

    def __init__(self) -> None:
        try:
            self.folder = Path(tempfile.mkdtemp(prefix="provenance-")).absolute()
        except OSError as fault:
            reason = (fault.strerror or str(fault)).lower()
            hint = "set TMPDIR, or name a folder that can be written with --checkpoint"
            raise ConfigError(f"no temporary folder can be made: {reason}", hint=hint) from None
        weakref.finalize(self, _remove, self.folder, os.getpid())

    def __reduce__(self) -> NoReturn:
        raise TypeError("tables of this report are in files: collect those that are to go")


def _remove(folder: Path, owner: int) -> None:
    if os.getpid() == owner:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def opened(folder: Path) -> Iterator[Store]:
    """The store in `folder`, for one run at a time; what a stopped run left unfinished is removed.

    Args:
        folder: Made when it is not there. One that holds other things than a store is refused,
            so that nothing of anybody's is mixed with it.

    Raises:
        ConfigError: The folder cannot be used, or another run uses it.
    """
    with ExitStack() as held:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            mark = folder / MARK
            if not mark.exists() and any(folder.iterdir()):
                raise ConfigError("holds other things", place=str(folder), hint=_OTHER)
            _lock(held.enter_context(mark.open("a")), folder)
            for left in folder.glob(f"{_UNFINISHED}*"):
                shutil.rmtree(left, ignore_errors=True)
        except OSError as fault:
            reason = (fault.strerror or str(fault)).lower()
            hint = "name a folder that can be written"
            raise ConfigError(f"cannot be used: {reason}", place=str(folder), hint=hint) from None
        yield Store(folder)


def _lock(held: TextIO, folder: Path) -> None:
    """Refuses a folder that another run uses. The lock goes with the process, however it ends."""
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        hint = "wait for it, or name another folder"
        raise ConfigError("is used by another run", place=str(folder), hint=hint) from None


def _sync(path: Path) -> None:
    """Has the system write what it holds of a file or folder."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
