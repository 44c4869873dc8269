"""The page of one article: its score, its text with every finding in place, and what stands behind.

Goes in: a `View` and the id of an article that was judged. Comes out: an element
with the article's anchor as its id. Findings are numbered in the order of their
places: `#a12n3` is the third note of article `a12`, `#a12m3` its place in the text.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from provenance.model import Article, Finding, Outcome, Score, Status
from provenance.reporters.html.figures import misfits
from provenance.reporters.html.ledger import ledger
from provenance.reporters.html.margin import Note, marks, notes, shown
from provenance.reporters.html.marking import Block, marked, visible
from provenance.reporters.html.naming import named
from provenance.reporters.html.sharing import cluster, partners
from provenance.reporters.html.templates import render
from provenance.reporters.html.view import View
from provenance.reporters.html.voices import voices
from provenance.reporters.html.windows import windows
from provenance.reporters.labels import counted

_COULD_NOT_LOOK = {
    Status.NOT_APPLICABLE: "does not apply",
    Status.NOT_AVAILABLE: "could not look",
    Status.ERROR: "failed",
}
_LANGUAGE = re.compile(r"[a-z]{2,3}\Z")


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the text with the notes beside it, and the lines up to the next one with notes.

    Attributes:
        lead: Null for the lines before the first one with a note.
    """

    lead: Block | None
    notes: Sequence[Note] = ()
    rest: list[Block] = field(default_factory=list)


def article_page(view: View, article_id: str) -> Markup:
    """The page of an article, in time linear in its text and findings.

    Of a text longer than `windows.WHOLE` the surroundings of its findings are shown, and at most
    `margin.MOST_NOTES` findings; what is left out is counted.
    """
    article, score = view.articles[article_id], view.scores[article_id]
    findings = view.findings.get(article_id, [])
    noted = shown(findings)
    unfit = misfits(view, article_id, noted)
    listed, more_partners = partners(view, article)
    return render(
        "article.html.j2",
        anchor=view.anchors[article_id],
        article=named(view, article),
        about=_about(article, view.scores[article_id]),
        language=article.language if _LANGUAGE.match(article.language or "") else None,
        first_line=1 if article.embedded else article.line,
        ledger=ledger(score, noted, view.report.weights),
        rows=_rows(article, view.anchors[article_id], noted, notes(view, noted)),
        finding_count=len(findings),
        accepted_count=sum(finding.accepted is not None for finding in findings),
        more_findings=len(findings) - len(noted),
        misfits=unfit,
        compared={row.number for row in unfit if row.others},
        reuse=view.reuse.get(article_id),
        partners=listed,
        more_partners=more_partners,
        cluster=cluster(view, article),
        voices=voices(view, article),
        outcomes=_outcomes(view, article_id),
        clear=[o.check for o in view.own.outcomes(article_id) if o.status == Status.CLEAR],
    )


def _about(article: Article, score: Score) -> list[Markup]:
    """Outlet, date, length and language, as far as they are known."""
    every = len(article.text.split())
    outside = f", {score.words:,} outside boilerplate" if score.words != every else ""
    words = counted(every, "word") + outside
    told = (article.outlet, article.date, words, article.language)
    return [visible(each) for each in told if each]


def _rows(
    article: Article, anchor: str, noted: Sequence[Finding], margin: Sequence[Note]
) -> list[Row]:
    shown_parts = windows(article.text, [(finding.start, finding.end) for finding in noted])
    rows: list[Row] = []
    for block in marked(article.text, marks(noted), shown_parts, anchor):
        if block.notes:
            rows.append(Row(block, [margin[number - 1] for number in block.notes]))
        elif rows:
            rows[-1].rest.append(block)
        else:
            rows.append(Row(None, rest=[block]))
    return rows


def _outcomes(view: View, article_id: str) -> list[tuple[Markup, Markup]]:
    """The checks that could not look, or not with all of their rules, and why."""
    return [
        (visible(outcome.check), visible(_told(outcome)))
        for outcome in view.own.outcomes(article_id)
        if outcome.reason or outcome.status in _COULD_NOT_LOOK
    ]


def _told(outcome: Outcome) -> str:
    told = _COULD_NOT_LOOK.get(Status(outcome.status), "looked")
    return f"{told}: {outcome.reason}" if outcome.reason else told
