"""Writes cleaned files, with the ledger by which they are put back.

The ledger is on the disk before the first file changes. Every file is written
whole or not at all, and only if it still is what was read; one that cannot be
written costs itself alone and is named.
"""

import os
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from provenance import cleaning
from provenance.api.cleaning import CleanedFile, Cleaning
from provenance.cleaning import Ledger, ledger
from provenance.errors import InputError, OutputError, UsageError
from provenance.model import Unread
from provenance.reporters import output
from provenance.reporters.safe import escape_json
from provenance.sources.files import printable, unreadable

# No suffix that is read as an article, so that a ledger in a folder of articles is none of them.
DEFAULT_LEDGER = "provenance-clean.ledger"


def original_bytes(file: CleanedFile) -> bytes:
    """The bytes of a file as it was read.

    Raises:
        OutputError: It cannot be read any more, or was changed since.
    """
    try:
        data = file.original.read()
    except OSError as fault:
        raise OutputError(f"the file {unreadable(fault)}", place=file.original.path) from fault
    if cleaning.digest(data) != file.entry.sha256:
        hint = "nothing was done to it; clean it again"
        raise OutputError("the file was changed since", place=file.original.path, hint=hint)
    return data


def cleaned_bytes(file: CleanedFile) -> bytes:
    """The bytes of a file without what is taken out of it.

    Raises:
        OutputError: As for `original_bytes`.
    """
    return cleaning.apply(original_bytes(file), file.entry.edits)


def write_in_place(done: Cleaning, ledger_file: str) -> tuple[Unread, ...]:
    """Rewrites the files of which something is taken out, and returns those that failed.

    Between the last look at a file and its replacement lies the time of a rename: who else
    writes a file in that moment loses what was written.

    Raises:
        OutputError: The ledger cannot be written, or would replace one that is needed. No file
            was changed.
        UsageError: Standard input cannot be rewritten.
    """
    targets = [(file, file.original.location) for file in done.changed]
    if any(file.original.location is None for file in done.files):
        raise UsageError("standard input cannot be cleaned in place", hint="leave --in-place out")
    keep_ledger(done, ledger_file)
    return _each((file, target) for file, target in targets if target)


def write_folder(done: Cleaning, folder: str, ledger_file: str | None) -> tuple[Unread, ...]:
    """Writes every file that was read into `folder`, and returns those that failed.

    A file keeps its name below the path that the user gave. Those with nothing to take out are
    written as they are, so that the folder is complete.

    Raises:
        OutputError: Two files would have one name, a file that was read would be replaced, a link
            leads out of the folder, or the ledger cannot be written. No file was written.
        UsageError: Standard input has no name to be written under.
    """
    targets = [(file, Path(folder, file.original.name)) for file in done.files]
    if any(file.original.location is None for file in done.files):
        raise UsageError("standard input has no name in a folder", hint="leave -o out")
    read = {file.original.identity for file in done.files}
    kept = {os.path.realpath(ledger_file)} if ledger_file is not None else set()
    refuse_clashes(targets_of(targets), folder, read | kept)
    if ledger_file is not None:
        renamed = [
            replace(file, entry=replace(file.entry, path=printable(target)))
            for file, target in targets
        ]
        keep_ledger(replace(done, files=tuple(renamed)), ledger_file)
    return _each(targets)


def targets_of(targets: Iterable[tuple[CleanedFile, Path]]) -> list[tuple[str, Path]]:
    """The names and targets of files."""
    return [(file.original.path, target) for file, target in targets]


def refuse_clashes(
    targets: Iterable[tuple[str, Path]], folder: str, inputs: Iterable[str] = ()
) -> None:
    """Refuses targets that are one file, one of `inputs` (by identity), or outside of `folder`.

    Raises:
        OutputError: The first of these.
    """
    home, taken = os.path.realpath(folder), dict.fromkeys(inputs, "")
    for path, target in targets:
        real = os.path.realpath(target)
        if os.path.commonpath((home, real)) != home:
            raise OutputError("a link leads out of the folder", place=str(target))
        if real in taken:
            other = taken[real]
            told = "would replace what was read, or the ledger"
            told = f"{other} and {path} would be one file" if other else told
            hint = "name another folder, or clean them one after the other"
            raise OutputError(told, place=printable(target), hint=hint)
        taken[real] = path


def keep_ledger(done: Cleaning, path: str) -> None:
    """Writes the ledger of what is taken out; none when that is nothing.

    Raises:
        OutputError: It cannot be written, or `path` is a file that is no ledger, or a ledger by
            which a file can still be put back: with it that would be lost.
    """
    if not done.changed:
        return
    if os.path.lexists(path):
        _refuse_needed(path)
    entries = tuple(file.entry for file in done.changed)
    book = Ledger(done.version, done.settings_digest, done.unsafe_fixes, entries)
    try:
        output.replace(Path(path), escape_json(ledger.written(book)))
    except OSError as fault:
        raise _unwritten(path, fault) from fault


def _refuse_needed(path: str) -> None:
    """Refuses to replace what is at `path`, unless all files of that ledger are as they were."""
    if os.path.exists(path) and not os.path.isfile(path):  # noqa: PTH110, PTH113  (/dev/null)
        return
    try:
        known = ledger.read(Path(path).read_bytes(), path)
    except (InputError, OSError) as fault:
        hint = "name another file with --ledger"
        raise OutputError("is a file, and no ledger", place=path, hint=hint) from fault
    if not all(_is_original(entry) for entry in known.files):
        hint = f"put them back with --restore {path}, or name another file with --ledger"
        raise OutputError("by this ledger other files can still be put back", place=path, hint=hint)


def _is_original(entry: cleaning.Entry) -> bool:
    try:
        return cleaning.digest(Path(entry.path).read_bytes()) == entry.sha256
    except OSError:
        return False


def _each(targets: Iterable[tuple[CleanedFile, Path]]) -> tuple[Unread, ...]:
    """Writes each cleaned file to its target."""
    return attempt(
        (file.original.path, target, lambda file=file: cleaned_bytes(file))  # type: ignore[misc]
        for file, target in targets
    )


def attempt(
    writings: Iterable[tuple[str, Path, Callable[[], bytes]]],
) -> tuple[Unread, ...]:
    """Writes what each call makes to its target, and returns those that failed, by name."""
    failed = []
    for name, target, make in writings:
        try:
            data = make()
            target.parent.mkdir(parents=True, exist_ok=True)
            output.replace(target, data)
        except OutputError as fault:
            failed.append(Unread(fault.place or name, f"{fault.message}; {fault.hint}"))
        except OSError as fault:
            failed.append(Unread(name, _unwritten(str(target), fault).message))
    return tuple(failed)


def _unwritten(path: str, fault: OSError) -> OutputError:
    reason = fault.strerror or type(fault).__name__
    hint = "name a folder that exists and can be written to"
    return OutputError(f"cannot be written: {reason}", place=path, hint=hint)
