"""The article files in a folder, or those that match a glob.

What is passed over there on purpose is counted in notices; hidden files and
files without a reader are not worth one. A folder or a glob that was named and
leads to no article is unread: somebody meant it to hold some.
"""

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

from provenance.config import globs
from provenance.model import Notice, Unread
from provenance.sources.baseline import NAME as BASELINE
from provenance.sources.files import File, Scope, printable, suffixes, unreadable
from provenance.sources.walking import Kind, Met, is_ours, walk

_ABSENT = (FileNotFoundError, NotADirectoryError)
_NEXT_STEP = "name a folder that holds some, or leave this one out"
# Pages about a folder and not in it: what a repository and a data set carry along. Named outright
# they are read like any article.
_ABOUT = frozenset(["readme", "license", "licence", "changelog", "contributing"])
_ABOUT_SUFFIXES = (".txt", ".md")
# What the library of Hugging Face writes beside the files of a data set.
_DATASET = frozenset(["dataset_dict.json", "dataset_info.json", "dataset_infos.json", "state.json"])
_PASSED_OVER = {
    Kind.LINK: "symbolic links are not followed ({}); name their targets to read those",
    Kind.SPECIAL: "pipes, devices and sockets are not opened ({})",
    Kind.BATCHES: "folders that hold batches of a run are no input ({})",
    Kind.TABLES: "folders that hold the tables of a report are no input ({})",
    Kind.SKIPPED: "files and folders are left out by the setting exclude ({})",
}


def in_folder(path: str, scope: Scope) -> Iterator[File | Unread | Notice]:
    """The article files in an existing folder and in those below it; `Unread` without any."""
    everything = list(walk(Path(path), None, partial(_is_excluded, path, scope)))
    yield from _rows(path, everything, scope)
    yield from _told(path, everything)
    yield from _told_about(path, everything)
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
    yield from _told_about(pattern, matched)
    if not any(_is_article(met, scope) for met in matched):
        yield Unread(printable(pattern), f"matches no file that ends in {scope.listed()}")


def stands_for(path: str, target: str, scope: Scope) -> bool:
    """Whether a file at `target`, which need not be there yet, is one that `path` stands for.

    Only folders and globs stand for others than themselves.
    """
    if os.path.isdir(path):  # noqa: PTH112  (pathlib's raises on a name that is too long)
        folder, pattern = path, None
    elif globs.is_glob(path) and not os.path.lexists(path):
        folder, pattern = globs.base(path)
    else:
        return False
    home, real = Path(os.path.realpath(folder)), Path(os.path.realpath(target))
    if not real.is_relative_to(home) or real == home:
        return False
    parts = real.relative_to(home).parts
    above = (parts[:count] for count in range(1, len(parts) + 1))
    return (
        (pattern is None or globs.matches(parts, pattern))
        and _is_article(Met(parts, Kind.FILE), scope)
        and not any(part.startswith(".") for part in parts)
        and not any(_is_excluded(folder, scope, some) for some in above)
        and not any(is_ours(home.joinpath(*parts[:count])) for count in range(len(parts)))
    )


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
    is_known = met.kind is Kind.FILE and suffixes(name)[0] in scope.suffixes
    return is_known and name != BASELINE and not _is_about(met)


def _is_about(met: Met) -> bool:
    """Whether it is a page about the folder, such as `README.md`, or describes a data set in it."""
    name = (met.parts[-1] if met.parts else "").lower()
    stem, dot, suffix = name.partition(".")
    is_page = stem in _ABOUT and dot + suffix in _ABOUT_SUFFIXES
    return met.kind is Kind.FILE and (is_page or name in _DATASET)


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
            yield File(printable(location), location, identity, *suffixes(met.parts[-1]))


def _told(place: str, mets: Iterable[Met]) -> Iterator[Notice]:
    """What was passed over on purpose, counted."""
    counts = Counter(met.kind for met in mets)
    for kind, message in _PASSED_OVER.items():
        if counts[kind]:
            yield Notice(printable(place), message.format(f"{counts[kind]:,} here"))


def _told_about(place: str, mets: Sequence[Met]) -> Iterator[Notice]:
    """The pages about folders that were passed over, counted."""
    names = sorted({met.parts[-1] for met in mets if _is_about(met)})
    if names:
        count = sum(map(_is_about, mets))
        others = ", ..." if names[1:] else ""
        message = f"pages about a folder are no articles ({count:,} here: {names[0]}{others})"
        yield Notice(printable(place), f"{message}; name one to have it read")
