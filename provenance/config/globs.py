"""Globs over paths: `*`, `?` and `[...]` within a name, `**` for any number of folders.

Python's own `glob` follows symbolic links through `**`, so that two links to
their own folder keep it busy for ever; here only paths that were found by
walking are compared.
"""

from fnmatch import fnmatchcase

_MAGIC = frozenset("*?[")
_FOLDERS = "**"
Parts = tuple[str, ...]


def is_glob(path: str) -> bool:
    """Whether `path` has a character that makes it a glob."""
    return not _MAGIC.isdisjoint(path)


def base(pattern: str) -> tuple[str, Parts]:
    """The folder in which to look for `pattern`, and the parts of the pattern below it.

    >>> base("news/2026/*/**/*.md")
    ('news/2026', ('*', '**', '*.md'))
    """
    parts = split(pattern)
    fixed = next(number for number, part in enumerate(parts) if is_glob(part))
    root, folders = ("/", parts[1:fixed]) if parts[:1] == ("/",) else ("", parts[:fixed])
    return root + "/".join(folders) or ".", parts[fixed:]


def depth(parts: Parts) -> int | None:
    """How many folders below the first a match can lie; null when there is no end."""
    return None if _FOLDERS in parts else len(parts) - 1


def matches(path: Parts, pattern: Parts) -> bool:
    """Whether the whole of `path` matches the whole of `pattern`, part by part.

    >>> matches(("a", "b", "c.md"), ("a", "**", "*.md"))
    True
    """
    if not pattern:
        return not path
    if pattern[0] == _FOLDERS:
        rest = pattern[1:]
        return any(matches(path[start:], rest) for start in range(len(path) + 1))
    return bool(path) and fnmatchcase(path[0], pattern[0]) and matches(path[1:], pattern[1:])


def is_excluded(path: str, pattern: str) -> bool:
    """Whether `pattern` matches `path` or a folder it is in, counted from any folder on.

    A pattern that names nothing, such as `.`, matches nothing.

    >>> is_excluded("news/drafts/a.txt", "drafts"), is_excluded("news/a.txt", "new*/b.txt")
    (True, False)
    """
    parts = split(pattern)
    return bool(parts) and matches(split(path), (_FOLDERS, *parts, _FOLDERS))


def split(path: str) -> Parts:
    """The parts of a path, a leading `/` as one of its own.

    >>> split("/news//./a.txt")
    ('/', 'news', 'a.txt')
    """
    parts = [part for part in path.split("/") if part not in ("", ".")]
    return ("/", *parts) if path.startswith("/") else tuple(parts)
