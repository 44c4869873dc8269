"""Offsets to lines and columns: the only place that converts.

Lines end at LF, CR LF or a lone CR, as editors show them. Columns count code
points from 1, so a tab, an emoji and an accent on its own are one column each.
"""

import bisect
import re
from dataclasses import dataclass

_LINE_END = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True)
class LineMap:
    """The line starts of one text. Build once (linear), look up in log time."""

    starts: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> "LineMap":
        """The line map of `text`."""
        return cls((0, *(match.end() for match in _LINE_END.finditer(text))))

    def place(self, offset: int) -> tuple[int, int]:
        r"""Line and column, both from 1, of a code-point offset.

        >>> LineMap.of("one\r\ntwo").place(5)
        (2, 1)
        """
        line = bisect.bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1
