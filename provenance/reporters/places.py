"""Where spans stand: file, line and column, and the line of text around a span.

Line maps are built once an article, and only for articles that are asked for.
"""

import re
from dataclasses import dataclass, field

import polars as pl

from provenance import frames
from provenance.model import Article
from provenance.reporters.cells import cells, head, middle_out, tail
from provenance.reporters.safe import printable
from provenance.text.spans import LineMap

_LINES = 3  # A wider span is shown by its ends.
_LINE_ENDS = re.compile(r"[\r\n]+")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A span in the line it stands in, safe to print.

    Attributes:
        number: Line number to show: of the file, or of the text where that is inside a record.
        before, marked, after: The line cut at the span, together as wide as asked for. A span
            that is wider comes without its line: whole on up to three lines, else its two ends.
    """

    number: int
    before: str
    marked: str
    after: str

    @property
    def alone(self) -> bool:
        """Whether the span is all there is, and needs no mark."""
        return bool(self.marked) and not self.before and not self.after


@dataclass(frozen=True, slots=True)
class Places:
    """The articles of a report by id, with their line maps."""

    articles: dict[str, Article]
    _maps: dict[str, LineMap] = field(default_factory=dict)

    @classmethod
    def of(cls, *tables: pl.DataFrame) -> "Places":
        """The places of frames of `Article` without an id in common."""
        rows = (article for table in tables for article in frames.rows(table, Article))
        return cls({article.article_id: article for article in rows})

    def position(self, article_id: str, offset: int) -> tuple[int, int]:
        """Line and column, both from 1, of an offset in the article's text."""
        if article_id not in self._maps:
            self._maps[article_id] = LineMap.of(self.articles[article_id].text)
        return self._maps[article_id].place(offset)

    def shown(self, article_id: str, offset: int) -> tuple[int, int]:
        """Line and column as an editor finds them: in the file, or in the text of a record."""
        article = self.articles[article_id]
        line, column = self.position(article_id, offset)
        return line if article.embedded else article.line + line - 1, column

    def label(self, article_id: str, offset: int) -> str:
        """The place of an offset as terminals make it clickable, safe to print.

        `path:line:column` of the file; for a text inside a record `path:line` of the record and
        the position in its text.
        """
        article = self.articles[article_id]
        line, column = self.shown(article_id, offset)
        path = printable(article.path)
        if article.embedded:
            return f"{path}:{article.line} ({line}:{column} in the text)"
        return f"{path}:{line}:{column}"

    def evidence(self, article_id: str, start: int, end: int) -> str:
        """The text of a span exactly as it was read: not safe to print."""
        return self.articles[article_id].text[start:end]

    def excerpt(self, article_id: str, start: int, end: int, room: int) -> Excerpt:
        """A span in its line on `room` cells. Linear in `room`, not in the line."""
        article = self.articles[article_id]
        number, column = self.shown(article_id, start)
        reach = 4 * room  # More characters than fit, also where marks take no cell.
        first = max(start - column + 1, start - reach)
        marked = _one_line(article.text, start, end, reach)
        if cells(marked) > room:
            whole = cells(marked) <= _LINES * room
            return Excerpt(number, "", marked if whole else middle_out(marked, room), "")
        before = printable(article.text[first:start])
        after = printable(_LINE_ENDS.split(article.text[end : end + reach], maxsplit=1)[0])
        before, after = _share(before.lstrip(), after.rstrip(), room - cells(marked))
        return Excerpt(number, before, marked, after)


def _one_line(text: str, start: int, end: int, reach: int) -> str:
    """A span safe to print, its line ends as marks; of a long one only enough of both ends."""
    raw = text[start:end]
    if end - start > 2 * reach:
        raw = f"{text[start : start + reach]} {text[end - reach : end]}"
    return printable(_LINE_ENDS.sub(" ↵ ", raw))


def _share(before: str, after: str, room: int) -> tuple[str, str]:
    """Both sides cut so that together they take `room` cells; a short side leaves room."""
    half = room // 2
    left = max(half, room - cells(after))
    before = tail(before, left) if left > 0 else ""
    right = room - cells(before)
    return before, head(after, right) if right > 0 else ""
