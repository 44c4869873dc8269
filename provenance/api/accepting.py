"""What a run accepts: the entries of its baseline, and the ignores of its settings."""

import os
from datetime import UTC, date, datetime

from provenance import rulebook
from provenance.config import Config
from provenance.gate.acceptance import Accepted
from provenance.gate.baseline import parse
from provenance.gate.behaviour import behaviour
from provenance.model.baseline import Entry
from provenance.rulebook import Rulebook
from provenance.sources.baseline import read_baseline
from provenance.sources.files import printable
from provenance.sources.packs import rule_files


def entries(config: Config) -> tuple[Entry, ...]:
    """The entries of the baseline that the settings name; none when they name none.

    Raises:
        ConfigError: It cannot be read.
        FaultList: Of `ConfigError`: its lines that are no entry.
    """
    if config.baseline is None or not config.only_new:
        return ()
    return parse(read_baseline(config.baseline), printable(config.baseline))


def accepted(
    known: tuple[Entry, ...], book: Rulebook, config: Config, today: date | None
) -> Accepted:
    """What is accepted on a day, today in UTC when none is given.

    Args:
        known: As from `entries`.
        book: The rules that take part.
        config: Its ignores.
        today: The day.
    """
    has_ignores = config.per_path_ignores or config.per_outlet_ignores
    return Accepted(
        today=today or datetime.now(UTC).date(),
        entries=known,
        place=printable(config.baseline or ""),
        paths=config.per_path_ignores,
        outlets=config.per_outlet_ignores,
        behaviour=behaviour(book) if known else {},
        declared=declared(config)[0] if has_ignores else (),
    )


def declared(config: Config) -> tuple[frozenset[str], dict[str, str]]:
    """The ids of all rules there are, whether they take part or not, and what each does."""
    book = rulebook.load(rule_files(config.rules))
    return frozenset(rule.rule_id for rule in book.rules), behaviour(book)


def here() -> str:
    """The current folder, from which the paths of files are told; the root where it was removed."""
    try:
        return os.getcwd()  # noqa: PTH109  (as a text, like the paths of articles)
    except FileNotFoundError:
        return "/"
