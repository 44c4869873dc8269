"""One article by its name: a file, standard input, or one of several in a file.

`corpus.jsonl#ID` names the article of that id. A file whose own name holds a
`#` is found first.
"""

import os

import polars as pl

from provenance import frames
from provenance.config import Config
from provenance.errors import InputError, UsageError
from provenance.model import Article, Unread
from provenance.sources.reading import read

_SHOWN = 5  # Ids listed when a file holds several articles.


def read_one(name: str, config: Config, stdin_format: str) -> Article:
    """The article called `name`.

    Args:
        name: A path, or `-` for standard input; `#` and an id behind it for one of several.
        config: As for `reading.read`.
        stdin_format: As for `reading.read`.

    Raises:
        InputError: There is nothing to read, or it cannot be read.
        UsageError: There are several articles and no id tells which, or none has the id.
    """
    path, article_id = _parts(name)
    reading = read([path], config, stdin_format)
    table = reading.articles
    if article_id is not None:
        table = table.filter(pl.col("article_id") == article_id)
        if table.is_empty():
            raise _unknown(path, article_id, reading.articles, reading.unread)
    elif reading.unread:
        raise _unreadable(reading.unread)
    elif len(table) > 1:
        ids = ", ".join(table["article_id"].head(_SHOWN))
        more = ", ..." if len(table) > _SHOWN else ""
        raise UsageError(
            f"{path} holds {len(table):,} articles",
            hint=f"name one of them: '{path}#ID', with ID one of {ids}{more}",
        )
    return next(frames.rows(table, Article))


def is_stdin(name: str) -> bool:
    """Whether `name` means standard input, or an article in it."""
    return _parts(name)[0] == "-"


def _parts(name: str) -> tuple[str, str | None]:
    """The path and the id in a name; a null id when it is a path alone."""
    at = len(name)
    while at > 0:
        if name[:at] == "-" or os.path.exists(name[:at]):  # noqa: PTH110  (may hold a NUL)
            return name[:at], name[at + 1 :] if at < len(name) else None
        at = name.rfind("#", 0, at)
    return name, None


def _unknown(
    path: str, article_id: str, articles: pl.DataFrame, unread: tuple[Unread, ...]
) -> UsageError:
    ids = ", ".join(articles["article_id"].head(_SHOWN))
    more = ", ..." if len(articles) > _SHOWN else ""
    hint = f"its ids are {ids}{more}" if ids else ""
    if unread:
        hint += f"{'; ' if hint else ''}not read: {unread[0].place}: {unread[0].reason}"
    return UsageError(f"{path} holds no article {article_id!r}", hint=hint)


def _unreadable(unread: tuple[Unread, ...]) -> InputError:
    first, *others = unread
    more = f"; and {len(others):,} more" if others else ""
    return InputError("the article cannot be read", place=first.place, hint=first.reason + more)
