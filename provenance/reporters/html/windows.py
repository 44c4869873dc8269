"""What of a long text is shown: its beginning, and the surroundings of what is marked.

Goes in: a text and spans of it. Comes out: spans that cover what is to be read.
A text within the limit is shown whole; of a longer one as much around each span
as leaves the page readable, so that a book never makes a page of its own size.
"""

from collections.abc import Iterable, Iterator, Sequence

Window = tuple[int, int]

# Characters that are shown whole: 10,000 words, longer than news runs.
WHOLE = 60_000
# Characters of the beginning, and on either side of both ends of a span, while there is room.
_BEGINNING = 2_000
_AROUND = 400
_LEAST_AROUND = 40
# A cut is put back to a space that is as near as this, and a shorter gap is not worth a cut.
_NEAR = 40


def windows(text: str, spans: Sequence[Window]) -> list[Window]:
    """The parts of `text` that are shown, in order, at least 80 characters between them.

    O(n log n) in the spans; together the parts take `WHOLE` characters and 160 for each span at
    most, and the beginning.
    """
    if len(text) <= WHOLE:
        return [(0, len(text))]
    around = min(_AROUND, max(_LEAST_AROUND, WHOLE // (4 * max(1, len(spans)))))
    shown: list[Window] = []
    for start, end in sorted(_wanted(spans, around, len(text))):
        if shown and start <= shown[-1][1] + 2 * _NEAR:
            shown[-1] = shown[-1][0], max(end, shown[-1][1])
        else:
            shown.append((start, end))
    return [(_before(text, start), end) for start, end in shown]


def _wanted(spans: Iterable[Window], around: int, length: int) -> Iterator[Window]:
    yield 0, _BEGINNING
    for span in spans:
        for edge in span:
            yield max(0, edge - around), min(length, edge + around)


def _before(text: str, start: int) -> int:
    """The beginning of the word that a cut would fall into, where that is near."""
    space = max(text.rfind(each, max(0, start - _NEAR), start) for each in " \n")
    return space + 1 if space >= 0 else start
