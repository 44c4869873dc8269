"""The few words on either side of a place, which tell it from others that say the same.

Goes in: a text and a span. Comes out: words before and behind it, as read, none
from beyond the sentence or the line, so that they stay when paragraphs are
reordered or lines wrapped. It looks at some hundred characters at most, however
long the line is.
"""

import re

_WORDS = 5
# Characters looked at on a side: 60 folded ones are used, for which accents written apart and the
# syllables of Korean take up to three code points each.
_WINDOW = 80
_WIDE_WINDOW = 200
# A shorter line ends where it ends; a longer one that ends without a mark was wrapped.
_WRAPPED = 40
# What may end a sentence or a line: looking for one class of characters is four times faster than
# for the whole of what ends one.
_MARK = re.compile(r"[.!?…。！？\r\n]")
_FULL_STOPS = "。！？"
_CLOSING = re.compile(r"[\"'”’)\]»]*(?=\s|\Z)")
# A place that ends its sentence itself.
_CLOSED = re.compile(r"[.!?…。！？][\"'”’)\]»]*\Z")
_MOST_MARKS = 8
_LINE_END = re.compile(r"[\n\r]")


def surrounding(text: str, start: int, end: int) -> tuple[str, str]:
    r"""Up to five words before and five behind `text[start:end]`, as read.

    None when the place is empty, as of a finding on the article itself, or when it is all of its
    line, so that such a line keeps its fingerprint wherever it is moved.

    >>> surrounding("Rain fell. On Monday 12 people\nwere hurt.", 21, 23)
    ('On Monday', 'people')
    """
    if start == end:
        return "", ""
    before, behind = _before(text, start), _behind(text, start, end)
    if _is_whole_line(before, text[start], behind):
        return "", ""
    return " ".join(before.split()[-_WORDS:]), " ".join(behind.split()[:_WORDS])


def _before(text: str, end: int) -> str:
    """What of the text before a place goes on into it."""
    start = max(0, end - _WINDOW)
    if not text[start:end].isascii():
        start = max(0, end - _WIDE_WINDOW)
    for mark in _MARK.finditer(text, start, end):
        start = max(start, _stop(text, mark.start()))
    return text[start:end]


def _behind(text: str, place: int, start: int) -> str:
    """What of the text behind a place goes on from it."""
    if _CLOSED.search(text, max(place, start - _MOST_MARKS), start):
        return ""
    end = start + _WINDOW
    if not text[start:end].isascii():
        end = start + _WIDE_WINDOW
    for mark in _MARK.finditer(text, start, end):
        if _stop(text, mark.start()):
            return text[start : mark.start()]
    return text[start:end]


def _stop(text: str, at: int) -> int:
    """Where the text goes on behind a mark that ends a sentence or a line; 0 if it ends none.

    A long line that ends without a mark goes on in the next one.
    """
    mark = text[at]
    if mark in "\r\n":
        first = at - _WRAPPED
        is_long = first >= 0 and not _LINE_END.search(text, first, at)
        return 0 if is_long or text[at - 1 : at + 1] == "\r\n" else at + 1
    if mark in _FULL_STOPS:
        return at + 1
    closing = _CLOSING.match(text, at + 1)
    return closing.end() if closing else 0


def _is_whole_line(before: str, first: str, behind: str) -> bool:
    """Whether nothing but space stands beside a place on its lines, and they are no rest of others.

    A place that begins small below a long line is the last of wrapped words.
    """
    if before.strip() and (first.islower() or first.isdigit()):
        return False
    lead = before[max(before.rfind("\n"), before.rfind("\r")) + 1 :]
    return not lead.strip() and not _LINE_END.split(behind, 1)[0].strip()
