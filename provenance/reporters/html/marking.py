"""An article's text as markup, every character as it was read, with findings marked in place.

Goes in: a text and the spans to mark, which may overlap, nest, touch or be
empty. Comes out: blocks of markup, a line of the text each, with the numbers of
the findings whose notes stand beside it. What a screen cannot show is written
as a visible escape, and what it would hide gets a sign; nothing of the text is
markup. It does not judge and does not choose what is shown.
"""

import unicodedata
from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from operator import attrgetter

from markupsafe import Markup, escape

from provenance.reporters.html.windows import Window
from provenance.reporters.safe import printable
from provenance.text.spans import LineMap

# Of findings that lie over one another so many are named on the words they share.
_NAMED = 8
# They hold words and emoji together, and a screen shows them by that.
_JOINERS = "\u200c\u200d"
_MARK = Markup('<mark class="m {}{}" data-n="{}">{}</mark>')
_NOTHING = Markup()
_POINT = Markup('<mark class="m point {}" data-n="{}"></mark>')
_LINK = Markup(
    '<a class="ref {2}" id="{0}m{1}" href="#{0}n{1}"><span class="hidden-text">note </span>{1}</a>'
)


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A span to mark.

    Attributes:
        rank: Of marks over one another the one with the lowest rank gives the look.
        number: The number of its note, from 1.
        look: Name of the class that tells how it looks.
    """

    rank: int
    number: int
    start: int
    end: int
    look: str


@dataclass(frozen=True, slots=True)
class Block:
    """A line of the text, or the part of one that is shown.

    Attributes:
        start, end: Its span, without the line end.
        line: Its number in the text, from 1.
        opens: Whether a blank line stands before it.
        skipped: Characters between it and the block before that are not shown.
        html: Its content.
        notes: Numbers of the marks whose notes stand beside it.
    """

    start: int
    end: int
    line: int
    opens: bool
    skipped: int
    html: Markup = _NOTHING
    notes: tuple[int, ...] = ()


def visible(text: str) -> Markup:
    r"""`text` as markup that shows what it holds; its text content is `printable(text)`.

    Escapes are set apart from what was written, and characters without a shape get a sign.

    >>> visible("<b>\u202e")
    Markup('&lt;b&gt;<span class="code">\\u202e</span>')
    """
    safe = escape(text)
    if text.isprintable():
        return safe
    table = {ord(char): _odd(char) for char in set(text) if not char.isprintable()}
    return Markup(str(safe).translate(table))  # noqa: S704  (escaped above)


def marked(text: str, marks: Sequence[Mark], windows: Sequence[Window], anchor: str) -> list[Block]:
    """The blocks of what lies in `windows`, at least one.

    Args:
        text: As it was read.
        marks: In any order, with a number each.
        windows: Spans of `text` that are shown, in order.
        anchor: The article's name on the page. Its note 3 is `{anchor}n3`, and the link to that in
            the text is `{anchor}m3`.

    Returns:
        Blocks in order; lines that are blank are left out. O(n log n) in text and marks.
    """
    blocks = list(_blocks(text, windows)) or [Block(0, 0, 1, opens=False, skipped=0)]
    homes = _homes(blocks, marks)
    cuts = sorted({edge for mark in marks for edge in (mark.start, mark.end)})
    sweep = _Sweep(sorted(marks, key=_start), sorted(marks, key=_end))
    for at, block in enumerate(blocks):
        own = homes.get(at, [])
        inner = cuts[bisect_right(cuts, block.start) : bisect_left(cuts, block.end)]
        edges = [block.start, *inner, block.end] if block.start < block.end else [block.start]
        links = _links(block, own, anchor)
        blocks[at] = replace(
            block,
            html=_NOTHING.join(_pieces(text, edges, sweep, links)),
            notes=tuple(mark.number for mark in own),
        )
    return blocks


def _odd(char: str) -> str:
    """A character that prints nothing, as markup."""
    shown = printable(char)
    if len(shown) > 1:
        return f'<span class="code">{shown}</span>'
    if unicodedata.category(char) == "Cf" and char not in _JOINERS:
        return f'<span class="unseen" title="U+{ord(char):04X}">{char}</span>'
    return shown


def _blocks(text: str, windows: Sequence[Window]) -> Iterator[Block]:
    """What the windows show of each line, and an empty block where the rest is not shown."""
    starts = LineMap.of(text).starts
    shown, skipped, opens = 0, 0, False
    for first, last in windows:
        skipped, shown = skipped + first - shown, last
        line = bisect_right(starts, first)
        while line <= len(starts) and starts[line - 1] < last:
            start = max(first, starts[line - 1])
            end = starts[line] if line < len(starts) else len(text)
            content = text[start : min(last, end)].rstrip("\r\n")
            if content.strip(" \t"):
                yield Block(start, start + len(content), line, opens, skipped)
                skipped = 0
            opens = not content.strip(" \t")
            line += 1
    if shown < len(text):
        yield Block(
            len(text), len(text), len(starts), opens=True, skipped=skipped + len(text) - shown
        )


def _homes(blocks: Sequence[Block], marks: Sequence[Mark]) -> dict[int, list[Mark]]:
    """The marks by the block in which they begin to show, each block's in the order of numbers."""
    starts = [block.start for block in blocks]
    homes = defaultdict[int, list[Mark]](list)
    for mark in sorted(marks, key=_number):
        at = max(0, bisect_right(starts, mark.start) - 1)
        behind = mark.start >= blocks[at].end
        if behind and at + 1 < len(blocks) and mark.end > starts[at + 1]:
            at += 1
        homes[at].append(mark)
    return homes


def _links(block: Block, marks: Sequence[Mark], anchor: str) -> dict[int, list[Markup]]:
    """By offset, the links to the notes of marks; a mark without a character gets a sign there."""
    links = defaultdict[int, list[Markup]](list)
    for mark in marks:
        start, end = (min(max(at, block.start), block.end) for at in (mark.start, mark.end))
        if start == end:
            links[start].append(_POINT.format(mark.look, mark.number))
        links[end].append(_LINK.format(anchor, mark.number, mark.look))
    return links


def _pieces(
    text: str, edges: Sequence[int], sweep: "_Sweep", links: dict[int, list[Markup]]
) -> Iterator[Markup]:
    """The content of a block: between two edges the same marks hold."""
    yield from links.get(edges[0], ())
    for start, end in pairwise(edges):
        over = sweep.over(start)
        content = visible(text[start:end])
        if over:
            lapped = " lapped" if len(over) > 1 else ""
            numbers = " ".join(str(mark.number) for mark in over[:_NAMED])
            content = _MARK.format(over[0].look, lapped, numbers, content)
        yield content
        yield from links.get(end, ())


@dataclass(slots=True)
class _Sweep:
    """Which marks hold at an offset, asked from left to right.

    Attributes:
        by_start, by_end: All marks.
        active: Those that hold, the best rank first.
    """

    by_start: Sequence[Mark]
    by_end: Sequence[Mark]
    begun: int = 0
    ended: int = 0
    active: list[Mark] = field(default_factory=list)

    def over(self, offset: int) -> Sequence[Mark]:
        """The marks over the character at `offset`."""
        while self.begun < len(self.by_start) and self.by_start[self.begun].start <= offset:
            insort(self.active, self.by_start[self.begun])
            self.begun += 1
        while self.ended < len(self.by_end) and self.by_end[self.ended].end <= offset:
            del self.active[bisect_left(self.active, self.by_end[self.ended])]
            self.ended += 1
        return self.active


_start, _end, _number = attrgetter("start"), attrgetter("end"), attrgetter("number")
