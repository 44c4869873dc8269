"""Who says what in an article: whom it names, whom it quotes, and on whose word it rests.

Goes in: a `View` and an article of it. Comes out: three groups of rows, safe to
show, the first rows of each.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from markupsafe import Markup

from provenance.model import Article, Attribution, Person, Quote
from provenance.reporters.cells import head
from provenance.reporters.html.marking import visible
from provenance.reporters.html.view import View
from provenance.reporters.labels import counted

# Rows of one group, and cells of words that are shown.
MOST_ROWS = 40
_WORDS = 240

Row = TypeVar("Row", Person, Quote, Attribution)


@dataclass(frozen=True, slots=True)
class Voice:
    """A row of a group: who, what is told of them, in which words, and in which line."""

    line: int
    who: Markup
    told: Markup
    words: Markup


@dataclass(frozen=True, slots=True)
class Group:
    """Rows of one kind.

    Attributes:
        name: Of the kind.
        count: How many there are with those left out.
    """

    name: str
    count: int
    rows: Sequence[Voice]


def voices(view: View, article: Article) -> list[Group]:
    """The groups that have rows."""
    own, key = view.own, article.article_id
    groups = [
        _group("people", own.people(key), lambda row: _person(view, row)),
        _group("quotations", own.quotes(key), lambda row: _quotation(view, row)),
        _group(
            "statements and whose word they rest on",
            own.attributions(key),
            lambda row: _attribution(view, row),
        ),
    ]
    return [group for group in groups if group.count]


def _group(name: str, rows: Sequence[Row], made: Callable[[Row], Voice]) -> Group:
    return Group(name, len(rows), [made(row) for row in rows[:MOST_ROWS]])


def _person(view: View, row: Person) -> Voice:
    told = _joined((row.title, row.role)) or "no role told"
    return _voice(view, row, row.name, f"{told}; {counted(len(row.mentions), 'mention')}")


def _quotation(view: View, row: Quote) -> Voice:
    told = _joined((row.use, f"speaker told by {row.resolution}" if row.speaker else None))
    return _voice(view, row, row.speaker or "nobody told", told)


def _attribution(view: View, row: Attribution) -> Voice:
    told = _joined((row.kind, f"via {row.via}" if row.via else None))
    return _voice(view, row, row.source or "nobody told", told)


def _joined(parts: Iterable[str | None]) -> str:
    return ", ".join(filter(None, parts))


def _voice(view: View, row: Person | Quote | Attribution, who: str, told: str) -> Voice:
    line, _ = view.places.shown(row.article_id, row.start)
    end = min(row.end, row.start + _WORDS + 1)
    words = " ".join(view.places.evidence(row.article_id, row.start, end).split())
    return Voice(line, visible(who), visible(told), visible(head(words, _WORDS)))
