"""Figures and dates that do not fit, what is stated beside what the others say.

Goes in: a `View` and an article's findings that have a note. Comes out: rows for
a table, each with its places, safe to show.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from provenance.model import Finding, Relation
from provenance.reporters.html.marking import visible
from provenance.reporters.html.naming import Place, placed
from provenance.reporters.html.view import View

# Rows of the table, and places of one side.
MOST_ROWS = 50
_PLACES = 5


@dataclass(frozen=True, slots=True)
class Misfit:
    """A figure or date beside those it does not fit.

    Attributes:
        number: Of its note; null when it has none.
        kind: What was asked.
        stated, expected: What is stated, and what the others say or come to; may be empty.
        held: What was taken to be equal or to belong together; may be empty.
        here: Where it is stated.
        others: Where the others stand.
    """

    number: int | None
    kind: Markup
    stated: Markup
    expected: Markup
    held: Markup
    here: Place
    others: Sequence[Place]


def misfits(view: View, article_id: str, findings: Sequence[Finding]) -> list[Misfit]:
    """The rows of an article in the order of its text; `findings` by their numbers, from 1."""
    numbers = {
        (finding.start, finding.end, view.rules[finding.rule_id].name): number
        for number, finding in enumerate(findings, 1)
    }
    rows = view.own.misfits(article_id)[:MOST_ROWS]
    return [_misfit(view, row, numbers.get((row.start, row.end, row.kind))) for row in rows]


def _misfit(view: View, row: Relation, number: int | None) -> Misfit:
    here = row.article_id
    return Misfit(
        number=number,
        kind=visible(row.kind),
        stated=visible(row.stated),
        expected=visible(row.expected),
        held=visible(row.held),
        here=placed(view, (here, row.start, row.end), note="", page=here),
        others=[
            placed(view, (each.article_id, each.start, each.end), each.note, page=here)
            for each in row.others[:_PLACES]
        ],
    )
