"""The article files in a folder, or those that match a glob.

What is passed over there on purpose is counted in notices; hidden files and
files without a reader are not worth one. A folder or a glob that was named and
leads to no article is unread: somebody meant it to hold some.
"""

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from provenance.config import globs
from provenance.model import Notice, Unread
from provenance.sources.baseline import NAME as BASELINE
from provenance.sources.files import File, Scope, printable, suffix, unreadable
from provenance.sources.walking import Kind, Met, walk

_ABSENT = (FileNotFoundError, NotADirectoryError)
_NEXT_STEP = "name a folder that holds some, or leave this one out"
_PASSED_OVER = {
    Kind.LINK: "symbolic links are not followed ({}); name their targets to read those",
    Kind.SPECIAL: "pipes, devices and sockets are not opened ({})",
    Kind.SKIPPED: "files and folders are left out by the setting exclude ({})",
}


def in_folder(path: str, scope: Scope) -> Iterator[File | Unread | Notice]:
    """The article files in an existing folder and in those below it; `Unread` without any."""
    everything = list(walk(Path(path), None, partial(_is_excluded, path, scope)))
    yield from _rows(path, everything, scope)
    yield from _told(path, everything)
    if not any(met.fault or _is_article(met, scope) for met in everything):
        reason = f"there is no file in it that ends in {scope.listed()}; {_NEXT_STEP}"
        yield Unread(printable(path), reason)


def matching(pattern: str, scope: Scope) -> Iterator[File | Unread | Notice]:
    """The article files that match a glob, or an `Unread` when there is none."""
    folder, parts = globs.base(pattern)
    everything = walk(Path(folder), globs.depth(parts), partial(_is_excluded, folder, scope))
    matched = [met for met in everything if _concerns(met, parts)]
    yield from _rows(folder, matched, scope)
    yield from _told(pattern, matched)
    if not any(_is_article(met, scope) for met in matched):
        yield Unread(printable(pattern), f"matches no file that ends in {scope.listed()}")


def _concerns(met: Met, pattern: globs.Parts) -> bool:
    """Whether a glob matches what was met, or cannot know because a folder is closed to us."""
    if met.fault:
        return not isinstance(met.fault, _ABSENT)
    return globs.matches(met.parts, pattern)


def _is_excluded(folder: str, scope: Scope, parts: globs.Parts) -> bool:
    if not scope.exclude:
        return False
    path = _path(folder, parts)
    return any(globs.is_excluded(path, pattern) for pattern in scope.exclude)


def _is_article(met: Met, scope: Scope) -> bool:
    """Whether it is a file with a reader; a baseline has one, but holds no article."""
    name = met.parts[-1] if met.parts else ""
    return met.kind is Kind.FILE and suffix(name) in scope.suffixes and name != BASELINE


def _path(folder: str, parts: globs.Parts) -> str:
    return printable(Path(folder, *parts))


def _rows(folder: str, mets: Iterable[Met], scope: Scope) -> Iterator[File | Unread]:
    """The files to read, and the folders that could not be looked into."""
    real = os.path.realpath(folder)  # pathlib's resolve raises on a link to itself
    for met in mets:
        if met.fault:
            yield Unread(_path(folder, met.parts), unreadable(met.fault))
        elif _is_article(met, scope):
            # Links are not followed below the folder, so that this is the resolved path.
            identity = "/".join((real, *met.parts))
            location = Path(folder, *met.parts)
            yield File(printable(location), location, identity, suffix(met.parts[-1]))


def _told(place: str, mets: Iterable[Met]) -> Iterator[Notice]:
    """What was passed over on purpose, counted."""
    counts = Counter(met.kind for met in mets)
    for kind, message in _PASSED_OVER.items():
        if counts[kind]:
            yield Notice(printable(place), message.format(f"{counts[kind]:,} here"))
