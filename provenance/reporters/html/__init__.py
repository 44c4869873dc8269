"""The report as one HTML file that needs nothing else: no server, no network, no other file.

Goes in: a report. Comes out: a page that opens from a disk. Its own style and
script are named by their digests in its content policy, so that a browser runs
and fetches nothing besides. Without scripts it is one long document.
"""

import base64
import hashlib

from markupsafe import Markup

from provenance.model import Report
from provenance.reporters.html.gate import gate
from provenance.reporters.html.listing import articles_section, pairs_section
from provenance.reporters.html.overview import overview
from provenance.reporters.html.packing import data
from provenance.reporters.html.paging import Pages, pages
from provenance.reporters.html.table import Row, columns, rows
from provenance.reporters.html.templates import render as render_template
from provenance.reporters.html.templates import source
from provenance.reporters.html.view import View
from provenance.reporters.palette import Style

_STYLES = ("page.css", "charts.css", "article.css")
_SCRIPTS = ("packing.js", "table.js", "page.js")


def render(report: Report, style: Style) -> bytes:  # noqa: ARG001  (every reporter takes a style)
    """The page in UTF-8; a character that UTF-8 cannot carry is a visible escape.

    Time grows with the pages that it holds (see `pages`), and by some microseconds with every
    further article.
    """
    view = View.of(report)
    table = rows(view)
    made = pages(view, table)
    styles, script = _joined(_STYLES), _joined(_SCRIPTS)
    page = render_template(
        "page.html.j2",
        policy=_policy(styles, script),
        styles=styles,
        script=script,
        version=report.version,
        digest=report.settings_digest,
        article_count=len(table),
        gate=gate(view),
        overview=overview(view),
        articles=articles_section(table, made.group_of),
        pairs=pairs_section(view, made.group_of),
        pages=made,
        data=data("data", columns(table) | _index(table, made)),
    )
    return page.encode("utf-8", "backslashreplace")


def _joined(names: tuple[str, ...]) -> Markup:
    """Our own files as they stand between the tags: nothing in them is from outside."""
    return Markup("\n".join(source(name) for name in names))  # noqa: S704


def _policy(styles: str, script: str) -> str:
    """The page's content policy: its own style and script, and nothing else from anywhere."""
    return (
        f"default-src 'none'; style-src '{_digest(styles)}'; script-src '{_digest(script)}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"


def _index(table: list[Row], made: Pages) -> dict[str, object]:
    """Where the script finds each page: its group, -1 in the document, null nowhere."""
    pair_groups = {name: group for name, group in made.group_of.items() if name.startswith("p")}
    return {
        "pages": [made.group_of.get(row.anchor) for row in table],
        "pairs": pair_groups,
    }
