"""Finds what the user named: an article of a report; or says what may have been meant."""

import difflib
import posixpath
from collections.abc import Sequence

import polars as pl

from provenance import frames
from provenance.errors import UsageError
from provenance.model import Article, Report, Rule
from provenance.reporters.labels import counted

_SHOWN = 10  # ids listed when a file holds several articles


def find_article(report: Report, target: str, command: str = "explain") -> Article:
    """The article whose id is `target`, or the only one read from the file or folder `target`.

    `command` is what the user typed, for the hint.

    Raises:
        UsageError: There is none, or `target` holds several; the hint names what there is.
    """
    table = report.articles
    found = table.filter(pl.col("article_id") == target)
    if found.is_empty():
        found = table.filter(_is_from(target))
    if len(found) == 1:
        return next(frames.rows(found, Article))
    if found.is_empty():
        raise _unknown_article(report, target)
    ids = ", ".join(found["article_id"].head(_SHOWN))
    more = ", ..." if len(found) > _SHOWN else ""
    raise UsageError(
        f"{target} holds {counted(len(found), 'article')}",
        hint=f"name one of them: provenance {command} ID {target}, with ID one of {ids}{more}",
    )


def unknown_target(rules: Sequence[Rule], target: str) -> UsageError:
    """The error for a target that is no rule and no file, with the rules it may have meant."""
    names = [name for rule in rules for name in (rule.rule_id, rule.name)]
    lower = {name.lower(): name for name in names}
    near = [lower[name] for name in difflib.get_close_matches(target.lower(), lower, 3)]
    guess = f"did you mean {' or '.join(near)}? " if near else ""
    return UsageError(
        f"{target!r} is no rule and no file",
        hint=f"{guess}`provenance rules list` shows all rules; for an article of a corpus name "
        "its file as well: provenance explain ID corpus.jsonl",
    )


def _is_from(target: str) -> pl.Expr:
    """Whether an article was read from the file `target`, or from below the folder `target`."""
    path, place = pl.col("path"), posixpath.normpath(target)
    below = "" if place == "." else f"{place.rstrip('/')}/"
    return (path == place) | path.str.starts_with(below)


def _unknown_article(report: Report, target: str) -> UsageError:
    if report.unread:
        told = "; ".join(f"{item.place}: {item.reason}" for item in report.unread[:_SHOWN])
        return UsageError(f"no article {target!r} could be read", hint=told)
    near = difflib.get_close_matches(target, report.articles["article_id"].to_list(), 3)
    guess = f"did you mean {' or '.join(near)}?" if near else "ids are shown by `provenance check`"
    return UsageError(f"there is no article {target!r} among those read", hint=guess)
