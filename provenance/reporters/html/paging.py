"""Which articles and pairs have a page of their own in the file, and how they lie in it.

Goes in: a `View` and its table of articles. Comes out: pages that stand in the
document where there are few, else packed ones, those of the worst articles first
until the file is full. What is left out is counted, never left unsaid.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from provenance.reporters.html.article import article_page
from provenance.reporters.html.packing import Packer
from provenance.reporters.html.pair import pair_page
from provenance.reporters.html.pairs import pairs
from provenance.reporters.html.table import Row, worst_first
from provenance.reporters.html.view import View

# Up to so many bytes of pages a browser shows a document with all of them in under a second.
# Measured with `bench/report_page.py`: 23 MB took five seconds.
STANDING_BYTES = 4_000_000
# More findings than this never fit into these, so that it is not tried.
STANDING_FINDINGS = 5_000
# Beyond it pages are packed, at most so many and until they fill so many bytes of the file: it
# must still open from a disk within seconds, and go through the mail.
MOST_PAGES = 10_000
MOST_BYTES = 24_000_000


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of articles and pairs.

    Attributes:
        standing: Pages that stand in the document; empty when they are packed.
        blocks: Packed groups of pages; empty when they stand.
        group_of: The group of each page by its anchor; of pages that stand, -1 by their anchors.
    """

    standing: Sequence[Markup]
    blocks: Sequence[Markup]
    group_of: dict[str, int]

    @property
    def packed(self) -> bool:
        """Whether the pages wait in blocks."""
        return bool(self.blocks)


def pages(view: View, table: Sequence[Row]) -> Pages:
    """The pages of a report. Most of the time of a report goes into these."""
    return _standing(view) or _packed(view, table)


def _standing(view: View) -> Pages | None:
    """All pages in the document; null when they are too much for one."""
    if len(view.report.findings) > STANDING_FINDINGS:
        return None
    made: dict[str, Markup] = {}
    size = 0
    for anchor, page in _all_pages(view):
        made[anchor] = page
        size += len(page)
        if size > STANDING_BYTES:
            return None
    return Pages(list(made.values()), (), dict.fromkeys(made, -1))


def _all_pages(view: View) -> Iterator[tuple[str, Markup]]:
    for article_id in view.articles:
        yield view.anchors[article_id], article_page(view, article_id)
    for pair in pairs(view):
        yield pair.anchor, pair_page(view, pair)


def _packed(view: View, table: Sequence[Row]) -> Pages:
    """Pages in blocks: all pairs, and articles until there is no more room."""
    packer = Packer()
    for pair in pairs(view):
        packer.add(pair.anchor, pair_page(view, pair))
    for row in worst_first(table)[:MOST_PAGES]:
        if packer.size > MOST_BYTES:
            break
        packer.add(row.anchor, article_page(view, row.article_id))
    return Pages((), packer.blocks(), packer.group_of)
