"""What was left unread, kept countable: how much of it is told, and which paths are lost.

In: rows as they are read. Out: the same rows, of which a file that is all faults
gets no more than its share; and the paths of the user's of which nothing is left.
"""

from collections.abc import Iterable, Iterator, Mapping, Set
from typing import TypeVar

from provenance.model import Unread

# Bad records of one file that are told one by one; whoever has seen so many knows the file.
MOST_TOLD = 1000

Row = TypeVar("Row")


def limited(rows: Iterable[Row], path: str) -> Iterator[Row | Unread]:
    """The rows of the file `path`, with one `Unread` for all bad records beyond `MOST_TOLD`.

    It stands at the first of these and counts them. What is said of the file as a whole is told
    whatever there was before. Takes the memory of what is told, however long the file.
    """
    told = beyond = 0
    first = path
    for row in rows:
        if not isinstance(row, Unread) or row.breaks_off or row.place == path:
            yield row
        elif told < MOST_TOLD:
            told += 1
            yield row
        else:
            first = first if beyond else row.place
            beyond += row.count
    if beyond:
        others = f"{beyond:,} such records" if beyond > 1 else "one such record"
        reason = f"{others} from here on, after the {MOST_TOLD:,} that are told one by one"
        yield Unread(first, reason, beyond)


def lost(
    named: Mapping[str, Set[str]], unread: Iterable[Unread], read: Set[str]
) -> tuple[str, ...]:
    """The paths that were named and of which nothing was read, or not to the end.

    Args:
        named: The files at each path of the user's; a file is at its own.
        unread: What could not be read at them.
        read: The files that articles came from.

    Returns:
        Sorted: paths that are unread as such, because nothing is there, or a file breaks off; and
        those of whose files some are unread, or some of their records, and none gave an article.
    """
    items = tuple(unread)
    whole = {item.file if item.breaks_off else item.place for item in items}
    touched = {item.file for item in items}
    return tuple(
        sorted(
            path
            for path, files in named.items()
            if path in whole or (touched & files and not read & files)
        )
    )
