"""Where the headline of an article is, when nobody says.

A guess from the shape of the first lines, and null rather than a bad guess. It
knows no language and does not look at the words.
"""

import itertools
import re
from collections.abc import Iterator

from provenance.sources.decoding import BOM
from provenance.text.segment import sentence_spans

_LINE = re.compile(r"([^\r\n]+)(?:\r\n|\n|\r|\Z)")
# By choice, not by measurement: what is longer is rather a first paragraph.
_MOST_WORDS = 20
_MOST_CHARACTERS = 150
_FEWEST_WORDS = 3
# A share button or a section's name may stand before the headline.
_LABELS_BEFORE = 2
_BEGINNING = re.compile(r"[\"'“‘«„¿¡]*[^\W_]")
_CLOSING = "\"'”’»"
# A line that ends in a bracket is mostly the caption of a picture with its credit.
_STOPS = (".", ":", ",", ";", "…", ")", "]")


def locate_title(text: str, known: str | None) -> tuple[str | None, int]:
    r"""The title of `text`, and the offset after its line; 0 when it does not stand in the text.

    Args:
        text: The article as read.
        known: The title that the record gives; null to look for one.

    Returns:
        A known title as it is, with the end of the first line that is not blank if that line is
        the title. Otherwise the first line of three words or more, after at most two shorter
        ones, if it looks like a title: up to 20 words and 150 characters, one sentence, no bullet
        before it, no full stop, colon, comma or bracket after it, then a blank line or one that
        ends a sentence (the next line of wrapped text seldom does), nothing in lower case, and
        further on a longer line. Linear in the text.

    >>> locate_title("Share\n\nBridge shut for repairs\nThe bridge was shut at noon.", None)
    ('Bridge shut for repairs', 31)
    """
    first = list(itertools.islice(_lines(text, 0), _LABELS_BEFORE + 1))
    if known is not None:
        same = bool(first) and _plain(first[0][0]) == _plain(known)
        return known, first[0][1] if same else 0
    for line, end in first:
        if len(line.split()) >= _FEWEST_WORDS:
            return (line, end) if _is_title(line) and _leads(line, text, end) else (None, 0)
    return None, 0


def _lines(text: str, start: int) -> Iterator[tuple[str, int]]:
    """The lines that are not blank, white space around them off, with the offset after each."""
    for match in _LINE.finditer(text, start):
        line = match[1].removeprefix(BOM).strip()
        if line:
            yield line, match.end()


def _plain(line: str) -> str:
    """A line as it is compared with a title: without the hashes of a Markdown heading."""
    return " ".join(line.strip("# ").casefold().split())


def _is_title(line: str) -> bool:
    return (
        len(line) <= _MOST_CHARACTERS
        and len(line.split()) <= _MOST_WORDS
        and _BEGINNING.match(line) is not None
        and not line.rstrip(_CLOSING).endswith(_STOPS)
        and len(sentence_spans(line)) == 1
    )


def _leads(line: str, text: str, start: int) -> bool:
    """Whether the text from `start` is a body to the title `line`, not the rest of its sentence."""
    following = _LINE.match(text, start)
    adjacent = following[1].strip() if following else ""
    if adjacent and not adjacent.rstrip(_CLOSING).endswith((".", "!", "?", "…")):
        return False
    body, _ = next(_lines(text, start), ("", 0))
    return not body[:1].islower() and any(
        len(other) > len(line) for other, _ in _lines(text, start)
    )
